/**
 * A partnership that was written by `export-partnership.ts` is brought here: what would be in its way, its rows and files, whether
 * they are those that its record says, and the proof of that record. All of it is one transaction.
 */
import { BackupFault, stopped } from "../backup/backup-fault.ts";
import { type Leaves, type LeavingOpening, readLeavingFile } from "../backup/leaving-file.ts";
import type { Progress } from "../backup/write-backup.ts";
import type { RecordFault } from "../chain/check-links.ts";
import { sayMoment } from "../domain/calendar/day-in-words.ts";
import {
	isReferencePrefix,
	pathNameOf,
	reservedPathNames,
} from "../domain/partnership/identity.ts";
import { administrator } from "../domain/protocol/version.ts";
import { londonTime } from "../domain/time.ts";
import { countLinks } from "../store/chain.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { listNotYetCome } from "../store/invitations.ts";
import {
	findPartnership,
	findPartnershipAtPath,
	findPartnershipOnceAtPath,
	listPartnerships,
	lockPartnerships,
	type Partnership,
} from "../store/partnerships.ts";
import { findViewer } from "../store/people.ts";
import {
	beginReceiving,
	endOfTable,
	endReceiving,
	listLeaving,
	listMigrationFiles,
	NotALine,
	numberOn,
	type Receiving,
	receiveFile,
	receiveRows,
	type Secret,
	takenBack,
} from "../store/whole-partnership.ts";
import type { App } from "./app.ts";
import { deriveWhatIsOld } from "./derive-again.ts";
import { everything, openFormat } from "./export-partnership.ts";
import { noteExport } from "./note-export.ts";
import { nowIn } from "./partnership-clock.ts";
import { verifyRecord } from "./verify-record.ts";

/** What came, and what was found of its record. */
export type PartnershipImported = {
	opening: LeavingOpening;
	partnership: Partnership;
	rows: number;
	files: number;
	/** What was amiss in its record when it left; none where all is well. */
	faults: RecordFault[];
	/** Work addresses of its administrators, who are invited first, and how many others can be. */
	administrators: string[];
	others: number;
};

/** What it is called here, where not as it was. */
export type As = {
	name?: string | undefined;
	path?: string | undefined;
	letters?: string | undefined;
};

/** How it is read in. */
export type How = {
	privateKey: string | undefined;
	signal: AbortSignal;
	as: As;
	/** All is done, and taken back. */
	onlyToCheck: boolean;
	/** Also where its record was not whole when it left. */
	withFaults: boolean;
};

/** Reading back takes about as long as reading in. */
const ofReading = 0.5;

/**
 * Brings a partnership here, beside those that are here: all of it, proven as `concord audit verify` does, or nothing. Its people come along, and nobody can sign in before they are invited.
 *
 * @param app its database is asked by queries that may take long
 * @throws BackupFault with all that is in its way, a line each
 */
export async function importPartnership(
	app: Pick<App, "db" | "clock" | "protocols" | "rehearsal"> & { secret: Secret },
	file: string,
	how: How,
	progress: Progress = () => {},
): Promise<PartnershipImported> {
	let imported: PartnershipImported | undefined;
	const onlyChecked = new Error("Only to check");
	const entries = readLeavingFile(file, how, (part) => progress(part * ofReading));
	try {
		await transact(app.db, async (trx) => {
			imported = await bring(app, trx, entries, how, progress);
			if (how.onlyToCheck) throw onlyChecked;
			await numberOn(trx);
		});
	} catch (problem) {
		if (problem !== onlyChecked) throw await whatIsAmiss(file, how, problem);
	} finally {
		await entries.return(undefined);
	}
	progress(1);
	return imported as PartnershipImported;
}

/** Whatever a changed byte led to: where the file is damaged, it is that which is said. */
async function whatIsAmiss(file: string, how: How, problem: unknown): Promise<unknown> {
	const said = inWordsOfImport(file, problem);
	if (!(said instanceof BackupFault) || !["IMPORT_WRONG", "IMPORT_RECORD"].includes(said.code))
		return said;
	try {
		for await (const _ of readLeavingFile(file, how));
		return said;
	} catch (damage) {
		return damage;
	}
}

