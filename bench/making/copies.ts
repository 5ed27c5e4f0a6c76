/**
 * Copies of the differences that were played: each under a reference and a key of its own, between agencies and people who are
 * alike to the rules, about children of its own, and with its days moved. The database links them as it links any.
 */
import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { columnsOfReading as readingColumns } from "../../src/chain/chained-rows.ts";
import { hashOfLink, sha256Of, textOfMilestone, textOfRow } from "../../src/chain/link.ts";
import { canonicalJson } from "../../src/domain/canonical-json.ts";
import { codesOf } from "../../src/domain/difference/find-child.ts";
import type { Child } from "../../src/domain/protocol/answers.ts";
import { newReference } from "../../src/domain/reference.ts";
import type { PartnershipKey } from "../../src/keys/keyring.ts";
import { close, type Key, newKey, wrap } from "../../src/keys/sealed.ts";
import { placeOfDifferenceKey } from "../../src/store/keys.ts";
import type { Alike } from "./agencies.ts";
import { childNamed } from "./names.ts";
import { type Copied, firstOf, type Original, type Originals, tablesCopied } from "./originals.ts";
import { joined } from "./pieces.ts";

/** So many stand in one transaction. */
const atOnce = 250;
/** Of each so many pages were opened. */
const readingsOfEach = 4;
const day = 86_400_000;
/** For so many days somebody may still owe what was asked after the end. */
const longestFollowed = 270;

/** Where copies go. */
export type Into = {
	partnershipId: string;
	/** First letters of their references. */
	prefix: string;
	key: PartnershipKey;
	alike: Alike;
	/** What else is called otherwise than in the original: the partnership, its version of the protocol. */
	renamed: Map<string, string>;
	/** References that are taken. */
	taken: Set<string>;
	/** Where the partnership's own chain ends, and when what is added now is linked, as links have it. */
	chain: ChainEnd;
	linkedAt: string;
	/** The number of the next reading. */
	nextReading: number;
	/** The latest moment that an entry may have, in milliseconds. */
	now: number;
	years: number;
};

/** Where a chain ends. */
export type ChainEnd = { position: number; at: string; hash: string };

type Batch = Map<string, string[]>;

/**
 * Adds copies.
 *
 * @param client as the owner, across partnerships, in UTC
 * @param count of copies, of which `open` are under way
 * @param told how many are there
 */
export async function addCopies(
	client: pg.ClientBase,
	{ all, columns }: Originals,
	into: Into,
	{ count, open, chance }: { count: number; open: number; chance: () => number },
	told: (done: number) => void = () => {},
): Promise<void> {
	const underWay = all.filter(({ isOpen }) => isOpen);
	const ended = all.filter(({ isOpen }) => !isOpen);
	const answered = ended.filter(({ isFollowed }) => !isFollowed);
	let loading: Promise<void> = Promise.resolve();
	for (let from = 0; from < count; from += atOnce) {
		const batch: Batch = new Map();
		const until = Math.min(count, from + atOnce);
		for (let nth = from; nth < until; nth++) {
			// Those under way stand among the others, so that they are not side by side on the disk.
			const isOpen = Math.floor(((nth + 1) * open) / count) > Math.floor((nth * open) / count);
			const oneOf = (among: Original[]) => among[Math.floor(chance() * among.length)] as Original;
			let original = oneOf(isOpen ? underWay : ended);
			let days = isOpen ? 0 : daysBack(original, into, chance);
			// What is asked after the end is answered within months, or nobody would still be asked.
			if (original.isFollowed && -days > longestFollowed) {
				original = oneOf(answered);
				days = daysBack(original, into, chance);
			}
			addCopy(batch, original, into, { days, chance });
		}
		await loading;
		loading = load(client, batch, columns, into.partnershipId, { ...into.chain });
		loading.catch(() => {});
		told(until);
	}
	await loading;
	await derive(client, into.partnershipId);
}

