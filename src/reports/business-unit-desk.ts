/**
 * The desk of an office: every duty in what it was sent that is still owed, by whomever, in one order. What is urgent
 * comes first, then what the office does, then what it waits for.
 */
import type { Calendar } from "../domain/calendar/calendar.ts";
import { workingDaysBetween } from "../domain/calendar/working-days.ts";
import { sayRole, withAgencyNames } from "../domain/difference/told/words.ts";
import { workingDaysLeft } from "../domain/difference/told/working-days-left.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { StepKind } from "../domain/protocol/file/file.ts";
import {
	type Binding,
	clockRule,
	type Protocol,
	type Step,
	type StepId,
	slotOf,
	stepOf,
} from "../domain/protocol/protocol.ts";
import { londonTime } from "../domain/time.ts";
import { type AtOffice, listAtOffice } from "../store/log-of-forms.ts";
import type { Counted } from "../store/where-to-look.ts";
import { type LoggedForm, logOfForms, protocolsInUse, type Reading } from "./log-of-forms.ts";

/** The office that has the desk. */
export const deskOffice = "business-unit";

/**
 * Where a duty lies on the desk, in the order of the desk. `urgent` is whatever is owed where a child is not safe, and
 * whatever is past a limit, whoever owes it.
 */
export const places = [
	"urgent",
	"to-forward",
	"to-follow-up",
	"to-do",
	"awaiting-response",
	"waiting-for-raising",
	"waiting-for-others",
	"with-the-executive",
	"still-to-record",
] as const;
export type Place = (typeof places)[number];

/** A number of days, as a limit counts them. */
export type Days = { days: number; working: boolean };

/** What a holder of the office does on a page of its own. */
export type DeskAct = { title: string; kind: StepKind } & ({ step: StepId } | { move: string });

/** One duty on the desk: whose, what, since when, by when, and what the office can do about it. */
export type OnDesk = Pick<
	AtOffice,
	"id" | "reference" | "raising" | "receiving" | "receivedAt" | "notSafe" | "about" | "takenBy"
> & {
	place: Place;
	/** What it is about, in words. */
	themes: string;
	/** The step that is owed; null for a time limit, and where nothing is owed that the office may know. */
	step: StepId | null;
	/** What is owed, in words; empty where nothing is that the office may know. */
	what: string;
	/** Who owes it, a name, else a role; undefined where the office does. */
	waitingFor: string | undefined;
	/** What a holder of the office can do about it now. */
	act: DeskAct | undefined;
	/** Whether the office may remind whoever owes it now, and the ISO day on which it last did. */
	mayRemind: boolean;
	remindedOn: string | null;
	/** The soonest date that somebody is held to, and what that date is. */
	dueAt: string | null;
	dueIs: Binding;
	/** How many working days there are until then, where its limit is counted in them. */
	workingDays: number | undefined;
	/** No time runs, but one stands still. */
	paused: boolean;
	/** How long it is past its limit; undefined while it is not. */
	lateBy: Days | undefined;
	/** How long it has been owed. */
	waited: Days;
};

/** The desk of an office: what lies before it, and the latest of what was decided and closed. */
export type Desk = {
	open: Record<Place, OnDesk[]>;
	decided: Counted & { rows: LoggedForm[] };
	closed: Counted & { rows: LoggedForm[] };
};

/** How many of those that ended are shown on the desk; the log has them all. */
const latest = 5;

/** Everything that an office has before it, in the order of the desk. */
export async function deskOf(
	reading: Reading,
	viewer: Viewer,
	office: string,
	now: Temporal.ZonedDateTime,
): Promise<Desk> {
	const rows = await dutiesOnDesk(reading, viewer, office, now);
	const protocols = await protocolsInUse(reading, viewer.partnershipId);
	const final = [
		...new Set(
			[...protocols.values()].flatMap(({ endings }) =>
				Object.values(endings).flatMap(({ id, final }) => (final ? [id] : [])),
			),
		),
	];
	const ended = (among: boolean) =>
		logOfForms(
			reading,
			viewer,
			office,
			{ ended: { ways: final, among }, page: 1, pageSize: latest },
			now,
		);
	return {
		open: Object.fromEntries(
			places.map((place) => [place, rows.filter((row) => row.place === place)]),
		) as Desk["open"],
		decided: await ended(true),
		closed: await ended(false),
	};
}

