/**
 * Makes the data directory of a rehearsal with as many differences as are asked for, on an embedded database:
 *
 *   npx tsx bench/generate.ts --differences 1000,20000,100000 --to DIRECTORY [--partnerships 150] [--check 40]
 *
 * In `DIRECTORY/1k` and so on; `npm start` with CONCORD_DATA set to one of them serves it. Harbour Vale has some 60 agencies and
 * 1,000 people then. A few hundred differences of every shape are played by the real actions (making/partnership.ts), the others
 * are their copies (making/copies.ts): of each 1,000 some 75 are under way, the rest ended over ten years. With `--partnerships`
 * they are spread over so many, all like Harbour Vale. `--check` verifies the chains of the whole record, of some of many
 * partnerships, and replays so many of the copies, as `concord audit verify` does; it fails when anything is wrong.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { makeCheckpoint } from "../src/actions/checkpoint.ts";
import { openKeys } from "../src/actions/open-keys.ts";
import { verifyRecord } from "../src/actions/verify-record.ts";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { prepareDatabase } from "../src/jobs/prepare-database.ts";
import { usualKeyFile } from "../src/key-holders/open-key-holder.ts";
import { partnershipId } from "../src/rehearsal/identifiers.ts";
import { type Db, transact } from "../src/store/db.ts";
import { partnershipKeyInUse } from "../src/store/keys.ts";
import { appOn } from "../test/support/partnership.ts";
import type { Alike } from "./making/agencies.ts";
import { makeAnother } from "./making/another.ts";
import { clientOn } from "./making/client.ts";
import { addCopies } from "./making/copies.ts";
import { readOriginals } from "./making/originals.ts";
import { makePartnership } from "./making/partnership.ts";
import { seeded } from "./making/seeded.ts";

/** Of all differences so many are under way. */
const shareOpen = 0.075;
const years = 10;

const { values } = parseArgs({
	options: {
		differences: { type: "string", default: "1000" },
		to: { type: "string" },
		partnerships: { type: "string", default: "1" },
		check: { type: "string", default: "40" },
	},
});
if (!values.to) throw new Error("Say where to with --to");
const to = resolve(values.to);
const sizes = values.differences
	.split(",")
	.map(Number)
	.sort((one, other) => one - other);
