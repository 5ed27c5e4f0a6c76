import {
	chmodSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newKey, type Place } from "../keys/sealed.ts";
import { inFile } from "./in-file.ts";
import { makeKeyFile, readKeyFile } from "./key-file.ts";

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "concord-key-"));
	path = join(folder, "installation-key");
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = Temporal.Instant.from("2026-04-01T09:00:00Z");
const place: Place = ["partnership_key", "a partnership", "a key"];
const made = () => {
	makeKeyFile(path, at);
	return inFile(path);
};

test("a file that is made is its owner’s alone, and making it again leaves it", () => {
	const [key] = makeKeyFile(path, at);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(makeKeyFile(path, at.add({ hours: 1 }))[0]?.id).toBe(key?.id);
	expect(key?.madeAt).toBe("2026-04-01T09:00:00Z");
	expect(readdirSync(folder)).toEqual(["installation-key"]);
});

test("what it closed opens for its own place alone", async () => {
	const key = newKey();
	const today = await made().today();
	const wrapped = await today.wrap(key, place);
	expect((await today.unwrap(wrapped, place)).equals(key)).toBe(true);
	await expect(
		today.unwrap(wrapped, ["partnership_key", "another", "a key"]),
	).rejects.toMatchObject({ code: "damaged" });
});

test("a new key is today’s for a Concord that runs; the one before opens until it is forgotten", async () => {
	const running = made();
	const key = newKey();
	const before = await running.today();
	const wrapped = await before.wrap(key, place);
	const command = inFile(path);
	const after = await command.renew(at.add({ hours: 1 }));
	expect(after.id).not.toBe(before.id);
	expect((await running.today()).id).toBe(after.id);
	expect((await (await running.find(before.id))?.unwrap(wrapped, place))?.equals(key)).toBe(true);
	await expect(command.forget(after.id)).rejects.toThrow(/is the key in use/);
	await command.forget(before.id);
	expect(readKeyFile(path).map(({ id }) => id)).toEqual([after.id]);
	expect(await inFile(path).find(before.id)).toBeUndefined();
});

test("while the file is away, keys that were read still open, and nothing is closed", async () => {
	const running = made();
	const { id } = await running.today();
	rmSync(path);
	expect((await running.find(id))?.id).toBe(id);
	await expect(running.today()).rejects.toMatchObject({
		code: "no-key",
		message: expect.stringMatching(/^There is no key file .+ Put it back from your copy/),
	});
});

test.each([0o604, 0o640, 0o660, 0o602])(
	"a file of mode %o, which others can open, is refused",
	(mode) => {
		makeKeyFile(path, at);
		chmodSync(path, mode);
		expect(() => inFile(path)).toThrow(/Others than Concord may read or write/);
	},
);

test.each([
	["nothing in it", () => ""],
	["only its beginning", (text: string) => text.slice(0, -20)],
	["a letter mistyped", (text: string) => text.replace(/(concord-key \w+ \S+ )./, "$1!")],
	[
		"another key under its id",
		(text: string) => text.replace(/(.)=\n$/, (_, last) => `${last === "A" ? "E" : "A"}=\n`),
	],
])("a file with %s is told as damaged, without its content", (_, change) => {
	makeKeyFile(path, at);
	const text = readFileSync(path, "utf8");
	writeFileSync(path, change(text));
	expect(() => inFile(path)).toThrow(
		`${path} is not a whole key file of Concord. Put it back from your copy. Nothing in the database is lost by this.`,
	);
});

test("an editor of Windows does not harm it", () => {
	const [key] = makeKeyFile(path, at);
	writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
	expect(readKeyFile(path)[0]?.id).toBe(key?.id);
});
