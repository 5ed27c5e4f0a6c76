import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** Memory in KiB and passes that OWASP's password storage cheat sheet asks of argon2id. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltLength = 16;
const tagLength = 32;

const argon2id = promisify(argon2);

/** The hash of a password as it is stored, in the PHC format: it names its own cost, which may rise later. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(saltLength);
	const tag = await derive(password, salt, cost);
	return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Whether a password is the one that was hashed. Takes as long for a wrong one. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
	const { salt, tag, ...asHashed } = parsed(hash);
	return timingSafeEqual(await derive(password, salt, asHashed), tag);
}

/** Alike however it was typed: é as one character or as two. */
const derive = (
	password: string,
	nonce: Buffer,
	asked: { memory: number; passes: number; parallelism: number },
) =>
	argon2id("argon2id", {
		...asked,
		message: password.normalize("NFKC"),
		nonce,
		tagLength,
	});

/** @throws RangeError for anything that `hashPassword` does not write */
function parsed(hash: string) {
	const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
	if (!parts) throw new RangeError("A stored password hash cannot be read");
	const [, memory, passes, parallelism, salt = "", tag = ""] = parts;
	return {
		memory: Number(memory),
		passes: Number(passes),
		parallelism: Number(parallelism),
		salt: Buffer.from(salt, "base64"),
		tag: Buffer.from(tag, "base64"),
	};
}

const unpadded = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
