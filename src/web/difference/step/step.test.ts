import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	doStep,
	raiseByTeacher,
	said,
	type TestPartnership,
	talkInVain,
	toFormal,
} from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../test/support/visitor.ts";
import { sweep } from "../../../actions/sweep.ts";

type Name = keyof TestPartnership["people"];

const partnership = officeForEach({ at: "2026-03-26T10:00" });
let id: string;

beforeEach(async () => {
	id = await raiseByTeacher(partnership);
});

const visitor = (name: Name): Promise<Visitor> => partnership.visitor(partnership.people[name]);
const path = (step: string) => `/differences/${id}/steps/${step}`;
const opened = async (name: Name, step: string): Promise<Seen> =>
	(await visitor(name)).open(path(step));

/** The first talk, without agreement. */
const talk = () =>
	talkInVain(partnership, id, {
		"what-was-said": "They would not visit",
		"why-not-resolved": "No date was offered",
	});

describe("the first talk", () => {
	test("says what to do, with whom and how to reach them, and what each ending brings", async () => {
		const page = await opened("teacher", "early-resolution.talk");
		expect(page.status).toBe(200);
		expect(page.words).toContain("Stage 1: Early resolution Talk to the other practitioner");
		expect(page.words).toContain("Ring or meet them.");
		expect(page.words).toContain("With: Elin Moss");
		expect(page.body).toContain("mailto:socialworker");
		expect(page.words).toContain("It is closed as “Resolved”.");
		expect(page.words).toContain("It goes to Stage 2: Informal resolution.");
		expect(page.form["resolved.talked-at-time"]).toEqual(["10am"]);
	});

	test("is resolved in one page, and the difference says so", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.sendAndConfirm(await teacher.open(path("early-resolution.talk")), {
			"act.ending": "resolved",
			"agreed-outcome": "A visit on Monday",
		});
		expect(page.url).toContain(`/differences/${id}?done=`);
		expect(page.words).toContain(
			"Amy Okafor of Oakfield Primary School recorded “Talk to the other practitioner”",
		);
		expect(page.words).toContain("Resolved");
	});

	test("only the ending that was chosen has to be filled in; what is wrong is said at its input", async () => {
		const teacher = await visitor("teacher");
		const start = await teacher.open(path("early-resolution.talk"));
		const none = await teacher.send(start, { "not-resolved.what-was-said": "As typed" });
		expect(none.status).toBe(422);
		expect(none.body).toContain('href="#act.ending"');
		expect(none.body).toContain('id="act.ending"');
		expect(none.form["not-resolved.what-was-said"]).toEqual(["As typed"]);

		const half = await teacher.send(start, { "act.ending": "not-resolved" });
		expect(half.body).toContain('href="#why-not-resolved"');
		expect(half.body).toContain('href="#not-resolved.manager-a"');
		expect(half.body).not.toContain('href="#agreed-outcome"');
		expect(await faultsIn(half.body)).toEqual([]);
	});

	test("without a script, what belongs to an ending says so", async () => {
		const page = await opened("teacher", "early-resolution.talk");
		expect(page.body).toMatch(/<noscript>.*Only if you chose “We agreed what should happen”/s);
	});
});

