import { beforeEach, describe, expect, test } from "vitest";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00", make: challengePartnership });
let office: Visitor;
let id: string;

beforeEach(async () => {
	id = await challenge(partnership);
	office = await partnership.visitor(partnership.people.businessUnit);
});

const path = (step: string) => `/differences/${id}/steps/${step}`;
/** One row of who was there. */
const row = (list: string, at: number, given: Record<string, string>) =>
	Object.fromEntries(
		Object.entries(given).map(([column, text]) => [`${list}-${at}-${column}`, text]),
	);

describe("a meeting", () => {
	beforeEach(() => toLevel(partnership, id, "meet"));

	test("says who must be there and who chairs, and has a row ready for each", async () => {
		const page = await office.open(path("meeting.meet"));
		expect(page.words).toContain(
			"A manager of Oakfield Primary School and a manager of Combe Children’s Social Care must be there.",
		);
		expect(page.words).toContain("The Business Unit chairs it.");
		expect(page.form["attended-0-as"]).toEqual(["raising manager"]);
		expect(page.form["attended-1-as"]).toEqual(["receiving manager"]);
		const found = await office.send(page, { "attended-1-find": "femi", _find: "attended-1" });
		expect(found.words).toMatch(/Femi Ade\s+manager, Combe Children’s Social Care/);
		for (const each of [page, found]) expect(await faultsIn(each.body)).toEqual([]);
	});

	test("is held when all were there, from the directory or by name, and the record says so in words", async () => {
		const { people } = partnership;
		const page = await office.open(path("meeting.meet"));
		const done = await office.sendAndConfirm(page, {
			...row("attended", 0, { who: people.headteacher.id }),
			...row("attended", 1, {
				name: "Robin Day",
				agency: "Combe Children’s Social Care",
			}),
			"act.ending": "agreed",
		});
		expect(done.url).toContain("?done=");
		expect(done.words).toContain(
			"Dilip Rao, senior-manager, Oakfield Primary School, as the challenging agency’s manager",
		);
		expect(done.words).toContain(
			"Robin Day, Combe Children’s Social Care, as the challenged agency’s manager",
		);
	});

	test("whoever is missing is named in words, at the list, and nothing typed is lost", async () => {
		const page = await office.open(path("meeting.meet"));
		const short = await office.send(page, {
			...row("attended", 0, { name: "Dilip Rao" }),
			...row("attended", 1, { name: "Robin Day", as: "" }),
			"act.ending": "agreed",
		});
		expect(short.status).toBe(422);
		expect(short.words).toContain(
			"The protocol asks for the challenged agency’s manager to be there.",
		);
		expect(short.body).toContain('href="#attended-0-find"');
		expect(short.form["attended-1-name"]).toEqual(["Robin Day"]);
		const nobody = await office.send(page, { "act.ending": "agreed" });
		expect(nobody.body).toContain('href="#attended-0-find"');
		expect(nobody.words).toContain("Say who person 2 is");
		for (const each of [short, nobody]) expect(await faultsIn(each.body)).toEqual([]);
	});

	test("that was not held asks why, and nothing of what the meeting would have", async () => {
		const page = await office.open(path("meeting.meet"));
		expect(page.words).toContain("You can leave the questions above empty.");
		const none = await office.send(page, { "act.ending": "not-held" });
		expect(none.body).toContain('href="#why-not"');
		expect(none.body).not.toContain('href="#attended');
		const done = await office.sendAndConfirm(page, {
			"act.ending": "not-held",
			"why-not": "The manager was ill",
		});
		expect(done.words).toContain("Your turn: decide as a panel");
	});

	test("another person is added and taken away without a script", async () => {
		let page = await office.open(path("meeting.meet"));
		page = await office.send(page, row("attended", 0, { name: "Dilip Rao" }), "_add=attended");
		expect(page.words).toContain("Person 3");
		expect(page.form["attended-0-name"]).toEqual(["Dilip Rao"]);
		page = await office.send(page, {}, "_remove=attended-1");
		expect(page.form["attended-0-as"]).toEqual(["raising manager"]);
		expect(page.words).not.toContain("Person 3");
	});
});

