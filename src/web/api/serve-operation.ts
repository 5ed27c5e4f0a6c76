/** How a request comes to an operation: what it sent is read by the operation's schemas, and its answer gets its tag. */
import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../actions/app.ts";
import type { Operation } from "./operation.ts";
import { doesNotFit, faultsIn, notFound, Problem } from "./problem.ts";
import { refuseStrangers } from "./who-asks.ts";

/** Serves an operation under the prefix of the API. */
export function serveOperation(web: FastifyInstance, app: App, operation: Operation): void {
	const { method, path, scope, body, answer, once, status = 200 } = operation;
	web.route({
		method,
		url: path.replaceAll(/\{([a-zA-Z]+)\}/g, ":$1"),
		config: { apiScope: scope, takesRaw: body !== undefined && "file" in body },
		preParsing: refuseStrangers,
		handler: async (request, reply) => {
			const given = {
				app,
				viewer: request.viewer,
				request,
				reply,
				params: read(operation.params, request.params, () => notFound()),
				query: read(
					operation.query,
					request.query,
					(error) =>
						new Problem(400, "wrong-parameter", "A parameter cannot be used", {
							errors: faultsIn(error, ""),
						}),
				),
				body: isSchema(body)
					? read(body, request.body, (error) => doesNotFit(faultsIn(error, "#")))
					: request.body,
			};
			if (once) keyOf(request);
			const answered = await operation.run(given as never);
			if (answered === undefined) throw notFound();
			if (!isSchema(answer)) return answered;
			const json = JSON.stringify(answered);
			if (method === "GET") {
				const tag = tagOf(json);
				reply.header("etag", tag);
				if (matches(request.headers["if-none-match"], tag)) return reply.code(304).send();
			}
			return reply.code(status).type("application/json; charset=utf-8").send(json);
		},
	});
}

const isSchema = (it: unknown): it is z.ZodType => it instanceof z.ZodType;

function read<Schema extends z.ZodType>(
	schema: Schema,
	given: unknown,
	otherwise: (error: z.ZodError) => Problem,
): z.infer<Schema> {
	const { data, error } = schema.safeParse(given);
	if (error) throw otherwise(error);
	return data;
}

/** What an answer is known by: another where anything in it is other. */
export const tagOf = (json: string): string =>
	`"${createHash("sha256").update(json).digest("base64url").slice(0, 22)}"`;

/** Whether one of the tags that came with a request is this one; `*` is any. @see RFC 9110, 13.1 */
export const matches = (sent: string | undefined, tag: string): boolean =>
	(sent ?? "")
		.split(",")
		.map((each) => each.trim().replace(/^W\//, ""))
		.some((each) => each === "*" || each === tag);

/** The key by which something is done once. @throws Problem where there is none, or it is none */
export function keyOf({ headers }: FastifyRequest): string {
	const key = headers["idempotency-key"];
	if (typeof key !== "string" || !/^[\x21-\x7e]{8,255}$/.test(key))
		throw new Problem(400, "idempotency-key", "Send an Idempotency-Key", {
			detail:
				"Whatever changes something needs a header Idempotency-Key of 8 to 255 plain letters, such as a UUID. Sent again with the same key, it is done once.",
		});
	return key;
}
