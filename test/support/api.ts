/**
 * Somebody’s program: the TypeScript client, with a token of theirs, against a server of a test. Each answer is held to the
 * schema that the OpenAPI document has for it, and each call is noted, so that a test can say which were never made.
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import type { FastifyInstance } from "fastify";
import { Concord } from "../../clients/typescript/concord.ts";
import { makeToken } from "../../src/actions/api-tokens.ts";
import type { App } from "../../src/actions/app.ts";
import { type ApiScope, scopes } from "../../src/domain/people/api-token.ts";
import type { Viewer } from "../../src/domain/people/viewer.ts";
import { withinPartnership } from "../../src/store/scope.ts";
import { type OpenApi, openApiOf } from "../../src/web/api/openapi.ts";
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

const document: OpenApi = openApiOf(operations, "");
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(document, "openapi");

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

/** Holds an answer to what the document says of it. @throws Error where it is another */
function checkAnswer(method: string, url: string, status: number, type: string, body: string) {
	const path = url.replace(apiPath, "").split("?", 1)[0] ?? "";
	const found = Object.entries(document.paths)
		.filter(
			([written, each]) =>
				method.toLowerCase() in each &&
				new RegExp(`^${written.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
		)
		// Of several that fit, it is the one with the fewest places to fill in.
		.sort(([one], [other]) => one.split("{").length - other.split("{").length)[0];
	if (!found) return;
	const [written, each] = found;
	const described = each[method.toLowerCase()];
	const said = described?.responses[status] ?? described?.responses.default;
	const json = type.split(";", 1)[0] ?? "";
	const name = described?.responses[status] ? String(status) : "default";
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
	if (status < 300 && described) called.add(described.operationId);
}
