import { beforeEach, describe, expect, test } from "vitest";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00", make: challengePartnership });
let office: Visitor;
let page: Seen;

/** A step that asks all that a protocol can make up itself. */
beforeEach(async () => {
	const id = await challenge(partnership);
	await toLevel(partnership, id, "reply");
	office = await partnership.visitor(partnership.people.businessUnit);
	await office.send(await office.open(`/differences/${id}/moves/mediate`));
	page = await office.open(`/differences/${id}/steps/beside.mediation`);
});

const day = (input: string, [day, month, year]: [string, string, string]) => ({
	[`${input}-day`]: day,
	[`${input}-month`]: month,
	[`${input}-year`]: year,
});

test("everything that a protocol makes up is asked in valid HTML, also with errors", async () => {
	expect(await faultsIn(page.body)).toEqual([]);
	const wrong = await office.send(page, {
		"siblings-0-name": "Tomos",
		"siblings-0-age": "seven",
		"visits-0-what": "Nobody in",
		"call-at": "2",
		"in-short": "x".repeat(61),
	});
	expect(wrong.status).toBe(422);
	expect(await faultsIn(wrong.body)).toEqual([]);
});

describe("a child", () => {
	const send = (child: Record<string, string>) =>
		office.send(
			page,
			Object.fromEntries(
				Object.entries({ name: "Tomos", "fact.school": "Oakfield", ...child }).map(
					([column, text]) => [`siblings-0-${column}`, text],
				),
			),
		);

	test("whose birth nobody said anything of is asked about, at the date", async () => {
		const wrong = await send({});
		expect(wrong.words).toContain(
			"Enter the child’s date of birth, or their age, or say that it is not known",
		);
		expect(wrong.body).toContain('href="#siblings-0-dateOfBirth-day"');
	});

	test("can be about seven, or of a date that is not known", async () => {
		expect((await send({ age: "7" })).words).toContain("Tomos, about 7 years old");
	});

	test("can be of a date that is not known", async () => {
		expect((await send({ birthUnknown: "yes" })).words).toContain(
			"Tomos, date of birth not known, School: Oakfield",
		);
	});

	test("has the facts that the protocol asks for, each with its own fault", async () => {
		const wrong = await send({ age: "7", "fact.school": "", "fact.seen.on-day": "31" });
		expect(wrong.words).toContain("Enter “School”");
		expect(wrong.body).toContain('href="#siblings-0-fact.school"');
		expect(wrong.words).toContain("“Last seen on” must include a month and year");
		expect(wrong.body).toContain('href="#siblings-0-fact.seen.on-month"');
		const done = await send({
			age: "7",
			"fact.plan.status": "child-in-need",
			...day("fact.seen.on", ["2", "3", "2026"]),
		});
		expect(done.words).toContain(
			"Tomos, about 7 years old, School: Oakfield, Plan: Child in need, Last seen on: 2 March 2026",
		);
	});
});

describe("a table", () => {
	const visit = (row: number, what: string) => ({
		...day(`visits-${row}-on`, [`${row + 2}`, "3", "2026"]),
		[`visits-${row}-what`]: what,
		[`visits-${row}-how`]: "announced",
	});

	test("begins with as many rows as it must have, and grows to as many as it may", async () => {
		expect(page.words).toContain("Visit 2");
		expect(page.words).not.toContain("Visit 3");
		let next: Seen = { ...page, form: { ...page.form, "visits-0-what": ["Nobody in"] } };
		for (const row of [3, 4, 5]) {
			next = await office.send(next, visit(row - 2, "Nobody in"), "_add=visits");
			expect(next.words).toContain(`Visit ${row}`);
		}
		expect(next.words).not.toContain("Add another visit");
		expect(next.form["visits-2-what"]).toEqual(["Nobody in"]);
		next = await office.send(next, {}, "_remove=visits-0");
		expect(next.form["visits-0-on-day"]).toEqual(["3"]);
	});

	test("says which row lacks what, and is said row by row", async () => {
		const wrong = await office.send(page, {
			...visit(0, "Nobody in"),
			...visit(1, "Both seen"),
			"visits-1-how": "",
		});
		expect(wrong.words).toContain("Choose “How” (visit 2)");
		expect(wrong.body).toContain('href="#visits-1-how"');
		const few = await office.send(page, visit(0, "Nobody in"));
		expect(few.words).toContain("Fill in 2 rows or more");
		expect(few.body).toContain('href="#visits-0-on-day"');
		const done = await office.send(page, { ...visit(0, "Nobody in"), ...visit(1, "Both seen") });
		expect(done.words).toContain(
			"Day: 2 March 2026; What was seen: Nobody in; How: Announced Day: 3 March 2026; What was seen: Both seen; How: Announced",
		);
	});
});

