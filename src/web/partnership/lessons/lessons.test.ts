import { sql } from "kysely";
import { expect, test } from "vitest";
import { officer, resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { closeAction } from "../../../actions/close-learning-action.ts";
import { lookAgain } from "../../../actions/look-again.ts";
import { recordLesson } from "../../../actions/record-lesson.ts";
import type { Period } from "../../../domain/learning/period.ts";
import type { Audience } from "../../../domain/learning/published.ts";
import { learnedForReaders } from "../../../reports/what-was-learned.ts";
import { listLearningActions } from "../../../store/learning-actions.ts";
import { listLessons } from "../../../store/lessons.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });

/** Its address, and the difference that it was learned from. */
async function recorded() {
	const { app, people, partnershipId, agencies, db } = partnership;
	const difference = await resolved(partnership);
	await recordLesson(
		app,
		people.businessUnit,
		{ difference, key: freshKey() },
		{
			theme: "thresholds",
			happened: "A referral was closed without a visit.",
			shouldDiffer: "Whoever closes a referral says why.",
			againOn: "2026-09-30",
			actions: [
				{ what: "Add a reason to the letter", agencyId: agencies.socialCare, dueOn: "2026-06-30" },
			],
			namesNobody: false,
		},
	);
	const [lesson] = await listLessons(db, partnershipId);
	return { address: `/learning/lessons/${lesson?.id}`, difference };
}

test("lessons stand by theme, with what is to be done and when they are looked at again", async () => {
	const { address, difference } = await recorded();
	const office = await partnership.visitor(partnership.people.businessUnit);
	const list = await office.open("/learning/lessons");
	expect(list.words).toMatch(/Application of thresholds A referral was closed without a visit/);
	expect(list.words).toContain("1 action, 1 open");
	expect(list.words).toContain("to be looked at again on 30 September 2026");
	expect(await faultsIn(list.body)).toEqual([]);
	const page = await office.open(address);
	expect(page.body).toContain(`/differences/${difference}`);
	expect(page.words).toContain("Add a reason to the letter");
	expect(await faultsIn(page.body)).toEqual([]);
});

test("on its day a lesson comes back to the desk, until somebody says what they found", async () => {
	const { address } = await recorded();
	const { businessUnit } = partnership.people;
	const desk = () => partnership.words(businessUnit, "/business-unit");
	partnership.at("2026-09-29T10:00");
	expect(await desk()).not.toContain("Lessons to look at again");
	partnership.at("2026-09-30T10:00");
	expect(await desk()).toContain("Lessons to look at again");
	const office = await partnership.visitor(businessUnit);
	await office.open(address);
	const empty = await office.post(`${address}/again`, { found: " " });
	expect(empty.statusCode).toBe(422);
	const named = await office.post(`${address}/again`, { found: "Canary was not seen" });
	expect(named.statusCode).toBe(422);
	expect(named.body).toContain("This may tell whom it is about: “Canary”");
	expect(named.body).toContain("Nobody can be known by it");
	expect(await faultsIn(named.body)).toEqual([]);
	expect(await desk()).toContain("Lessons to look at again");
	await office.post(`${address}/again`, { found: "Nine of ten letters give a reason" });
	expect(await desk()).not.toContain("Lessons to look at again");
	expect(await partnership.words(businessUnit, address)).toContain("Nine of ten letters");
	const again = await office.post(`${address}/again`, { found: "Something else" });
	expect(again.statusCode).toBe(409);
	expect(await partnership.words(businessUnit, address)).toContain("Nine of ten letters");
});

test("the head and the subgroup read lessons and change nothing; others learn of none", async () => {
	const { address, difference } = await recorded();
	for (const office of ["business-unit-head", "learning-subgroup"]) {
		const reader = await officer(partnership, office);
		const visitor = await partnership.visitor(reader);
		const page = await visitor.open(address);
		expect(page.words).toContain("A referral was closed without a visit");
		// The subgroup was not given the difference.
		expect(page.body.includes(`/differences/${difference}`)).toBe(office === "business-unit-head");
		expect(page.words).not.toContain("Look again");
		expect((await visitor.post(`${address}/again`, { found: "x" })).statusCode).toBe(404);
	}
	const others = [
		await officer(partnership, "scrutineer"),
		partnership.people.headteacher,
		partnership.people.executive,
	];
	for (const person of others)
		for (const url of ["/learning/lessons", address])
			expect((await partnership.read(person, url)).statusCode).toBe(404);
});

test("the words of a lesson are put right by the Business Unit alone, and name nobody then either", async () => {
	const { address } = await recorded();
	const office = await partnership.visitor(partnership.people.businessUnit);
	const page = await office.open(`${address}/words`);
	expect(page.form.happened).toEqual(["A referral was closed without a visit."]);
	expect(await faultsIn(page.body)).toEqual([]);
	const named = await office.send(page, { happened: "Canary was not seen." });
	expect(named.status).toBe(422);
	expect(named.words).toContain("This may tell whom it is about: “Canary”");
	expect(await faultsIn(named.body)).toEqual([]);
	const saved = await office.send(page, { happened: "A child was not seen." });
	expect(saved.words).toContain("A child was not seen.");
	// The words of before are kept, with who changed them and when, for the office alone.
	expect(saved.words).toMatch(
		/What it said before Until Ines Cole changed it on 30 March 2026 What happened: A referral was closed/,
	);
	await office.send(await office.open(`${address}/words`));
	expect((await office.open(address)).words.match(/changed it on/g)).toHaveLength(1);
	for (const change of [
		sql`update lesson_words_before set happened = ''`,
		sql`delete from lesson_words_before`,
	])
		await expect(change.execute(partnership.db)).rejects.toThrow("refused");
	const subgroup = await officer(partnership, "learning-subgroup");
	expect(await partnership.words(subgroup, address)).not.toContain("A referral was closed");
	expect((await partnership.read(subgroup, `${address}/words`)).statusCode).toBe(404);
});

test("whoever owes an action reads whom to tell what stands in the way; the office reads what it came from", async () => {
	await recorded();
	const { people, db, partnershipId } = partnership;
	const [action] = await listLearningActions(db, partnershipId);
	const address = `/actions/${action?.id}`;
	const owner = await partnership.words(people.director, address);
	expect(owner).toContain("Not yours, or not possible by then? Tell");
	expect(owner).toContain("It stands beside the lesson. Name no child.");
	const office = await (await partnership.visitor(people.businessUnit)).open(address);
	expect(office.words).not.toContain("Not yours, or not possible");
	expect(office.body).toContain('href="/learning/lessons/');
	expect(await faultsIn(office.body)).toEqual([]);
});

test("reports tell what came of a lesson and of its actions without whom it may be about", async () => {
	await recorded();
	const { app, people, db, partnershipId } = partnership;
	const [action] = await listLearningActions(db, partnershipId);
	const result = "The letter to Canary has a reason.";
	await closeAction(app, people.businessUnit, action?.id ?? "", { state: "done", result });
	const [lesson] = await listLessons(db, partnershipId);
	await lookAgain(app, people.businessUnit, lesson?.id ?? "", {
		found: "Canary, CANARY-1, was visited.",
		namesNobody: true,
	});
	const { protocol } = (await app.protocols.inForce(db, partnershipId, "2026-03-30")) ?? {};
	if (!protocol) throw new RangeError("No protocol is in force");
	const told = (period: Period, audience: Audience) =>
		learnedForReaders(app, partnershipId, protocol, period, audience);
	const now = { from: "2026-01-01", until: "2026-03-31" };
	for (const audience of ["subgroup", "partnership"] as const) {
		const { actions, again } = await told(now, audience);
		expect(actions.map((each) => each.result)).toEqual(["The letter to [name] has a reason."]);
		expect(again.map((each) => each.found)).toEqual(["[name], [left out], was visited."]);
	}
	expect(JSON.stringify(await told(now, "public"))).not.toMatch(/canary/i);
	expect((await told(now, "business-unit")).actions).toMatchObject([{ result }]);
});
