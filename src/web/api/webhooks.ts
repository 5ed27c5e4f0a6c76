import { z } from "zod";
import type { App } from "../../actions/app.ts";
import {
	changeSecret,
	changeWebhook,
	makeWebhook,
	removeWebhook,
	sendAgain,
	sendMissed,
	tryWebhook,
} from "../../actions/webhooks.ts";
import type { ApiToken } from "../../domain/people/api-token.ts";
import {
	attemptProblems,
	longestAddress,
	type Webhook,
	type WebhookKind,
	webhookKinds,
	webhookStates,
	webhookTest,
} from "../../domain/people/webhook.ts";
import { countMissed, findWebhook, listLog, listWebhooks } from "../../store/webhooks.ts";
import { keysOf } from "./acting.ts";
import { does, reads } from "./operation.ts";
import { cursorFor, goesOnAtPage, pageOf } from "./paging.ts";
import { notFound } from "./problem.ts";
import { instant, nextCursor, pageAsked } from "./schemas.ts";

const kind = z.enum(Object.keys(webhookKinds) as [WebhookKind, ...WebhookKind[]]);

const aWebhook = z
	.object({
		id: z.uuid(),
		address: z.string(),
		kinds: z.array(kind).describe("What it is told of."),
		state: z
			.enum(webhookStates)
			.describe(
				"`failing`: it took nothing for three days, or said that it is gone, and is told nothing more until you change it. `stopped`: by an administrator, for good.",
			),
		madeAt: instant,
		failingSince: instant.nullable(),
	})
	.meta({ id: "Webhook", description: "An address that is told when something happens." });

const withSecret = aWebhook.extend({
	secret: z.string().describe("`whsec_…`, by which you know who tells you. It is not shown again."),
});

const anAttempt = z.object({
	at: instant,
	status: z.int().nullable().describe("What the address answered; null without an answer."),
	problem: z.enum(attemptProblems).nullable().describe("Why there was no answer."),
});

const logged = z
	.object({
		id: z.uuid().describe("`webhook-id` of the message is `msg_` and this."),
		kind: z.enum([...Object.keys(webhookKinds), webhookTest]),
		difference: z.uuid().nullable(),
		reference: z.string().nullable(),
		happenedAt: instant,
		state: z.enum(["waiting", "sent", "given-up"]),
		nextTryAt: instant.nullable(),
		attempts: z.array(anAttempt),
	})
	.meta({ id: "WebhookEvent", description: "Something that an address was told, or is to be." });

const of = z.object({ id: z.uuid() });
const address = z.string().max(longestAddress);
const isDone = z.object({ webhook: z.uuid() });

/** Of one’s own token alone: no program meets what another named. */
const whoseOf = ({ token }: { token: ApiToken | undefined }) => {
	if (!token) throw notFound();
	return { tokenId: token.id };
};

const told = ({ id, address, kinds, state, madeAt, failingSince }: Webhook) => ({
	id,
	address,
	kinds,
	state,
	madeAt,
	failingSince,
});

const findOwn = (app: App, request: { token: ApiToken | undefined }, id: string) =>
	findWebhook(app.db, whoseOf(request), id);

