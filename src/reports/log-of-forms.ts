import type { Calendar } from "../domain/calendar/calendar.ts";
import { workingDaysBetween } from "../domain/calendar/working-days.ts";
import { sayEnding } from "../domain/difference/told/words.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { fieldOf, type Protocol, readAs, stageTitle } from "../domain/protocol/protocol.ts";
import type { SpokenTo } from "../domain/said.ts";
import { londonTime } from "../domain/time.ts";
import type { Calendars } from "../store/calendars.ts";
import type { Db } from "../store/db.ts";
import {
	countFormsInLog,
	eachFormInLog,
	type FormInLog,
	type LogAsked,
	type LoggedSteps,
	type LogNarrowed,
	listFormsInLog,
	listVersionsInUse,
} from "../store/log-of-forms.ts";
import type { Library } from "../store/protocols.ts";
import type { Counted } from "../store/where-to-look.ts";
import { inWordsFor } from "../store/words-of-difference.ts";

/** A line of the log, in words: no child and no sentence of the story is in it. */
export type LoggedForm = FormInLog & {
	about: string;
	/** What the protocol counts by besides, in words, by its column. */
	counted: Record<string, string>;
	/**
	 * How many working days the response came after its date, or is after it by now; 0 when it is in time or none is due.
	 * That is late where the date is a limit (`dueIs`); nobody is late for a target.
	 */
	afterByWorkingDays: number;
	/** How it ended, or the stage that it is in. */
	outcome: string;
};

/** What reports read from. */
export type Reading = SpokenTo & { db: Db; protocols: Library; calendars: Calendars };

/** The log of all forms that an office was sent, for whoever holds that office. */
export async function logOfForms(
	reading: Reading,
	viewer: Viewer,
	office: string,
	asked: LogAsked,
	now: Temporal.ZonedDateTime,
): Promise<
	Counted & {
		rows: LoggedForm[];
		/** How many of them are open. */
		open: Counted;
		/** Whether nothing comes after this page. */
		isLast: boolean;
	}
> {
	const { db } = reading;
	const protocols = await protocolsInUse(reading, viewer.partnershipId);
	const calendars = await reading.calendars.in(db, viewer.partnershipId);
	const { rows, ...counted } = await listFormsInLog(
		db,
		viewer,
		office,
		stepsToLog([...protocols.values()]),
		asked,
	);
	return { ...counted, rows: await allInWords(db, viewer, rows, protocols, calendars, now) };
}

/** Every form of a part of the log, one after the other, so that any number of them needs little memory. */
export async function* everyLoggedForm(
	reading: Reading,
	viewer: Viewer,
	office: string,
	asked: LogNarrowed,
	now: Temporal.ZonedDateTime,
): AsyncGenerator<LoggedForm> {
	const { db } = reading;
	const protocols = await protocolsInUse(reading, viewer.partnershipId);
	const calendars = await reading.calendars.in(db, viewer.partnershipId);
	const steps = stepsToLog([...protocols.values()]);
	for await (const rows of eachFormInLog(db, viewer, office, steps, asked))
		yield* await allInWords(db, viewer, rows, protocols, calendars, now);
}

/**
 * The differences whose forms a part of the log has, each once, the first received first.
 *
 * @param most no more than these are read: one more than that says that there are more
 */
export async function listDifferencesInLog(
	reading: Reading,
	viewer: Viewer,
	office: string,
	asked: LogNarrowed,
	most: number,
): Promise<string[]> {
	const protocols = await protocolsInUse(reading, viewer.partnershipId);
	const steps = stepsToLog([...protocols.values()]);
	const ids = new Set<string>();
	for await (const rows of eachFormInLog(reading.db, viewer, office, steps, asked)) {
		for (const { id } of rows) ids.add(id);
		if (ids.size > most) break;
	}
	return [...ids].slice(0, most + 1).toReversed();
}

/** How many forms a part of the log has. */
export async function countLog(
	reading: Reading,
	viewer: Viewer,
	office: string,
	asked: LogNarrowed,
): Promise<number> {
	const protocols = await protocolsInUse(reading, viewer.partnershipId);
	const steps = stepsToLog([...protocols.values()]);
	return countFormsInLog(reading.db, viewer, office, steps, asked);
}

/** What protocols count by besides themes, in words: each is a column of the log. */
export const dimensionsIn = (protocols: Iterable<Protocol>): string[] => [
	...new Set(
		[...protocols].flatMap((protocol) =>
			(protocol.report?.dimensions ?? []).map((field) => readAs(fieldOf(protocol, field))),
		),
	),
];

const allInWords = (
	db: Db,
	viewer: Viewer,
	rows: FormInLog[],
	protocols: Map<string, Protocol>,
	calendars: Awaited<ReturnType<Calendars["in"]>>,
	now: Temporal.ZonedDateTime,
): Promise<LoggedForm[]> =>
	Promise.all(
		rows.flatMap((row) => {
			const protocol = protocols.get(row.versionId);
			return protocol
				? [
						inWordsFor(db, protocol, row.id, viewer).then((worded) =>
							inWords(worded, calendars.for(protocol), row, now),
						),
					]
				: [];
		}),
	);

/** The protocols of a partnership's differences, by version. */
export async function protocolsInUse(
	{ db, protocols: library }: Pick<Reading, "db" | "protocols">,
	partnershipId: string,
): Promise<Map<string, Protocol>> {
	const versions = await listVersionsInUse(db, partnershipId);
	const protocols = new Map<string, Protocol>();
	for (const version of versions) protocols.set(version, await library.version(db, version));
	return protocols;
}

/** Which steps send a form on, answer it and follow it up, in any of these protocols. */
export function stepsToLog(protocols: Protocol[]): LoggedSteps {
	const steps = protocols.flatMap((protocol) => Object.values(protocol.steps));
	return {
		forward: steps.flatMap(({ id, kind }) => (kind === "forward" ? [id] : [])),
		answer: steps.flatMap(({ id, form, by }) => (form && by.side === "receiving" ? [id] : [])),
		followUp: steps.flatMap(({ id, kind }) => (kind === "follow-up" ? [id] : [])),
		followUpAgain: protocols.flatMap(({ moves }) =>
			moves.flatMap(({ id, whenLate }) => (whenLate ? [id] : [])),
		),
	};
}

function inWords(
	protocol: Protocol,
	calendar: Calendar,
	row: FormInLog,
	now: Temporal.ZonedDateTime,
): LoggedForm {
	const until = row.respondedAt ?? row.endedAt ?? now.toInstant().toString();
	return {
		...row,
		about: row.themes.map((theme) => protocol.themes[theme] ?? theme).join("; "),
		counted: Object.fromEntries(
			Object.entries(row.dimensions).flatMap(([id, option]) => {
				const field = protocol.fields[id];
				return field?.type === "choice" ? [[readAs(field), field.options[option] ?? option]] : [];
			}),
		),
		afterByWorkingDays: row.dueAt === null ? 0 : lateBy(calendar, row.dueAt, until),
		outcome: row.ending ? sayEnding(protocol, row.ending) : stageTitle(protocol, row.stage),
	};
}

/** Working days from the due day to the day of `until`; at least 1 when it is late at all. */
function lateBy(calendar: Calendar, dueAt: string, until: string): number {
	if (Temporal.Instant.compare(until, dueAt) <= 0) return 0;
	const days = workingDaysBetween(dayOf(dueAt), dayOf(until), calendar);
	return Math.max(1, days);
}

const dayOf = (instant: string) => londonTime(instant).toPlainDate().toString();
