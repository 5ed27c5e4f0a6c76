import { beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import {
	doStep,
	raiseByTeacher,
	raisedTo,
	type TestPartnership,
	testPartnership,
} from "../../test/support/partnership.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { transact } from "../store/db.ts";
import { findDifference } from "../store/differences.ts";
import { listMailbox } from "../store/messages.ts";
import { savePerson } from "../store/people.ts";
import { listWork } from "../store/work.ts";
import { enterAbsence } from "./arrange-absence.ts";
import { sweep } from "./sweep.ts";

let database: TestDatabase;
let partnership: TestPartnership;

beforeEach(async () => {
	database = await testDatabase();
	partnership = await testPartnership(database.db);
	partnership.at("2026-03-30T10:00");
	return () => database.drop();
});

type Name = keyof TestPartnership["people"];

const mailed = async (): Promise<Name[]> => {
	const { people } = partnership;
	// That a report waits is of no difference.
	const messages = (await listMailbox(database.db, people.businessUnit, 500)).filter(
		({ kind }) => kind !== "report",
	);
	return (Object.keys(people) as Name[]).filter((name) =>
		messages.some(({ toPerson }) => toPerson === people[name].id),
	);
};

const leaves = (name: Name) =>
	database.db
		.updateTable("person")
		.set({ left_at: partnership.app.clock().toString() })
		.where("id", "=", partnership.people[name].id)
		.execute();

const sweepsAt = async (moments: string[]) => {
	for (const moment of moments) {
		partnership.at(moment);
		await sweep(partnership.app, partnership.partnershipId);
	}
};

describe("what a practitioner owes", () => {
	const goneBy = ["2026-03-31T09:30", "2026-04-02T09:30", "2026-04-08T09:30", "2026-04-13T09:30"];

	test.each([
		[
			"is away without a deputy",
			() =>
				enterAbsence(partnership.app, partnership.people.teacher, partnership.people.teacher.id, {
					from: "2026-03-31",
					until: "2026-04-14",
				}),
		],
		["has left", () => leaves("teacher")],
	])(
		"goes to whoever answers for the agency when they %s, and no colleague learns of it",
		async (_, goes) => {
			const { people } = partnership;
			const difference = await raiseByTeacher(partnership);
			await goes();
			await sweepsAt(goneBy);
			expect(await findDifference(database.db, difference, people.otherTeacher)).toBeUndefined();
			expect(await mailed()).not.toContain("otherTeacher");
			expect(await mailed()).toEqual(expect.arrayContaining(["safeguardingLead", "headteacher"]));
			for (const name of ["safeguardingLead", "headteacher"] as const) {
				const { mine } = await listWork(database.db, people[name], "2026-04-13");
				expect(
					mine.map(({ step }) => step),
					name,
				).toEqual(["early-resolution.talk"]);
			}
			const { mine, agency, waitingFor } = await listWork(
				database.db,
				people.otherTeacher,
				"2026-04-13",
			);
			expect([...mine, ...agency, ...waitingFor]).toEqual([]);
		},
	);

	test("is theirs alone while they are there: whoever answers for the agency may step in", async () => {
		const { people } = partnership;
		await raiseByTeacher(partnership);
		await sweepsAt(goneBy);
		expect(await mailed()).toEqual(["teacher"]);
		const { mine, agency } = await listWork(database.db, people.headteacher, "2026-04-13");
		expect(mine).toEqual([]);
		expect(agency.map(({ step }) => step)).toEqual(["early-resolution.talk"]);
	});
});

test("the senior manager who was given the response leaves: another is reminded, has it to do and may do it", async () => {
	const { people } = partnership;
	const deputyDirector: Viewer = {
		...people.director,
		id: "0000000a-0000-4000-8000-000000000001",
		name: "Nia Frost",
		email: "nia.frost@example.org",
	};
	await transact(database.db, (trx) => savePerson(trx, { ...deputyDirector }));
	const difference = await raisedTo(partnership, "forward");
	const owes = async (person: Viewer) =>
		(await listWork(database.db, person, "2026-04-14")).mine.map(({ step }) => step);
	expect(await owes(deputyDirector)).toEqual([]);

	await leaves("director");
	await sweepsAt(["2026-04-14T09:30"]);
	const reminded = await listMailbox(database.db, people.businessUnit, 500);
	expect(reminded.map(({ toPerson }) => toPerson)).toContain(deputyDirector.id);
	expect(await owes(deputyDirector)).toEqual(["formal-resolution.respond"]);
	const after = await doStep(
		partnership,
		difference,
		deputyDirector,
		"formal-resolution.respond",
		"responded",
		{ position: "agree", response: "We will visit on Monday." },
	);
	expect(after?.done.at(-1)?.by.person).toBe(deputyDirector.id);
});
