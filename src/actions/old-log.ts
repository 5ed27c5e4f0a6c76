/**
 * Import of a log of the years before Concord: its file is chosen, read, tried and imported, and the import can be undone.
 * What takes long is a task, done beside the page (run-task.ts); what is imported comes in whole or not at all.
 */

import { createHash, randomUUID } from "node:crypto";
import { type FileState, isOpenable } from "../domain/files.ts";
import { type CheckedLog, OldLogCheck } from "../domain/learning/old-log/check-old-log.ts";
import { type Mapping, missingIn } from "../domain/learning/old-log/mapping.ts";
import type { OldForm, ReadingBy } from "../domain/learning/old-log/old-form.ts";
import { yearOf } from "../domain/learning/period.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { type Protocol, stepsHeld } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { isUnderWay, type Task, type TaskKind } from "../domain/task.ts";
import { ScannerAway } from "../files/clamd.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import {
	addImported,
	addOldLog,
	deleteFileOfOldLog,
	deleteOldLog,
	fileOfOldLog,
	findOldLog,
	formsByYear,
	holdImports,
	importedByLikeness,
	linesOf,
	listLeftBefore,
	listOldLogsUnchecked,
	lockOldLog,
	markImported,
	type OldLog,
	referencesTaken,
	saveChecked,
	saveClean,
	saveMapping,
	saveTable,
	takeOutImported,
	titleOfImported,
} from "../store/old-logs.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import type { App } from "./app.ts";
import { scan, scanningOf } from "./check-files.ts";
import { oneByOne } from "./one-by-one.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { askForTask, failTask, TaskFault, type Told, type Works } from "./task.ts";

/** What an import needs of Concord: a command needs no more. */
export type OldLogApp = Pick<
	App,
	"db" | "clock" | "enqueue" | "protocols" | "beside" | "files" | "rehearsal"
>;

type OldLogTask = Extract<
	TaskKind,
	"read-old-log" | "check-old-log" | "import-old-log" | "undo-old-log"
>;

/** Who imports: the office that reports. */
export const oldLogOffice = "business-unit";

/** What nobody imported is thrown away after so many days: its lines may tell of children. */
export const keptForDays = 7;

export const mayImport = ({ offices }: Viewer): boolean => offices.includes(oldLogOffice);

function mustImport(by: Viewer) {
	if (!mayImport(by))
		throw new Refusal("not-yours", "Only the partnership’s Business Unit can import an old log.");
}

/**
 * Keeps a file that somebody chose; it is read beside the page.
 *
 * @param protocol by whose name reports count it
 * @param title as reports name it, such as "the log of 2024/25"
 * @returns its identifier
 * @throws Refusal 'not-yours' | 'sent-before' | 'no-protocol' | 'virus-found'
 */
export async function chooseOldLog(
	app: OldLogApp,
	by: Viewer,
	given: { protocol: string; title: string; fileName: string; content: Uint8Array },
): Promise<string> {
	mustImport(by);
	const state = await scan(app, inPieces(given.content));
	if (state === "infected")
		throw new Refusal(
			"virus-found",
			"A virus was found in this file. It was not kept. Tell your IT service.",
		);
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await protocolOf(app, trx, by.partnershipId, given.protocol, now);
		const sha256 = createHash("sha256").update(given.content).digest("hex");
		const before = await titleOfImported(trx, by.partnershipId, sha256);
		if (before !== undefined)
			throw new Refusal(
				"sent-before",
				said`This file was imported before, as “${before}”. Undo that import first, if it is to be imported anew.`,
			);
		const id = randomUUID();
		await addOldLog(trx, {
			...given,
			id,
			partnershipId: by.partnershipId,
			sha256,
			state,
			chosenBy: by.id,
			at: now.toInstant().toString(),
		});
		if (isReadable(app, state)) await askForTask(app, trx, by, "read-old-log", id, now);
		return id;
	});
}

/**
 * Whether a file may be read: nobody else ever opens it, and it is deleted then. In a rehearsal, which is for invented files on
 * one machine, it is read also where nothing was said of a virus scanner.
 */
export const isReadable = (
	app: Pick<App, "files" | "rehearsal">,
	state: Exclude<FileState, "infected">,
): boolean => {
	const scanning = scanningOf(app);
	return isOpenable(state, scanning) || (app.rehearsal && scanning === "not-set-up");
};

/** So many bytes go to the virus scanner at once. */
const pieceSize = 256 * 1024;

async function* inPieces(content: Uint8Array) {
	for (let at = 0; at < content.length; at += pieceSize) yield content.subarray(at, at + pieceSize);
}

/**
 * Looks through the files that wait for the virus scanner, and has those read in which nothing is found; one with a virus is
 * deleted, and its page says why. A run that was missed loses nothing, and a second one does nothing.
 *
 * @throws ScannerAway when there are some that it could not look through
 */
