/**
 * Somebody’s program: the TypeScript client, with a token of theirs, against a server of a test. Each answer is held to the
 * schema that the OpenAPI document has for it, and each call is noted, so that a test can say which were never made.
 */
import { randomUUID } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { FastifyInstance } from "fastify";
import { Concord } from "../../clients/typescript/concord.ts";
import { makeToken } from "../../src/actions/api-tokens.ts";
import type { App } from "../../src/actions/app.ts";
import { type ApiScope, scopes } from "../../src/domain/people/api-token.ts";
import type { Viewer } from "../../src/domain/people/viewer.ts";
import { withinPartnership } from "../../src/store/scope.ts";
import { type Described, type OpenApi, openApiOf } from "../../src/web/api/openapi.ts";
import { apiPath } from "../../src/web/api/operation.ts";
import { operations } from "../../src/web/api/operations.ts";

/** A token of somebody, for everything when no scopes are given. */
export const tokenFor = (
	app: App,
	person: Viewer,
	{
		only = Object.keys(scopes) as ApiScope[],
		name = "School system",
	}: { only?: ApiScope[]; name?: string } = {},
): Promise<string> =>
	withinPartnership({ partnershipId: person.partnershipId, personId: person.id }, () =>
		makeToken(app, person, { name, isSystem: true, scopes: only, days: 30, secondFactor: true }),
	);

/** The identifiers of operations that were called with success. */
export const called = new Set<string>();

/** The client of somebody with this token. */
export const clientOf = (web: FastifyInstance, token: string): Concord =>
	new Concord({ address: "", token, fetch: (url, request) => fetchFrom(web, url, request) });

/** The same, with a token that is made for it. */
export const programOf = async (
	{ app, web }: { app: App; web: () => FastifyInstance },
	person: Viewer,
): Promise<Concord> => clientOf(web(), await tokenFor(app, person));

/** The identifiers of operations that were sent again with the same key, with something else under it, and as if it had been another that was read. */
export const sentAgain = {
	same: new Set<string>(),
	other: new Set<string>(),
	changed: new Set<string>(),
};

/**
 * A program that never hears the first time: whatever it does under a key it sends again at once, and then something else under the
 * same key. What takes the tag of what was read it sends first with another tag, under another key.
 *
 * @throws Error where the second answer is not the first, or the other body or tag was not refused
 */
export const hardOfHearing = async (
	{ app, web }: { app: App; web: () => FastifyInstance },
	person: Viewer,
): Promise<Concord> => {
	const done = new Set<string>();
	return new Concord({
		address: "",
		token: await tokenFor(app, person),
		fetch: async (url, request) => {
			const { method = "GET", body } = request;
			const headers = request.headers as Record<string, string>;
			const { operationId = "", parameters = [] } = describedAt(method, url) ?? {};
			const key = headers["idempotency-key"] ?? "";
			const takesTag = !done.has(key) && parameters.some(({ name }) => name === "If-Match");
			const changed = takesTag
				? await fetchFrom(web(), url, {
						...request,
						headers: { ...headers, "idempotency-key": randomUUID(), "if-match": '"another"' },
					})
				: undefined;
			const first = await fetchFrom(web(), url, request);
			if (!first.ok || key === "") return first;
			done.add(key);
			if (changed) {
				const { code } = (await changed.json()) as { code?: string };
				if (changed.status !== 412 || code !== "changed-since-read")
					throw new Error(`${operationId} of something else answered ${changed.status} ${code}`);
				sentAgain.changed.add(operationId);
			}
			const second = await fetchFrom(web(), url, request);
			const [told, again] = await Promise.all([first.clone().text(), second.text()]);
			if (again !== told || second.status !== first.status)
				throw new Error(`${operationId} sent again answered ${again}, and first ${told}`);
			sentAgain.same.add(operationId);
			if (body === undefined || body === null) return first;
			const third = await fetchFrom(web(), url, {
				...request,
				body: typeof body === "string" ? otherThan(operationId, body) : `${pdfOf(body)}%`,
			});
			const refused = (await third.json()) as { code?: string };
			if (third.status !== 422 || refused.code !== "sent-before")
				throw new Error(`${operationId} with something else answered ${JSON.stringify(refused)}`);
			sentAgain.other.add(operationId);
			return first;
		},
	});
};

