/**
 * `concord import`: the page “Import an old log” as a command. It asks the same actions in somebody's name, says each line's
 * fault, and imports nothing unless it is told to.
 */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import {
	askForOldLog,
	chooseOldLog,
	mapOldLog,
	throwAwayOldLog,
	undoImport,
} from "../actions/old-log.ts";
import {
	columnWithTooMany,
	daysIn,
	firstLines,
	guessMapping,
	mappingBefore,
	wordsAsked,
} from "../actions/old-log-words.ts";
import { partnershipClock } from "../actions/partnership-clock.ts";
import { sayNumber } from "../domain/english.ts";
import { afterImport, type CheckedLog } from "../domain/learning/old-log/check-old-log.ts";
import {
	guessDates,
	type Mapping,
	missingIn,
	noMapping,
	oldLogColumnNames,
	oldLogColumns,
	type ValueKind,
	valueKey,
} from "../domain/learning/old-log/mapping.ts";
import {
	draftMappingFile,
	meaningSaid,
	readMappingFile,
	type SaidMapping,
} from "../domain/learning/old-log/mapping-file.ts";
import { yearOf } from "../domain/learning/period.ts";
import { inEnglish } from "../domain/said.ts";
import { findOldLog, formsByYear, listOldLogs, type OldLog } from "../store/old-logs.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import { type Command, type ExitCode, exit, type Io, WrongCall } from "./command.ts";
import { importAll, importAllUsage } from "./import-all.ts";
import { notAllowed } from "./not-allowed.ts";
import { type Acting, actingFor } from "./open-concord.ts";
import { protocolInForce } from "./partnership-in.ts";
import { textOf } from "./read-file.ts";
import { writeOut } from "./write-out.ts";

export const importCommand: Command = {
	name: "import",
	summary: "Import an old log, for reports to compare with, or a whole partnership",
	usage: `Usage:
  concord import FILE --as ADDRESS [--mapping FILE] [--title WORDS] [--protocol NAME] [--apply]
  concord import FILE --as ADDRESS --draft-mapping FILE
  concord import --undo BATCH --as ADDRESS
${importAllUsage.split("\n\n")[0]}

Does what the page ‘Import an old log’ does, in the database of the Concord whose settings stand in
the environment (DATABASE_URL, or the one in CONCORD_DATA). FILE is an Excel workbook (.xlsx) or CSV.
Nothing is imported without --apply: each line's fault is named, or what reports would count. With a
fault nothing is imported. All of a file comes in, or nothing does.

  --as             the e-mail address of somebody of the Business Unit: it is done in their name
  --mapping        a file that says which column is which and what words mean; what it does not say
                   is guessed, as the page does, and said
  --draft-mapping  writes such a file, to be filled in, and imports nothing
  --title          what reports call it, such as ‘the log of 2024/25’; else the file's name
  --protocol       the name of one of several protocols in force, such as somerset-rpd
  --apply          imports it, and says under which batch
  --undo           takes the import of a batch out again
  --partnership    the name of one of several partnerships, for an address of several

Exit code 1: there are faults, or something is to be said in the mapping.

${importAllUsage.split("\n\n").slice(1).join("\n\n")}`,
	run: async (args, io) => {
		if (args.includes("--all")) return importAll(args, io);
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				as: { type: "string" },
				protocol: { type: "string" },
				mapping: { type: "string" },
				"draft-mapping": { type: "string" },
				title: { type: "string" },
				apply: { type: "boolean", default: false },
				undo: { type: "string" },
				partnership: { type: "string" },
			},
		});
		const [file, ...more] = positionals;
		const { undo, apply, "draft-mapping": draft } = values;
		const called = { email: values.as, partnership: values.partnership };
		if (undo !== undefined) {
			if (file) throw new WrongCall("‘--undo’ takes a batch, and no file.");
			return actingFor(io, called, (acting) => undoBatch(io, acting, undo));
		}
		if (!file || more.length > 0) throw new WrongCall("Name one file to import.");
		if (apply && draft)
			throw new WrongCall("‘--draft-mapping’ imports nothing: leave ‘--apply’ out.");
		const said = values.mapping === undefined ? nothingSaid : await mappingIn(values.mapping);
		const content = await bytesOf(file);
		const title = values.title?.trim() || basename(file);
		return actingFor(io, called, async (acting) => {
			const protocol = await protocolFor(acting, values.protocol);
			return withLog(acting, { protocol, title, fileName: basename(file), content }, (log) =>
				importLog(io, acting, log, said, { apply, draft }),
			);
		});
	},
};

