import { expect, test } from "vitest";
import { resolved } from "../../test/support/learning.ts";
import { officeForEach } from "../../test/support/office.ts";
import { doStep, said } from "../../test/support/partnership.ts";
import {
	practicePartnership,
	settledBetweenPractitioners,
	settledByDirectors,
} from "../../test/support/practice.ts";
import type { Viewer } from "../domain/people/viewer.ts";
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

test("what was said to be learned as a difference ended waits where the office was sent it, with the case beside it", async () => {
	const practice = await partnership.another(practicePartnership);
	practice.at("2026-03-30T10:00");
	const { businessUnit, executive } = practice.people;
	const between = await settledBetweenPractitioners(practice, "Ring before you write");
	const id = await settledByDirectors(practice, "Say who decides");
	const waiting = async (viewer: Viewer) =>
		(await lessonsToWrite(practice.app, viewer, "2026-03-31", { offset: 0, limit: 10 })).rows;
	expect(await waiting(businessUnit)).toMatchObject([{ id, said: "Say who decides" }]);
	// Nobody but the two agencies was sent the other, not even that it is there.
	expect((await partnership.read(businessUnit, `/differences/${between}`)).statusCode).toBe(404);
	expect(await waiting(executive)).toEqual([]);
	const office = await partnership.visitor(businessUnit);
	expect((await office.open("/business-unit")).words).toContain("Say who decides Write the lesson");
	const page = await office.open(`/differences/${id}/lesson`);
	expect(page.form.shouldDiffer).toEqual(["Say who decides"]);
	expect(page.words).toContain(said("settled"));
	expect((await office.open("/business-unit")).words).not.toContain("Ring before you write");
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
