import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import { endSessions } from "../jobs/end-sessions.ts";
import { addAbsence, listAbsences } from "../store/absences.ts";
import { savePersonByLink } from "../store/answering-by-link.ts";
import { transact } from "../store/db.ts";
import { saveLinkToRaise } from "../store/links-to-raise.ts";
import { saveOneTimeLink } from "../store/one-time-links.ts";
import { keepToSchedule } from "./keep-to-schedule.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { verifyRecord } from "./verify-record.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });

const keep = async (at: string) => {
	const { app, partnershipId } = partnership;
	partnership.at(at);
	await keepToSchedule(app, await partnershipClock(app, app.db, partnershipId));
	await endSessions(app);
};

let teacher: string;
beforeEach(async () => {
	teacher = partnership.people.teacher.id;
});
const left = (id: string) =>
	partnership.db
		.updateTable("person")
		.set({ left_at: "2026-03-26T10:00:00Z" })
		.where("id", "=", id)
		.execute();
const person = (id: string) =>
	partnership.db.selectFrom("person").where("id", "=", id).selectAll().executeTakeFirstOrThrow();

test("a year after somebody left, their numbers and views go and their name stays; whoever is still there keeps all", async () => {
	const { db, people, partnershipId } = partnership;
	const view = (personId: string, office: string | null) =>
		db
			.insertInto("log_view")
			.values({
				id: randomUUID(),
				partnership_id: partnershipId,
				person_id: personId,
				office,
				query: `of=${personId}`,
				saved_at: "2026-03-26T10:00:00Z",
			})
			.execute();
	const both = [teacher, people.otherTeacher.id];
	await db
		.updateTable("person")
		.set({ phone: "01632 960 001", mobile: "07700 900 001" })
		.where("id", "in", both)
		.execute();
	await view(teacher, null);
	await view(teacher, "business-unit");
	await view(people.otherTeacher.id, null);
	await left(teacher);
	await keep("2027-03-25T12:00");
	expect((await person(teacher)).phone).toBe("01632 960 001");
	await keep("2027-03-29T12:00");
	expect(await person(teacher)).toMatchObject({
		phone: null,
		mobile: null,
		name: people.teacher.name,
		email: people.teacher.email,
	});
	expect((await person(people.otherTeacher.id)).mobile).toBe("07700 900 001");
	const views = await db
		.selectFrom("log_view")
		.where("partnership_id", "=", partnershipId)
		.select(["person_id", "office"])
		.execute();
	expect(views.map(({ person_id, office }) => [person_id, office]).sort()).toEqual(
		[
			[teacher, "business-unit"],
			[people.otherTeacher.id, null],
		].sort(),
	);
});

test("an absence goes a year after it is over, and the record is still proven", async () => {
	const { app, partnershipId } = partnership;
	const away = (from: string, until: string) =>
		transact(app.db, (trx) =>
			addAbsence(trx, {
				id: randomUUID(),
				partnershipId,
				personId: teacher,
				from,
				until,
				enteredBy: teacher,
				enteredAt: "2026-03-26T10:00:00Z",
			}),
		);
	await away("2026-04-01", "2026-04-10");
	await away("2026-05-01", "2026-05-10");
	await keep("2027-04-15T12:00");
	expect((await listAbsences(app.db, teacher, "2026-01-01")).map(({ from }) => from)).toEqual([
		"2026-05-01",
	]);
	expect((await verifyRecord(app, partnershipId)).faults).toEqual([]);
});

test("of whoever was given a link to raise and never did nothing is left a year after", async () => {
	const { app, db, partnershipId, agencies, people } = partnership;
	const differenceId = randomUUID();
	const given = await transact(app.db, async (trx) => {
		const id = await savePersonByLink(trx, {
			partnershipId,
			agencyId: agencies.socialCare,
			difference: differenceId,
			name: "Wren Outside",
			jobTitle: "Childminder",
			email: "wren@example.org",
			level: "practitioner",
			until: "2026-04-26T10:00:00Z",
		});
		await saveLinkToRaise(trx, {
			personId: id,
			partnershipId,
			differenceId,
			vouchedBy: people.businessUnit.id,
			vouchedAt: "2026-03-26T10:00:00Z",
			because: "Her manager rang",
			formKey: randomUUID(),
		});
		return id;
	});
	await keep("2027-04-20T12:00");
	expect((await person(given)).name).toBe("Wren Outside");
	await keep("2027-04-28T12:00");
	const now = await person(given);
	expect([now.name, now.email, now.job_title]).toEqual([
		"Somebody who was given a link",
		`${given}@invalid`,
		"",
	]);
	const link = await db
		.selectFrom("link_to_raise")
		.where("person_id", "=", given)
		.select("because_sealed")
		.executeTakeFirst();
	expect(link).toEqual({ because_sealed: null });
});

test("a link that works once goes ninety days after it can be used no more, but while a message names it", async () => {
	const { app, db, people, partnershipId } = partnership;
	const [over, named, later] = [randomUUID(), randomUUID(), randomUUID()];
	await transact(app.db, async (trx) => {
		for (const [id, expiresAt] of [
			[over, "2026-04-01T10:00:00Z"],
			[named, "2026-04-01T10:00:00Z"],
			[later, "2026-06-01T10:00:00Z"],
		] as const)
			await saveOneTimeLink(trx, {
				id,
				kind: "answer",
				accountId: null,
				personId: teacher,
				madeBy: people.businessUnit.id,
				madeAt: "2026-03-26T10:00:00Z",
				expiresAt,
			});
		await trx
			.insertInto("message")
			.values({
				id: randomUUID(),
				partnership_id: partnershipId,
				to_person: teacher,
				kind: "test",
				notice: JSON.stringify({}),
				created_at: "2026-03-26T10:00:00Z",
				state: "sent",
				one_time_link_id: named,
			} as never)
			.execute();
	});
	await keep("2026-07-15T12:00");
	const rows = await db
		.selectFrom("one_time_link")
		.where("id", "in", [over, named, later])
		.select("id")
		.execute();
	expect(rows.map(({ id }) => id).sort()).toEqual([named, later].sort());
});

test("a year after somebody left everywhere nothing is left by which they signed in, and of nobody else", async () => {
	const { db, people } = partnership;
	const account = async (...of: string[]) => {
		const id = randomUUID();
		await db
			.insertInto("account")
			.values({
				id,
				email: `${id}@example.org`,
				password_hash: "hash",
				made_at: "2026-03-26T10:00:00Z",
			} as never)
			.execute();
		await db.updateTable("person").set({ account_id: id }).where("id", "in", of).execute();
		await db.insertInto("recovery_code").values({ account_id: id, hash: id }).execute();
		return id;
	};
	const gone = await account(teacher);
	const halfThere = await account(people.otherTeacher.id, people.headteacher.id);
	await left(teacher);
	await left(people.otherTeacher.id);
	await keep("2027-03-29T12:00");
	const has = async (id: string) => {
		const row = await db
			.selectFrom("account")
			.where("id", "=", id)
			.select("password_hash")
			.executeTakeFirst();
		const codes = await db
			.selectFrom("recovery_code")
			.where("account_id", "=", id)
			.select("hash")
			.execute();
		return [row?.password_hash, codes.length];
	};
	expect(await has(gone)).toEqual([null, 0]);
	expect(await has(halfThere)).toEqual(["hash", 1]);
});
