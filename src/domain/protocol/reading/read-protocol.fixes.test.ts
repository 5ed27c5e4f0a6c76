import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "./read-protocol.ts";

const twoWays = madeUpText(`one:
  title: One
  steps:
    a: { kind: task, title: A, by: raising practitioner, then: b }
    b: { kind: task, title: B, by: raising practitioner, due: { within: 2 working days, from: a.done }, then: end over }`);

const faultsIn = (text: string) =>
	(readProtocol(text).faults ?? []).map(({ wrong, fix }) => [wrong, fix]);

describe("levels of a protocol's own that cannot be told apart, or are nobody's, are told", () => {
	const withLevels = (levels: string, role = "practitioner: { level: worker }") =>
		twoWays
			.replace(/practitioner: \{[^}]*\}/, role)
			.replace("roles:", `levels: { ${levels} }\nroles:`);
	const worker = "worker: { is: practitioner }";

	test("four good ones have no fault", () =>
		expect(
			faultsIn(
				withLevels(
					`${worker}, lead: { is: manager }, head: { posts: [head, chief] }, top: { is: director }`,
				),
			),
		).toEqual([]));

	test.each([
		[
			"of nobody",
			`${worker}, lead: {}`,
			"Nobody of the directory is of the level “lead”",
			"Say “is:” with one of practitioner, manager, senior-manager, director, or “posts:” that people of it hold",
		],
		[
			"two alike",
			`${worker}, lead: { is: manager }, head: { is: manager, posts: [head] }`,
			"“lead” and “head” are both whoever is a manager in the directory, so nobody could tell them apart",
			"Take “is:” out at one of them, and name the posts that people of it hold",
		],
		[
			"one post at two",
			`${worker}, lead: { posts: [head] }, head: { posts: [chief, head] }`,
			"The post “head” is of “lead” and of “head”, so nobody could tell them apart by it",
			"Name it at one level, once",
		],
		[
			"in another order than the directory's",
			`${worker}, lead: { is: director }, mid: { posts: [chief] }, head: { is: manager }`,
			"“head” stands above “lead”, and in the directory a manager is below a director",
			"Write the levels in order, lowest first",
		],
		[
			"below everybody",
			`lead: { posts: [head] }, ${worker}`,
			"Everybody is a practitioner at least, so everybody would be of the levels before “worker”, too",
			"Write “worker” first: levels stand in order, lowest first",
		],
		[
			"everybody's, with posts",
			"worker: { is: practitioner, posts: [nurse] }",
			"Everybody is a practitioner at least, so posts tell nobody apart",
			"Take “posts:” out, or give them a level of their own above it",
		],
	])("%s", (_, levels, wrong, fix) =>
		expect(faultsIn(withLevels(levels))).toContainEqual([wrong, fix]),
	);

	test("a role of a level that is the directory's and not the protocol's", () =>
		expect(faultsIn(withLevels(worker, "practitioner: { level: manager }"))).toEqual([
			["There is no level called “manager”", "Use one of: worker"],
		]));

	test("a role of a level by posts, with a post besides", () =>
		expect(
			faultsIn(
				withLevels(
					`${worker}, lead: { posts: [head] }`,
					"practitioner: { level: lead, post: chair }",
				),
			),
		).toEqual([
			[
				"Posts are of the level “lead”, and the role asks for one of its own besides",
				"Take “post:” out, or say “chair” under the “posts:” of a level",
			],
		]));
});

