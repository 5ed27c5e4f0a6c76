/**
 * A difference as its record adds up to it: what each entry adds is `evolve`, and nothing else changes one. What follows
 * an act, and so which entries there are, is in consequences/.
 */
import type { DueDate } from "../calendar/due-date.ts";
import type { AttachedFile } from "../files.ts";
import { atLeast, levels } from "../people/viewer.ts";
import {
	type Answer,
	type Answers,
	isSameAnswer,
	type NamedPerson,
	peopleNamedIn,
} from "../protocol/answers.ts";
import { type Known, unknownWay } from "../protocol/condition.ts";
import type { WithWhom } from "../protocol/file/file.ts";
import { inCase } from "../protocol/in-case.ts";
import {
	type Clock,
	clocksOfStep,
	type Field,
	fieldOf,
	type KeptTo,
	type Protocol,
	type Side,
	type StepId,
	stepOf,
	stepsHeld,
} from "../protocol/protocol.ts";
import type { By, ClockChange, DifferenceEvent, Entered, Signed } from "./events.ts";

/** What is known of a difference before anything happens in it. */
export type Header = {
	id: string;
	reference: string;
	raisingAgency: string;
	/** The raising agency itself where both sides are of one; null where there is no other agency. */
	receivingAgency: string | null;
	/** Null where it came on paper from somebody whom the directory does not know. */
	raisedBy: string | null;
	/** When it was really raised, which may be before it was entered: ISO instant. */
	raisedAt: string;
};

/** Who is on the other side. */
export const withWhom = ({
	raisingAgency,
	receivingAgency,
}: Pick<Header, "raisingAgency" | "receivingAgency">): WithWhom =>
	receivingAgency === null
		? "no-agency"
		: receivingAgency === raisingAgency
			? "own-agency"
			: "another-agency";

/** Every agency that has a part in it. */
export const agenciesIn = ({
	raisingAgency,
	receivingAgency,
	involved,
}: Pick<Difference, "raisingAgency" | "receivingAgency" | "involved">): string[] => [
	raisingAgency,
	...(receivingAgency === null ? [] : [receivingAgency]),
	...Object.values(involved).map(({ agency }) => agency),
];

/** A step that somebody owes now. */
export type OpenStep = {
	step: StepId;
	openedAt: string;
	person?: string | undefined;
};

/** A step that nobody owes yet, and when it opens: ISO instant. */
export type AwaitedStep = { step: StepId; opensAt: string };

/** A step that was done: what was entered stays as it was. */
export type DoneStep = {
	/** Number of its entry in the record. */
	seq: number;
	step: StepId;
	outcome: string;
	answers: Answers;
	files: AttachedFile[];
	by: By;
	at: string;
	/** Who entered it, where it came on paper, and when it was received. */
	entered?: Entered | undefined;
	/** Of a sign-off: what it signed, as that was submitted. */
	signs?: Signed[] | undefined;
};

/** From when until when a clock stood still: ISO instants. */
export type Pause = { from: string; until: string };

/** A clock of the protocol, as it runs in this difference. */
export type RunningClock = {
	clock: string;
	/** 1 the first time; a step that comes round again starts its clock again. */
	round: number;
	/** When it was started, which may be after the day that it is counted from. */
	startedAt: string;
	/** Its entries in the record, by number. */
	seqs: number[];
	due: DueDate;
	/** The date before any extension. */
	firstDue: DueDate;
	/**
	 * `paused` stands still: it can neither run out nor be late. What `met-late` and `ran-out` mean for somebody hangs on
	 * how strict the date is: see standing.ts.
	 */
	state: "running" | "paused" | "ran-out" | "met" | "met-late" | "dropped";
	/** Its date passed while somebody was held to it, and no later date was given since. */
	missed?: boolean | undefined;
	endedAt?: string | undefined;
	/** Since when it stands still. */
	pausedAt?: string | undefined;
	/** When it stood still; the time is added to its end. */
	pauses: Pause[];
	/** Every time its date moved, in order. */
	changes: { how: ClockChange; at: string; was: string; day: string }[];
};

