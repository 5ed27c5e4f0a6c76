import { expect, test } from "vitest";
import { everyConstructText } from "../../../../protocols/every-construct.fixture.ts";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { Course, rulesFrom, somerset } from "../../../../protocols/somerset.fixture.ts";
import { replay } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { entriesFor } from "../who/may-read.ts";
import { stagesSoFar } from "./stages-so-far.ts";

const every = rulesFrom(everyConstructText);

/** How a course stands for a side: each stage with its state, dates and round. */
function seenBy(side: string, { rules, events, difference }: Course): string[] {
	const { protocol } = rules;
	const seen = replay(protocol, difference, entriesFor(events, [side]));
	return stagesSoFar(protocol, seen).map(({ stage, state, round }) =>
		[stage.title, state, round].filter(Boolean).join(" "),
	);
}

const begun = (rules: Rules, way?: string) => {
	const course = new Course(rules);
	return course.raised("2026-01-05 09:00", "raising practitioner", way);
};

test("a track that it never was on is not shown; a stage that need not be used was not used", () => {
	const course = begun(every).does(
		"2026-01-06 09:00",
		"raising practitioner",
		"talk.talk not-settled",
	);
	expect(seenBy("raising", course)).toEqual([
		"Talk done",
		"Good practice not-used",
		"Reply current",
		"Facilitated talk not-reached",
		"Meeting not-reached",
		"Panel not-reached",
	]);
});

test("whoever came by another track skipped nothing, and the history of that track stays", () => {
	const course = begun(every, "urgent").does(
		"2026-01-06 09:00",
		"raising practitioner",
		"urgent-call.ring no",
	);
	expect(seenBy("raising", course)).toEqual([
		"Talk not-used",
		"Urgent call done",
		"Good practice not-used",
		"Reply not-used",
		"Facilitated talk not-used",
		"Meeting current",
		"Panel not-reached",
	]);
	expect(seenBy("receiving", course)).toEqual([
		"Talk earlier",
		"Urgent call done",
		"Good practice earlier",
		"Reply earlier",
		"Facilitated talk earlier",
		"Meeting current",
		"Panel not-reached",
	]);
});

test("a stage that is repeated says at whom it is, and which of how many that is", () => {
	const rules = rulesFrom(
		madeUpText(`one:
  title: Managers talk
  each: [practitioner, manager]
  after-last: end over
  steps:
    talk:
      kind: task
      title: Talk
      by: raising each
      outcomes:
        settled: { say: Settled, then: end over }
        not: { say: Not settled, then: next }`).replace(
			"roles:\n",
			"roles:\n  manager: { level: manager, called: manager }\n",
		),
	);
	const course = begun(rules);
	expect(seenBy("raising", course)).toEqual(["Managers talk current practitioner, 1 of 2"]);
	course.does("2026-01-06 09:00", "raising practitioner", "one.talk-practitioner not");
	expect(seenBy("raising", course)).toEqual(["Managers talk current manager, 2 of 2"]);
});

const talkedInVain = () =>
	begun(somerset).does(
		"2026-02-02 09:30",
		"raising practitioner",
		"early-resolution.talk not-resolved",
	);

test("a stage that a move cut short has no tick", () => {
	expect(
		seenBy(
			"raising",
			talkedInVain().moves("2026-02-02 11:00", "raising manager", "straight-to-formal"),
		),
	).toEqual([
		"Early resolution done",
		"Informal resolution skipped",
		"Formal resolution current",
		"Executive decision not-reached",
	]);
	expect(
		seenBy(
			"raising",
			talkedInVain()
				.does("2026-02-02 11:00", "raising manager", "informal-resolution.talk not-resolved")
				.does("2026-02-03 15:00", "raising practitioner", "formal-resolution.raise submitted")
				.does("2026-02-04 11:00", "raising senior-manager", "formal-resolution.sign-off signed")
				.does("2026-02-05 10:00", "business-unit", "formal-resolution.forward forwarded")
				.moves("2026-02-10 10:00", "raising senior-manager", "ask-the-executive")
				.moves("2026-02-11 10:00", "raising senior-manager", "withdraw-signed"),
		),
	).toEqual([
		"Early resolution done",
		"Informal resolution done",
		"Formal resolution left",
		"Executive decision ended",
	]);
});

test("a stage that ends with one of its steps did what it is for", () => {
	const course = begun(somerset).does(
		"2026-02-02 09:30",
		"raising practitioner",
		"early-resolution.talk resolved",
	);
	expect(seenBy("raising", course)[0]).toBe("Early resolution done");
});
