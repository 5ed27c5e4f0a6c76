import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import {
	raiseByTeacher,
	type TestPartnership,
	testPartnership,
	toFormal,
} from "../../test/support/partnership.ts";
import {
	eventOn,
	type PublishedList,
	publishedList,
} from "../domain/calendar/bank-holiday-list.fixture.ts";
import { noOwnDays } from "../domain/calendar/calendar.ts";
import { changeDays } from "../domain/calendar/own-days.ts";
import { readAddress } from "../read-address.ts";
import { findCalendarAlert } from "../store/calendar-alerts.ts";
import { findWaitingChange, listCalendarVersions } from "../store/calendar-changes.ts";
import { calendarsOf } from "../store/calendars.ts";
import { acknowledgeCalendarAlert, applyCalendarChange } from "./change-calendar.ts";
import { refreshBankHolidays } from "./refresh-bank-holidays.ts";

let database: TestDatabase;
let partnership: TestPartnership;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
	database = await testDatabase();
	partnership = await testPartnership(database.db);
	return () => database.drop();
});
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
});

/** What the address answers on one night. */
const refresh = (read: () => Promise<string>) =>
	refreshBankHolidays({
		...partnership.app,
		bankHolidays: { address: "https://lists.example/days.json", read },
	});
const night = (list: PublishedList | string) =>
	refresh(async () => (typeof list === "string" ? list : JSON.stringify(list)));

const alert = () => findCalendarAlert(database.db, partnership.partnershipId);
const calendars = () => partnership.app.calendars.in(database.db, partnership.partnershipId);
const waiting = async () =>
	findWaitingChange(database.db, partnership.partnershipId, (await calendars()).number);

const with13April = () => {
	const list = publishedList(2019, 2028);
	for (const { events } of Object.values(list)) events.push(eventOn("2026-04-13"));
	return list;
};
async function forwarded() {
	partnership.at("2026-03-30T10:00");
	await toFormal(partnership, await raiseByTeacher(partnership), "forward");
}

test("a good list that says what is known changes nothing and raises nothing", async () => {
	await night(publishedList(2019, 2028));
	expect(await alert()).toBeUndefined();
	expect((await calendars()).number).toBe(0);
	expect(await waiting()).toBeUndefined();
});

test("a bad list changes nothing and raises an alert, which stays until a good one comes", async () => {
	const { own } = await calendars();
	await night("");
	expect(await alert()).toMatchObject({
		faults: ["It is empty."],
		acknowledged: false,
	});
	await night("<html>");
	expect((await alert())?.faults).toEqual(["It is not JSON, or it was cut off before its end."]);
	await night(publishedList(2019, 2027));
	expect((await alert())?.faults.length).toBe(3);
	expect((await calendars()).own).toBe(own);
	await night(publishedList(2019, 2028));
	expect(await alert()).toBeUndefined();
});

test("an acknowledged alert stays quiet while the same is wrong, and not when something else is", async () => {
	await night("");
	await acknowledgeCalendarAlert(partnership.app, partnership.people.administrator);
	await night("");
	expect(await alert()).toMatchObject({ acknowledged: true });
	await night("[]");
	expect(await alert()).toMatchObject({ acknowledged: false });
	expect(() => acknowledgeCalendarAlert(partnership.app, partnership.people.businessUnit)).toThrow(
		expect.objectContaining({ code: "not-yours" }),
	);
});

test("a list that moves no date comes into force at once, as a version of Concord’s own", async () => {
	await forwarded();
	await night(publishedList(2019, 2029));
	expect(await calendars()).toMatchObject({
		number: 1,
		own: { knownTo: { scotland: "2029-12-31" } },
	});
	expect(await listCalendarVersions(database.db, partnership.partnershipId)).toMatchObject([
		{
			how: "refreshed",
			appliedBy: null,
			moved: 0,
			why: "https://lists.example/days.json",
		},
	]);
});

test("a list that would move a date waits for the administrator, once however many nights pass", async () => {
	await forwarded();
	await night(with13April());
	const first = await waiting();
	expect(first).toMatchObject({ how: "refreshed", basedOn: 0 });
	expect((await calendars()).number).toBe(0);
	await night(with13April());
	expect((await waiting())?.id).toBe(first?.id);
	const applied = await applyCalendarChange(
		partnership.app,
		partnership.people.administrator,
		first?.id ?? "",
	);
	expect(applied).toMatchObject({ number: 1, moved: 1 });
	await night(with13April());
	expect(await waiting()).toBeUndefined();
	expect((await calendars()).number).toBe(1);
});

test("what waits is taken back when the list no longer says it", async () => {
	await forwarded();
	await night(with13April());
	await night(publishedList(2019, 2028));
	expect(await waiting()).toBeUndefined();
});

test("dates that an older version of Concord counted otherwise are counted again, once the administrator has looked", async () => {
	const { app } = partnership;
	const older = changeDays(
		noOwnDays,
		{
			what: "bank-holiday",
			nations: ["england-and-wales"],
			day: "2026-04-13",
			name: "A day that was taken back",
			source: "An older version",
		},
		"2026-03-30",
	);
	const asOlder = async () => calendarsOf(older, 1);
	partnership = {
		...partnership,
		app: { ...app, calendars: { in: asOlder, hold: asOlder } },
	};
	await forwarded();
	partnership = { ...partnership, app };
	await refreshBankHolidays(app);
	const change = await waiting();
	expect(change).toMatchObject({
		how: "refreshed",
		why: "The bank holidays that come with Concord, version 2028.1",
	});
	await refreshBankHolidays(app);
	expect((await waiting())?.id).toBe(change?.id);
	expect(
		await applyCalendarChange(app, partnership.people.administrator, change?.id ?? ""),
	).toMatchObject({ moved: 1 });
	await refreshBankHolidays(app);
	expect(await waiting()).toBeUndefined();
});

test("without an address nothing is asked for", async () => {
	await refreshBankHolidays(partnership.app);
	expect(await alert()).toBeUndefined();
});

/** An address that answers as told. */
async function served(answer: RequestListener): Promise<string> {
	const server = createServer(answer).listen(0, "127.0.0.1");
	stops.push(
		() => server.closeAllConnections(),
		() => server.close(),
	);
	await new Promise((resolve) => server.once("listening", resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/days.json`;
}

test("an address is read, and one that fails, says too much or takes too long raises an alert", async () => {
	const good = await served((_, answer) => answer.end(JSON.stringify(publishedList(2019, 2028))));
	await refresh(readAddress(good));
	expect(await alert()).toBeUndefined();

	const gone = await served((_, answer) => answer.writeHead(404).end("{}"));
	await refresh(readAddress(gone));
	expect((await alert())?.faults).toEqual([
		"https://lists.example/days.json gave no list: it answered with status 404.",
	]);

	const endless = await served((_, answer) => {
		for (let part = 0; part < 20; part += 1) answer.write("x".repeat(1000));
		answer.end();
	});
	await refresh(readAddress(endless, { time: 5000, size: 10_000 }));
	expect((await alert())?.faults[0]).toMatch(/more than 10000 bytes/);

	const silent = await served(() => {});
	await refresh(readAddress(silent, { time: 50, size: 10_000 }));
	expect((await alert())?.faults[0]).toMatch(/timeout/);

	await refresh(readAddress("http://127.0.0.1:9/"));
	expect((await alert())?.faults[0]).toMatch(/gave no list/);
});