describe("what a stranger writes wrong is told with words to copy", () => {
	test.each([
		[
			"one where a list belongs",
			twoWays.replace("by: [practitioner]", "by: practitioner"),
			"“by” should be a list, and is “practitioner”",
			"Put it between brackets: [practitioner]",
		],
		[
			"a name where a group belongs",
			twoWays.replace("over: { title: Over }", "over: Over"),
			"“over” should be a group of named lines, and is “Over”",
			"Write it as a group: “{ title: Over }”, with what it may say: title, is, hands-off, final, opens",
		],
		[
			"options as a list",
			twoWays.replace(
				"fields:",
				"fields:\n  how-soon: { type: choice, label: How soon?, options: [soon, later] }",
			),
			"“options” should be a group of named lines, and is a list",
			"Write each with a name of its own: “a-name: Its words”",
		],
		[
			"a step where something that happens in it belongs",
			twoWays.replace("from: a.done", "from: a"),
			"“a” is a step, and does not say what happens in it",
			"Write one of: a.done, a.opened",
		],
		[
			"a role that is not there",
			twoWays.replace("title: B, by: raising practitioner", "title: B, by: minister"),
			"There is no role called “minister”",
			"Use one of: business-unit, raising …, receiving …; or add it under “roles:”",
		],
		[
			"a length with a time of day",
			twoWays.replace("2 working days", "by noon tomorrow"),
			"“by noon tomorrow” is not a length of time",
			"Write, for example, “2 working days”, “24 hours”, “5 calendar days”, “1 working week”, “2 weeks”, “1 month” or “immediately” (the same day); a time of day stands in “due-time:”",
		],
		[
			"a wrong word deep inside an outcome",
			twoWays.replace(
				"then: end over",
				"outcomes: { done: { copies: [{ to: business-unit, sees: everything }], then: end over } }",
			),
			"There is no sees called “everything”",
			"Use one of: notice (told that it happened, and nothing more), outcome (the side may also read where it stands and what was chosen), all (it is sent what the others are sent)",
		],
		[
			"a word for a limit that the language does not have",
			twoWays.replace("from: a.done", "strength: statutory, from: a.done"),
			"There is no strength called “statutory”",
			"Use one of: hard (a limit, met or missed), soft (a target, “where possible”), indicative (a target that is only shown), may (somebody may use this time, such as to appeal, and nobody need)",
		],
		[
			"a telephone number that YAML takes for a number keeps its zero",
			twoWays.replace('call: "999"', "call: 03001232224"),
			"“call” should be a text, and is “3001232224”",
			'Put it in quotes: "03001232224"',
		],
		[
			"a version whose last zero a number loses",
			twoWays.replace('version: "1"', "version: 2026.10"),
			"“version” should be a text, and is “2026.1”",
			'Put it in quotes: "2026.10"',
		],
		[
			"a word that YAML takes for true",
			twoWays.replace("title: Made up", "title: true"),
			"“title” should be a text, and is “true”",
			'Put it in quotes: "true"',
		],
		[
			"words where a telephone number belongs",
			twoWays.replace('call: "999"', "call: 0300-ask-us"),
			"“call” cannot be “0300-ask-us”",
			'Write a telephone number in quotes, such as "0300 123 2224"',
		],
		[
			"a name that begins with a number",
			twoWays.replace("    a: {", "    1_Talk: {"),
			"“1_Talk” cannot be a name here",
			"Begin with a letter, and use only lower-case letters, numbers and hyphens, such as “talk”",
		],
		[
			"a panel that asks for somebody who may not sit on it",
			twoWays.replace(
				"kind: task, title: B,",
				"kind: decision, panel: { of: [receiving practitioner], quorum: 1 }, title: B,",
			),
			"“receiving practitioner” is of one of the two agencies, and nobody of them may sit on this panel",
			"Take it out, or add “may-be-involved: true” to the panel",
		],
		[
			"somebody of either agency, where one is meant",
			twoWays.replace(
				"title: B, by: raising practitioner",
				"title: B, by: raising practitioner, with: either practitioner",
			),
			"“either practitioner” is of two sides, and this is for one",
			"Write “raising practitioner” or “receiving practitioner”",
		],
		[
			"a step of another stage by its short name",
			`${twoWays.replace("then: end over }", "then: c }").replace("moves: {}", "")}
moves: {}
beside: { c: { kind: note, title: C, by: raising practitioner, then: stay } }
`,
			"There is no step called “c” in “one”",
			"Write it in full: “beside.c”",
		],
	])("%s", (_, text, wrong, fix) => {
		expect(faultsIn(text)).toEqual([[wrong, fix]]);
	});
});

