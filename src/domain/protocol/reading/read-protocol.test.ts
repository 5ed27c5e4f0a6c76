import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { somersetText } from "../../../../protocols/somerset.fixture.ts";
import type { Fault } from "../file/faults.ts";
import { readProtocol } from "./read-protocol.ts";

const faultsOf = (text: string): Fault[] => readProtocol(text).faults ?? [];

/** Somerset with one thing wrong in it. */
function spoilt(good: string, bad: string): string {
	expect(somersetText).toContain(good);
	return somersetText.replace(good, bad);
}
const lineOf = (text: string, words: string): number =>
	text.slice(0, text.indexOf(words)).split("\n").length;

test("Somerset’s protocol has no faults", () => {
	expect(faultsOf(somersetText)).toEqual([]);
});

describe("one thing wrong in Somerset’s protocol is told at its line, with the mend", () => {
	test.each<[what: string, good: string, bad: string, wrong: RegExp, fix: RegExp]>([
		[
			"a word that is not the language’s",
			"        kind: discussion\n        title: Talk to the other practitioner",
			"        kind: discussion\n        titel: Talk to the other practitioner",
			/“titel” is not a word that can stand here/,
			/Did you mean “title”\?/,
		],
		[
			"a word that is the language’s, and not of this place",
			"    forms: forbidden\n    says: You talk",
			"    within: forbidden\n    says: You talk",
			/“within” is not a word/,
			/use one of: number, title, says, kind, track, discretionary, forms, each, not-read-by, due, after-last, opens, steps/,
		],
		[
			"a kind of step that there is not",
			"kind: sign-off",
			"kind: signoff",
			/There is no kind called “signoff”/,
			/Did you mean “sign-off”\?/,
		],
		[
			"a kind of field that there is not",
			"reply-by: { type: day,",
			"reply-by: { type: date,",
			/no type called “date”/,
			/Did you mean “day”\?/,
		],
		[
			"a step that there is not",
			"then: respond\n",
			"then: responds\n",
			/There is no step called “responds”/,
			/Did you mean “respond”\?/,
		],
		[
			"a stage that there is not",
			"then: stage informal-resolution\n",
			"then: stage informal\n",
			/There is no stage called “informal”/,
			/early-resolution, informal-resolution|Did you mean/,
		],
		[
			"an ending that there is not",
			"then: end resolved }",
			"then: end resolve }",
			/There is no ending called “resolve”/,
			/Did you mean “resolved”\?/,
		],
		[
			"a field that there is not",
			"asks: [sent-to]",
			"asks: [send-to]",
			/There is no field called “send-to”/,
			/Did you mean “sent-to”\?/,
		],
		[
			"a name that every object has and this file does not give",
			"asks: [sent-to]",
			"asks: [constructor]",
			/There is no field called “constructor”/,
			/Use one of/,
		],
		[
			"a role without its agency",
			"by: raising practitioner\n        with",
			"by: practitioner\n        with",
			/“practitioner” does not say which agency/,
			/“raising practitioner” or “receiving practitioner”/,
		],
		[
			"a role that no level answers to",
			"by: raising senior-manager\n        not-by",
			"by: raising head\n        not-by",
			/no role with a level inside an agency called “head”/,
			/practitioner, manager, senior-manager/,
		],
		[
			"an office inside an agency",
			"by: receiving manager\n        with",
			"by: receiving executive\n        with",
			/no role with a level inside an agency called “executive”/,
			/senior-manager/,
		],
		[
			"a level that there is not",
			"senior-manager: { level: senior-manager,",
			"senior-manager: { level: senior,",
			/There is no level called “senior”/,
			/practitioner, manager|Did you mean/,
		],
		[
			"an office that may not raise",
			"by: [practitioner, manager, senior-manager]",
			"by: [practitioner, business-unit, senior-manager]",
			/no role with a level inside an agency called “business-unit”/,
			/practitioner/,
		],
		[
			"a length of time that is none",
			"within: 10 working days",
			"within: 10 werking days",
			/“10 werking days” is not a length of time/,
			/“2 working days”/,
		],
		[
			"a reminder without a length of time",
			"before: 2 working days",
			"before: soon",
			/“soon” is not a length of time/,
			/“2 working days”/,
		],
		[
			"a clock that starts from what can never happen",
			"from: forward.forwarded",
			"from: forward.sent",
			/There is no outcome of forward called “sent”/,
			/forwarded, opened/,
		],
		[
			"a clock on a day that is none",
			"due: { on: reply-by }",
			"due: { on: reply }",
			/There is no field that is a day, a moment or a list of actions called “reply”/,
			/Use one of: .*reply-by/,
		],
		[
			"an answer that leads to the numbers, and is none",
			"ring-first: [nobody-told]",
			"ring-first: [nobody-tol]",
			/There is no option of “child-safe” called “nobody-tol”/,
			/Did you mean “nobody-told”/,
		],
		[
			"a step that may not be owed, with nothing else that is",
			"        named-in: sent-to\n",
			"        named-in: sent-to\n        if-answered: outstanding\n",
			/“respond” does not stand under “afterwards:”/,
			/move the step under “afterwards:”/,
		],
		[
			"a step of a stage that is to be owed only later",
			"outcomes:\n          submitted: { say: Ready for sign-off, then: sign-off }",
			"outcomes:\n          submitted: { say: Ready for sign-off, then: sign-off after 3 days }",
			/“sign-off after 3 days” is to begin only later, and does not stand under “afterwards:”/,
			/give the step a “due:”/,
		],
		[
			"a step that is to open so many hours later",
			"afterwards.changed-after-six-months after 6 months",
			"afterwards.changed-after-six-months after 6 hours",
			/A step cannot open “6 hours” later/,
			/such as “after 3 months”/,
		],
		[
			"a step that is to open on a day that nobody is asked for",
			"asks: [ask-again-on], then: changed on ask-again-on",
			"asks: [tried-at], then: changed on ask-again-on",
			/Nobody is asked for “ask-again-on” here, so “afterwards.changed” would be owed at once/,
			/Add “ask-again-on” to the “asks:”/,
		],
		[
			"a day that nobody is asked for",
			"what-was-said, reply-by]",
			"what-was-said]",
			/No step asks for the field “reply-by”/,
			/Add it to the “asks:”/,
		],
		[
			"a field that nobody can fill in",
			"  issue: { type:",
			"  unasked: { type: text, label: Nobody asks }\n  issue: { type:",
			/No step asks for the field “unasked”/,
			/Add it to the “asks:”/,
		],
		[
			"a form where forms are forbidden",
			"        kind: discussion\n        title: Talk to the other practitioner",
			"        kind: discussion\n        form: rpd\n        part: one\n        title: Talk to the other practitioner",
			/this stage says that forms are forbidden/,
			/Take the form out/,
		],
		[
			"a form step without its form",
			"        form: rpd\n        part: two\n",
			"",
			/does not say which part of which form/,
			/rpd one, rpd two/,
		],
		[
			"a final decision that leads on",
			"then: end decided }",
			"then: request }",
			/“decide” is final, and this outcome leads on/,
			/Let it lead to an end/,
		],
		[
			"a nation without a calendar",
			"calendar: england-and-wales",
			"calendar: england",
			/no calendar called “england”/,
			/england-and-wales/,
		],
		[
			"a number where a text belongs",
			'version: "2021-04"',
			"version: 2021.04",
			/“version” should be a text/,
			/in quotes/,
		],
		[
			"a name that is not written as names are",
			"  themes: { type: themes",
			"  My_Themes: { type: themes",
			/“My_Themes” cannot be a name here/,
			/lower-case letters/,
		],
		[
			"nothing where something belongs",
			"title: Early resolution",
			"title:",
			/“title” should be a text, and is empty/,
			/Write a text here, or take the word out/,
		],
		[
			"who is asked before they were told",
			"            sends: { what: [rpd], to: [receiving] }\n",
			"",
			/“respond” is for the receiving agency, and on some path nothing was sent to them/,
			/to: \[receiving\]/,
		],
		[
			"what goes back into the stages after the end",
			"then: afterwards.review",
			"then: stage executive",
			/leads back into the stages/,
			/afterwards/,
		],
		[
			"an ending that nothing comes to",
			"  withdrawn: { title: Withdrawn }",
			"  withdrawn: { title: Withdrawn }\n  forgotten: { title: Forgotten }",
			/Nothing leads to the ending “forgotten”/,
			/take the ending out/,
		],
	])("%s", (_, good, bad, wrong, fix) => {
		const text = spoilt(good, bad);
		const found = faultsOf(text);
		const fault = found.find((each) => wrong.test(each.wrong));
		expect(fault, JSON.stringify(found, null, 1)).toBeDefined();
		expect(fault?.fix).toMatch(fix);
		const start = somersetText.indexOf(good);
		const first = somersetText.slice(0, start).split("\n").length;
		const last = first + bad.split("\n").length;
		// A fault of what leads to a step stands at the step, elsewhere in the file.
		if (!/nothing was sent|asks for/.test(fault?.wrong ?? "")) {
			expect(fault?.line).toBeGreaterThanOrEqual(first - 8);
			expect(fault?.line).toBeLessThanOrEqual(last);
		}
	});
});

