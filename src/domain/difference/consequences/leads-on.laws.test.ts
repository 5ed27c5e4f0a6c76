import fc from "fast-check";
import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { Course, rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { readProtocol } from "../../protocol/reading/read-protocol.ts";

const steps = ["a", "b", "c"];
/** Where each answer leads. */
const places: Record<string, string> = {
	yes: "stage on",
	no: "stage up",
	"as-you-wish": "stage on",
};
const answers = Object.keys(places);

/** Three who are asked at once. Of some of their answers it is said that they count. */
const text = (counts: Record<string, boolean[]>): string =>
	madeUpText(`one:
  title: One
  steps:
    ask: { kind: task, title: Ask, by: raising practitioner, then: [a, b, c] }
${steps
	.map((step) => {
		const others = steps.filter((other) => other !== step).join(", ");
		return `    ${step}:
      kind: judgement
      title: ${step}
      by: raising practitioner
      outcomes:
${answers
	.map(
		(answer, index) =>
			`        ${answer}: { when-done: [${others}], counts: ${counts[step]?.[index]}, then: ${places[answer]} }`,
	)
	.join("\n")}`;
	})
	.join("\n")}
on: { title: On, steps: { go: { kind: note, title: On, by: raising practitioner, then: end over } } }
up: { title: Up, steps: { go: { kind: note, title: Up, by: raising practitioner, then: end over } } }
`);

const whichCount = fc.record(
	Object.fromEntries(
		steps.map((step) => [step, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 })]),
	),
);

test("where joined steps lead does not hang on who is last, or the file has a fault", () => {
	let sound = 0;
	fc.assert(
		fc.property(
			// Nearly every choice by chance is a fault: those of whole columns are none more often.
			fc.oneof(
				whichCount,
				fc
					.constantFrom([false, true, false], [true, false, true], [false, false, false])
					.map((same) => Object.fromEntries(steps.map((step) => [step, [...same]]))),
			),
			fc.array(fc.constantFrom(...answers), { minLength: 3, maxLength: 3 }),
			(counts, given) => {
				const { protocol, faults } = readProtocol(text(counts));
				if (!protocol) {
					expect(faults.every(({ where }) => /counts|then/.test(where))).toBe(true);
					return;
				}
				sound += 1;
				const rules = rulesFrom(text(counts));
				const stages = orders.map((order) => {
					const course = new Course(rules)
						.raised("2026-03-02 09:00")
						.does("2026-03-02 10:00", "raising practitioner", "one.ask done");
					for (const [index, step] of order.entries())
						course.does(
							`2026-03-02 1${index + 1}:00`,
							"raising practitioner",
							`one.${step} ${given[steps.indexOf(step)]}`,
						);
					return course.difference.stage;
				});
				expect(new Set(stages).size).toBe(1);
			},
		),
	);
	expect(sound).toBeGreaterThan(10);
});

const orders = [
	["a", "b", "c"],
	["a", "c", "b"],
	["b", "a", "c"],
	["b", "c", "a"],
	["c", "a", "b"],
	["c", "b", "a"],
];
