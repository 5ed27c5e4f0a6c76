import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readProtocol } from "../reading/read-protocol.ts";
import { compareProtocols } from "./compare/compare.ts";
import { drawProtocol } from "./draw/draw.ts";
import { guideOf } from "./guide/guide.ts";

const text = (name: string) =>
	readFileSync(new URL(`../../../../test/language/${name}.yaml`, import.meta.url), "utf8");

function read(from: string) {
	const { protocol, faults } = readProtocol(from);
	if (!protocol) throw new Error(JSON.stringify(faults));
	return protocol;
}

test.each(["other-agencies", "other-agencies-none", "one-of-the-others"])(
	"what %s asks of each agency involved is told once, and never by a number",
	(name) => {
		const protocol = read(text(name));
		const told = JSON.stringify([drawProtocol(protocol), guideOf(protocol)]);
		expect(told).not.toMatch(/(involved|partner) agency \d|involved-\d/);
		expect(told).toMatch(/each (involved|partner) agency/);
	},
);

test("the one agency that owes a step is told by the question that names it", () => {
	const told = JSON.stringify(guideOf(read(text("one-of-the-others"))));
	expect(told).toContain("manager of the agency in “Which agency leads?”");
});

test("a change of how many may be involved is one change, and so is one of a step of theirs", () => {
	const before = text("other-agencies");
	const says = (after: string) =>
		compareProtocols(read(before), read(after)).map(({ says }) => says);
	expect(says(before.replace("at-most: 2", "at-most: 4"))).toEqual([
		expect.stringContaining("up to 4 other agencies may be involved"),
	]);
	expect(says(before.replace("within: 3 working days", "within: 4 working days"))).toEqual([
		expect.stringContaining("within 4 working days"),
	]);
});
