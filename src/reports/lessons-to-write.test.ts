import { expect, test } from "vitest";
import { resolved } from "../../test/support/learning.ts";
import { officeForEach } from "../../test/support/office.ts";
import { doStep } from "../../test/support/partnership.ts";
import { lessonsToWrite } from "./lessons-to-write.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });

const learned = async (lesson: string) => {
	const id = await resolved(partnership);
	await doStep(
		partnership,
		id,
		partnership.people.businessUnit,
		"afterwards.learning",
		"recorded",
		{ lesson },
	);
	return id;
};
const toWrite = (offset: number, limit: number, today = "2026-03-31") =>
	lessonsToWrite(partnership.app, partnership.people.businessUnit, today, { offset, limit });

test("the latest comes first, all are counted, and each is asked for in parts", async () => {
	const first = await learned("Say why a referral is closed");
	partnership.at("2026-03-31T10:00");
	const second = await learned("Ring before a visit");
	const all = await toWrite(0, 10);
	expect(all.rows.map(({ id, said, on }) => [id, said, on])).toEqual([
		[second, "Ring before a visit", "2026-03-31"],
		[first, "Say why a referral is closed", "2026-03-30"],
	]);
	expect(all).toMatchObject({ total: 2, isMore: false });
	expect(await toWrite(0, 1)).toEqual({ ...all, rows: all.rows.slice(0, 1) });
	expect(await toWrite(1, 1)).toEqual({ ...all, rows: all.rows.slice(1) });
});

test("what was said before the last period that is over waits no more", async () => {
	await learned("Say why a referral is closed");
	// Of April to September; October to March is over on 1 April.
	expect((await toWrite(0, 10, "2026-09-30")).total).toBe(1);
	expect((await toWrite(0, 10, "2026-10-01")).total).toBe(0);
});

test("who may not see a difference is told nothing of it", async () => {
	await learned("Say why a referral is closed");
	const another = await lessonsToWrite(
		partnership.app,
		partnership.people.executive,
		"2026-03-31",
		{ offset: 0, limit: 10 },
	);
	expect(another).toEqual({ rows: [], total: 0, isMore: false });
});
