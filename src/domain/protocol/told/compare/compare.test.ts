import { globSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rulesFrom, somerset, somersetText } from "../../../../../protocols/somerset.fixture.ts";
import { readProtocolFile } from "../../../../protocol-files.ts";
import { oddText } from "../../odd-protocol.fixture.ts";
import { type Change, compareProtocols, isOnlyWording } from "./compare.ts";

const odd = rulesFrom(oddText).protocol;

/** What is said when Somerset's text has these words instead of those. */
function changes(good: string, bad: string, text = somersetText): Change[] {
	expect(text).toContain(good);
	return compareProtocols(rulesFrom(text).protocol, rulesFrom(text.replace(good, bad)).protocol);
}
const said = (found: Change[]) =>
	found.map(({ area, kind, says }) => `${area} | ${kind} | ${says}`);

test("a protocol compared with itself has not changed", () => {
	for (const file of globSync("protocols/*/*.yaml")) {
		const [one, other] = [readProtocolFile(file), readProtocolFile(file)];
		if (!one.protocol || !other.protocol) throw new Error(file);
		expect(compareProtocols(one.protocol, other.protocol)).toEqual([]);
	}
	expect(compareProtocols(odd, rulesFrom(oddText).protocol)).toEqual([]);
});

describe("a change of levels is said", () => {
	const levels = (good: string, bad: string) => said(changes(good, bad, oddText));
	test.each<[what: string, good: string, bad: string, says: string[]]>([
		[
			"by whom it is",
			"posts: [head-of-service, chief-inspector]",
			"posts: [chief-inspector, area-head]",
			[
				"Levels | changed | The level “senior manager”: now also whoever holds the post of area head.",
				"Levels | changed | The level “senior manager”: no longer whoever holds the post of head of service.",
			],
		],
		[
			"a new one",
			"  director: { posts: [chief-officer] }",
			"  deputy: { posts: [deputy] }\n  director: { posts: [chief-officer] }",
			["Levels | added | New level: the level “deputy”: whoever holds the post of deputy."],
		],
	])("%s", (_, good, bad, says) => expect(levels(good, bad)).toEqual(says));

	test("that one has another name in the file is no change of what anybody does", () =>
		expect(
			isOnlyWording(
				compareProtocols(odd, rulesFrom(oddText.replaceAll("team-manager", "first-line")).protocol),
			),
		).toBe(true));
});

describe("one thing changed in Somerset’s protocol is said in one sentence, where it belongs", () => {
	test.each<[what: string, good: string, bad: string, says: string]>([
		[
			"a shorter time",
			"within: 10 working days, from",
			"within: 5 working days, from",
			"Stage 3: Formal resolution | changed | “Answer in part two of the form” (agency B’s senior manager): now within 5 working days; before, within 10 working days.",
		],
		[
			"another unit of time",
			"within: 2 working days, from: sign-off.signed",
			"within: immediately, from: sign-off.signed",
			"Stage 3: Formal resolution | changed | “Send the form to agency B” (the SSCP Business Unit): now immediately; before, within 2 working days.",
		],
		[
			"what starts the time",
			"from: forward.forwarded",
			"from: sign-off.signed",
			"Stage 3: Formal resolution | changed | “Answer in part two of the form” (agency B’s senior manager): now counted from “Sign off part one” (“I sign it off: send it to the Business Unit”); before, counted from “Send the form to agency B”.",
		],
		[
			"where silence leads",
			"late: [follow-up]",
			"late: [follow-up, consider]",
			"Stage 3: Formal resolution | changed | “Answer in part two of the form” (agency B’s senior manager): now goes on to “Follow up the late response” and “Say whether the response resolves it” if it is not done in time; before, goes on to “Follow up the late response” if it is not done in time.",
		],
		[
			"who owes a step",
			"title: Sign off part one\n        by: raising senior-manager",
			"title: Sign off part one\n        by: raising manager",
			"Stage 3: Formal resolution | changed | “Sign off part one”: now by agency A’s manager; before, by agency A’s senior manager.",
		],
		[
			"who may make a move",
			"title: Close it\n    by: [business-unit]",
			"title: Close it\n    by: [business-unit, executive]",
			"What else may be done | changed | “Close it”: now also by the SSCP Executive.",
		],
		[
			"a number to ring",
			'call: "999"',
			'call: "112"',
			"Whom to ring first | changed | Whom to ring first: now also the police, 112, if a child is in immediate danger.",
		],
		[
			"what a role means in a sector",
			"police: police manager",
			"police: inspector",
			"Roles | changed | The manager: now inspector in police; before, police manager in police.",
		],
		[
			"words alone",
			"says: You talk to the other practitioner and try to settle it between you.",
			"says: You talk to the other practitioner.",
			"Stage 1: Early resolution | wording | “Stage 1: Early resolution”: now with the words “You talk to the other practitioner.”; before, with the words “You talk to the other practitioner and try to settle it between you.”.",
		],
	])("%s", (_, good, bad, says) => {
		expect(said(changes(good, bad))).toContain(says);
		expect(changes(good, bad).length).toBeLessThan(3);
	});
});

