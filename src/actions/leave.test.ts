import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deriveAllAgain, derivedRows } from "../../test/support/derived-rows.ts";
import { officeForEach } from "../../test/support/office.ts";
import { doStep, raiseByTeacher, raisedTo, toFormal } from "../../test/support/partnership.ts";
import { saveDeputies } from "../store/absences.ts";
import { saveAccount, saveAccountOf } from "../store/accounts.ts";
import { transact } from "../store/db.ts";
import { findDifference } from "../store/differences.ts";
import { findDraft, saveDraft } from "../store/drafts.ts";
import { addLearningAction } from "../store/learning-actions.ts";
import { findLeaving } from "../store/leaving.ts";
import { listMailbox } from "../store/messages.ts";
import { findViewer } from "../store/people.ts";
import { listPostsHeld } from "../store/people-kept.ts";
import { listWork } from "../store/work.ts";
import { changePost } from "./keep-people.ts";
import { beforeLeaving, leave, stay } from "./leave.ts";
import { openDifference } from "./open-difference.ts";
import { sweep } from "./sweep.ts";
import { takeDifference } from "./take-difference.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
const refusal = (code: string) => expect.objectContaining({ code });
const now = { when: "now", to: null, knowsVacant: false } as const;

const owedBySomebodyGone = async () => {
	const { db } = partnership;
	const gone = db.selectFrom("person").where("left_at", "is not", null).select("id");
	const steps = await db
		.selectFrom("open_step")
		.where("person_id", "in", gone)
		.selectAll()
		.execute();
	const records = await db
		.selectFrom("record_owed")
		.where("person_id", "in", gone)
		.selectAll()
		.execute();
	return [...steps, ...records];
};
const workOf = async (person: string) => {
	const { app, db } = partnership;
	const viewer = await findViewer(db, person, app.clock());
	if (!viewer) throw new Error("They have left");
	return (await listWork(db, viewer, "2026-03-30")).mine;
};
const session = (personId: string, accountId: string | null = null) =>
	partnership.db
		.insertInto("session")
		.values({
			sid: randomUUID(),
			person_id: personId,
			account_id: accountId,
			data: "{}",
			expires_at: "2099-01-01T00:00:00Z",
		})
		.execute();
const sessions = async () =>
	(await partnership.db.selectFrom("session").select("person_id").execute()).map(
		({ person_id }) => person_id,
	);