describe("drafts", () => {
	test("what was typed comes back as it was typed, wrong or not, to whoever may do it", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.send(
			await teacher.open(path("early-resolution.talk")),
			{
				"not-resolved.talked-at-day": "31",
				"not-resolved.talked-at-month": "2",
				"act.ending": "not-resolved",
				"why-not-resolved": "Half a sen",
			},
			"_do=later",
		);
		expect(page.words).toContain("Saved at 10am. You can close this page");

		partnership.at("2026-03-27T15:00");
		const later = await opened("teacher", "early-resolution.talk");
		expect(later.words).toContain("This is your draft, saved at 10am on Thursday 26 March 2026");
		expect(later.form["not-resolved.talked-at-day"]).toEqual(["31"]);
		expect(later.form["why-not-resolved"]).toEqual(["Half a sen"]);
		expect(later.form["act.ending"]).toEqual(["not-resolved"]);

		const lead = await opened("safeguardingLead", "early-resolution.talk");
		expect(lead.form["why-not-resolved"]).toEqual(["Half a sen"]);
		const other = await opened("socialWorker", "early-resolution.talk");
		expect(other.body).not.toContain("Half a sen");
	});

	test("a page saves itself while it is typed, and only where its author may know of the difference", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.open(path("early-resolution.talk"));
		const autosave = /data-autosave="([^"]+)"/.exec(page.body)?.[1] ?? "";
		const form = { ...page.form, "not-resolved.what-was-said": ["Half"] };
		expect((await teacher.post(autosave, form)).statusCode).toBe(204);
		expect(
			(await teacher.open(path("early-resolution.talk"))).form["not-resolved.what-was-said"],
		).toEqual(["Half"]);

		const stranger = await visitor("otherTeacher");
		const theirs = await stranger.open("/raise");
		expect((await stranger.post(autosave, theirs.form)).statusCode).toBe(404);
		const nowhere = autosave.replace("early", "no-such");
		expect((await teacher.post(nowhere, form)).statusCode).toBe(404);
	});

	test("a refused form is kept too, and a form that was sent leaves no draft", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.open(path("early-resolution.talk"));
		await teacher.send(page, { "not-resolved.what-was-said": "Wrong but kept" });
		const again = await teacher.open(path("early-resolution.talk"));
		expect(again.form["not-resolved.what-was-said"]).toEqual(["Wrong but kept"]);
		await teacher.sendAndConfirm(again, {
			"act.ending": "resolved",
			"agreed-outcome": "A visit",
		});
		const drafts = await partnership.app.db
			.selectFrom("draft")
			.where("difference_id", "=", id)
			.selectAll()
			.execute();
		expect(drafts).toEqual([]);
	});
});

describe("who may come here", () => {
	test("strangers, wrong steps and wrong addresses find nothing", async () => {
		expect((await opened("otherTeacher", "early-resolution.talk")).status).toBe(404);
		expect((await opened("socialWorker", "early-resolution.talk")).status).toBe(404);
		expect((await opened("teacher", "no-such.step")).status).toBe(404);
		expect((await opened("teacher", "toString")).status).toBe(404);
		const teacher = await visitor("teacher");
		expect((await teacher.open("/differences/no-id/steps/a.b")).status).toBe(404);
	});

	test("the form is refused at stages 1 and 2, and the page says why", async () => {
		const page = await opened("teacher", "formal-resolution.raise");
		expect(page.status).toBe(409);
		expect(page.words).toContain("No form at Stage 1: Early resolution");
		expect(page.words).toContain(
			"The protocol does not allow the Resolving Professional Differences form before Stage 3: Formal resolution.",
		);
		await talk();
		expect((await opened("teacher", "formal-resolution.raise")).words).toContain(
			"No form at Stage 2: Informal resolution",
		);
	});

	test("whoever did the form cannot sign it off, and is told whom to ask", async () => {
		await toFormal(partnership, id, "raise");
		const page = await opened("teacher", "formal-resolution.sign-off");
		expect(page.status).toBe(409);
		expect(page.words).toContain("This is for somebody else");
		expect(page.words).toContain("asked to sign off part one");
	});

	test("a step that is done says by whom and when", async () => {
		await talk();
		const page = await opened("teacher", "early-resolution.talk");
		expect(page.status).toBe(409);
		expect(page.words).toContain("This has been done");
		expect(page.words).toContain("10am on Thursday 26 March 2026");
	});
});

describe("two people at once", () => {
	test("the second sees what happened meanwhile, by whom and when, and keeps their text", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.open(path("early-resolution.talk"));
		partnership.at("2026-03-26T10:20");
		const lead = await visitor("safeguardingLead");
		await lead.sendAndConfirm(await lead.open(path("early-resolution.talk")), {
			"act.ending": "resolved",
			"agreed-outcome": "Agreed by the lead",
		});
		const late = await teacher.send(page, {
			"act.ending": "not-resolved",
			"why-not-resolved": "A long and careful account",
		});
		expect(late.status).toBe(409);
		expect(late.words).toContain("Something happened while you were writing");
		expect(late.words).toContain(
			"Carys Pugh of Oakfield Primary School recorded “Talk to the other",
		);
		expect(late.words).toContain("10:20am on Thursday 26 March 2026");
		expect(late.words).toContain("Why is it not resolved? A long and careful account");
		expect(await faultsIn(late.body)).toEqual([]);
	});

	test("a second click acts once and leads to the same place", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.open(path("early-resolution.talk"));
		const entered = { "act.ending": "resolved", "agreed-outcome": "A visit" };
		const first = await teacher.sendAndConfirm(page, entered);
		const second = await teacher.send(page, entered);
		expect(second.url).toBe(first.url);
	});
});