/** What is owed in all that an office was sent, in the order of the desk. Whoever may not read it sees nothing. */
export async function dutiesOnDesk(
	reading: Reading,
	viewer: Viewer,
	office: string,
	now: Temporal.ZonedDateTime,
): Promise<OnDesk[]> {
	const protocols = await protocolsInUse(reading, viewer.partnershipId);
	const calendars = await reading.calendars.in(reading.db, viewer.partnershipId);
	const rows = (await listAtOffice(reading.db, viewer, office)).flatMap((row) => {
		const protocol = protocols.get(row.versionId);
		return protocol ? onDesk(protocol, calendars.for(protocol), row, office, now) : [];
	});
	return rows.sort(inOrderOfDesk);
}

/**
 * What comes next on the desk after something was done in a difference: the first of the same kind in another, else the
 * first of any that the office can do. What a colleague has taken is passed over.
 */
export function nextOnDesk(
	rows: readonly OnDesk[],
	viewer: Pick<Viewer, "id">,
	done: { difference: string; kind: StepKind | undefined },
): OnDesk | undefined {
	const free = rows.filter(
		({ id, act, takenBy }) =>
			act && id !== done.difference && (takenBy === null || takenBy.id === viewer.id),
	);
	return free.find(({ act }) => act?.kind === done.kind) ?? free[0];
}

/** Puts every duty of a difference where it belongs on the desk. */
export function onDesk(
	protocol: Protocol,
	calendar: Calendar,
	row: AtOffice,
	office: string,
	now: Temporal.ZonedDateTime,
): OnDesk[] {
	const isOffices = (side: string) => protocol.roles[side]?.office === office;
	const involved = Object.fromEntries(
		row.open.flatMap(({ side, agencyName }) =>
			slotOf(side) !== undefined && agencyName !== null ? [[side, agencyName]] : [],
		),
	);
	const names = { people: new Map(), agencies: { ...row, involved } };
	const title = (text: string) => withAgencyNames(protocol, names, text);
	const today = now.toPlainDate().toString();
	const isPast = ({ dueAt, paused }: Dated) =>
		dueAt !== null && !paused && Temporal.Instant.compare(now.toInstant(), dueAt) > 0;
	const daysSince = (from: string, owed: string): Days => {
		const working = countsWorkingDays(protocol, owed);
		const day = londonTime(from).toPlainDate();
		const days = working
			? workingDaysBetween(day.toString(), today, calendar)
			: day.until(today, { largestUnit: "days" }).days;
		return { days: Math.max(0, days), working };
	};
	const rowOf = (
		owed: string,
		dated: Dated & { openedAt: string; remindedAt?: string | null },
		place: Place,
		rest: Pick<OnDesk, "step" | "what" | "waitingFor" | "act">,
	): OnDesk => {
		const isLate = isPast(dated) && dated.dueIs === "limit";
		const remindedOn = dated.remindedAt
			? londonTime(dated.remindedAt).toPlainDate().toString()
			: null;
		const late = isLate && dated.dueAt ? daysSince(dated.dueAt, owed) : undefined;
		return {
			id: row.id,
			reference: row.reference,
			raising: row.raising,
			receiving: row.receiving,
			receivedAt: row.receivedAt,
			notSafe: row.notSafe,
			about: row.about,
			takenBy: row.takenBy,
			themes: row.themes.map((theme) => protocol.themes[theme] ?? theme).join("; "),
			...rest,
			place: row.notSafe || isLate ? "urgent" : place,
			mayRemind:
				rest.step !== null &&
				rest.waitingFor !== undefined &&
				!dated.paused &&
				remindedOn !== today,
			remindedOn,
			dueAt: dated.paused ? null : dated.dueAt,
			dueIs: dated.dueIs,
			workingDays:
				dated.dueAt === null
					? undefined
					: workingDaysLeft(
							protocol,
							calendar,
							owed,
							today,
							londonTime(dated.dueAt).toPlainDate().toString(),
						),
			paused: dated.paused,
			lateBy: late && { ...late, days: Math.max(1, late.days) },
			waited: daysSince(dated.openedAt, owed),
		};
	};

	const open = row.open.map((each) => ({ ...each, step: stepOf(protocol, each.step) }));
	const actOf = (step: { id: StepId; kind: StepKind; title: string }): DeskAct => ({
		step: step.id,
		kind: step.kind,
		title: title(step.title),
	});
	const followUp = open.find(({ step, side }) => step.kind === "follow-up" && isOffices(side));
	/** What the office does about something that others are late with: it follows up, and again. */
	const chase = (late: (typeof open)[number]): DeskAct | undefined => {
		if (followUp && late.step.form) return actOf(followUp.step);
		const again = protocol.moves.find(
			({ by, whenLate, while: during }) =>
				whenLate &&
				by.some(({ side }) => isOffices(side)) &&
				during.some((when) => "step" in when && late.step.id === when.step),
		);
		return again && { move: again.id, kind: "follow-up", title: title(again.title) };
	};
	const others = open
		.filter(({ side }) => !isOffices(side))
		.map((each) => ({
			each,
			act: isPast(each) && each.dueIs !== "window" ? chase(each) : undefined,
		}));
	const isChased = others.some(({ act }) => act && "step" in act);
	const rows = [
		// What the office does about a late answer stands beside that.
		...open
			.filter((each) => isOffices(each.side) && !(isChased && each === followUp))
			.map((each) =>
				rowOf(each.step.id, each, placeOfOwn(each.step.kind, row), {
					step: each.step.id,
					what: title(each.step.title),
					waitingFor: undefined,
					act: actOf(each.step),
				}),
			),
		...row.limits.map((limit) =>
			rowOf(limit.clock, limit, "to-do", {
				step: null,
				what: title(clockRule(protocol, limit.clock)?.title ?? limit.clock),
				waitingFor: undefined,
				act: undefined,
			}),
		),
		...others.map(({ each, act }) =>
			rowOf(each.step.id, each, act ? "to-follow-up" : placeOfOthers(each, row), {
				step: each.step.id,
				what: title(each.step.title),
				waitingFor: each.personName ?? sayRole(protocol, names, each.step.by),
				act,
			}),
		),
	];
	if (rows.length > 0) return rows;
	const nothing = { openedAt: row.receivedAt, dueAt: null, dueIs: "limit", paused: false } as const;
	return [
		rowOf("", nothing, "waiting-for-raising", {
			step: null,
			what: "",
			waitingFor: row.raising,
			act: undefined,
		}),
	];
}

