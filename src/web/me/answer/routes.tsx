import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { askForCode, openByCode, whoseLink } from "../../../actions/answer-by-link.ts";
import type { App } from "../../../actions/app.ts";
import { tryOnce } from "../../../actions/count-tries.ts";
import { answerPaths, differencePath, raisePaths } from "../../addresses.ts";
import { TooOftenPage } from "../../errors/error-pages.tsx";
import { type FormState, newForm, readForm, requiredText, withError } from "../../kit/form.ts";
import { addressCounted } from "../../security/address-counted.ts";
import { beginSession } from "../../security/sessions.ts";
import { AnswerPage, CodePage, NoLinkPage } from "./page.tsx";

type Of = { Params: { secret: string } };

const given = z.object({
	code: requiredText({ missing: "Enter the code", name: "Code", max: 20 }),
});

/** A work address as whoever opens a link may see it: enough to know one’s own by. */
export const maskedAddress = (email: string): string => {
	const at = email.lastIndexOf("@");
	return `${email.slice(0, 1)}•••${email.slice(at)}`;
};

/** How somebody who has no account comes to what was sent to them. */
export const answerRoutes = (web: FastifyInstance, app: App) => {
	/** The masked address of a link’s person; answers itself where the link does not work, or too much was tried from there. */
	const opened = async (
		{ ip, params, frame }: FastifyRequest<Of>,
		reply: FastifyReply,
	): Promise<string | undefined> => {
		const tried = await tryOnce(
			app,
			{ address: addressCounted(ip) },
			() => whoseLink(app, params.secret),
			(person) => person !== undefined,
		);
		if (tried.tooMany) {
			reply.code(429).page(<TooOftenPage frame={frame} />);
			return undefined;
		}
		const person = tried.outcome;
		if (!person) {
			reply.code(404).page(<NoLinkPage frame={frame} />);
			return undefined;
		}
		return maskedAddress(person.email);
	};

	web.get<Of>(answerPaths.link(":secret"), { config: { public: true } }, async (request, reply) => {
		const masked = await opened(request, reply);
		if (masked === undefined) return reply;
		const { secret } = request.params;
		return reply.page(<AnswerPage frame={request.frame} secret={secret} masked={masked} />);
	});

	web.post<Of>(
		answerPaths.link(":secret"),
		{ config: { public: true } },
		async (request, reply) => {
			const masked = await opened(request, reply);
			if (masked === undefined) return reply;
			const { secret } = request.params;
			const asked = await askForCode(app, secret);
			return asked === "too-often" || asked === "too-many-wrong"
				? reply
						.code(429)
						.page(
							<AnswerPage frame={request.frame} secret={secret} masked={masked} refused={asked} />,
						)
				: reply.redirect(answerPaths.code(secret), 303);
		},
	);

	const show = (
		{ frame, params: { secret } }: FastifyRequest<Of>,
		reply: FastifyReply,
		masked: string,
		form: FormState,
	) => reply.page(<CodePage frame={frame} secret={secret} masked={masked} form={form} />);

	web.get<Of>(answerPaths.code(":secret"), { config: { public: true } }, async (request, reply) => {
		const masked = await opened(request, reply);
		return masked === undefined ? reply : show(request, reply, masked, newForm());
	});

	web.post<Of>(
		answerPaths.code(":secret"),
		{ config: { public: true } },
		async (request, reply) => {
			const masked = await opened(request, reply);
			if (masked === undefined) return reply;
			const form = readForm(given, request.body);
			if (form.errors) return show(request, reply.code(422), masked, form);
			const tried = await tryOnce(
				app,
				{ address: addressCounted(request.ip) },
				() => openByCode(app, request.params.secret, form.data.code),
				(found) => found !== undefined,
			);
			if (tried.tooMany) return reply.code(429).page(<TooOftenPage frame={request.frame} />);
			const person = tried.outcome;
			if (!person)
				return show(
					request,
					reply.code(422),
					masked,
					withError(
						{},
						"code",
						"The code is not right, or works no more. Check it, or go back and ask for another",
					),
				);
			await beginSession(request, { personId: person.id });
			request.session.set("seenAt", app.clock().toString());
			return reply.redirect(
				person.isToRaise ? raisePaths.start : differencePath(person.difference),
				303,
			);
		},
	);
};
