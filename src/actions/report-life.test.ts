import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { officer } from "../../test/support/learning.ts";
import { officeForEach } from "../../test/support/office.ts";
import { raisedTo } from "../../test/support/partnership.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import type { Notice } from "../mail/notices/notice.ts";
import { earlierActions } from "../reports/what-was-learned.ts";
import { transact } from "../store/db.ts";
import { saveDraft } from "../store/drafts.ts";
import { listActionMoves, listLearningActions } from "../store/learning-actions.ts";
import { listMailbox } from "../store/messages.ts";
import { savePerson } from "../store/people.ts";
import { findReport, listReports, listWords } from "../store/reports.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import { closeAction } from "./close-learning-action.ts";
import { decideOnReport } from "./decide-on-report.ts";
import { moveAction } from "./move-learning-action.ts";
import { countAgain, makeReport } from "./prepare-report.ts";
import { correctReport, presentReport } from "./present-report.ts";
import { runTask } from "./run-task.ts";
import { sweep } from "./sweep.ts";
import { checkPage, saveWords, wordsPage } from "./write-report.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
let chair: Viewer;

const sweepAt = async (moment: string) => {
	partnership.at(moment);
	await sweep(partnership.app, partnership.partnershipId);
};
const mail = async (kind: Notice["kind"]) =>
	(await listMailbox(partnership.db, partnership.people.businessUnit, 500))
		.filter((message) => message.kind === kind)
		.map(({ toName, notice }) => ({ ...(notice as { is?: string; isNew?: boolean }), to: toName }));
const reports = () => listReports(partnership.db, partnership.partnershipId);
const stored = (id: string) => findReport(partnership.db, partnership.partnershipId, id);
const actions = () => listLearningActions(partnership.db, partnership.partnershipId);

/** What was asked for beside the page, done. */
const beside = async () => {
	for (const job of partnership.queued.splice(0))
		if (job.name === "run-task") await runTask(partnership.app, job.data.taskId);
};
const counted = async (id: string) => {
	await countAgain(partnership.app, partnership.people.businessUnit, id);
	await beside();
};

let drafts = 0;
/** Somebody of the office types it; the pages do the same. */
const type = (page: string, content: Record<string, string>) =>
	transact(partnership.db, (trx) =>
		saveDraft(
			trx,
			{
				id: `0000000a-0000-4000-8000-${String(++drafts).padStart(12, "0")}`,
				partnershipId: partnership.partnershipId,
				personId: partnership.people.businessUnit.id,
				owner: null,
				differenceId: null,
				page,
				savedAt: "2026-04-01T09:00:00Z",
			},
			() => ({ content }),
		),
	);

/** The report on October to March, as the sweep of 1 April leaves it. */
async function prepared(): Promise<string> {
	await raisedTo(partnership, "forward");
	await sweepAt("2026-04-01T09:00");
	return (await reports())[0]?.id ?? "";
}

async function presented(): Promise<string> {
	const id = await prepared();
	await type(wordsPage(id), { raised: "More was raised than before." });
	await presentReport(partnership.app, partnership.people.businessUnit, id, {
		reasons: {},
		whatChanged: "",
	});
	return id;
}

const decide = (id: string, after = 0, person: string | null = null) =>
	decideOnReport(partnership.app, chair, id, {
		after,
		requires: true,
		why: "Answers are late.",
		actions: [
			{
				what: "Train whoever answers",
				agencyId: partnership.agencies.socialCare,
				personId: person,
				dueOn: "2026-05-15",
			},
		],
	});

beforeEach(async () => {
	const { director, police } = { ...partnership.people, ...partnership.agencies };
	chair = {
		...director,
		id: `0000000b-0000-4000-8000-${director.id.slice(-12)}`,
		agencyId: police,
		agencyName: "Levels Police",
		sector: "police",
		name: "Chair of the subgroup",
		email: `chair-${director.id.slice(-12)}@example.org`,
		level: "practitioner",
		offices: ["performance-subgroup", "performance-subgroup-chair"],
	};
	await transact(partnership.db, (trx) => savePerson(trx, { ...chair }));
});

test("a report is made as a draft when its period is over, once, in working hours, and the office is told", async () => {
	await raisedTo(partnership, "forward");
	await sweepAt("2026-03-31T16:00");
	await sweepAt("2026-04-01T07:00");
	expect(await reports()).toEqual([]);
	partnership.at("2026-04-01T09:00");
	await Promise.all([1, 2, 3].map(() => sweep(partnership.app, partnership.partnershipId)));
	await sweepAt("2026-04-02T09:00");
	expect(await reports()).toMatchObject([
		{ period: { from: "2025-10-01", until: "2026-03-31" }, version: 1, presented: null },
	]);
	expect(await mail("report")).toMatchObject([{ to: "Ines Cole", is: "ready" }]);
});

