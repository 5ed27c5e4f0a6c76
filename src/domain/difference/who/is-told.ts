/**
 * Who is told of what happened in a difference, as soon as it happened: a rule over the entries of an act. What each is
 * told, mail/notices says; who of the directory that is, recipients.ts.
 */
import { dataProtectionOfficer, headOf } from "../../people/viewer.ts";
import type { Duty } from "../../people/who-answers.ts";
import { type Acknowledgement, acknowledgementOf } from "../../protocol/acknowledgement.ts";
import {
	bindingOf,
	clockRule,
	isAgencySide,
	type KeptTo,
	type MoveOutcome,
	type Protocol,
	type Side,
	type Step,
	type StepId,
	stepOf,
	stepsHeld,
	strengthOf,
} from "../../protocol/protocol.ts";
import { type Difference, openClocksOf, type RecordedEvent } from "../difference.ts";
import { dutyOf, dutyOfStep, placeOf } from "./duties.ts";
import { audienceOfClock, entriesFor, keptToOfClock } from "./may-read.ts";

/**
 * Whoever is asked for a duty; one person who is to know, unless it is kept to a level above them; or whoever answers
 * as a party that hears of it.
 */
export type Addressee =
	| { duty: Duty }
	| { person: string; keptTo?: KeptTo | undefined }
	| { copied: Duty }
	/** Whoever holds an office of the partnership; where nobody does, whoever holds the other. */
	| { office: string; else: string }
	/** Whoever keeps its seal; where nobody is left who does, nobody or those who may know of it. */
	| { keepsSeal: "else-nobody" | "else-named" };

/** Who must be told of what, as soon as it happened. */
export type Notification = { to: Addressee } & Told;

type Told =
	| { about: "your-turn" | "follow-up" | "sent-to-you"; step: StepId }
	| { about: "acknowledged"; what: Acknowledgement }
	| { about: "raised-with-you"; step?: StepId | undefined }
	| { about: "response-received"; from: Side }
	| { about: "said"; from: Side; say: string; stage: string }
	| { about: "late"; step: StepId; clock: string }
	| { about: "to-be-decided"; step: StepId }
	| { about: "decided"; step: StepId }
	/** What came on paper was entered for their agency. */
	| { about: "entered-for-you"; receivedAt: string; office: Side }
	| { about: "closed"; by?: Side | undefined }
	| { about: "copied" }
	| { about: "not-safe" }
	| {
			about: "office-late";
			clock: string;
			office: string;
			step: StepId | undefined;
			reader: "head" | "waiting";
	  }
	| { about: "date-changed"; clock: string }
	| { about: "virus-found" }
	| {
			about: "corrected" | "question-asked" | "question-answered" | "not-theirs" | "link-passed-on";
	  }
	| { about: "time-asked" | "time-refused" | "recalled-from-you" }
	/** `sees-to-it`: whoever may read who opened it; `sent-it`: the people from whose sides it had gone. */
	| { about: "data-breach"; reader: "sees-to-it" | "sent-it" }
	/** They are one of those who may know of what was sealed. */
	| { about: "sealed-for-you" }
	/** Others may know of it than before, or its seal is off: to those who keep it, and did not do that. */
	| { about: "seal-changed"; off: boolean }
	/** Somebody opened what is sealed, in an emergency: to those who keep seals. */
	| { about: "opened-in-emergency" }
	/** Something is owed, and nobody who may do it is left. */
	| { about: "left-to-nobody" };

/**
 * Who must be told of what happened: whoever owes the next thing, the side that is acknowledged,
 * the side that something was sent to or that waits for what is late, whoever owes something when it goes on under
 * another version of the protocol; and when it goes to an office to decide, is decided or ends, every side that knows
 * and whoever was ever told of it before.
 * Nobody is told twice of one act, and nobody of what they did themselves but the acknowledgement.
 * The first telling of a person is the one that counts.
 *
 * @param difference as it stands afterwards
 * @param toldBefore people who had a message about it
 */