type Dated = { dueAt: string | null; dueIs: Binding; paused: boolean };

const placeOfOwn = (kind: StepKind, { ending }: AtOffice): Place => {
	if (ending !== null) return "still-to-record";
	if (kind === "forward") return "to-forward";
	return kind === "follow-up" ? "to-follow-up" : "to-do";
};

const placeOfOthers = (
	{ step, side }: { step: Pick<Step, "kind" | "form">; side: string },
	{ ending }: AtOffice,
): Place => {
	if (ending !== null) return "still-to-record";
	if (step.form && side === "receiving") return "awaiting-response";
	if (step.kind === "decision") return "with-the-executive";
	return side === "raising" ? "waiting-for-raising" : "waiting-for-others";
};

/** Whether what is owed is held to working days; days are plain where it is held to others, and working days where to none. */
function countsWorkingDays(protocol: Protocol, owed: string): boolean {
	const limit = clockRule(protocol, owed)?.limit;
	return !limit || !("within" in limit) || limit.within.unit === "working-days";
}

const farOff = "9999";
/** By place; in it a child who is not safe comes first, then what is past its limit, then what is due soonest. */
const inOrderOfDesk = (a: OnDesk, b: OnDesk): number =>
	places.indexOf(a.place) - places.indexOf(b.place) ||
	Number(b.notSafe) - Number(a.notSafe) ||
	(a.dueAt ?? farOff).localeCompare(b.dueAt ?? farOff) ||
	a.receivedAt.localeCompare(b.receivedAt) ||
	a.reference.localeCompare(b.reference);