/** An answer, who gave it when, and the number of the entry that holds it. */
export type GivenAnswer = {
	answer: Answer;
	by?: By | undefined;
	at: string;
	seq: number;
	/** Of one that was put right: the number of the entry that gave it first. */
	corrects?: number | undefined;
};

/** A difference as it stands: what its entries so far add up to. */
export type Difference = Header & {
	/** Entries so far. */
	seq: number;
	status: { is: "open" } | { is: "ended"; ending: string; at: string; seq: number };
	stage: string;
	stages: { stage: string; at: string; skipped: string[] }[];
	/** When it was entered: ISO instant; undefined for a side that was not there at its beginning. */
	enteredAt?: string | undefined;
	/** It began with a form that came on paper: what was done before that stands on it, and not in the record. */
	beganOnPaper?: boolean | undefined;
	/** The way in which it was begun; undefined for the usual one. */
	way?: string | undefined;
	open: OpenStep[];
	awaited: AwaitedStep[];
	done: DoneStep[];
	clocks: RunningClock[];
	/** The latest answer to each field, and who gave it. */
	answers: Record<string, GivenAnswer>;
	moves: {
		move: string;
		outcome?: string | undefined;
		seq: number;
		by: By;
		at: string;
		answers: Answers;
	}[];
	/** Agencies that are involved besides the two, each with the entry that says so; by the side that each has. */
	involved: Record<Side, { agency: string; seq: number }>;
	/** Sides that know of it, and since when. */
	known: Record<Side, string>;
	/** Of these only those who answer at a level or above have heard of it so far. */
	heardFrom: KeptTo;
	/** The stage at which, as all of a side were told last, it stands. */
	stageTold: Record<Side, string>;
	/** What was sent to whom, by the number of its entry. */
	sent: {
		seq: number;
		what: string[];
		to: Side[];
		keptTo?: KeptTo | undefined;
		by?: By | undefined;
		at: string;
	}[];
	/** People named in it or who acted, with their side. */
	people: Record<string, Side>;
	onChildsRecord: { step: StepId; side: Side; at: string; by: By }[];
	/** When an office reminded whoever owes a step. */
	reminded: { step: StepId; at: string }[];
	urgentContacts: { call: string; madeAt: string }[];
	/** Whether the child is safe, as it was last said; undefined while nobody was asked. */
	safety?: Safety | undefined;
	/** Every answer that was put right, in order. */
	corrections: Correction[];
	/** What one side asked another. */
	questions: SideQuestion[];
	/** Who has what was somebody's who has left: a person, or null for whoever answers in their role. */
	handedOver: Record<string, string | null>;
	/** Clocks for which somebody asked for more time, and has no answer yet. */
	timeAsked: { clock: string; seq: number; by: By; at: string }[];
	/** Acts entered from paper, by the number of their entry, of which their side says that they are not theirs. */
	notTheirs: { entry: number; office: Side; by: By; at: string }[];
	/** Who is said to have a conflict of interest, by person. */
	conflicts: Record<string, DeclaredConflict>;
	/** Who alone may know of it; undefined while it is not sealed. */
	sealed?: { to: string[]; by: By | undefined; at: string; seq: number } | undefined;
	/** Who read it although it was sealed, from when until when: ISO instants. */
	glassBroken: { person: string; at: string; until: string; seq: number }[];
	/** Sides from which it was recalled, when, and who was named on each until then. */
	recalled: { from: Side; agency: string; seq: number; at: string; people: string[] }[];
};

/** A conflict of interest as it was declared: who said so, when, and the number of the entry. */
export type DeclaredConflict = { by: By | undefined; at: string; seq: number };