test("a fault says its very line and place", () => {
	const text = spoilt("asks: [sent-to]", "asks: [send-to]");
	expect(faultsOf(text)[0]).toEqual({
		line: lineOf(text, "asks: [send-to]"),
		where: "stages › formal-resolution › steps › forward › asks › 0",
		wrong: "There is no field called “send-to”",
		fix: "Did you mean “sent-to”?",
	});
});

describe("a process that does not run", () => {
	const step = (rest: string) => `{ kind: note, title: A step, by: raising practitioner, ${rest} }`;
	test.each<[string, string, RegExp]>([
		[
			"a step that nothing leads to",
			`one: { title: One, steps: { a: ${step("outcomes: { done: { say: Done, then: end over } }")}, b: ${step("outcomes: { done: { say: Done, then: end over } }")} } }`,
			/Nothing leads to the step “b”/,
		],
		[
			"a stage that nothing leads to",
			`one: { title: One, steps: { a: ${step("outcomes: { done: { say: Done, then: end over } }")} } }
two: { title: Two, steps: { a: ${step("outcomes: { done: { say: Done, then: end over } }")} } }`,
			/Nothing leads to stage “two”/,
		],
		[
			"a path that goes in circles",
			`one: { title: One, steps: { a: ${step("outcomes: { done: { say: Done, then: end over }, on: { say: On, then: b } }")}, b: ${step("outcomes: { done: { say: Done, then: b } }")} } }`,
			/From the step “b” no path leads to an end/,
		],
		[
			"an outcome after which nobody owes anything",
			`one: { title: One, steps: { a: ${step("outcomes: { done: { say: Done, then: end over }, wait: { say: Wait, then: stay } }")} } }`,
			/After “wait” nobody owes anything/,
		],
		[
			"a step without an outcome",
			`one: { title: One, steps: { a: ${step("outcomes: {}")} } }`,
			/has no outcome, so it never ends/,
		],
		[
			"an end beside something else",
			`one: { title: One, steps: { a: ${step("outcomes: { done: { say: Done, then: [end over, a] } }")} } }`,
			/An end stands beside something else/,
		],
		[
			"two stages at once",
			`one: { title: One, steps: { a: ${step("outcomes: { done: { say: Done, then: [stage two, stage three] } }")} } }
two: { title: Two, steps: { a: ${step("outcomes: { done: { say: Done, then: end over } }")} } }
three: { title: Three, steps: { a: ${step("outcomes: { done: { say: Done, then: end over } }")} } }`,
			/leads into 2 stages at once: two, three/,
		],
		[
			"silence that comes round to itself",
			`one: { title: One, steps: { a: ${step("due: { within: immediately, late: [stage two] }, outcomes: { done: { say: Done, then: end over } }")} } }
two: { title: Two, steps: { a: ${step("due: { within: immediately, late: [stage one] }, outcomes: { done: { say: Done, then: end over } }")} } }`,
			/comes round to itself for ever/,
		],
		[
			"a clock that waits for a step that is never reached",
			`one: { title: One, steps: { a: ${step("due: { within: 2 days, from: b.done }, outcomes: { done: { say: Done, then: end over } }")}, b: ${step("outcomes: { done: { say: Done, then: end over } }")} } }`,
			/“one.b.done” can never happen, so the clock never starts/,
		],
		[
			"an indicative clock that leads somewhere",
			`one: { title: One, steps: { a: ${step("due: { within: 2 days, strength: indicative, late: [end over] }, outcomes: { done: { say: Done, then: end over } }")} } }`,
			/An indicative date is only shown/,
		],
		["a stage without a step", "one: { title: One, steps: {} }", /Stage “one” has no steps/],
	])("%s", (_, stages, wrong) => {
		const found = faultsOf(madeUpText(stages));
		expect(found.map((each) => each.wrong).join("\n")).toMatch(wrong);
		for (const fault of found) {
			expect(fault.line).toBeGreaterThan(0);
			expect(fault.fix).not.toBe("");
		}
	});
});

