import { describe, expect, test } from "vitest";
import {
	answersFor,
	at,
	forwarded,
	header,
	signed,
	somebody,
	somerset,
} from "../../../protocols/somerset.fixture.ts";
import { correct } from "../difference/acts/correct.ts";
import { enterForm } from "../difference/acts/enter-for.ts";
import { replay } from "../difference/difference.ts";
import { askedOnPaper, sentForms } from "../protocol/sent-forms.ts";
import { factsOf } from "./facts.ts";
import { daysTaken, waitsOf } from "./waiting.ts";

const { protocol, calendar } = somerset;
const respond = "formal-resolution.respond";

/** Sent to the other agency on Monday 2 March 2026; its answer came on paper on the 6th and was entered on the 13th. */
function answeredOnPaper() {
	const course = forwarded();
	const now = at("2026-03-13 10:00");
	const parts =
		sentForms(protocol).find(({ parts: [{ step }] }) => step.id === respond)?.parts ?? [];
	const entered = enterForm(
		somerset,
		course.until("2026-03-13 10:00").difference,
		respond,
		{
			answers: answersFor(protocol, askedOnPaper(protocol, parts), {}, now),
			receivedAt: at("2026-03-06 12:00"),
			doneBy: { [respond]: { person: somebody("receiving senior-manager") } },
		},
		somebody("business-unit"),
		now,
	);
	const entries = [...course.events, ...entered];
	return factsOf(protocol, replay(protocol, header, entries), entries);
}

describe("an answer that came on paper", () => {
	test("is waited for until it was received, and what follows is owed from then, not from its entry", () => {
		const facts = answeredOnPaper();
		expect(facts.owed.filter(({ side }) => side === "receiving").at(-1)).toEqual({
			side: "receiving",
			from: "2026-03-02",
			until: "2026-03-06",
		});
		expect(facts.owed.at(-1)).toMatchObject({ from: "2026-03-06", until: null });
		expect(facts.done.at(-1)).toMatchObject({ step: respond, on: "2026-03-06" });
		expect(waitsOf(facts, "2026-03-16", calendar).receiving).toBe(4);
	});

	test("has taken as long as until its receipt", () => {
		const clock = answeredOnPaper().clocks.find((each) => each.clock === respond);
		expect(clock).toMatchObject({ standing: "met", until: "2026-03-06" });
		expect(clock && daysTaken(clock, "2026-03-16", calendar)).toBe(4);
	});
});

test("a theme that the office put right is the one that is counted", () => {
	const course = signed();
	const put = correct(
		somerset,
		course.difference,
		course.events,
		{ field: "themes", answers: { themes: ["roles"], "correction-reason": "It is about roles" } },
		somebody("business-unit"),
		at("2026-03-02 14:00"),
	);
	const entries = [...course.events, ...put];
	expect(factsOf(protocol, course.difference, course.events).themes).not.toEqual(["roles"]);
	expect(factsOf(protocol, replay(protocol, header, entries), entries).themes).toEqual(["roles"]);
});
