import { beforeEach, describe, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });
let teacher: Visitor;

beforeEach(async () => {
	teacher = await partnership.visitor(partnership.people.teacher);
});

const drafts = () =>
	partnership.app.db
		.selectFrom("draft")
		.selectAll()
		.where("partnership_id", "=", partnership.partnershipId)
		.execute();
const differences = () =>
	partnership.app.db
		.selectFrom("difference")
		.selectAll()
		.where("partnership_id", "=", partnership.partnershipId)
		.execute();

/** From the scope screen to the page that checks the answers. */
async function toCheckPage(): Promise<Seen> {
	const { people, agencies } = partnership;
	let page = await teacher.open("/raise");
	page = await teacher.send(page, { "raise.scope": "none-of-these" });
	page = await teacher.send(page, { "raise.danger": "no" });
	page = await teacher.send(page, { "raise.agency": agencies.socialCare });
	page = await teacher.send(page, { "practitioner-b": people.socialWorker.id });
	page = await teacher.send(page, { themes: ["thresholds", "timeliness"] });
	page = await teacher.send(page, { "children-0-name": "Ada Example" });
	page = await teacher.send(page, { issue: "No visit for six weeks" });
	return teacher.send(page, { "outcome-wanted": "A visit this week" });
}

test("a difference is raised in a few short pages, and its page says what happened and what is next", async () => {
	const check = await toCheckPage();
	expect(check.words).toContain("Check your answers");
	expect(check.words).toContain("Elin Moss");
	expect(check.words).toContain("Application of thresholds; Timeliness of interventions");
	expect(check.words).toContain("Combe Children’s Social Care is not told when you raise it.");

	const raised = await teacher.send(check);
	expect(raised.status).toBe(200);
	expect(raised.words).toContain(
		"Amy Okafor of Oakfield Primary School raised it with Combe Children’s Social Care",
	);
	expect(raised.words).toContain("talk to the other practitioner");
	expect(await drafts()).toEqual([]);
});

test("every page of it is valid HTML, also with errors", async () => {
	const pages = [await teacher.open("/raise"), await toCheckPage()];
	for (const path of [
		"/raise?again=yes",
		"/raise",
		"/raise/not-here/complaint",
		"/raise/safety",
		"/raise/ring-now",
		"/raise/agency",
		"/raise/about/practitioner-b",
		"/raise/about/themes",
		"/raise/about/children",
		"/raise/about/issue",
	])
		pages.push(await teacher.open(path));
	const children = await teacher.open("/raise/about/children");
	pages.push(
		await teacher.send(children, { "children-0-name": "" }),
		await teacher.send(children, {}, "_add=children"),
	);
	for (const page of pages) expect(await faultsIn(page.body), page.url).toEqual([]);
});

describe("what this process is not for", () => {
	test.each(["complaint", "allegation", "one-agency"])(
		"%s: the way out is named, with a way back, and nothing is stored",
		async (reason) => {
			const page = await teacher.send(await teacher.open("/raise"), {
				"raise.scope": reason,
			});
			expect(page.url).toBe(`/raise/not-here/${reason}`);
			expect(page.words).toContain("There is another way for this");
			expect(page.body).toContain('href="/raise?again=yes"');
			expect(await drafts()).toEqual([]);
		},
	);

	test("before the scope screen is passed no later page opens, and no draft is kept", async () => {
		const page = await teacher.open("/raise");
		expect((await teacher.open("/raise/about/issue")).url).toBe("/raise");
		expect((await teacher.open("/raise/check")).url).toBe("/raise");
		expect((await teacher.post("/drafts/raise", page.form)).statusCode).toBe(404);
		expect(await drafts()).toEqual([]);
	});

	test("nobody goes on without an answer", async () => {
		const page = await teacher.send(await teacher.open("/raise"));
		expect(page.status).toBe(422);
		expect(page.words).toContain("There is a problem Choose one");
		expect(page.body).toContain('href="#raise.scope"');
	});
});

