import { sql } from "kysely";
import { describe, expect, test, vi } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import {
	askExecutive,
	doStep,
	raiseByTeacher,
	raisedTo,
	type TestPartnership,
	toFormal,
} from "../../test/support/partnership.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { listAbsences, saveDeputies } from "../store/absences.ts";
import { transact } from "../store/db.ts";
import { findDifference } from "../store/differences.ts";
import { listMailbox } from "../store/messages.ts";
import { findViewer, savePerson } from "../store/people.ts";
import { findPlannedBy, lockReminders, savePlannedBy } from "../store/reminders.ts";
import { listWork } from "../store/work.ts";
import { chooseDeputies, enterAbsence, takeBackAbsence } from "./arrange-absence.ts";
import { openDifference } from "./open-difference.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
const refusal = (code: string) => expect.objectContaining({ code });

/** Somebody as the next request knows them. */
async function now(person: keyof TestPartnership["people"]): Promise<Viewer> {
	const { app, people } = partnership;
	const viewer = await findViewer(app.db, people[person].id, app.clock());
	if (!viewer) throw new Error(`${person} has left`);
	return viewer;
}

/** The director is away from 1 to 10 April, and these stand in. */
async function directorAway(deputies: (keyof TestPartnership["people"])[]) {
	const { app, people } = partnership;
	await chooseDeputies(
		app,
		people.director,
		people.director.id,
		deputies.map((name) => people[name].id),
	);
	await enterAbsence(app, people.director, people.director.id, {
		from: "2026-04-01",
		until: "2026-04-10",
	});
}
const sees = async (person: keyof TestPartnership["people"], difference: string) =>
	(await findDifference(partnership.db, difference, await now(person))) !== undefined;
const mailTo = async (person: keyof TestPartnership["people"]) =>
	(await listMailbox(partnership.db, partnership.people.businessUnit, 200)).filter(
		({ toPerson }) => toPerson === partnership.people[person].id,
	).length;

describe("whoever stands in for somebody who is away", () => {
	test("is asked as well, sees it, has it in their work and may do it, on the first day and the last", async () => {
		await directorAway(["teamManager"]);
		partnership.at("2026-04-01T09:00");
		const difference = await raisedTo(partnership, "forward");
		expect(await mailTo("director")).toBe(1);
		expect(await mailTo("teamManager")).toBe(1);
		partnership.at("2026-04-10T16:00");
		const deputy = await now("teamManager");
		expect(
			(await listWork(partnership.db, deputy, "2026-04-10")).mine.map(({ step }) => step),
		).toEqual(["formal-resolution.respond"]);
		const after = await doStep(
			partnership,
			difference,
			deputy,
			"formal-resolution.respond",
			"responded",
			{ position: "agree", response: "We will visit on Monday." },
		);
		expect(after?.done.at(-1)?.by.person).toBe(deputy.id);
	});

	test("loses sight of it when the absence ends", async () => {
		await directorAway(["teamManager"]);
		partnership.at("2026-04-01T09:00");
		const difference = await raisedTo(partnership, "forward");
		// Named by the teacher at the start, they would see it anyway: another difference shows what standing in gives.
		const { people, app } = partnership;
		await chooseDeputies(app, people.headteacher, people.teacher.id, [people.otherTeacher.id]);
		expect(await sees("otherTeacher", difference)).toBe(false);
		await enterAbsence(app, people.headteacher, people.teacher.id, {
			from: "2026-04-02",
			until: "2026-04-03",
		});
		for (const [moment, seen] of [
			["2026-04-01T23:59", false],
			["2026-04-02T00:00", true],
			["2026-04-03T23:59", true],
			["2026-04-04T00:00", false],
		] as const) {
			partnership.at(moment);
			expect(await sees("otherTeacher", difference), moment).toBe(seen);
		}
	});

	test("is barred from what bars the one they stand in for, and from what bars themselves", async () => {
		const { people, app } = partnership;
		// The teacher wrote the form. The head is away, and the teacher stands in.
		// Both were chosen while they were managers.
		await transact(partnership.db, (trx) =>
			saveDeputies(trx, people.headteacher, [people.teacher.id, people.otherTeacher.id]),
		);
		await enterAbsence(app, people.headteacher, people.headteacher.id, {
			from: "2026-03-30",
			until: "2026-04-03",
		});
		const difference = await raisedTo(partnership, "raise");
		const sign = async (by: "teacher" | "otherTeacher") =>
			doStep(partnership, difference, await now(by), "formal-resolution.sign-off", "signed");
		await expect(sign("teacher")).rejects.toEqual(refusal("not-your-own"));
		expect(await sign("otherTeacher")).toBeDefined();
	});
});