async function bring(
	app: Parameters<typeof importPartnership>[0],
	trx: Trx,
	entries: AsyncGenerator<Leaves>,
	{ as, signal, withFaults }: How,
	progress: Progress,
): Promise<PartnershipImported> {
	await lockPartnerships(trx);
	const { value: first } = await entries.next();
	if (first?.is !== "opening") throw new Error("It begins with what it says of itself");
	const { opening } = first;
	await checkFits(app, trx, opening, as);
	const { id } = opening.partnership;
	const to = await beginReceiving(trx, {
		partnershipId: id,
		secret: app.secret,
		as: {
			...(as.name !== undefined && { name: as.name }),
			...(as.path !== undefined && { path_name: as.path }),
			...(as.letters !== undefined && { reference_prefix: as.letters }),
		},
	});
	const { rows, files } = await receive(trx, to, entries, signal);
	await checkNothingWasAdded(trx, to, opening);
	const within = { ...app, db: trx as Db };
	await deriveWhatIsOld(within);
	const { faults } = await takenBack(trx, () =>
		verifyRecord(within, id, {
			files: true,
			told: async (part) => {
				if (signal.aborted) throw stopped();
				progress(ofReading + part * (1 - ofReading));
			},
		}),
	);
	if (faults.length > 0 && !withFaults)
		throw new BackupFault(
			"IMPORT_RECORD",
			`The record in it is not whole, and nothing was kept. It says:\n${faults
				.slice(0, 10)
				.map(({ difference, says }) => `  ${difference ?? "The partnership"}: ${says}`)
				.join(
					"\n",
				)}\nIf it was so where it came from, ‘--with-faults’ brings it here all the same, and ‘concord audit verify’ goes on saying so.`,
		);
	const partnership = await findPartnership(trx, id);
	if (!partnership) throw new NotALine("It holds no partnership.");
	await note(app, trx, opening, partnership);
	const toCome = await listNotYetCome(trx, id);
	const administrators: string[] = [];
	for (const { personId, email } of toCome) {
		const person = await findViewer(trx, personId, app.clock());
		if (person?.offices.includes(administrator)) administrators.push(email);
	}
	return {
		opening,
		partnership,
		rows,
		files,
		faults,
		administrators,
		others: toCome.length - administrators.length,
	};
}

/** @throws BackupFault with all that is in its way */
async function checkFits(
	{ rehearsal }: Pick<App, "rehearsal">,
	trx: Trx,
	{ partnership, mode, migrations, tables, concord }: LeavingOpening,
	as: As,
): Promise<void> {
	const wrong: string[] = [];
	const here = await listMigrationFiles(trx);
	const known = new Map(here.map(({ file, hash }) => [file, hash]));
	const leaving = await listLeaving(trx);
	if (migrations.some(({ file, hash }) => known.get(file) !== hash))
		wrong.push(
			`It was written by a newer Concord (${concord}), or another. Bring this one up to that version.`,
		);
	else if (migrations.length < here.length)
		wrong.push(
			`It was written by an older Concord (${concord}). Bring that one up to this version, and export again.`,
		);
	else
		for (const [nth, { name, columns }] of tables.entries())
			if (name !== leaving[nth]?.name || columns.join() !== leaving[nth]?.columns.join())
				wrong.push(`It holds ${name} in a way that this Concord does not know.`);
	if (mode === "production" && rehearsal)
		wrong.push(
			"It is of real people, and here anybody may sign in as anybody. Set CONCORD_MODE=production, with the settings that it needs.",
		);
	const name = as.name ?? partnership.name;
	const path = as.path ?? partnership.path;
	const letters = as.letters ?? partnership.letters;
	const others = await listPartnerships(trx);
	const same = others.find(({ id }) => id === partnership.id);
	if (same) wrong.push(`${same.name} is here already: it is the same partnership.`);
	else {
		if (others.some((other) => other.name === name))
			wrong.push(`There is a partnership “${name}” here. Give this one another name: ‘--name’.`);
		if (pathNameOf(path) !== path || reservedPathNames.includes(path))
			wrong.push(
				`‘${path}’ can be no path. Give another: ‘--path’, in small letters, digits and dashes.`,
			);
		const holder =
			(await findPartnershipAtPath(trx, path)) ?? (await findPartnershipOnceAtPath(trx, path));
		if (holder)
			wrong.push(`${holder.name} is reached at ${path}, or was. Give another path: ‘--path’.`);
		if (!isReferencePrefix(letters))
			wrong.push(`References cannot begin with ‘${letters}’. Give other letters: ‘--letters’.`);
		const lettered = others.find((other) => other.referencePrefix === letters);
		if (lettered)
			wrong.push(
				`References of ${lettered.name} begin with ${letters}. Give other letters for those to come: ‘--letters’. Those that there are keep theirs.`,
			);
	}
	if (wrong.length > 0) throw new BackupFault("IMPORT_REFUSED", wrong.join("\n"));
}