/** An answer that was put right: `corrects` is the number of the entry that gave it. */
export type Correction = {
	seq: number;
	corrects: number;
	field: string;
	/** What it was, and what it is; `was` undefined where the reader may not see the entry that gave it. */
	was: Answer | undefined;
	answer: Answer;
	by: By;
	at: string;
};

/** A question of one side to another, by the number of its entry; `answered` is that of the answer. */
export type SideQuestion = { seq: number; to: Side; by: By; at: string; answered?: number };

/** What somebody said of the child's safety, when, and the number of the entry that says it. */
export type Safety = {
	safe: boolean;
	at: string;
	by?: By | undefined;
	seq: number;
	/** It is an answer among others, and not said by itself. */
	inForm: boolean;
};

/** Whether it was last said that the child is not safe now. */
export const isNotSafe = ({ safety }: Pick<Difference, "safety">): boolean =>
	safety?.safe === false;

type KnownIn = Pick<Difference, "way" | "answers"> & Partial<Pick<Difference, "involved">>;

/** What conditions of the protocol go by. */
export const knownOf = ({ way, answers, involved = {} }: KnownIn): Known => ({
	way,
	involved: Object.keys(involved),
	answers: Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, answer])),
});

/**
 * The protocol in the words of a difference, as far as this one is known: to a side, what the entries that it may read
 * add up to.
 *
 * @param given what is answered besides
 */
export const inWordsOf = (
	protocol: Protocol,
	difference: Difference,
	given: Answers = {},
): Protocol =>
	inCase(protocol, {
		...knownThen(difference, given),
		...(difference.enteredAt === undefined && { way: unknownWay }),
	});

/** The same, once these answers are given. */
export function knownThen(difference: KnownIn, given: Answers): Known {
	const known = knownOf(difference);
	return { ...known, answers: { ...known.answers, ...given } };
}

/** A difference in which nothing has happened yet. */
export const beginning = (header: Header): Difference => ({
	...header,
	enteredAt: undefined,
	safety: undefined,
	seq: 0,
	status: { is: "open" },
	stage: "",
	stages: [],
	open: [],
	awaited: [],
	done: [],
	clocks: [],
	answers: {},
	moves: [],
	involved: {},
	known: {},
	heardFrom: {},
	stageTold: {},
	sent: [],
	people: {},
	onChildsRecord: [],
	reminded: [],
	urgentContacts: [],
	corrections: [],
	questions: [],
	handedOver: {},
	timeAsked: [],
	notTheirs: [],
	conflicts: {},
	glassBroken: [],
	recalled: [],
});

/** An entry of the record with its number, counted from 1. */
export type RecordedEvent = DifferenceEvent & { seq: number };

/** What a difference is after all of `events`. */
export const replay = (protocol: Protocol, header: Header, events: RecordedEvent[]): Difference =>
	events.reduce((difference, event) => evolve(protocol, difference, event), beginning(header));

/**
 * What the difference becomes when `event` has happened. Forgives gaps, because a side that may not
 * read every entry sees the difference as the entries that it may read add up.
 */
