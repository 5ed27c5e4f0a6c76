import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

/** Two steps that are opened together, with the outcomes of each. */
const joined = (first: string, second: string) =>
	madeUpText(`one:
  title: One
  steps:
    ask: { kind: task, title: Ask, by: raising practitioner, then: [a, b] }
    a: { kind: task, title: A, by: raising practitioner, ${first} }
    b: { kind: task, title: B, by: raising practitioner, ${second} }
two: { title: Two, steps: { go: { kind: task, title: Go, by: raising practitioner, then: end over } } }
`).replace(
		"moves: {}",
		"moves: { on: { title: On, by: [raising practitioner], while: [one], then: stage two } }",
	);

const faultsIn = (first: string, second: string) =>
	(readProtocol(joined(first, second)).faults ?? []).map(({ where, wrong, fix }) => [
		where.replace(/^.*steps › /, ""),
		wrong,
		fix,
	]);

const yes = "when-done: [b], then: end over";
const both =
	"outcomes: { yes: { when-done: [a], then: end over }, no: { when-done: [a], counts: true, then: stage two } }";

test.each([
	[
		"two that lead apart",
		`outcomes: { sent: { ${yes} } }`,
		"outcomes: { sent: { when-done: [a], then: stage two } }",
		[
			"b › outcomes › sent › then",
			"“sent” of “a” and “sent” of “b” are joined and lead to different places, so whoever is last would decide",
			"Add “counts: true” to the one that is to count, whoever is last; or let both lead to a judgement",
		],
	],
	[
		"two that both count and lead apart",
		`outcomes: { yes: { when-done: [b], counts: true, then: end over } }`,
		"outcomes: { no: { when-done: [a], counts: true, then: stage two } }",
		[
			"b › outcomes › no › counts",
			"“yes” of “a” and “no” of “b” both count, and lead to different places",
			"Take “counts: true” out of one of the two, or let both lead to a judgement",
		],
	],
	[
		"one that waits for none",
		"outcomes: { yes: { counts: true, then: end over } }",
		"outcomes: { yes: stay }",
		[
			"a › outcomes › yes › counts",
			"“yes” waits for no other step, so it leads on in any case",
			"Add “when-done:” with the steps that it is joined with, or take “counts: true” out",
		],
	],
	[
		"one that leads on at once where the other waits for it",
		`outcomes: { sent: { ${yes} } }`,
		"then: stay",
		[
			"b › outcomes › done",
			"“b” leads on at once, and “sent” of “a” waits for it: where it goes would hang on who is first",
			"Write “outcomes: { done: { when-done: [a], then: … } }” instead of “then:”",
		],
	],
	[
		"one that waits for a step of another stage",
		"outcomes: { sent: { when-done: [two.go], then: end over } }",
		"then: stay",
		[
			"a › outcomes › sent › when-done",
			"“two.go” is of another stage: when one stage is left, its steps are not owed any more",
			"Name steps of the same stage",
		],
	],
])("%s is told", (_, first, second, fault) => {
	expect(faultsIn(first, second)).toContainEqual(fault);
});

test("one of three that is not waited for by all is told with the words to write", () => {
	const step = (name: string, others: string) =>
		`    ${name}: { kind: task, title: ${name}, by: raising practitioner, outcomes: { done: { when-done: ${others}, then: end over } } }\n`;
	const text = madeUpText(`one:
  title: One
  steps:
    ask: { kind: task, title: Ask, by: raising practitioner, then: [a, b, c] }
${step("a", "[b, c]")}${step("b", "[a]")}${step("c", "[a, b]")}`);
	expect(readProtocol(text).faults?.map(({ wrong, fix }) => [wrong, fix])).toEqual([
		["“b” does not wait for all that “a” is joined with", "Write “when-done: [a, c]” here"],
		["“b” does not wait for all that “c” is joined with", "Write “when-done: [a, c]” here"],
	]);
});

test.each([
	[
		"all lead to one place",
		`outcomes: { sent: { ${yes} } }`,
		"outcomes: { sent: { when-done: [a], then: end over } }",
	],
	[
		"two that share their outcomes, each naming both",
		"outcomes: &both { sent: { when-done: [a, b], then: end over } }",
		"outcomes: *both",
	],
	[
		"the no of either counts",
		"outcomes: { yes: { when-done: [b], then: end over }, no: { when-done: [b], counts: true, then: stage two } }",
		both,
	],
	[
		"a no that ends the wait at once",
		`outcomes: { sent: { ${yes} } }`,
		"outcomes: { sent: { when-done: [a], then: end over }, refused: stage two }",
	],
	[
		"one that is still to be done",
		`outcomes: { sent: { ${yes} } }`,
		"outcomes: { sent: { when-done: [a], then: end over }, not-yet: b }",
	],
	[
		"one that only joins in",
		"outcomes: { yes: { when-done: [b], counts: true, then: end over }, no: { when-done: [b], counts: true, then: stage two } }",
		"outcomes: { done: { when-done: [a], then: stay } }",
	],
])("%s is right", (_, first, second) => {
	expect(faultsIn(first, second)).toEqual([]);
});