test("a form says what it now asks, and what it no longer asks", () => {
	expect(
		said(
			changes(
				"asks: [position, response]",
				"asks: [response, evidence]",
				somersetText.replace("asks: [reply]", "asks: [reply, position]"),
			),
		),
	).toEqual(
		expect.arrayContaining([
			"Forms | changed | “Part two: the response” of “Resolving Professional Differences form”: now also asks “What evidence and reasons do you have?”.",
			"Forms | changed | “Part two: the response” of “Resolving Professional Differences form”: no longer asks “Does your agency agree?”.",
		]),
	);
});

test("a new step and a step that is gone are told with who owes them", () => {
	const more = `      follow-up:
        kind: follow-up
        title: Follow up the late response
`;
	const added = somersetText
		.replace(
			more,
			`      prompt: { kind: task, title: Ring them, by: business-unit, due: { within: 1 working day }, then: stay }\n${more}`,
		)
		.replace("late: [follow-up]", "late: [follow-up, prompt]");
	const [before, after] = [somerset.protocol, rulesFrom(added).protocol];
	expect(said(compareProtocols(before, after))).toContain(
		"Stage 3: Formal resolution | added | New step: “Ring them”: a task; by the SSCP Business Unit; within 1 working day; leads to nothing further.",
	);
	expect(said(compareProtocols(after, before))).toContain(
		"Stage 3: Formal resolution | removed | The step “Ring them” is gone: a task; by the SSCP Business Unit; within 1 working day; leads to nothing further.",
	);
});

test("what has another name in the file and its old title is the same thing, and only said to have another name", () => {
	const renamed = somersetText
		.replaceAll("formal-resolution", "formal")
		.replaceAll(/\bsent-to\b/g, "answered-by")
		.replaceAll(/\bforward\b(?=[:.\]]| }|\n)/g, "pass-on")
		.replace("kind: pass-on", "kind: forward")
		.replaceAll("end not-agreed", "end no-agreement")
		.replace("  not-agreed:", "  no-agreement:");
	const found = compareProtocols(somerset.protocol, rulesFrom(renamed).protocol);
	expect(isOnlyWording(found)).toBe(true);
	expect(said(found)).toEqual(
		expect.arrayContaining([
			"Stage 3: Formal resolution | wording | “Stage 3: Formal resolution” is called “formal” in the file; it was called “formal-resolution”.",
			"How it can end | wording | “Ended without agreement” is called “no-agreement” in the file; it was called “not-agreed”.",
		]),
	);
});

test("the weightiest comes first, with its area, and words last", () => {
	const after = somersetText
		.replace("police: police manager", "police: inspector")
		.replace("title: Early resolution", "title: First talk")
		.replace("within: 10 working days, from", "within: 5 working days, from")
		.replace('call: "999"', 'call: "112"');
	const found = compareProtocols(somerset.protocol, rulesFrom(after).protocol);
	expect(found.map(({ area }) => area)).toEqual([
		"Whom to ring first",
		"Whom to ring first",
		"Stage 3: Formal resolution",
		"Roles",
		"Stage 1: First talk",
	]);
	expect(found.at(-1)?.kind).toBe("wording");
	expect(isOnlyWording(found)).toBe(false);
});

test("another wording of a time that stays is a change of words alone", () => {
	const within = "within: 10 working days, from";
	const found = changes(within, `wording: ten days (two weeks), ${within}`);
	expect(isOnlyWording(found)).toBe(true);
	expect(said(found)).toEqual([
		"Stage 3: Formal resolution | wording | “Answer in part two of the form” (agency B’s senior manager): now in its own words “ten days (two weeks)”.",
	]);
});
