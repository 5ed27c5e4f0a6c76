import { sql } from "kysely";
import { expect, test } from "vitest";
import { ConcordProblem } from "../../../clients/typescript/concord.ts";
import { programOf } from "../../../test/support/api.ts";
import { officeForEach } from "../../../test/support/office.ts";
import { raiseByTeacher } from "../../../test/support/partnership.ts";
import { mostReadByProgram } from "../../domain/people/read-by-program.ts";
import { endSessions } from "../../jobs/end-sessions.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });

/** As if programs had opened so many copies of a difference for somebody today. */
async function opened(id: string, person: string, count: number): Promise<void> {
	const { db } = office;
	await sql`
		with copy as (
			insert into difference select gen_random_uuid(), partnership_id, 'READ-' || substr(id::text, 1, 8) || n, protocol_version_id,
				raising_agency_id, receiving_agency_id, raised_by, raised_at, status, stage, ending, ended_at, last_seq
			from difference, generate_series(1, ${sql.lit(count)}) as n where id = ${id} returning id, partnership_id)
		insert into read_by_program (person_id, on_day, difference_id, partnership_id)
		select ${person}, '2026-03-26', id, partnership_id from copy`.execute(db);
}
const exportsOf = () =>
	office.db
		.selectFrom("export")
		.where("partnership_id", "=", office.partnershipId)
		.select(["what", "about", "person_id"])
		.execute();
const readings = (id: string) =>
	office.db.selectFrom("reading").where("difference_id", "=", id).select("person_id").execute();

test("a program that opens more than a day’s differences is refused, whatever its token, and told what to ask for", async () => {
	const [id, another] = [await raiseByTeacher(office), await raiseByTeacher(office)];
	const { teacher } = office.people;
	await opened(id, teacher.id, mostReadByProgram - 1);
	const program = await programOf(office, teacher);
	await program.readDifference({ id });
	// The same as often as they like.
	await program.readDifference({ id });
	const before = (await readings(another)).length;
	for (const token of [program, await programOf(office, teacher)]) {
		const problem = await token.readDifference({ id: another }).catch((thrown: unknown) => thrown);
		if (!(problem instanceof ConcordProblem)) throw new Error("It was read");
		expect(problem.problem).toMatchObject({ status: 403, code: "takes-too-much" });
		expect(problem.problem.detail).toContain("ask your administrator for that right");
	}
	expect(await readings(another)).toHaveLength(before);
	// Of what they may not see they are told as ever, and on the page nothing is counted.
	const missing = await program
		.readDifference({ id: "00000000-0000-4000-8000-00000000dead" })
		.catch((thrown: unknown) => thrown);
	expect(missing).toMatchObject({ problem: { status: 404 } });
	const visitor = await office.visitor(teacher);
	expect((await visitor.get(`/differences/${another}`)).statusCode).toBe(200);
	expect(await exportsOf()).toEqual([]);

	office.at("2026-03-27T10:00");
	await endSessions(office.app);
	expect(
		await office.db
			.selectFrom("read_by_program")
			.where("person_id", "=", teacher.id)
			.selectAll()
			.execute(),
	).toEqual([]);
	await (await programOf(office, teacher)).readDifference({ id: another });
});

test("whoever may take data out goes on, and that they do is noted once a day", async () => {
	const { teacher, businessUnit } = office.people;
	const ids = [await raiseByTeacher(office), await raiseByTeacher(office)];
	const [id = ""] = ids;
	await office.db
		.updateTable("person")
		.set({ offices: ["business-unit", "exporter"] })
		.where("id", "=", teacher.id)
		.execute();
	await opened(id, teacher.id, mostReadByProgram);
	const program = await programOf(office, { ...teacher, offices: businessUnit.offices });
	for (const each of [...ids, ...ids]) await program.readDifference({ id: each });
	expect(await exportsOf()).toEqual([
		{
			what: "Differences, one after the other by a program",
			about: "Through School system, more than 100 on this day",
			person_id: teacher.id,
		},
	]);
});
