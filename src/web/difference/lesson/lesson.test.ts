import { expect, test } from "vitest";
import { officer, resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { doStep, said } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { listLearningActions } from "../../../store/learning-actions.ts";
import { listLessons } from "../../../store/lessons.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });

const lesson = {
	happened: "A referral was closed without a visit. Nobody saw the child.",
	shouldDiffer: "Whoever closes a referral says why.",
};
const opened = async () => {
	const id = await resolved(partnership);
	const office = await partnership.visitor(partnership.people.businessUnit);
	return { id, office, page: await office.open(`/differences/${id}/lesson`) };
};

test("the step leads to the lesson, which is written with the case beside it and not typed twice", async () => {
	const { id, office, page } = await opened();
	const step = `/differences/${id}/steps/afterwards.learning`;
	expect((await office.open(step)).body).toContain(`/differences/${id}/lesson`);
	for (const part of ["issue in full", "response", "satisfied"])
		expect(page.words).toContain(said(part));
	expect(page.form.theme).toEqual(["thresholds"]);
	expect(await faultsIn(page.body)).toEqual([]);

	const entered = {
		...lesson,
		"first-action-what": "Add a reason to the letter",
		"first-action-shown-by": "Ten letters read in June",
		"first-action-agency": partnership.agencies.socialCare,
		"first-action-owner": "femi ade",
		"first-action-day": "30",
		"first-action-month": "6",
		"first-action-year": "2026",
	};
	const saved = await office.send(page, entered);
	expect(saved.url).toBe(step);
	expect(saved.form.lesson).toEqual([`${lesson.happened}\n${lesson.shouldDiffer}`]);
	const [kept] = await listLessons(partnership.db, partnership.partnershipId, { difference: id });
	expect(kept).toMatchObject({
		...lesson,
		theme: "thresholds",
		againOn: "2026-09-30",
		again: null,
	});
	const [action] = await listLearningActions(partnership.db, partnership.partnershipId, {
		askedBy: { lesson: kept?.id ?? "" },
	});
	expect(action).toMatchObject({
		what: "Add a reason to the letter",
		shownBy: "Ten letters read in June",
		person: { name: "Femi Ade" },
		dueOn: "2026-06-30",
	});

	// The same form sent again records nothing more; with other words it says so, and keeps them on its page.
	expect((await office.send(page, entered)).url).toBe(step);
	const other = await office.send(page, { ...entered, happened: "Nobody saw the child." });
	expect(other.status).toBe(422);
	expect(other.words).toContain("You sent this form before, with other words.");
	expect(other.form.happened).toEqual(["Nobody saw the child."]);
	expect(
		await listLessons(partnership.db, partnership.partnershipId, { difference: id }),
	).toHaveLength(1);

	const recorded = await office.send(saved);
	expect(recorded.words).toContain(lesson.shouldDiffer);
});

test("a name of the case is found, and stays only where somebody says that nobody can be known by it", async () => {
	const { id, office, page } = await opened();
	const named = { ...lesson, happened: "Canary was not seen. Nobody told the school." };
	const asked = await office.send(page, named);
	expect(asked.status).toBe(422);
	expect(asked.words).toContain("This may tell whom it is about: “Canary”");
	expect(await faultsIn(asked.body)).toEqual([]);
	const kept = () => listLessons(partnership.db, partnership.partnershipId, { difference: id });
	expect(await kept()).toEqual([]);
	await office.send(asked, { namesNobody: "yes" });
	expect(await kept()).toHaveLength(1);
});

test("what is not whole is asked for again: three sentences, half an action, somebody unknown, a day that has passed", async () => {
	const { office, page } = await opened();
	const words = async (entered: Record<string, string>) => {
		const answer = await office.send(page, { ...lesson, ...entered });
		expect(answer.status).toBe(422);
		return answer.words;
	};
	expect(await words({ happened: "One. Two. Three." })).toContain("in two sentences");
	expect(await words({ "second-action-what": "Do something" })).toContain(
		"Select the agency that does action 2",
	);
	const action = {
		"first-action-what": "Do something",
		"first-action-shown-by": "Somebody saw it",
		"first-action-agency": partnership.agencies.socialCare,
		"first-action-day": "30",
		"first-action-month": "6",
		"first-action-year": "2026",
	};
	expect(await words({ ...action, "first-action-shown-by": "" })).toContain(
		"Enter what will show that action 1 was done",
	);
	expect(await words({ ...action, "first-action-owner": "Nobody Known" })).toContain(
		"has nobody, or more than one, of the name “Nobody Known”",
	);
	expect(await words({ ...action, "first-action-year": "2025" })).toContain("still to come");
	expect(await words({ "again-year": "2025" })).toContain("still to come");
	expect(await words({ theme: "nonsense" })).toContain("Select what it is about");
});

test("what was learned and said in the step alone waits on the desk to be written as a lesson, and is not typed twice", async () => {
	const id = await resolved(partnership);
	const { businessUnit } = partnership.people;
	const title = "Learned, and not written as a lesson";
	const office = await partnership.visitor(businessUnit);
	const desk = () => office.open("/business-unit");
	expect((await desk()).words).not.toContain(title);
	await doStep(partnership, id, businessUnit, "afterwards.learning", "recorded", {
		lesson: lesson.shouldDiffer,
	});
	const waiting = await desk();
	expect(waiting.words).toMatch(new RegExp(`${title} .*${lesson.shouldDiffer} Write the lesson`));
	expect(waiting.body).toContain(`href="/differences/${id}/lesson"`);
	expect(await faultsIn(waiting.body)).toEqual([]);
	const head = await officer(partnership, "business-unit-head");
	const read = await (await partnership.visitor(head)).open("/business-unit");
	expect(read.words).toContain(title);
	expect(read.body).not.toContain(`href="/differences/${id}/lesson"`);

	const page = await office.open(`/differences/${id}/lesson`);
	expect(page.form.shouldDiffer).toEqual([lesson.shouldDiffer]);
	await office.send(page, { happened: lesson.happened });
	expect((await desk()).words).not.toContain(title);
});

test("nobody but the Business Unit has this page", async () => {
	const id = await resolved(partnership);
	for (const person of ["headteacher", "director", "executive", "officer"] as const)
		expect(
			(await partnership.read(partnership.people[person], `/differences/${id}/lesson`)).statusCode,
		).toBe(404);
});

test("what somebody types is kept before it is saved, row by row, and gone once the lesson is", async () => {
	const { id, office, page } = await opened();
	const sent = await office.post(`/differences/${id}/lesson/draft`, {
		_asked: String(page.form._asked),
		happened: "As I was typing it",
		"third-action-what": "Something else",
		"third-action-day": "3",
	});
	expect(sent.statusCode).toBe(204);
	const again = await office.open(`/differences/${id}/lesson`);
	expect(again.form.happened).toEqual(["As I was typing it"]);
	expect(again.form["third-action-what"]).toEqual(["Something else"]);
	expect(again.form["third-action-day"]).toEqual(["3"]);
	await office.send(again, { ...lesson, "third-action-what": "", "third-action-day": "" });
	expect((await office.open(`/differences/${id}/lesson`)).form.happened).toEqual([""]);
	const { teacher } = partnership.people;
	const other = await partnership.visitor(teacher);
	await other.open("/");
	expect((await other.post(`/differences/${id}/lesson/draft`)).statusCode).toBe(404);
});
