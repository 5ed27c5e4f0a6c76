import { sql } from "kysely";
import { expect, test } from "vitest";
import { derivedRows } from "../../test/support/derived-rows.ts";
import { officeForEach } from "../../test/support/office.ts";
import { raiseByTeacher, raisedTo } from "../../test/support/partnership.ts";
import { deriveWhatIsOld } from "./derive-again.ts";
import { saySafety } from "./say-safety.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });

const rows = () => derivedRows(partnership.db, partnership.partnershipId);

/** As a migration leaves them that adds columns and a table, and cannot know what the records say. */
async function asBefore(): Promise<void> {
	const { db, partnershipId } = partnership;
	for (const table of ["difference_party", "open_step", "clock"])
		await sql`update ${sql.table(table)} set not_safe = false where partnership_id = ${partnershipId}`.execute(
			db,
		);
	await sql`update clock set counted = null, due_as_seen = null where partnership_id = ${partnershipId}`.execute(
		db,
	);
	await sql`delete from record_owed where partnership_id = ${partnershipId}`.execute(db);
	await sql`update difference_party set about_seq = null, about_field = null where partnership_id = ${partnershipId}`.execute(
		db,
	);
	await sql`update difference set derived_as = 0 where partnership_id = ${partnershipId}`.execute(
		db,
	);
}

test("what was derived in an older way is derived again once: a child who is not safe stands so in every list", async () => {
	const { app, people } = partnership;
	await raisedTo(partnership, "forward");
	const id = await raiseByTeacher(partnership);
	await saySafety(
		app,
		{ difference: id, by: people.teacher, key: "00000000-0000-4000-8000-00000000a9a1" },
		{ safe: false, calls: [], answers: {} },
	);
	const right = await rows();
	await asBefore();
	expect(await rows()).not.toEqual(right);

	expect(await deriveWhatIsOld(app)).toEqual({ derived: 2, failures: [] });
	expect(await rows()).toEqual(right);
	expect(await deriveWhatIsOld(app)).toEqual({ derived: 0, failures: [] });
});

test("one that cannot be derived keeps none of the others waiting, and is tried again", async () => {
	const { app, db } = partnership;
	const ids = [await raiseByTeacher(partnership), await raiseByTeacher(partnership)].sort();
	const right = await rows();
	await asBefore();
	const broken = new Error("A protocol that cannot be read");
	let times = 0;
	const protocols: typeof app.protocols = {
		...app.protocols,
		version: (...asked) => {
			times += 1;
			return times === 1 ? Promise.reject(broken) : app.protocols.version(...asked);
		},
	};
	expect(await deriveWhatIsOld({ db, protocols })).toEqual({ derived: 1, failures: [broken] });
	const left = await db
		.selectFrom("difference")
		.where("partnership_id", "=", partnership.partnershipId)
		.where("derived_as", "=", 0)
		.select("id")
		.execute();
	expect(left.map(({ id }) => id)).toEqual(ids.slice(0, 1));
	expect(await deriveWhatIsOld(app)).toEqual({ derived: 1, failures: [] });
	expect(await rows()).toEqual(right);
});
