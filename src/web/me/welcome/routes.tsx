import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
	acceptInvitation,
	joinByInvitation,
	type Opened,
	openInvitation,
} from "../../../actions/follow-invitation.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { findAccountById } from "../../../store/accounts.ts";
import { paths, welcomePath } from "../../addresses.ts";
import { errorAt, type FormState, newForm, readForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { actAs, beginSession } from "../../security/sessions.ts";
import { InvitationOverPage, WelcomePage } from "./page.tsx";

type Address = { Params: { secret: string } };

const asked = z.object({
	"new-password": z.string("Choose a password").min(1, "Choose a password"),
});

/** An invitation is followed. To look at it does nothing: mail systems do before people do. */
export const welcomeRoutes: Routes = (web, app) => {
	const draw = async (
		request: FastifyRequest<Address>,
		{ invitee, hasAccount }: Opened,
		form: FormState,
	) => {
		const { accountId } = request.session;
		const account = accountId ? await findAccountById(app.db, accountId) : undefined;
		return (
			<WelcomePage
				frame={request.frame}
				form={form}
				secret={request.params.secret}
				invitee={invitee}
				hasAccount={hasAccount}
				signedInAs={account?.email}
			/>
		);
	};
	const closed = (request: FastifyRequest<Address>, reply: FastifyReply, why?: "over") =>
		why === "over"
			? reply.code(410).page(<InvitationOverPage frame={request.frame} />)
			: reply.callNotFound();

	web.get<Address>(welcomePath(":secret"), { config: { public: true } }, async (request, reply) => {
		const opened = await openInvitation(app, request.params.secret);
		if (opened === undefined || opened === "over") return closed(request, reply, opened);
		return reply.page(await draw(request, opened, newForm()));
	});

	web.post<Address & { Body: { to?: unknown } | undefined }>(
		welcomePath(":secret"),
		{ config: { public: true } },
		async (request, reply) => {
			const { secret } = request.params;
			const opened = await openInvitation(app, secret);
			if (opened === undefined || opened === "over") return closed(request, reply, opened);
			const began = () => reply.redirect(paths.myWork, 303);
			try {
				if (request.body?.to === "account") {
					const { accountId } = request.session;
					if (!accountId) return reply.redirect(welcomePath(secret), 303);
					// The session stays: what it was begun with counts for the new post too.
					actAs(request, (await joinByInvitation(app, secret, accountId)).personId);
					return began();
				}
				const form = readForm(asked, request.body);
				if (form.errors)
					return reply
						.code(422)
						.page(await draw(request, opened, { values: {}, errors: form.errors }));
				await beginSession(request, await acceptInvitation(app, secret, form.data["new-password"]));
				return began();
			} catch (refusal) {
				if (!(refusal instanceof Refusal)) throw refusal;
				if (refusal.code === "changed-meanwhile") return closed(request, reply, "over");
				return reply.code(422).page(
					await draw(request, opened, {
						values: {},
						errors: errorAt(
							"new-password",
							sayRefusal(refusal),
							request.body?.to === "account" ? "main-content" : "new-password",
						),
					}),
				);
			}
		},
	);
};
