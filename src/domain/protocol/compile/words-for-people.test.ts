import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

const text = madeUpText(`one:
  number: 1
  title: One
  steps:
    decide: { kind: decision, title: Decide, by: raising practitioner, panel: { of: [police, independent-chair], quorum: 2 }, then: write }
    write: { kind: letter, letter: decision, title: Write, by: raising practitioner, then: end over }
`)
	.replace(
		"roles:\n",
		`roles:
  manager: { level: manager, called: team leader, in: { health: named nurse } }
  independent-chair: { office: independent-chair, called: Chair of the Board }
`,
	)
	.replace(
		"fields:",
		'letters: { decision: { title: Decision, to: The family, text: "{issue}" } }\nfields:',
	);

const faultsIn = (good: string, wrong: string) => {
	expect(text).toContain(good);
	return (readProtocol(text.replace(good, wrong)).faults ?? []).map(({ wrong, fix }) => [
		wrong,
		fix,
	]);
};

test("the text that the tests below spoil has no faults", () => {
	expect(readProtocol(text).faults).toBeUndefined();
});

test.each([
	["independent-cahir", "Did you mean “independent-chair”?"],
	["independent chair", "Did you mean “independent-chair”?"],
	["Chair of the board", "Did you mean “independent-chair”?"],
	["receving manager", "Did you mean “receiving manager”?"],
	["receiving manger", "Did you mean “receiving manager”?"],
	["receiving minister", "Use one of: manager, practitioner"],
	[
		"designated-doctor",
		"Write “designated doctor” for somebody from outside, or add “designated-doctor: { office: designated-doctor }” under “roles:”",
	],
])("on a panel “%s” is nobody: %s", (seat, fix) => {
	expect(faultsIn("independent-chair], quorum", `${seat}], quorum`)[0]?.[1]).toBe(fix);
});

test.each(["a consultant paediatrician", "somebody of the police", "Housing"])(
	"on a panel “%s” is somebody from outside",
	(seat) => {
		expect(faultsIn("[police, independent-chair]", `[${seat}, independent-chair]`)).toEqual([]);
	},
);

test.each([
	["receiving manager", "“The team leader, {receiving-agency}”"],
	["receving manager", "“The team leader, {receiving-agency}”"],
	["raising named nurse", "“The team leader, {raising-agency}”"],
	["independent-chair", "“The Chair of the Board”"],
])("a letter to “%s” is to say it in words: %s", (to, words) => {
	expect(faultsIn("to: The family", `to: ${to}`)).toEqual([
		[
			`A letter would begin “${to}”, which is how this file names somebody and no address`,
			`Write it as the letter is to say it: ${words}, in quotes`,
		],
	]);
});

test.each(["The managers of both agencies", '"{receiving-agency}"', "Ofsted"])(
	"a letter may go to %s",
	(to) => {
		expect(faultsIn("to: The family", `to: ${to}`)).toEqual([]);
	},
);

test("a blank in the address is one that can be filled", () => {
	expect(faultsIn("to: The family", 'to: "{receiving-agncy}"')).toEqual([
		[
			"There is no field or word for a letter called “receiving-agncy”",
			"Did you mean “receiving-agency”?",
		],
	]);
});

test.each([
	["senior manager", /There is no role called “senior”|is nobody whom this file names/],
	["receving manager", /“receving manager” is nobody whom this file names/],
	["team leader", /“team leader” does not say which agency/],
	["Independent Chair", /“Independent Chair” is nobody whom this file names/],
])("“by: %s” is told", (by, wrong) => {
	expect(faultsIn("by: raising practitioner, panel", `by: ${by}, panel`)[0]?.[0]).toMatch(wrong);
});