test("an absence that is sent twice at once is one, and taken back it is none", async () => {
	const { people, app } = partnership;
	const { director } = people;
	const days = { from: "2026-03-30", until: "2026-04-10" };
	await chooseDeputies(app, director, director.id, [people.teamManager.id]);
	await Promise.all([
		enterAbsence(app, director, director.id, days),
		enterAbsence(app, director, director.id, days),
	]);
	const [absence] = await listAbsences(partnership.db, director.id, "2026-03-30");
	await takeBackAbsence(app, director, director.id, absence?.id ?? "");
	expect((await now("teamManager")).standsInFor).toBeUndefined();
});

describe("standing in opens no more than what the two have in common", () => {
	/** Executives of two agencies who stand in for each other, as officers of one office may. */
	async function executives() {
		const { db } = partnership;
		const { people, agencies } = partnership;
		const executive = async (person: Viewer, agency: string, number: number): Promise<Viewer> => {
			const made: Viewer = {
				...person,
				id: `0000000a-0000-4000-8000-00000000000${number}`,
				email: `leader.${number}@example.org`,
				level: "director",
				agencyId: agency,
				offices: ["executive"],
			};
			await transact(db, (trx) => savePerson(trx, { ...made }));
			return made;
		};
		return {
			ofSchool: await executive(people.headteacher, agencies.school, 1),
			ofPolice: await executive(people.officer, agencies.police, 2),
		};
	}

	test("no other agency: whoever shares an office only does not read what that agency keeps to itself", async () => {
		const { app } = partnership;
		const { ofSchool, ofPolice } = await executives();
		await chooseDeputies(app, ofSchool, ofSchool.id, [ofPolice.id]);
		await enterAbsence(app, ofSchool, ofSchool.id, {
			from: "2026-03-30",
			until: "2026-04-03",
		});
		const difference = await raiseByTeacher(partnership);
		const deputy = await findViewer(partnership.db, ofPolice.id, app.clock());
		expect(deputy?.standsInFor).toHaveLength(1);
		expect(deputy && (await findDifference(partnership.db, difference, deputy))).toBeUndefined();
		await toFormal(partnership, difference, "raise");
		const mail = await listMailbox(partnership.db, partnership.people.businessUnit, 200);
		expect(mail.map(({ toPerson }) => toPerson)).toContain(ofSchool.id);
		expect(mail.map(({ toPerson }) => toPerson)).not.toContain(ofPolice.id);
	});

	test("no office: a colleague of the same agency does not come to decide for the Executive", async () => {
		const { app, people } = partnership;
		await transact(partnership.db, (trx) =>
			saveDeputies(trx, people.executive, [people.administrator.id]),
		);
		await enterAbsence(app, people.executive, people.executive.id, {
			from: "2026-03-30",
			until: "2026-04-30",
		});
		const difference = await raisedTo(partnership, "respond");
		await askExecutive(partnership, difference);
		expect(await sees("executive", difference)).toBe(true);
		expect(await sees("administrator", difference)).toBe(false);
		expect(await mailTo("executive")).toBe(1);
		expect(await mailTo("administrator")).toBe(0);
	});

	test("nobody makes themself the deputy of somebody else, to read and do what they may", async () => {
		const { app, people } = partnership;
		const { id } = people.director;
		await expect(
			chooseDeputies(app, people.teamManager, id, [people.teamManager.id]),
		).rejects.toEqual(refusal("not-yourself"));
		expect(await chooseDeputies(app, people.businessUnit, id, [people.teamManager.id])).toBe(true);
		// Chosen by another, they may add a colleague and stay.
		await sql`update person set level = 'manager' where id = ${people.socialWorker.id}`.execute(
			partnership.db,
		);
		expect(
			await chooseDeputies(app, people.teamManager, id, [
				people.teamManager.id,
				people.socialWorker.id,
			]),
		).toBe(true);
	});
});

