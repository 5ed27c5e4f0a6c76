/**
 * The desk of an office: every duty in what it was sent that is still owed, by whomever, in one order. What is urgent
 * comes first, then what the office does, then what it waits for.
 */
import type { Calendar } from "../domain/calendar/calendar.ts";
import { dayNumber } from "../domain/calendar/iso-day.ts";
import { workingDaysBetween } from "../domain/calendar/working-days.ts";
import { sayEnding, sayRole, withAgencyNames } from "../domain/difference/told/words.ts";
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
import type { SpokenTo } from "../domain/said.ts";
import { londonTime } from "../domain/time.ts";
import {
	countDuties,
	type DutyFound,
	type DutyShape,
	type Ended,
	findDuties,
	listLatestEnded,
} from "../store/desk.ts";
import { type AtOffice, listAtOffice } from "../store/log-of-forms.ts";
import type { WhichPart } from "../store/where-to-look.ts";
import { inWordsFor } from "../store/words-of-difference.ts";
import { protocolsInUse, type Reading } from "./log-of-forms.ts";

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
	/** The step or the time limit that is owed, by its name; empty where nothing is that the office may know. */
	owed: string;
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

/** What lies at one place of the desk: the first of it, or a part, and how much there is. */
export type AtPlace = { place: Place; total: number; rows: OnDesk[] };

/** The desk of an office: what lies before it, and the latest of what was decided and closed. */
export type Desk = {
	/** In the order of the desk; where nothing lies is left out. */
	open: AtPlace[];
	decided: EndedInWords[];
	closed: EndedInWords[];
};

/** One that ended, and how, in words. */
export type EndedInWords = Ended & { outcome: string };

/** How many of those that ended are shown on the desk; the log has them all. */
const latest = 3;

/** How many duties the desk shows at first, and how many it shows of each place before the most urgent have what is left. */
export const shownAtFirst = { all: 15, least: 1 };

/** What an office has before it, in the order of the desk: of each place the first. */
export async function deskOf(
	reading: Reading,
	viewer: Viewer,
	office: string,
	now: Temporal.ZonedDateTime,
): Promise<Desk> {
	const duties = await findDesk(reading, viewer, office, now);
	const filled = places.filter((place) => duties.total(place) > 0);
	const shares = sharesOf(filled.map(duties.total), shownAtFirst);
	const rows = await duties.read(
		filled.map((place, nth) => ({ place, offset: 0, limit: shares[nth] ?? 0 })),
	);
	const endings = [...duties.protocols.values()].flatMap((protocol) =>
		Object.values(protocol.endings),
	);
	const ended = async (isFinal: boolean): Promise<EndedInWords[]> => {
		const ways = new Set(
			endings.flatMap(({ id, final }) => (Boolean(final) === isFinal ? [id] : [])),
		);
		const rows = await listLatestEnded(reading.db, viewer, office, [...ways], latest);
		return Promise.all(
			rows.map(async (row) => {
				const version = await reading.protocols.version(reading.db, row.versionId);
				const protocol = await inWordsFor(reading.db, version, row.id, viewer);
				return { ...row, outcome: sayEnding(protocol, row.ending) };
			}),
		);
	};
	return {
		open: filled.map((place, nth) => ({
			place,
			total: duties.total(place),
			rows: rows[nth] ?? [],
		})),
		decided: await ended(true),
		closed: await ended(false),
	};
}

/** A part of what lies at one place of the desk. */
export async function partOfDesk(
	reading: Reading,
	viewer: Viewer,
	office: string,
	now: Temporal.ZonedDateTime,
	asked: WhichPart & { place: Place },
): Promise<AtPlace> {
	const duties = await findDesk(reading, viewer, office, now);
	const [rows = []] = await duties.read([asked]);
	return { place: asked.place, total: duties.total(asked.place), rows };
}

/**
 * What is owed in some differences that an office was sent. Whoever may not read it sees nothing.
 *
 * @param known the protocols in use, where they were looked up
 */
export async function dutiesIn(
	reading: Reading,
	viewer: Viewer,
	office: string,
	now: Temporal.ZonedDateTime,
	differences: readonly string[],
	known?: Map<string, Protocol>,
): Promise<OnDesk[]> {
	const protocols = known ?? (await protocolsInUse(reading, viewer.partnershipId));
	const calendars = await reading.calendars.in(reading.db, viewer.partnershipId);
	return (await listAtOffice(reading.db, viewer, office, differences)).flatMap((row) => {
		const protocol = protocols.get(row.versionId);
		return protocol ? onDesk(protocol, calendars.for(protocol), row, office, now, reading) : [];
	});
}

