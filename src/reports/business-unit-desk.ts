import { sayRole, withAgencyNames } from "../domain/difference/told/words.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { type Binding, type Protocol, slotOf, stepOf } from "../domain/protocol/protocol.ts";
import { type AtOffice, listAtOffice } from "../store/log-of-forms.ts";
import { type LoggedForm, logOfForms, protocolsInUse, type Reading } from "./log-of-forms.ts";

/** Where a difference lies on the desk, in the order of the desk. */
export const places = [
	"to-forward",
	"to-follow-up",
	"awaiting-response",
	"waiting-for-raising",
	"with-the-executive",
	"still-to-record",
] as const;
export type Place = (typeof places)[number];

/** What lies before the office: what it is, since when, by when, and what to do next. */
export type OnDesk = AtOffice & {
	place: Place;
	/** The soonest date that somebody is held to; what stands still has none now. */
	dueAt: string | null;
	/** What that date is. */
	dueIs: Binding;
	/** No time runs, but one stands still. */
	paused: boolean;
	/** Time limits of no one step to which the office is held, soonest first. */
	held: { title: string; dueAt: string; dueIs: Binding; paused: boolean }[];
	/** What a holder of the office can do now; undefined when others owe the next thing. */
	act?: { step: string; title: string } | { move: string; title: string };
	/** Who owes the next thing: a name, else a role. */
	waitingFor: string;
};

/** The desk of an office: what lies before it, and the latest of what was decided and closed. */
export type Desk = {
	open: Record<Place, OnDesk[]>;
	decided: { rows: LoggedForm[]; total: number };
	closed: { rows: LoggedForm[]; total: number };
};

/** How many of those that ended are shown on the desk; the log has them all. */
const latest = 5;

/** Everything that an office has before it, sorted by what must be done about it. */
export async function deskOf(
	reading: Reading,
	viewer: Viewer,
	office: string,
	now: Temporal.ZonedDateTime,
): Promise<Desk> {
	const protocols = await protocolsInUse(reading, viewer.partnershipId);
	const rows = (await listAtOffice(reading.db, viewer, office)).flatMap((row) => {
		const protocol = protocols.get(row.versionId);
		return protocol ? [onDesk(protocol, row, office, now)] : [];
	});
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
			places.map((place) => [place, rows.filter((row) => row.place === place).sort(soonestFirst)]),
		) as Desk["open"],
		decided: await ended(true),
		closed: await ended(false),
	};
}

/** Puts a difference where it belongs on the desk. */
export function onDesk(
	protocol: Protocol,
	row: AtOffice,
	office: string,
	now: Temporal.ZonedDateTime,
): OnDesk {
	const open = row.open.map((each) => ({
		...each,
		step: stepOf(protocol, each.step),
		late:
			each.dueAt !== null &&
			!each.paused &&
			each.dueIs !== "window" &&
			Temporal.Instant.compare(now.toInstant(), each.dueAt) > 0,
	}));
	const mine = open.filter(({ side }) => protocol.roles[side]?.office === office);
	const isOpen = (kind: string) => open.some(({ step }) => step.kind === kind);
	const answering = open.find(({ step }) => step.form && step.by.side === "receiving");
	const place: Place =
		row.ending !== null
			? "still-to-record"
			: isOpen("forward")
				? "to-forward"
				: isOpen("follow-up") || answering?.late
					? "to-follow-up"
					: answering
						? "awaiting-response"
						: isOpen("decision")
							? "with-the-executive"
							: "waiting-for-raising";
	const [first] = mine;
	const again = protocol.moves.find(
		({ by, whenLate, while: during }) =>
			whenLate &&
			by.some(({ side }) => protocol.roles[side]?.office === office) &&
			during.some((when) =>
				open.some(({ step, late }) => late && "step" in when && step.id === when.step),
			),
	);
	const [soonest] = [...open, ...row.limits]
		.flatMap(({ dueAt, dueIs, paused }) => (paused || dueAt === null ? [] : [{ dueAt, dueIs }]))
		.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
	const others = open.find((each) => !mine.includes(each)) ?? first;
	const involved = Object.fromEntries(
		open.flatMap(({ side, agencyName }) =>
			slotOf(side) !== undefined && agencyName !== null ? [[side, agencyName]] : [],
		),
	);
	const names = { people: new Map(), agencies: { ...row, involved } };
	const title = (text: string) => withAgencyNames(protocol, names, text);
	const act = first
		? { step: first.step.id, title: title(first.step.title) }
		: again && { move: again.id, title: title(again.title) };
	return {
		...row,
		place,
		dueAt: soonest?.dueAt ?? null,
		dueIs: soonest?.dueIs ?? "limit",
		paused: soonest === undefined && open.some((each) => each.paused),
		held: row.limits.map(({ clock, ...limit }) => ({
			...limit,
			title: title(protocol.clocks.find(({ id }) => id === clock)?.title ?? clock),
		})),
		...(act && { act }),
		waitingFor: others
			? (others.personName ?? sayRole(protocol, names, others.step.by))
			: row.raising,
	};
}

const farOff = "9999";
/** A child who is not safe comes first, whatever is due. */
const soonestFirst = (a: OnDesk, b: OnDesk): number =>
	Number(b.notSafe) - Number(a.notSafe) ||
	(a.dueAt ?? farOff).localeCompare(b.dueAt ?? farOff) ||
	a.receivedAt.localeCompare(b.receivedAt);
