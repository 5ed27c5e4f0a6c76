import { beforeEach, describe, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	raisedTo,
	referenceOf,
	type TestPartnership,
} from "../../../../test/support/partnership.ts";
import { faultsIn, type Visitor, wordsIn } from "../../../../test/support/visitor.ts";
import { refreshBankHolidays } from "../../../actions/refresh-bank-holidays.ts";
import { eventOn, publishedList } from "../../../domain/calendar/bank-holiday-list.fixture.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
let kit: Visitor;
let unit: Visitor;

beforeEach(async () => {
	kit = await as("administrator");
	unit = await as("businessUnit");
});

const as = (person: keyof TestPartnership["people"]) =>
	partnership.visitor(partnership.people[person]);

const words = async (who: Visitor, url: string) => wordsIn((await who.get(url)).body);

const holiday = {
	"day-day": "13",
	"day-month": "4",
	"day-year": "2026",
	name: "A day of thanks",
	nations: "england-and-wales",
	source: "Royal proclamation",
};
/** Sends a form and follows it to its preview. @returns the address of the preview */
async function propose(path: string, fields: Record<string, string>) {
	await kit.get("/working-days");
	const { statusCode, headers } = await kit.post(path, fields);
	expect(statusCode).toBe(303);
	return String(headers.location);
}
const forwarded = async () => {
	const id = await raisedTo(partnership, "forward");
	return { id, reference: await referenceOf(partnership, id) };
};

test("the page shows the bank holidays of a year, how far they are known, and the version", async () => {
	const page = await words(unit, "/working-days");
	expect(page).toContain("Bank holidays are known to 31 December 2028");
	expect(page).toContain("2028.1");
	expect(page).toContain("Friday 3 April 2026 Good Friday Comes with Concord");
	expect(page).toMatch(/Bank holidays 20\d\d · Bank holidays 20\d\d/);
	expect(await words(unit, "/working-days?year=2028")).toContain("Monday 3 January 2028");
	expect(await words(unit, "/working-days?year=2040")).toContain(
		"No bank holidays of 2040 are known yet",
	);
});

test("the Business Unit reads it and changes nothing; nobody else finds the page", async () => {
	const paths = ["/working-days", "/working-days/history"];
	for (const path of paths) expect((await unit.get(path)).statusCode).toBe(200);
	expect(await words(unit, "/working-days")).not.toContain("Add a bank holiday");
	const preview = await propose("/working-days/bank-holiday", holiday);
	for (const path of [
		"/working-days/bank-holiday",
		"/working-days/no-bank-holiday",
		"/working-days/closure",
		"/working-days/import",
		preview,
	]) {
		expect((await unit.get(path)).statusCode, path).toBe(404);
		expect((await unit.post(path, holiday)).statusCode, path).toBe(404);
	}
	const teacher = await as("teacher");
	for (const path of paths) expect((await teacher.get(path)).statusCode).toBe(404);
});

describe("a change", () => {
	test("is previewed with references and days, applied once, told in the history, and undone", async () => {
		const { reference } = await forwarded();
		const preview = await propose("/working-days/bank-holiday", holiday);
		// Who may open none of its differences sees that dates move, and not of which.
		const blind = await words(kit, preview);
		expect(blind).toContain("Of all open dates, fewer than 5 dates will move");
		expect(blind).not.toContain(reference);
		expect(blind).not.toContain("The 1 person");
		const { secondAdministrator } = partnership.people;
		await partnership.db
			.updateTable("person")
			.set({ offices: ["administrator", "business-unit"] })
			.where("id", "=", secondAdministrator.id)
			.execute();
		const lou = await as("secondAdministrator");
		const before = await words(lou, preview);
		expect(before).toContain(
			"Monday 13 April 2026, A day of thanks, is a bank holiday in England and Wales",
		);
		expect(before).toContain("1 open date moves.");
		expect(before).toContain(`${reference} 15 Apr 2026 16 Apr 2026`);
		expect(before).toContain("The 1 person who owes something gets one message");
		expect(before).not.toContain("Oakfield");

		expect((await kit.post(preview)).headers.location).toBe(preview);
		await kit.post(preview);
		expect(await words(kit, preview)).toContain(
			"Fewer than 5 open dates moved. Whoever owes one was told.",
		);
		const history = await words(unit, "/working-days/history");
		expect(history).toContain("Version 2028.1+1");
		expect(history).toContain("Who Kit Shaw Why Royal proclamation");
		expect(history).not.toContain("undone");

		await kit.get("/working-days/history");
		expect((await kit.post("/working-days/undo", {})).body).toContain(
			"Enter why it should be undone",
		);
		const undo = await propose("/working-days/undo", { why: "Mistyped" });
		expect(await words(lou, undo)).toContain("1 of them becomes sooner");
		await kit.post(undo);
		const after = await words(kit, "/working-days/history");
		expect(after).toContain("Version 2028.1+2");
		expect(after).toContain(
			"Monday 13 April 2026, A day of thanks, is not a bank holiday any more",
		);
	});

	test("is told on each difference: the date before, why it moved, and by which version it is counted", async () => {
		const { id } = await forwarded();
		await kit.post(await propose("/working-days/bank-holiday", holiday));
		const page = await words(await as("director"), `/differences/${id}`);
		expect(page).toContain("Calendar England and Wales, version 2028.1+1");
		expect(page).toContain("Monday 13 April 2026, A day of thanks");
		expect(page).toContain("Counted 31 Mar 2026, 1 Apr 2026");
		expect(page).toContain(
			"Due before Wednesday 15 April 2026, until 30 March 2026: the working days were changed",
		);
	});

	test("that was prepared from an older calendar says so, and is not applied", async () => {
		const first = await propose("/working-days/bank-holiday", holiday);
		const second = await propose("/working-days/closure", {
			"day-day": "14",
			"day-month": "4",
			"day-year": "2026",
			name: "Office move",
		});
		await kit.post(first);
		await kit.post(second);
		expect(await words(kit, second)).toContain(
			"The working days were changed after this was prepared",
		);
		expect(await words(kit, "/working-days")).not.toContain("Office move");
	});

	test("of closure days: entered by first and last day, and taken out one by one", async () => {
		await kit.post(
			await propose("/working-days/closure", {
				"day-day": "24",
				"day-month": "12",
				"day-year": "2026",
				"until-day": "29",
				"until-month": "12",
				"until-year": "2026",
				name: "Closed over Christmas",
			}),
		);
		expect(await words(kit, "/working-days")).toContain(
			"Tuesday 29 December 2026 Closed over Christmas",
		);
		await kit.post(await propose("/working-days/no-closure", { day: "2026-12-29" }));
		expect(await words(kit, "/working-days")).not.toContain("Tuesday 29 December 2026");
		expect(
			(await kit.post("/working-days/no-closure", { day: "2026-12-29" })).headers.location,
		).toBe("/working-days");
	});

	test("that makes no sense is told at its field, as typed", async () => {
		await kit.get("/working-days/bank-holiday");
		const weekend = await kit.post("/working-days/bank-holiday", {
			...holiday,
			"day-day": "11",
		});
		expect(weekend.statusCode).toBe(422);
		expect(weekend.body).toContain("Saturday 11 April 2026 is not a working day");
		expect(weekend.body).toContain('value="A day of thanks"');
		const nowhere = await kit.post("/working-days/bank-holiday", {
			...holiday,
			nations: "",
		});
		expect(nowhere.body).toContain("Choose where it is a bank holiday");
		expect(await faultsIn(nowhere.body)).toEqual([]);
	});
});