/**
 * What comes next on the desk after something was done in a difference: the first of the same kind in another, else the
 * first of any that the office can do. What a colleague has taken is passed over.
 */
export async function nextOnDesk(
	reading: Reading,
	viewer: Viewer,
	office: string,
	now: Temporal.ZonedDateTime,
	done: { difference: string; kind: StepKind | undefined },
): Promise<OnDesk | undefined> {
	const { next } = await findDesk(reading, viewer, office, now);
	return (await next(done.difference, done.kind)) ?? next(done.difference);
}

/**
 * Every duty of a desk, counted by its place. What is alike is placed once, however much of it there is, and only what is read
 * is looked up.
 */
async function findDesk(
	reading: Reading,
	viewer: Viewer,
	office: string,
	now: Temporal.ZonedDateTime,
) {
	const { db } = reading;
	const at = now.toInstant().toString();
	const protocols = await protocolsInUse(reading, viewer.partnershipId);
	const placed = (await countDuties(db, viewer, office, at)).flatMap((alike) => {
		const protocol = protocols.get(alike.versionId);
		const found = protocol && placeOnDesk(protocol, office, alike);
		return found ? [{ ...found, key: alike.key, total: alike.total }] : [];
	});
	const of = Map.groupBy(placed, ({ place }) => place);
	const inWords = async (found: DutyFound[][]): Promise<OnDesk[][]> => {
		const ids = [...new Set(found.flat().map(({ id }) => id))];
		const rows = await dutiesIn(reading, viewer, office, now, ids, protocols);
		const byKey = new Map(rows.map((row) => [`${row.id} ${row.owed}`, row]));
		return found.map((part) => part.flatMap(({ id, owed }) => byKey.get(`${id} ${owed}`) ?? []));
	};
	return {
		protocols,
		total: (place: Place): number =>
			(of.get(place) ?? []).reduce((sum, { total }) => sum + total, 0),
		read: async (asked: (WhichPart & { place: Place })[]): Promise<OnDesk[][]> =>
			inWords(
				await findDuties(
					db,
					viewer,
					office,
					at,
					asked.map(({ place, ...part }) => ({
						keys: (of.get(place) ?? []).map(({ key }) => ({ ...key, rank: 0 })),
						...part,
					})),
				),
			),
		/** The first that the office can do in another difference: of a kind, or of any. */
		next: async (besides: string, kind?: StepKind): Promise<OnDesk | undefined> => {
			const keys = placed.flatMap(({ key, place, does }) =>
				does && (kind === undefined || does === kind)
					? [{ ...key, rank: places.indexOf(place) }]
					: [],
			);
			const found = await findDuties(db, viewer, office, at, [
				{ keys, offset: 0, limit: 1, freeBesides: besides },
			]);
			return (await inWords(found))[0]?.[0];
		},
	};
}

/**
 * How many are shown of each of several parts, of which the first matter most: of each at least so many, and of the first as
 * many as there is room for.
 */
export function sharesOf(
	totals: readonly number[],
	{ all, least }: { all: number; least: number },
): number[] {
	const shares = totals.map((total) => Math.min(total, least));
	let left = Math.max(0, all - shares.reduce((sum, share) => sum + share, 0));
	return shares.map((share, nth) => {
		const more = Math.min(left, (totals[nth] ?? 0) - share);
		left -= more;
		return share + more;
	});
}

/** What is open in a difference and which of it is past its date: what the office does about that follows. */
type OpenStep = { step: Step; isPast: boolean; dueIs: Binding };

/** What the office does about what others are late with: it follows up, and again. */
function chasing(protocol: Protocol, office: string, open: readonly OpenStep[]) {
	const isOffices = (side: string) => protocol.roles[side]?.office === office;
	// Of several always the same one is meant.
	const followUp = open
		.map(({ step }) => step)
		.filter(({ kind, by }) => kind === "follow-up" && isOffices(by.side))
		.sort((one, other) => (one.id < other.id ? -1 : 1))[0];
	const chase = ({ step, isPast, dueIs }: OpenStep) => {
		if (isOffices(step.by.side) || !isPast || dueIs === "window") return undefined;
		if (followUp && step.form) return { step: followUp };
		const move = protocol.moves.find(
			({ by, whenLate, while: during }) =>
				whenLate &&
				by.some(({ side }) => isOffices(side)) &&
				during.some((when) => "step" in when && step.id === when.step),
		);
		return move && { move };
	};
	const isFollowedUp = open.some((each) => {
		const does = chase(each);
		return does !== undefined && "step" in does;
	});
	return {
		isOffices,
		chase,
		/** What the office does about a late answer stands beside that. */
		standsElsewhere: (step: Step) => isFollowedUp && step === followUp,
	};
}

