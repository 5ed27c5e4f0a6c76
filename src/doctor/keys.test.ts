import { expect, test } from "vitest";
import { SealFault } from "../keys/faults.ts";
import { heldKey } from "../keys/installation-key.ts";
import { holderOf } from "../keys/key-holder.ts";
import { keyringOf } from "../keys/keyring.ts";
import { newKey } from "../keys/sealed.ts";
import { keyFinding } from "./keys.ts";

const ours = heldKey(newKey());
const closed = [await keyringOf([ours]).make("a key", "a partnership")];
const well = { isBesideData: false, isCopied: true, rehearsal: false };

test.each([
	["apart from the data, with a copy", well, "well"],
	["beside the data", { ...well, isBesideData: true }, "look"],
	["without a copy", { ...well, isCopied: false }, "look"],
	[
		"of a rehearsal, wherever it is",
		{ isBesideData: true, isCopied: false, rehearsal: true },
		"well",
	],
] as const)("a key %s", async (_, how, state) => {
	expect(await keyFinding(() => holderOf([ours]), closed, how)).toMatchObject({ state });
});

test("a key that is another, or cannot be had, is broken, and nobody is told to change the database", async () => {
	expect(await keyFinding(() => holderOf([heldKey(newKey())]), closed, well)).toMatchObject({
		state: "broken",
		says: expect.stringContaining(ours.id),
		fix: expect.stringContaining("Change nothing in the database"),
	});
	const missing = await keyFinding(
		() => {
			throw new SealFault("no-key", "There is no key file.");
		},
		closed,
		well,
	);
	expect(missing).toMatchObject({ state: "broken", says: "There is no key file." });
});
