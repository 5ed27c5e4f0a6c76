import type { OldLogApp } from "../actions/old-log.ts";
import { runOldLogTask } from "../actions/run-task.ts";
import { beside } from "../beside/beside.ts";
import { readConfig } from "../config.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { clamd } from "../files/clamd.ts";
import { calendarLibrary } from "../store/calendars.ts";
import type { Db } from "../store/db.ts";
import { findSignIn, findViewer } from "../store/people.ts";
import { protocolLibrary } from "../store/protocols.ts";
import { type Io, WrongCall } from "./command.ts";
import { withDatabase } from "./open-database.ts";

/** For so long the virus scanner may do nothing, in milliseconds. */
const scannerPatience = 15_000;

/** What a command has of Concord that acts for somebody: what it asks for beside the page, it does itself, at once. */
export type Acting = {
	app: OldLogApp;
	by: Viewer;
	/** Does what was asked for. */
	doAsked: () => Promise<void>;
};

/**
 * Acts on the database of the Concord whose settings these are, in the name of somebody: they may do no more than on the page,
 * and the record names them.
 *
 * @param email of whoever it is done for
 * @throws WrongCall
 */
export function actingFor<Answer>(
	io: Pick<Io, "env" | "now">,
	email: string | undefined,
	act: (acting: Acting) => Promise<Answer>,
): Promise<Answer> {
	return withDatabase(io, async (db) => {
		const by = await personCalled(db, email, io.now());
		const { files, rehearsal } = readConfig(io.env);
		const asked: string[] = [];
		const typed = beside();
		const app: OldLogApp = {
			db,
			beside: typed,
			clock: io.now,
			protocols: protocolLibrary(),
			rehearsal,
			files: {
				limits: files.limits,
				scanner:
					typeof files.scanner === "object" ? clamd(files.scanner, scannerPatience) : files.scanner,
			},
			enqueue: async (_, { name, data }) => {
				if (name === "run-task") asked.push(data.taskId);
			},
		};
		try {
			return await act({
				app,
				by,
				doAsked: async () => {
					for (const task of asked.splice(0)) await runOldLogTask(app, task);
				},
			});
		} finally {
			await typed.stop();
		}
	});
}

/** Reads as somebody who is named by their address. @throws WrongCall where nobody of the directory has it */
export async function personCalled(
	db: Db,
	email: string | undefined,
	at: Temporal.Instant,
): Promise<Viewer> {
	if (!email) throw new WrongCall("Say in whose name: ‘--as’ and their e-mail address.");
	const found = await findSignIn(db, email);
	const by = found && (await findViewer(db, found.id, at));
	if (!by) throw new WrongCall(`Nobody in the directory has the address ‘${email}’.`);
	return by;
}

/** What reports read from. */
export const readingFrom = (db: Db) => ({
	db,
	protocols: protocolLibrary(),
	calendars: calendarLibrary(),
});