test("with nobody to stand in, whoever answers in the same role is asked and may do it", async () => {
	const { officer } = partnership.people;
	await partnership.db
		.updateTable("person")
		.where("id", "=", officer.id)
		.set({ agency_id: partnership.agencies.socialCare })
		.execute();
	await directorAway([]);
	partnership.at("2026-04-01T09:00");
	const difference = await raisedTo(partnership, "forward");
	const opened = await openDifference(
		partnership.app,
		partnership.people.businessUnit,
		difference,
		"difference",
	);
	expect(opened?.away.get(partnership.people.director.id)).toEqual({
		until: "2026-04-10",
		deputies: [],
	});
	expect(await mailTo("officer")).toBe(1);
	const colleague = await now("officer");
	expect(
		(await listWork(partnership.db, colleague, "2026-04-01")).mine.map(({ step }) => step),
	).toEqual(["formal-resolution.respond"]);
	const after = await doStep(
		partnership,
		difference,
		colleague,
		"formal-resolution.respond",
		"responded",
		{ position: "agree", response: "We will visit on Monday." },
	);
	expect(after?.done.at(-1)?.by.person).toBe(officer.id);
});

describe("an absence", () => {
	test("is for the person, whoever answers for their agency, and the Business Unit to say", async () => {
		const { app, people } = partnership;
		const days = { from: "2026-04-01", until: "2026-04-02" };
		for (const [by, may] of [
			["teacher", true],
			["safeguardingLead", true],
			["headteacher", true],
			["businessUnit", true],
			["otherTeacher", false],
			["director", false],
		] as const)
			expect(await enterAbsence(app, people[by], people.teacher.id, days), by).toBe(may);
	});

	test.each([
		[{ from: "2026-04-03", until: "2026-04-02" }, "ends-before"],
		[{ from: "2026-03-01", until: "2026-03-29" }, "in-the-past"],
		[{ from: "2026-04-01", until: "2027-04-10" }, "too-long"],
	])("%o is refused: %s", async (days, code) => {
		const { app, people } = partnership;
		await expect(enterAbsence(app, people.teacher, people.teacher.id, days)).rejects.toEqual(
			refusal(code),
		);
	});

	test("that is taken back is none", async () => {
		await directorAway(["teamManager"]);
		partnership.at("2026-04-02T09:00");
		expect((await now("teamManager")).standsInFor).toHaveLength(1);
		const { director } = partnership.people;
		const [absence] = await listAbsences(partnership.db, director.id, "2026-04-02");
		expect(absence).toMatchObject({ from: "2026-04-01", until: "2026-04-10" });
		await takeBackAbsence(partnership.app, director, director.id, absence?.id ?? "");
		expect((await now("teamManager")).standsInFor).toBeUndefined();
	});
});

test("only a colleague of the same agency or office stands in", async () => {
	const { app, people } = partnership;
	await expect(
		chooseDeputies(app, people.director, people.director.id, [people.teacher.id]),
	).rejects.toEqual(refusal("not-a-colleague"));
});

test("who answers for an agency is stood in for by somebody who does, and not by a practitioner", async () => {
	const { app, people } = partnership;
	const choose = (...deputies: (keyof TestPartnership["people"])[]) =>
		chooseDeputies(
			app,
			people.headteacher,
			people.headteacher.id,
			deputies.map((name) => people[name].id),
		);
	await expect(choose("safeguardingLead", "otherTeacher")).rejects.toMatchObject({
		code: "not-of-the-level",
		message: expect.stringContaining("Ben Hale cannot stand in for Dilip Rao"),
	});
	expect(await choose("safeguardingLead")).toBe(true);
});

test("an absence waits for a sweep under way, which would say that all was looked at", async () => {
	const { app, people } = partnership;
	const order: string[] = [];
	let entering: Promise<unknown> | undefined;
	await transact(partnership.db, async (trx) => {
		await lockReminders(trx, people.director.partnershipId);
		entering = enterAbsence(app, people.director, people.director.id, {
			from: "2026-04-01",
			until: "2026-04-10",
		}).then(() => order.push("entered"));
		await vi.waitFor(async () => {
			const { rows } = await sql<{ waiting: number }>`
				select count(*)::int as waiting from pg_locks
				where locktype = 'advisory' and not granted
					and database = (select oid from pg_database where datname = current_database())`.execute(
				trx,
			);
			expect(rows[0]?.waiting).toBe(1);
		});
		await savePlannedBy(trx, people.director.partnershipId, "all looked at");
		order.push("looked");
	});
	await entering;

	expect(order).toEqual(["looked", "entered"]);
	expect(await findPlannedBy(partnership.db, people.director.partnershipId)).toBe("");
});