/** What the database keeps of new rows by its triggers, which `load` passes over: what is owed, and under which words each is found. */
async function derive(client: pg.ClientBase, partnershipId: string): Promise<void> {
	const { rows } = await client.query<{ id: string }>(
		`select id from difference where partnership_id = $1
		and not exists (select from found_under where difference_id = difference.id)`,
		[partnershipId],
	);
	for (let from = 0; from < rows.length; from += atOnce) {
		const ids = [rows.slice(from, from + atOnce).map(({ id }) => id)];
		await client.query("select keep_owed($1)", ids);
		await client.query(
			`insert into found_under
			select partnership_id, 'reference', part, id from difference, parts_of_reference(reference) part where id = any($1::uuid[])
			union select partnership_id, kind, word, difference_id from event, words_of_act(by_person, detail)
				where difference_id = any($1::uuid[])
			union select partnership_id, kind, word, difference_id from difference_party, words_of_party(agencies, themes, stage)
				where difference_id = any($1::uuid[])
			on conflict do nothing`,
			ids,
		);
	}
}

/** By a number of weeks, so that what was done on a working day still was: any time in the years before, and never later than now. */
function daysBack(
	{ raisedAt, lastAt }: Original,
	{ now, years }: Into,
	chance: () => number,
): number {
	const to = now - chance() * years * 365.25 * day;
	return 7 * Math.floor(Math.min(to - raisedAt, now - 7 * day - lastAt) / day / 7);
}

function addCopy(
	batch: Batch,
	original: Original,
	into: Into,
	{ days, chance }: { days: number; chance: () => number },
): void {
	const { partnershipId } = into;
	const id = randomUUID();
	const key = newKey();
	const add: Add = (table, ...lines) => {
		const there = batch.get(table);
		if (there) there.push(...lines);
		else batch.set(table, lines);
	};
	const children = new Map(
		original.children.map((child) => [child.name, childLike(child, days, chance)]),
	);
	const words = new Map<string, string>([
		[original.reference, referenceIn(into, chance)],
		...[...children].flatMap(([name, { name: now }]): [string, string][] => [
			[firstOf(name), firstOf(now)],
			[name, now],
		]),
	]);
	const uuid = someoneAlike(original, into, id, chance);
	const values = original.places.valuesIn({ uuid, days, word: (was) => words.get(was) ?? was });

	const commitments = new Map<number, [field: string, commitment: string][]>();
	for (const { seq, field, shape, text, children: named } of original.told) {
		const now = named?.map((child) => children.get(child.name) ?? child);
		const told = text ? joined(text, values) : canonicalJson(now);
		const salted = Buffer.concat([randomBytes(16), Buffer.from(told, "utf8")]);
		const commitment = createHash("sha256").update(salted).digest("hex");
		const content = close(key, salted, ["narrative", id, seq, field]).toString("hex");
		add(
			"narrative",
			`${id}\t${partnershipId}\t${seq}\t${field}\t\\\\x${content}\t${shape}\t\\\\x${commitment}\n`,
		);
		commitments.set(seq, [...(commitments.get(seq) ?? []), [field, commitment]]);
		if (now) add("about_index", ...codesIn(now, into, id, seq, field));
	}
	const links: { kind: string; key: string; at: string; digest: string; ends?: boolean }[] = [];
	for (const { seq, ends, columns } of original.acts) {
		const said = joined(columns, values);
		const of = Object.fromEntries(commitments.get(seq) ?? []);
		const digest = sha256Of(`{"columns":${said},"narrative":${canonicalJson(of)},"table":"event"}`);
		links.push({ kind: "act", key: String(seq), at: atIn(said), digest, ends });
		// What was signed holds other names and days now; whoever signed it signs that.
		const signature = original.signed.get(seq);
		if (signature) original.places.put(values, signature, digest);
	}
	for (const [table, pieces] of Object.entries(original.rows)) add(table, joined(pieces, values));
	const wrapped = wrap(into.key.ofDifferences, key, placeOfDifferenceKey(partnershipId, id));
	add(
		"difference_key",
		`${id}\t${partnershipId}\t${into.key.id}\t\\\\x${wrapped.toString("hex")}\n`,
	);
	for (let nth = 0; nth < readingsOfEach; nth++) {
		const by = original.readers[nth % original.readers.length];
		if (!by) break;
		const at = new Date(original.lastAt + days * day + nth * 60_000).toISOString().slice(0, 19);
		const row = {
			at: `${at}+00:00`,
			difference_id: id,
			id: String(into.nextReading++),
			partnership_id: partnershipId,
			person_id: uuid(by),
			what: "difference",
		};
		add("reading", `${readingColumns.map((column) => row[column]).join("\t")}\n`);
		links.push({
			kind: "read",
			key: row.id,
			at: atIn(`{"at":"${row.at}"`),
			digest: sha256Of(textOfRow("reading", row)),
		});
	}
	linkCopy(add, into, id, links, joined(original.row, values));
}

