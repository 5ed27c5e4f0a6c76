import { withPlainLineEnds } from "../../../domain/protocol/file/plain-text.ts";

/** Room for the longest text that is read at all, and for every letter of it taking nine bytes on the way. */
export const roomForText = { bodyLimit: 10 * 1024 * 1024 };

/** One field of a form, as it came: what is no text must show. */
export function sentText(body: unknown, name: string): string {
	const given =
		typeof body === "object" && body !== null && Object.hasOwn(body, name)
			? (body as Record<string, unknown>)[name]
			: undefined;
	const first = Array.isArray(given) ? given[0] : given;
	return typeof first === "string" ? withPlainLineEnds(first).toWellFormed() : "";
}
