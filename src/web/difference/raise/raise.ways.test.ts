import { beforeEach, describe, expect, test } from "vitest";
import { challengePartnership } from "../../../../test/support/challenge.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00", make: challengePartnership });
let teacher: Visitor;

beforeEach(async () => {
	teacher = await partnership.visitor(partnership.people.teacher);
});

const day = (field: string, day: string, month: string) => ({
	[`${field}-day`]: day,
	[`${field}-month`]: month,
	[`${field}-year`]: "2026",
});

/** What the first page asks. */
const first = { "raise.danger": "no", "raise.scope": "none-of-these" };
const person = { "adults-0-name": "Pat Example" };

/** From the choice to the first page that asks what the decision was. */
async function begin(way: string, who = teacher): Promise<Seen> {
	const page = await who.send(await who.open("/raise"), { "raise.begin": way });
	const whom = await who.send(page, first);
	return who.send(whom, { "raise.agency": partnership.agencies.socialCare, ...person });
}

describe("what somebody wants to do", () => {
	test("is asked first, in the words of the protocols, and only what this person may begin", async () => {
		const page = await teacher.open("/raise");
		expect(page.words).toContain("What do you want to do?");
		expect(page.words).toContain("Challenge a decision");
		expect(page.words).toContain("When somebody may come to harm");
		expect(page.words).toContain("Record good practice");
		expect(page.words).toContain("Under “Combe conference challenge”.");
		expect(page.words).not.toContain("Raise an issue about no one person");
		expect(await faultsIn(page.body)).toEqual([]);
		const head = await partnership.visitor(partnership.people.headteacher);
		expect((await head.open("/raise")).words).toContain("Raise an issue about no one person");
	});

	test("must be answered, and nothing is kept before it is right to go on", async () => {
		const page = await teacher.send(await teacher.open("/raise"));
		expect(page.status).toBe(422);
		expect(page.body).toContain('href="#raise.begin"');
		const forged = await teacher.send(await teacher.open("/raise"), {
			"raise.begin": "combe-challenge.thematic",
		});
		expect(forged.status).toBe(422);
		expect(
			await partnership.app.db
				.selectFrom("draft")
				.selectAll()
				.where("partnership_id", "=", partnership.partnershipId)
				.execute(),
		).toEqual([]);
	});

	test("what the other protocol is for leads there", async () => {
		let page = await teacher.send(await teacher.open("/raise"), {
			"raise.begin": "combe-challenge",
		});
		page = await teacher.send(page, { "raise.danger": "no", "raise.scope": "conference" });
		expect(page.words).toContain("Raise a conference challenge.");
		expect(page.body).toContain('href="/raise?begin=combe-conference"');
		const next = await teacher.open("/raise?begin=combe-conference");
		expect(next.words).toContain("Is a ");
		expect(await faultsIn(next.body)).toEqual([]);
	});

	test("the protocol’s own words and guidance stand where they are needed", async () => {
		const scope = await teacher.send(await teacher.open("/raise"), {
			"raise.begin": "combe-challenge",
		});
		expect(scope.words).toContain("Talk to your own manager first.");
		expect(scope.words).toContain("Is a person in danger now?");
	});
});

test("each way asks its own questions, and begins where it begins", async () => {
	let page = await begin("combe-challenge.urgent");
	page = await teacher.send(page, { issue: "Nobody came" });
	expect(page.words).toContain("Challenge a decision that cannot wait");
	expect(page.words).toContain("The next thing is: Ring their manager.");
	const raised = await teacher.send(page);
	// What is to be done at once opens at once.
	expect(raised.words).toContain("Ring their manager");
	const read = await teacher.open(raised.url.replace(/\/steps.*/, ""));
	expect(read.words).toContain("Your turn: ring their manager");
	expect(read.words).toContain("Pat Example");
});

/** What the first of its two pages asks beside the day. */
const facts = { urgency: "standard", locality: "north", wanted: ["review", "visit"] };

