import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { raisedTo } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { transact } from "../../../store/db.ts";
import { savePerson } from "../../../store/people.ts";

const partnership = officeForAll();
const { read, words } = partnership;
let head: typeof partnership.people.businessUnit;
let officer: typeof partnership.people.businessUnit;
let difference: string;
let reference: string;

beforeAll(async () => {
	partnership.at("2026-03-30T10:00");
	const { businessUnit } = partnership.people;
	const like = (nth: number, name: string, office: string) => ({
		...businessUnit,
		id: `00000080-0000-4000-8000-00000000000${nth}`,
		name,
		email: `${nth}@seals.example.org`,
		offices: [office],
	});
	head = like(1, "Nell Head", "business-unit-head");
	officer = like(2, "Omar Officer", "data-protection-officer");
	await transact(partnership.db, (trx) => savePerson(trx, head, officer));
});
beforeEach(async () => {
	partnership.at("2026-03-30T10:00");
	difference = await raisedTo(partnership, "forward");
	const row = await partnership.db
		.selectFrom("difference")
		.where("id", "=", difference)
		.select("reference")
		.executeTakeFirstOrThrow();
	reference = row.reference;
});

const page = (rest = "") => `/differences/${difference}${rest}`;
const sealFor = async (...people: { id: string }[]) => {
	const visitor = await partnership.visitor(head);
	const form = await visitor.open(page("/seal"));
	return visitor.send(form, {
		to: people.map(({ id }) => id),
		"sealed-because": "A family matter",
	});
};
const openAs = async (person: typeof head) => {
	const visitor = await partnership.visitor(person);
	const form = await visitor.open(page());
	return {
		form,
		seen: await visitor.send(form, { "glass-because": "The child is missing" }),
		visitor,
	};
};
const toldOf = async (kind: string) =>
	(
		await partnership.db
			.selectFrom("message")
			.innerJoin("person", "person.id", "message.to_person")
			.where("message.difference_id", "=", difference)
			.where("message.kind", "=", kind)
			.orderBy("person.name")
			.select(["person.name", "message.notice"])
			.execute()
	).map(({ name, notice }) => ({ name, notice: JSON.stringify(notice) }));

describe("once it is sealed", () => {
	test("nobody but those who were named finds it: not in lists, desk, log, search, My work or mail", async () => {
		const { people } = partnership;
		const places = ["/", "/differences", "/business-unit", "/business-unit/log"];
		const finds = async (person: typeof head, url: string) =>
			(await words(person, url)).includes(reference);
		expect(await finds(people.businessUnit, "/business-unit/log")).toBe(true);
		await sealFor(people.director);
		for (const person of [people.businessUnit, head, people.teacher, people.headteacher])
			for (const url of places) expect(await finds(person, url)).toBe(false);
		const visitor = await partnership.visitor(people.businessUnit);
		expect((await visitor.open(`/differences?reference=${reference}`)).words).toContain(
			"No professional differences found",
		);
		expect(await finds(people.director, "/differences")).toBe(true);
		expect((await toldOf("sealed-for-you")).map(({ name }) => name)).toEqual(["Grace Lund"]);
	});

	test("who could never know of it gets the same answer as for what is not there", async () => {
		const { people } = partnership;
		await sealFor(people.director);
		for (const person of [people.otherTeacher, people.officer, people.executive, officer])
			for (const rest of ["", "/open-sealed", "/form"])
				expect((await read(person, page(rest))).statusCode).toBe(404);
		for (const rest of ["/form", "/note", "/seal"])
			expect((await read(people.businessUnit, page(rest))).statusCode).toBe(404);
	});

	test("whoever keeps seals names others and takes it off, without reading it", async () => {
		const { people } = partnership;
		await sealFor(people.director);
		for (const keeper of [head, officer]) {
			const list = await words(keeper, "/sealed");
			expect(list).toContain(reference);
			expect(list).toContain("It may be known to Grace Lund");
			expect(list).not.toContain("A family matter");
			expect((await read(keeper, page("/form"))).statusCode).toBe(404);
		}
		expect((await read(people.businessUnit, "/sealed")).statusCode).toBe(404);
		const visitor = await partnership.visitor(officer);
		await visitor.send(await visitor.open(page("/seal/off")), { "unsealed-because": "Settled" });
		expect(await words(people.businessUnit, "/business-unit/log")).toContain(reference);
	});

	test("whoever keeps seals hears at once what another does with one, and reads who did", async () => {
		const { people } = partnership;
		await sealFor(people.director);
		await sealFor(people.director, head);
		expect((await toldOf("seal-changed")).map(({ name }) => name)).toEqual([
			"Omar Officer",
			"Omar Officer",
		]);
		const visitor = await partnership.visitor(officer);
		await visitor.send(await visitor.open(page("/seal/off")), { "unsealed-because": "Settled" });
		const told = await toldOf("seal-changed");
		expect(told.map(({ name }) => name)).toEqual(["Nell Head", "Omar Officer", "Omar Officer"]);
		for (const { notice } of told) expect(notice).not.toMatch(/Oakfield|Settled|Grace/);
		const [, below = ""] = (await words(head, "/sealed")).split(reference);
		expect(below).toMatch(/^ Omar Officer, .* took the seal off at 10am/);
	});

	test("where none of them can do what is owed, the list says so and whoever heads the office is told", async () => {
		const { people } = partnership;
		const visitor = await partnership.visitor(officer);
		const start = await visitor.open("/sealed");
		const form = await visitor.send(start, { reference });
		expect(form.url).toBe(page("/seal"));
		await visitor.send(form, { to: people.teacher.id, "sealed-because": "A family matter" });
		expect(await words(head, "/sealed")).toContain("Something is owed that none of them can do.");
		const [told] = await toldOf("left-to-nobody");
		expect(told?.name).toBe("Nell Head");
		expect(told?.notice).not.toContain("Oakfield");
		const said = await words(people.teacher, page());
		expect(said).toContain(
			"Nobody who may know of it can do this. Whoever sealed it, or the head of the partnership’s office, can name somebody who can.",
		);
		expect(said).not.toContain("Tell the Business Unit");
	});

	test("nobody is named, and the form is shown again as it was typed", async () => {
		const visitor = await partnership.visitor(head);
		const again = await visitor.send(await visitor.open(page("/seal")), {
			to: [],
			"sealed-because": "A family matter",
		});
		expect(again.status).toBe(422);
		expect(again.words).toContain("Select at least one person who may know of it");
		expect(again.body).toContain("A family matter");
	});
});

