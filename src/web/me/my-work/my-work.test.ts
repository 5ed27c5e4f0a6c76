import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import {
	freshKey,
	raiseByTeacher,
	raisedTo,
	toReplyAgreed,
} from "../../../../test/support/partnership.ts";
import { sectionsIn } from "../../../../test/support/visitor.ts";
import type { PeopleShownBy } from "../../../domain/difference/told/whom.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { transact } from "../../../store/db.ts";
import { savePeopleShownBy } from "../../../store/partnerships.ts";

const partnership = officeForAll();
/** The manager of the other agency replies by Wednesday 1 April. */
let replyAwaited: string;

beforeAll(async () => {
	const { at } = partnership;
	at("2026-03-23T09:00");
	replyAwaited = await raiseByTeacher(partnership);
	at("2026-03-23T10:00");
	await toReplyAgreed(partnership, replyAwaited, "2026-04-01");
	at("2026-03-26T10:00");
	await raiseByTeacher(partnership);
});

/** The words of somebody’s work, section by section. */
async function workOf(person: Viewer): Promise<Record<string, string>> {
	const page = await partnership.read(person, "/");
	expect(page.statusCode).toBe(200);
	return sectionsIn(page.body);
}

test("a step without a clock shows how long it has been open", async () => {
	partnership.at("2026-04-01T12:00");
	const work = await workOf(partnership.people.teacher);
	expect(work.top).toContain("You have 2 things to do. Nothing is overdue.");
	expect(work["For you to do"]).toContain("Talk to the other practitioner");
	expect(work["For you to do"]).toContain("Open for 6 days");
	expect(work["For you to do"]).toContain("Raised with Combe Children’s Social Care");
	expect(work["For you to do"]).toContain("Application of thresholds");
});

test("a practitioner waits for the manager of the other agency, and is told of what colleagues owe only what they may record themself", async () => {
	partnership.at("2026-03-30T12:00");
	const work = await workOf(partnership.people.teacher);
	expect(work["You are waiting for"]).toContain("Femi Ade");
	expect(work["You are waiting for"]).toContain("Due in 2 days");
	const theirs = work["For your colleagues to do"] ?? "";
	expect(theirs.match(/Put “.*?” on the child’s record/g)).toHaveLength(1);
	expect(theirs).toContain("Talk to the other agency’s manager");
});

test("somebody who answers for the agency also sees what colleagues owe", async () => {
	partnership.at("2026-03-30T12:00");
	const work = await workOf(partnership.people.safeguardingLead);
	expect(work["For your colleagues to do"]).toContain("Amy Okafor");
	expect(work["For your colleagues to do"]).toContain("Open for 4 days");
	expect(work["For you to do"]).not.toContain("Amy Okafor");
});

test("what is done stands there until it is on the child’s record, with the whole text to paste", async () => {
	partnership.at("2026-03-30T12:00");
	const { teacher, safeguardingLead } = partnership.people;
	const page = await partnership.read(teacher, "/");
	expect(sectionsIn(page.body)["For you to do"]).toContain(
		"Put “Talk to the other practitioner” on the child’s record",
	);
	expect((await workOf(safeguardingLead))["For you to do"]).toContain(
		"Put “Talk to the other agency’s manager” on the child’s record",
	);

	const [, id] = /\/differences\/([^"]+)#childs-record/.exec(page.body) ?? [];
	const tick = await partnership.visitor(teacher);
	const there = await tick.get(`/differences/${id}`);
	const { "To put on the child’s record": owed = "" } = sectionsIn(there.body);
	for (const said of ["Stage 1: Early resolution", "Next: it goes to Stage 2", "Amy Okafor"])
		expect(owed).toContain(said);
	await tick.post(`/differences/${id}/childs-record`, {
		step: "early-resolution.talk",
		side: "raising",
		key: freshKey(),
	});
	expect((await workOf(teacher))["For you to do"]).not.toContain("Put it on");
});

test("what is overdue is said at the top", async () => {
	partnership.at("2026-04-03T09:00");
	const work = await workOf(partnership.people.teamManager);
	expect(work.top).toContain("You have 1 thing to do. It is overdue.");
	expect(work["For you to do"]).toContain("Overdue by 2 days");
	expect(work["For you to do"]).toContain("Reply to the other agency’s manager");
});

test("nobody is late while the time stands still", async () => {
	partnership.at("2026-04-03T09:00");
	const state = (state: string) =>
		sql`update clock set state = ${state} where state in ('running', 'ran-out', 'paused')`.execute(
			partnership.db,
		);
	await state("paused");
	const work = await workOf(partnership.people.teamManager);
	await state("ran-out");
	expect(work.top).toContain("You have 1 thing to do. Nothing is overdue.");
	expect(work["For you to do"]).toContain("Time stands still");
	expect(work["For you to do"]).not.toContain("Overdue");
});

test("a thing to do leads to the page on which it is done", async () => {
	expect((await partnership.read(partnership.people.teamManager, "/")).body).toContain(
		`href="/differences/${replyAwaited}/steps/informal-resolution.reply"`,
	);
});

test("a stranger to it all has nothing, is told what would come here, and can raise one", async () => {
	const work = await workOf(partnership.people.officer);
	expect(work.top).toContain("Raise a professional difference");
	expect(work["For you to do"]).toContain("You have nothing to do");
	expect(work["For you to do"]).toContain("When it is your turn");
	expect(JSON.stringify(work)).not.toContain("Oakfield");
});

test("the partnership’s own office raises nothing", async () => {
	const work = await workOf(partnership.people.businessUnit);
	expect(work.top).not.toContain("Raise a");
	expect(work["For your colleagues to do"]).toBeUndefined();
});

test("whoever may see a difference reads in the list which child it is about, by name or by initials as the partnership says", async () => {
	const { people, db, partnershipId } = partnership;
	const showBy = (by: PeopleShownBy) =>
		transact(db, (trx) => savePeopleShownBy(trx, partnershipId, by));
	const shown = async (person: Viewer) => JSON.stringify(await workOf(person));
	expect(await shown(people.director)).toContain("Canary Child");
	for (const person of [people.officer, people.otherTeacher, people.administrator])
		expect(await shown(person)).not.toContain("Canary");
	await showBy("initials");
	expect(await shown(people.director)).toContain("C.C.");
	expect(await shown(people.director)).not.toContain("Canary");
	await showBy("name");
});

test("what is to do names the agencies, not what the protocol’s text calls them", async () => {
	partnership.at("2026-04-07T09:00");
	await raisedTo(partnership, "sign-off");
	const work = await workOf(partnership.people.businessUnit);
	expect(work["For you to do"]).toMatch(/Send the form to (?!agency B)/);
});