describe("a panel", () => {
	beforeEach(() => toLevel(partnership, id, "decide"));
	const three = () => ({
		...row("panel-members", 0, { who: partnership.people.officer.id }),
		...row("panel-members", 1, { name: "Robin Day", agency: "Independent" }),
		...row("panel-members", 2, { name: "Sam Orr", agency: "Northside Trust" }),
		decision: "A visit every week",
	});

	test("says how many decide, from how many agencies, who among them, and who may not", async () => {
		const page = await office.open(path("panel.decide"));
		expect(page.words).toContain(
			"At least 3 members who declared no interest must decide, from at least 2 agencies.",
		);
		expect(page.words).toContain("Among them must be: police and independent chair.");
		expect(page.words).toContain("Nobody may decide who had a part in this");
		expect(page.form["panel-members-0-as"]).toEqual(["police"]);
		expect(page.form["panel-members-2-as"]).toEqual([""]);
		expect(await faultsIn(page.body)).toEqual([]);
		const done = await office.sendAndConfirm(page, three());
		expect(done.words).toContain("Decided by the panel");
	});

	test.each([
		[
			"too few",
			{ "panel-members-2-name": "", "panel-members-2-agency": "" },
			"The panel needs 3 members who declared no interest, and has 2.",
		],
		[
			"an interest",
			{ "panel-members-2-interest": "She knows the family" },
			"The panel needs 3 members who declared no interest, and has 2.",
		],
		[
			"somebody of one of the two agencies, by its name",
			{ "panel-members-2-agency": "oakfield primary school" },
			"Somebody on the panel had a part in this before",
		],
	])("%s is refused at the list, with all that was typed", async (_, change, says) => {
		const page = await office.send(await office.open(path("panel.decide")), {
			...three(),
			...change,
		});
		expect(page.status).toBe(422);
		expect(page.words).toContain(says);
		expect(page.body).toContain('href="#panel-members-0-find"');
		expect(page.form.decision).toEqual(["A visit every week"]);
	});

	test("a member of the directory who is of one of the two agencies is refused", async () => {
		const page = await office.send(await office.open(path("panel.decide")), {
			...three(),
			"panel-members-2-who": partnership.people.director.id,
		});
		expect(page.words).toContain("is of one of the two agencies");
	});
});

test("a step that wants somebody consulted asks with whom that was", async () => {
	const teacher = await partnership.visitor(partnership.people.teacher);
	const page = await teacher.open(path("talk.talk"));
	expect(page.words).toContain("Whom did you consult: Oakfield Primary School’s manager?");
	expect(page.words).toContain("Carys Pugh");
	const none = await teacher.send(page, {
		said: "No",
		"act.ending": "settled",
	});
	expect(none.body).toContain('href="#consulted-raising-manager"');
	const done = await teacher.sendAndConfirm(page, {
		said: "They will visit",
		"act.ending": "settled",
		"consulted-raising-manager": partnership.people.safeguardingLead.id,
	});
	expect(done.words).toContain("Carys Pugh");
});

describe("what follows", () => {
	test("is said with the date that was chosen for by its urgency", async () => {
		const teacher = await partnership.visitor(partnership.people.teacher);
		expect((await teacher.open(path("talk.talk"))).words).toContain(
			"“Reply to the challenge” is due by Monday 13 April 2026 (10 working days), with Good Friday and Easter Monday not counted.",
		);
		id = await challenge(partnership, { urgency: "urgent" });
		expect((await teacher.open(path("talk.talk"))).words).toContain(
			"“Reply to the challenge” is due by 10am on Friday 27 March 2026 (24 hours).",
		);
	});

	test("names who is copied, and how much they see", async () => {
		await toLevel(partnership, id, "reply");
		const manager = await partnership.visitor(partnership.people.teamManager);
		const page = await manager.open(path("reply.reply"));
		expect(page.words).toContain("The Executive is told that it happened, and nothing else.");
		await manager.sendAndConfirm(page, { answer: "We will visit" });
		const executive = await partnership.visitor(partnership.people.executive);
		expect((await executive.open(`/differences/${id}`)).status).toBe(404);
		const told = await partnership.app.db
			.selectFrom("message")
			.where("kind", "=", "copied")
			.where("difference_id", "=", id)
			.select("to_person")
			.execute();
		expect(told).toEqual([{ to_person: partnership.people.executive.id }]);
	});

	test("tells what a sooner day would do, and it does", async () => {
		await toLevel(partnership, id, "reply");
		const head = await partnership.visitor(partnership.people.headteacher);
		const page = await head.open(`/differences/${id}/moves/ask-sooner`);
		expect(page.words).toContain(
			"“Reply to the challenge” is then due by the day that you set, if it is before Monday 13 April 2026.",
		);
		const late = await head.send(page, {
			"needed-by-day": "1",
			"needed-by-month": "3",
			"needed-by-year": "2026",
			"sooner-because": "She goes home on the 2nd",
		});
		expect(late.status).toBe(422);
		expect(late.body).toContain('href="#needed-by-day"');
		const done = await head.send(late, { "needed-by-month": "4" });
		expect(done.words).toContain("By Wednesday 1 April 2026");
		expect(done.words).toContain("First due by Monday 13 April 2026");
	});
});

test("a child who is not born yet is said to be that", async () => {
	await toLevel(partnership, id, "reply");
	await office.send(await office.open(`/differences/${id}/moves/mediate`));
	const page = await office.open(path("beside.mediation"));
	expect(page.words).toContain("Name, or the mother’s name");
	const done = await office.send(page, {
		"unborn-0-name": "Baby of Pat Example",
		"unborn-0-unborn": "yes",
		"unborn-0-dateOfBirth-day": "9",
		"unborn-0-dateOfBirth-month": "7",
		"unborn-0-dateOfBirth-year": "2026",
	});
	expect(done.words).toContain("Baby of Pat Example, unborn, expected 9 July 2026");
});