const nothingSaid: SaidMapping = {
	columns: {},
	values: { agency: {}, theme: {}, stage: {}, ending: {} },
};

/** @throws WrongCall */
async function mappingIn(file: string): Promise<SaidMapping> {
	const said = readMappingFile(await textOf(file));
	if ("wrong" in said) throw new WrongCall(`‘${file}’ is no mapping.\n${said.wrong.join("\n")}`);
	return said;
}

/** @throws WrongCall */
async function bytesOf(file: string): Promise<Uint8Array> {
	try {
		return await readFile(file);
	} catch (problem) {
		throw new WrongCall(notAllowed(file, "read", problem));
	}
}

/** @throws WrongCall */
async function protocolFor({ app, by }: Acting, name: string | undefined): Promise<string> {
	const { now } = await partnershipClock(app, app.db, by.partnershipId);
	const day = now.toPlainDate().toString();
	const inForce = await app.protocols.listInForce(app.db, by.partnershipId, day);
	const protocols = inForce.map(({ protocol }) => protocol);
	if (name === undefined && protocols.length > 1)
		throw new WrongCall(
			`Say under which protocol: ‘--protocol’ ${protocols.map(({ id }) => id).join(", ")}.`,
		);
	return protocolInForce(protocols, name).id;
}

/** Has the file read as the page does; what is not imported in the end is thrown away. @throws WrongCall */
async function withLog(
	acting: Acting,
	given: Parameters<typeof chooseOldLog>[2],
	use: (log: OldLog) => Promise<ExitCode>,
): Promise<ExitCode> {
	const { app, by, doAsked } = acting;
	const { megabytes } = app.files.limits;
	if (given.content.length > megabytes * 1024 * 1024)
		throw new WrongCall(`The file is larger than ${megabytes} MB.`);
	const id = await chooseOldLog(app, by, given);
	try {
		await doAsked();
		const log = await found(acting, id);
		if (log.fileState === "waiting")
			throw new WrongCall(
				"The file was not read: the virus scanner cannot be reached, or none is set up (CONCORD_CLAMD).",
			);
		if (log.state === "reading") throw new WrongCall(await whatWentWrong(acting, id));
		return await use(log);
	} finally {
		const log = await findOldLog(app.db, by.partnershipId, id);
		if (log && log.state !== "imported") await throwAwayOldLog(app, by, id);
	}
}

async function found({ app, by }: Acting, id: string): Promise<OldLog> {
	const log = await findOldLog(app.db, by.partnershipId, id);
	if (!log) throw new WrongCall("Somebody threw this file away meanwhile. Import it again.");
	return log;
}

const whatWentWrong = async ({ app }: Acting, id: string): Promise<string> =>
	(await latestTaskAbout(app.db, id))?.wrong ?? "It did not work. Try again.";

