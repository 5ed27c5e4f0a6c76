import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import {
	doStep,
	raiseByTeacher,
	said,
	type TestPartnership,
	talkInVain,
	toFormal,
} from "../../test/support/partnership.ts";
import { replay } from "../domain/difference/difference.ts";
import { transact } from "./db.ts";
import { statusColumns } from "./derived-rows.ts";
import { findDifference, lockDifference } from "./differences.ts";
import { addReading } from "./readings.ts";
import { listEntries } from "./record.ts";
import { searchDifferences } from "./search.ts";
import { listWork } from "./work.ts";

const partnership = officeForAll();
let difference: string;

beforeEach(async () => {
	partnership.at("2026-03-26T10:00");
	difference = await raiseByTeacher(partnership);
});

const seenBy = async (person: keyof TestPartnership["people"]) =>
	findDifference(partnership.db, difference, partnership.people[person]);

describe("who sees a difference", () => {
	test("its author, and those who answer for their agency, from the start", async () => {
		for (const person of ["teacher", "safeguardingLead", "headteacher"] as const)
			expect((await seenBy(person))?.sides).toEqual(["raising"]);
	});

	test("nobody else: not a colleague, not the other agency, not the Business Unit", async () => {
		for (const person of [
			"otherTeacher",
			"socialWorker",
			"director",
			"officer",
			"businessUnit",
			"executive",
		] as const)
			expect(await seenBy(person)).toBeUndefined();
	});

	test("the Business Unit from the moment a signed form is sent to it, the other agency from the moment it is forwarded", async () => {
		await toFormal(partnership, difference, "raise");
		expect(await seenBy("businessUnit")).toBeUndefined();
		await doStep(
			partnership,
			difference,
			partnership.people.headteacher,
			"formal-resolution.sign-off",
			"signed",
		);
		expect((await seenBy("businessUnit"))?.sides).toEqual(["business-unit"]);
		expect(await seenBy("director")).toBeUndefined();
		await doStep(
			partnership,
			difference,
			partnership.people.businessUnit,
			"formal-resolution.forward",
			"forwarded",
			{
				"sent-to": { id: partnership.people.director.id },
			},
		);
		expect((await seenBy("director"))?.sides).toEqual(["receiving"]);
		expect((await seenBy("socialWorker"))?.sides).toEqual(["receiving"]);
		expect(await seenBy("executive")).toBeUndefined();
	});

	test("nobody of another partnership on the same installation", async () => {
		const other = await partnership.another();
		await toFormal(partnership, difference, "respond");
		for (const person of Object.values(other.people))
			expect(await findDifference(partnership.db, difference, person)).toBeUndefined();
		const { total } = await searchDifferences(partnership.db, other.people.businessUnit, {
			sort: "due",
			page: 1,
			pageSize: 20,
		});
		expect(total).toBe(0);
	});
});

describe("what they read", () => {
	test("the other agency reads the form that it was sent, and nothing of the talks before it", async () => {
		await talkInVain(partnership, difference, {
			"what-was-said": said("private talk"),
			"why-not-resolved": said("private reason"),
		});
		await toFormal(partnership, difference, "forward");
		const seen = JSON.stringify((await seenBy("director"))?.entries);
		expect(seen).toContain(said("evidence"));
		expect(seen).toContain(said("skip reason"));
		expect(seen).not.toContain(said("private talk"));
		expect(seen).not.toContain(said("private reason"));
		expect(JSON.stringify((await seenBy("headteacher"))?.entries)).toContain(said("private talk"));
	});
});

