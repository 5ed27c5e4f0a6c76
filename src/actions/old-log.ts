/**
 * Import of a log of the years before Concord: its file is chosen, read, tried and imported, and the import can be undone.
 * What takes long is a task, done beside the page by `runTask`; what is imported comes in whole or not at all.
 */
import { createHash, randomUUID } from "node:crypto";
import { type CheckedLog, OldLogCheck } from "../domain/learning/old-log/check-old-log.ts";
import { type Mapping, missingIn } from "../domain/learning/old-log/mapping.ts";
import type { OldForm, ReadingBy } from "../domain/learning/old-log/old-form.ts";
import type { TypedRow } from "../domain/learning/old-log/typed-table.ts";
import { yearOf } from "../domain/learning/period.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { type Protocol, stepsHeld } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { isUnderWay, type Task, type TaskKind } from "../domain/task.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import {
	addImported,
	addOldLog,
	deleteOldLog,
	fileOfOldLog,
	findOldLog,
	formsByYear,
	linesOf,
	listLeftBefore,
	lockOldLog,
	markImported,
	type OldLog,
	referencesTaken,
	saveChecked,
	saveMapping,
	saveTable,
	takeOutImported,
	titleOfImported,
} from "../store/old-logs.ts";
import { addTask, endTask, findTask, latestTaskAbout, saveProgress } from "../store/tasks.ts";
import type { App } from "./app.ts";
import { oneByOne } from "./one-by-one.ts";
import { partnershipClock } from "./partnership-clock.ts";

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
 * @throws Refusal 'not-yours' | 'sent-before' | 'no-protocol'
 */
export function chooseOldLog(
	app: App,
	by: Viewer,
	given: { protocol: string; title: string; fileName: string; content: Uint8Array },
): Promise<string> {
	mustImport(by);
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await protocolOf(app, trx, by.partnershipId, given.protocol, now);
		const sha256 = createHash("sha256").update(given.content).digest("hex");
		const before = await titleOfImported(trx, by.partnershipId, sha256);
		if (before !== undefined)
			throw new Refusal(
				"sent-before",
				`This file was imported before, as “${before}”. Undo that import first, if it is to be imported anew.`,
			);
		const id = randomUUID();
		await addOldLog(trx, {
			...given,
			id,
			partnershipId: by.partnershipId,
			sha256,
			chosenBy: by.id,
			at: now.toInstant().toString(),
		});
		await askFor(app, trx, by, "read-old-log", id, now);
		return id;
	});
}

/**
 * Keeps how the columns and values of an old log are read.
 *
 * @throws Refusal 'not-yours' | 'changed-meanwhile'
 */
export function mapOldLog(app: App, by: Viewer, id: string, mapping: Mapping): Promise<void> {
	return changing(app, by, id, "read", (trx) => saveMapping(trx, id, mapping));
}

/**
 * Asks for a trial, which imports nothing, or for the import.
 *
 * @throws Refusal 'not-yours' | 'changed-meanwhile' | 'wrong-answers'
 */
export function askForOldLog(
	app: App,
	by: Viewer,
	id: string,
	kind: Exclude<TaskKind, "read-old-log">,
): Promise<void> {
	return changing(app, by, id, "read", async (trx, { mapping, checked }) => {
		if (!mapping || Object.keys(missingIn(mapping)).length > 0)
			throw new Refusal("wrong-answers", "Say which columns are which first.");
		if (kind === "import-old-log" && (!checked || checked.faults > 0 || checked.forms === 0))
			throw new Refusal(
				"wrong-answers",
				"Try the import first. A file with faults is not imported.",
			);
		const running = await latestTaskAbout(trx, id);
		if (running && isUnderWay(running)) return;
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await askFor(app, trx, by, kind, id, now);
	});
}

/**
 * Takes an import out again: reports count as before.
 *
 * @returns how many forms were taken out
 * @throws Refusal 'not-yours' | 'changed-meanwhile'
 */
export function undoImport(app: App, by: Viewer, id: string): Promise<number> {
	return changing(app, by, id, "imported", async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		return takeOutImported(trx, id, { personId: by.id, at: now.toInstant().toString() });
	});
}

/**
 * Throws away a file that was not imported.
 *
 * @throws Refusal 'not-yours' | 'changed-meanwhile'
 */
export function throwAwayOldLog(app: App, by: Viewer, id: string): Promise<void> {
	return changing(app, by, id, undefined, (trx) => deleteOldLog(trx, id));
}