async function importLog(
	io: Io,
	acting: Acting,
	log: OldLog,
	said: SaidMapping,
	{ apply, draft }: { apply: boolean; draft: string | undefined },
): Promise<ExitCode> {
	const { app, by, doAsked } = acting;
	io.err.write(`${sayNumber(log.lines)} lines read (${log.readAs}).\n`);
	const columns = await columnsOf(acting, log, said);
	const words = await meaningsOf(acting, log, columns.columns, said);
	if (draft !== undefined) {
		await writeOut(io, draft, draftMappingFile(columns, words.drafted));
		return exit.ok;
	}
	const missing = [
		...columns.wrong,
		...(columns.dates === undefined
			? ["dates: Say whether 03/04/2024 is day-first or month-first"]
			: []),
		...words.wrong,
	];
	if (missing.length > 0 || columns.dates === undefined)
		return told(io, [
			"Say these in the mapping first (‘--draft-mapping’ writes one to fill in):",
			...missing.map((each) => `  ${each}`),
		]);
	const { dates, withoutEnd } = columns;
	await mapOldLog(app, by, log.id, {
		columns: columns.columns,
		dates,
		withoutEnd,
		values: words.values,
	});
	if (words.guessed.length > 0)
		io.out.write(`Guessed:\n${words.guessed.map((each) => `  ${each}\n`).join("")}`);
	await askForOldLog(app, by, log.id, "check-old-log");
	await doAsked();
	const { checked } = await found(acting, log.id);
	if (!checked) throw new WrongCall(await whatWentWrong(acting, log.id));
	if (checked.faults > 0) return told(io, faultsOf(checked));
	io.out.write(
		alikeIn(checked)
			.map((each) => `${each}\n`)
			.join(""),
	);
	const before = await formsByYear(app.db, log.partnershipId, log.protocol, yearOf);
	if (!apply) {
		io.out.write(totals(before, afterImport(before, checked)));
		io.out.write(
			`${forms(checked.forms)} can be imported. Nothing was: ‘--apply’ imports ${checked.forms === 1 ? "it" : "them"}.\n`,
		);
		return exit.ok;
	}
	await askForOldLog(app, by, log.id, "import-old-log");
	await doAsked();
	const done = await found(acting, log.id);
	if (done.state !== "imported" || !done.totals)
		return told(io, [await whatWentWrong(acting, log.id)]);
	io.out.write(totals(done.totals.before, done.totals.after));
	io.out.write(
		`${forms(checked.forms)} imported as batch ${log.id}.\nTo take the import out again: concord import --undo ${log.id} --as ${by.email}\n`,
	);
	return exit.ok;
}

const forms = (count: number) => `${sayNumber(count)} ${count === 1 ? "form" : "forms"}`;

function told(io: Io, lines: string[]): ExitCode {
	io.out.write(`${lines.join("\n")}\nNothing was imported.\n`);
	return exit.faults;
}

const faultsOf = ({ faults, firstFaults }: CheckedLog): string[] => [
	`${sayNumber(faults)} ${faults === 1 ? "fault" : "faults"}:`,
	...linesSaid(firstFaults, faults),
];

/** Lines that may tell of a form that is there already: they are imported all the same. */
const alikeIn = ({ alike, firstAlike }: CheckedLog): string[] =>
	alike === 0
		? []
		: [
				`${sayNumber(alike)} ${alike === 1 ? "line" : "lines"} may tell of a form that is there already:`,
				...linesSaid(firstAlike, alike),
			];

const linesSaid = (first: CheckedLog["firstFaults"], all: number): string[] => [
	...first.map(({ line, column, wrong, fix }) => `  line ${line}, ${column}: ${wrong}. ${fix}.`),
	...(all > first.length ? ["  …"] : []),
];

/** What reports count, by the year in which it was raised. */
function totals(before: Record<string, number>, after: Record<string, number>): string {
	const row = (...cells: (string | number)[]) =>
		`${String(cells[0]).padEnd(10)}${cells
			.slice(1)
			.map((cell) => (typeof cell === "number" ? sayNumber(cell) : cell).padStart(10))
			.join("")}\n`;
	return [
		row("Year", "Before", "Imported", "After"),
		...Object.keys({ ...before, ...after })
			.sort()
			.map((year) => {
				const [was, is] = [before[year] ?? 0, after[year] ?? 0];
				return row(year, was, is - was, is);
			}),
	].join("");
}

