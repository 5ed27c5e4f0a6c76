/** Accounts for tests: who signs in with what, what is mailed to them, and an authenticator app and a passkey of theirs. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { App } from "../../src/actions/app.ts";
import { hashPassword } from "../../src/actions/password.ts";
import { sendMessage } from "../../src/actions/send-message.ts";
import { tellAccount } from "../../src/actions/tell-account.ts";
import type { Viewer } from "../../src/domain/people/viewer.ts";
import type { Mail } from "../../src/mail/notices/compose.ts";
import { saveAccount } from "../../src/store/accounts.ts";
import { transact } from "../../src/store/db.ts";
import type { TestPartnership } from "./partnership.ts";
import { type Seen, stranger, type Visitor } from "./visitor.ts";

/** What every account of a test has. */
export const password = "seven quiet herons";

/** Gives somebody an account, under their own number and work address. */
export async function giveAccount({ app }: TestPartnership, { id, email }: Viewer): Promise<void> {
	const passwordHash = await hashPassword(password);
	await transact(app.db, async (trx) => {
		await saveAccount(trx, app.clock(), { id, email, passwordHash });
		await trx.updateTable("person").set({ account_id: id }).where("id", "=", id).execute();
	});
}

/** Does what was queued, and gives the mails that leave. What is queued meanwhile is done too. */
export async function deliver({
	app,
	queued,
}: TestPartnership): Promise<(Mail & { to: string })[]> {
	const sent: (Mail & { to: string })[] = [];
	const sending: App = {
		...app,
		mail: {
			send: async (mail) => {
				sent.push(mail);
			},
		},
	};
	for (let job = queued.shift(); job; job = queued.shift()) {
		if (job.name === "tell-account") await tellAccount(sending, job.data);
		if (job.name === "send-mail") await sendMessage(sending, job.data.messageId);
	}
	return sent;
}

/** The page that a mail leads to. */
export const linkIn = ({ text }: Mail): string =>
	new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? "none").pathname;

/** Somebody who signs in on the page. @returns where that led, and who they are there */
export async function signsIn(
	web: Parameters<typeof stranger>[0],
	{ email }: { email: string },
	given: { password?: string; headers?: Record<string, string> } = {},
): Promise<{ visitor: Visitor; page: Seen }> {
	const visitor = stranger(web, given.headers);
	const asked = await visitor.open("/sign-in");
	const page = await visitor.send(
		{ ...asked, url: "/sign-in", form: {} },
		{ email, password: given.password ?? password },
	);
	return { visitor, page };
}

/** What an authenticator app shows for a key. */
export const codeOf = (key: string, at: Temporal.Instant): string =>
	new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) }).generate({
		timestamp: at.epochMilliseconds,
	});

/** Sets up an authenticator app on the pages. @returns its key and the recovery codes that were shown */
export async function setsUpApp(
	visitor: Visitor,
	{ app }: TestPartnership,
): Promise<{ key: string; codes: string[]; page: Seen }> {
	await visitor.open("/your-settings/sign-in");
	const begun = await visitor.post("/your-settings/sign-in/app/begin");
	const asked = await visitor.open(String(begun.headers.location));
	const key = /id="app-key">\s*([A-Z2-7 ]+)/.exec(asked.body)?.[1]?.trim() ?? "";
	const page = await visitor.send({ ...asked, form: {} }, { code: codeOf(key, app.clock()) });
	return {
		key,
		codes: [...page.body.matchAll(/<code>([^<]+)</g)].map(([, code = ""]) => code),
		page,
	};
}

const hash = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest();

/** A passkey in software: answers as an authenticator does, and as one does not, where a test says so. */
export class SoftPasskey {
	readonly id = randomBytes(16);
	/** How often it says that it was used. */
	counter = 0;
	readonly #key: KeyObject;
	readonly #cose: Buffer;
	readonly #address: string;

	/** @param address at which Concord is reached */
	constructor(address: string) {
		this.#address = address;
		const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
		this.#key = privateKey;
		const { x = "", y = "" } = publicKey.export({ format: "jwk" });
		this.#cose = Buffer.concat([
			Buffer.from("a5010203262001215820", "hex"),
			Buffer.from(x, "base64url"),
			Buffer.from("225820", "hex"),
			Buffer.from(y, "base64url"),
		]);
	}

	#said(type: string, challenge: string, origin: string): Buffer {
		return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
	}

	#data(flags: number, more = Buffer.alloc(0)): Buffer {
		const head = Buffer.alloc(5);
		head.writeUInt8(flags);
		head.writeUInt32BE(this.counter, 1);
		return Buffer.concat([hash(new URL(this.#address).hostname), head, more]);
	}

	#answer(response: Record<string, string>): string {
		return JSON.stringify({
			id: this.id.toString("base64url"),
			rawId: this.id.toString("base64url"),
			type: "public-key",
			clientExtensionResults: {},
			response,
		});
	}

	/** What a browser sends to add it. */
	made(challenge: string, { verified = true, origin = this.#address } = {}): string {
		const length = Buffer.from([0, this.id.length]);
		const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.#cose]);
		const data = this.#data(verified ? 0x45 : 0x41, credential);
		const attestation = Buffer.concat([
			Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex"),
			Buffer.from([data.length]),
			data,
		]);
		return this.#answer({
			clientDataJSON: this.#said("webauthn.create", challenge, origin).toString("base64url"),
			attestationObject: attestation.toString("base64url"),
		});
	}

	/** What a browser sends to sign in with it. */
	shown(challenge: string, { verified = true, origin = this.#address } = {}): string {
		const said = this.#said("webauthn.get", challenge, origin);
		const data = this.#data(verified ? 0x05 : 0x01);
		const signature = sign("sha256", Buffer.concat([data, hash(said)]), this.#key);
		return this.#answer({
			clientDataJSON: said.toString("base64url"),
			authenticatorData: data.toString("base64url"),
			signature: signature.toString("base64url"),
		});
	}
}