const unknownWords = (lines: number): string =>
	Array.from({ length: lines }, (_, index) => `word-${index}: x`).join("\n");
const nested = (depth: number): string => "[".repeat(depth);
/** Each line says the one before it nine times over. */
const aliases = (lines: number): string =>
	[
		"n0: &n0 [x, x, x, x, x, x, x, x, x]",
		...Array.from(
			{ length: lines - 1 },
			(_, index) => `n${index + 1}: &n${index + 1} [${Array(9).fill(`*n${index}`).join(", ")}]`,
		),
	].join("\n");

test("a part that is named once can stand in several places, whole", () => {
	const { protocol, faults } = readProtocol(
		somersetText
			.replace("extend: { by: [business-unit] }", "extend: &office { by: [business-unit] }")
			.replace("pause: { by: [business-unit] }", "pause: *office"),
	);
	expect(faults).toBeUndefined();
	expect(protocol?.clockRights.pause).toEqual(protocol?.clockRights.extend);
});

describe("whatever stands in the file is told, and is never an exception", () => {
	test.each<[string, string, RegExp, number | undefined]>([
		["nothing", "", /should be a group of named lines|missing/, undefined],
		["one word", "hello", /should be a group of named lines/, 1],
		["a list", "- a\n- b", /should be a group of named lines/, 1],
		[
			"the same name twice",
			`${somersetText}\nprotocol: again\n`,
			/“protocol” stands here twice/,
			somersetText.split("\n").length + 1,
		],
		["a tab", "stages:\n\tone: {}\n", /tab/, 2],
		["an open quote", 'title: "open\nstages: {}\n', /./, undefined],
		["aliases without end", aliases(10), /repeats itself/, 2],
		["what contains itself", "stages: &a { one: *a }\n", /contains itself/, 1],
		["what is inside itself in a list", "themes: &a [*a]\n", /contains itself/, 1],
		["an alias of nothing", "title: x\nstages: *nowhere\n", /none before it is called so/, 2],
		["a colon without quotes", "title: One: two\n", /not in quotes/, 1],
		["__proto__", "__proto__: { a: 1 }\nprotocol: x\n", /__proto__/, 1],
		["numbers as names", "stages: { 1: { title: One } }", /./, 1],
		["deep nesting", nested(20_000), /./, undefined],
		["control characters", "title: \u0000\u0007\n", /./, undefined],
		["half a surrogate", "title: \ud800\n", /./, undefined],
		["a million characters and more", "a".repeat(1_000_001), /longer/, 1],
		["ten thousand lines", unknownWords(10_000), /“word-9999” is not a word/, undefined],
	])("%s", (_, text, wrong, line) => {
		const found = faultsOf(text);
		expect(found.map((each) => each.wrong).join("\n")).toMatch(wrong);
		if (line !== undefined) expect(found.map((each) => each.line)).toContain(line);
	});
});

