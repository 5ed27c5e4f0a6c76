import { sql } from "kysely";
import { expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { fixedKinds, type KindOfRecord, kindsOfRecord } from "../domain/retention/kinds.ts";
import { byThemselves } from "../domain/retention/schedule.ts";
import { onAClock } from "../jobs/index.ts";
import { howLongKept } from "./how-long-kept.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });

const tablesOf = (is: (kind: KindOfRecord) => boolean) =>
	Object.entries(howLongKept).flatMap(([table, kind]) => (is(kind) ? [table] : []));

test("of every table it is said of which kind its rows are, and there is no kind without a table", async () => {
	const { rows } = await sql<{
		name: string;
	}>`select tablename::text as name from pg_tables where schemaname = 'public'`.execute(it.db);
	expect(Object.keys(howLongKept).sort()).toEqual(rows.map(({ name }) => name).sort());
	expect([...new Set(Object.values(howLongKept))].sort()).toEqual(
		Object.keys(kindsOfRecord).sort(),
	);
});

test("what is said to go with a difference hangs on one, so that its disposal finds it", async () => {
	const { rows } = await sql<{ name: string }>`select table_name::text as name
		from information_schema.columns where table_schema = 'public' and column_name = 'difference_id'`.execute(
		it.db,
	);
	const hangs = new Set(rows.map(({ name }) => name));
	const goes = tablesOf((kind) => kindsOfRecord[kind].goesBy === "difference");
	// Of parts of files dispose_of asks by their file.
	expect(goes.filter((table) => !hangs.has(table))).toEqual(["difference", "file_part"]);
});

test("what is said to go by the clock goes by a job that there is, and by the schedule what that asks", () => {
	for (const { goesBy } of Object.values(kindsOfRecord))
		if (typeof goesBy === "object") expect(Object.keys(onAClock)).toContain(goesBy.job);
	expect(
		Object.entries(kindsOfRecord).flatMap(([id, { goesBy }]) =>
			goesBy === "schedule" ? [id] : [],
		),
	).toEqual(Object.keys(byThemselves));
});

test("the page of the schedule shows every kind, with how long it is kept", async () => {
	const { people, words, db } = it;
	await db
		.updateTable("person")
		.set({ offices: ["data-protection-officer"] })
		.where("id", "=", people.thirdAdministrator.id)
		.execute();
	const page = await words(people.thirdAdministrator, "/retention/schedule");
	for (const { kind, kept } of fixedKinds) {
		expect(page).toContain(kind);
		expect(page).toContain(kept);
	}
	for (const kind of Object.values(byThemselves)) expect(page).toContain(kind);
	expect(fixedKinds.length + Object.keys(byThemselves).length + 1).toBe(
		Object.keys(kindsOfRecord).length,
	);
});
