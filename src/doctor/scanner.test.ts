import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { type Scanner, ScannerAway } from "../files/clamd.ts";
import { scannerFinding } from "./scanner.ts";

const finds =
	(virus: RegExp): Scanner =>
	async (content) =>
		virus.test(await text(content)) ? "infected" : "clean";
const away: Scanner = async () => {
	throw new ScannerAway("The virus scanner could not be reached");
};

test.each<[string, Scanner | "none" | undefined, string, RegExp]>([
	["finds the test virus and nothing else", finds(/EICAR/), "well", /finds the test virus/],
	["has no list of viruses", finds(/^$/), "broken", /does not find the test virus/],
	["calls everything a virus", finds(/./), "broken", /calls a harmless text a virus/],
	["is away", away, "broken", /could not be reached\. Files wait/],
	["is not set up", undefined, "look", /nobody can open them/],
	["is said not to be", "none", "look", /nothing looks through files/],
])("a scanner that %s", async (_, scanner, state, says) => {
	const finding = await scannerFinding(scanner);
	expect(finding.state).toBe(state);
	expect(finding.says).toMatch(says);
});
