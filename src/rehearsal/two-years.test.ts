import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { calendarNamed } from "../domain/calendar/calendar.ts";
import { isWorkingDay } from "../domain/calendar/working-days.ts";
import { timePasses } from "../domain/difference/consequences/time-passes.ts";
import { recordsOwed } from "../domain/difference/who/records-owed.ts";
import { readProtocol } from "../domain/protocol/reading/read-protocol.ts";
import { londonTime, zone } from "../domain/time.ts";
import { projectRoot } from "../project-root.ts";
import { harbourVale, readPeople } from "./rehearsal-files.ts";
import { playTwoYears, recordOf } from "./two-years.ts";

const people = readPeople(harbourVale);
const { protocol } = readProtocol(
	readFileSync(join(projectRoot, "protocols/somerset/2021-04.yaml"), "utf8"),
);
if (!protocol) throw new Error("The rehearsal’s protocol cannot be read");
const calendar = calendarNamed(protocol.calendar);
const playOn = (day: string) =>
	playTwoYears(harbourVale, people, { protocol, calendar }, { day, calendar });
const tuesday = "2026-11-24";

describe("whatever day it opens on, all that was raised in the two years before has ended, on working days, and nothing is owed", () => {
	test.each([tuesday, "2026-04-07", "2026-12-29", "2027-01-04", "2026-08-31"])(
		"%s",
		async (day) => {
			const all = await playOn(day);
			expect(all).toHaveLength(132);
			const since = Temporal.PlainDate.from(day).subtract({ years: 2 }).toString();
			for (const { id, played } of all) {
				const { header, now } = played;
				const morning = Temporal.PlainDate.from(day).toZonedDateTime({
					timeZone: zone,
					plainTime: "10:00",
				});
				expect([id, timePasses({ protocol, calendar }, played.difference, morning)]).toEqual([
					id,
					[],
				]);
				const { difference } = played;
				expect([id, difference.status.is]).toEqual([id, "ended"]);
				expect([id, difference.open, recordsOwed(protocol, difference)]).toEqual([id, [], []]);
				expect(header.raisedAt >= since).toBe(true);
				expect(now.toPlainDate().toString() < day).toBe(true);
				for (const { at } of played.acts)
					expect([id, isWorkingDay(at.toPlainDate().toString(), calendar)]).toEqual([id, true]);
			}
		},
	);
});

test("it is the same each time, and no reference is given twice", async () => {
	const records = async () => {
		const taken = new Set<string>();
		return (await playOn(tuesday)).map((each) => recordOf(each, "HV", taken));
	};
	expect(await records()).toEqual(await records());
	const references = (await records()).map(({ header }) => header.reference);
	expect(new Set(references).size).toBe(132);
	const [first] = await playOn(tuesday);
	const [taken = ""] = references;
	if (!first) throw new Error("There is none");
	expect(recordOf(first, "HV", new Set([taken])).header.reference).not.toBe(taken);
});

test("no two are about the same child or tell the same of it, and nothing is left to an example", async () => {
	const all = (await playOn(tuesday)).map(({ played }) => played);
	const told = (field: string) =>
		all.map(({ difference }) => JSON.stringify(difference.answers[field]?.answer));
	for (const field of ["children", "issue", "outcome-wanted"])
		expect(new Set(told(field)).size).toBe(132);
	expect(JSON.stringify(all.map(({ acts }) => acts))).not.toMatch(/Example|[{}]\w+[-.\w]*\}/);
});

test("the second year shows more in time than the first, and a sector that has gone silent", async () => {
	const half = Temporal.PlainDate.from(tuesday).subtract({ years: 1 }).toString();
	const years = Map.groupBy(await playOn(tuesday), ({ played }) =>
		londonTime(played.header.raisedAt).toPlainDate().toString() < half ? "first" : "second",
	);
	const late = (year: "first" | "second") => {
		const answered = (years.get(year) ?? []).flatMap(({ played }) =>
			played.difference.clocks.filter(({ clock }) => clock === "formal-resolution.respond"),
		);
		return answered.filter(({ state }) => state === "met-late").length / answered.length;
	};
	expect(late("first")).toBeGreaterThan(0.5);
	expect(late("second")).toBeLessThan(0.25);
	const officer = people.agencies.police?.people["callum.reddy"]?.name;
	expect(officer).toBe("Callum Reddy");
	const byPolice = (year: "first" | "second") =>
		(years.get(year) ?? []).filter(({ played }) => played.acts[0]?.act.by === "callum.reddy")
			.length;
	expect([byPolice("first"), byPolice("second")]).toEqual([5, 0]);
});

test("between any two of them whatever else waits goes on", async () => {
	let turns = 0;
	let isPlayed = false;
	const takeTurns = () => {
		turns += 1;
		if (!isPlayed) setImmediate(takeTurns);
	};
	setImmediate(takeTurns);
	await playOn(tuesday);
	isPlayed = true;
	expect(turns).toBeGreaterThanOrEqual(132);
});