describe("a child in danger", () => {
	const toSafety = async () =>
		teacher.send(await teacher.open("/raise"), {
			"raise.scope": "none-of-these",
		});

	test("the numbers are there to ring, and the time of a call is recorded with the difference", async () => {
		const safety = await toSafety();
		expect(safety.body).toContain('href="tel:999"');
		expect(safety.body).toContain('href="tel:03001232224"');
		expect(safety.words).toContain("never delays an urgent call");
		await teacher.send(safety, {
			"raise.danger": "yes",
			"raise.rang.1-time": "9:40am",
		});
		const check = await toCheckPageFrom("/raise/agency");
		expect(check.words).toContain("0300 123 2224 at 9:40am on Thursday 26 March 2026");
		const raised = await teacher.send(check);
		expect(raised.words).toContain("rang Children’s Social Care on 0300 123 2224 at 9:40am");
	});

	test("whoever has not rung is told to ring, and is not stopped", async () => {
		const page = await teacher.send(await toSafety(), {
			"raise.danger": "yes",
		});
		expect(page.url).toBe("/raise/ring-now");
		expect(page.words).toContain("Ring now");
		expect(page.body).toContain('href="/raise/agency"');
	});

	test("a time that is none is sent back, as it was typed", async () => {
		const page = await teacher.send(await toSafety(), {
			"raise.danger": "yes",
			"raise.rang.0-time": "soon",
		});
		expect(page.status).toBe(422);
		expect(page.form["raise.rang.0-time"]).toEqual(["soon"]);
		expect(page.body).toContain('href="#raise.rang.0-time"');
		expect(page.body).toContain('id="raise.rang.0-time"');
	});
});

async function toCheckPageFrom(url: string): Promise<Seen> {
	const { people, agencies } = partnership;
	let page = await teacher.open(url);
	page = await teacher.send(page, { "raise.agency": agencies.socialCare });
	page = await teacher.send(page, { "practitioner-b": people.socialWorker.id });
	page = await teacher.send(page, { themes: ["thresholds"] });
	page = await teacher.send(page, { "children-0-name": "Ada Example" });
	page = await teacher.send(page, { issue: "No visit" });
	return teacher.send(page, { "outcome-wanted": "A visit" });
}

test("one’s own agency and the partnership’s office are not on offer", async () => {
	await toCheckPage();
	const page = await teacher.open("/raise/agency");
	expect(page.words).toContain("Levels Police");
	expect(page.words).not.toContain("Oakfield Primary School");
	expect(page.words).not.toContain("Partnership office");
	const forged = await teacher.send(page, {
		"raise.agency": partnership.agencies.school,
	});
	expect(forged.status).toBe(422);
});

describe("children", () => {
	test("another child is added and taken away without a script, and what was typed stays", async () => {
		await toCheckPage();
		let page = await teacher.open("/raise/about/children");
		page = await teacher.send(page, { "children-0-dateOfBirth-day": "31" }, "_add=children");
		expect(page.words).toContain("Child 2");
		expect(page.form["children-0-name"]).toEqual(["Ada Example"]);
		expect(page.form["children-0-dateOfBirth-day"]).toEqual(["31"]);
		page = await teacher.send(page, { "children-1-name": "Bo" }, "_remove=children-0");
		expect(page.form["children-0-name"]).toEqual(["Bo"]);
		expect(page.words).not.toContain("Child 2");
	});

	const born = (year: string) => ({
		"children-0-name": "Casey Example",
		"children-0-dateOfBirth-day": "3",
		"children-0-dateOfBirth-month": "5",
		"children-0-dateOfBirth-year": year,
	});

	test("a birth that is hardly meant is asked about once, and taken when it is said to be right", async () => {
		await toCheckPage();
		const asked = await teacher.send(await teacher.open("/raise/about/children"), {
			...born("1996"),
			"children-0-identifier": "943 476 5918",
		});
		expect(asked.status).toBe(422);
		expect(asked.words).toContain(
			"Check the date of birth: Friday 3 May 1996 is before Sunday 26 March 2006, 20 years before today",
		);
		expect(asked.words).toContain("the last number of 943 476 5918 does not fit the others");
		expect(await faultsIn(asked.body)).toEqual([]);
		const next = await teacher.send(asked, {
			"children-0-dateOfBirth-right": "1996-05-03",
			"children-0-identifier-right": "943 476 5918",
		});
		expect(next.status).toBe(200);
		const check = await teacher.open("/raise/check");
		expect(check.words).toContain("born 3 May 1996");
	});

	test("whoever raises a child whom their agency has raised already is told, and so is the office", async () => {
		await toCheckPage();
		await teacher.send(await teacher.open("/raise/about/children"), born("2015"));
		const first = await teacher.send(await teacher.open("/raise/check"));
		const [{ reference } = { reference: "none" }] = await differences();
		expect(first.words).not.toContain("has raised another");

		await toCheckPage();
		const again = await teacher.send(await teacher.open("/raise/about/children"), {
			...born("2015"),
			"children-0-name": "casey  example",
		});
		expect(again.words).toContain(
			`Your agency already has an open professional difference about a child of this name and date of birth. Read it before you go on: ${reference} `,
		);
		const check = await teacher.open("/raise/check");
		expect(check.words).toContain(`Read it before you go on: ${reference} `);
		expect(await faultsIn(check.body)).toEqual([]);
		const second = await teacher.send(check);
		expect(second.words).toContain(`name and date of birth that is open: ${reference} `);
	});

	test("nobody is told of one that they may not see", async () => {
		await toCheckPage();
		await teacher.send(await teacher.open("/raise/about/children"), born("2015"));
		await teacher.send(await teacher.open("/raise/check"));
		// Another practitioner of the school is not named in it.
		teacher = await partnership.visitor(partnership.people.otherTeacher);
		await toCheckPage();
		const again = await teacher.send(await teacher.open("/raise/about/children"), born("2015"));
		expect(again.words).not.toContain("already has an open");
	});

	test("an impossible date is sent back beside its input, as it was typed", async () => {
		await toCheckPage();
		const page = await teacher.send(await teacher.open("/raise/about/children"), {
			"children-0-dateOfBirth-day": "31",
			"children-0-dateOfBirth-month": "2",
			"children-0-dateOfBirth-year": "2019",
		});
		expect(page.status).toBe(422);
		expect(page.words).toContain("Date of birth must be a real date");
		expect(page.body).toContain('href="#children-0-dateOfBirth-day"');
		expect(page.body).toContain('id="children-0-dateOfBirth-day"');
		expect(page.form["children-0-dateOfBirth-month"]).toEqual(["2"]);
	});
});

