import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { raisedTo } from "../../../../test/support/partnership.ts";

const partnership = officeForAll({ at: "2026-03-30T10:00" });
let plain: FastifyInstance;

beforeAll(() => {
	plain = partnership.serve();
});

/** The address of somebody's new feed. */
async function feedOf(who: keyof typeof partnership.people): Promise<string> {
	const visitor = await partnership.visitor(partnership.people[who]);
	const page = await visitor.open("/your-settings");
	const made = await visitor.send({ ...page, url: "/your-settings/calendar-feed", form: {} });
	const [, address = ""] = /id="feed-address">\s*([^<\s]+)/.exec(made.body) ?? [];
	return new URL(address).pathname;
}

/** What the feed says of the one thing that is owed. */
async function said(feed: string): Promise<Record<string, string>> {
	const { body } = await plain.inject(feed);
	const lines = body.replaceAll("\r\n ", "").split("\r\n");
	return Object.fromEntries(lines.map((line) => line.split(/[:;](.*)/s).slice(0, 2)));
}

test("an entry whose date moved is the same entry, and says that it changed and when", async () => {
	const difference = await raisedTo(partnership, "forward");
	const feed = await feedOf("director");
	const before = await said(feed);
	expect(await said(feed)).toEqual(before);

	partnership.at("2026-04-01T09:30");
	const office = await partnership.visitor(partnership.people.businessUnit);
	const asked = await office.open(
		`/differences/${difference}/clocks/formal-resolution.respond/extend`,
	);
	const check = await office.sendAndConfirm(asked, {
		"act.new-date-day": "17",
		"act.new-date-month": "4",
		"act.new-date-year": "2026",
		"reason-for-change": "Their manager is in hospital",
	});
	await office.send(check);

	const after = await said(feed);
	expect(after.UID).toBe(before.UID);
	expect(after.DTSTART).toBe("VALUE=DATE:20260417");
	expect(Number(after.SEQUENCE)).toBeGreaterThan(Number(before.SEQUENCE));
	for (const stamp of ["DTSTAMP", "LAST-MODIFIED"]) {
		expect(before[stamp]).toBe("20260330T090000Z");
		expect(after[stamp]).toBe("20260401T083000Z");
	}
});

test("a program that asks too often is refused, and nobody else at its address is", async () => {
	const [busy, calm] = [await feedOf("teacher"), await feedOf("businessUnit")];
	const statuses: number[] = [];
	for (let asked = 0; asked < 70; asked += 1) statuses.push((await plain.inject(busy)).statusCode);
	expect(statuses.filter((status) => status === 200)).toHaveLength(60);
	expect(statuses.at(-1)).toBe(429);
	expect((await plain.inject(calm)).statusCode).toBe(200);
});

test("whoever guesses addresses is refused by where they ask from, and a right one is still answered", async () => {
	const right = await feedOf("teamManager");
	const statuses: number[] = [];
	for (let guess = 0; guess < 70; guess += 1)
		statuses.push((await plain.inject(`/calendar-feed/guess${guess}.ics`)).statusCode);
	expect(new Set(statuses)).toEqual(new Set([404, 429]));
	expect(statuses.at(-1)).toBe(429);
	expect((await plain.inject(right)).statusCode).toBe(200);
});
