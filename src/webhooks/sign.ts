import { createHmac, randomBytes } from "node:crypto";

/** What every secret begins with. */
const begins = "whsec_";

/** A secret of 256 bits of chance, by which an address knows who tells it. */
export const newSecret = (): string => begins + randomBytes(32).toString("base64");

/**
 * What goes with a message, by which whoever gets it knows that it is ours, and that it is of now.
 *
 * @param secrets each signs it: while one is changed for another, whoever gets it knows one of the two
 * @param id the same each time that it is sent
 * @param seconds since 1970
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signed(
	secrets: readonly string[],
	{ id, seconds, body }: { id: string; seconds: number; body: string },
): Record<string, string> {
	const signatures = secrets.map((secret) => {
		const key = Buffer.from(secret.slice(begins.length), "base64");
		return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`;
	});
	return {
		"webhook-id": id,
		"webhook-timestamp": String(seconds),
		"webhook-signature": signatures.join(" "),
	};
}