export function notificationsOf(
	protocol: Protocol,
	difference: Difference,
	happened: RecordedEvent[],
	toldBefore: readonly string[] = [],
): Notification[] {
	const all = [...new Set([...everybody(difference), ...toldBefore])].map((person) => ({ person }));
	return [
		...happened.flatMap((event) =>
			event.type === "safety-said" && !event.safe && event.at !== difference.enteredAt
				? notSafe(protocol, difference)
				: [],
		),
		...happened.flatMap((event) => enteredFor(protocol, difference, event)),
		...happened.flatMap((event) => putRight(protocol, difference, event, happened)),
		...happened.flatMap((event) => decided(protocol, event, all)),
		...happened.flatMap((event) =>
			event.type === "clock-ran-out" ? officeLate(protocol, difference, event) : [],
		),
		...happened.flatMap((event) => acknowledged(protocol, difference, event)),
		...happened.flatMap((event) =>
			event.type === "step-opened" ? turnOf(protocol, difference, event.step, happened) : [],
		),
		...happened.flatMap((event): Notification[] =>
			event.type === "ended" ? all.map((to) => ({ to, about: "closed", by: event.by?.side })) : [],
		),
		...happened.flatMap((event) =>
			event.type === "sent" ? sentTo(protocol, difference, event) : [],
		),
		...happened.flatMap((event) => toBeDecided(protocol, event, all)),
		...happened.flatMap((event) =>
			event.type === "clock-ran-out" ? late(protocol, difference, event.clock) : [],
		),
		...happened.flatMap((event): Notification[] =>
			event.type === "copied"
				? [{ to: { copied: dutyOf(protocol, difference, event.to) }, about: "copied" }]
				: [],
		),
		...happened.flatMap((event) =>
			event.type === "clock-changed" && event.how !== "calendar"
				? dateChanged(protocol, difference, event.clock)
				: [],
		),
		...happened.flatMap((event) =>
			event.type === "moved-to-version"
				? difference.open.flatMap(({ step }) => turnOf(protocol, difference, step, happened))
				: [],
		),
	];
}

/**
 * Who must be told that a virus was found in a file: whoever sent it, and each office that may read the entry that it was
 * sent with. An office that knows nothing of the entry learns nothing of it here.
 *
 * @param seq the number of the entry
 */
export function toldOfVirus(
	protocol: Protocol,
	difference: Difference,
	entries: RecordedEvent[],
	seq: number,
): Notification[] {
	const entry = entries.find((each) => each.seq === seq);
	const sender = (entry?.entered?.by ?? entry?.by)?.person;
	const offices = Object.keys(difference.known).filter(
		(side) => !isAgencySide(side) && entriesFor(entries, [side]).some((entry) => entry.seq === seq),
	);
	return [
		...(sender ? [{ to: { person: sender }, about: "virus-found" as const }] : []),
		...offices.map((side) => ({
			to: { copied: dutyOf(protocol, difference, { side, role: side }) },
			about: "virus-found" as const,
		})),
	];
}

/**
 * What an office entered from paper is told to the people of the side whose it is; where the directory knows none of them,
 * to whoever answers for their agency.
 */
function enteredFor(
	protocol: Protocol,
	difference: Difference,
	{ type, by, entered, keptTo }: RecordedEvent,
): Notification[] {
	if (!entered || !by || type !== "step-done") return [];
	const named = peopleOf(difference, by.side);
	const told: Addressee[] =
		named.length > 0
			? named.map((person) => ({ person, keptTo }))
			: [{ copied: anybodyOf(placeOf(protocol, difference, by.side), []) }];
	return told.map((to) => ({
		to,
		about: "entered-for-you",
		receivedAt: entered.receivedAt,
		office: entered.by.side,
	}));
}