export function evolve(protocol: Protocol, before: Difference, event: RecordedEvent): Difference {
	const difference = noteEntry(protocol, before, event);
	const { at } = event;
	switch (event.type) {
		case "raised":
			return {
				...difference,
				raisedAt: event.raisedAt ?? at,
				enteredAt: at,
				...(event.entered && { beganOnPaper: true }),
				...(event.way !== undefined && { way: event.way }),
				known: {
					...difference.known,
					raising: difference.known.raising ?? at,
				},
			};
		case "agency-involved":
			return {
				...(event.side in difference.involved
					? withoutPeopleOf(difference, event.side)
					: difference),
				involved: {
					...difference.involved,
					[event.side]: { agency: event.agency, seq: event.seq },
				},
			};
		case "stage-entered":
			return {
				...difference,
				stage: event.stage,
				stages: [...difference.stages, { stage: event.stage, at, skipped: event.skipped }],
				stageTold: toldOf(difference, event.stage, event.audience),
			};
		case "went-on":
			return {
				...atStage(difference, event.stage, at),
				stageTold: toldOf(difference, event.stage, event.audience),
			};
		case "step-opened":
			return {
				...difference,
				heardFrom: heardBy(difference, [stepOf(protocol, event.step).by.side], event.keptTo),
				open: [
					...without(difference.open, event.step),
					{ step: event.step, openedAt: at, person: event.person },
				],
				awaited: without(difference.awaited, event.step),
			};
		case "step-awaited":
			return {
				...difference,
				awaited: [
					...without(difference.awaited, event.step),
					{ step: event.step, opensAt: event.opensAt },
				],
			};
		case "step-done":
			return {
				...difference,
				open: without(difference.open, event.step),
				done: event.by
					? [
							...difference.done,
							{
								seq: event.seq,
								step: event.step,
								outcome: event.outcome,
								answers: event.answers,
								files: event.files ?? [],
								by: event.by,
								at,
								...(event.entered && { entered: event.entered }),
								...(event.signs && { signs: event.signs }),
							},
						]
					: difference.done,
			};
		case "step-dropped":
		case "begun-elsewhere":
			return {
				...difference,
				open: without(difference.open, event.step),
				awaited: without(difference.awaited, event.step),
			};
		case "sent":
			return {
				...atStage(difference, event.stage, at),
				known: {
					...difference.known,
					...Object.fromEntries(
						event.to.filter((side) => !(side in difference.known)).map((side) => [side, at]),
					),
				},
				heardFrom: heardBy(difference, event.to, event.keptTo),
				stageTold: toldOf(
					difference,
					event.stage,
					event.to.filter((side) => event.keptTo?.[side] === undefined),
				),
				sent: [
					...difference.sent,
					{
						seq: event.seq,
						what: event.what,
						to: event.to,
						...(event.keptTo && { keptTo: event.keptTo }),
						by: event.by,
						at,
					},
				],
			};
		case "move-made":
			return event.by
				? {
						...difference,
						moves: [
							...difference.moves,
							{
								move: event.move,
								outcome: event.outcome,
								seq: event.seq,
								by: event.by,
								at,
								answers: event.answers,
							},
						],
					}
				: difference;
		case "clock-started":
			return {
				...difference,
				clocks: [
					...difference.clocks,
					{
						clock: event.clock,
						round: event.round,
						startedAt: at,
						seqs: [event.seq],
						due: event.due,
						firstDue: event.due,
						state: "running",
						pauses: [],
						changes: [],
					},
				],
			};
		case "clock-met":
			return withClock(withoutRequest(difference, event.clock), event.clock, {
				state: event.late ? "met-late" : "met",
				// What was done in time and entered only afterwards was never missed.
				...(!event.late && clockOf(difference, event.clock)?.missed && { missed: false }),
				endedAt: event.entered?.receivedAt ?? at,
			});
		case "clock-ran-out":
			return withClock(difference, event.clock, { state: "ran-out", missed: true });
		case "clock-dropped":
			return withClock(withoutRequest(difference, event.clock), event.clock, {
				state: "dropped",
				endedAt: at,
			});
		case "clock-paused":
			return withClock(difference, event.clock, {
				state: "paused",
				pausedAt: at,
			});
		case "clock-changed": {
			const { how, was, due } = event;
			const change = { how, at, was, day: due.day };
			const before = difference.clocks.findLast(({ clock }) => clock === event.clock);
			const state = stateOnceMoved(before?.state ?? "running", how, due.due, at);
			return withClock(withoutRequest(difference, event.clock), event.clock, {
				due,
				seqs: [...(before?.seqs ?? []), event.seq],
				state,
				missed: state === "ran-out",
				...(how === "resumed" &&
					before?.pausedAt && {
						pausedAt: undefined,
						pauses: [...before.pauses, { from: before.pausedAt, until: at }],
					}),
				changes: [...(before?.changes ?? []), change],
			});
		}
		case "clock-left":
		case "moved-to-version":
		case "copied":
		case "vouched":
		case "link-ended":
			return difference;
		case "recorded-on-childs-record":
			return event.by
				? {
						...difference,
						onChildsRecord: [
							...difference.onChildsRecord,
							{ step: event.step, side: event.side, at, by: event.by },
						],
					}
				: difference;
		case "reminded":
			return { ...difference, reminded: [...difference.reminded, { step: event.step, at }] };
		case "urgent-contact-made":
			return {
				...difference,
				urgentContacts: [...difference.urgentContacts, { call: event.call, madeAt: event.madeAt }],
			};
		case "safety-said":
			return { ...difference, safety: saidBy(event, event.safe, false) };
		case "note-added":
			return difference;
		case "corrected":
			return event.by
				? corrected(protocol, before, difference, { ...event, by: event.by })
				: difference;
		case "question-asked":
			return event.by
				? {
						...difference,
						questions: [
							...difference.questions,
							{ seq: event.seq, to: event.to, by: event.by, at },
						],
					}
				: difference;
		case "said-not-ours":
			return event.by
				? {
						...difference,
						notTheirs: [
							...difference.notTheirs,
							{ entry: event.entry, office: event.office, by: event.by, at },
						],
					}
				: difference;
		case "question-answered":
			return {
				...difference,
				questions: difference.questions.map((each) =>
					each.seq === event.question ? { ...each, answered: event.seq } : each,
				),
			};
		case "step-given":
			return {
				...difference,
				people: {
					[event.person]: stepOf(protocol, event.step).by.side,
					...difference.people,
				},
				open: difference.open.map((open) =>
					open.step === event.step ? { ...open, person: event.person } : open,
				),
			};
		case "handed-over":
			return event.step === undefined
				? handedOver(difference, event)
				: {
						...difference,
						open: difference.open.map((open) =>
							open.step === event.step ? { ...open, person: event.to ?? undefined } : open,
						),
					};
		case "time-asked":
			return event.by
				? {
						...difference,
						timeAsked: [
							...withoutRequest(difference, event.clock).timeAsked,
							{ clock: event.clock, seq: event.seq, by: event.by, at },
						],
					}
				: difference;
		case "time-refused":
			return withoutRequest(difference, event.clock);
		case "conflict-declared":
			return {
				...difference,
				conflicts: {
					...difference.conflicts,
					[event.person]: { by: event.by, at, seq: event.seq },
				},
			};
		case "conflict-over": {
			const { [event.person]: _over, ...conflicts } = difference.conflicts;
			return { ...difference, conflicts };
		}
		case "sealed":
			return { ...difference, sealed: { to: event.to, by: event.by, at, seq: event.seq } };
		case "unsealed":
			return { ...difference, sealed: undefined };
		case "glass-broken":
			return {
				...difference,
				glassBroken: [
					...difference.glassBroken,
					{ person: event.person, at, until: event.until, seq: event.seq },
				],
			};
		case "recalled":
			return recalled(difference, event);
		case "receiving-agency-changed":
			return { ...withoutPeopleOf(difference, "receiving"), receivingAgency: event.agency };
		case "ended":
			return {
				...difference,
				status: { is: "ended", ending: event.ending, at, seq: event.seq },
			};
	}
}