describe("somebody who leaves", () => {
	test("hands a step to a colleague, who is told, reads the difference and does it; the record says so", async () => {
		const { app, db, people } = partnership;
		const difference = await raiseByTeacher(partnership);
		expect(await workOf(people.teacher.id)).toHaveLength(1);
		await leave(app, people.headteacher, people.teacher.id, { ...now, to: people.otherTeacher.id });

		expect(await findViewer(db, people.teacher.id, app.clock())).toBeUndefined();
		expect(await owedBySomebodyGone()).toEqual([]);
		expect(await workOf(people.otherTeacher.id)).toMatchObject([{ differenceId: difference }]);
		const told = await listMailbox(db, people.administrator, 100);
		expect(told.map(({ toEmail }) => toEmail)).toContain(people.otherTeacher.email);
		const opened = await openDifference(app, people.otherTeacher, difference, "difference");
		expect(opened?.entries.filter(({ type }) => type === "handed-over")).toMatchObject([
			{ from: people.teacher.id, to: people.otherTeacher.id, arrangedBy: people.headteacher.id },
			{ step: "early-resolution.talk", to: people.otherTeacher.id },
		]);
		expect(opened?.entries.some(({ type, by }) => type === "handed-over" && by)).toBe(false);
	});

	test("is followed by whoever answers for the agency where no colleague is chosen", async () => {
		const { app, people } = partnership;
		await raiseByTeacher(partnership);
		await leave(app, people.headteacher, people.teacher.id, now);
		expect(await owedBySomebodyGone()).toEqual([]);
		expect(await workOf(people.safeguardingLead.id)).toHaveLength(1);
		expect(await workOf(people.otherTeacher.id)).toEqual([]);
	});

	test("is asked for nothing later: a step that falls to whoever raised it goes to whoever has it now", async () => {
		const { app, db, people } = partnership;
		const difference = await raisedTo(partnership, "forward");
		await leave(app, people.headteacher, people.teacher.id, { ...now, to: people.otherTeacher.id });
		await doStep(
			partnership,
			difference,
			people.director,
			"formal-resolution.respond",
			"responded",
			{ position: "disagree", response: "We have seen the family" },
		);
		expect(await owedBySomebodyGone()).toEqual([]);
		const before = await derivedRows(db, partnership.partnershipId);
		await deriveAllAgain(app, partnership.partnershipId);
		expect(await derivedRows(db, partnership.partnershipId)).toEqual(before);
	});

	test("who arranges it and may not know of the difference is told nothing of it, not even a count", async () => {
		const { app, db, people } = partnership;
		const difference = await raiseByTeacher(partnership);
		const asAdministrator = await beforeLeaving(app, people.administrator, people.teacher.id);
		expect(asAdministrator?.owes).toMatchObject({ differences: [], records: 0, questions: 0 });
		const asHead = await beforeLeaving(app, people.headteacher, people.teacher.id);
		expect(asHead?.owes.differences).toMatchObject([{ id: difference, steps: 1 }]);
		await leave(app, people.administrator, people.teacher.id, {
			...now,
			to: people.otherTeacher.id,
		});
		expect(await findDifference(db, difference, people.administrator)).toBeUndefined();
		expect(await workOf(people.otherTeacher.id)).toHaveLength(1);
	});

	test("hands over drafts, actions and the differences taken; a colleague stands in in their place", async () => {
		const { app, db, people, partnershipId, agencies } = partnership;
		const difference = await raiseByTeacher(partnership);
		await toFormal(partnership, difference, "sign-off");
		await takeDifference(app, people.businessUnit, difference, "business-unit");
		const page = `raise/${randomUUID()}`;
		await transact(db, async (trx) => {
			await saveDraft(
				trx,
				{
					id: randomUUID(),
					partnershipId,
					personId: people.safeguardingLead.id,
					owner: people.safeguardingLead.id,
					differenceId: null,
					page,
					savedAt: "2026-03-30T09:00:00Z",
				},
				() => ({ content: { issue: "He came without a coat" } }),
			);
			await addLearningAction(trx, {
				shownBy: null,
				id: randomUUID(),
				partnershipId,
				askedBy: { lesson: randomUUID() },
				what: "Train everybody",
				agencyId: agencies.school,
				personId: people.safeguardingLead.id,
				dueOn: "2026-05-01",
				by: people.businessUnit.id,
				at: "2026-03-30T09:00:00Z",
			});
			await saveDeputies(trx, people.headteacher, [people.safeguardingLead.id]);
			await saveDeputies(trx, people.teacher, [people.safeguardingLead.id]);
		});
		await leave(app, people.headteacher, people.safeguardingLead.id, {
			...now,
			to: people.otherTeacher.id,
		});
		const draft = (owner: string) => findDraft(db, { owner, differenceId: null, page });
		expect(await draft(people.otherTeacher.id)).toMatchObject({
			content: { issue: "He came without a coat" },
		});
		expect(await draft(people.safeguardingLead.id)).toBeUndefined();
		expect(await db.selectFrom("learning_action").select("person_id").execute()).toEqual([
			{ person_id: people.otherTeacher.id },
		]);
		// A teacher signs nothing off for the head: they stand in for their colleague alone.
		expect(await db.selectFrom("deputy").select(["person_id", "deputy_id"]).execute()).toEqual([
			{ person_id: people.teacher.id, deputy_id: people.otherTeacher.id },
		]);

		await leave(app, people.administrator, people.businessUnit.id, { ...now, knowsVacant: true });
		expect(await db.selectFrom("taken").selectAll().execute()).toEqual([]);
	});

	test("is signed out, and everywhere where it was all that they were", async () => {
		const { app, db, people } = partnership;
		const account = randomUUID();
		await transact(db, async (trx) => {
			const email = `${account}@example.org`;
			await saveAccount(trx, app.clock(), { id: account, email, passwordHash: null });
			await saveAccountOf(trx, account, [people.teacher.id, people.officer.id]);
		});
		await session(people.teacher.id, account);
		await session(people.officer.id, account);
		await session(people.director.id);
		await leave(app, people.administrator, people.teacher.id, now);
		expect((await sessions()).toSorted()).toEqual(
			[people.officer.id, people.director.id].toSorted(),
		);
		await leave(app, people.administrator, people.officer.id, { ...now, knowsVacant: true });
		expect(await sessions()).toEqual([people.director.id]);
	});

	test("leaves no office and no agency to nobody by mistake, and never the administrators", async () => {
		const { app, people } = partnership;
		const goes = (id: string, knowsVacant = false) =>
			leave(app, people.thirdAdministrator, id, { ...now, knowsVacant });
		await expect(goes(people.businessUnit.id)).rejects.toEqual(refusal("leaves-vacant"));
		await expect(goes(people.officer.id)).rejects.toEqual(refusal("leaves-vacant"));
		expect(await goes(people.businessUnit.id, true)).toBe(true);
		expect(await goes(people.administrator.id)).toBe(true);
		expect(await goes(people.secondAdministrator.id)).toBe(true);
		await expect(goes(people.thirdAdministrator.id, true)).rejects.toEqual(
			refusal("last-administrator"),
		);
	});

	test("two administrators who leave at once do not leave the partnership without one", async () => {
		const { app, people } = partnership;
		await leave(app, people.administrator, people.thirdAdministrator.id, now);
		const both = await Promise.allSettled(
			[people.administrator, people.secondAdministrator].map((one) =>
				leave(app, one, one.id, { ...now, knowsVacant: true }),
			),
		);
		expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
		expect(both.find(({ status }) => status === "rejected")).toMatchObject({
			reason: { code: "last-administrator" },
		});
	});

	test("is for an administrator or whoever answers for the agency to say, and goes to a colleague alone", async () => {
		const { app, people, another } = partnership;
		const elsewhere = await another();
		for (const by of [people.otherTeacher, people.director, elsewhere.people.administrator])
			expect(await leave(app, by, people.teacher.id, now)).toBe(false);
		for (const to of [people.director, elsewhere.people.otherTeacher])
			await expect(
				leave(app, people.headteacher, people.teacher.id, { ...now, to: to.id }),
			).rejects.toEqual(refusal("not-a-colleague"));
		expect(await leave(app, people.headteacher, people.teacher.id, now)).toBe(true);
		expect(await leave(app, people.headteacher, people.teacher.id, now)).toBe(false);
	});
});

