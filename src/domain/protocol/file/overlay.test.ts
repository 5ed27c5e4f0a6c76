import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol, readProtocolOver } from "../reading/read-protocol.ts";
import { writeLaidOver } from "./overlay.ts";

const region = madeUpText(
	"one: { title: One, steps: { a: { kind: task, title: A, by: raising practitioner, due: { within: 5 working days }, then: end over } } }",
);
const local = `over: ../region/1.yaml
protocol: local
partnership: Somewhere in it
stages: { one: { steps: { a: { due: { within: 3 working days } } } } }
`;

test("a local text takes the place of the regional one where it differs, and nowhere else", () => {
	const { protocol } = readProtocolOver(local, (named) =>
		named === "../region/1.yaml" ? region : undefined,
	);
	expect(protocol).toMatchObject({
		id: "local",
		partnership: "Somewhere in it",
		title: "Made up",
		clocks: [{ limit: { within: { amount: 3, unit: "working-days" } } }],
	});
	expect(readProtocol(writeLaidOver(local, region)).protocol).toEqual(protocol);
});

test("a text that stands alone asks for no other", () => {
	const { protocol, base } = readProtocolOver(region, () => {
		throw new Error("It asked for another");
	});
	expect(protocol?.id).toBe("made-up");
	expect(base).toBeUndefined();
});

test("a regional text that is not there is a fault with its line", () => {
	expect(readProtocolOver(local, () => undefined).faults).toEqual([
		{
			line: 1,
			where: "over",
			wrong: "There is no file “../region/1.yaml” to stand over",
			fix: "Write where the regional text is, as seen from this file: “../region/2024.yaml”",
		},
	]);
});

test("a local text alone says how to write it out whole", () => {
	expect(readProtocol(local).faults).toMatchObject([
		{ line: 1, fix: expect.stringContaining("concord protocol merge") },
	]);
});

test("a local text over a local text is told apart from a wrong word", () => {
	expect(readProtocol(local, local).faults).toMatchObject([
		{
			line: 1,
			wrong: "The text that this one stands over stands over another itself",
		},
	]);
});

test("a fault in the regional text says that it is there", () => {
	expect(readProtocol(local, "a: [").faults?.[0]?.where).toContain(
		"the text that this one stands over",
	);
});
