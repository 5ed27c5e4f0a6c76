import { expect, test } from "vitest";
import { officer, resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { recordLesson } from "../../../actions/record-lesson.ts";
import { subgroupChairOffice } from "../../../domain/learning/report-life.ts";
import { listLearningActions } from "../../../store/learning-actions.ts";
import { learningActionPaths } from "../../addresses.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });

/** An action that a lesson asked for, of whoever answers for Children’s Social Care. */
async function anAction() {
	const { app, people, agencies, db, partnershipId } = partnership;
	await recordLesson(
		app,
		people.businessUnit,
		{ difference: await resolved(partnership), key: freshKey() },
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
	const [action] = await listLearningActions(db, partnershipId, {});
	return learningActionPaths.move(action?.id ?? "");
}

const dueOn = (day: string, month: string) => ({
	"due-day": day,
	"due-month": month,
	"due-year": "2026",
});

test("the form to move an action shows how it stands, says at its question what it lacks, and leads to the action as it stands then", async () => {
	const address = await anAction();
	const { businessUnit, socialWorker } = partnership.people;
	const office = await partnership.visitor(businessUnit);
	const page = await office.open(address);
	expect(page.words).toContain("Add a reason to the letter");
	expect(page.form).toMatchObject({
		"due-day": ["30"],
		"due-month": ["6"],
		who: [`agency ${socialWorker.agencyId}`],
	});
	expect(await faultsIn(page.body)).toEqual([]);

	const unsaid = await office.send(page, { ...dueOn("15", "7"), reason: " " });
	expect(unsaid.status).toBe(422);
	expect(unsaid.words).toContain("Enter why it moves");
	expect(unsaid.form).toMatchObject({ "due-day": ["15"], "due-month": ["7"] });
	const past = await office.send(page, { ...dueOn("2", "3"), reason: "It needs the form first" });
	expect(past.status).toBe(422);
	expect(past.words).toContain("must not have passed");
	const same = await office.send(page, { reason: "It needs the form first" });
	expect(same.words).toContain("Choose another day, or somebody else");
	expect(await faultsIn(same.body)).toEqual([]);

	const moved = await office.send(page, {
		...dueOn("15", "7"),
		who: `person ${socialWorker.id}`,
		reason: "It needs the form first",
	});
	expect(moved.status).toBe(200);
	expect(moved.words).toMatch(/15 July 2026/);
	expect(moved.words).toContain(socialWorker.name);
	expect(moved.words).toContain("It needs the form first");
});

test("whoever was overtaken keeps what they typed, and reads that it was moved meanwhile", async () => {
	const address = await anAction();
	const office = await partnership.visitor(partnership.people.businessUnit);
	const page = await office.open(address);
	await office.send(page, { ...dueOn("15", "7"), reason: "It needs the form first" });
	const late = await office.send(page, { ...dueOn("20", "8"), reason: "Nobody is there in July" });
	expect(late.status).toBe(409);
	expect(late.words).toContain("meanwhile");
	expect(late.form).toMatchObject({ reason: ["Nobody is there in July"], "due-day": ["20"] });
});

test("to whoever may not move it the form is not there", async () => {
	const address = await anAction();
	const { headteacher, teamManager, socialWorker } = partnership.people;
	const others = [headteacher, teamManager, socialWorker];
	// What a lesson asked for, whoever chairs the subgroup reads and does not move.
	for (const one of [...others, await officer(partnership, subgroupChairOffice)])
		expect((await partnership.read(one, address)).statusCode).toBe(404);
});