describe("in an emergency", () => {
	test("whoever would know of it reads it for four hours, and the keepers of seals are told at once", async () => {
		const { people } = partnership;
		await sealFor(people.director);
		const { form, seen } = await openAs(people.businessUnit);
		expect(form.url).toBe(page("/open-sealed"));
		expect(seen.url).toBe(page());
		expect(seen.words).toContain("You opened it in an emergency and can read it until 2pm");
		const told = await toldOf("opened-in-emergency");
		expect(told.map(({ name }) => name)).toEqual(["Nell Head", "Omar Officer"]);
		for (const { notice } of told) expect(notice).not.toMatch(/Oakfield|missing|Ines/);
		partnership.at("2026-03-30T14:01");
		expect((await read(people.businessUnit, page())).headers.location).toBe(page("/open-sealed"));
	});

	test("everything that they read meanwhile is shown to whoever keeps seals, with why", async () => {
		const { people } = partnership;
		await sealFor(people.director);
		const { visitor } = await openAs(people.businessUnit);
		await visitor.get(page("/form"));
		const list = await words(officer, "/sealed");
		expect(list).toContain("Ines Cole");
		expect(list).toContain("Why: “The child is missing”");
		expect(list).toMatch(/The whole page, at 10am.*The form, at 10am/);
	});

	test("while it goes on, whoever was named and whoever keeps seals read who does on the desk and on its page, and nobody else", async () => {
		const { people } = partnership;
		await sealFor(people.director, people.businessUnit);
		await openAs(people.headteacher);
		const line = `${reference} , by ${people.headteacher.name}`;
		const atDesk = (person: typeof head) => words(person, "/business-unit");
		expect(await atDesk(head)).toContain(line);
		expect(await atDesk(people.businessUnit)).toContain(line);
		expect(await words(people.director, page())).toMatch(
			new RegExp(
				`${people.headteacher.name}, .* opened this in an emergency and can read it until`,
			),
		);
		expect(await words(people.headteacher, page())).not.toContain("opened this in an emergency");
		partnership.at("2026-03-30T14:01");
		for (const person of [head, people.businessUnit])
			expect(await atDesk(person)).not.toContain("Opened in an emergency");
		expect(await words(people.director, page())).not.toContain("opened this in an emergency");

		partnership.at("2026-03-30T14:02");
		await sealFor(people.director);
		await openAs(people.headteacher);
		expect(await atDesk(people.businessUnit)).not.toContain("Opened in an emergency");
	});

	test("they may do nothing that is owed, nor put anything right", async () => {
		const { people } = partnership;
		await sealFor(people.director);
		const { visitor, seen } = await openAs(people.headteacher);
		expect(seen.words).not.toContain("Put something right");
		for (const rest of ["/note", "/questions", "/conflict", "/seal"])
			expect((await visitor.get(page(rest))).statusCode).toBe(404);
		expect((await visitor.get(page("/safety"))).statusCode).toBe(200);
	});
});

