import fc from "fast-check";
import { expect, test } from "vitest";
import { type Entry, iCalendar } from "./icalendar.ts";

const entry: Entry = {
	uid: "d1.formal-resolution.respond@concord.example",
	summary: "HV-7K4P2: complete your part of the form",
	link: "https://concord.example/differences/d1",
	due: "2026-04-20T22:59:59Z",
	day: "2026-04-20",
	changedAt: "2026-04-02T09:00:00.123Z",
	changes: 2,
};

/** Lines as a calendar program reads them: unfolded. */
const read = (text: string) => text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);

test("what is due at the end of a day is an entry of that day", () => {
	expect(read(iCalendar("Owed", [entry]))).toEqual(
		expect.arrayContaining([
			"BEGIN:VEVENT",
			"UID:d1.formal-resolution.respond@concord.example",
			"DTSTAMP:20260402T090000Z",
			"LAST-MODIFIED:20260402T090000Z",
			"SEQUENCE:2",
			"DTSTART;VALUE=DATE:20260420",
			"DTEND;VALUE=DATE:20260421",
			"SUMMARY:HV-7K4P2: complete your part of the form",
			"URL:https://concord.example/differences/d1",
			"END:VEVENT",
		]),
	);
});

test("what is due at a time is an entry at that moment, the same in summer and winter", () => {
	const lines = read(
		iCalendar("Owed", [{ ...entry, day: undefined, due: "2026-03-29T16:00:00Z" }]),
	);
	expect(lines).toContain("DTSTART:20260329T160000Z");
	// RFC 5545, 3.8.2.2: an end is later than its start, so a moment has none.
	expect(lines.filter((line) => line.startsWith("DTEND"))).toEqual([]);
});

test("every line ends in CRLF, is at most 75 octets long, and reads back as it was", () =>
	fc.assert(
		fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (summary) => {
			const text = iCalendar("Owed", [{ ...entry, summary }]);
			expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
			for (const line of text.split("\r\n"))
				expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
			const said = read(text)
				.find((line) => line.startsWith("SUMMARY:"))
				?.slice("SUMMARY:".length)
				.replaceAll(/\\([\\;,nN])/g, (_, letter: string) =>
					letter.toLowerCase() === "n" ? "\n" : letter,
				);
			expect(said).toBe(summary.replaceAll("\r\n", "\n"));
		}),
		{ numRuns: 300 },
	));
