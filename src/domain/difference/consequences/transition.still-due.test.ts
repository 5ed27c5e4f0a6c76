import { expect, test } from "vitest";
import { madeUp } from "../../../../protocols/made-up.fixture.ts";
import { Course } from "../../../../protocols/somerset.fixture.ts";
import { clockOf } from "../difference.ts";

const meeting = (outcome: string) =>
	new Course(
		madeUp(`one:
  title: One
  steps:
    invite: { kind: notice, title: Invite, by: raising practitioner, then: meet }
    meet:
      kind: meeting
      title: Meet
      by: raising practitioner
      due: { within: 10 working days, from: stage one }
      outcomes: { held: end over, put-off: ${outcome} }`),
	)
		.raised("2026-03-02 09:00")
		.does("2026-03-03 09:00", "raising practitioner", "one.invite done")
		.does("2026-03-09 09:00", "raising practitioner", "one.meet put-off");

const meetingOf = (course: Course) => clockOf(course.difference, "one.meet");

test("the clock of a meeting that is put off runs on, and is met when the meeting is held", () => {
	const putOff = () => meeting("{ still-due: true, blank: true, then: invite }");
	expect(meetingOf(putOff())).toMatchObject({
		state: "running",
		round: 1,
		due: { day: "2026-03-16" },
	});
	const held = (when: string) =>
		meetingOf(
			putOff()
				.does("2026-03-10 09:00", "raising practitioner", "one.invite done")
				.does(when, "raising practitioner", "one.meet held"),
		)?.state;
	expect(held("2026-03-16 17:00")).toBe("met");
	expect(held("2026-03-17 09:00")).toBe("met-late");
});

test("it can run out before the meeting is called anew", () => {
	const course = meeting("{ still-due: true, blank: true, then: invite }");
	expect(meetingOf(course.until("2026-03-17 09:00"))?.state).toBe("ran-out");
});

test("without those words an outcome meets the clock, whatever it says", () => {
	expect(meetingOf(meeting("invite"))?.state).toBe("met");
});