/** Throws away what nobody imported, whatever the clock of a rehearsal says. */
export async function deleteOldLogsLeft(app: App): Promise<void> {
	const before = app.clock().subtract({ hours: 24 * keptForDays });
	const left = await listLeftBefore(app.db, before.toString());
	const failures = await oneByOne(left, (id) => transact(app.db, (trx) => deleteOldLog(trx, id)));
	if (failures.length > 0) throw failures[0];
}

/** @param state that it must be in; undefined for any but imported ones */
async function changing<T>(
	app: App,
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
				"Somebody imported this log, undid its import or threw it away meanwhile. Look at it again.",
			);
		return change(trx, log);
	});
}

async function askFor(
	app: App,
	trx: Trx,
	by: Viewer,
	kind: TaskKind,
	aboutId: string,
	now: Temporal.ZonedDateTime,
): Promise<void> {
	const id = randomUUID();
	await addTask(trx, {
		id,
		partnershipId: by.partnershipId,
		kind,
		aboutId,
		askedBy: by.id,
		at: now.toInstant().toString(),
	});
	await app.enqueue(trx, { name: "run-task", data: { taskId: id } });
}

/** A task could not be done. `message` says why and what to do. */
class TaskFault extends Error {}

/** Does what a task asks for, once: a second run of one that is over does nothing. */
export async function runTask(app: App, taskId: string): Promise<void> {
	const task = await findTask(app.db, taskId);
	if (!task || !isUnderWay(task)) return;
	const told = (done: number, whole: number | null) =>
		transact(app.db, (trx) => saveProgress(trx, task.id, { done, whole }));
	await told(0, null);
	let wrong: string | null = null;
	try {
		await works[task.kind](app, task, told);
	} catch (problem) {
		if (!(problem instanceof TaskFault)) {
			await end(
				app,
				task,
				"Something went wrong on our side. Nothing was changed. Try again, and tell whoever runs Concord if it happens again.",
			);
			throw problem;
		}
		wrong = problem.message;
	}
	await end(app, task, wrong);
}

const end = (app: App, task: Task, wrong: string | null) =>
	transact(app.db, (trx) => endTask(trx, task.id, wrong, app.clock().toString()));

type Told = (done: number, whole: number | null) => Promise<void>;

const works: Record<TaskKind, (app: App, task: Task, told: Told) => Promise<void>> = {
	"read-old-log": async (app, { aboutId }, told) => {
		const content = await fileOfOldLog(app.db, aboutId);
		if (!content) return;
		const table = await app.beside.readTable(content);
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
			const log = await lockOldLog(trx, task.partnershipId, task.aboutId);
			if (log?.state !== "read")
				throw new TaskFault("This log is not there to be imported any more.");
			const count = () => formsByYear(trx, log.partnershipId, log.protocol, yearOf);
			const before = await count();
			const checked = await check(app, trx, log, told, (forms) => addImported(trx, log, forms));
			if (checked.faults > 0)
				throw new TaskFault(
					`Nothing was imported: ${checked.faults === 1 ? "one line has" : "some lines have"} a fault that was not there at the trial. Try the import again.`,
				);
			const { now } = await partnershipClock(app, trx, log.partnershipId);
			await markImported(trx, log.id, {
				personId: task.askedBy,
				at: now.toInstant().toString(),
				totals: { before, after: await count() },
			});
		}),
};

async function logOf(db: Db | Trx, { partnershipId, aboutId }: Task): Promise<OldLog> {
	const log = await findOldLog(db, partnershipId, aboutId);
	if (log?.state !== "read") throw new TaskFault("This log is not there to be tried any more.");
	return log;
}

/** Reads all lines of a log. @param bring what becomes of the forms of each piece of it */
async function check(
	app: App,
	db: Db | Trx,
	log: OldLog,
	told: Told,
	bring: (forms: OldForm[]) => Promise<void>,
): Promise<CheckedLog> {
	const by = await readingBy(app, db, log);
	const reading = new OldLogCheck(by);
	for await (const rows of linesOf(db, log.id)) {
		const taken = await referencesTaken(
			db,
			log.partnershipId,
			log.protocol,
			referencesIn(rows, by),
		);
		const forms = reading.add(rows, (reference) => taken.has(reference));
		// What has a fault is never brought in part: then the forms of no piece are.
		if (reading.found.faults === 0) await bring(forms);
		await told(reading.found.lines, log.lines);
	}
	return reading.found;
}

function referencesIn(rows: TypedRow[], { mapping, headings }: ReadingBy): string[] {
	const at = headings.indexOf(mapping.columns.reference ?? "");
	return at < 0 ? [] : rows.flatMap(({ cells }) => cells[at]?.trim() || []);
}

async function readingBy(app: App, db: Db | Trx, log: OldLog): Promise<ReadingBy> {
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
	app: App,
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