describe("an imported list", () => {
	test("that adds a year extends the calendar", async () => {
		const preview = await propose("/working-days/import", {
			text: JSON.stringify(publishedList(2019, 2029)),
		});
		expect(await words(kit, preview)).toContain(
			"Bank holidays are known to Monday 31 December 2029 in the whole United Kingdom",
		);
		await kit.post(preview);
		expect(await words(kit, "/working-days")).toContain("known to 31 December 2029");
	});

	test("that is spoilt is refused with every fault, and nothing changes", async () => {
		await kit.get("/working-days/import");
		const answer = await kit.post("/working-days/import", {
			text: JSON.stringify(publishedList(2019, 2027)),
		});
		expect(answer.statusCode).toBe(422);
		for (const nation of ["England and Wales", "Scotland", "Northern Ireland"])
			expect(answer.body).toContain(
				`${nation}: it ends in 2027, and bank holidays are known to 2028.`,
			);
		expect(await faultsIn(answer.body)).toEqual([]);
		expect(await words(kit, "/working-days/history")).toContain("Nothing was changed");
	});
});

describe("news of the nightly list", () => {
	const night = (text: string) =>
		refreshBankHolidays({
			...partnership.app,
			bankHolidays: {
				address: "https://lists.example/",
				read: async () => text,
			},
		});

	test("that is wrong is shown to the Business Unit and the administrator, until it is hidden or a good one comes", async () => {
		await night("{}");
		for (const [who, url] of [
			[unit, "/business-unit"],
			[unit, "/working-days"],
			[kit, "/"],
			[kit, "/working-days"],
		] as const)
			expect(await words(who, url), url).toContain(
				"The list of bank holidays is wrong, so it was not used",
			);
		expect(await words(await as("teacher"), "/")).not.toContain("bank holidays");
		expect((await unit.post("/working-days/alert-seen")).statusCode).toBe(404);
		await kit.post("/working-days/alert-seen");
		expect(await words(unit, "/business-unit")).not.toContain("is wrong");
		await night("[]");
		expect(await words(unit, "/business-unit")).toContain("is wrong");
		await night(JSON.stringify(publishedList(2019, 2028)));
		expect(await words(unit, "/business-unit")).not.toContain("is wrong");
	});

	test("that would move dates leads the administrator to what it would move", async () => {
		await forwarded();
		const list = publishedList(2019, 2028);
		list["england-and-wales"]?.events.push(eventOn("2026-04-13"));
		await night(JSON.stringify(list));
		expect(await words(unit, "/business-unit")).toContain(
			"It is not used until the partnership’s administrator has checked it",
		);
		const { body } = await kit.get("/");
		const preview = /href="(\/working-days\/changes\/[^"]+)"/.exec(body)?.[1];
		expect(await words(kit, preview ?? "")).toContain(
			"Of all open dates, fewer than 5 dates will move",
		);
		await kit.post(preview ?? "");
		expect(await words(kit, "/working-days/history")).toContain("How Taken in by Concord");
	});
});

test("every page is valid HTML", async () => {
	await forwarded();
	const preview = await propose("/working-days/bank-holiday", holiday);
	const pages = [
		"/working-days",
		"/working-days/bank-holiday",
		"/working-days/no-bank-holiday?day=2026-04-03",
		"/working-days/closure",
		"/working-days/import",
		preview,
	];
	for (const page of pages) expect(await faultsIn((await kit.get(page)).body), page).toEqual([]);
	await kit.post(preview);
	for (const page of [preview, "/working-days/history", "/working-days"])
		expect(await faultsIn((await kit.get(page)).body), page).toEqual([]);
});
