import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import {
	raiseByTeacher,
	type TestPartnership,
	testPartnership,
	toFormal,
} from "../../test/support/partnership.ts";
import { applyCalendarChange, proposeCalendarChange } from "../actions/change-calendar.ts";
import { listEntries } from "./record.ts";
import { listWork } from "./work.ts";

// Run in several time zones by test/time-zones.test.ts: what is stored must come back as the same day.

let database: TestDatabase;
let partnership: TestPartnership;

beforeAll(async () => {
	database = await testDatabase();
	partnership = await testPartnership(database.db);
});
afterAll(() => database.drop());

/** When the response is due, from each place in which it is kept. */
async function dueOf(difference: string) {
	const clock = await database.db
		.selectFrom("clock")
		.where("difference_id", "=", difference)
		.where("step", "=", "formal-resolution.respond")
		.select("due_at")
		.executeTakeFirstOrThrow();
	const dues = (await listEntries(database.db, difference)).flatMap((entry) =>
		"due" in entry && entry.clock === "formal-resolution.respond" ? [entry.due] : [],
	);
	const { mine } = await listWork(database.db, partnership.people.director, "2026-03-26");
	return {
		stored: clock.due_at.toISOString(),
		recorded: dues.at(-1),
		listed: mine.find(({ differenceId }) => differenceId === difference)?.dueAt,
	};
}

test.each([
	// Half an hour before midnight in winter, and after it when the clocks have changed.
	["2026-03-27T23:30", "2026-03-27", "2026-04-14"],
	["2026-03-30T00:30", "2026-03-30", "2026-04-15"],
	["2026-10-23T23:59", "2026-10-23", "2026-11-06"],
	["2026-12-24T12:00", "2026-12-24", "2027-01-12"],
])(
	"forwarded at %s, the response is due at the end of the same day wherever the server stands",
	async (moment, dayZero, day) => {
		partnership.at(moment);
		const difference = await raiseByTeacher(partnership);
		await toFormal(partnership, difference, "forward");
		const end = Temporal.ZonedDateTime.from(`${day}T23:59:59[Europe/London]`).epochMilliseconds;
		const { stored, recorded, listed } = await dueOf(difference);
		expect(recorded).toMatchObject({ day, dayZero });
		for (const instant of [stored, recorded?.due, listed])
			expect(Temporal.Instant.from(instant ?? "").epochMilliseconds).toBe(end);
	},
);

test("a holiday on the day that is due moves it, and one on the next day does not", async () => {
	partnership.at("2026-03-30T00:30");
	const difference = await raiseByTeacher(partnership);
	await toFormal(partnership, difference, "forward");
	const holiday = async (day: string) => {
		const by = partnership.people.administrator;
		const id = await proposeCalendarChange(partnership.app, by, {
			what: "bank-holiday",
			nations: ["england-and-wales"],
			day,
			name: "A day of thanks",
			source: "Proclamation",
			why: "Proclamation",
		});
		await applyCalendarChange(partnership.app, by, id);
		return (await dueOf(difference)).recorded?.day;
	};
	expect(await holiday("2026-04-16")).toBe("2026-04-15");
	expect(await holiday("2026-03-30")).toBe("2026-04-15");
	expect(await holiday("2026-04-15")).toBe("2026-04-17");
});

test("each version of a calendar is made once, so its table of working days is made once", async () => {
	const { app, partnershipId } = partnership;
	const [one, other] = [
		await app.calendars.in(database.db, partnershipId),
		await app.calendars.in(database.db, partnershipId),
	];
	expect(one.number).toBe(3);
	expect(other.named("scotland", { closed: false })).toBe(one.named("scotland", { closed: false }));
});
