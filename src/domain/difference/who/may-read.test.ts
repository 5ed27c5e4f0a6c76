import { expect, test } from "vitest";
import { atFormal, Course, forwarded, signed } from "../../../../protocols/somerset.fixture.ts";
import { entriesFor } from "./may-read.ts";

const readBy = (course: Course, side: string) =>
	entriesFor(course.events, [side]).map((event) =>
		event.type === "step-done" || event.type === "step-opened"
			? `${event.type} ${event.step}`
			: event.type,
	);

test("the receiving agency learns nothing before something is sent to it", () => {
	expect(signed().events.length).toBeGreaterThan(10);
	expect(readBy(signed(), "receiving")).toEqual([]);
	expect(readBy(forwarded(), "receiving")[0]).toBe("step-done formal-resolution.raise");
});

test("with the form come part one and its sign-off, and nothing of the talks before", () => {
	const read = readBy(forwarded(), "receiving");
	expect(read).toContain("step-done formal-resolution.sign-off");
	expect(read.join()).not.toMatch(/early-resolution|informal-resolution/);
});

test("with a form that went past stages 1 and 2 comes the reason", () => {
	const course = new Course()
		.raised("2026-03-02 09:00")
		.moves("2026-03-02 09:30", "raising practitioner", "straight-to-formal")
		.does("2026-03-02 10:00", "raising practitioner", "formal-resolution.raise submitted");
	expect(readBy(course, "business-unit")).toEqual([]);
	course.does("2026-03-02 11:00", "raising senior-manager", "formal-resolution.sign-off signed");
	expect(readBy(course, "business-unit")).toContain("move-made");
});

test("a form that was sent back is not sent on; only the one that was signed", () => {
	const course = atFormal()
		.does("2026-03-02 11:00", "raising practitioner", "formal-resolution.raise submitted", {
			contact: "first",
		})
		.does("2026-03-02 12:00", "raising senior-manager", "formal-resolution.sign-off returned")
		.does("2026-03-02 13:00", "raising practitioner", "formal-resolution.raise submitted", {
			contact: "second",
		})
		.does("2026-03-02 14:00", "raising senior-manager", "formal-resolution.sign-off signed");
	const read = JSON.stringify(entriesFor(course.events, ["business-unit"]));
	expect(read).toContain("second");
	expect(read).not.toContain("first");
});

test("agency A’s view of the reply is its own; agency B reads only what is sent back", () => {
	const course = new Course()
		.raised("2026-03-02 09:00")
		.does("2026-03-02 09:30", "raising practitioner", "early-resolution.talk not-resolved")
		.does("2026-03-02 10:00", "raising manager", "informal-resolution.talk time-agreed", {
			"reply-by": "2026-03-06",
		})
		.does("2026-03-03 10:00", "receiving manager", "informal-resolution.reply replied")
		.does("2026-03-04 10:00", "raising manager", "informal-resolution.weigh not-resolved", {
			"why-not-resolved": "They promise too little",
		});
	const events = entriesFor(course.events, ["receiving"]);
	expect(JSON.stringify(events)).not.toContain("promise too little");
	expect(events.at(-1)).toMatchObject({
		type: "sent",
		of: { step: "informal-resolution.weigh", outcome: "not-resolved" },
	});
});

test("everybody who knows is told how it ended, and nobody else", () => {
	const course = forwarded().moves("2026-03-03 10:00", "raising senior-manager", "withdraw-signed");
	for (const side of ["raising", "receiving", "business-unit"])
		expect(readBy(course, side).at(-1)).toBe("ended");
	expect(readBy(course, "executive")).toEqual([]);
});