const many = Number(values.partnerships);
/** One and the same for all sizes. */
const now = Temporal.Now.instant();
const say = (what: string) =>
	console.log(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${what}`);

mkdirSync(to, { recursive: true, mode: 0o711 });
const base = join(to, "played");
const alikeIn = (directory: string) => join(directory, "alike.json");
if (!existsSync(alikeIn(base))) {
	await onDirectory(base, async (_url, owner) => {
		const alike = await makePartnership(appOn(owner, () => now));
		writeFileSync(alikeIn(base), JSON.stringify(toJson(alike)));
	});
	say("differences of every shape are played");
}

for (const size of sizes) {
	const directory = join(to, size % 1000 === 0 ? `${size / 1000}k` : String(size));
	// With whose its files are: PostgreSQL runs as another user than root.
	execFileSync("cp", ["-a", base, directory]);
	await onDirectory(directory, (url, owner) => fill(url, owner, directory, size));
}
process.exit();

/** Does something with the embedded database of a data directory, which need not survive a power cut. */
async function onDirectory(
	directory: string,
	work: (url: string, owner: Db) => Promise<void>,
): Promise<void> {
	const postgres = await startEmbeddedPostgres({ directory, fsync: false });
	const said = { file: usualKeyFile(directory), isNamed: false, service: undefined };
	const { keys } = await openKeys(postgres.url, said, now);
	const { owner } = await prepareDatabase(postgres.url, { across: "command", keys });
	await work(postgres.url, owner);
	await owner.destroy();
	await postgres.stop();
}

async function fill(url: string, owner: Db, directory: string, size: number): Promise<void> {
	const app = appOn(owner, () => now);
	const client = await clientOn(url);
	const originals = await readOriginals(client, owner, partnershipId);
	const alike = fromJson(readFileSync(alikeIn(directory), "utf8"));
	const { rows: partnerships } = await client.query<{ ahead: number; prefix: string }>(
		"select clock_ahead as ahead, reference_prefix as prefix from partnership where id = $1",
		[partnershipId],
	);
	const { ahead = 0, prefix = "" } = partnerships[0] ?? {};
	const began = performance.now();
	const made: string[] = [];
	for (let nth = 0; nth < many; nth++) {
		const into =
			nth === 0
				? { partnershipId, prefix, alike, renamed: new Map<string, string>() }
				: await transact(owner, (trx) => makeAnother(trx, nth, alike));
		made.push(into.partnershipId);
		// The originals are the first of Harbour Vale's.
		const there = nth === 0 ? originals.all : [];
		const here = Math.round(size / many);
		const { rows: ends } = await client.query<{
			position: number;
			at: string;
			hash: string;
			readings: string;
		}>(
			`select position, chain_time(at) as at, encode(hash, 'hex') as hash, (select coalesce(max(id), 0) from reading) as readings
			from chain_head where chain_id = $1`,
			[into.partnershipId],
		);
		const [end] = ends;
		if (!end) throw new Error("A partnership has no chain");
		await addCopies(
			client,
			originals,
			{
				...into,
				key: await transact(owner, (trx) => partnershipKeyInUse(trx, into.partnershipId)),
				taken: new Set(there.map(({ reference }) => reference)),
				chain: { position: end.position, at: end.at, hash: end.hash },
				linkedAt: now.add({ seconds: ahead }).toString({ fractionalSecondDigits: 6 }),
				nextReading: Number(end.readings) + 1,
				now: now.add({ seconds: ahead }).epochMilliseconds,
				years,
			},
			{
				count: Math.max(0, here - there.length),
				open: Math.max(
					0,
					Math.round(here * shareOpen) - there.filter(({ isOpen }) => isOpen).length,
				),
				chance: seeded(7 + nth),
			},
			(done) => {
				if (many === 1 && done % 10_000 === 0) say(`${size}: ${done} copied`);
			},
		);
		await client.query(
			"select setval(pg_get_serial_sequence('reading', 'id'), greatest(1, (select max(id) from reading)))",
		);
		if (many > 1 && (nth + 1) % 10 === 0) say(`${size}: ${nth + 1} partnerships`);
	}
	say(
		`${size}: ${Math.round((size - originals.all.length) / ((performance.now() - began) / 1000))} copies a second of ${originals.all.length} originals`,
	);
	await client.query("vacuum (analyze)");
	for (const each of made) await makeCheckpoint(app, each);
	say(`${size}: vacuumed and signed`);
	// Of many some are verified: the first, the last, and one between.
	const verified = new Set([made[0], made[Math.floor(many / 2)], made.at(-1)]);
	for (const each of verified) if (each) await check(app, client, each, Number(values.check));
	await client.end();
}

/** @throws Error where the record is not what it should be */
async function check(
	app: ReturnType<typeof appOn>,
	client: Awaited<ReturnType<typeof clientOn>>,
	partnership: string,
	sample: number,
): Promise<void> {
	if (sample === 0) return;
	const whole = await verifyRecord(app, partnership, { replay: false });
	const { rows } = await client.query<{ id: string }>(
		"select id from difference where partnership_id = $1 order by md5(id::text) limit $2",
		[partnership, sample],
	);
	const faults = [...whole.faults];
	for (const { id } of rows)
		faults.push(...(await verifyRecord(app, partnership, { difference: id })).faults);
	say(
		`${partnership}: ${whole.entries} entries of ${whole.differences} chains verified, ${rows.length} differences replayed, ${faults.length} faults`,
	);
	for (const fault of faults.slice(0, 10)) console.log(fault);
	if (faults.length > 0) throw new Error("The record is not as it should be");
}

function toJson({ agencies, people }: Alike): object {
	return {
		agencies: [...agencies],
		people: [...people].map(([id, person]) => [id, { ...person, in: [...person.in] }]),
	};
}

function fromJson(text: string): Alike {
	const { agencies, people } = JSON.parse(text);
	return {
		agencies: new Map(agencies),
		people: new Map(
			people.map(([id, person]: [string, { agency: string; in: [string, string[]][] }]) => [
				id,
				{ ...person, in: new Map(person.in) },
			]),
		),
	};
}