describe("a day that nobody would expect", () => {
	const late: [string, string, string] = ["14", "4", "2026"];

	test("is asked about once, with the last day worked out and why, and nothing typed is lost", async () => {
		const asked = await office.send(page, { ...day("next-on", late), "in-short": "Two talks" });
		expect(asked.words).toContain(
			"Check this before you go on Check “When is the first talk?”: Tuesday 14 April 2026 is after Monday 13 April 2026, 10 working days from today, with Good Friday and Easter Monday not counted",
		);
		expect(asked.body).toContain("<title>Check: ");
		expect(asked.body).toContain('href="#next-on-right"');
		expect(asked.form["in-short"]).toEqual(["Two talks"]);
		expect(await faultsIn(asked.body)).toEqual([]);
		const done = await office.send(asked, { "next-on-right": "2026-04-14" });
		expect(done.url).toContain("?done=");
		expect(done.words).toContain("When is the first talk? 14 April 2026");
	});

	test("is asked about again when another such day is entered instead", async () => {
		const asked = await office.send(page, day("next-on", late));
		const other = await office.send(asked, {
			...day("next-on", ["25", "3", "2026"]),
			"next-on-right": "2026-04-14",
		});
		expect(other.words).toContain("Wednesday 25 March 2026 is before today");
		expect(other.words).toContain("Yes, Wednesday 25 March 2026 is right");
	});

	test("stays right while something else is mended", async () => {
		const asked = await office.send(page, day("next-on", late));
		const wrong = await office.send(asked, { "next-on-right": "2026-04-14", "call-at": "soon" });
		expect(wrong.words).toContain("There is a problem");
		expect(wrong.words).not.toContain("Check “When is the first talk?”");
		const done = await office.send(wrong, { "call-at": "2pm" });
		expect(done.url).toContain("?done=");
	});

	test("that is the last one expected is not asked about", async () => {
		const done = await office.send(page, day("next-on", ["13", "4", "2026"]));
		expect(done.url).toContain("?done=");
	});
});

test("agencies are those of the directory, however they are named, or any other", async () => {
	const { agencies } = partnership;
	const more = await office.send(
		page,
		{ "agencies-there-0-agency": agencies.police },
		"_add=agencies-there",
	);
	expect(more.words).toContain("Agency 2");
	expect(more.words).not.toContain("Partnership office Or");
	const done = await office.send(more, {
		"agencies-there-1-name": "Elm Nursery",
		"led-by-name": "levels police",
	});
	expect(done.words).toContain("Which agency leads on it? Levels Police");
	expect(done.words).toContain("Which agencies took part? Levels Police; Elm Nursery");
});

test("a time is read as people write it", async () => {
	const wrong = await office.send(page, { "call-at": "soon" });
	expect(wrong.words).toContain(
		"“At what time can you be rung?” must be a time, like 2:15pm or 14:15",
	);
	expect(wrong.form["call-at"]).toEqual(["soon"]);
	expect((await office.send(page, { "call-at": "14:15" })).words).toContain(
		"At what time can you be rung? 2:15pm",
	);
});

test("a text of its own length says so before and after, and keeps what was typed", async () => {
	expect(page.words).toContain("Up to 60 characters");
	const long = await office.send(page, { "in-short": "x".repeat(61) });
	expect(long.words).toContain("Shorten “Mediation in a few words” to 60 characters or fewer");
	expect(long.form["in-short"]).toEqual(["x".repeat(61)]);
});