test("an agreed day that has passed is refused at its own input", async () => {
	await talk();
	const lead = await visitor("safeguardingLead");
	const start = await lead.open(path("informal-resolution.talk"));
	expect(start.form.issue).toEqual([said("issue")]);
	expect(start.words).toContain(
		"Combe Children’s Social Care is told who and what it is about, and sent the answers to “What does Oakfield Primary School disagree about?”",
	);
	const page = await lead.send(start, {
		"time-agreed.manager-b": partnership.people.teamManager.id,
		"act.ending": "time-agreed",
		"reply-by-day": "20",
		"reply-by-month": "3",
		"reply-by-year": "2026",
	});
	expect(page.status).toBe(422);
	expect(page.words).toContain("must be today or a later day");
	expect(page.body).toContain('href="#reply-by-day"');
});

describe("part one of the form", () => {
	beforeEach(async () => {
		await talk();
		await doStep(
			partnership,
			id,
			partnership.people.safeguardingLead,
			"informal-resolution.talk",
			"not-resolved",
			{
				"talked-at": "2026-03-26T09:50",
				"manager-b": { id: partnership.people.teamManager.id },
				issue: "No visit for six weeks",
				"outcome-wanted": "A visit",
				"what-was-said": "Their manager stood by it",
				"why-not-resolved": "They see no risk",
			},
		);
	});
	const form = "formal-resolution.raise";

	/** Goes through every section and ends on the page that checks the answers. */
	async function filledIn(teacher: Visitor): Promise<Seen> {
		let page = await teacher.send(await teacher.open(`${path(form)}?section=1`), {
			"child-safe": "interim",
		});
		page = await teacher.send(page, {
			evidence: "Seen twice without a coat",
			impact: "He is cold",
		});
		page = await teacher.send(page);
		return teacher.send(page, { contact: "01632 960 000" });
	}

	test("is a list of sections, each with how far it has got", async () => {
		const page = await opened("teacher", form);
		expect(page.words).toContain("The child Not started");
		expect(page.words).toContain("Check and send");
		const teacher = await visitor("teacher");
		await teacher.send(await teacher.open(`${path(form)}?section=1`), {
			"child-safe": "interim",
		});
		expect((await teacher.open(path(form))).words).toContain("The child Completed");
		expect((await teacher.open(`${path(form)}?section=9`)).status).toBe(404);
	});

	test("is filled in from what was recorded at stages 1 and 2", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.open(`${path(form)}?section=3`);
		expect(page.form["history-early"]?.[0]).toContain(
			"Amy Okafor of Oakfield Primary School turned to Elin Moss of Combe Children’s Social Care",
		);
		expect(page.form["history-informal"]?.[0]).toContain("Their manager stood by it");
		expect(page.form["why-not-resolved"]).toEqual(["They see no risk"]);
		expect(await faultsIn(page.body)).toEqual([]);
	});

	test("a child who is not safe, and of whom nobody was told, leads to the numbers before anything else", async () => {
		const teacher = await visitor("teacher");
		const section = await teacher.open(`${path(form)}?section=1`);
		const ring = await teacher.send(section, {
			"child-safe": "nobody-told",
			"child-safe-steps": "He is in my office",
		});
		expect(ring.status).toBe(200);
		expect(ring.words).toMatch(
			/Ring now.*ring the police: 999.*ring Children’s Social Care: 0300 123 2224/,
		);
		expect(ring.words).not.toContain("Section 2");
		expect(await faultsIn(ring.body)).toEqual([]);
		// Nothing is lost: neither when somebody goes away to ring, nor when they continue.
		expect((await teacher.open(`${path(form)}?section=1`)).form).toMatchObject({
			"child-safe": ["nobody-told"],
			"child-safe-steps": ["He is in my office"],
		});
		const on = await teacher.send(ring);
		expect(on.words).toContain("Section 2 of 4");
		expect((await teacher.open(path(form))).words).toContain("The child Completed");
		// Whoever leaves it for later is shown the numbers too; every other answer goes on at once.
		const later = await teacher.send(section, { "child-safe": "nobody-told" }, "_do=later");
		expect(later.words).toContain("Ring now");
		expect((await teacher.send(section, { "child-safe": "no" })).words).toContain("Section 2 of 4");
	});

	test("a section with a fault is kept as typed, and stays incomplete", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.send(await teacher.open(`${path(form)}?section=2`), {
			evidence: "Half",
		});
		expect(page.status).toBe(422);
		expect(page.body).toContain('href="#impact"');
		expect((await teacher.open(path(form))).words).toContain("The difference Incomplete");
		expect((await teacher.open(`${path(form)}?section=2`)).form.evidence).toEqual(["Half"]);
	});

	test("cannot be sent with gaps: each is named, with a link into its section", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.send(await teacher.open(`${path(form)}?section=check`));
		expect(page.status).toBe(422);
		expect(page.body).toContain("?section=2#evidence");
	});

	test("is sent for sign-off; returned, it says what to change; signed, it goes to the Business Unit", async () => {
		const teacher = await visitor("teacher");
		const check = await filledIn(teacher);
		expect(check.words).toContain("Check your answers");
		expect(check.words).toContain("Seen twice without a coat");
		expect(await faultsIn(check.body)).toEqual([]);
		const sent = await teacher.send(check);
		expect(sent.words).toContain("completed “Part one: the difference”");

		const head = await visitor("headteacher");
		const sign = await head.open(path("formal-resolution.sign-off"));
		expect(sign.words).toContain("Seen twice without a coat");
		expect(sign.words).toContain(
			"The SSCP Business Unit is sent the Resolving Professional Differences form.",
		);
		expect(sign.words).toContain(
			"Oakfield Primary School is told that it was received, with the timescales.",
		);
		expect(await faultsIn(sign.body)).toEqual([]);
		await head.send(sign, {
			"act.ending": "returned",
			"sign-off-comment": "Add the dates",
		});

		const back = await teacher.open(path(form));
		expect(back.words).toContain("Add the dates");
		expect((await teacher.open(`${path(form)}?section=2`)).form.evidence).toEqual([
			"Seen twice without a coat",
		]);
		await teacher.send(await filledIn(teacher));
		await head.sendAndConfirm(await head.open(path("formal-resolution.sign-off")), {
			"act.ending": "signed",
		});
		const received = await opened("businessUnit", "formal-resolution.forward");
		expect(received.words).toContain("Seen twice without a coat");
	});
});