const pdfOf = (body: NonNullable<RequestInit["body"]>): string =>
	Buffer.from(body as Uint8Array).toString("latin1");

/** Another body that could be meant: the first words in it are others. */
function otherThan(operation: string, body: string): string {
	let isOther = false;
	const other = JSON.parse(body, (_, value: unknown) => {
		if (isOther || typeof value !== "string" || !/^[A-Z]/.test(value)) return value;
		isOther = true;
		return `${value} too`;
	});
	if (isOther) return JSON.stringify(other);
	const instead = withoutWords[operation];
	if (!instead) throw new Error(`Nothing can be said otherwise in ${operation}: ${body}`);
	return JSON.stringify({ ...other, ...instead });
}

/** What is other in bodies that have no words. */
const withoutWords: Record<string, object> = {
	makeWebhook: { kinds: ["difference.ended"] },
	recordOnChildsRecord: { step: "another.step" },
	saySafety: { about: "Otherwise" },
};

const document: OpenApi = openApiOf(operations, "");
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
// A file is no JSON: what it is, its type says.
ajv.addFormat("binary", true);
ajv.addSchema(document, "openapi");

/** Whether answers are held to a format. */
export const isChecked = (format: string): boolean =>
	!ajv.validate({ type: "string", format }, "neither a day nor a name");

async function fetchFrom(
	web: FastifyInstance,
	url: string,
	{ method = "GET", headers, body }: RequestInit,
): Promise<Response> {
	const payload = body === undefined || body === null ? undefined : body;
	const answer = await web.inject({
		method: method as "GET",
		url,
		headers: headers as Record<string, string>,
		...(payload !== undefined && {
			payload: typeof payload === "string" ? payload : Buffer.from(payload as Uint8Array),
		}),
	});
	const { statusCode } = answer;
	checkAnswer(method, url, statusCode, String(answer.headers["content-type"] ?? ""), answer.body);
	return new Response(statusCode === 304 ? null : new Uint8Array(answer.rawPayload), {
		status: statusCode,
		headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [
			name,
			String(value),
		]),
	});
}

/** What the document says of whatever is asked at an address. */
function describedAt(method: string, url: string): (Described & { written: string }) | undefined {
	const path = url.replace(apiPath, "").split("?", 1)[0] ?? "";
	const found = Object.entries(document.paths)
		.filter(
			([written, each]) =>
				method.toLowerCase() in each &&
				new RegExp(`^${written.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
		)
		// Of several that fit, it is the one with the fewest places to fill in.
		.sort(([one], [other]) => one.split("{").length - other.split("{").length)[0];
	const [written, each] = found ?? [];
	const described = each?.[method.toLowerCase()];
	return described && written !== undefined ? { ...described, written } : undefined;
}

/** Holds an answer to what the document says of it. @throws Error where it is another */
function checkAnswer(method: string, url: string, status: number, type: string, body: string) {
	const described = describedAt(method, url);
	if (!described) return;
	const { written } = described;
	const said = described.responses[status] ?? described.responses.default;
	const json = type.split(";", 1)[0] ?? "";
	const name = described.responses[status] ? String(status) : "default";
	if (status === 304) return;
	if (!said?.content?.[json])
		throw new Error(
			`${method} ${url} answered ${status} as ${type}, which the document does not say`,
		);
	if (json === "application/json" || json === "application/problem+json") {
		const at = [
			"paths",
			written,
			method.toLowerCase(),
			"responses",
			name,
			"content",
			json,
			"schema",
		].map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"));
		const pointer = `openapi#/${at.map(encodeURIComponent).join("/")}`;
		const holds = ajv.validate({ $ref: pointer }, JSON.parse(body));
		if (!holds)
			throw new Error(
				`${method} ${url} answered what its schema does not let: ${ajv.errorsText()}`,
			);
	}
	if (status < 300) called.add(described.operationId);
}