test("a partnership in which nothing was raised by the end of a period gets no report on it", async () => {
	partnership.at("2026-04-01T10:00");
	await raisedTo(partnership, "forward");
	await sweepAt("2026-04-07T09:00");
	expect(await reports()).toEqual([]);
});

test("the figures of a draft stay as they were counted until somebody counts them anew", async () => {
	const id = await prepared();
	const before = await stored(id);
	partnership.at("2026-04-20T10:00");
	expect((await stored(id))?.figuresAt).toBe(before?.figuresAt);
	await counted(id);
	expect((await stored(id))?.figuresAt).toBe("2026-04-20T09:00:00.000Z");
	expect((await stored(id))?.kept).toEqual(before?.kept);
});

test("a report of another period says nothing before its figures are counted beside the page, and is not presented then", async () => {
	const { app, people, db } = partnership;
	await raisedTo(partnership, "forward");
	partnership.at("2026-04-20T10:00");
	const [found] = await app.protocols.listInForce(db, partnership.partnershipId, "2026-04-20");
	const period = { from: "2026-03-01", until: "2026-03-31" };
	const make = () => makeReport(app, people.businessUnit, found?.protocol as Protocol, period);
	const id = await make();
	// Asked for twice it is made once, and counted once.
	expect(await make()).toBe(id);
	await countAgain(app, people.businessUnit, id);
	expect(partnership.queued.filter(({ name }) => name === "run-task")).toHaveLength(1);
	const raised = async () =>
		(await stored(id))?.kept.figures.sections[0]?.tables[0]?.rows[0]?.figures[0];
	expect(await raised()).toMatchObject({ n: 0 });
	await type(wordsPage(id), { raised: "One was raised." });
	const present = () =>
		presentReport(app, people.businessUnit, id, { reasons: {}, whatChanged: "" });
	await expect(present()).rejects.toMatchObject({ code: "being-counted" });
	await beside();
	expect(await raised()).toMatchObject({ n: 1 });
	expect(await present()).toBe(true);
});

test("each saving of other words is a version that stays readable", async () => {
	const id = await prepared();
	const save = () => saveWords(partnership.app, partnership.people.businessUnit, id);
	await type(wordsPage(id), { raised: "First." });
	await save();
	await save();
	await type(wordsPage(id), { raised: "Second.", changed: " " });
	await save();
	expect(await listWords(partnership.db, id)).toMatchObject([
		{ number: 2, written: { raised: "Second." }, by: { name: "Ines Cole" } },
		{ number: 1, written: { raised: "First." } },
	]);
});

test("a report that names a child, or a person of the directory, is not presented before each is taken out or has a reason", async () => {
	const id = await prepared();
	await type(wordsPage(id), { raised: "Dilip Rao says so.", changed: "Canary is safe." });
	const present = (reasons: Record<string, string>) =>
		presentReport(partnership.app, partnership.people.businessUnit, id, {
			reasons,
			whatChanged: "",
		});
	await expect(present({})).rejects.toThrow("Take “Dilip Rao” out of “What was raised”");
	await type(checkPage(id), {});
	await expect(present({ "raised.diliprao": "He asked to be named" })).rejects.toThrow(/Canary/);
	await type(wordsPage(id), { raised: "Dilip Rao says so.", changed: "The child is safe." });
	await present({ "raised.diliprao": "He asked to be named" });
	expect((await stored(id))?.content?.confirmed).toEqual([
		{ part: "raised", text: "Dilip Rao", reason: "He asked to be named" },
	]);
});

