import { type AttachedFile, type FileState, isOpenable } from "../domain/files.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { openFileBytes } from "../store/files.ts";
import { withinEntries } from "../store/scope.ts";
import type { App } from "./app.ts";
import { type OpenedDifference, openDifference } from "./open-difference.ts";

/** A file that somebody asked for, with the difference that they asked for it in. */
export type OpenedFile = {
	opened: OpenedDifference;
	file: AttachedFile;
	state: FileState;
	/** Its bytes, as they are asked for; absent while nobody may open it. */
	content?: AsyncIterable<Uint8Array>;
};

/**
 * Opens a file for whoever may read the entry of the record that it was sent with, and notes in the log of readings that
 * they did.
 *
 * @returns undefined when it does not exist or they may not know of it
 * @throws SealFault, `disposed` where it was disposed of with the words of its difference
 */
export async function openFile(
	app: App,
	viewer: Viewer,
	difference: string,
	id: string,
): Promise<OpenedFile | undefined> {
	const opened = await openDifference(app, viewer, difference, `file ${id}`);
	const file = opened?.entries.flatMap(({ files = [] }) => files).find((each) => each.id === id);
	const state = file && opened?.fileStates.get(id);
	if (!opened || !file || !state) return undefined;
	return {
		opened,
		file,
		state,
		...(isOpenable(state, opened.scanning) && {
			content: await withinEntries(
				{ differenceId: difference, seqs: opened.entries.map(({ seq }) => seq) },
				() => openFileBytes(app.db, id),
			),
		}),
	};
}