/** Which column is which: what the file says, and where it says nothing of any, what is guessed. */
async function columnsOf({ app }: Acting, log: OldLog, said: SaidMapping) {
	const rows = await firstLines(app, log);
	const guessed = await guessMapping(app, log, rows);
	const isSaid = Object.keys(said.columns).length > 0;
	const columns = isSaid ? said.columns : guessed.columns;
	const wrong = [
		...oldLogColumnNames.flatMap((column) => {
			const heading = columns[column];
			return heading !== undefined && !log.headings.includes(heading)
				? [`columns: There is no column “${heading}”. There is: ${log.headings.join(", ")}`]
				: [];
		}),
		...Object.entries(missingIn({ columns })).map(
			([column, fault]) =>
				`columns: ${titleOf(column as keyof typeof columns)}: ${inEnglish(fault)}`,
		),
	];
	const full = wrong.length === 0 && (await columnWithTooMany(app, log, columns));
	if (full) wrong.push(`columns: ${titleOf(full.column)}: ${inEnglish(full.wrong)}`);
	return {
		columns,
		wrong,
		dates: said.dates ?? guessDates(daysIn(log, columns, rows)),
		withoutEnd: said.withoutEnd ?? guessed.withoutEnd,
	};
}

const titleOf = (column: keyof typeof oldLogColumns): string =>
	inEnglish(oldLogColumns[column].title);

/** What each word means, how much of it was guessed, and what is to be said. */
async function meaningsOf(
	{ app }: Acting,
	log: OldLog,
	columns: Mapping["columns"],
	said: SaidMapping,
) {
	const { values: before } = await mappingBefore(app, log);
	const values = structuredClone(noMapping.values);
	const drafted: Partial<Record<ValueKind, Record<string, string | null>>> = {};
	const guessed: string[] = [];
	const wrong: string[] = [];
	for (const { kind, choices, values: words } of await wordsAsked(app, log, columns))
		for (const { value: word } of words) {
			const found = meaningSaid(kind, word, choices, said.values, before);
			drafted[kind] = { ...drafted[kind], [word]: "says" in found ? found.says : null };
			if ("unknown" in found)
				wrong.push(
					found.unknown === undefined
						? `${kind}: Say what “${word}” means`
						: `${kind}: “${word}” cannot mean “${found.unknown}”. It can: ${choices.map(({ value, says }) => (/^(agency|named):/.test(value) ? says : value)).join("; ")}`,
				);
			else {
				values[kind][valueKey(word)] = found.meaning;
				if (found.isGuess && valueKey(found.says) !== valueKey(word))
					guessed.push(`${kind}: “${word}” is “${found.says}”`);
			}
		}
	return { values, drafted, guessed, wrong };
}

/** @throws WrongCall where there is no such batch */
async function undoBatch(io: Io, { app, by, doAsked }: Acting, batch: string): Promise<ExitCode> {
	const imported = (await listOldLogs(app.db, by.partnershipId)).filter(
		({ state }) => state === "imported",
	);
	const log = imported.find(({ id }) => id === batch);
	if (!log)
		throw new WrongCall(
			imported.length === 0
				? "Nothing is imported that could be undone."
				: `There is no batch ‘${batch}’. Imported:\n${imported.map(({ id, title }) => `  ${id}  ${title}`).join("\n")}`,
		);
	const count = () => formsByYear(app.db, log.partnershipId, log.protocol, yearOf);
	const before = await count();
	await undoImport(app, by, log.id);
	await doAsked();
	const task = await latestTaskAbout(app.db, log.id);
	if (task?.state !== "done") throw new WrongCall(task?.wrong ?? "Nothing was taken out.");
	io.out.write(totals(before, await count()));
	io.out.write(`${forms(task.done)} of “${log.title}” taken out again.\n`);
	return exit.ok;
}
