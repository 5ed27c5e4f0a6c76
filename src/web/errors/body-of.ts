import type { FastifyRequest } from "fastify";

/**
 * The form that was sent, also where something failed before it was read: what somebody typed is on the page that tells
 * them so.
 *
 * @returns undefined when there is none, or it is larger than the server takes
 */
export async function bodyOf(request: FastifyRequest): Promise<unknown> {
	const { body, raw, headers } = request;
	if (body !== undefined && body !== null) return body;
	const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
	if (request.method !== "POST" || !isForm || raw.readableEnded) return undefined;
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of raw as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > request.routeOptions.bodyLimit) return undefined;
		chunks.push(chunk);
	}
	const fields: Record<string, string | string[]> = {};
	for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString("utf8"))) {
		const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
		Object.defineProperty(fields, name, {
			value: before === undefined ? value : [before, value].flat(),
			enumerable: true,
			configurable: true,
			writable: true,
		});
	}
	return fields;
}