test.each<[string, (size: number) => string, number]>([
	["lines of unknown words", unknownWords, 1000],
	["deep nesting", nested, 5000],
	["aliases of aliases", aliases, 25],
])("four times as much takes about four times as long to read: %s", (_, text, size) => {
	const timeOf = (given: string) => {
		const before = process.threadCpuUsage();
		faultsOf(given);
		return process.threadCpuUsage(before).user;
	};
	let times = Number.POSITIVE_INFINITY;
	// The least of several, each measured side by side: a busy machine slows both. Work that grows as the square of
	// the file would take sixteen times as long, every time.
	for (let tries = 0; tries < 9 && times >= 8; tries += 1)
		times = Math.min(times, timeOf(text(size * 4)) / timeOf(text(size)));
	expect(times).toBeLessThan(8);
});

test.each([
	["a title that mail cannot hold", "x".repeat(151), /Shorten it to 150 characters/],
	["a title of two lines", "Early\\nresolution", /Write it on one line/],
])("%s is told before anybody is to get it by mail", (_, title, fix) => {
	const [fault] = faultsOf(spoilt("    title: Early resolution\n", `    title: "${title}"\n`));
	expect(fault?.where).toBe("stages › early-resolution › title");
	expect(fault?.fix).toMatch(fix);
});

test("whom to ring first is short enough for the top of every mail", () => {
	const [fault] = faultsOf(
		spoilt(
			"safety:\n",
			`safety:\n${'  - { if: a child of whom we speak is in some danger or other as far as anybody knows, call: "999", name: the police of the county }\n'.repeat(9)}`,
		),
	);
	expect(fault?.where).toBe("safety");
	expect(fault?.fix).toBe("Shorten it to 1000 characters in all");
});

test("HTML in a text is told at its line; an angle bracket alone is a text like any other", () => {
	const title = "    title: Early resolution\n";
	const faults = faultsOf(spoilt(title, '    title: "<b>Early</b> & <script>alert(1)</script>"\n'));
	expect(faults).toEqual([
		{
			line: somersetText.slice(0, somersetText.indexOf(title)).split("\n").length,
			where: "stages › early-resolution › title",
			wrong: "There is a tag in this text, and texts are plain",
			fix: "Take the tag out: what stands here is shown as it is",
		},
	]);
	const says = "    says: Your manager or safeguarding lead talks to theirs.\n";
	expect(readProtocol(spoilt(says, '    says: "Early <2 days & 3 > 2"\n')).faults).toBeUndefined();
});

test("all faults of one look are told, from the top of the file to its end", () => {
	const text = spoilt("asks: [sent-to]", "asks: [send-to]")
		.replace("then: respond\n", "then: responds\n")
		.replace("of: receiving practitioner", "of: receiving doctor");
	const lines = faultsOf(text).map(({ line }) => line ?? 0);
	expect(lines).toHaveLength(3);
	expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});