/** Whoever gets what was somebody's is named on their side from now on; whoever goes stays named, as who was there. */
function handedOver(
	difference: Difference,
	{ from, to }: Extract<RecordedEvent, { type: "handed-over" }>,
): Difference {
	const side = difference.people[from];
	return {
		...difference,
		people:
			to === null || side === undefined ? difference.people : { [to]: side, ...difference.people },
		handedOver: { ...difference.handedOver, [from]: to },
	};
}

/**
 * Who has what would be somebody's: themself, or whoever it went over to since they left; undefined where that is whoever
 * answers in their role.
 */
export function nowWith(
	{ handedOver }: Pick<Difference, "handedOver">,
	person: string,
): string | undefined {
	let now: string | null | undefined = person;
	// Nobody gets back what they handed over: then it is for their role.
	for (let passed = 0; now != null && now in handedOver; passed++) {
		if (passed > Object.keys(handedOver).length) return undefined;
		now = handedOver[now];
	}
	return now ?? undefined;
}

/** An answer is put right wherever it stands: as the latest, and in the act that gave it. */
function corrected(
	protocol: Protocol,
	before: Difference,
	difference: Difference,
	event: Extract<RecordedEvent, { type: "corrected" }> & { by: By },
): Difference {
	const { field, corrects, by, at, seq } = event;
	const answer = event.answers[field];
	if (answer === undefined) return difference;
	const given = [...before.done, ...before.moves].find((act) => act.seq === corrects);
	const latest = before.answers[field];
	const isLatest = latest && (latest.corrects ?? latest.seq) === corrects;
	const mended = <Act extends { seq: number; answers: Answers }>(act: Act): Act =>
		act.seq === corrects ? { ...act, answers: { ...act.answers, [field]: answer } } : act;
	const was = given?.answers[field] ?? latest?.answer;
	// What was answered anew since stands.
	const isAnsweredAnew = latest !== undefined && !isLatest && latest.seq > corrects && given;
	return {
		...difference,
		done: difference.done.map(mended),
		moves: difference.moves.map(mended),
		people: withoutMisnamed(protocol, before, difference, { field, was, is: answer }),
		answers: {
			...difference.answers,
			// Whose answer it is stays so, whoever put it right.
			[field]: isAnsweredAnew
				? latest
				: { answer, by: latest?.by?.side === by.side ? by : (latest?.by ?? by), at, seq, corrects },
		},
		corrections: [...difference.corrections, { seq, corrects, field, was, answer, by, at }],
	};
}

