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

/** What the first page asks, where nobody is in danger and it is the right process. */
const first = { "raise.danger": "no", "raise.scope": "none-of-these" };

/** From the first page to the one that asks whom it is about. */
const toWhom = async (entered: Record<string, string> = first): Promise<Seen> =>
	teacher.send(await teacher.open("/raise"), entered);

/** From the page that asks whom it is about to the one that checks the answers. */
async function fromWhom(whom: Seen): Promise<Seen> {
	const { people, agencies } = partnership;
	let page = await teacher.send(whom, {
		"raise.agency": agencies.socialCare,
		"children-0-name": "Ada Example",
	});
	page = await teacher.send(page, { "practitioner-b": people.socialWorker.id });
	return teacher.send(page, {
		themes: ["thresholds", "timeliness"],
		issue: "No visit for six weeks",
		"outcome-wanted": "A visit this week",
	});
}

const toCheckPage = async () => fromWhom(await toWhom());

/** One of the pages of what was begun last, such as `whom`. */
async function openPage(name: string, query = ""): Promise<Seen> {
	const [draft] = await drafts();
	return teacher.open(`/${draft?.page}/${name}${query}`);
}

test("a difference is raised in a few short pages, and its page says what happened and what is next", async () => {
	const check = await toCheckPage();
	expect(check.words).toContain("Check your answers");
	expect(check.words).toContain("Elin Moss");
	expect(check.words).toContain("Application of thresholds; Timeliness of interventions");
	expect(check.words).toContain("Combe Children’s Social Care is not told when you raise it.");

	const raised = await teacher.send(check);
	expect(raised.status).toBe(200);
	// The first talk can be recorded at once.
	expect(raised.url).toMatch(/\/steps\/early-resolution\.talk\?done=1$/);
	expect(raised.words).toContain(
		"You raised it. Combe Children’s Social Care has not been told. Now it is your turn to talk to the other practitioner.",
	);
	expect(await faultsIn(raised.body)).toEqual([]);
	expect(await drafts()).toEqual([]);
});

test("every page of it is valid HTML, also with errors", async () => {
	const whom = await toWhom();
	const pages = [await teacher.open("/raise"), whom, await fromWhom(whom)];
	for (const path of ["/raise", "/raise/not-here/complaint"]) pages.push(await teacher.open(path));
	for (const name of ["", "way", "ring-now", "whom", "what", "throw-away"])
		pages.push(await openPage(name));
	const children = await openPage("whom");
	pages.push(
		await teacher.send(await teacher.open("/raise")),
		await teacher.send(children, { "children-0-name": "" }),
		await teacher.send(children, {}, "_add=children"),
	);
	for (const page of pages) expect(await faultsIn(page.body), page.url).toEqual([]);
});

describe("what this process is not for", () => {
	test.each(["complaint", "allegation", "one-agency"])(
		"%s: the way out is named, with a way back, and nothing is stored",
		async (reason) => {
			const page = await toWhom({ "raise.danger": "yes", "raise.scope": reason });
			expect(page.url).toBe(`/raise/not-here/${reason}`);
			expect(page.words).toContain("There is another way for this");
			expect(page.words).toContain("that does not wait for it: ring first");
			expect(page.body).toContain('href="/raise"');
			expect(await drafts()).toEqual([]);
		},
	);

	test("before the first page is passed no later page opens, and no draft is kept", async () => {
		const page = await teacher.open("/raise");
		const draft = page.form._key;
		for (const name of ["", "/whom", "/what", "/check", "/throw-away"])
			expect((await teacher.open(`/raise/${draft}${name}`)).url).toBe("/raise");
		expect((await teacher.post(`/drafts/raise/${draft}`, page.form)).statusCode).toBe(404);
		expect(await drafts()).toEqual([]);
	});

	test("nobody goes on without an answer to both", async () => {
		const page = await toWhom({});
		expect(page.status).toBe(422);
		expect(page.words).toContain(
			"There is a problem Say whether a child is in danger now Choose one",
		);
		expect(page.body).toContain('href="#raise.danger"');
		expect(page.body).toContain('href="#raise.scope"');
		expect(await drafts()).toEqual([]);
	});
});