export const webhookOperations = [
	reads({
		id: "listWebhooks",
		path: "/webhooks",
		tag: "Webhooks",
		summary: "The addresses that this token named",
		scope: "webhooks:manage",
		answer: z.object({ webhooks: z.array(aWebhook) }),
		run: async ({ app, request }) => ({
			webhooks: (await listWebhooks(app.db, whoseOf(request))).map(told),
		}),
	}),
	does({
		id: "makeWebhook",
		path: "/webhooks",
		tag: "Webhooks",
		summary: "Name an address that is told when something happens",
		says: "It is told of what you may read with `differences:read`, signed as Standard Webhooks says. Sent again with the same key, the answer has the same secret.",
		scope: "webhooks:manage",
		status: 201,
		body: z.strictObject({ address, kinds: z.array(kind).min(1).max(20) }),
		answer: withSecret,
		run: async ({ app, viewer, request, body }) => {
			const { token } = request;
			if (!token) return undefined;
			const { key } = keysOf({ request, body: {} });
			const { webhook, secret } = await makeWebhook(app, viewer, token, { id: key, ...body });
			return { ...told(webhook), secret };
		},
	}),
	does({
		id: "changeWebhook",
		path: "/webhooks/{id}",
		tag: "Webhooks",
		summary: "Change where it is, what it is told of, or whether it is told anything",
		says: "What is left out stays. What waits for it is sent at once, also where it was `failing`.",
		scope: "webhooks:manage",
		anyNumberOfTimes: true,
		params: of,
		body: z.strictObject({
			address: address.optional(),
			kinds: z.array(kind).min(1).max(20).optional(),
			isPaused: z.boolean().optional(),
		}),
		answer: aWebhook,
		run: async ({ app, request, params, body }) => {
			const changed = await changeWebhook(app, whoseOf(request), params.id, body);
			return changed && told(changed);
		},
	}),
	does({
		id: "changeWebhookSecret",
		path: "/webhooks/{id}/secret",
		tag: "Webhooks",
		summary: "Another secret for an address",
		says: "For a day what it is told is signed with the one before as well: `webhook-signature` has two. Sent again with the same key, the answer has the same secret.",
		scope: "webhooks:manage",
		params: of,
		answer: withSecret,
		run: async ({ app, request, params }) => {
			const { key } = keysOf({ request, body: {} });
			const made = await changeSecret(app, whoseOf(request), params.id, key);
			return made && { ...told(made.webhook), secret: made.secret };
		},
	}),
	does({
		id: "removeWebhook",
		method: "DELETE",
		path: "/webhooks/{id}",
		tag: "Webhooks",
		summary: "Take an address away, and its log",
		scope: "webhooks:manage",
		anyNumberOfTimes: true,
		params: of,
		answer: isDone,
		run: async ({ app, request, params: { id } }) =>
			(await removeWebhook(app, whoseOf(request), id)) ? { webhook: id } : undefined,
	}),
	does({
		id: "tryWebhook",
		path: "/webhooks/{id}/try",
		tag: "Webhooks",
		summary: "Send it something that is no event, to see whether it takes it",
		says: `Its kind is \`${webhookTest}\`, and \`data\` is null.`,
		scope: "webhooks:manage",
		params: of,
		answer: isDone,
		run: async ({ app, request, params: { id } }) => {
			const { key } = keysOf({ request, body: {} });
			return (await tryWebhook(app, whoseOf(request), id, key)) ? { webhook: id } : undefined;
		},
	}),
	reads({
		id: "listWebhookLog",
		path: "/webhooks/{id}/log",
		tag: "Webhooks",
		summary: "What an address was told in the last 30 days, and each try",
		says: `The latest first, as far as you may know of it today. ${goesOnAtPage}`,
		scope: "webhooks:manage",
		params: of,
		query: z.object(pageAsked),
		answer: z.object({ events: z.array(logged), next: nextCursor }),
		run: async ({ app, viewer, request, params: { id }, query: { cursor, limit } }) => {
			if (!(await findOwn(app, request, id))) return undefined;
			const asked = { webhook: id, limit };
			const page = pageOf(viewer, asked, cursor);
			const { rows, more } = await listLog(app.db, viewer, id, { page, pageSize: limit });
			return {
				events: rows.map(({ differenceId, attempts, ...row }) => ({
					...row,
					difference: differenceId,
					attempts: attempts.map(({ at, status = null, problem = null }) => ({
						at,
						status,
						problem,
					})),
				})),
				next: more ? cursorFor(viewer, asked, page + 1) : null,
			};
		},
	}),
	does({
		id: "sendWebhookAgain",
		path: "/webhooks/{id}/log/{event}/again",
		tag: "Webhooks",
		summary: "Send something again",
		says: "With the same `webhook-id`, if you may still know of it. Sent again, this changes nothing: what was tried more often than `after` says was sent already.",
		scope: "webhooks:manage",
		anyNumberOfTimes: true,
		params: of.extend({ event: z.uuid() }),
		body: z.strictObject({
			after: z.int().min(0).describe("How many `attempts` it had in the log, as you read it."),
		}),
		answer: isDone,
		run: async ({ app, request, params: { id, event }, body: { after } }) =>
			(await sendAgain(app, whoseOf(request), id, event, after)) ? { webhook: id } : undefined,
	}),
	reads({
		id: "readMissed",
		path: "/webhooks/{id}/missed",
		tag: "Webhooks",
		summary: "How much of the last 30 days an address did not get",
		says: "Because it was given up, or happened while the address was paused or failing.",
		scope: "webhooks:manage",
		params: of,
		answer: z.object({ events: z.int() }),
		run: async ({ app, viewer, request, params: { id } }) =>
			(await findOwn(app, request, id))
				? { events: await countMissed(app.db, viewer, id) }
				: undefined,
	}),
	does({
		id: "sendMissedAgain",
		path: "/webhooks/{id}/missed",
		tag: "Webhooks",
		summary: "Send all of that",
		says: "With the same `webhook-id` of each, as far as you may still know of it.",
		scope: "webhooks:manage",
		anyNumberOfTimes: true,
		params: of,
		answer: z.object({ events: z.int().describe("How much is sent.") }),
		run: async ({ app, viewer, request, params: { id } }) => {
			const events = await sendMissed(app, viewer, whoseOf(request), id);
			return events === undefined ? undefined : { events };
		},
	}),
];
