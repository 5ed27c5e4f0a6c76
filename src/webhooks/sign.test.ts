import { expect, test } from "vitest";
import { verifyWebhook } from "../../clients/typescript/webhook.ts";
import { newSecret, signed } from "./sign.ts";

/** Of the specification’s own libraries. */
const vector = {
	secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
	id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
	seconds: 1614265330,
	body: '{"test": 2432232314}',
	signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};

test("a message is signed as the specification’s example is", () => {
	expect(signed([vector.secret], vector)).toEqual({
		"webhook-id": vector.id,
		"webhook-timestamp": "1614265330",
		"webhook-signature": vector.signature,
	});
});

test("the client takes the specification’s example, also beside signatures of other secrets and kinds", async () => {
	const headers = new Headers(signed([vector.secret], vector));
	const now = new Date(vector.seconds * 1000);
	await expect(verifyWebhook(vector.secret, headers, vector.body, now)).resolves.toBeUndefined();
	headers.set("webhook-signature", `v1a,AAAA v1,AAAA ${vector.signature}`);
	await expect(verifyWebhook(vector.secret, headers, vector.body, now)).resolves.toBeUndefined();
});

test("while one secret is changed for another, whoever knows either knows the message", async () => {
	const secret = newSecret();
	const headers = new Headers(signed([secret, vector.secret], vector));
	const now = new Date(vector.seconds * 1000);
	for (const known of [secret, vector.secret])
		await expect(verifyWebhook(known, headers, vector.body, now)).resolves.toBeUndefined();
});

test.each([
	["another body", { body: '{"test": 1}' }],
	["another message", { id: "msg_other" }],
	["another time", { seconds: vector.seconds + 1 }],
	["another secret", { secret: newSecret() }],
	["no signature", { signature: "" }],
	["a message of before five minutes", { late: 301 }],
	["a message of after five minutes", { late: -301 }],
])("the client refuses %s", async (_, change) => {
	const { secret, id, seconds, body, signature, late } = { ...vector, late: 0, ...change };
	const headers = new Headers({
		"webhook-id": id,
		"webhook-timestamp": String(seconds),
		"webhook-signature": signature,
	});
	const now = new Date((seconds + late) * 1000);
	await expect(verifyWebhook(secret, headers, body, now)).rejects.toThrow("webhook");
});

test("a secret is 32 bytes, and another each time", () => {
	const secret = newSecret();
	expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
	expect(newSecret()).not.toBe(secret);
});
