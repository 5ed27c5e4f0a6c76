import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { officer } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { raisedTo, referenceOf } from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../test/support/visitor.ts";
import { runTask } from "../../../actions/run-task.ts";
import { dataProtectionOfficer } from "../../../domain/people/viewer.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
let dpo: Visitor;
let id: string;
beforeEach(async () => {
	dpo = await office.visitor(await officer(office, dataProtectionOfficer, "Yaw Bell"));
	id = await raisedTo(office, "forward");
	office.queued.splice(0);
});

/** Has it verified, and what is asked for beside the page done. */
async function verify(): Promise<Seen> {
	const asked = await dpo.send(await dpo.open("/record"));
	expect(asked.words).toContain("you find what it found under “Record”");
	for (const job of office.queued.splice(0))
		if (job.name === "run-task") await runTask(office.app, job.data.taskId);
	return dpo.open("/record");
}

test("what was found is said with when and for whom, and what was found before stays below", async () => {
	const first = await verify();
	expect(await faultsIn(first.body)).toEqual([]);
	expect(first.words).toContain("All that was looked at is as it was recorded");
	expect(first.words).not.toContain("All of it");
	expect(first.words).toContain("The bytes of files that were sent were not looked at.");
	expect(first.words).toContain("Verified at 10am on Thursday 26 March 2026 for Yaw Bell.");
	office.at("2026-03-27T10:00");
	expect((await verify()).words).toContain(
		"10am on Thursday 26 March 2026 for Yaw Bell: all that was looked at is as it was recorded",
	);
});

test("an entry that was altered is named by its reference and place", async () => {
	const moved = (by: string) =>
		sql`set session_replication_role = replica;
			update event set at = at + interval '${sql.raw(by)}' where difference_id = '${sql.raw(id)}' and seq = 3;
			set session_replication_role = origin`.execute(office.db);
	await moved("1 hour");
	const found = await verify();
	expect(await faultsIn(found.body)).toEqual([]);
	expect(found.words).toContain("Something is not as it was recorded");
	expect(found.words).toContain(`${await referenceOf(office, id)}, entry 3`);
	expect(found.words).toContain("Do not put anything right by hand");
});

test("where more is amiss than is named, it says so", async () => {
	await verify();
	const fault = { code: "altered", difference: null, position: 1, says: "It was altered." };
	const faults = JSON.stringify(Array.from({ length: 100 }, () => fault));
	await sql`update record_check set found = jsonb_set(found::jsonb, '{faults}', ${faults}::jsonb)`.execute(
		office.db,
	);
	const found = await dpo.open("/record");
	expect(found.words).toContain(
		"There are at least 100 things amiss. No more than these are named.",
	);
	office.at("2026-03-27T10:00");
	expect((await verify()).words).toContain("for Yaw Bell: at least 100 things amiss");
});

test("asked for twice it is done once, and nobody else sees or asks", async () => {
	await dpo.send(await dpo.open("/record"));
	await dpo.post("/record");
	expect(office.queued.filter(({ name }) => name === "run-task")).toHaveLength(1);
	for (const who of ["teacher", "businessUnit", "executive"] as const) {
		const visitor = await office.visitor(office.people[who]);
		expect((await visitor.get("/record")).statusCode).toBe(404);
		expect((await visitor.post("/record")).statusCode).toBe(404);
	}
});