/** Whoever was named in the wrong place is named no more, unless they did something or are named elsewhere too. */
function withoutMisnamed(
	protocol: Protocol,
	before: Difference,
	{ people, answers, open }: Difference,
	{ field: id, was, is }: { field: string; was: Answer | undefined; is: Answer },
): Record<string, Side> {
	const field = fieldOf(protocol, id);
	if (field.type !== "person" || was === undefined) return people;
	const { raisedBy, done, moves, sent, onChildsRecord, corrections, questions, timeAsked } = before;
	const acts = [...done, ...moves, ...sent, ...onChildsRecord, ...corrections];
	const stay = [
		raisedBy,
		...peopleNamedIn(field, is),
		...[...acts, ...questions, ...timeAsked].flatMap(({ by }) => by?.person ?? []),
		...open.flatMap(({ person }) => person ?? []),
		...Object.values(before.handedOver).flatMap((person) => person ?? []),
		...Object.entries(answers).flatMap(([other, { answer }]) =>
			other === id ? [] : peopleNamedIn(fieldOf(protocol, other), answer),
		),
	];
	const gone = peopleNamedIn(field, was).filter((person) => !stay.includes(person));
	return Object.fromEntries(Object.entries(people).filter(([person]) => !gone.includes(person)));
}

/** Whoever was named on a side, before another agency had it, is not. */
const withoutPeopleOf = (difference: Difference, of: Side): Difference => ({
	...difference,
	people: Object.fromEntries(Object.entries(difference.people).filter(([, side]) => side !== of)),
});

/** A side from which it was recalled knows of it no more, and whoever was named on it is not. */
function recalled(
	difference: Difference,
	{ from, agency, seq, at }: Extract<RecordedEvent, { type: "recalled" }>,
): Difference {
	const { [from]: _side, ...known } = difference.known;
	const named = Object.entries(difference.people).filter(([, side]) => side === from);
	return {
		...difference,
		known,
		people: withoutPeopleOf(difference, from).people,
		sent: difference.sent.map((sent) => ({ ...sent, to: sent.to.filter((side) => side !== from) })),
		questions: difference.questions.filter(
			({ to, by, answered }) => answered !== undefined || (to !== from && by.side !== from),
		),
		recalled: [
			...difference.recalled,
			{ from, agency, seq, at, people: named.map(([person]) => person) },
		],
	};
}

