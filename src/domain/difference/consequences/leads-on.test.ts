import { expect, test } from "vitest";
import { madeUp } from "../../../../protocols/made-up.fixture.ts";
import { Course } from "../../../../protocols/somerset.fixture.ts";

/** Two who are asked whether it is settled: where one says no it is not, whoever answers last. */
const twoOpinions = madeUp(`one:
  title: One
  steps:
    ask: { kind: task, title: Ask, by: raising practitioner, then: [first, second] }
    first:
      kind: judgement
      title: Is it settled?
      by: raising practitioner
      outcomes:
        yes: { when-done: [second], then: end over }
        no: { when-done: [second], counts: true, then: stage two }
    second:
      kind: judgement
      title: Is it settled for you?
      by: raising practitioner
      outcomes:
        yes: { when-done: [first], then: end over }
        no: { when-done: [first], counts: true, then: stage two }
two:
  title: Two
  steps:
    again: { kind: task, title: Try again, by: raising practitioner, outcomes: { tried: stage one, enough: end over } }
`);

const asked = () =>
	new Course(twoOpinions)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "raising practitioner", "one.ask done");

test("the no of one counts, also where the yes of the other comes last", () => {
	const course = asked()
		.does("2026-03-03 10:00", "raising practitioner", "one.first no")
		.does("2026-03-04 10:00", "raising practitioner", "one.second yes");
	expect(course.difference.stage).toBe("two");
});

test("nothing leads on before the last of them has answered", () => {
	const { difference } = asked().does("2026-03-03 10:00", "raising practitioner", "one.second no");
	expect(difference.stage).toBe("one");
	expect(difference.open.map(({ step }) => step)).toEqual(["one.first"]);
});

test("what was said when the stage was here before counts no more", () => {
	const course = asked()
		.does("2026-03-03 10:00", "raising practitioner", "one.first no")
		.does("2026-03-04 10:00", "raising practitioner", "one.second yes")
		.does("2026-03-05 10:00", "raising practitioner", "two.again tried")
		.does("2026-03-06 10:00", "raising practitioner", "one.ask done")
		.does("2026-03-07 10:00", "raising practitioner", "one.first yes")
		.does("2026-03-08 10:00", "raising practitioner", "one.second yes");
	expect(course.difference.status).toMatchObject({ is: "ended" });
});