type Add = (table: string, ...lines: string[]) => void;

/** Links a copy as the database would when its transaction ends; the check of the whole record holds the two to be the same. */
function linkCopy(
	add: Add,
	into: Into,
	id: string,
	links: { kind: string; key: string; at: string; digest: string; ends?: boolean }[],
	row: string,
): void {
	const { partnershipId, chain } = into;
	const link = (
		end: ChainEnd,
		of: string,
		kind: string,
		key: string,
		at: string,
		digest: string,
	) => {
		const position = end.position + 1;
		const linkedAt = at > end.at ? at : end.at;
		const previous = end.position === 0 ? null : end.hash;
		const hash = hashOfLink({ chain: of, position, kind, key, at: linkedAt, digest, previous });
		add(
			"chain_entry",
			`${of}\t${position}\t${partnershipId}\t${kind}\t${key}\t${linkedAt}\t\\\\x${digest}\t${previous === null ? "\\N" : `\\\\x${previous}`}\t\\\\x${hash}\n`,
		);
		Object.assign(end, { position, at: linkedAt, hash });
	};
	link(
		chain,
		partnershipId,
		"difference",
		id,
		into.linkedAt,
		sha256Of(`{"columns":${row},"table":"difference"}`),
	);
	const own: ChainEnd = { position: 0, at: "", hash: "" };
	for (const { kind, key, at, digest, ends } of links) {
		link(own, id, kind, key, at, digest);
		for (const [milestone, isNow] of [
			["difference-begun", key === "1" && kind === "act"],
			["difference-ended", ends],
		] as const)
			if (isNow)
				link(chain, partnershipId, milestone, id, at, sha256Of(textOfMilestone(id, own.hash)));
	}
	add("chain_head", `${id}\t${partnershipId}\t${own.position}\t${own.at}\t\\\\x${own.hash}\n`);
}

/** When an act was done, as links have it: its canonical text begins with that. */
function atIn(columns: string): string {
	const [, second = "", fraction = ""] =
		/^\{"at":"([^".+]+)(?:\.(\d+))?\+00:00"/.exec(columns) ?? [];
	return `${second}.${fraction.padEnd(6, "0")}Z`;
}

/** For each identifier of an original who or what stands in its place: one and the same throughout a copy. */
function someoneAlike(
	original: Original,
	{ alike, renamed }: Into,
	id: string,
	chance: () => number,
): (was: string) => string {
	const now = new Map<string, string>([[original.id, id]]);
	/** Nobody stands for two. */
	const chosen = new Set<string>();
	const oneOf = (among: string[]) => among[Math.floor(chance() * among.length)];
	const agencyNow = (was: string): string => {
		const there = now.get(was) ?? oneOf(alike.agencies.get(was) ?? []) ?? was;
		now.set(was, there);
		return there;
	};
	return (was) => {
		const there = now.get(was);
		if (there !== undefined) return there;
		let is = renamed.get(was);
		if (is === undefined && alike.agencies.has(was)) return agencyNow(was);
		const person = alike.people.get(was);
		if (person) {
			const there = (person.in.get(agencyNow(person.agency)) ?? []).filter(
				(each) => !chosen.has(each),
			);
			is = oneOf(there) ?? was;
			chosen.add(is);
		}
		if (original.messages.has(was)) is = randomUUID();
		now.set(was, is ?? was);
		return is ?? was;
	};
}

