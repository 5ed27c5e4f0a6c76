/** A child whom no form names, such as a brother, and texts of other children’s differences that do. */
import { strFromU8, unzipSync } from "fflate";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { officer, resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey, referenceOf } from "../../../../test/support/partnership.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";
import { raiseDifference } from "../../../actions/raise-difference.ts";
import { runTask } from "../../../actions/run-task.ts";
import { dataProtectionOfficer } from "../../../domain/people/viewer.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });

let dpo: Visitor;
beforeEach(async () => {
	dpo = await partnership.visitor(await officer(partnership, dataProtectionOfficer, "Yaw Bell"));
});

/** About another child, with this as its story. */
const raised = (issue: string) => {
	const { app, people, agencies } = partnership;
	return raiseDifference(app, people.otherTeacher, {
		key: freshKey(),
		receivingAgency: agencies.socialCare,
		answers: {
			"practitioner-b": { id: people.socialWorker.id },
			themes: ["thresholds"],
			children: [{ name: "Canary Child", dateOfBirth: "2016-02-01", identifier: "CANARY-1" }],
			issue,
			"outcome-wanted": "A visit",
		},
		urgentContacts: [],
	});
};

/** Asks for Tommy Brook, whom no form names. @returns the page of the request */
const ask = async (): ReturnType<Visitor["open"]> => {
	const page = await dpo.open("/subject-access/child");
	const found = await dpo.send(page, {
		name: "Tommy Brook",
		"received-day": "26",
		"received-month": "3",
		"received-year": "2026",
	});
	expect(found.words).toContain("Nothing was found");
	return dpo.send(found);
};

/** What is kept of what was found, in this partnership. */
const listKept = () =>
	partnership.db
		.selectFrom("subject_request_named")
		.where("partnership_id", "=", partnership.partnershipId)
		.selectAll()
		.execute();

const work = async () => {
	for (const job of partnership.queued.splice(0))
		if (job.name === "run-task") await runTask(partnership.app, job.data.taskId);
};

const look = async (url: string, names: string) => {
	partnership.queued.splice(0);
	const asked = await dpo.post(`${url}/look`, { names });
	expect(asked.statusCode).toBe(303);
	const waiting = await dpo.open(url);
	expect(waiting.words).toContain("This page looks again every few seconds");
	expect((await dpo.post(`${url}/pack`)).statusCode).toBe(422);
	await work();
};

test("whom only a text names is found by looking through every text, and each is included or refused with a reason", async () => {
	const his = await raised("Canary was cold. His brother Tommy Brook had no coat. Nobody came.");
	const another = await raised("Tommy Miller hit Canary.");
	await raised("Nobody of the Brooks family came.");
	const request = await ask();
	expect(request.form.names).toEqual(["Tommy Brook\nTommy"]);
	expect(await faultsIn(request.body)).toEqual([]);
	await look(request.url, "Tommy Brook\nTommy");

	const after = await dpo.open(request.url);
	expect(await faultsIn(after.body)).toEqual([]);
	expect(after.words).toContain("Looked for: Tommy Brook; Tommy. Found in 2 differences");
	expect(after.words).toContain("Every text looked through by Yaw Bell");
	expect((await dpo.post(`${request.url}/pack`)).statusCode).toBe(422);

	const named = await dpo.open(`${request.url}/named`);
	expect(await faultsIn(named.body)).toEqual([]);
	expect(named.words).toContain(await referenceOf(partnership, his));
	expect(named.words).toContain("His brother Tommy Brook had no coat.");
	expect(named.words).toContain("Tommy Miller hit Canary.");
	expect(named.words).not.toContain("Nobody came.");
	const bare = await dpo.send(named, { which: [his], theirs: "yes", why: "" });
	expect(bare.status).toBe(422);
	expect(bare.words).toContain("Enter why you think so");
	const rest = await dpo.send(named, { which: [his], theirs: "yes", why: "The mother says so" });
	expect(rest.words).toContain("Included by Yaw Bell: The mother says so");
	const done = await dpo.send(rest, { which: [another], theirs: "no", why: "He is Miller" });
	expect(done.words).toContain("See or change which of these name this child");

	// What the page shows was read, and the reasons are sealed.
	const { db } = partnership;
	const readings = await db
		.selectFrom("reading")
		.where("what", "=", "subject-access")
		.where("partnership_id", "=", partnership.partnershipId)
		.select("difference_id")
		.execute();
	expect(new Set(readings.map(({ difference_id }) => difference_id))).toEqual(
		new Set([his, another]),
	);
	const kept = await listKept();
	expect(kept.map(({ is_theirs }) => is_theirs).sort()).toEqual([false, true]);
	for (const { why } of kept) expect(why?.toString("utf8")).not.toMatch(/mother|Miller/);

	// Only what names him is proposed, and of it the sentences that do.
	const [, number] = /pieces\/(\d+)"/.exec(done.body) ?? [];
	const piece = await dpo.open(`${request.url}/pieces/${number}`);
	expect(piece.words).toContain("Ask that agency first");
	expect(piece.words).toContain("Give no more than what names this child");
	await dpo.send(piece, {
		decision: "redact",
		text: "His brother Tommy Brook had no coat.",
		ground: "third-party",
	});
	partnership.queued.splice(0);
	const pack = await dpo.post(`${request.url}/pack`, {});
	expect(pack.statusCode).toBe(303);
	await work();
	const file = await dpo.get(`${pack.headers.location}/file`);
	const pages = Object.entries(unzipSync(file.rawPayload))
		.filter(([name]) => name.endsWith(".html"))
		.map(([, content]) => strFromU8(content))
		.join("");
	expect(pages).toContain("Tommy Brook had no coat");
	expect(pages).not.toMatch(/Canary|Miller/);
});

