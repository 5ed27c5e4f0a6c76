/** What is to be said of an old log before its lines can be read: which column is which, and what its words mean. */
import {
	guessColumns,
	guessDates,
	type Mapping,
	mostValues,
	noMapping,
	type OldLogColumn,
	oldLogColumnNames,
	oldLogColumns,
	splitThemes,
	type ValueKind,
	valueKey,
	valueKinds,
} from "../domain/learning/old-log/mapping.ts";
import { type Choice, choicesOf } from "../domain/learning/old-log/meanings.ts";
import type { TypedRow } from "../domain/learning/old-log/typed-table.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Said, said } from "../domain/said.ts";
import { type Agency, listAgencies } from "../store/agencies.ts";
import { latestMapping, linesOf, type OldLog, wordsOfColumns } from "../store/old-logs.ts";
import type { OldLogApp } from "./old-log.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** The values of one kind that a file has, each once, and what they can mean. */
export type WordsAsked = {
	kind: ValueKind;
	choices: Choice[];
	values: { key: string; value: string; lines: number }[];
};

/** How the last file of its protocol was read; nothing said where there was none. */
export const mappingBefore = async (app: OldLogApp, log: OldLog): Promise<Mapping> =>
	(await latestMapping(app.db, log.partnershipId, log.protocol)) ?? noMapping;

/** As many as one piece has: enough to tell how dates are written. */
export async function firstLines(app: OldLogApp, log: OldLog): Promise<TypedRow[]> {
	for await (const rows of linesOf(app.db, log.id)) return rows;
	return [];
}

/** What is known of the columns before anybody has said it. `dates` is left out where both orders could be meant. */
export async function guessMapping(
	app: OldLogApp,
	log: OldLog,
	rows: TypedRow[],
): Promise<Pick<Mapping, "columns" | "withoutEnd"> & Partial<Pick<Mapping, "dates">>> {
	const before = await mappingBefore(app, log);
	const columns = guessColumns(log.headings, before.columns);
	const dates = guessDates(daysIn(log, columns, rows));
	return { columns, withoutEnd: before.withoutEnd, ...(dates && { dates }) };
}

/** What stands in the columns of days. */
export const daysIn = (log: OldLog, columns: Mapping["columns"], rows: TypedRow[]): string[] => {
	const days = oldLogColumnNames
		.filter((column) => oldLogColumns[column].is === "day")
		.flatMap((column) => columns[column] ?? [])
		.map((heading) => log.headings.indexOf(heading));
	return rows.flatMap(({ cells }) => days.map((at) => cells[at] ?? ""));
};

const kindOf = (column: OldLogColumn): ValueKind | undefined =>
	valueKinds.find((kind) => kind === oldLogColumns[column].is);

/** A column whose words are to be given a meaning and are too many for that. */
export async function columnWithTooMany(
	app: OldLogApp,
	log: OldLog,
	columns: Mapping["columns"],
): Promise<{ column: OldLogColumn; wrong: Said } | undefined> {
	const words = await wordsOfColumns(app.db, log);
	for (const column of oldLogColumnNames) {
		const heading = columns[column];
		if (!heading || !kindOf(column)) continue;
		if (!words[log.headings.indexOf(heading)])
			return {
				column,
				wrong: said`“${heading}” has more than ${mostValues} different words. Select another column, or leave this out`,
			};
	}
	return undefined;
}

/** Each word of the file that is to be given a meaning. @throws Refusal 'no-protocol' */
export async function wordsAsked(
	app: OldLogApp,
	log: OldLog,
	columns: Mapping["columns"],
): Promise<WordsAsked[]> {
	const known = await knownTo(app, log);
	const words = await wordsOfColumns(app.db, log);
	const asked: WordsAsked[] = [];
	for (const kind of valueKinds) {
		const found = new Map<string, { value: string; lines: number }>();
		for (const column of oldLogColumnNames) {
			const heading = columns[column];
			if (!heading || kindOf(column) !== kind) continue;
			for (const { value, lines } of words[log.headings.indexOf(heading)] ?? [])
				for (const part of kind === "theme" ? splitThemes(value) : [value]) {
					const here = found.get(valueKey(part)) ?? { value: part, lines: 0 };
					found.set(valueKey(part), { ...here, lines: here.lines + lines });
				}
		}
		if (found.size > 0)
			asked.push({
				kind,
				choices: choicesOf(kind, known),
				values: [...found].map(([key, each]) => ({ ...each, key })),
			});
	}
	return asked;
}

/** The protocol and the agencies that its words can mean. @throws Refusal 'no-protocol' */
export async function knownTo(
	app: OldLogApp,
	{ partnershipId, protocol }: OldLog,
): Promise<{ protocol: Protocol; agencies: Agency[] }> {
	const { now } = await partnershipClock(app, app.db, partnershipId);
	const day = now.toPlainDate().toString();
	const found = await app.protocols.inForce(app.db, partnershipId, day, protocol);
	if (!found) throw new Refusal("no-protocol", "The protocol of this log is not in force.");
	return { protocol: found.protocol, agencies: await listAgencies(app.db, partnershipId) };
}
