/**
 * What somebody with the database in hand can break, and what then is said: on pages and by commands, in plain words, of the right
 * difference; nothing else is lost by it, and nothing is told that was not before. Put back, all of it is there again.
 */

import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { App } from "../src/actions/app.ts";
import { keepFile } from "../src/actions/keep-file.ts";
import { auditCheckReceipt } from "../src/cli/audit-check-receipt.ts";
import { auditPublish } from "../src/cli/audit-publish.ts";
import { auditVerify } from "../src/cli/audit-verify.ts";
import { calling, fileWith } from "../src/cli/command.fixture.ts";
import { keyringOf } from "../src/keys/keyring.ts";
import { connect } from "../src/store/connect.ts";
import type { Db } from "../src/store/db.ts";
import { withoutChance } from "./support/every-route.ts";
import { testInstallationKey } from "./support/keys.ts";
import { officeForEach } from "./support/office.ts";
import {
	doStep,
	raisedTo,
	referenceOf,
	said,
	type TestPartnership,
} from "./support/partnership.ts";
import { visitorAs, wordsIn } from "./support/visitor.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
let other: TestPartnership;
let id: string;
let theirs: string;
let reference: string;
/** Another of ours, to which nothing is done. */
let beside: string;
let besideReference: string;

const concord = (...args: string[]) =>
	calling(auditVerify, auditPublish, auditCheckReceipt)(args, "", {
		DATABASE_URL: office.databaseUrl(),
		CONCORD_SECRET: "only-for-these-tests-0123456789-abcdefghij-KLMNOP",
	});

beforeEach(async () => {
	other = await office.another();
	office.app.files = {
		limits: { megabytes: 1, perAct: 3 },
		scanner: async () => "clean",
	} satisfies App["files"];
	id = await raisedTo(office, "forward");
	theirs = await raisedTo(other, "forward");
	beside = await raisedTo(office, "forward");
	reference = await referenceOf(office, id);
	besideReference = await referenceOf(office, beside);
});

/** As the owner and past every trigger, as only somebody with the database in hand can. */
const byHand = (statement: string) =>
	sql
		.raw(
			`begin; set local session_replication_role = replica; ${statement
				.replaceAll("$ours", `'${id}'`)
				.replaceAll("$theirs", `'${theirs}'`)
				.replaceAll("$beside", `'${beside}'`)}; commit`,
		)
		.execute(office.db);

/** A Concord that has just started on this database: with no key open yet. */
function started(): FastifyInstance {
	const { db } = connect(office.databaseUrl(), {
		most: 2,
		limit: 900_000,
		across: "command",
		keys: keyringOf([testInstallationKey]),
	});
	opened.push(db);
	return office.serve({}, { db });
}
const opened: Db[] = [];
afterEach(async () => {
	for (const db of opened.splice(0)) await db.destroy();
});

type Answer = { url: string; statusCode: number; body: string };

/** What pages say to those of both sides and the office: of this difference, those that list it, and of the other one. */
async function pages(web: FastifyInstance): Promise<Answer[]> {
	const seen: Answer[] = [];
	for (const who of ["headteacher", "director", "businessUnit"] as const) {
		const visitor = await visitorAs(web, office.people[who]);
		for (const url of [
			"/",
			"/differences",
			`/differences/${id}`,
			`/differences/${id}/form`,
			`/differences/${beside}`,
		]) {
			const { statusCode, body } = await visitor.get(url);
			seen.push({ url: `${url} as ${who}`, statusCode, body: withoutChance(body) });
		}
	}
	return seen;
}

/**
 * How something failed inside, which says nothing to whoever reads it and may tell too much. Looked for where nothing is drawn by
 * chance: three letters stand in a token sooner or later.
 */