/**
 * Where duties of one shape lie on the desk, and of which kind what the office can do about them is.
 *
 * @returns undefined where what is to be done stands beside something else of the same difference
 */
function placeOnDesk(
	protocol: Protocol,
	office: string,
	{ owed, isPast, beside, isEnded, notSafe }: DutyShape,
): { place: Place; does: StepKind | undefined } | undefined {
	const isUrgent = notSafe || (isPast && owed?.dueIs === "limit");
	const at = (place: Place, does?: StepKind) =>
		({ place: isUrgent ? "urgent" : place, does }) as const;
	if (!owed) return at("waiting-for-raising");
	if (owed.what === "clock") return at("to-do");
	const own = { step: stepOf(protocol, owed.id), isPast, dueIs: owed.dueIs };
	const others = beside.map(({ step, ...each }) => ({ ...each, step: stepOf(protocol, step) }));
	const { isOffices, chase, standsElsewhere } = chasing(protocol, office, [own, ...others]);
	const { step } = own;
	if (isOffices(step.by.side))
		return standsElsewhere(step) ? undefined : at(placeOfOwn(step.kind, isEnded), step.kind);
	const does = chase(own);
	if (!does) return at(placeOfOthers(step, isEnded));
	return at("to-follow-up", "step" in does ? does.step.kind : "follow-up");
}

/** Puts every duty of a difference where it belongs on the desk. */
function onDesk(
	protocol: Protocol,
	calendar: Calendar,
	row: AtOffice,
	office: string,
	now: Temporal.ZonedDateTime,
	{ speech }: SpokenTo,
): OnDesk[] {
	const involved = Object.fromEntries(
		row.open.flatMap(({ side, agencyName }) =>
			slotOf(side) !== undefined && agencyName !== null ? [[side, agencyName]] : [],
		),
	);
	const names = { people: new Map(), agencies: { ...row, involved }, speech };
	const title = (text: string) => withAgencyNames(protocol, names, text);
	const today = now.toPlainDate().toString();
	const isEnded = row.ending !== null;
	const isPast = ({ dueAt, paused }: Dated) =>
		dueAt !== null && !paused && Temporal.Instant.compare(now.toInstant(), dueAt) > 0;
	const daysSince = (from: string, owed: string): Days => {
		const working = countsWorkingDays(protocol, owed);
		const day = londonTime(from).toPlainDate().toString();
		const days = working
			? workingDaysBetween(day, today, calendar)
			: dayNumber(today) - dayNumber(day);
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
			owed,
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

	const open = row.open.map((each) => ({
		...each,
		step: stepOf(protocol, each.step),
		isPast: isPast(each),
	}));
	const { isOffices, chase, standsElsewhere } = chasing(protocol, office, open);
	const actOf = (step: Pick<Step, "id" | "kind" | "title">): DeskAct => ({
		step: step.id,
		kind: step.kind,
		title: title(step.title),
	});
	const rows = [
		...open
			.filter(({ step }) => isOffices(step.by.side) && !standsElsewhere(step))
			.map((each) =>
				rowOf(each.step.id, each, placeOfOwn(each.step.kind, isEnded), {
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
		...open
			.filter(({ step }) => !isOffices(step.by.side))
			.map((each) => {
				const does = chase(each);
				return rowOf(
					each.step.id,
					each,
					does ? "to-follow-up" : placeOfOthers(each.step, isEnded),
					{
						step: each.step.id,
						what: title(each.step.title),
						waitingFor: each.personName ?? sayRole(protocol, names, each.step.by),
						act:
							does &&
							("step" in does
								? actOf(does.step)
								: { move: does.move.id, kind: "follow-up", title: title(does.move.title) }),
					},
				);
			}),
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

const placeOfOwn = (kind: StepKind, isEnded: boolean): Place => {
	if (isEnded) return "still-to-record";
	if (kind === "forward") return "to-forward";
	return kind === "follow-up" ? "to-follow-up" : "to-do";
};

const placeOfOthers = ({ kind, form, by: { side } }: Step, isEnded: boolean): Place => {
	if (isEnded) return "still-to-record";
	if (form && side === "receiving") return "awaiting-response";
	if (kind === "decision") return "with-the-executive";
	return side === "raising" ? "waiting-for-raising" : "waiting-for-others";
};

/** Whether what is owed is held to working days; days are plain where it is held to others, and working days where to none. */
function countsWorkingDays(protocol: Protocol, owed: string): boolean {
	const limit = clockRule(protocol, owed)?.limit;
	return !limit || !("within" in limit) || limit.within.unit === "working-days";
}