let born = 0;
function childLike({ dateOfBirth }: Child, days: number, chance: () => number): Child {
	const number = ++born;
	const moved = dateOfBirth
		? new Date(Date.parse(dateOfBirth) + (days - Math.floor(chance() * 300)) * day).toISOString()
		: "";
	return {
		name: childNamed(number),
		dateOfBirth: moved.slice(0, 10),
		identifier: number % 5 < 2 ? String(4_000_000_000 + number * 7) : "",
	};
}

function referenceIn({ prefix, taken }: Into, chance: () => number): string {
	for (;;) {
		const reference = newReference(prefix, (below) => Math.floor(chance() * below));
		if (taken.has(reference)) continue;
		taken.add(reference);
		return reference;
	}
}

function codesIn(
	children: Child[],
	{ key, partnershipId }: Into,
	id: string,
	seq: number,
	field: string,
): string[] {
	const lines = children
		.flatMap(codesOf)
		.map(
			({ kind, text }) =>
				`${id}\t${seq}\t${field}\t${partnershipId}\t${key.id}\t${kind}\t${codeOf(key.ofIndex, `${kind}\n${text}`)}\n`,
		);
	return [...new Set(lines)];
}

const codes = new WeakMap<Key, Map<string, number>>();
function codeOf(key: Key, text: string): number {
	const known = codes.get(key) ?? new Map<string, number>();
	codes.set(key, known);
	const there = known.get(text) ?? (createHmac("sha256", key).update(text).digest()[0] as number);
	if (known.size < 100_000) known.set(text, there);
	return there;
}

/** Columns of what is not copied row by row. */
const otherColumns = {
	difference_key: ["difference_id", "partnership_id", "partnership_key_id", "wrapped"],
	narrative: ["difference_id", "partnership_id", "seq", "field", "content", "shape", "commitment"],
	about_index: [
		"difference_id",
		"seq",
		"field",
		"partnership_id",
		"partnership_key_id",
		"kind",
		"code",
	],
	reading: readingColumns,
	chain_entry: [
		"chain_id",
		"position",
		"partnership_id",
		"kind",
		"row_key",
		"at",
		"digest",
		"previous",
		"hash",
	],
	chain_head: ["chain_id", "partnership_id", "position", "at", "hash"],
};

/** What holds a row to others and links it is done here and checked afterwards: row by row it takes ten times as long. */
async function load(
	client: pg.ClientBase,
	batch: Batch,
	columns: Originals["columns"],
	partnershipId: string,
	chain: ChainEnd,
): Promise<void> {
	await client.query("begin; set local session_replication_role = replica");
	for (const table of [
		"difference",
		"difference_key",
		"event",
		"narrative",
		"about_index",
		...Object.keys(tablesCopied).slice(2),
		"reading",
		"chain_entry",
		"chain_head",
	]) {
		const lines = batch.get(table);
		if (!lines) continue;
		const names = columns[table as Copied] ?? otherColumns[table as keyof typeof otherColumns];
		await pipeline(
			Readable.from([lines.join("")]),
			client.query(
				copyFrom(`copy "${table}" (${names.map((name) => `"${name}"`).join(", ")}) from stdin`),
			),
		);
	}
	await client.query(
		"update chain_head set position = $2, at = $3, hash = decode($4, 'hex') where chain_id = $1",
		[partnershipId, chain.position, chain.at, chain.hash],
	);
	await client.query("commit");
}