describe("the time to raise it", () => {
	test("while it runs, no reason is asked", async () => {
		const page = await teacher.send(await begin("combe-challenge"), {
			...day("decided-on", "12", "3"),
			...facts,
		});
		expect(page.url).toMatch(/\/what-2$/);
	});

	test("when it has passed, the reason is asked at once, and goes with it", async () => {
		let page = await teacher.send(await begin("combe-challenge"), {
			...day("decided-on", "11", "3"),
			...facts,
		});
		expect(page.url).toMatch(/\/what#late-because$/);
		expect(page.words).toContain(
			"This had to be raised by Wednesday 25 March 2026: 10 working days from Wednesday 11 March 2026. You can still raise it.",
		);
		// An answer by which somebody may come to harm leads to the numbers first, and then on.
		const ring = await teacher.send(page, {
			"late-because": "I was on leave",
			urgency: "urgent",
		});
		expect(ring.words).toContain("If a person is in immediate danger, ring the police: 999");
		expect(await faultsIn(ring.body)).toEqual([]);
		expect((await teacher.send(ring)).url).toMatch(/\/what-2$/);
		page = await teacher.send(page, { "late-because": "I was on leave" });
		page = await teacher.send(page, { issue: "Nobody came" });
		expect(page.words).toContain("I was on leave");
		expect(page.words).toContain("A review; A visit");
		const raised = await teacher.send(page);
		const read = await teacher.open(raised.url.replace(/\/steps.*/, ""));
		expect(read.words).toContain("Why is it raised only now?");
		expect(read.words).toContain("I was on leave");
	});

	test("a day that nobody would expect is asked about, and goes on when it is right", async () => {
		const asked = await teacher.send(await begin("combe-challenge"), {
			...day("decided-on", "20", "3"),
			...facts,
			"decided-on-year": "2025",
		});
		expect(asked.words).toContain(
			"Check “On which day was the decision?”: Thursday 20 March 2025 is before Friday 26 September 2025, 6 months before today",
		);
		const check = asked.url.replace("/what", "/check");
		expect((await teacher.open(check)).url).toBe(asked.url);
		const next = await teacher.send(asked, { "decided-on-right": "2025-03-20" });
		expect(next.url).toMatch(/\/what#late-because$/);
	});

	test("where it cannot be raised any more, that is said at the day, and nothing typed is lost", async () => {
		const page = await teacher.send(await begin("combe-challenge.good-practice"), {
			...day("seen-on", "20", "2"),
			issue: "They rang at once",
		});
		expect(page.status).toBe(422);
		expect(page.words).toContain(
			"This had to be raised by Friday 20 March 2026: 1 month from Friday 20 February 2026.",
		);
		expect(page.form["seen-on-day"]).toEqual(["20"]);
		const check = page.url.replace("/what", "/check");
		expect((await teacher.open(check)).url).toBe(page.url);
		const earlier = await teacher.send(page, day("seen-on", "2", "3"));
		expect(earlier.url).toBe(check);
	});
});

test("where the other protocol is not in force, that is said", async () => {
	await partnership.app.db
		.updateTable("protocol_version")
		.set({ in_force_from: "2030-01-01" })
		.where("partnership_id", "=", partnership.partnershipId)
		.where("protocol", "=", "combe-conference")
		.execute();
	let page = await teacher.send(await teacher.open("/raise"), {
		"raise.begin": "combe-challenge",
	});
	page = await teacher.send(page, { "raise.danger": "no", "raise.scope": "conference" });
	expect(page.words).toContain("is not in force in Concord here");
});

test("before it is raised, the page says who else hears of it and everything that it begins with", async () => {
	const head = await partnership.visitor(partnership.people.headteacher);
	let page = await begin("combe-challenge.thematic", head);
	page = await head.send(page, {
		issue: "The same at every school",
		sites: "4",
		urgency: "standard",
	});
	expect(page.words).toContain(
		"The Executive is told that it happened, and nothing else. The next things are: Talk to the other agency and Offer mediation.",
	);
});

describe("what was told before it is entered", () => {
	const rung = (date: string, month: string, time: string) => ({
		...day("rung-at", date, month),
		"rung-at-time": time,
	});
	let head: Visitor;
	async function entered(when: Record<string, string>): Promise<Seen> {
		head = await partnership.visitor(partnership.people.headteacher);
		return head.send(await begin("combe-challenge.thematic", head), {
			...when,
			issue: "The same at every school",
			sites: "4",
			urgency: "standard",
		});
	}

	test("counts from when it was told, and the record has both moments", async () => {
		const check = await entered(rung("24", "3", "4:10pm"));
		expect(check.words).not.toContain("Check that this is the right day");
		await head.send(check);
		const [row] = await partnership.app.db
			.selectFrom("difference")
			.select(["raised_at", "id"])
			.where("partnership_id", "=", partnership.partnershipId)
			.execute();
		expect(row?.raised_at.toISOString()).toBe("2026-03-24T16:10:00.000Z");
		const raised = await head.open(`/differences/${row?.id}`);
		expect(raised.words).toContain(
			"entered that it was raised with Combe Children’s Social Care at 4:10pm on Tuesday 24 March 2026",
		);
		expect(raised.words).toContain("10am on Thursday 26 March 2026");
		// Eight weeks after Tuesday 24 March.
		const clock = await partnership.app.db
			.selectFrom("clock")
			.select("due_at")
			.where("difference_id", "=", row?.id ?? "")
			.where("clock", "=", "whole")
			.executeTakeFirst();
		expect(clock?.due_at.toISOString()).toBe("2026-05-19T22:59:59.000Z");
	});

	test("cannot have been told in the future, and nothing typed is lost", async () => {
		const page = await entered(rung("26", "3", "10:30am"));
		expect(page.status).toBe(422);
		expect(page.words).toContain("“When did you tell them?” must be now or earlier");
		expect(page.form["rung-at-time"]).toEqual(["10:30am"]);
	});

	test("and is asked for once more where it is said to be weeks ago", async () => {
		const check = await entered(rung("24", "2", "4:10pm"));
		expect(check.words).toContain(
			"You say that it was raised on Tuesday 24 February 2026. Check that this is the right day",
		);
	});
});