describe("what a field cannot be is told with the words that it can be", () => {
	const asking = (field: string) =>
		madeUpText(`one:
  title: One
  steps:
    a: { kind: task, title: A, by: raising practitioner, asks: [it], then: end over }`).replace(
			"fields:",
			`fields:\n  it: ${field}`,
		);
	test.each([
		[
			"a longer line than a line is",
			"{ type: text, label: It, at-most: 500 }",
			"“at-most” cannot be “500”",
			"It holds 200 characters at the most: write “type: long-text” for more",
		],
		[
			"no characters at all",
			"{ type: long-text, label: It, at-most: 0 }",
			"“at-most” cannot be “0”",
			"Write a whole number of characters, such as 500",
		],
		[
			"a number in words",
			"{ type: text, label: It, at-most: 60 characters }",
			"“at-most” should be a number, and is “60 characters”",
			"Write the number alone, without quotes: 60",
		],
		[
			"a word of another type of field",
			"{ type: text, label: It, facts: { school: School } }",
			"“facts” is not a word that can stand here",
			"It goes with “type: children” or “type: adults”. Take it out, or change the type",
		],
		[
			"a table without columns",
			"{ type: table, label: It, columns: {} }",
			"The table “it” has no columns",
			"Write what each row holds: “what: What happened”",
		],
		[
			"more columns than a page is wide",
			"{ type: table, label: It, columns: { a: A, b: B, c: C, d: D, e: E, f: F, g: G } }",
			"The table “it” has 7 columns, and 6 fit across a page",
			"Ask the rest in another field",
		],
		[
			"fewer rows than there must be",
			"{ type: table, label: It, columns: { a: A }, rows: { at-least: 5, at-most: 2 } }",
			"The table “it” has at least 5 rows and at most 2",
			"Write “at-least” as 2 or fewer, or “at-most” as 5 or more",
		],
		[
			"no rows",
			"{ type: table, label: It, columns: { a: A }, rows: { at-least: 0 } }",
			"“at-least” cannot be “0”",
			"Write a whole number of rows, such as 3",
		],
		[
			"a column to choose in, and nothing to choose",
			"{ type: table, label: It, columns: { a: { label: A, type: choice } } }",
			"“a” has nothing to choose from",
			"Add “options:”",
		],
		[
			"a fact with an empty list of options",
			"{ type: children, label: It, facts: { plan: { label: Plan, options: {} } } }",
			"“plan” has nothing to choose from",
			"Add “options:”",
		],
		[
			"a day with options",
			"{ type: children, label: It, facts: { plan: { label: Plan, type: day, options: { a: A } } } }",
			"“plan” has options, and is answered as “day”",
			"Take “type:” out, or the options",
		],
		[
			"a misspelt word of a column",
			"{ type: table, label: It, columns: { a: { label: A, optoinal: true } } }",
			"“optoinal” is not a word that can stand here",
			"Did you mean “optional”?",
		],
		[
			"a kind of column that there is not",
			"{ type: table, label: It, columns: { a: { label: A, type: days } } }",
			"There is no type called “days”",
			"Did you mean “day”?",
		],
		[
			"a range that says nothing",
			"{ type: day, label: It, plausible: {} }",
			"“plausible” does not say where the day of “it” is to be expected",
			"Write “ahead: 20 working days”, “back: 2 years”, or both",
		],
		[
			"a range in words that are no length",
			"{ type: day, label: It, plausible: { ahead: raised } }",
			"“raised” is no distance from today",
			"It was raised in the past: write “back: raised”, and under “ahead:” a length such as “20 working days”",
		],
		[
			"a time ahead for what must have passed",
			"{ type: moment, label: It, plausible: { ahead: 20 working days } }",
			"“it” says how far ahead it may lie, and a moment must have passed",
			"Add “ahead: true” to the field, or take this “ahead:” out",
		],
		[
			"a type of field that there is not",
			"{ type: agancies, label: It }",
			"There is no type called “agancies”",
			"Did you mean “agencies”?",
		],
	])("%s", (_, field, wrong, fix) => {
		const text = asking(field);
		const [fault, ...others] = readProtocol(text).faults ?? [];
		expect([fault?.wrong, fault?.fix, others]).toEqual([wrong, fix, []]);
		expect(fault?.line).toBe(text.split("\n").findIndex((line) => line.includes(field)) + 1);
	});
});

test("what is wrong once in a stage that is repeated for each role is told once", () => {
	const ladder = madeUpText(`one:
  title: One
  each: [practitioner, boss, chief]
  after-last: end over
  steps:
    a: { kind: task, title: A, by: raising each, due: { within: 2 somethings }, then: next }`).replace(
		"roles:",
		"roles:\n  boss: { level: manager, called: boss }\n  chief: { level: director, called: chief }",
	);
	expect(faultsIn(ladder)).toHaveLength(1);
});

describe("a clock that goes by an answer has it, whichever path was taken", () => {
	const urgency = (asks: string, ways = "{}") =>
		madeUpText(`one:
  title: One
  steps:
    a: { kind: task, title: A, by: raising practitioner, due: { within: { soon: 4 hours, later: 5 working days }, depends-on: how-soon }, then: end over }`)
			.replace(
				"fields:",
				"fields:\n  how-soon: { type: choice, label: How soon?, options: { soon: Soon, later: Later } }",
			)
			.replace("asks: [issue], start: stage one", `asks: ${asks}, start: stage one, ways: ${ways}`);

	test("it was asked for when it was raised", () => {
		expect(faultsIn(urgency("[issue, how-soon]"))).toEqual([]);
	});

	test("it may be left blank", () => {
		expect(
			faultsIn(
				urgency("[issue, how-soon]").replace(
					"label: How soon?",
					"optional: true, label: How soon?",
				),
			),
		).toEqual([
			[
				"“how-soon” may be left blank, and then how long it may take is not known",
				"Take “optional: true” out of the field “how-soon”",
			],
		]);
	});

	test("one way to begin does not ask for it", () => {
		expect(
			faultsIn(
				urgency(
					"[issue, how-soon]",
					"{ other: { title: Other, by: [practitioner], asks: [issue], start: stage one } }",
				),
			),
		).toEqual([
			[
				"On some path nobody was asked for “how-soon” before “a” is owed, so how long it may take is not known",
				"Add “how-soon” to the “asks:” of everything that leads here: ways to begin, outcomes and moves",
			],
		]);
	});

	test("a day that was agreed on one path only", () => {
		const agreed = madeUpText(`one:
  title: One
  steps:
    a: { kind: task, title: A, by: raising practitioner, outcomes: { agreed: { asks: [by-when], then: b }, not: b } }
    b: { kind: task, title: B, by: raising practitioner, due: { on: by-when }, then: end over }`).replace(
			"fields:",
			"fields:\n  by-when: { type: day, label: By when? }",
		);
		expect(faultsIn(agreed).map(([wrong]) => wrong)).toEqual([
			"On some path nobody was asked for “by-when” before “b” is owed, so it has no date",
		]);
	});
});
