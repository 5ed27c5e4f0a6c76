import {
	filePath,
	type LeavingOpening,
	leavingFile,
	leavingFormat,
	piecePath,
	readme,
	readmeFile,
	withSums,
} from "../backup/leaving-file.ts";
import { fileAt, writeWhole } from "../backup/place.ts";
import { type Entry, type StreamedEntry, seal } from "../backup/sealed-file.ts";
import type { Progress } from "../backup/write-backup.ts";
import { isInvented } from "../domain/partnership/invented.ts";
import { mayExport } from "../domain/people/exporting.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { concordVersion } from "../project-root.ts";
import { countLinks } from "../store/chain.ts";
import { type Trx, transact } from "../store/db.ts";
import { findVersion, listVersions } from "../store/protocol-versions.ts";
import { whatLeaves } from "../store/what-leaves.ts";
import {
	countLeaving,
	type LeavingTable,
	listFilesThatLeave,
	listLeaving,
	listMigrationFiles,
	openFileThatLeaves,
	readLeaving,
	readOneMoment,
	type Secret,
} from "../store/whole-partnership.ts";
import type { App } from "./app.ts";
import { noteExport } from "./note-export.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** How large the pieces are in which the rows of a table are written, in bytes. */
const pieceSize = 4 * 1024 * 1024;

/** What an export of everything is called where exports are listed. */
export const everything = "Everything of the partnership";
/** What it is written as. */
export const openFormat = "Concord’s open format";

/** What was written. `closedFiles`: so many files could not be opened, and are not in it. */
export type PartnershipExported = {
	path: string;
	size: number;
	sha256: string;
	rows: number;
	files: number;
	closedFiles: number;
};

/**
 * Writes everything of a partnership at one moment into a file, opened, while Concord serves. Who asked is noted first, and so
 * stands in it too.
 *
 * @param app its database is asked by queries that may take long
 * @param by in whose name: somebody who may take data out of Concord
 * @param to a directory, or a file that is not there yet
 * @param publicKey left out, whoever has the file can read it
 * @throws Refusal 'not-yours', BackupFault, SealFault where the keys are not here
 */
export async function exportPartnership(
	app: Pick<App, "db" | "clock"> & { secret: Secret },
	by: Viewer,
	{ to, publicKey, signal }: { to: string; publicKey: string | undefined; signal: AbortSignal },
	progress: Progress = () => {},
): Promise<PartnershipExported> {
	if (!mayExport(by))
		throw new Refusal(
			"not-yours",
			said`${by.name} may not take data out of Concord. An administrator gives that right.`,
		);
	const { partnership, now } = await partnershipClock(app, app.db, by.partnershipId);
	const moment = app.clock().round("second").toString().replaceAll(":", "");
	const path = await fileAt(
		to,
		app.clock(),
		`concord-${partnership.pathName}-${moment}.tar.zst${publicKey === undefined ? "" : ".age"}`,
	);
	await noteExport(
		app.db,
		by,
		{
			what: everything,
			about: `Every record, file, draft and post, to read in elsewhere${publicKey === undefined ? "" : "; encrypted to a public key"}`,
			format: openFormat,
			rows: null,
			byCommand: true,
		},
		now,
	);
	return transact(app.db, async (trx) => {
		const at = await readOneMoment(trx);
		const tables = await listLeaving(trx);
		const counted: LeavingOpening["tables"] = [];
		for (const { name, columns } of tables)
			counted.push({ name, columns, rows: await countLeaving(trx, partnership.id, name) });
		const files = { count: 0, bytes: 0 };
		for await (const { size } of listFilesThatLeave(trx, partnership.id)) {
			files.count++;
			files.bytes += size;
		}
		const opening: LeavingOpening = {
			"concord-export": leavingFormat,
			concord: concordVersion,
			at,
			mode: isInvented(partnership.id) ? "rehearsal" : "production",
			partnership: {
				id: partnership.id,
				name: partnership.name,
				path: partnership.pathName,
				letters: partnership.referencePrefix,
			},
			askedBy: { id: by.id, name: by.name },
			migrations: await listMigrationFiles(trx),
			tables: counted,
			files,
			links: await countLinks(trx, partnership.id),
			leftOut: Object.fromEntries(
				Object.entries(whatLeaves).flatMap(([name, leaves]) =>
					"stays" in leaves ? [[name, leaves.stays]] : [],
				),
			),
		};
		const done = { files: 0, closedFiles: 0 };
		const made = await writeWhole(path, (out) =>
			seal(
				withSums(entriesOf(trx, { opening, tables, secret: app.secret }, done, progress)),
				{ publicKey, at: new Date(at), signal },
				out,
			),
		);
		progress(1);
		return { path, ...made, rows: counted.reduce((sum, { rows }) => sum + rows, 0), ...done };
	});
}

async function* entriesOf(
	trx: Trx,
	{
		opening,
		tables,
		secret,
	}: { opening: LeavingOpening; tables: readonly LeavingTable[]; secret: Secret },
	done: Pick<PartnershipExported, "files" | "closedFiles">,
	progress: Progress,
): AsyncGenerator<Entry | StreamedEntry> {
	const { id } = opening.partnership;
	yield text(leavingFile, `${JSON.stringify(opening, null, "\t")}\n`);
	yield text(readmeFile, readme(opening));
	for (const { id: version, protocol, version: called } of await listVersions(trx, id)) {
		const name = `${protocol}-${called}`.toLowerCase().replace(/[^a-z0-9.-]+/g, "-");
		const { source = "" } = (await findVersion(trx, id, version)) ?? {};
		yield text(`protocols/${name}-${version.slice(0, 8)}.yaml`, source);
	}
	// A row takes about as long as so many bytes of a file.
	const whole = opening.tables.reduce((sum, { rows }) => sum + rows * 500, opening.files.bytes);
	let sofar = 0;
	const more = (bytes: number) => {
		sofar += bytes;
		progress(sofar / Math.max(whole, 1));
	};
	for (const table of tables) {
		let number = 0;
		let gathered: string[] = [];
		let size = 0;
		const piece = () => {
			const entry = text(piecePath(table.name, ++number), gathered.join(""));
			gathered = [];
			size = 0;
			return entry;
		};
		for await (const lines of readLeaving(trx, id, table, secret)) {
			for (const line of lines) {
				gathered.push(line, "\n");
				size += line.length + 1;
				if (size >= pieceSize) yield piece();
			}
			more(lines.length * 500);
		}
		if (size > 0) yield piece();
	}
	for await (const { id: file, size } of listFilesThatLeave(trx, id)) {
		const content = await openFileThatLeaves(trx, file);
		if (content) {
			done.files++;
			yield { name: filePath(file), size, content };
		} else done.closedFiles++;
		more(size);
	}
}

const text = (name: string, content: string): Entry => ({ name, content: Buffer.from(content) });
