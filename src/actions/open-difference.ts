import type { Calendar } from "../domain/calendar/calendar.ts";
import { type Difference, inWordsOf, replay } from "../domain/difference/difference.ts";
import { namesOfSides } from "../domain/difference/told/words.ts";
import { type AllowedAct, allowedActs } from "../domain/difference/who/may-act.ts";
import {
	nothingToPutRight,
	saysSafetyFor,
	type ToPutRight,
	toPutRight,
} from "../domain/difference/who/may-put-right.ts";
import type { FileState, Scanning } from "../domain/files.ts";
import {
	beginsTakingOut,
	mayProgramRead,
	mostReadByProgram,
} from "../domain/people/read-by-program.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { assigneesIn } from "../domain/people/who-answers.ts";
import { type Answer, peopleNamedIn } from "../domain/protocol/answers.ts";
import type { Protocol, Side, StepId } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { type SpokenTo, said } from "../domain/said.ts";
import { type Away, listAway } from "../store/absences.ts";
import { type Trx, transact } from "../store/db.ts";
import { findAndNothingElse, findLinked, type Linked, type Seen } from "../store/differences.ts";
import { listFileStates } from "../store/files.ts";
import { listPeople, listWhoMayBeAskedFor, type Person } from "../store/people.ts";
import { addReadByProgram } from "../store/read-by-program.ts";
import { addReading } from "../store/readings.ts";
import { listToRemindIn } from "../store/reminders.ts";
import type { App } from "./app.ts";
import { scanningOf } from "./check-files.ts";
import { noteExport } from "./note-export.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";

/** A difference as one person may see it, with all that a page, a document or an answer needs. */
export type OpenedDifference = Seen &
	SpokenTo & {
		/** In the words of this difference, as far as this person may know it. */
		protocol: Protocol;
		/** What the entries that this person may read add up to. */
		difference: Difference;
		/** Everybody whom those entries name, by id. */
		people: Map<string, Person>;
		/** Who opened it. */
		viewer: Viewer;
		/** Who is asked for each open step and reminded of it, of their own sides: the first that are asked, by id. */
		asked: ReadonlyMap<StepId, readonly string[]>;
		/** What this person may do now. */
		acts: AllowedAct[];
		/** Whether they may say whether the child is safe. */
		maySaySafety: boolean;
		/** What they may put right, add and ask beside that. */
		putRight: ToPutRight;
		here: PartnershipClock;
		/** What its dates are counted by. */
		calendar: Calendar;
		/** Who of the partnership is away today, and who stands in. */
		away: Away;
		/** What the virus scanner said of each file that was sent in it. */
		fileStates: ReadonlyMap<string, FileState>;
		/** How files are checked here. */
		scanning: Scanning;
		/** What it continues, and what continues it, as far as this person may see them. */
		linked: { continues?: Linked; continuedBy?: Linked };
	};

/** What opening one needs of Concord. */
export type OpeningApp = Pick<App, "db" | "clock" | "protocols" | "calendars"> & {
	files: Pick<App["files"], "scanner">;
};

/**
 * Opens a difference for somebody, and notes in the log of readings that they did.
 *
 * @param what the page or document, such as `difference` or `form`
 * @returns undefined when it does not exist or they may not know of it
 */
export function openDifference(
	app: OpeningApp,
	viewer: Viewer,
	id: string,
	what: string,
): Promise<OpenedDifference | undefined> {
	return transact(app.db, async (trx) => {
		const seen = await findAndNothingElse(trx, id, viewer);
		if (!seen) return undefined;
		const here = await partnershipClock(app, trx, viewer.partnershipId);
		if (viewer.through !== undefined) await countForProgram(trx, viewer, id, here);
		await addReading(trx, viewer, {
			differenceId: id,
			what,
			at: here.now.toInstant().toString(),
		});
		const version = await app.protocols.version(trx, seen.versionId);
		const calendars = await app.calendars.in(trx, viewer.partnershipId);
		const difference = replay(version, seen.header, seen.entries);
		const protocol = inWordsOf(version, difference);
		const away = await listAway(trx, viewer.partnershipId, here.now.toPlainDate().toString());
		const asked = await listAsked(trx, seen, viewer, here);
		const people = await listPeople(trx, [
			...peopleIn(protocol, difference),
			...seen.entries.flatMap(({ by, entered }) =>
				[by, entered?.by].flatMap((each) => each?.person ?? []),
			),
			...seen.entries.flatMap((entry) => (entry.type === "vouched" ? entry.person : [])),
			...[...asked.values()].flat(),
			...difference.open.flatMap(({ person }) => (person && away.get(person)?.deputies) || []),
		]);
		// Nobody adds to what was disposed of: hold-difference refuses it, so nothing offers it.
		const isOver = seen.wordsLost === "disposed";
		return {
			...seen,
			agencies: namesOfSides(protocol, seen.agencies),
			protocol,
			difference,
			people: new Map(people.map((person) => [person.id, person])),
			viewer,
			asked,
			acts: isOver ? [] : actsOpenTo(viewer, protocol, difference, seen.sides),
			maySaySafety:
				!isOver &&
				saysSafetyFor(protocol, named(difference, viewer, seen.sides), viewer) !== undefined,
			putRight: isOver
				? nothingToPutRight
				: toPutRight(protocol, named(difference, viewer, seen.sides), viewer),
			here,
			calendar: calendars.for(protocol),
			away,
			fileStates: seen.entries.some(({ files }) => files)
				? await listFileStates(trx, id)
				: new Map(),
			scanning: scanningOf(app),
			linked: seen.isLinked ? await findLinked(trx, id, viewer) : {},
		};
	});
}