test("the Business Unit sees to whom it can go, and what agency A will be told", async () => {
	partnership.at("2026-04-01T16:10");
	await toFormal(partnership, id, "sign-off");
	const officer = await visitor("businessUnit");
	const page = await officer.open(path("formal-resolution.forward"));
	expect(page.words).toContain("Send the form to Combe Children’s Social Care");
	expect(page.words).toContain("Grace Lund");
	expect(page.words).not.toContain("Femi Ade");
	expect(page.words).toContain("By Tuesday 7 April 2026");
	expect(page.words).toContain("Friday 3 April 2026, Good Friday");
	expect(page.words).toContain(
		"Oakfield Primary School is told to whom it was sent and by when the answer is due.",
	);
	expect(page.words).toContain(
		"is due by Friday 17 April 2026 (10 working days), with Good Friday and Easter Monday not counted",
	);
	expect(page.words).toContain(said("evidence"));
	// What its first words name stands below it, one link away.
	expect(page.words).toContain(
		"You can instead Return the form to Oakfield Primary School Redirect",
	);
	expect(page.body).toContain(`href="/differences/${id}/moves/return-form"`);
	const forged = await officer.send(page, {
		"sent-to": partnership.people.officer.id,
	});
	expect(forged.status).toBe(422);
});

test("the response shows part one; actions are added row by row; the judgement shows the response", async () => {
	await toFormal(partnership, id, "forward");
	const director = await visitor("director");
	let page = await director.open(path("formal-resolution.respond"));
	expect(page.words).toContain(said("evidence"));
	expect(page.words).not.toContain("Part two: the response");
	page = await director.send(
		page,
		{
			position: "in-part",
			response: "We will visit",
			"further-actions-0-what": "Visit",
		},
		"_add=further-actions",
	);
	expect(page.words).toContain("Action 2");
	const wrong = await director.send(page, {
		"further-actions-0-who": "Femi Ade",
		"further-actions-1-what": "Ring the school",
	});
	expect(wrong.status).toBe(422);
	expect(wrong.body).toContain('href="#further-actions-0-by-day"');
	expect(wrong.body).toContain('href="#further-actions-1-who"');
	const done = await director.sendAndConfirm(wrong, {
		"further-actions-0-by-day": "7",
		"further-actions-0-by-month": "4",
		"further-actions-0-by-year": "2026",
		"further-actions-1-what": "",
	});
	expect(done.words).toContain("Grace Lund of Combe Children’s Social Care");

	const judgement = await opened("headteacher", "formal-resolution.consider");
	expect(judgement.words).toContain("We will visit");
	expect(judgement.words).toContain("Read Part one: the difference");
	expect(await faultsIn(judgement.body)).toEqual([]);
});

