import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { Course, rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { clockOf } from "../difference.ts";

const twoLevels = `one:
  title: Levels in turn
  each: [practitioner, manager]
  after-last: end over
  steps:
    ask:
      kind: task
      title: Ask
      by: raising each
      sends: { what: [issue], to: [receiving] }
      then: answer
    answer:
      kind: reply
      title: Answer
      by: receiving each
      due: { within: 2 working days, late: next }
      outcomes: { answered: end over }
`;

test("when nobody at one level answers in time, the turn of the next begins and the last one is owed no more", () => {
	const rules = rulesFrom(
		madeUpText(twoLevels).replace(
			"roles:\n",
			"roles:\n  manager: { level: manager, called: manager }\n",
		),
	);
	// Monday 2 March 2026: Wednesday 4 is the second working day.
	const { difference } = new Course(rules)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "raising practitioner", "one.ask-practitioner done")
		.until("2026-03-05 00:00");
	expect(difference.open.map(({ step }) => step)).toEqual(["one.ask-manager"]);
	expect(clockOf(difference, "one.answer-practitioner")?.state).toBe("dropped");
});
