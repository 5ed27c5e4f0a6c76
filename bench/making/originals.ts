/** The differences that were played, each with all that it has in the database, taken apart so that copies can be made of it. */
import type pg from "pg";
import { chainedTables, columnsOfAct } from "../../src/chain/chained-rows.ts";
import { canonicalJson } from "../../src/domain/canonical-json.ts";
import { childrenOf } from "../../src/domain/difference/find-child.ts";
import type { Child } from "../../src/domain/protocol/answers.ts";
import type { Db } from "../../src/store/db.ts";
import { openTold, selectSealed } from "../../src/store/sealed-narrative.ts";
import { type Pieces, Places } from "./pieces.ts";

/** What is copied row by row, in an order in which each names only what is there. Of each the column that names the difference. */
export const tablesCopied = {
	difference: "id",
	event: "difference_id",
	difference_party: "difference_id",
	difference_person: "difference_id",
	open_step: "difference_id",
	open_question: "difference_id",
	record_owed: "difference_id",
	clock: "difference_id",
	counted: "difference_id",
	message: "difference_id",
	reminder: "difference_id",
	feedback_invitation: "difference_id",
} as const;
export type Copied = keyof typeof tablesCopied;

/** Something that was told, before it is sealed under the key of a copy. */
export type Told = {
	seq: number;
	field: string;
	shape: string;
	/** Its canonical text; absent where it names those whom it is about. */
	text?: Pieces;
	children?: Child[];
};

export type Original = {
	id: string;
	reference: string;
	isOpen: boolean;
	/** It has ended, and what was asked after that is not answered yet. */
	isFollowed: boolean;
	/** Milliseconds at which it was raised, and at which its record ends. */
	raisedAt: number;
	lastAt: number;
	places: Places;
	/** The rows of each table as COPY reads them, with a line end after each. */
	rows: { [Table in Copied]?: Pieces };
	told: Told[];
	children: Child[];
	/** The own row of the difference, by those of its columns that the chain of its partnership has. */
	row: Pieces;
	/** Each act, by the canonical text of its columns, as the chain of its difference has it. */
	acts: { seq: number; ends: boolean; columns: Pieces }[];
	/** By the act that somebody signed, the text by which the signature stood. */
	signed: Map<number, string>;
	messages: Set<string>;
	/** People who have a part in it, for readings. */
	readers: string[];
};

export type Originals = { all: Original[]; columns: { [Table in Copied]: string[] } };

/** @param client as the owner, across partnerships, in UTC */
export async function readOriginals(
	client: pg.ClientBase,
	db: Db,
	partnershipId: string,
): Promise<Originals> {
	const columns = {} as Originals["columns"];
	for (const table of Object.keys(tablesCopied) as Copied[])
		columns[table] = await columnsOf(client, table);
	const { rows: differences } = await client.query<{
		id: string;
		reference: string;
		status: string;
		raised: Date;
		last: Date;
		followed: boolean;
	}>(
		`select id, reference, status, raised_at as raised, (select max(at) from event where difference_id = id) as last,
			coalesce((select is_followed from counted where difference_id = id), false) as followed
		from difference where partnership_id = $1 order by raised_at, id`,
		[partnershipId],
	);
	const all: Original[] = [];
	for (const { id, reference, status, raised, last, followed } of differences) {
		const sealed = await selectSealed(db)
			.where("narrative.difference_id", "=", id)
			.orderBy("narrative.seq")
			.orderBy("narrative.field")
			.execute();
		const opened = (await openTold(db, sealed)).map((told) => {
			if (!("content" in told)) throw told;
			return told.content;
		});
		const children = distinct(opened.flatMap(childrenOf));
		const { rows: signs } = await client.query<{ act: number; sha256: string }>(
			`select (signed ->> 'act')::int as act, signed ->> 'sha256' as sha256 from event, jsonb_array_elements(detail -> 'signs') as signed
			where difference_id = $1`,
			[id],
		);
		const places = new Places([
			reference,
			...children.flatMap(({ name }) => [name, firstOf(name)]),
			...signs.map(({ sha256 }) => sha256),
		]);
		const rows: Original["rows"] = {};
		for (const [table, key] of Object.entries(tablesCopied) as [Copied, string][]) {
			// What was mailed of something that has ended long ago is not kept.
			if (status === "ended" && isMail(table)) continue;
			const lines = await linesOf(client, table, columns[table], key, id);
			if (lines) rows[table] = places.cut(lines);
		}
		const { rows: messages } = await client.query<{ id: string }>(
			"select id from message where difference_id = $1",
			[id],
		);
		const { rows: readers } = await client.query<{ by: string }>(
			"select distinct by_person as by from event where difference_id = $1 and by_person is not null order by 1",
			[id],
		);
		all.push({
			id,
			reference,
			isOpen: status === "open",
			isFollowed: status === "ended" && followed,
			raisedAt: raised.getTime(),
			lastAt: last.getTime(),
			places,
			rows,
			told: sealed.map(({ seq, field, shape }, nth) => {
				const content = opened[nth];
				const about = childrenOf(content);
				return {
					seq,
					field,
					shape,
					...(about.length > 0
						? { children: about }
						: { text: places.cut(canonicalJson(content)) }),
				};
			}),
			children,
			row: places.cut(await columnsIn(client, "difference", chainedTables.difference.columns, id)),
			acts: (await actsOf(client, id)).map(({ seq, type, columns }) => ({
				seq,
				ends: type === "ended",
				columns: places.cut(columns),
			})),
			signed: new Map(signs.map(({ act, sha256 }) => [act, sha256])),
			messages: new Set(messages.map((message) => message.id)),
			readers: readers.map(({ by }) => by),
		});
	}
	return { all, columns };
}