describe("a child in danger", () => {
	const inDanger = { ...first, "raise.danger": "yes" };

	test("is asked about first, the numbers are there to ring, and the time of a call is recorded", async () => {
		const page = await teacher.open("/raise");
		expect(page.words.indexOf("in danger now?")).toBeLessThan(
			page.words.indexOf("Is it one of these?"),
		);
		expect(page.body).toContain('href="tel:999"');
		expect(page.body).toContain('href="tel:03001232224"');
		expect(page.words).toContain("never delays an urgent call");
		const whom = await teacher.send(page, { ...inDanger, "raise.rang.1-time": "9:40am" });
		const check = await fromWhom(whom);
		expect(check.words).toContain("Yes Rang 0300 123 2224 at 9:40am on Thursday 26 March 2026");
		await teacher.send(check);
		const [raised] = await differences();
		const read = await teacher.open(`/differences/${raised?.id}`);
		expect(read.words).toContain("rang Children’s Social Care on 0300 123 2224 at 9:40am");
	});

	test("whoever has not rung is told to ring, and is not stopped", async () => {
		const page = await toWhom(inDanger);
		expect(page.url).toMatch(/\/ring-now$/);
		expect(page.words).toContain("Ring now");
		expect(page.body).toContain(`href="${page.url.replace("ring-now", "whom")}"`);
		// When they have, they say so on the first page, where what they said stands.
		const again = await openPage("");
		expect(again.form["raise.danger"]).toEqual(["yes"]);
		const whom = await teacher.send(again, { "raise.rang.0-time": "10am" });
		expect(whom.url).toMatch(/\/whom$/);
	});

	test("a time that is none is sent back, as it was typed", async () => {
		const page = await toWhom({ ...inDanger, "raise.rang.0-time": "soon" });
		expect(page.status).toBe(422);
		expect(page.form["raise.rang.0-time"]).toEqual(["soon"]);
		expect(page.body).toContain('href="#raise.rang.0-time"');
		expect(page.body).toContain('id="raise.rang.0-time"');
	});
});

describe("the agency", () => {
	test("decides whom one can choose: without a script they are asked next, and a script shows them at once", async () => {
		const whom = await toWhom();
		expect(whom.words).not.toContain("Elin Moss");
		expect(whom.body).toMatch(/<noscript>.*You are then asked who it is there/s);
		const socialCare = { "raise.agency": partnership.agencies.socialCare };
		const shown = await teacher.send(whom, socialCare, "_do=show");
		expect(shown.status).toBe(200);
		expect(shown.words).toContain("Elin Moss");
		const child = { "children-0-name": "Ada Example" };
		const next = await teacher.send(whom, { ...socialCare, ...child });
		expect(next.url).toBe(`${whom.url}#practitioner-b`);
		expect(next.words).toContain("Elin Moss");
		expect(next.form["children-0-name"]).toEqual(["Ada Example"]);
		expect((await teacher.send(next)).status).toBe(422);
	});

	test("is another than one’s own and the partnership’s office", async () => {
		const page = await toWhom();
		expect(page.words).toContain("Levels Police");
		expect(page.words).not.toContain("Oakfield Primary School");
		expect(page.words).not.toContain("Partnership office");
		const forged = await teacher.send(page, {
			"raise.agency": partnership.agencies.school,
		});
		expect(forged.status).toBe(422);
	});
});

