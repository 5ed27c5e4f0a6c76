/** Something that is owed, as a calendar shows it. Nothing here names a person or tells a story. */
export type Entry = {
	/** The same each time, so that a calendar knows it again. */
	uid: string;
	summary: string;
	link: string;
	/** ISO instant of the last moment in time. */
	due: string;
	/** The day, where the whole of it is left. */
	day?: string | undefined;
	/** ISO instant: when what is owed, or its date, last changed. */
	changedAt: string;
	/** How often it did, which a calendar goes by to know the newer of two. */
	changes: number;
};

/**
 * A calendar of what is owed. Moments are in UTC and days are whole days, so that no time zone need be explained.
 *
 * @see RFC 5545: lines end in CRLF and are folded at 75 octets; texts escape backslash, semicolon, comma and line end
 */
export const iCalendar = (name: string, entries: Entry[]): string =>
	[
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Concord//What you owe//EN",
		"CALSCALE:GREGORIAN",
		"METHOD:PUBLISH",
		`X-WR-CALNAME:${escaped(name)}`,
		"REFRESH-INTERVAL;VALUE=DURATION:PT1H",
		"X-PUBLISHED-TTL:PT1H",
		...entries.flatMap(entryLines),
		"END:VCALENDAR",
	]
		.map((line) => `${folded(line)}\r\n`)
		.join("");

function entryLines(entry: Entry): string[] {
	const { day } = entry;
	return [
		"BEGIN:VEVENT",
		`UID:${escaped(entry.uid)}`,
		`DTSTAMP:${utc(entry.changedAt)}`,
		`LAST-MODIFIED:${utc(entry.changedAt)}`,
		`SEQUENCE:${entry.changes}`,
		...(day
			? [
					`DTSTART;VALUE=DATE:${compact(day)}`,
					`DTEND;VALUE=DATE:${compact(Temporal.PlainDate.from(day).add({ days: 1 }).toString())}`,
				]
			: // An end must be later than its start: a moment has none.
				[`DTSTART:${utc(entry.due)}`]),
		`SUMMARY:${escaped(entry.summary)}`,
		`DESCRIPTION:${escaped(entry.link)}`,
		`URL:${entry.link}`,
		"TRANSP:TRANSPARENT",
		"CLASS:PRIVATE",
		"END:VEVENT",
	];
}

const compact = (day: string): string => day.replaceAll("-", "");

/** `20260409T225959Z` */
const utc = (instant: string): string =>
	Temporal.Instant.from(instant).toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");

const escaped = (text: string): string =>
	text
		.replaceAll("\\", "\\\\")
		.replaceAll(";", "\\;")
		.replaceAll(",", "\\,")
		.replaceAll(/\r?\n/g, "\\n");

const mostOctets = 75;

/** A long line goes on in the next, which begins with a space. No character is cut in two. */
function folded(line: string): string {
	const lines: string[] = [];
	let rest = "";
	let octets = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (octets + size > mostOctets) {
			lines.push(rest);
			rest = " ";
			octets = 1;
		}
		rest += character;
		octets += size;
	}
	return [...lines, rest].join("\r\n");
}
