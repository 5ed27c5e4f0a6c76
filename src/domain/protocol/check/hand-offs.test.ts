import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";
import { checkHandOffs } from "./hand-offs.ts";

const stages = `one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, then: end over }
`;
const read = (text: string) => {
	const read = readProtocol(text);
	if (!read.protocol) throw new Error(JSON.stringify(read.faults));
	return read;
};
const from = read(
	madeUpText(stages).replace(
		"over: { title: Over }",
		"over: { title: Over, hands-off: { to: conference, carries: [issue] } }",
	),
);
const into = (change = (text: string) => text) =>
	read(change(madeUpText(stages).replace("protocol: made-up", "protocol: conference"))).protocol;
const at = "endings › over › hands-off";

test("a protocol that asks for what is carried over fits", () => {
	expect(checkHandOffs(from.protocol, from.lineOf, [into()])).toEqual({ faults: [], warnings: [] });
});

test("one that does not ask for it, or asks for another kind of answer, is a fault at its line", () => {
	const named = (change: (text: string) => string) =>
		checkHandOffs(from.protocol, from.lineOf, [into(change)]).faults;
	expect(named((text) => text.replaceAll("issue", "matter"))).toEqual([
		{
			line: 22,
			where: `${at} › carries › 0`,
			wrong: "“conference” does not ask for “issue” when it begins",
			fix: "Take it out, or add it to the “asks:” under “raise:” of “conference”",
		},
	]);
	expect(named((text) => text.replace("type: text", "type: day"))).toMatchObject([
		{
			wrong:
				"“issue” is of type “text” here and “day” in “conference”, so its answer is not carried over",
		},
	]);
});

test("of several versions one that fits is enough", () => {
	const old = into((text) => text.replaceAll("issue", "matter"));
	expect(checkHandOffs(from.protocol, from.lineOf, [old, into()]).faults).toEqual([]);
});

test("one that is not at hand is a warning, and a name that comes close is offered", () => {
	expect(checkHandOffs(from.protocol, from.lineOf, [])).toMatchObject({
		faults: [],
		warnings: [
			{ where: `${at} › to`, wrong: "There is no protocol “conference” here to go on under" },
		],
	});
	const other = into((text) => text.replace("protocol: conference", "protocol: conferences"));
	expect(checkHandOffs(from.protocol, from.lineOf, [other]).warnings).toMatchObject([
		{ fix: "Did you mean “conferences”?" },
	]);
});