describe("children", () => {
	test("another child is added and taken away without a script, and what was typed stays", async () => {
		await toCheckPage();
		let page = await openPage("whom", "?change=yes");
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
		const asked = await teacher.send(await openPage("whom", "?change=yes"), {
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
		expect(next.words).toContain("born 3 May 1996");
	});

	test("whoever raises a child whom their agency has raised already is told, and so is the office", async () => {
		await toCheckPage();
		await teacher.send(await openPage("whom", "?change=yes"), born("2015"));
		await teacher.send(await openPage("check"));
		const [{ id, reference } = { id: "", reference: "none" }] = await differences();
		const only = await teacher.open(`/differences/${id}`);
		expect(only.words).not.toContain("has raised another");

		await toCheckPage();
		const again = await teacher.send(await openPage("whom", "?change=yes"), {
			...born("2015"),
			"children-0-name": "casey  example",
		});
		expect(again.words).toContain(
			`Your agency already has an open professional difference about a child of this name and date of birth, or with this identifier. Read it before you go on: ${reference} `,
		);
		const check = await openPage("check");
		expect(check.words).toContain(`Read it before you go on: ${reference} `);
		expect(await faultsIn(check.body)).toEqual([]);
		const raised = await teacher.send(check);
		const second = await teacher.open(raised.url.replace(/\/steps.*/, ""));
		expect(second.words).toContain(
			`name and date of birth, or with this identifier, that is open: ${reference} `,
		);
	});

	test("nobody is told of one that they may not see", async () => {
		await toCheckPage();
		await teacher.send(await openPage("whom", "?change=yes"), born("2015"));
		await teacher.send(await openPage("check"));
		// Another practitioner of the school is not named in it.
		teacher = await partnership.visitor(partnership.people.otherTeacher);
		await toCheckPage();
		const again = await teacher.send(await openPage("whom", "?change=yes"), born("2015"));
		expect(again.words).not.toContain("already has an open");
	});

	test("an impossible date is sent back beside its input, as it was typed", async () => {
		await toCheckPage();
		const page = await teacher.send(await openPage("whom", "?change=yes"), {
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
	test("stands in My work, and is continued where it was left, by the same person only", async () => {
		const page = await teacher.send(
			await toWhom(),
			{ "raise.agency": partnership.agencies.police, "children-0-name": "Ada Example" },
			"_do=later",
		);
		expect(page.url).toBe("/");
		expect(page.words).toContain("Not finished");
		expect(page.words).toContain("With Levels Police · Ada Example");
		expect(page.words).toContain("Draft saved at 10am");
		expect(await faultsIn(page.body)).toEqual([]);
		const [, goOn = ""] = /href="(\/raise\/[^"]*)">\s*Continue/.exec(page.body) ?? [];
		const again = await teacher.open(goOn);
		expect(again.url).toMatch(/\/whom$/);
		expect(again.form["children-0-name"]).toEqual(["Ada Example"]);
		// Whoever begins another is reminded of it, and no second is begun by mistake.
		expect((await teacher.open("/raise")).words).toContain("Go on with it in My work");

		const other = await partnership.visitor(partnership.people.otherTeacher);
		expect((await other.open("/")).words).not.toContain("Not finished");
		expect((await other.open(goOn)).url).toBe("/raise");
		expect((await other.post(goOn.replace("whom", "throw-away"))).statusCode).toBe(303);
		expect(await drafts()).toHaveLength(1);
	});

	test("stands beside others that were begun, each with what is its own", async () => {
		const one = await toWhom();
		const other = await toWhom();
		expect(other.url).not.toBe(one.url);
		await teacher.send(one, { "children-0-name": "Ada Example" }, "_do=later");
		const work = await teacher.send(other, { "children-0-name": "Bo Sample" }, "_do=later");
		expect(work.words).toContain("· Ada Example");
		expect(work.words).toContain("· Bo Sample");
		await teacher.send(await fromWhom(one));
		expect(await differences()).toHaveLength(1);
		const left = await teacher.open("/");
		expect(left.words).not.toContain("No agency chosen yet · Ada Example");
		expect(left.words).toContain("No agency chosen yet · Bo Sample");
	});

	test("is not overwritten by another window: what both wrote is shown, and then the second has its say", async () => {
		const one = await toWhom();
		const other = await teacher.open(one.url);
		await teacher.send(one, { "children-0-name": "Ada Example" }, "_do=later");
		const clash = await teacher.send(other, { "children-0-name": "Ada Sample" }, "_do=later");
		expect(clash.status).toBe(409);
		expect(clash.words).toContain("You, in another window, changed this page");
		expect(clash.body).toContain("Ada Example");
		expect(clash.form["children-0-name"]).toEqual(["Ada Sample"]);
		expect((await teacher.open("/")).words).toContain("· Ada Example");
		await teacher.send(clash, {}, "_do=later");
		expect((await teacher.open("/")).words).toContain("· Ada Sample");
	});

	test("is begun once, however often its first page is sent", async () => {
		const page = await teacher.open("/raise");
		const one = await teacher.send(page, first);
		const again = await teacher.send(page, first);
		expect(again.url).toBe(one.url);
		expect(await drafts()).toHaveLength(1);
	});

	test("can be thrown away, which is asked about once, and then nothing of it is left", async () => {
		await toCheckPage();
		const sure = await openPage("throw-away");
		expect(sure.words).toContain("cannot be brought back");
		const page = await teacher.send(sure);
		expect(page.url).toBe("/");
		expect(page.words).not.toContain("Not finished");
		expect(await drafts()).toEqual([]);
	});

	test("is kept while it is typed, as it is typed", async () => {
		await toCheckPage();
		const page = await openPage("what");
		const kept = await teacher.post(`/drafts${page.url.replace("/what", "")}`, {
			...page.form,
			issue: " half a sent",
		});
		expect(kept.statusCode).toBe(204);
		expect((await openPage("what")).form.issue).toEqual([" half a sent"]);
	});

	test("changing an answer leads back to the check page", async () => {
		const check = await toCheckPage();
		const page = await teacher.send(await openPage("what", "?change=yes"), {
			issue: "Said better",
		});
		expect(page.url).toBe(check.url);
		expect(page.words).toContain("Said better");
		expect((await teacher.send(await openPage(""))).url).toBe(check.url);
	});

	test("another agency asks again for the person, and keeps the rest", async () => {
		const check = await toCheckPage();
		let page = await teacher.send(await openPage("whom", "?change=yes"), {
			"raise.agency": partnership.agencies.police,
		});
		expect(page.status).toBe(422);
		expect(page.body).toContain('href="#practitioner-b"');
		expect(page.words).not.toContain("Elin Moss");
		page = await teacher.send(page, {
			"practitioner-b": "somebody-else",
			"practitioner-b-name": "PC Lee, response",
		});
		expect(page.url).toBe(check.url);
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
