import { beforeAll, describe, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { raiseByTeacher, raisedTo, referenceOf } from "../../../../test/support/partnership.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { transact } from "../../../store/db.ts";
import { savePerson } from "../../../store/people.ts";
import { addReading, listReadingHours } from "../../../store/readings.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });

let id: string;
let officer: Viewer;
beforeAll(async () => {
	id = await raisedTo(it, "forward");
	officer = it.people.thirdAdministrator;
	await it.db
		.updateTable("person")
		.set({ offices: ["data-protection-officer"] })
		.where("id", "=", officer.id)
		.execute();
	for (const person of [it.people.teacher, it.people.director])
		await it.read(person, `/differences/${id}`);
	await it.read(it.people.director, `/differences/${id}/form.pdf`);
});

describe("who looked at a difference", () => {
	test("the data protection officer is told of everybody, and of the kinds of pages alone", async () => {
		const told = await it.words(officer, `/differences/${id}/who-looked`);
		expect(told).toContain("Amy Okafor");
		expect(told).toContain("Grace Lund");
		expect(told).toContain("a form (taken away)");
		expect(told).not.toContain("Canary");
	});
	test("who answers for an agency is told of their own people alone", async () => {
		const told = await it.words(it.people.headteacher, `/differences/${id}/who-looked`);
		expect(told).toContain("Amy Okafor");
		expect(told).not.toContain("Grace Lund");
		expect(await it.words(it.people.director, `/differences/${id}/who-looked`)).not.toContain(
			"Amy Okafor",
		);
	});
	test("nobody else: not who only has a part in it, who is of no side, or who asks for what is not there", async () => {
		for (const person of [it.people.teacher, it.people.officer, it.people.administrator])
			expect((await it.read(person, `/differences/${id}/who-looked`)).statusCode, person.name).toBe(
				404,
			);
		expect((await it.read(officer, `/differences/${it.partnershipId}/who-looked`)).statusCode).toBe(
			404,
		);
	});
	test("that somebody asked who looked is told too", async () => {
		await it.read(it.people.headteacher, `/differences/${id}/who-looked`);
		expect(await it.words(officer, `/differences/${id}/who-looked`)).toContain("Dilip Rao");
	});
});

describe("what stands out", () => {
	test("is for the data protection officer, and says who, when and which difference", async () => {
		expect(await it.words(officer, "/who-looked")).toContain("Nothing stands out");
		it.at("2026-03-26T23:30");
		await it.read(it.people.teacher, `/differences/${id}`);
		it.at("2026-03-27T10:00");
		const told = await it.words(officer, "/who-looked");
		expect(told).toContain("Looked between ten at night and six in the morning");
		expect(told).toContain("Amy Okafor");
		expect(told).toContain(await referenceOf(it, id));
		for (const person of [it.people.headteacher, it.people.businessUnit, it.people.administrator])
			expect((await it.read(person, "/who-looked")).statusCode, person.name).toBe(404);
	});
	test("a difference is looked up by its reference, however it is typed", async () => {
		const visitor = await it.visitor(officer);
		await visitor.get("/who-looked");
		const typed = (await referenceOf(it, id)).toLowerCase().replace("-", " ");
		const answer = await visitor.post("/who-looked", { reference: typed });
		expect(answer.headers.location).toBe(`/differences/${id}/who-looked`);
		expect((await visitor.post("/who-looked", { reference: "XX-00000" })).statusCode).toBe(422);
	});
});

test("an office counts as a part in a difference where it is a side of it, or heads one, and no other does", async () => {
	const since = "2026-03-01T00:00:00Z";
	const isOfTheCase = async (offices: string[]) => {
		const reader = { ...it.people.businessUnit, id: crypto.randomUUID(), level: "practitioner" };
		await transact(it.db, async (trx) => {
			await savePerson(trx, {
				...reader,
				email: `${reader.id}@example.org`,
				level: "practitioner",
				offices,
			});
			const at = "2026-03-26T09:00:00Z";
			await addReading(trx, { ...reader, offices } as Viewer, {
				differenceId: id,
				what: "form",
				at,
			});
		});
		const hours = await listReadingHours(it.db, it.partnershipId, since);
		return hours.filter(({ person }) => person === reader.id).map((each) => each.isOfTheCase);
	};
	for (const office of ["business-unit", "business-unit-head"])
		expect(await isOfTheCase([office]), office).toEqual([true]);
	for (const office of ["administrator", "exporter", "scrutineer", "learning-subgroup"])
		expect(await isOfTheCase([office]), office).toEqual([false]);
});

test("whoever finds a difference by a child’s name has read it", async () => {
	const other = await raiseByTeacher(it);
	const visitor = await it.visitor(it.people.headteacher);
	await visitor.get("/differences");
	const { body } = await visitor.post("/differences/by-name", { about: "Canary" });
	const found = [id, other].filter((each) => body.includes(each));
	const noted = await it.db
		.selectFrom("reading")
		.where("person_id", "=", it.people.headteacher.id)
		.where("what", "=", "found-by-name")
		.select("difference_id")
		.execute();
	expect(found.length).toBeGreaterThan(0);
	expect(noted.map(({ difference_id }) => difference_id).sort()).toEqual(found.sort());
});