async function receive(
	trx: Trx,
	to: Receiving,
	entries: AsyncGenerator<Leaves>,
	signal: AbortSignal,
): Promise<{ rows: number; files: number }> {
	const came = { rows: 0, files: 0 };
	for await (const entry of entries) {
		if (signal.aborted) throw stopped();
		if (entry.is === "rows") {
			await receiveRows(trx, to, asLeaving(entry.table), entry.lines);
			came.rows += entry.lines.length;
		} else if (entry.is === "end-of-table") await endOfTable(trx, to, asLeaving(entry.table));
		else if (entry.is === "file") {
			await receiveFile(trx, to, entry.id, entry.content);
			came.files++;
		}
	}
	return came;
}

/** A table of a file that was found to be as those of here are. */
const asLeaving = (table: LeavingOpening["tables"][number]) =>
	table as Parameters<typeof receiveRows>[2];

/** Rows are those that the chains say, and name nothing beyond them. */
async function checkNothingWasAdded(
	trx: Trx,
	to: Receiving,
	{ links }: LeavingOpening,
): Promise<void> {
	const beyond = await endReceiving(trx, to);
	if (beyond.length > 0)
		throw new NotALine(`Rows name what is not of this partnership (${beyond.join(", ")}).`);
	// What differs from its link was linked anew just now.
	if ((await countLinks(trx, to.partnershipId)) !== links)
		throw new NotALine("Rows are others than its record says.");
}

/** That it came is an act of the partnership, in the name of whoever asked for it where it left. */
async function note(
	app: Pick<App, "clock">,
	trx: Trx,
	{ askedBy, at, concord }: LeavingOpening,
	partnership: Partnership,
): Promise<void> {
	const by = await findViewer(trx, askedBy.id, app.clock());
	if (by?.partnershipId !== partnership.id)
		throw new NotALine("Whoever asked for it is not in it.");
	await noteExport(
		trx,
		by,
		{
			what: `${everything}, read in here`,
			about: `As it was on ${sayMoment(londonTime(at))}, written by Concord ${concord}`,
			format: openFormat,
			rows: null,
			byCommand: true,
		},
		nowIn(app, partnership),
	);
}

function inWordsOfImport(file: string, problem: unknown): unknown {
	if (problem instanceof NotALine)
		return new BackupFault(
			"IMPORT_WRONG",
			`${file} is not as Concord writes it, and nothing of it was kept. ${problem.message}`,
		);
	const { code = "" } = problem as { code?: string };
	// The database's own codes: of what a value or a row may not be.
	if (/^2[23]/.test(code))
		return new BackupFault(
			"IMPORT_WRONG",
			`${file} is not as Concord writes it, and nothing of it was kept. The database did not take a row of it (${code}).`,
			{ cause: problem },
		);
	return /^[0-9A-Z]{5}$/.test(code)
		? new BackupFault(
				"IMPORT_FAILED",
				`The database failed (${code}), and nothing was kept. Is there room on its disk?`,
				{ cause: problem },
			)
		: problem;
}