test("whoever follows up a late response sees whom they wait for", async () => {
	await toFormal(partnership, id, "forward");
	partnership.at("2026-04-20T09:00");
	await sweep(partnership.app, partnership.partnershipId);
	const officer = await visitor("businessUnit");
	const page = await officer.open(path("formal-resolution.follow-up"));
	expect(page.words).toContain("Waiting for: Grace Lund");
	const done = await officer.send(page, {
		"followed-up-how": "Rang; it comes tomorrow",
	});
	expect(done.words).toContain("recorded a follow-up");
});

test("the Executive reads the whole form before it decides; the office sees what a referral asks", async () => {
	await toFormal(partnership, id, "respond");
	const { headteacher, executive } = partnership.people;
	await doStep(partnership, id, headteacher, "formal-resolution.consider", "not-resolved", {
		outstanding: said("outstanding"),
	});
	await doStep(partnership, id, headteacher, "executive.request", "requested", {
		"exceptional-reason": said("exceptional"),
	});
	const chair = await visitor("executive");
	const page = await chair.open(path("executive.decide"));
	for (const part of ["exceptional", "outstanding", "evidence", "response"])
		expect(page.words).toContain(said(part));
	// It says who took part, and who stood back and why; somebody of one of the two agencies cannot have decided.
	const decision = {
		"panel-members-0-who": executive.id,
		"panel-members-1-who": partnership.people.director.id,
		decision: "A conference is held",
		"decision-reasons": "The plan ends on Friday",
		"decision-actions-0-what": "Hold the conference",
		"decision-actions-0-who": "Combe Children’s Social Care",
		"decision-actions-0-by-day": "17",
		"decision-actions-0-by-month": "4",
		"decision-actions-0-by-year": "2026",
	};
	const refused = await chair.send(page, decision);
	expect(refused.words).toContain("is of one of the two agencies");
	const decided = await chair.sendAndConfirm(refused, {
		...decision,
		"panel-members-1-interest": "My agency is part of it",
	});
	expect(decided.words).toContain(`${executive.name} of the SSCP Executive recorded the decision`);

	const asks = await chair.open(`/differences/${id}/moves/refer-for-review`);
	await chair.sendAndConfirm(asks, {
		"referral-reason": "Why nobody visited",
		"review-by-day": "30",
		"review-by-month": "4",
		"review-by-year": "2026",
	});
	const office = await visitor("businessUnit");
	expect((await office.open(`/differences/${id}`)).words).toContain("Why nobody visited");
	// Nobody of the subgroup is in the directory here: the office takes it on.
	const takes = await office.open(`/differences/${id}/moves/review-outside`);
	await office.send(takes);
	expect((await opened("businessUnit", "afterwards.review-outside")).words).toContain(
		"Review by the subgroup, recorded for it",
	);

	// What was decided is owed: the office reads each action where it records what became of it.
	const owed = await opened("businessUnit", "afterwards.actions");
	expect(owed.words).toContain(
		"Hold the conference (Combe Children’s Social Care, by 17 April 2026)",
	);
	expect(owed.words).toContain("Friday 17 April 2026");
});

test("whatever is posted is answered as a form that has to be mended, and never breaks anything", async () => {
	await toFormal(partnership, id, "forward");
	const director = await visitor("director");
	const page = await director.open(path("formal-resolution.respond"));
	const name = fc.oneof(
		fc.constantFrom(...Object.keys(page.form), "position", "__proto__", "_add"),
		fc.string({ unit: "binary", maxLength: 20 }),
		fc.integer({ min: 0, max: 999_999 }).map((row) => `further-actions-${row}-what`),
	);
	const value = fc.oneof(
		fc.string({ unit: "binary", maxLength: 200 }),
		fc.constantFrom("further-actions", "31", "agree", "\0", "x".repeat(30_000)),
	);
	await fc.assert(
		fc.asyncProperty(fc.dictionary(name, fc.array(value, { maxLength: 3 })), async (form) => {
			const { statusCode } = await director.post(page.url, {
				...form,
				_csrf: page.form._csrf ?? [],
			});
			expect([200, 303, 422]).toContain(statusCode);
		}),
		{ seed: 20_260_402, numRuns: 40 },
	);
	const odd = await director.open(path("%00%20"));
	expect(odd.status).toBe(404);
});