describe("what was begun", () => {
	test("is continued where it was left, by the same person only", async () => {
		let page = await teacher.open("/raise");
		page = await teacher.send(page, { "raise.scope": "none-of-these" });
		page = await teacher.send(page, { "raise.danger": "no" });
		page = await teacher.send(page, { "raise.agency": partnership.agencies.police }, "_do=later");
		expect(page.words).toContain("You have begun one already");
		expect(page.words).toContain("10am on Thursday 26 March 2026");
		expect(page.words).toContain("Levels Police");
		const again = await teacher.send(page, {}, "_do=continue");
		expect(again.url).toBe("/raise/about/practitioner-b");

		const other = await partnership.visitor(partnership.people.otherTeacher);
		expect((await other.open("/raise")).words).toContain("Is it one of these?");
	});

	test("can be thrown away, and then nothing of it is left", async () => {
		await toCheckPage();
		const page = await teacher.send(await teacher.open("/raise"), {}, "_do=afresh");
		expect(page.words).toContain("Is it one of these?");
		expect(JSON.stringify(await drafts())).not.toContain("Ada");
	});

	test("is kept while it is typed, as it is typed", async () => {
		await toCheckPage();
		const page = await teacher.open("/raise/about/issue");
		const kept = await teacher.post("/drafts/raise", { ...page.form, issue: " half a sent" });
		expect(kept.statusCode).toBe(204);
		expect((await teacher.open("/raise/about/issue")).form.issue).toEqual([" half a sent"]);
	});

	test("changing an answer leads back to the check page", async () => {
		await toCheckPage();
		const page = await teacher.send(await teacher.open("/raise/about/issue?change=yes"), {
			issue: "Said better",
		});
		expect(page.url).toBe("/raise/check");
		expect(page.words).toContain("Said better");
	});

	test("another agency asks again for the person, and keeps the rest", async () => {
		await toCheckPage();
		let page = await teacher.send(await teacher.open("/raise/agency?change=yes"), {
			"raise.agency": partnership.agencies.police,
		});
		expect(page.url).toBe("/raise/about/practitioner-b?change=yes");
		page = await teacher.send(page, {
			"practitioner-b": "somebody-else",
			"practitioner-b-name": "PC Lee, response",
		});
		expect(page.url).toBe("/raise/check");
		expect(page.words).toContain("PC Lee, response");
		expect(page.words).toContain("Ada Example");
	});
});

test("sent twice, it is raised once", async () => {
	const check = await toCheckPage();
	const first = await teacher.send(check);
	const second = await teacher.send(check);
	expect(second.url).toBe(first.url);
	expect(await differences()).toHaveLength(1);
});
