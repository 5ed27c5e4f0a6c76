/**
 * Whether what came to an address that Concord tells is from Concord, and of now: call it before anything else, with the body
 * as it came. Standard Webhooks; any library of theirs does the same.
 */

/** How far the clocks of the two may be apart, in seconds. */
const tolerance = 5 * 60;

/** What Concord tells an address. `data` is null where it only tries whether the address takes something. */
export type WebhookMessage = {
	/** Such as `difference.changed`. */
	type: string;
	/** When it happened. */
	timestamp: string;
	data: {
		/** The difference, and its reference. */
		difference: string;
		reference: string;
		/** Where the API tells more, from its beginning on: `/api/v1/differences/…`. */
		href: string;
	} | null;
};

/**
 * @param secret `whsec_…`
 * @param body as it came, letter by letter
 * @param now left out, the time of this machine
 * @throws Error where it is not from Concord, was changed on the way, or is old
 */
export async function verifyWebhook(
	secret: string,
	headers: Headers,
	body: string,
	now: Date = new Date(),
): Promise<void> {
	const id = headers.get("webhook-id") ?? "";
	const timestamp = headers.get("webhook-timestamp") ?? "";
	const apart = Math.abs(now.getTime() / 1000 - Number(timestamp));
	if (!/^\d+$/.test(timestamp) || apart > tolerance)
		throw new Error("This webhook is not of now: it may have been sent again by somebody else");
	const key = await crypto.subtle.importKey(
		"raw",
		bytesOf(secret.replace(/^whsec_/, "")),
		{ name: "HMAC", hash: "SHA-256" },
		false,
		["verify"],
	);
	const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
	for (const each of (headers.get("webhook-signature") ?? "").split(" ")) {
		const [version, signature = ""] = each.split(",");
		if (version === "v1" && (await crypto.subtle.verify("HMAC", key, bytesOf(signature), signed)))
			return;
	}
	throw new Error("This webhook has no signature of its secret");
}

/** No bytes for what is no base64: nothing is signed with them. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
	if (!/^[\w+/]+={0,2}$/.test(base64)) return new Uint8Array(new ArrayBuffer(0));
	return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