describe("a planned last day", () => {
	const until = (day: string) => ({ when: { day }, to: null, knowsVacant: false }) as const;

	test("is worked to its end: they have left the next day, and the agency is reminded before it", async () => {
		const { app, db, people, partnershipId } = partnership;
		await raiseByTeacher(partnership);
		await leave(app, people.headteacher, people.teacher.id, {
			...until("2026-04-17"),
			to: people.otherTeacher.id,
		});
		const reminders = async () =>
			(await listMailbox(db, people.administrator, 100)).filter(({ kind }) => kind === "people")
				.length;
		partnership.at("2026-04-09T10:00");
		await sweep(app, partnershipId);
		expect(await reminders()).toBe(0);
		partnership.at("2026-04-10T10:00");
		await sweep(app, partnershipId);
		await sweep(app, partnershipId);
		expect(await reminders()).toBe(2);
		partnership.at("2026-04-17T10:00");
		await sweep(app, partnershipId);
		expect(await findViewer(db, people.teacher.id, app.clock())).toBeDefined();
		partnership.at("2026-04-18T00:01");
		await sweep(app, partnershipId);
		expect(await findViewer(db, people.teacher.id, app.clock())).toBeUndefined();
		expect(await owedBySomebodyGone()).toEqual([]);
		expect(await listPostsHeld(db, people.teacher.id)).toMatchObject([
			{ jobTitle: "practitioner" },
		]);
		await sweep(app, partnershipId);
		expect(await listPostsHeld(db, people.teacher.id)).toHaveLength(1);
	});

	test("can be taken back, lies not in the past, and does not take the last administrator", async () => {
		const { app, db, people, partnershipId } = partnership;
		await expect(
			leave(app, people.headteacher, people.teacher.id, until("2026-03-29")),
		).rejects.toEqual(refusal("day-has-passed"));
		await leave(app, people.headteacher, people.teacher.id, until("2026-04-02"));
		expect(await stay(app, people.otherTeacher, people.teacher.id)).toBe(false);
		expect(await stay(app, people.headteacher, people.teacher.id)).toBe(true);
		expect(await findLeaving(db, people.teacher.id)).toBeUndefined();
		for (const one of ["administrator", "secondAdministrator", "thirdAdministrator"] as const)
			await leave(app, people.administrator, people[one].id, until("2026-04-02"));
		partnership.at("2026-04-03T03:00");
		await sweep(app, partnershipId);
		const left = await db
			.selectFrom("person")
			.where("partnership_id", "=", partnershipId)
			.where("left_at", "is not", null)
			.select("id")
			.execute();
		expect(left).toHaveLength(2);
	});
});

