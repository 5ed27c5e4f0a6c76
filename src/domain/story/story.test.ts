import { expect, test } from "vitest";
import { calendarNamed } from "../calendar/calendar.ts";
import { dateNamed, readStory } from "./story.ts";

/** The Tuesday after Easter. */
const opening = { day: "2026-04-07", calendar: calendarNamed("england-and-wales") };

test("days are counted in working days around the opening day", () => {
	expect(dateNamed("day 0", opening)).toBe("2026-04-07");
	expect(dateNamed("day -1", opening)).toBe("2026-04-02");
	expect(dateNamed("day 1 09:30", opening)).toBe("2026-04-08T09:30");
	expect(dateNamed("the day 1", opening)).toBeUndefined();
});

const text = `story: As told
acts:
  - { at: day -1 10:00, by: raising manager, do: talk, enter: { reply-by: day 1, said: every day 1 } }
expect: { clocks: { reply: { due: day 1 } } }
`;

test("a story without dates has them from the opening day on; sentences stay as they are", () => {
	const { story } = readStory(text, opening);
	expect(story?.acts[0]).toMatchObject({
		at: "2026-04-02T10:00",
		enter: { "reply-by": "2026-04-08", said: "every day 1" },
	});
	expect(story?.expect.clocks.reply?.due).toBe("2026-04-08");
});

test("without an opening day a story has to say its dates", () => {
	expect(readStory(text).faults).toMatchObject([
		{ line: 3, fix: expect.stringContaining("Write a real date and time") },
	]);
});