/** What was put right beside the steps: to whoever must answer, do or know it. */
function putRight(
	protocol: Protocol,
	difference: Difference,
	event: RecordedEvent,
	happened: RecordedEvent[],
): Notification[] {
	const peopleWhoRead = event.audience.flatMap((side) =>
		peopleOf(difference, side).map((person) => ({ person })),
	);
	switch (event.type) {
		case "corrected":
			return peopleWhoRead.map((to) => ({ to, about: "corrected" }));
		case "receiving-agency-changed":
			// What was recalled is told as that.
			return event.answers ? peopleWhoRead.map((to) => ({ to, about: "corrected" })) : [];
		case "said-not-ours":
			return [
				{
					to: {
						copied: dutyOf(protocol, difference, { side: event.office, role: event.office }),
					},
					about: "not-theirs",
				},
			];
		case "vouched":
			return event.by && isAgencySide(event.by.side)
				? event.audience
						.filter((side) => !isAgencySide(side))
						.map((side) => ({
							to: { copied: dutyOf(protocol, difference, { side, role: side }) },
							about: "link-passed-on" as const,
						}))
				: [];
		case "question-asked":
			return askedOn(protocol, difference, event.to).map((to) => ({
				to,
				about: "question-asked",
			}));
		case "question-answered": {
			const asked = difference.questions.find(({ seq }) => seq === event.question);
			return asked?.by.person
				? [{ to: { person: asked.by.person }, about: "question-answered" }]
				: [];
		}
		case "handed-over":
			return event.step === undefined ? [] : turnOf(protocol, difference, event.step, happened);
		case "step-given":
			return turnOf(protocol, difference, event.step, happened);
		case "time-asked":
			return (protocol.clockRights.extend?.by ?? [])
				.filter(({ side }) => side in difference.known)
				.map((party) => ({
					to: { copied: dutyOf(protocol, difference, party) },
					about: "time-asked",
				}));
		case "time-refused":
			return difference.open
				.filter(({ step }) =>
					openClocksOf(protocol, difference, step).some(({ clock }) => clock === event.clock),
				)
				.map((open) => ({
					to: { duty: dutyOfStep(protocol, difference, open) },
					about: "time-refused",
				}));
		case "sealed":
			return [
				...event.to.map((person) => ({ to: { person }, about: "sealed-for-you" as const })),
				...sealChanged(event, happened, false),
			];
		case "unsealed":
			return sealChanged(event, happened, true);
		case "glass-broken":
			return [{ to: { keepsSeal: "else-named" }, about: "opened-in-emergency" }];
		case "recalled":
			return [
				...fromWhom(difference, event.seq).map((copied) => ({
					to: { copied },
					about: "recalled-from-you" as const,
				})),
				{
					to: { office: dataProtectionOfficer, else: "administrator" },
					about: "data-breach",
					reader: "sees-to-it",
				},
				...event.audience
					.filter((side) => !isAgencySide(side))
					.map((side) => ({
						to: { copied: dutyOf(protocol, difference, { side, role: side }) },
						about: "data-breach" as const,
						reader: "sees-to-it" as const,
					})),
				...peopleWhoRead.map((to) => ({
					to,
					about: "data-breach" as const,
					reader: "sent-it" as const,
				})),
			];
		default:
			return [];
	}
}

/** Told once, where sides read it each in an entry of their own. */
const sealChanged = (
	{ type, seq }: RecordedEvent,
	happened: RecordedEvent[],
	off: boolean,
): Notification[] =>
	happened.find((each) => each.type === type)?.seq === seq
		? [{ to: { keepsSeal: "else-nobody" }, about: "seal-changed", off }]
		: [];

/** Who is asked when a side is: whoever owes a step there, else those who are named on it, else those who answer for it. */
function askedOn(protocol: Protocol, difference: Difference, side: Side): Addressee[] {
	const owed = difference.open.filter(({ step }) => stepOf(protocol, step).by.side === side);
	if (owed.length > 0)
		return owed.map((open) => ({ duty: dutyOfStep(protocol, difference, open) }));
	const people = peopleOf(difference, side);
	if (isAgencySide(side) && people.length > 0) return people.map((person) => ({ person }));
	return [{ copied: anybodyOf(placeOf(protocol, difference, side), []) }];
}