describe("who keeps seals and has a conflict of interest", () => {
	const declares = async (of: { id: string }) => {
		const visitor = await partnership.visitor(partnership.people.businessUnit);
		const form = await visitor.open(page("/conflict"));
		await visitor.send(form, { "choice.person": of.id, "conflict-because": "Their own sister" });
	};
	const others =
		"so others say who may know of it: the data protection officer, the head of the partnership’s office or, where neither can, whoever administers Concord here.";

	test("is told so in a sentence where they would seal it, and says nothing of who may know", async () => {
		const { people } = partnership;
		await declares(head);
		const visitor = await partnership.visitor(head);
		const told = await visitor.open(page("/seal"));
		expect(told.words).toContain(`You have a conflict of interest in this, ${others}`);
		expect(told.words).not.toContain(people.director.name);
		expect(await faultsIn(told.body)).toEqual([]);
		await visitor.post(page("/seal"), { to: head.id, "sealed-because": "For me alone" });
		expect(await words(people.teacher, page())).not.toContain("This is sealed");
		expect((await visitor.get(page("/conflict"))).statusCode).toBe(404);
		expect(await words(head, page())).not.toContain("Declare a conflict of interest");
	});

	test("is told no more than that where they may not read why, and not who opened it", async () => {
		const { people } = partnership;
		await declares(officer);
		await sealFor(people.director);
		await openAs(people.businessUnit);
		expect((await toldOf("opened-in-emergency")).map(({ name }) => name)).toEqual(["Nell Head"]);
		const [, below = ""] = (await words(officer, "/sealed")).split(reference);
		const [list = ""] = below.split(/C1-[0-9A-Z]{5}/);
		expect(list).toContain(
			`You have a part in this, or it is about something that touches you, ${others}`,
		);
		for (const told of ["sister", "Ines Cole", "The child is missing", "take the seal off"])
			expect(list).not.toContain(told);
		expect(await words(head, "/sealed")).toContain("The child is missing");
	});

	test("leaves it to whoever administers where nobody else keeps seals, who is told of what is opened", async () => {
		const { people } = partnership;
		const { administrator } = people;
		const visitor = await partnership.visitor(administrator);
		const start = await visitor.open("/sealed");
		expect(start.words).toContain("No seal is yours to see to");
		const notYet = await visitor.send(start, { reference });
		expect(notYet.words).toContain("No difference of this reference is yours to seal.");
		expect((await visitor.get(page("/seal"))).statusCode).toBe(404);

		for (const keeper of [head, officer]) await declares(keeper);
		const form = await visitor.send(start, { reference });
		expect(form.url).toBe(page("/seal"));
		const sealed = await visitor.send(form, {
			to: people.director.id,
			"sealed-because": "A family matter",
		});
		expect(sealed.url).toBe("/sealed");
		expect(sealed.words).toContain("It may be known to Grace Lund");
		expect((await visitor.get(page("/form"))).statusCode).toBe(404);

		await openAs(people.businessUnit);
		expect((await toldOf("opened-in-emergency")).map(({ name }) => name)).toEqual([
			"Kit Shaw",
			"Lou Birch",
			"Max Coyle",
		]);
		const list = await visitor.open("/sealed");
		expect(list.words).toContain("Why: “The child is missing”");
		expect(await faultsIn(list.body)).toEqual([]);
	});
});

test("every page of it is sound", async () => {
	const { people } = partnership;
	const sound = async (person: typeof head, url: string) =>
		expect(await faultsIn((await read(person, url)).body)).toEqual([]);
	await sound(head, page("/seal"));
	await sound(people.businessUnit, page("/conflict"));
	await sealFor(people.director);
	await sound(people.director, page());
	await sound(people.businessUnit, page("/open-sealed"));
	await openAs(people.businessUnit);
	for (const url of ["/sealed", page("/seal/off")]) await sound(officer, url);
	await sound(people.teacher, "/sealed/open");
});