export async function checkOldLogsThatWait(app: OldLogApp): Promise<void> {
	if (scanningOf(app) === "not-set-up") return;
	let waiting = 0;
	for (const log of await listOldLogsUnchecked(app.db)) {
		const file = await fileOfOldLog(app.db, log.id);
		if (!file) continue;
		const state = await scan(app, inPieces(file.content));
		if (state === "waiting" && !isReadable(app, state)) waiting++;
		else await saveVerdict(app, log, state);
	}
	if (waiting > 0) throw new ScannerAway(`${waiting} old logs wait for the virus scanner`);
}

const saveVerdict = (
	app: OldLogApp,
	{ id, partnershipId, chosenBy }: { id: string; partnershipId: string; chosenBy: string },
	state: FileState,
): Promise<void> =>
	transact(app.db, async (trx) => {
		const by = { id: chosenBy, partnershipId };
		const { now } = await partnershipClock(app, trx, partnershipId);
		if (state === "infected") {
			await deleteFileOfOldLog(trx, id);
			await failTask(
				trx,
				by,
				"read-old-log",
				id,
				now,
				"A virus was found in this file. Concord has deleted it unread. Tell your IT service.",
			);
			return;
		}
		// Where nothing scans, it is asked for once.
		if (state === "waiting" && (await latestTaskAbout(trx, id))) return;
		if (state === "clean") await saveClean(trx, id);
		await askForTask(app, trx, by, "read-old-log", id, now);
	});

/**
 * Keeps how the columns and values of an old log are read.
 *
 * @throws Refusal 'not-yours' | 'changed-meanwhile'
 */
export function mapOldLog(app: OldLogApp, by: Viewer, id: string, mapping: Mapping): Promise<void> {
	return changing(app, by, id, "read", (trx) => saveMapping(trx, id, mapping));
}

/**
 * Asks for a trial, which imports nothing, or for the import.
 *
 * @throws Refusal 'not-yours' | 'changed-meanwhile' | 'wrong-answers'
 */
export function askForOldLog(
	app: OldLogApp,
	by: Viewer,
	id: string,
	kind: Extract<OldLogTask, "check-old-log" | "import-old-log">,
): Promise<void> {
	return changing(app, by, id, "read", async (trx, { mapping, checked }) => {
		if (!mapping || Object.keys(missingIn(mapping)).length > 0)
			throw new Refusal("wrong-answers", "Say which columns are which first.");
		if (kind === "import-old-log" && (!checked || checked.faults > 0 || checked.forms === 0))
			throw new Refusal(
				"wrong-answers",
				"Try the import first. A file with faults is not imported.",
			);
		await askOnce(app, trx, by, kind, id);
	});
}

/** Asks for work on an old log, unless it is being worked on. */
async function askOnce(app: OldLogApp, trx: Trx, by: Viewer, kind: OldLogTask, id: string) {
	const running = await latestTaskAbout(trx, id);
	if (running && isUnderWay(running)) return;
	const { now } = await partnershipClock(app, trx, by.partnershipId);
	await askForTask(app, trx, by, kind, id, now);
}

/**
 * Asks that an import is taken out again: reports count as before.
 *
 * @throws Refusal 'not-yours' | 'changed-meanwhile'
 */
export function undoImport(app: OldLogApp, by: Viewer, id: string): Promise<void> {
	return changing(app, by, id, "imported", (trx) => askOnce(app, trx, by, "undo-old-log", id));
}

/**
 * Throws away a file that was not imported.
 *
 * @throws Refusal 'not-yours' | 'changed-meanwhile'
 */
export function throwAwayOldLog(app: OldLogApp, by: Viewer, id: string): Promise<void> {
	return changing(app, by, id, undefined, (trx) => deleteOldLog(trx, id));
}

/** Throws away what nobody imported, whatever the clock of a rehearsal says. */
export async function deleteOldLogsLeft(app: OldLogApp): Promise<void> {
	const before = app.clock().subtract({ hours: 24 * keptForDays });
	const left = await listLeftBefore(app.db, before.toString());
	const failures = await oneByOne(left, (id) => transact(app.db, (trx) => deleteOldLog(trx, id)));
	if (failures.length > 0) throw failures[0];
}

/** @param state that it must be in; undefined for any but imported ones */
async function changing<T>(
	app: OldLogApp,
	by: Viewer,
	id: string,
	state: OldLog["state"] | undefined,
	change: (trx: Trx, log: OldLog) => Promise<T>,
): Promise<T> {
	mustImport(by);
	return transact(app.db, async (trx) => {
		const log = await lockOldLog(trx, by.partnershipId, id);
		const isAsExpected =
			state === undefined
				? log?.state === "reading" || log?.state === "read"
				: log?.state === state;
		if (!log || !isAsExpected)
			throw new Refusal(
				"changed-meanwhile",
				"Somebody is importing this log, or imported it, undid its import or threw it away meanwhile. Look at it again.",
			);
		return change(trx, log);
	});
}

