import { expect, test } from "vitest";
import { madeUp } from "../../../../protocols/made-up.fixture.ts";
import { Course } from "../../../../protocols/somerset.fixture.ts";

const stage = (number: number, name: string, leads: string) => `${name}:
  number: ${number}
  title: ${name}
  steps:
    do:
      kind: task
      title: Do it
      by: raising practitioner
      outcomes: { ${leads} }
`;

test("a stage that was passed over is told once, not again at every later stage", () => {
	const rules = madeUp(
		stage(1, "one", "up: stage two, past: stage three") +
			stage(2, "two", "up: stage three") +
			stage(3, "three", "up: stage four") +
			stage(4, "four", "done: end over"),
	);
	const { difference } = new Course(rules)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "raising practitioner", "one.do past")
		.does("2026-03-02 11:00", "raising practitioner", "three.do up");
	expect(difference.stages.map(({ skipped }) => skipped)).toEqual([[], ["two"], []]);
});
