import { replay } from "../domain/difference/difference.ts";
import { toldOfVirus } from "../domain/difference/who/is-told.ts";
import type { FileState, Scanning } from "../domain/files.ts";
import { ScannerAway } from "../files/clamd.ts";
import { transact } from "../store/db.ts";
import { loadDifference } from "../store/differences.ts";
import {
	deleteFilesBrokenOff,
	listUncheckedFiles,
	readFile,
	saveFileState,
	type UncheckedFile,
} from "../store/files.ts";
import type { App } from "./app.ts";
import { sendNotifications } from "./notify.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** How files are checked here. */
export const scanningOf = ({ files: { scanner } }: { files: { scanner?: unknown } }): Scanning =>
	scanner === undefined ? "not-set-up" : scanner === "none" ? "none" : "scanner";

/** What the scanner says of these bytes now; that they wait, where it says nothing. */
export async function scan(
	{ files: { scanner } }: Pick<App, "files">,
	content: AsyncIterable<Uint8Array>,
): Promise<FileState> {
	if (typeof scanner !== "function") return "waiting";
	try {
		return await scanner(content);
	} catch (problem) {
		if (problem instanceof ScannerAway) return "waiting";
		throw problem;
	}
}

/** The same of a file that is kept. */
export const scanFile = (app: Pick<App, "db" | "files">, id: string): Promise<FileState> =>
	scan(app, readFile(app.db, id));

/** So many are looked through at one run; those left are for the next. */
const atOneRun = 100;

/**
 * Looks through the files that wait for the virus scanner, and tells whoever sent one, and the office that may read of it,
 * when something is found. A run that was missed loses nothing, and a second one does nothing.
 *
 * @throws ScannerAway when there are some that it could not look through
 */
export async function checkFilesThatWait(app: App): Promise<void> {
	if (scanningOf(app) !== "scanner") return;
	let waiting = 0;
	for (const file of await listUncheckedFiles(app.db, atOneRun)) {
		const state = await scanFile(app, file.id);
		if (state === "waiting") waiting++;
		else await saveVerdict(app, file, state);
	}
	if (waiting > 0) throw new ScannerAway(`${waiting} files wait for the virus scanner`);
}

/** What was found is told as the record stands at that moment: a file may have been sent while it was looked through. */
const saveVerdict = (
	app: App,
	file: UncheckedFile,
	state: Exclude<FileState, "waiting">,
): Promise<void> =>
	transact(app.db, async (trx) => {
		const saved = await saveFileState(trx, file.id, state);
		if (state !== "infected" || !saved?.difference_id || saved.seq === null) return;
		const loaded = await loadDifference(trx, saved.difference_id);
		if (!loaded) return;
		const protocol = await app.protocols.version(trx, loaded.versionId);
		const difference = replay(protocol, loaded.header, loaded.entries);
		await sendNotifications(
			trx,
			app,
			await partnershipClock(app, trx, file.partnershipId),
			protocol,
			difference,
			toldOfVirus(protocol, difference, loaded.entries, saved.seq),
		);
	});

/** After so long, what has not arrived never will. */
const aDay = Temporal.Duration.from({ hours: 24 });

/** Takes away what was broken off on its way here: a connection that was lost, or a Concord that was stopped. */
export const deleteBrokenOff = (app: App): Promise<void> =>
	transact(app.db, (trx) => deleteFilesBrokenOff(trx, app.clock().subtract(aDay).toString()));