describe("the record", () => {
	test("keeps every answer as it was entered, narrative apart from what is indexed", async () => {
		const entries = await listEntries(partnership.db, difference);
		const raised = entries[0];
		expect(raised).toMatchObject({
			type: "raised",
			seq: 1,
			answers: {
				themes: ["thresholds"],
				issue: said("issue"),
				children: [{ name: "Canary Child" }],
			},
		});
		const details = await sql<{
			all: string;
		}>`select string_agg(detail::text, '') as all from event`.execute(partnership.db);
		expect(details.rows[0]?.all).not.toMatch(/canary/i);
	});

	test.each(["event", "narrative", "reading"])(
		"cannot be changed or removed: %s",
		async (table) => {
			await transact(partnership.db, (trx) =>
				addReading(trx, partnership.people.teacher, {
					differenceId: difference,
					what: "difference",
					at: "2026-03-30T09:00:00Z",
				}),
			);
			await transact(partnership.db, async (trx) => {
				for (const change of [
					`delete from ${table}`,
					`update ${table} set difference_id = difference_id`,
					`truncate ${table} cascade`,
				])
					await expect(
						(async () => {
							await sql.raw("savepoint before").execute(trx);
							await sql
								.raw(change)
								.execute(trx)
								.finally(() => sql.raw("rollback to savepoint before").execute(trx));
						})(),
					).rejects.toThrow("The record is only ever added to");
			});
		},
	);

	test("replayed, gives the row", async () => {
		await toFormal(partnership, difference, "respond");
		const protocol = await partnership.app.protocols.version(
			partnership.db,
			(await seenBy("teacher"))?.versionId ?? "",
		);
		await transact(partnership.db, async (trx) => {
			const loaded = await lockDifference(trx, difference);
			if (!loaded) throw new Error("gone");
			const { ended_at, ...derived } = statusColumns(
				replay(protocol, loaded.header, loaded.entries),
			);
			const row = await trx
				.selectFrom("difference")
				.where("id", "=", difference)
				.selectAll()
				.executeTakeFirstOrThrow();
			expect(row).toMatchObject(derived);
			expect(row.ended_at).toEqual(ended_at);
		});
	});
});

describe("lists", () => {
	test("My work shows what I owe, what my colleagues owe and whom I wait for", async () => {
		await toFormal(partnership, difference, "forward");
		const steps = (list: { differenceId: string; step: string | null }[]) =>
			list.filter((each) => each.differenceId === difference).map(({ step }) => step);
		const director = await listWork(partnership.db, partnership.people.director, "2026-03-26");
		expect(steps(director.mine)).toEqual(["formal-resolution.respond"]);
		const teacher = await listWork(partnership.db, partnership.people.teacher, "2026-03-26");
		expect(steps(teacher.mine)).toEqual([]);
		expect(steps(teacher.waitingFor)).toEqual(["formal-resolution.respond"]);
		const manager = await listWork(partnership.db, partnership.people.teamManager, "2026-03-26");
		expect(steps(manager.agency)).toEqual(["formal-resolution.respond"]);
		expect(
			steps((await listWork(partnership.db, partnership.people.officer, "2026-03-26")).waitingFor),
		).toEqual([]);
	});

	test("whoever filled in the form is not asked to sign it off", async () => {
		const own = await raiseByTeacher({
			...partnership,
			people: {
				...partnership.people,
				teacher: partnership.people.headteacher,
			},
		});
		await toFormal(
			{
				...partnership,
				people: {
					...partnership.people,
					teacher: partnership.people.headteacher,
				},
			},
			own,
			"raise",
		);
		const { mine } = await listWork(partnership.db, partnership.people.headteacher, "2026-03-26");
		expect(mine.filter(({ differenceId }) => differenceId === own)).toEqual([]);
	});

	test("a list shows a difference as it stands for the asker’s side", async () => {
		await toFormal(partnership, difference, "forward");
		const search = { sort: "due", page: 1, pageSize: 100 } as const;
		const listed = async (person: keyof TestPartnership["people"]) =>
			(await searchDifferences(partnership.db, partnership.people[person], search)).rows.find(
				({ id }) => id === difference,
			);
		expect(await listed("director")).toMatchObject({
			side: "receiving",
			stage: "formal-resolution",
			themes: ["thresholds"],
			status: "open",
		});
		expect(await listed("otherTeacher")).toBeUndefined();
	});
});