describe("moves", () => {
	const move = (name: string) => `/differences/${id}/moves/${name}`;

	test("going straight to the form says what it brings about, and asks the reason", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.open(move("straight-to-formal"));
		expect(page.words).toContain("It goes to Stage 3: Formal resolution.");
		expect(page.words).toContain("“Talk to the other practitioner” is no longer needed.");
		expect(page.words).toContain("Combe Children’s Social Care is not told.");
		const empty = await teacher.send(page);
		expect(empty.status).toBe(422);
		expect(empty.body).toContain('href="#skip-reason"');
		const done = await teacher.send(empty, {
			"skip-reason": "The plan ends on Friday",
		});
		expect(done.words).toContain("chose “Go straight to formal resolution”");
		expect(await faultsIn(page.body)).toEqual([]);
	});

	test("withdrawing warns that it ends; done once, it is not open again", async () => {
		const teacher = await visitor("teacher");
		const page = await teacher.open(move("withdraw"));
		expect(page.words).toContain("This cannot be undone.");
		const done = await teacher.sendAndConfirm(page, {
			"withdrawal-reason": "They moved",
		});
		expect(done.words).toContain("Withdrawn");
		expect((await teacher.send(page, { "withdrawal-reason": "They moved" })).url).toBe(done.url);
		expect((await teacher.open(move("withdraw"))).status).toBe(409);
		expect((await teacher.open(move("no-such-move"))).status).toBe(404);
		expect((await (await visitor("otherTeacher")).open(move("withdraw"))).status).toBe(404);
	});
});

describe("the Business Unit puts right what went wrong", () => {
	const move = (name: string) => `/differences/${id}/moves/${name}`;

	test("an incomplete form goes back: whoever filled it in reads what is missing, and finds their answers", async () => {
		await toFormal(partnership, id, "sign-off");
		const officer = await visitor("businessUnit");
		const page = await officer.open(move("return-form"));
		expect(page.words).toContain(
			"“Send the form to Combe Children’s Social Care” waits until then.",
		);
		expect(page.words).toContain(
			"When something is missing. Oakfield Primary School mends it, has it signed off again",
		);
		expect(await faultsIn(page.body)).toEqual([]);
		const done = await officer.send(page, { "what-is-missing": "Say what was said at stage 2" });
		expect(done.words).toContain("chose “Return the form to Oakfield Primary School”");
		const teacher = await visitor("teacher");
		const back = await teacher.open(path("formal-resolution.raise"));
		expect(back.words).toContain("Say what was said at stage 2");
		expect(
			(await teacher.open(`${path("formal-resolution.raise")}?section=2`)).form.evidence,
		).toEqual([said("evidence")]);
	});

	test("a form that reached the wrong person goes to another, agency A is told, and the date stays", async () => {
		await toFormal(partnership, id, "forward");
		const officer = await visitor("businessUnit");
		const page = await officer.open(move("send-to-another"));
		expect(page.words).toContain(
			"Oakfield Primary School is told to whom it was sent and by when the answer is due.",
		);
		expect(page.words).not.toContain("no longer needed");
		expect(await faultsIn(page.body)).toEqual([]);
		const done = await officer.send(page, {
			"sent-to": "somebody-else",
			"sent-to-name": "Acting director",
			"sent-again-because": "Grace Lund has moved to another post",
		});
		expect(done.words).toContain("chose “Send it to another manager");
		// Forwarded on Thursday 26 March 2026: 27 March to 2 April are five days, 7 to 10 April four, Monday 13 April the tenth.
		const respond = await opened("director", "formal-resolution.respond");
		expect(respond.words).toContain("By Monday 13 April 2026");
	});
});

describe("the child’s own record", () => {
	test("is ticked once by each agency, and a second tick is no fault", async () => {
		await talk();
		const teacher = await visitor("teacher");
		const page = await teacher.open(`/differences/${id}`);
		const tick = { ...page, url: `/differences/${id}/childs-record` };
		const ticked = await teacher.send(tick);
		expect(ticked.words).toContain("Recorded on 26 March 2026, says Amy Okafor");
		expect((await teacher.send({ ...tick, form: { ...tick.form, key: ["x"] } })).status).toBe(200);
		const stranger = await visitor("otherTeacher");
		const { _csrf, ...entered } = tick.form;
		expect((await stranger.post(tick.url, entered)).statusCode).toBe(404);
		expect((await teacher.post(tick.url)).statusCode).toBe(404);
	});
});