/**
 * Counts what programs open for somebody: many differences, one after the other, are data that is taken out. That it is begun, is
 * noted as any other time at which that is done.
 *
 * @throws Refusal 'takes-too-much' for whoever may not
 */
async function countForProgram(
	trx: Trx,
	viewer: Viewer,
	id: string,
	{ now }: PartnershipClock,
): Promise<void> {
	const day = now.toPlainDate().toString();
	const { opened, isNew } = await addReadByProgram(trx, viewer, id, day);
	if (!mayProgramRead(viewer, opened))
		throw new Refusal(
			"takes-too-much",
			said`Programs have opened ${mostReadByProgram} differences for you today. To open more on one day is to take data out of Concord: ask your administrator for that right, or go on tomorrow.`,
		);
	if (beginsTakingOut(opened, isNew))
		await noteExport(
			trx,
			viewer,
			{
				what: "Differences, one after the other by a program",
				about: `Through ${viewer.through}, more than ${mostReadByProgram} on this day`,
				format: "API",
				rows: null,
			},
			now,
		);
}

/** Who is asked for what is open, of the sides that the viewer is of: of another side nobody is known by name. */
async function listAsked(
	trx: Trx,
	{ header, sides }: Seen,
	{ partnershipId }: Viewer,
	{ now }: PartnershipClock,
): Promise<Map<StepId, string[]>> {
	const owed = await listToRemindIn(trx, partnershipId, header.id);
	const steps = owed.filter(({ what, side }) => what === "step" && sides.includes(side));
	if (steps.length === 0) return new Map();
	const assignees = assigneesIn(
		await listWhoMayBeAskedFor(trx, partnershipId, now.toPlainDate().toString(), owed),
	);
	return new Map(steps.map((step) => [step.owed, assignees(step).map(({ id }) => id)]));
}

/** What somebody may do in a difference, as they see it. */
export const actsOpenTo = (
	viewer: Viewer,
	protocol: Protocol,
	difference: Difference,
	sides: Side[],
): AllowedAct[] => allowedActs(protocol, named(difference, viewer, sides), viewer);

/**
 * Somebody may see a difference because they were named in an entry that their side may not read.
 * For what they may do, they are named.
 */
const named = (difference: Difference, { id }: Viewer, sides: Side[]): Difference => ({
	...difference,
	people: {
		...Object.fromEntries(sides.slice(0, 1).map((side) => [id, side])),
		...difference.people,
	},
});

/** Everybody whom a difference names, by identifier. */
export function peopleIn(protocol: Protocol, difference: Difference): Set<string> {
	const namedBy = (id: string, answer: Answer | undefined) => {
		const field = protocol.fields[id];
		return field && answer !== undefined ? peopleNamedIn(field, answer) : [];
	};
	const named = [
		...Object.entries(difference.answers).flatMap(([id, { answer }]) => namedBy(id, answer)),
		// Whoever was named by mistake has no part in it, and still stands in the record.
		...difference.corrections.flatMap(({ field, was }) => namedBy(field, was)),
	];
	return new Set([
		...(difference.raisedBy === null ? [] : [difference.raisedBy]),
		...Object.keys(difference.people),
		...Object.keys(difference.conflicts),
		...(difference.sealed?.to ?? []),
		...difference.glassBroken.map(({ person }) => person),
		...difference.open.flatMap(({ person }) => person ?? []),
		...Object.entries(difference.handedOver).flatMap(([from, to]) => [from, ...(to ? [to] : [])]),
		...named,
	]);
}
