import type { OldLogApp } from "../actions/old-log.ts";
import { runOldLogTask } from "../actions/run-task.ts";
import { beside } from "../beside/beside.ts";
import { readConfig } from "../config.ts";
import { officesRead, type Viewer } from "../domain/people/viewer.ts";
import { clamd } from "../files/clamd.ts";
import { deskOffice as office } from "../reports/business-unit-desk.ts";
import { calendarLibrary } from "../store/calendars.ts";
import type { Db } from "../store/db.ts";
import { findViewer, listIdsAtAddress } from "../store/people.ts";
import { protocolLibrary } from "../store/protocols.ts";
import { type Io, WrongCall } from "./command.ts";
import { type OpenedKeys, withKeys } from "./open-database.ts";
import { partnershipIn } from "./partnership-in.ts";

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
 * @throws WrongCall
 */
export function actingFor<Answer>(
	io: Pick<Io, "env" | "now">,
	called: Called,
	act: (acting: Acting) => Promise<Answer>,
): Promise<Answer> {
	const actNow = async ({ db }: OpenedKeys) => {
		const by = await personCalled(db, called, io.now());
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
			enqueue: async (_, jobs) => {
				for (const { name, data } of jobs) if (name === "run-task") asked.push(data.taskId);
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
	};
	return withKeys(io, actNow, { as: "serving" });
}

/**
 * Somebody of the directory who is named by their work address. Who is several people is the one of the Business Unit.
 *
 * @param partnership its name, for whoever is that in several
 * @throws WrongCall where nobody is meant, or several could be
 */
export async function personCalled(
	db: Db,
	{ email, partnership }: Called,
	at: Temporal.Instant,
): Promise<Viewer> {
	if (!email) throw new WrongCall("Say in whose name: ‘--as’ and their e-mail address.");
	const within = partnership === undefined ? undefined : await partnershipIn(db, partnership);
	const people: Viewer[] = [];
	for (const id of await listIdsAtAddress(db, email)) {
		const person = await findViewer(db, id, at);
		if (person && (!within || person.partnershipId === within.id)) people.push(person);
	}
	const ofOffice = people.filter((person) => officesRead(person).includes(office));
	const [one, ...more] = ofOffice.length > 0 ? ofOffice : people;
	if (!one) throw new WrongCall(`Nobody in the directory has the address ‘${email}’.`);
	if (more.length > 0)
		throw new WrongCall(`‘${email}’ is several people. Say in which partnership: ‘--partnership’.`);
	return one;
}

/** In whose name, as a call says it. */
export type Called = { email: string | undefined; partnership: string | undefined };

/** What reports read from. */
export const readingFrom = (db: Db) => ({
	db,
	protocols: protocolLibrary(),
	calendars: calendarLibrary(),
});