test("a presented report is told to the subgroup, hides small numbers there, and refuses every change", async () => {
	const id = await presented();
	const { app, people, db } = partnership;
	expect((await mail("report")).map(({ to, is }) => [to, is]).sort()).toEqual([
		["Chair of the subgroup", "presented"],
		["Ines Cole", "ready"],
	]);
	const report = await stored(id);
	expect(JSON.stringify(report?.content?.shown)).toContain('"is":"hidden"');
	expect(JSON.stringify(report?.content?.figures)).not.toContain('"is":"hidden"');
	const change = saveWords(app, people.businessUnit, id);
	await expect(change).rejects.toThrow("was presented and stays as it is");
	await expect(countAgain(app, people.businessUnit, id)).rejects.toThrow("stays as it is");
	for (const statement of [
		sql`update report_presented set content = '{}'`,
		sql`delete from report_presented`,
		sql`update report_words set content = '{}'`,
		sql`update report set figures = '{}' where id = ${id}`,
		sql`delete from report where id = ${id}`,
	])
		await expect(statement.execute(db)).rejects.toThrow(/refused/);
	expect(report?.presented?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("what is wrong in a presented report is put right in a new version that says what changed", async () => {
	const id = await presented();
	const { app, people } = partnership;
	const draft = (await correctReport(app, people.businessUnit, id)) ?? "";
	expect(await correctReport(app, people.businessUnit, id)).toBe(draft);
	const present = (whatChanged: string) =>
		presentReport(app, people.businessUnit, draft, { reasons: {}, whatChanged });
	await expect(present(" ")).rejects.toThrow("Say what is other");
	await present("A word was wrong.");
	const second = await stored(draft);
	expect(second).toMatchObject({ version: 2, presented: { whatChanged: "A word was wrong." } });
	expect(second?.content?.written).toEqual((await stored(id))?.content?.written);
	expect((await mail("report")).map(({ is }) => is)).toContain("corrected");
});

test("the chair records which actions are required, once; nobody else does, and none that names a child", async () => {
	const id = await presented();
	const { app, people } = partnership;
	expect(() =>
		decideOnReport(app, people.businessUnit, id, {
			after: 0,
			requires: false,
			why: "None",
			actions: [],
		}),
	).toThrow("Only whoever chairs");
	const naming = decideOnReport(app, chair, id, {
		after: 0,
		requires: false,
		why: "Canary is safe",
		actions: [],
	});
	await expect(naming).rejects.toThrow("may tell whom");
	await decide(id);
	await expect(decide(id)).rejects.toThrow("meanwhile");
	await decide(id, 1);
	expect(await actions()).toMatchObject([
		{ what: "Train whoever answers", agency: { name: "Combe Children’s Social Care" } },
		{ state: "open" },
	]);
	const told = await mail("actions-owed");
	expect(told).toHaveLength(4);
	expect(new Set(told.map(({ to }) => to))).toEqual(new Set(["Femi Ade", "Grace Lund"]));
});

test("an action is chased once on a day, whoever sweeps at once and whatever is killed on the way, until it is closed", async () => {
	const id = await presented();
	const { app, people } = partnership;
	await decide(id, 0, people.socialWorker.id);
	const chased = async () =>
		(await mail("actions-owed")).filter((each) => !("isNew" in each)).map(({ to }) => to);
	await sweepAt("2026-05-07T09:00");
	expect(await chased()).toEqual([]);
	partnership.at("2026-05-08T09:00");
	const { enqueue } = app;
	app.enqueue = () => Promise.reject(new Error("killed"));
	await expect(sweep(app, partnership.partnershipId)).rejects.toThrow("killed");
	app.enqueue = enqueue;
	await Promise.all([1, 2, 3].map(() => sweep(app, partnership.partnershipId)));
	expect(await chased()).toEqual(["Elin Moss"]);
	await sweepAt("2026-05-15T09:00");
	await sweepAt("2026-05-18T09:00");
	await sweepAt("2026-05-22T09:00");
	expect(await chased()).toHaveLength(3);
	const [action] = await actions();
	await closeAction(app, people.socialWorker, action?.id ?? "", {
		state: "done",
		result: "All were trained; the list is kept.",
	});
	await sweepAt("2026-06-26T09:00");
	expect(await chased()).toHaveLength(3);
});

test("an action is given to another and moved to another day with a reason: its history stays, and each is told what became of it", async () => {
	const id = await presented();
	const { app, people, agencies, partnershipId, db } = partnership;
	await decide(id, 0, people.socialWorker.id);
	const [action] = await actions();
	const of = { after: 0, agencyId: agencies.socialCare, personId: people.socialWorker.id };
	const move = (by: Viewer, given: Partial<Parameters<typeof moveAction>[3]>) =>
		moveAction(app, by, action?.id ?? "", {
			...of,
			dueOn: "2026-05-15",
			reason: "It needs the new form first.",
			...given,
		});
	const { businessUnit, headteacher, teamManager } = people;
	for (const other of [headteacher, people.socialWorker, teamManager])
		expect(await move(other, { dueOn: "2026-06-15" })).toBe(false);
	await expect(move(businessUnit, {})).rejects.toThrow("another day, or somebody else");
	await expect(move(businessUnit, { dueOn: "2026-06-15", reason: " " })).rejects.toThrow("why");
	await expect(move(businessUnit, { dueOn: "2026-03-01" })).rejects.toThrow("must not have passed");
	await expect(move(businessUnit, { personId: headteacher.id })).rejects.toThrow("from the list");
	await expect(move(businessUnit, { dueOn: "2026-06-15", reason: "For Canary" })).rejects.toThrow(
		"may tell whom",
	);
	const moves = async () => listActionMoves(db, partnershipId, action?.id ?? "");
	expect(await moves()).toEqual([]);
	const told = async () =>
		(await mail("actions-owed")).map(({ to, isNew, ...notice }) => [
			to,
			"moved" in notice ? notice.moved : isNew ? "new" : "reminder",
		]);
	const before = (await told()).length;

	// It was spoken of before: on its new day it is spoken of again.
	await sweepAt("2026-05-08T09:00");
	expect(await actions()).toMatchObject([{ chasedOn: "2026-05-08" }]);
	await move(businessUnit, { dueOn: "2026-06-15" });
	await expect(move(chair, { dueOn: "2026-06-16" })).rejects.toThrow("meanwhile");
	await move(chair, {
		after: 1,
		agencyId: headteacher.agencyId,
		personId: headteacher.id,
		dueOn: "2026-06-15",
		reason: "The school asked for it.",
	});
	expect(await actions()).toMatchObject([
		{ dueOn: "2026-06-15", person: { id: headteacher.id }, chasedOn: null },
	]);
	expect(await moves()).toMatchObject([
		{
			from: { person: { name: "Elin Moss" }, dueOn: "2026-05-15" },
			to: { person: { name: "Elin Moss" }, dueOn: "2026-06-15" },
			reason: "It needs the new form first.",
			by: businessUnit.name,
			on: "2026-05-08",
		},
		{
			from: { person: { name: "Elin Moss" } },
			to: { person: { name: headteacher.name } },
			reason: "The school asked for it.",
			by: chair.name,
		},
	]);
	const since = (await told()).length - before;
	expect(since).toBe(4);
	expect(await told()).toEqual(
		expect.arrayContaining([
			["Elin Moss", "reminder"],
			["Elin Moss", "to-another-day"],
			["Elin Moss", "to-somebody-else"],
			[headteacher.name, "new"],
		]),
	);
	await sweepAt("2026-06-08T09:00");
	expect(await actions()).toMatchObject([{ chasedOn: "2026-06-08" }]);
	for (const change of [
		sql`update learning_action_move set reason = 'x'`,
		sql`delete from learning_action_move`,
	])
		await expect(change.execute(db)).rejects.toThrow("refused");
	await closeAction(app, headteacher, action?.id ?? "", { state: "done", result: "It is." });
	expect(await move(businessUnit, { after: 2, dueOn: "2026-07-15" })).toBe(false);
});

test("an action is closed by whoever it is of or the office, and what came of it stands in the next report", async () => {
	const id = await presented();
	const { app, people, partnershipId, db } = partnership;
	await decide(id);
	const [action] = await actions();
	const close = (by: Viewer, result: string) =>
		closeAction(app, by, action?.id ?? "", { state: "done", result });
	expect(await close(people.headteacher, "Done")).toBe(false);
	expect(await close(people.socialWorker, "Done")).toBe(false);
	await expect(close(people.teamManager, "Canary was seen")).rejects.toThrow("may tell whom");
	await expect(close(people.teamManager, " ")).rejects.toThrow("what shows it");
	await close(people.teamManager, "Everybody was trained on 3 May 2026.");
	await expect(close(people.director, "Again")).rejects.toThrow("meanwhile");
	const next = { from: "2026-04-01", until: "2026-09-30" };
	expect(
		await earlierActions(db, partnershipId, { protocol: "somerset-rpd", period: next }),
	).toMatchObject({
		period: { until: "2026-03-31" },
		actions: [{ state: "done", result: "Everybody was trained on 3 May 2026." }],
	});
});

test("figures that were asked for by somebody who left are counted when a colleague asks again", async () => {
	const { app, db, people } = partnership;
	const id = await prepared();
	await countAgain(app, people.businessUnit, id);
	await db
		.updateTable("person")
		.set({ left_at: "2026-04-01T09:00:00Z" })
		.where("id", "=", people.businessUnit.id)
		.execute();
	await beside();
	expect(await latestTaskAbout(db, id, "make-report")).toMatchObject({
		state: "failed",
		wrong: "Whoever asked for this does not write reports any more. Ask for it again.",
	});
	await countAgain(app, await officer(partnership, "business-unit"), id);
	await beside();
	expect(await latestTaskAbout(db, id, "make-report")).toMatchObject({
		state: "done",
		wrong: null,
	});
});