/** What is done beside the page with an old log. */
export const oldLogWorks: Works<OldLogTask, OldLogApp> = {
	"read-old-log": async (app, { aboutId }, told) => {
		const file = await fileOfOldLog(app.db, aboutId);
		// What waits for the scanner is asked for again once that has seen it.
		if (!file || !isReadable(app, file.state)) return;
		const table = await app.beside.readTable(file.content);
		if ("wrong" in table) throw new TaskFault(`${table.wrong}. ${table.fix}.`);
		await transact(app.db, (trx) =>
			saveTable(trx, aboutId, table, (lines) => told(lines, table.rows.length)),
		);
	},
	"check-old-log": async (app, task, told) => {
		const log = await logOf(app.db, task);
		const checked = await check(app, app.db, log, told, async () => {});
		await transact(app.db, (trx) => saveChecked(trx, log.id, checked));
	},
	"import-old-log": (app, task, told) =>
		transact(app.db, async (trx) => {
			await holdImports(trx, task.partnershipId);
			const log = await lockOldLog(trx, task.partnershipId, task.aboutId);
			if (log?.state !== "read")
				throw new TaskFault("This log is not there to be imported any more.");
			const count = () => formsByYear(trx, log.partnershipId, log.protocol, yearOf);
			const before = await count();
			const checked = await check(app, trx, log, told, (forms) => addImported(trx, log, forms));
			if (checked.faults > 0)
				throw new TaskFault(
					checked.faults === 1
						? "Nothing was imported: one line has a fault that was not there at the trial. Try the import again."
						: "Nothing was imported: some lines have a fault that was not there at the trial. Try the import again.",
				);
			const { now } = await partnershipClock(app, trx, log.partnershipId);
			await markImported(trx, log.id, {
				personId: task.askedBy,
				at: now.toInstant().toString(),
				totals: { before, after: await count() },
			});
		}),
	"undo-old-log": (app, task, told) =>
		transact(app.db, async (trx) => {
			const log = await lockOldLog(trx, task.partnershipId, task.aboutId);
			if (log?.state !== "imported") throw new TaskFault("This import was undone already.");
			const { now } = await partnershipClock(app, trx, log.partnershipId);
			const out = await takeOutImported(trx, log.id, {
				personId: task.askedBy,
				at: now.toInstant().toString(),
			});
			await told(out, out);
		}),
};

async function logOf(db: Db | Trx, { partnershipId, aboutId }: Task): Promise<OldLog> {
	const log = await findOldLog(db, partnershipId, aboutId);
	if (log?.state !== "read") throw new TaskFault("This log is not there to be tried any more.");
	return log;
}

/** Reads all lines of a log. @param bring what becomes of the forms of each piece of it */
async function check(
	app: OldLogApp,
	db: Db | Trx,
	log: OldLog,
	told: Told,
	bring: (forms: OldForm[]) => Promise<void>,
): Promise<CheckedLog> {
	const by = await readingBy(app, db, log);
	const reading = new OldLogCheck(by);
	const taken = await referencesTaken(db, log.partnershipId, log.protocol);
	const imported = await importedByLikeness(db, log.partnershipId, log.protocol);
	for await (const rows of linesOf(db, log.id)) {
		const forms = reading.add(
			rows,
			(reference) => taken.has(reference),
			(likeness) => imported.get(likeness),
		);
		// What has a fault is never brought in part: then the forms of no piece are.
		if (reading.found.faults === 0) await bring(forms);
		await told(reading.found.lines, log.lines);
	}
	return reading.found;
}

async function readingBy(app: OldLogApp, db: Db | Trx, log: OldLog): Promise<ReadingBy> {
	if (!log.mapping) throw new TaskFault("Say which columns are which first.");
	const { now } = await partnershipClock(app, db, log.partnershipId);
	const protocol = await protocolOf(app, db, log.partnershipId, log.protocol, now);
	return {
		headings: log.headings,
		mapping: log.mapping,
		today: now.toPlainDate().toString(),
		response: responseIn(protocol),
	};
}

/** The time limit of the other agency's part of a form. */
function responseIn(protocol: Protocol): ReadingBy["response"] {
	const answers = Object.values(protocol.steps).filter(
		({ form, by }) => form && by.side === "receiving",
	);
	const clock = protocol.clocks.find((clock) =>
		answers.some(({ id }) => stepsHeld(clock).includes(id)),
	);
	return clock && { clock: clock.id, side: clock.by?.side ?? null, strength: clock.strength };
}

async function protocolOf(
	app: OldLogApp,
	db: Db | Trx,
	partnershipId: string,
	name: string,
	now: Temporal.ZonedDateTime,
): Promise<Protocol> {
	const inForce = await app.protocols.listInForce(db, partnershipId, now.toPlainDate().toString());
	const found = inForce.find(({ protocol }) => protocol.id === name);
	if (!found) throw new Refusal("no-protocol", "This protocol is not in force.");
	return found.protocol;
}
