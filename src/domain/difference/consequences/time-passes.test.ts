import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { at, rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { happeningInWords } from "../../story/entry-in-words.ts";
import { playStory } from "../../story/play.ts";
import { readStory } from "../../story/story.ts";

const hours = rulesFrom(
	readFileSync(
		new URL("../../../../protocols/hours-and-urgent-track/2025.yaml", import.meta.url),
		"utf8",
	),
);

const played = (acts: string[]) => {
	const { story } = readStory(
		`story: As told\nacts:\n${acts.map((act) => `  - ${act}`).join("\n")}\n`,
	);
	if (!story) throw new Error("That is no story");
	return playStory(hours, story);
};

const moreUrgent = () =>
	played([
		"{ at: 2026-03-02 09:00, by: raising practitioner, do: raise, enter: { urgency: week } }",
		"{ at: 2026-03-03 08:00, by: raising practitioner, do: talk, outcome: not-resolved }",
		"{ at: 2026-03-03 09:00, by: raising manager, do: write }",
		"{ at: 2026-03-04 08:00, by: raising manager, do: change-urgency, enter: { urgency: today } }",
		"{ at: 2026-03-04 08:01, do: wait }",
	]);

test("a date that is moved into the past is late from the move on: the record never goes back", () => {
	const events = moreUrgent().acts.flatMap(({ passed, events }) => [...passed, ...events]);
	const times = events.map((event) => event.at);
	expect(times).toEqual(times.toSorted());
	expect(events.find(({ type }) => type === "clock-ran-out")?.at).toBe(
		at("2026-03-04 08:00").toInstant().toString(),
	);
});

test("what is due within hours is told with its time of day", () => {
	const { acts, difference } = moreUrgent();
	const started = acts[2]?.events.find(({ type }) => type === "clock-started");
	const changed = acts[3]?.events.find(({ type }) => type === "clock-changed");
	expect(started && happeningInWords(hours.protocol, difference, started)).toBe(
		"A clock starts: “Answer the other agency’s manager” is due by Tuesday 10 March 2026.",
	);
	expect(changed && happeningInWords(hours.protocol, difference, changed)).toBe(
		"“Answer the other agency’s manager” is now due by 1pm on Tuesday 3 March 2026, and was due by Tuesday 10 March 2026.",
	);
});

test("a clock of a step that nobody can come to owe in this way does not start: it is no breach of theirs", () => {
	const { difference } = played([
		"{ at: 2026-03-02 09:00, by: raising manager, do: raise, way: urgent }",
		"{ at: 2026-03-02 09:10, by: raising manager, do: call }",
	]);
	expect(difference.clocks.map(({ clock, state }) => [clock, state])).toEqual([
		["urgent-call.call", "met"],
		["urgent-call.answer", "running"],
	]);
});