test("further names add to what was found, and what was said of it stays", async () => {
	const his = await raised("Canary came with Tommy Brook.");
	const short = await raised("Canary came with T-J Brook.");
	const request = await ask();
	await look(request.url, "Tommy Brook");
	const named = await dpo.open(`${request.url}/named`);
	await dpo.send(named, { which: [his], theirs: "no", why: "Another Tommy" });
	await look(request.url, "TJ Brook\nT-J Brook");
	const again = await dpo.open(`${request.url}/named`);
	expect(again.words).toContain("Not included by Yaw Bell: Another Tommy");
	const open = await dpo.send(again, { which: [short], theirs: "yes", why: "So he is called" });
	expect(open.words).toContain(
		"Looked for: Tommy Brook; TJ Brook; T-J Brook. Found in 2 differences",
	);
});

test("what is found and not refused is not disposed of before the request is closed", async () => {
	const his = await resolved(partnership);
	const request = await ask();
	await look(request.url, "Femi Ade");
	partnership.at("2052-01-05T10:00");
	const page = `/retention/differences/${his}`;
	const words = "It stays until they have their answer";
	expect((await dpo.open(page)).words).toContain(words);
	const named = await dpo.open(`${request.url}/named`);
	await dpo.send(named, { which: [his], theirs: "no", why: "Another Tommy" });
	expect((await dpo.open(page)).words).not.toContain(words);
});

test("nobody else has texts looked through, and a request that is closed has none", async () => {
	await raised("Canary came with Tommy Brook.");
	const request = await ask();
	const office = await partnership.visitor(partnership.people.businessUnit);
	expect((await office.post(`${request.url}/look`, { names: "Tommy" })).statusCode).toBe(404);
	expect((await office.get(`${request.url}/named`)).statusCode).toBe(404);
	const empty = await dpo.post(`${request.url}/look`, { names: "-" });
	expect(empty.statusCode).toBe(422);
	await dpo.post(`${request.url}/look`, { names: "Tommy Brook" });
	await dpo.post(`${request.url}/close`);
	await work();
	expect((await dpo.get(`${request.url}/named`)).statusCode).toBe(404);
	expect((await dpo.post(`${request.url}/look`, { names: "Tommy" })).statusCode).toBe(404);
	expect(await listKept()).toEqual([]);
});

/** Copies of a difference whose texts nobody can open: they are sealed for another place. */
const damagedCopies = (of: string, count: number) =>
	partnership.db.transaction().execute(async (trx) => {
		// What links them is not made: nobody proves their record here.
		await sql`set local session_replication_role = replica`.execute(trx);
		await sql`create temporary table lost on commit drop as
			select n, gen_random_uuid() as id from generate_series(1, ${sql.lit(count)}) as n`.execute(
			trx,
		);
		for (const table of ["event", "narrative", "difference_key"]) {
			const { rows } = await sql<{ name: string }>`
				select column_name as name from information_schema.columns where table_name = ${table}
					and column_name <> 'difference_id' and is_generated = 'NEVER' and is_identity = 'NO'`.execute(
				trx,
			);
			const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
			await sql`insert into ${sql.table(table)} (difference_id, ${columns})
				select lost.id, ${columns} from ${sql.table(table)}, lost where difference_id = ${of}`.execute(
				trx,
			);
		}
		await sql`insert into difference select lost.id, partnership_id, 'LOST-' || n, protocol_version_id, raising_agency_id,
			receiving_agency_id, raised_by, raised_at, status, stage, ending, ended_at, last_seq
			from difference, lost where difference.id = ${of}`.execute(trx);
	});

test("what cannot be opened is offered too, for nobody can say whom it names", async () => {
	await damagedCopies(await raised("Canary was cold."), 2);
	const request = await ask();
	await look(request.url, "Tommy Brook");
	const named = await dpo.open(`${request.url}/named`);
	expect(named.words.match(/Found by a text that cannot be opened/g)).toHaveLength(2);
	const [which = ""] = (await listKept()).map(({ difference_id }) => difference_id);
	await dpo.send(named, { which: [which], theirs: "yes", why: "It may be" });
	const piece = await dpo.open(`${request.url}/pieces/1`);
	expect(piece.words).toContain("Nobody can open it, so nobody knows whom it is about");
});

test("where more are found than anybody looks at none is offered, and what to do is said", async () => {
	await damagedCopies(await raised("Canary was cold."), 1_001);
	const request = await ask();
	await look(request.url, "Tommy");
	const after = await dpo.open(request.url);
	expect(after.words).toContain("More than 1,000 differences have one of these names");
	expect(after.form.names).toEqual(["Tommy"]);
	expect(await listKept()).toEqual([]);
});
