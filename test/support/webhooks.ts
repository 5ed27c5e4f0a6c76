/** An address that somebody’s program named, and what arrives there: the queue is worked by hand, and nothing leaves. */
import { makeToken } from "../../src/actions/api-tokens.ts";
import type { Job } from "../../src/actions/app.ts";
import { makeWebhook } from "../../src/actions/webhooks.ts";
import { type ApiScope, type ApiToken, scopes } from "../../src/domain/people/api-token.ts";
import type { Viewer } from "../../src/domain/people/viewer.ts";
import { type WebhookKind, webhookKinds } from "../../src/domain/people/webhook.ts";
import { onAnEvent } from "../../src/jobs/index.ts";
import { listTokensOf } from "../../src/store/api-tokens.ts";
import type { PostAnswer } from "../../src/webhooks/post.ts";
import type { Office } from "./office.ts";

/** What arrived somewhere. */
export type Arrived = {
	address: string;
	headers: Record<string, string>;
	body: string;
	type: string;
};

/** Makes a token for somebody, and finds it. */
export async function tokenOf(
	{ app, serving }: Office,
	person: Viewer,
	only: ApiScope[] = Object.keys(scopes) as ApiScope[],
): Promise<ApiToken> {
	await makeToken(app, person, {
		name: "School system",
		isSystem: true,
		scopes: only,
		days: 30,
		secondFactor: true,
	});
	const [token] = await listTokensOf(serving, person.id);
	if (!token) throw new Error("No token was made");
	return token;
}

/** Names an address for a new token of somebody. */
export const nameAddress = async (
	office: Office,
	person: Viewer,
	{
		address = "https://school.example/told",
		kinds = Object.keys(webhookKinds) as WebhookKind[],
	} = {},
) => {
	const token = await tokenOf(office, person);
	return { token, ...(await makeWebhook(office.app, person, token, { address, kinds })) };
};

/** What arrives from here on. @param answer what whoever gets it answers, 200 when left out */
export function receiving(
	{ app }: Office,
	answer: (arrived: Arrived) => PostAnswer | Promise<PostAnswer> = () => ({ status: 200 }),
): Arrived[] {
	const arrived: Arrived[] = [];
	app.webhooks = {
		mayBePlain: false,
		post: async (address, headers, body) => {
			const one = { address, headers, body, type: JSON.parse(body).type };
			arrived.push(one);
			return answer(one);
		},
	};
	return arrived;
}

/** Does what is queued for programs, until nothing is. */
export async function workWebhooks({ app, queued }: Office): Promise<void> {
	for (;;) {
		const at = queued.findIndex(({ name }) => name.endsWith("-webhooks"));
		if (at === -1) return;
		const [job] = queued.splice(at, 1) as [Job];
		await (onAnEvent[job.name] as (app: unknown, data: unknown) => Promise<void>)(app, job.data);
	}
}