describe("another post", () => {
	const asTeacher = { name: "Amy Okafor", jobTitle: "Year head", knowsVacant: false, offices: [] };

	test("keeps the person, and what they were until that day", async () => {
		const { app, db, people } = partnership;
		const post = { ...asTeacher, level: "manager" as const, safeguardingLead: false };
		expect(await changePost(app, people.headteacher, people.teacher.id, post)).toBe(true);
		expect(await findViewer(db, people.teacher.id, app.clock())).toMatchObject({
			level: "manager",
			jobTitle: "Year head",
		});
		expect(await listPostsHeld(db, people.teacher.id)).toEqual([
			{
				jobTitle: "practitioner",
				level: "practitioner",
				safeguardingLead: false,
				offices: [],
				from: null,
				until: "2026-03-30",
			},
		]);
		await changePost(app, people.headteacher, people.teacher.id, {
			...post,
			name: "Amy Okafor-Lee",
		});
		expect(await listPostsHeld(db, people.teacher.id)).toHaveLength(1);
	});

	test("is not given to oneself, nor an office by an agency, nor taken from the last administrator", async () => {
		const { app, people } = partnership;
		const lead = { ...asTeacher, level: "director" as const, safeguardingLead: true };
		await expect(
			changePost(app, people.safeguardingLead, people.safeguardingLead.id, lead),
		).rejects.toEqual(refusal("not-yourself"));
		await expect(
			changePost(app, people.headteacher, people.teacher.id, { ...lead, offices: ["executive"] }),
		).rejects.toEqual(refusal("not-yours"));
		expect(await changePost(app, people.director, people.teacher.id, lead)).toBe(false);
		for (const one of ["administrator", "secondAdministrator"] as const)
			await changePost(app, people.thirdAdministrator, people[one].id, {
				...asTeacher,
				level: "practitioner",
				safeguardingLead: false,
			});
		await expect(
			changePost(app, people.thirdAdministrator, people.thirdAdministrator.id, {
				...asTeacher,
				level: "practitioner",
				safeguardingLead: false,
			}),
		).rejects.toEqual(refusal("last-administrator"));
	});
});