/** Those from whom something was recalled: who was named until then, else who answers for that agency. */
function fromWhom({ recalled }: Difference, entry: number): Duty[] {
	const { agency = null, people = [] } = recalled.find(({ seq }) => seq === entry) ?? {};
	const place = { agency, office: null };
	return people.length > 0
		? people.map((person) => ({ ...anybodyOf(place, people), person, onlyTheirs: true }))
		: [anybodyOf(place, [])];
}

const anybodyOf = (place: Pick<Duty, "agency" | "office">, named: string[]): Duty => ({
	...place,
	level: named.length > 0 || place.office !== null ? null : "manager",
	posts: [],
	post: null,
	proxy: place.agency !== null,
	person: null,
	named,
	barred: [],
});

/** That a child is not safe now: whoever owes the next thing hears of it at once, and everybody of the sides that know. */
const notSafe = (protocol: Protocol, difference: Difference): Notification[] =>
	[
		...difference.open.map((open) => ({ duty: dutyOfStep(protocol, difference, open) })),
		...everybody(difference).map((person) => ({ person })),
	].map((to) => ({ to, about: "not-safe" }));

function decided(
	protocol: Protocol,
	event: RecordedEvent,
	all: { person: string }[],
): Notification[] {
	if (event.type !== "step-done" || stepOf(protocol, event.step).kind !== "decision") return [];
	return all.map(({ person }) => ({
		to: { person, keptTo: event.keptTo },
		about: "decided",
		step: event.step,
	}));
}

/** That an office is asked to decide is for everybody to know who may know of it. */
function toBeDecided(
	protocol: Protocol,
	event: RecordedEvent,
	all: { person: string }[],
): Notification[] {
	if (event.type !== "step-opened") return [];
	const { kind, by } = stepOf(protocol, event.step);
	return kind === "decision" && !isAgencySide(by.side)
		? all.map(({ person }) => ({
				to: { person, keptTo: event.keptTo },
				about: "to-be-decided",
				step: event.step,
			}))
		: [];
}

/** Where an agency let its time pass, the agencies that wait for it hear so, as far as they may know of the date. */
function late(protocol: Protocol, difference: Difference, clock: string): Notification[] {
	const [id] = difference.open.flatMap(({ step }) =>
		step === clock && isAgencySide(stepOf(protocol, step).by.side) ? step : [],
	);
	if (id === undefined || bindingOf(strengthOf(protocol, { clock })) !== "limit") return [];
	const { by, keptTo } = stepOf(protocol, id);
	return audienceOfClock(protocol, difference, clock)
		.filter((side) => isAgencySide(side) && side !== by.side)
		.flatMap((side) => peopleOf(difference, side))
		.map((person) => ({ to: { person, keptTo }, about: "late", step: id, clock }));
}

function acknowledged(
	protocol: Protocol,
	difference: Difference,
	event: RecordedEvent,
): Notification[] {
	const outcome = wayTaken(protocol, event);
	const what = outcome && acknowledgementOf(protocol, outcome);
	return what
		? peopleOf(difference, what.to).map((person) => ({
				to: { person, keptTo: event.keptTo },
				about: "acknowledged",
				what,
			}))
		: [];
}

/** The way on that somebody took in a step or a move. */
function wayTaken(protocol: Protocol, event: RecordedEvent): MoveOutcome | undefined {
	if (event.type === "step-done")
		return stepOf(protocol, event.step).outcomes.find(({ id }) => id === event.outcome);
	if (event.type !== "move-made") return undefined;
	const { outcomes = [] } = protocol.moves.find(({ id }) => id === event.move) ?? {};
	return outcomes.length === 1 ? outcomes[0] : outcomes.find(({ id }) => id === event.outcome);
}

function turnOf(
	protocol: Protocol,
	difference: Difference,
	id: StepId,
	happened: RecordedEvent[],
): Notification[] {
	const open = difference.open.find(({ step }) => step === id);
	if (!open) return [];
	const step = stepOf(protocol, id);
	const firstHeard = happened.some(
		(event) =>
			event.type === "sent" &&
			event.to.includes(step.by.side) &&
			difference.known[step.by.side] === event.at,
	);
	const about =
		step.kind === "follow-up"
			? "follow-up"
			: firstHeard && isAgencySide(step.by.side)
				? "sent-to-you"
				: "your-turn";
	return [{ to: { duty: dutyOfStep(protocol, difference, open) }, about, step: id }];
}