const withoutRequest = (difference: Difference, clock: string): Difference => ({
	...difference,
	timeAsked: difference.timeAsked.filter((each) => each.clock !== clock),
});

/** The state of a clock whose date was moved: one that had passed and is moved ahead runs again. */
export const stateOnceMoved = (
	before: RunningClock["state"],
	how: ClockChange,
	due: string,
	at: string,
): RunningClock["state"] =>
	before === "paused" && how !== "resumed"
		? "paused"
		: Temporal.Instant.compare(due, at) >= 0
			? "running"
			: before;

const without = <Each extends { step: StepId }>(steps: Each[], step: StepId): Each[] =>
	steps.filter((each) => each.step !== step);

/** A clock runs in one round at a time: the last one. */
function withClock(
	difference: Difference,
	clock: string,
	change: Partial<RunningClock>,
): Difference {
	const last = difference.clocks.findLastIndex((each) => each.clock === clock);
	return {
		...difference,
		clocks: difference.clocks.map((each, index) =>
			index === last ? { ...each, ...change } : each,
		),
	};
}

/**
 * What every entry adds: its number, its doer, the answers it holds and the people they name.
 * To send an answer on is not to give it: it stays its author's.
 */
function noteEntry(protocol: Protocol, difference: Difference, event: RecordedEvent): Difference {
	const doer = event.by?.person;
	const people =
		event.by && doer && takesPart(event) && difference.people[doer] === undefined
			? { ...difference.people, [doer]: event.by.side }
			: difference.people;
	const answers = "answers" in event ? Object.entries(event.answers ?? {}) : [];
	// Most have none, and a long record is replayed often.
	if (answers.length === 0) return { ...difference, seq: event.seq, people };
	const all = { ...people };
	for (const [id, answer] of answers) {
		const field = fieldOf(protocol, id);
		if (field.type === "person" && "id" in (answer as NamedPerson))
			all[(answer as { id: string }).id] ??= sideOf(field.of);
	}
	const entered = answers
		.filter(
			([id, answer]) =>
				event.type !== "sent" || !isSameAnswer(difference.answers[id]?.answer, answer),
		)
		.map(([id, answer]): [string, GivenAnswer] => [
			id,
			{ answer, by: event.by, at: event.at, seq: event.seq },
		]);
	const said = entered.flatMap(([id, { answer }]) => {
		const field = fieldOf(protocol, id);
		return field.type === "choice" && field["not-safe"]
			? [!field["not-safe"].includes(String(answer))]
			: [];
	});
	return {
		...difference,
		seq: event.seq,
		people: all,
		answers: { ...difference.answers, ...Object.fromEntries(entered) },
		...(said.length > 0 && { safety: saidBy(event, said.every(Boolean), true) }),
	};
}

/** Whether whoever did this has a part in the difference by it: to see to who may act and who may know is none. */
const takesPart = ({ type }: RecordedEvent): boolean =>
	type !== "conflict-declared" &&
	type !== "conflict-over" &&
	type !== "sealed" &&
	type !== "unsealed" &&
	type !== "glass-broken";

/** Whether some of a side hear of the difference only with what is now sent to it. @param keptTo who of it is sent that */
export const hearsOnlyNow = (
	{ known, heardFrom }: Difference,
	side: Side,
	keptTo: KeptTo = {},
): boolean => {
	const before = heardFrom[side];
	return !(side in known) || (before !== undefined && !atLeast(keptTo[side] ?? levels[0], before));
};

