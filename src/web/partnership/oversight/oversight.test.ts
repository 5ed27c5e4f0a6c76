import { expect, test } from "vitest";
import { officer, resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	askExecutive,
	doMove,
	doStep,
	raiseByTeacher,
	raisedTo,
	referenceOf,
	respond,
} from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });

test("the scrutineer sees what is late, stuck and skipped by reference, and opens none that they were not given", async () => {
	const id = await raisedTo(partnership, "forward");
	const informal = await raiseByTeacher(partnership);
	partnership.at("2026-05-18T10:00");
	const reader = await partnership.visitor(await officer(partnership, "scrutineer"));
	const page = await reader.open("/oversight");
	const reference = await referenceOf(partnership, id);
	expect(page.words).toContain("1 is open now. 1 more is between the agencies alone");
	expect(page.words).toMatch(new RegExp(`Late now: 1 .*${reference} Answer in part two`));
	expect(page.words).toMatch(new RegExp(`Stuck: 1 .*${reference} Stage 3`));
	expect(page.words).toMatch(new RegExp(`Stages passed over .*${reference} Stage 2`));
	expect(page.words).toContain("Application of thresholds 1");
	expect(page.body).not.toContain("Canary");
	expect(page.body).not.toContain(`/differences/${id}`);
	expect(page.words).not.toContain(await referenceOf(partnership, informal));
	expect(await faultsIn(page.body)).toEqual([]);
	expect((await reader.get(`/differences/${id}`)).statusCode).toBe(404);
});

test("what the Executive asks the scrutineer to look at is in their work list with its day, opens, and they give the result back", async () => {
	const id = await raisedTo(partnership, "forward");
	await respond(partnership, id);
	await askExecutive(partnership, id);
	const { executive, businessUnit, director } = partnership.people;
	await doStep(partnership, id, executive, "executive.decide", "decided", {
		"panel-members": [
			{ who: { id: executive.id }, agency: executive.agencyId, as: "", interest: "" },
		],
		"decided-at": "2026-03-30T09:00",
		decision: "A conference is held",
		"decision-reasons": "The plan ends on Friday",
	});
	const scrutineer = await officer(partnership, "scrutineer", "Ada Voss");
	const member = await officer(partnership, "learning-subgroup", "Bo Lind");
	expect(await partnership.words(scrutineer, "/")).not.toContain("Independent summary");
	await doMove(partnership, id, executive, "refer-for-summary", {
		"referral-reason": "What each agency knew",
		"summary-by": "2026-06-12",
	});
	const reader = await partnership.visitor(scrutineer);
	const work = await reader.open("/");
	expect(work.words).toContain("Independent summary");
	expect(work.words).toContain("12 Jun 2026");
	// Nobody else was given it.
	expect((await partnership.read(member, `/differences/${id}`)).statusCode).toBe(404);

	const step = await reader.open(`/differences/${id}/steps/afterwards.summary`);
	for (const text of ["What each agency knew", "A conference is held", "Canary issue in full"])
		expect(step.words).toContain(text);
	expect((await reader.open(`/differences/${id}`)).words).toContain("Decided by the Executive");
	await reader.send(step, { "summary-result": "Each knew a part, and nobody the whole" });
	for (const person of [businessUnit, director])
		expect(await partnership.words(person, `/differences/${id}`)).toContain("nobody the whole");
	expect(await partnership.words(scrutineer, "/")).not.toContain("Independent summary");
});

test("what was asked after the end stands apart from what is late", async () => {
	const id = await resolved(partnership);
	partnership.at("2026-04-20T10:00");
	const page = await partnership.words(await officer(partnership, "scrutineer"), "/oversight");
	const reference = await referenceOf(partnership, id);
	expect(page).toMatch(
		new RegExp(`Asked after the end, and not answered in time: 1 .*${reference} Say what changed`),
	);
	expect(page).not.toMatch(/Late now: \d+.* Say what changed.*Asked after the end/);
});

test("nobody but the scrutineer and the head of the office oversees", async () => {
	const { businessUnit, executive, headteacher } = partnership.people;
	for (const person of [businessUnit, executive, headteacher])
		expect((await partnership.read(person, "/oversight")).statusCode).toBe(404);
	const head = await officer(partnership, "business-unit-head");
	expect((await partnership.read(head, "/oversight")).statusCode).toBe(200);
});