/**
 * What one agency sent to the people of another: that it was raised with them, where that is how they hear of it; a
 * response, where it is one; else what was said.
 */
function sentTo(
	protocol: Protocol,
	difference: Difference,
	event: Extract<RecordedEvent, { type: "sent" }>,
): Notification[] {
	const from = event.by?.side;
	if (from === undefined || !isAgencySide(from)) return [];
	const step = event.of && stepOf(protocol, event.of.step);
	const outcome = step?.outcomes.find(({ id }) => id === event.of?.outcome);
	const what = (side: Side): Told => {
		if (difference.known[side] === event.at) {
			// What is kept to a level is told to nobody who may be below it.
			const open = difference.open
				.map(({ step: id }) => stepOf(protocol, id))
				.find(({ by, keptTo }) => by.side === side && Object.keys(keptTo).length === 0);
			return { about: "raised-with-you", step: open?.id };
		}
		return step && outcome && !isResponse(step)
			? { about: "said", from, say: outcome.say, stage: difference.stage }
			: { about: "response-received", from };
	};
	return event.to.filter(isAgencySide).flatMap((side) =>
		peopleOf(difference, side).map((person) => ({
			to: { person, keptTo: event.keptTo },
			...what(side),
		})),
	);
}

/** Whether a step answers another agency: a reply, or the part of a form or the letter of whoever did not raise it. */
const isResponse = ({ kind, by }: Step): boolean =>
	kind === "reply" || ((kind === "form" || kind === "letter") && by.side !== "raising");

/**
 * An office has let its limit pass: whoever heads it hears of that, and the agencies that wait for it, as far as they may
 * know what it is late with. Whoever it is owed by is reminded as everybody is.
 */
function officeLate(
	protocol: Protocol,
	difference: Difference,
	event: Extract<RecordedEvent, { type: "clock-ran-out" }>,
): Notification[] {
	const { clock, audience } = event;
	const rule = clockRule(protocol, clock);
	if (!rule || bindingOf(strengthOf(protocol, { clock })) !== "limit") return [];
	const owed = stepsHeld(rule).find((step) => difference.open.some((open) => open.step === step));
	const by = owed ? stepOf(protocol, owed).by : rule.by;
	const office = by && protocol.roles[by.side]?.office;
	if (!by || office === undefined) return [];
	const late = { about: "office-late" as const, clock, office: by.side, step: owed };
	const head = {
		...dutyOf(protocol, difference, by),
		office: headOf(office),
		level: null,
		posts: [],
		post: null,
	};
	return [
		{ ...late, to: { duty: head }, reader: "head" },
		...audience
			.filter(isAgencySide)
			.flatMap((side) => peopleOf(difference, side))
			.map((person) => ({
				...late,
				to: { person, keptTo: keptToOfClock(protocol, clock) },
				reader: "waiting" as const,
			})),
	];
}

/** Whoever is held to a clock hears of its new date. */
function dateChanged(protocol: Protocol, difference: Difference, clock: string): Notification[] {
	const rule = clockRule(protocol, clock);
	if (!rule) return [];
	const held = stepsHeld(rule);
	const duties =
		rule.by && held.length === 0
			? [dutyOf(protocol, difference, rule.by)]
			: difference.open
					.filter(({ step }) => held.includes(step))
					.map((open) => dutyOfStep(protocol, difference, open));
	return duties.map((duty) => ({ to: { duty }, about: "date-changed", clock }));
}

const peopleOf = (difference: Difference, side: Side): string[] =>
	Object.entries(difference.people)
		.filter(([, theirs]) => theirs === side)
		.map(([person]) => person);

/** The people named in it, of sides that know of it. */
const everybody = (difference: Difference): string[] =>
	Object.keys(difference.known).flatMap((side) => peopleOf(difference, side));