/** Once something is sent to sides or asked of them: who of each has heard of it then. */
function heardBy({ known, heardFrom }: Difference, sides: Side[], keptTo: KeptTo = {}): KeptTo {
	const heard = { ...heardFrom };
	for (const side of sides) {
		const now = keptTo[side];
		const before = heardFrom[side];
		if (now === undefined) delete heard[side];
		else if (!(side in known) || (before !== undefined && atLeast(before, now))) heard[side] = now;
	}
	return heard;
}

const toldOf = ({ stageTold }: Difference, stage: string, sides: Side[]): Record<Side, string> => ({
	...stageTold,
	...Object.fromEntries(sides.map((side) => [side, stage])),
});

const saidBy = ({ at, by, seq }: RecordedEvent, safe: boolean, inForm: boolean): Safety => ({
	safe,
	at,
	by,
	seq,
	inForm,
});

/** The latest answer that says whom it is about, as far as these answers go: the child or children, or the adults. */
export const whomItIsAbout = (
	protocol: Protocol,
	{ answers }: Pick<Difference, "answers">,
): ({ field: string } & GivenAnswer) | undefined =>
	Object.entries(answers)
		.filter(([field]) => isAboutPeople(fieldOf(protocol, field)))
		.map(([field, given]) => ({ field, ...given }))
		.sort((one, other) => other.seq - one.seq)[0];

const isAboutPeople = ({ type }: Field): boolean => type === "children" || type === "adults";

/** Whoever was not there when a stage was entered hears of it with what is sent to them. */
const atStage = (difference: Difference, stage: string, at: string): Difference =>
	difference.stage === stage
		? difference
		: {
				...difference,
				stage,
				stages: [...difference.stages, { stage, at, skipped: [] }],
			};

/** The side that a party's words begin with: `receiving manager` is of the receiving side. */
const sideOf = (party: string): Side => party.split(" ")[0] ?? party;

/**
 * Whether somebody is held to a clock by now: a party sees to it, or a step of it is owed, or was done in a way that left
 * it due. Before that nobody was asked, and nobody is late.
 */
export const isOwed = (
	{ open, done }: Difference,
	rule: Pick<Clock, "step" | "of"> | undefined,
	{ startedAt }: Pick<RunningClock, "startedAt">,
): boolean => {
	const held = rule ? stepsHeld(rule) : [];
	return (
		held.length === 0 ||
		open.some(({ step }) => held.includes(step)) ||
		done.some(({ step, at }) => step === rule?.step && at >= startedAt)
	);
};

/** Whether somebody is still held to a clock: it runs, stands still, or has run out with the thing undone. */
export const isOpenClock = ({ state }: RunningClock): boolean =>
	state === "running" || state === "paused" || state === "ran-out";

/**
 * A clock that has started, in its latest round. The clock that a step is held to has the step's name; a clock
 * of no one step has its own.
 */
export const clockOf = (difference: Difference, id: string): RunningClock | undefined =>
	difference.clocks.findLast(({ clock }) => clock === id);

/** The open clocks that a step is held to, its own and those that it has with other steps; soonest first. */
export const openClocksOf = (
	protocol: Protocol,
	difference: Difference,
	step: StepId,
): RunningClock[] =>
	clocksOfStep(protocol, step)
		.flatMap(({ id }) => clockOf(difference, id) ?? [])
		.filter(isOpenClock)
		.sort((a, b) => (a.due.due < b.due.due ? -1 : 1));

/** The last time a step was done. */
export const lastDone = (difference: Difference, step: StepId): DoneStep | undefined =>
	difference.done.findLast((each) => each.step === step);

/** Sides that hold a form: those that filled in a part of one, and those that it was sent to. */
export function holdersOfForms(protocol: Protocol, difference: Difference): Side[] {
	const filledIn = difference.done
		.filter(({ step }) => stepOf(protocol, step).form)
		.map(({ by }) => by.side);
	const sentTo = difference.sent
		.filter(({ what }) => what.some((each) => Object.hasOwn(protocol.forms, each)))
		.flatMap(({ to }) => to);
	return [...new Set([...filledIn, ...sentTo])];
}