const inside =
	/GCM|SealFault|Unsupported state|unable to authenticate|node_modules|\bat [\w.]+ \(|violates|SQLSTATE/i;

/** What puts back what was damaged; it is put back after each test in any case. */
const toPutBack: string[] = [];
async function putBack(): Promise<void> {
	for (const name of toPutBack.splice(0))
		await byHand(
			`delete from ${name}; insert into ${name} select * from kept_${name}; drop table kept_${name}`,
		);
}
afterEach(putBack);

/** Keeps aside, as they are, tables that are to be damaged. */
async function keepAside(...tables: string[]): Promise<void> {
	for (const name of tables) {
		await sql.raw(`create table kept_${name} as select * from ${name}`).execute(office.db);
		toPutBack.push(name);
	}
}

describe("words that were damaged are said not to open, and cost the words alone", () => {
	test.each([
		[
			"their key is that of another partnership’s difference",
			"difference_key",
			"update difference_key set (partnership_key_id, wrapped) = (select partnership_key_id, wrapped from difference_key where difference_id = $theirs) where difference_id = $ours",
		],
		[
			"their key is that of another difference of the same partnership",
			"difference_key",
			"update difference_key set wrapped = (select wrapped from difference_key where difference_id = $beside) where difference_id = $ours",
		],
		[
			"their key was cut short",
			"difference_key",
			"update difference_key set wrapped = substr(wrapped, 1, 12) where difference_id = $ours",
		],
		[
			"they are the words of another partnership’s difference",
			"narrative",
			"update narrative set content = t.content from narrative t where t.difference_id = $theirs and t.seq = narrative.seq and t.field = narrative.field and narrative.difference_id = $ours",
		],
		[
			"they were cut short",
			"narrative",
			"update narrative set content = substr(content, 1, 20) where difference_id = $ours",
		],
		[
			"nothing is left of them",
			"narrative",
			"update narrative set content = '' where difference_id = $ours",
		],
	])("%s", async (_how, table, damage) => {
		await keepAside(table);
		await byHand(damage);
		const web = started();
		for (const { url, statusCode, body } of await pages(web)) {
			expect(statusCode, url).toBe(200);
			expect(body, url).not.toMatch(inside);
			if (url.includes(id) && !url.includes("/form"))
				expect(body, url).toContain("cannot be opened. It has not been deleted.");
			if (url.includes(id)) expect(body, url).not.toMatch(/without a coat/);
			// Of all others nothing is lost.
			if (url.includes(beside) && !url.includes("director"))
				expect(body, url).toMatch(/without a coat/);
		}
		const verified = await concord("audit", "verify");
		expect(verified.code).toBe(1);
		expect(verified.out).toContain(reference);
		expect(verified.out).not.toContain(besideReference);
		expect(verified.out + verified.err).not.toMatch(inside);
		expect(verified.out + verified.err).not.toMatch(/canary|without a coat/i);
		await putBack();
		for (const { url, body } of await pages(started()))
			if (url.includes(id)) expect(body, url).not.toContain("cannot be opened");
		expect((await concord("audit", "verify")).code).toBe(0);
	});
});

test("the key of a partnership in the place of another’s opens nothing of either, and tells nothing", async () => {
	await keepAside("partnership_key");
	await byHand(
		`update partnership_key set wrapped = o.wrapped from partnership_key o
			where partnership_key.partnership_id = '${office.partnershipId}' and o.partnership_id = '${other.partnershipId}'`,
	);
	for (const { url, statusCode, body } of await pages(started())) {
		expect(statusCode, url).toBe(200);
		expect(body, url).not.toMatch(inside);
		expect(body, url).not.toMatch(/without a coat/);
	}
	const verified = await concord("audit", "verify");
	expect(verified.code).toBe(1);
	expect(verified.out + verified.err).not.toMatch(inside);
	await putBack();
	expect((await concord("audit", "verify")).code).toBe(0);
});

describe("a file that was sent and then damaged", () => {
	const open = async (web: FastifyInstance, file: string) =>
		(await visitorAs(web, office.people.headteacher)).get(`/differences/${id}/files/${file}`);

	test.each([
		[
			"a byte of it was changed",
			"update file_part set content = set_byte(content, 40, (get_byte(content, 40) + 1) % 256)",
		],
		["its end was cut off", "update file_part set content = substr(content, 1, 30)"],
		["a part of it is gone", "delete from file_part"],
		[
			"its key is another file’s",
			"update file set wrapped_key = substr(wrapped_key, 2) || '\\x00'::bytea where seq is not null",
		],
	])("%s", async (_how, damage) => {
		const file = await sendFile();
		expect((await open(started(), file)).body).toContain("a chronology");
		await keepAside("file", "file_part");
		await byHand(damage);
		const web = started();
		const answer = await open(web, file);
		expect(answer.statusCode).toBe(409);
		expect(wordsIn(answer.body)).toContain("It has not been deleted");
		expect(answer.body).not.toContain("a chronology");
		expect(withoutChance(answer.body)).not.toMatch(inside);
		for (const { url, statusCode, body } of await pages(web)) {
			expect(statusCode, url).toBe(200);
			expect(body, url).not.toMatch(inside);
		}
		const verified = await concord("audit", "verify", "--files");
		expect(verified.code).toBe(1);
		expect(verified.out).toContain(`${reference}`);
		expect(verified.out + verified.err).not.toMatch(inside);
		await putBack();
		expect((await open(started(), file)).body).toContain("a chronology");
		expect((await concord("audit", "verify", "--files")).code).toBe(0);
	});
});

test("a published head that was edited, cut short or emptied is not taken for what was published", async () => {
	const published = (await concord("audit", "publish", "--partnership", await nameOf(office))).out;
	const whole = JSON.parse(published);
	const head = whole["concord-head"];
	const against = (text: string) =>
		concord("audit", "verify", "--chains-only", "--against", fileWith("edited.json", text));
	expect(await against(published)).toMatchObject({ code: 0 });
	for (const edited of [
		{ ...whole, "concord-head": { ...head, position: head.position - 1 } },
		{ ...whole, "concord-head": { ...head, partnership: other.partnershipId } },
		{ ...whole, signature: Buffer.alloc(64).toString("base64") },
	])
		expect(await against(JSON.stringify(edited))).toMatchObject({
			code: 1,
			out: expect.stringContaining("What was published was altered: its signature does not hold"),
		});
	for (const cut of ["", published.slice(0, 200)])
		expect(await against(cut)).toMatchObject({
			code: 2,
			out: "",
			err: expect.stringContaining("is no published head, or is damaged"),
		});
});

test("chains of two differences that were swapped, heads and all, are found in both", async () => {
	await keepAside("chain_entry", "chain_head");
	const [aside, there] = [
		"00000000-0000-4000-8000-000000000001",
		"00000000-0000-4000-8000-000000000002",
	];
	await byHand(`
		update chain_entry set chain_id = '${aside}' where chain_id = $ours;
		update chain_entry set chain_id = $ours where chain_id = $beside;
		update chain_entry set chain_id = $beside where chain_id = '${aside}';
		update chain_head set chain_id = '${there}' where chain_id = $ours;
		update chain_head set chain_id = $ours where chain_id = $beside;
		update chain_head set chain_id = $beside where chain_id = '${there}'`);
	const { code, out } = await concord("audit", "verify", "--chains-only");
	expect(code).toBe(1);
	expect(out).toContain(reference);
	expect(out).toContain(besideReference);
	await putBack();
	expect(await concord("audit", "verify", "--chains-only")).toMatchObject({ code: 0 });
});

// The last: what is read meanwhile is linked to what is left, so it cannot be put back.
describe("a chain whose end was cut off", () => {
	const cut = `
		delete from narrative where difference_id = $ours and seq > 5; delete from event where difference_id = $ours and seq > 5;
		delete from chain_entry where chain_id = $ours and position > (select position from chain_entry where chain_id = $ours and kind = 'act' and row_key = '5');
		update chain_head set (position, at, hash) = (select position, at, hash from chain_entry where chain_id = $ours order by position desc limit 1) where chain_id = $ours`;

	test("with its head put back is found by what is derived of it, and by the head that was published", async () => {
		const published = fileWith(
			"head.json",
			(await concord("audit", "publish", "--partnership", await nameOf(office))).out,
		);
		await keepAside("event", "narrative", "chain_entry", "chain_head");
		await byHand(cut);
		for (const { url, statusCode, body } of await pages(started())) {
			expect([200, 404], url).toContain(statusCode);
			expect(body, url).not.toMatch(inside);
		}
		const alone = await concord("audit", "verify", "--difference", reference);
		expect(alone.code).toBe(1);
		expect(alone.out).toContain(reference);
		const beside = await concord("audit", "verify", "--chains-only", "--against", published);
		expect(beside.code).toBe(1);
		expect(beside.out + beside.err).not.toMatch(inside);
	});
});

const nameOf = async ({ partnershipId }: TestPartnership): Promise<string> =>
	(
		await office.db
			.selectFrom("partnership")
			.where("id", "=", partnershipId)
			.select("name")
			.executeTakeFirstOrThrow()
	).name;

async function sendFile(): Promise<string> {
	const { director } = office.people;
	await keepFile(
		office.app,
		director,
		{ owner: null, differenceId: id, page: "formal-resolution.respond" },
		{
			name: "chronology.txt",
			content: (async function* () {
				yield Buffer.from(`${said("a chronology")}\n`);
			})(),
			isCut: () => false,
		},
	);
	await doStep(office, id, director, "formal-resolution.respond", "responded", {
		position: "in-part",
		response: said("response"),
	});
	const { id: file } = await office.db
		.selectFrom("file")
		.where("seq", "is not", null)
		.where("difference_id", "=", id)
		.select("id")
		.executeTakeFirstOrThrow();
	return file;
}