const isMail = (table: Copied): boolean => table === "message" || table === "reminder";

export const firstOf = (name: string): string => name.split(" ")[0] ?? name;

const distinct = (children: Child[]): Child[] => [
	...new Map(children.map((child) => [child.name, child])).values(),
];

/** Those that are written, not worked out by the database. */
async function columnsOf(client: pg.ClientBase, table: string): Promise<string[]> {
	const { rows } = await client.query<{ column_name: string }>(
		`select column_name from information_schema.columns where table_schema = 'public' and table_name = $1
		and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position`,
		[table],
	);
	return rows.map(({ column_name }) => column_name);
}

async function linesOf(
	client: pg.ClientBase,
	table: string,
	columns: string[],
	key: string,
	id: string,
): Promise<string> {
	const { rows } = await client.query<(string | null)[]>({
		rowMode: "array",
		text: `select ${columns.map((column) => `"${column}"::text`).join(", ")} from "${table}" where "${key}" = $1 order by ${table === "event" ? "event.seq" : "ctid"}`,
		values: [id],
	});
	return rows.map((row) => `${row.map(asCopied).join("\t")}\n`).join("");
}

/** A value in the text format of COPY. */
const asCopied = (value: string | null): string =>
	value === null
		? "\\N"
		: value.replace(/[\\\n\r\t]/g, (letter) => escapes[letter as keyof typeof escapes]);
const escapes = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The canonical text of some columns of a row. */
async function columnsIn(
	client: pg.ClientBase,
	table: "difference",
	names: readonly string[],
	id: string,
): Promise<string> {
	const { rows } = await client.query<{ columns: Record<string, string | null> }>(
		`select jsonb_object_agg(name, to_jsonb("${table}") ->> name) as columns from "${table}", unnest($2::text[]) as name where id = $1`,
		[id, names],
	);
	return canonicalJson(rows[0]?.columns);
}

async function actsOf(
	client: pg.ClientBase,
	id: string,
): Promise<{ seq: number; type: string; columns: string }[]> {
	const { rows } = await client.query<{
		seq: number;
		type: string;
		columns: Record<string, string | null>;
	}>(
		`select seq, type, (select jsonb_object_agg(name, to_jsonb(event) ->> name) from unnest($2::text[]) as name) as columns
		from event where difference_id = $1 order by seq`,
		[id, columnsOfAct],
	);
	return rows.map((row) => ({ ...row, columns: canonicalJson(row.columns) }));
}
