/**
 * People come in a file: it is read, tried as often as one likes, and imported in whole or not at all. Until one of them
 * has come or is named somewhere, the import can be undone.
 */

import { randomUUID } from "node:crypto";
import { sayNumber } from "../domain/english.ts";
import {
	type ColumnsOfPeople,
	guessPeopleColumns,
	type PeopleRead,
	readPeople,
} from "../domain/partnership/people-table.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { said, saidWhole } from "../domain/said.ts";
import { listAgencies } from "../store/agencies.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { deleteInvitees, listHolders, lockInvitations } from "../store/invitations.ts";
import {
	addPeopleImport,
	deletePeopleImportsLeft,
	findPeopleImport,
	listBrought,
	lockPeopleImport,
	markPeopleImported,
	markPeopleUndone,
	type PeopleImport,
	saveColumnsOfPeople,
} from "../store/people-imports.ts";
import type { App } from "./app.ts";
import { addPeople, checkMayInvite, type Invited, inviteSaved } from "./invite.ts";
import { officesIn } from "./offices-in.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** More than a partnership has, and few enough to be read at once. */
export const mostPeople = 5_000;
/** What nobody imported is thrown away after so many days. */
const keptForDays = 7;

/** Who imports: an administrator, or whoever is on the machine itself, for a partnership. */
export type Importer = Viewer | { machine: true; partnershipId: string };

const isMachine = (by: Importer): by is Exclude<Importer, Viewer> => "machine" in by;

function checkMayImport(by: Importer): void {
	if (!isMachine(by)) checkMayInvite(by);
}

/**
 * Reads a file that somebody chose. Nobody is imported by that.
 *
 * @returns its identifier
 * @throws Refusal 'not-yours' | 'wrong-file'
 */
export async function choosePeople(
	app: App,
	by: Importer,
	{ fileName, content }: { fileName: string; content: Uint8Array },
): Promise<string> {
	checkMayImport(by);
	const table = await app.beside.readTable(content);
	if ("wrong" in table)
		throw new Refusal("wrong-file", said`${saidWhole(table.wrong)}. ${saidWhole(table.fix)}.`);
	const { headings, rows } = table;
	if (rows.length > mostPeople)
		throw new Refusal(
			"wrong-file",
			said`This file has more than ${sayNumber(mostPeople)} lines. Import it in several files.`,
		);
	const id = randomUUID();
	await transact(app.db, (trx) =>
		addPeopleImport(trx, {
			id,
			partnershipId: by.partnershipId,
			fileName,
			content: { headings, rows },
			columns: guessPeopleColumns(headings),
			chosenBy: isMachine(by) ? null : by.id,
			at: app.clock().toString(),
		}),
	);
	return id;
}

/** Throws away what nobody imported, whatever the clock of a rehearsal says. */
export const deletePeopleFilesLeft = (app: App): Promise<void> =>
	transact(app.db, (trx) =>
		deletePeopleImportsLeft(
			trx,
			app
				.clock()
				.subtract({ hours: 24 * keptForDays })
				.toString(),
		),
	);

/** A file with what importing it now would bring. */
export type Tried = { file: PeopleImport; read: PeopleRead };

/**
 * What importing a file now would bring, and the faults of its lines.
 *
 * @returns undefined where the partnership has no such file to import
 * @throws Refusal 'not-yours'
 */
export async function tryPeople(app: App, by: Importer, id: string): Promise<Tried | undefined> {
	checkMayImport(by);
	return tried(app, app.db, by, id);
}

async function tried(
	app: App,
	db: Db | Trx,
	{ partnershipId }: Importer,
	id: string,
): Promise<Tried | undefined> {
	const file = await findPeopleImport(db, partnershipId, id);
	if (!file?.content) return undefined;
	const { headings, rows } = file.content;
	const at = headings.indexOf(file.columns.email ?? "");
	return {
		file,
		read: readPeople(rows, {
			headings,
			columns: file.columns,
			agencies: (await listAgencies(db, partnershipId)).filter(
				({ endedOn }) => endedOn === undefined,
			),
			offices: await officesIn(app, db, partnershipId),
			held: await listHolders(
				db,
				partnershipId,
				rows.flatMap(({ cells }) => cells[at]?.trim() || []),
			),
		}),
	};
}

/**
 * Says which column is which.
 *
 * @returns whether the partnership has such a file to import
 * @throws Refusal 'not-yours'
 */
export async function mapPeople(
	app: App,
	by: Importer,
	id: string,
	columns: ColumnsOfPeople,
): Promise<boolean> {
	checkMayImport(by);
	return transact(app.db, async (trx) => {
		const file = await findPeopleImport(trx, by.partnershipId, id);
		if (!file?.content) return false;
		const known = Object.fromEntries(
			Object.entries(columns).filter(([, heading]) => file.content?.headings.includes(heading)),
		);
		await saveColumnsOfPeople(trx, id, known);
		return true;
	});
}

/**
 * Imports everybody of a file, or nobody.
 *
 * @param how `invite` sends each an invitation; without it they are in the directory, and can be invited later
 * @returns how many; undefined where the partnership has no such file to import
 * @throws Refusal 'not-yours' | 'wrong-answers' where some line has a fault
 */
export async function importPeople(
	app: App,
	by: Importer,
	id: string,
	how: { invite: boolean },
): Promise<{ people: number; invited: Invited[] } | undefined> {
	checkMayImport(by);
	return transact(app.db, async (trx) => {
		await lockInvitations(trx, by.partnershipId);
		await lockPeopleImport(trx, id);
		const trial = await tried(app, trx, by, id);
		if (!trial) return undefined;
		const { people, faults } = trial.read;
		if (faults.length > 0 || people.length === 0)
			throw new Refusal(
				"wrong-answers",
				"Nobody was imported: put right the lines with faults first.",
			);
		const added = await addPeople(
			app,
			trx,
			by,
			people.map(({ line: _, ...person }) => person),
		);
		await markPeopleImported(
			trx,
			id,
			added.map((person) => person.id),
			app.clock().toString(),
		);
		const { partnership } = await partnershipClock(app, trx, by.partnershipId);
		const invited = how.invite
			? await inviteSaved(app, trx, partnership, added, {
					byMail: true,
					...(!isMachine(by) && { by }),
				})
			: [];
		return { people: added.length, invited };
	});
}

/**
 * Takes everybody out again whom a file brought, with their invitations.
 *
 * @returns how many; undefined where the partnership has no such import
 * @throws Refusal 'not-yours' | 'has-ended' once one of them has come or is named anywhere
 */
export async function undoPeopleImport(
	app: App,
	by: Importer,
	id: string,
): Promise<number | undefined> {
	checkMayImport(by);
	return transact(app.db, async (trx) => {
		await lockInvitations(trx, by.partnershipId);
		await lockPeopleImport(trx, id);
		const file = await findPeopleImport(trx, by.partnershipId, id);
		if (file?.state !== "imported") return undefined;
		const brought = await listBrought(trx, id);
		const at = app.clock().toString();
		if (!(await deleteInvitees(trx, brought, at)))
			throw new Refusal(
				"has-ended",
				"This import cannot be undone: some of these people have signed in or are named already.",
			);
		await markPeopleUndone(trx, id, at);
		return brought.length;
	});
}
