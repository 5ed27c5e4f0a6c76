import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
	changeSecret,
	changeWebhook,
	makeWebhook,
	removeWebhook,
	sendAgain,
	sendMissed,
	tryWebhook,
} from "../../../actions/webhooks.ts";
import type { ApiToken } from "../../../domain/people/api-token.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import {
	isWebhookKind,
	longestAddress,
	type Webhook,
	webhookKinds,
} from "../../../domain/people/webhook.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { listTokensOf } from "../../../store/api-tokens.ts";
import { countMissed, findWebhook, listLog, listWebhooks } from "../../../store/webhooks.ts";
import { webhookPaths } from "../../addresses.ts";
import { actKeyOf, isUuid } from "../../kit/act-key.ts";
import {
	errorAt,
	type FormState,
	listOf,
	newForm,
	readForm,
	requiredText,
	withError,
} from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import type { Routes } from "../../kit/request.ts";
import { askToShow, hasShownJustNow } from "../../security/shown-just-now.ts";
import { AddressesPage, AddressPage } from "./pages.tsx";

const asked = z.object({
	address: requiredText({
		missing: "Enter where the program waits",
		name: "Address",
		max: longestAddress,
	}),
	kinds: listOf(z.string().refine(isWebhookKind)),
});

/** So much of the log stands on the page: the rest the API tells. */
const mostLogged = 50;

/** Where somebody names the addresses that are told for a token of theirs, and sees what each was told. */
export const webhookRoutes: Routes = (web, app) => {
	const draw = async (
		request: FastifyRequest,
		token: ApiToken,
		form: FormState = newForm({ kinds: Object.keys(webhookKinds) }),
		made?: { secret: string },
	): Promise<Html> => (
		<AddressesPage
			frame={request.frame}
			form={form}
			token={token}
			webhooks={await listWebhooks(app.db, { tokenId: token.id })}
			now={app.clock()}
			mayMake={hasShownJustNow(request, app.clock())}
			made={made}
			isRehearsal={app.rehearsal}
		/>
	);
	const ownToken = async ({ viewer }: FastifyRequest, id: string) =>
		(await listTokensOf(app.db, viewer.id)).find((token) => token.id === id);

	web.get<{ Params: { token: string } }>(webhookPaths.ofToken(":token"), async (request, reply) => {
		const token = await ownToken(request, request.params.token);
		return token ? reply.page(await draw(request, token)) : reply.callNotFound();
	});

	web.post<{ Params: { token: string } }>(
		webhookPaths.ofToken(":token"),
		async (request, reply) => {
			const token = await ownToken(request, request.params.token);
			if (!token) return reply.callNotFound();
			const read = readForm(asked, request.body);
			const again = async (form: FormState) =>
				reply.code(422).page(await draw(request, token, form));
			if (read.errors) return again(read);
			const { values, data } = read;
			if (!hasShownJustNow(request, app.clock()))
				return again({
					values,
					errors: errorAt("make", "Show again that it is you: no address was named"),
				});
			try {
				const made = await makeWebhook(app, request.viewer, token, data);
				return reply.page(await draw(request, token, undefined, made));
			} catch (refusal) {
				if (!(refusal instanceof Refusal)) throw refusal;
				const at = refusal.code === "wrong-address" ? "address" : "kinds";
				return again(withError(values, at, refusal.message));
			}
		},
	);

	const drawOne = async (
		request: FastifyRequest,
		webhook: Webhook,
		made?: { secret: string },
	): Promise<Html> => {
		const { viewer, frame } = request;
		const { rows } = await listLog(app.db, viewer, webhook.id, { page: 1, pageSize: mostLogged });
		return (
			<AddressPage
				frame={frame}
				webhook={webhook}
				log={rows}
				missed={await countMissed(app.db, viewer, webhook.id)}
				mayChangeSecret={hasShownJustNow(request, app.clock())}
				made={made}
			/>
		);
	};

	web.get<{ Params: { id: string } }>(webhookPaths.one(":id"), async (request, reply) => {
		const { id } = request.params;
		const webhook = isUuid(id) && (await findWebhook(app.db, { personId: request.viewer.id }, id));
		return webhook ? reply.page(await drawOne(request, webhook)) : reply.callNotFound();
	});

	web.post<{ Params: { id: string } }>(webhookPaths.secret(":id"), async (request, reply) => {
		const { id } = request.params;
		const whose = { personId: request.viewer.id };
		const webhook = isUuid(id) && (await findWebhook(app.db, whose, id));
		if (!webhook) return reply.callNotFound();
		if (!hasShownJustNow(request, app.clock())) return askToShow(reply, webhookPaths.one(id));
		const made = await changeSecret(app, whose, id, actKeyOf(request.body));
		return made ? reply.page(await drawOne(request, made.webhook, made)) : reply.callNotFound();
	});

	const deeds: [
		path: string,
		done: (
			whose: { personId: string },
			id: string,
			event: string,
			viewer: Viewer,
		) => Promise<unknown>,
	][] = [
		[webhookPaths.pause(":id"), (whose, id) => changeWebhook(app, whose, id, { isPaused: true })],
		[webhookPaths.tell(":id"), (whose, id) => changeWebhook(app, whose, id, { isPaused: false })],
		[
			webhookPaths.missed(":id"),
			async (whose, id, _event, viewer) => (await sendMissed(app, viewer, whose, id)) !== undefined,
		],
		[webhookPaths.try(":id"), (whose, id) => tryWebhook(app, whose, id)],
		[webhookPaths.again(":id", ":event"), (whose, id, event) => sendAgain(app, whose, id, event)],
	];
	for (const [path, done] of deeds)
		web.post<{ Params: { id: string; event?: string } }>(path, async (request, reply) => {
			const { id, event } = request.params;
			if (!isUuid(id) || (event !== undefined && !isUuid(event))) return reply.callNotFound();
			try {
				const { viewer } = request;
				if (!(await done({ personId: viewer.id }, id, event ?? "", viewer)))
					return reply.callNotFound();
			} catch (refusal) {
				// Somebody stopped or paused it meanwhile: the page says so.
				if (!(refusal instanceof Refusal)) throw refusal;
			}
			return reply.redirect(webhookPaths.one(id), 303);
		});

	web.post<{ Params: { id: string } }>(webhookPaths.remove(":id"), async (request, reply) => {
		const whose = { personId: request.viewer.id };
		const { id } = request.params;
		const webhook = isUuid(id) && (await findWebhook(app.db, whose, id));
		if (!webhook || !(await removeWebhook(app, whose, id))) return reply.callNotFound();
		return reply.redirect(webhookPaths.ofToken(webhook.tokenId), 303);
	});
};
