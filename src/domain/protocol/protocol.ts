/**
 * A protocol as the engine knows it, every reference resolved, and the small questions that everybody asks of one. Its
 * file is file/file.ts; who it is for a person is said in told/.
 */
import type { Limit } from "../calendar/limit.ts";
import { type Level, reportingOffice, type Sector } from "../people/viewer.ts";
import type { Rank } from "../people/who-answers.ts";
import { type Said, type Speech, said, sayItTo, sayTo } from "../said.ts";
import {
	type Condition,
	holds,
	isInvolved,
	type Known,
	type WhatIsAsked,
	type Worded,
} from "./condition.ts";
import type { Cell, FieldFile } from "./file/field.ts";
import { involvedByDefault, type StepKind, type StrengthFile, type WithWhom } from "./file/file.ts";

/**
 * `raising` and `receiving` are the agencies between which it is; `involved-1`, `involved-2` and so on those that are
 * involved besides, in the order in which they were chosen; every other side is an office of the partnership, by its
 * role's name.
 */
export type Side = string;

/** One of the two agencies between which it is. */
export type MainSide = "raising" | "receiving";

/** Who owes something: a side, and the level or office that answers for it there. */
export type Party = { side: Side; role: string };

/** A level of the protocol's own, by which people of the directory are of it. */
export type OwnLevel = { id: string; called: string; is?: Level | undefined; posts: string[] };

/** Sides of which something is read only by those who answer at a level or above. What it does not name all of a side read. */
export type KeptTo = Record<Side, Level>;

export type Role = {
	id: string;
	called: string;
	/** What it is called in each sector, where that differs. */
	in: Partial<Record<Sector, string>>;
	/** Only somebody with this post holds it. */
	post?: string | undefined;
	/** The proxy agency of one that has nobody for it answers instead. */
	proxy?: boolean | undefined;
	/** Each of its holders reads only what this role gives them or names them in: a pool. */
	givenBy?: string | undefined;
} & ({ level: RoleLevel; office?: never } | { office: string; level?: never });

/** The level that a role names, the protocol's own or one of the directory's four, and who is of it or above. */
export type RoleLevel = Rank & { name: string };

/** Where an outcome leads. */
export type Target =
	| { go: "stay" }
	| {
			go: "step";
			step: StepId;
			/** It is owed only from a day: so long after what leads to it, or the day that a field holds. Else at once. */
			opens?: Opens | undefined;
	  }
	| { go: "stage"; stage: string }
	| { go: "end"; ending: string };

/** From when a step that stands under `afterwards` is owed: a length in days, weeks or months, or a field with the day. */
export type Opens = { after: Limit } | { on: string };

/** The pseudo-stage of what may still be owed after the end. */
export const afterwards = "afterwards";
/** The pseudo-stage of what stands beside the stages. */
export const beside = "beside";

/** Whether a step belongs to no stage: it neither changes the stage nor is dropped with one. */
export const isAside = ({ stage }: Pick<Step, "stage">): boolean =>
	stage === afterwards || stage === beside;

/** What is owed afterwards, and referrals and notes that stand beside: they are no part of what ends. */
export const mayOutlastTheEnd = ({ stage, kind }: Pick<Step, "stage" | "kind">): boolean =>
	stage === afterwards || (stage === beside && (kind === "referral" || kind === "note"));

/** `stage.step`, such as `formal-resolution.forward`. */
export type StepId = string;

/** What an outcome or a move sends, and to which sides; they know of the difference from then on. */
export type Sends = {
	what: string[];
	to: Side[];
	/** In which case it is sent to those of them to whom it is not sent always. */
	toIf: Record<Side, Condition>;
};

/** Who else hears of something, and how much of it they may see. */
export type Copy = {
	to: Party;
	sees: "notice" | "outcome" | "all";
	/** Only in this case. */
	when?: Condition | undefined;
};

/** What is sent as the case is, to whom it is then; undefined where nobody is sent anything. */
export function sentNow(sends: Sends | undefined, known: Known): Sends | undefined {
	if (!sends) return undefined;
	const to = sends.to.filter(
		(side) => isFilled(side, known) && holds(sends.toIf[side] ?? {}, known),
	);
	return to.length > 0 ? { ...sends, to, toIf: {} } : undefined;
}

export type Outcome = Worded<"say"> & {
	id: string;
	say: string;
	asks: string[];
	askedIf: Record<string, Condition>;
	sends?: Sends | undefined;
	copies: Copy[];
	acknowledges?: MainSide | undefined;
	/** It leads on once none of these is open any more. */
	whenDone: StepId[];
	/** Of those joined by `whenDone`, it leads on where this one leads, whoever is last. */
	counts: boolean;
	/** The step's clock runs on: what it asks for did not happen. */
	stillDue: boolean;
	/** What the step asks is left blank. */
	blank: boolean;
	leadsTo: Target[];
};

/** Who decides together. */
export type Panel = {
	/** Who must sit on it, by role or in words. */
	of: string[];
	/** The fewest members without an interest, and the fewest agencies they come from. */
	quorum: number;
	agencies: number;
	mayBeInvolved: boolean;
};

/** Where the day that a field holds is to be expected: how far from today, or `today` for no further. */
export type PlausibleDays = {
	ahead?: Limit | "today" | undefined;
	/** `raised`: not before the difference was. */
	back?: Limit | "today" | "raised" | undefined;
};

type WithDaysRead<Written> = Written extends { plausible?: unknown }
	? Omit<Written, "plausible"> & { plausible?: PlausibleDays | undefined }
	: Written;

export type Field = WithDaysRead<FieldFile> & { id: string };

/** What is asked in every row of a list, under its name: of a table its columns, of each child the facts. */
export const cellsOf = (field: Field): Record<string, Cell> =>
	field.type === "table"
		? field.columns
		: field.type === "children" || field.type === "adults"
			? (field.facts ?? {})
			: {};

/** Of several steps that are one in the file: `any` of them is done, `all` are, or `one` alone is owed, by the case. */
export type Together = "any" | "all" | "one";

export type Step = {
	id: StepId;
	/** Its name inside its stage. */
	name: string;
	/** Its name in the file: the same, but where a stage repeats its steps for each of several roles. */
	writtenAs: string;
	stage: string;
	/** The role whose turn it is part of, where a stage repeats its steps for each of several. */
	round?: string | undefined;
	/** The same for other parties: one of them does it (`any`), or all must. It is among these steps itself. */
	together?: { how: Together; steps: StepId[] } | undefined;
	/** Of the agencies involved, only that which this field names owes it. */
	agencyIn?: string | undefined;
	/** It is owed only in this case; the same step is in every other, for others or under another title. */
	when?: Condition | undefined;
	kind: StepKind;
	title: string;
	says?: string | undefined;
	by: Party;
	with?: Party | undefined;
	to?: string | undefined;
	/** Field that names who is to do it, or `raised-by`: it is offered to them first, or is only theirs. */
	namedIn?: string | undefined;
	onlyNamed: boolean;
	/** Steps whose doers may not do this one. */
	notBy: StepId[] | "everyone-before";
	/** The step that a sign-off signs. */
	of?: StepId | undefined;
	form?: { form: string; part: string } | undefined;
	letter?: string | undefined;
	/** Who must have been consulted, and who must attend a meeting. */
	consults: Party[];
	attends: Party[];
	chair?: Party | undefined;
	panel?: Panel | undefined;
	/** It is owed only where this field was answered. */
	ifAnswered?: string | undefined;
	/** Fields asked whatever the outcome, form fields included. */
	asks: string[];
	/** When those of them are asked that are not always. */
	askedIf: Record<string, Condition>;
	/** Only its own side may read what is entered, until an outcome sends it. */
	private: boolean;
	/** Who of a side reads what happens in it, where not all do: what its stage says and what it says itself. */
	keptTo: KeptTo;
	final: boolean;
	/** The protocol's text gives no time for it. */
	timeNotStated: boolean;
	recordOnChildsRecord: boolean;
	/** The protocol under which it is to be begun: beginning it there does this step, and by hand it is only said not to be. */
	handsOver?: string | undefined;
	outcomes: Outcome[];
};

/** `stage.step.outcome`, or `stage.step.opened`. */
export type EventName = string;

/** Something that starts or meets a clock. */
export type Occasion =
	| { is: "event"; event: EventName }
	| { is: "stage"; stage: string }
	| { is: "raised" }
	/** Answered; counted from the day or moment that it holds. */
	| { is: "field"; field: string }
	| { is: "move"; move: string }
	/** Any ending, or one. */
	| { is: "end"; ending?: string | undefined };

/**
 * Which of several things something is counted from: the `first` to happen, the `later` of their times, for which all must
 * be known, or the `earlier`, which moves when an earlier one becomes known.
 */
export type CountsFrom = "first" | "later" | "earlier";

/** How long, or until when, somebody has. */
export type ClockLimit =
	/** A field that holds the day or moment, or actions with their days: the last of these. */
	| { on: string }
	| {
			/** The length; with `tiers`, the one that counts while nothing was chosen. */
			within: Limit;
			/** Another length for each choice of a field. */
			tiers?: { choice: string; within: Record<string, Limit> } | undefined;
			/** Counted backwards from the day that this field holds. */
			before?: string | undefined;
			/** A sooner date that a person may set, and the field for their reason. */
			orSooner?: { on: string; because: string } | undefined;
	  };

/** How strict a date is: see the protocol file, "strength". */
export type Strength = StrengthFile;

/** What a date is: a limit is met or missed; a target is aimed at; a window may be used, and nobody need. */
export type Binding = "limit" | "target" | "window";

const bindings: Record<Strength, Binding> = {
	hard: "limit",
	soft: "target",
	indicative: "target",
	may: "window",
};

export const bindingOf = (strength: Strength): Binding => bindings[strength];

/** How strict a date is that is such a one. */
export const strengthsOf = (binding: Binding): Strength[] =>
	(Object.keys(bindings) as Strength[]).filter((strength) => bindings[strength] === binding);

/** A time limit: what starts it, how much, who owes what by when. */
export type Clock = Worded<"title"> & {
	/** That of its step, or its own name. */
	id: string;
	title: string;
	/** Who is held to it; absent for a clock of several steps, to which whoever has one of them open is held. */
	by?: Party | undefined;
	/** The step that is owed: doing it meets the clock. Absent for a clock of no one step. */
	step?: StepId | undefined;
	/** The steps whose date it is together, such as those of a stage; empty for any other. */
	of: StepId[];
	/** What starts it; which of several does is said by `countsFrom`. */
	from: Occasion[];
	countsFrom: CountsFrom;
	/** Meets a clock of no one step. */
	until: Occasion[];
	/** Ends a clock of no one step without a verdict: it is neither met nor missed. */
	drops: Occasion[];
	limit: ClockLimit;
	/** How the protocol's text says it, where that is more than the length that is counted. */
	wording?: string | undefined;
	strength: Strength;
	/** The field with the day or moment at which its step was done, where that is what counts. */
	doneAt?: string | undefined;
	/** Nobody may extend or pause it. */
	fixed: boolean;
	/** Where silence leads when it runs out. */
	late: Target[];
	lateSends?: Sends | undefined;
};

/** Every length that a limit may have: the usual one, and that of each choice. */
export const lengthsOf = ({
	within,
	tiers,
}: Pick<Extract<ClockLimit, { within: unknown }>, "within" | "tiers">): Limit[] => [
	within,
	...Object.values(tiers?.within ?? {}),
];

/** Who may change a clock, how far and how often. */
export type ClockRight = {
	by: Party[];
	atMost?: Limit | undefined;
	times?: number | undefined;
};

export type Stage = Worded<"title" | "says"> & {
	id: string;
	number?: number | undefined;
	title: string;
	says?: string | undefined;
	kind?: string | undefined;
	/** Undefined for the ordinary track. */
	track?: string | undefined;
	discretionary: boolean;
	formsForbidden: boolean;
	forms: "allowed" | "required" | "optional" | "forbidden";
	/** Who of a side reads what happens here, where not all do. */
	keptTo: KeptTo;
	/** Roles for each of which its steps are repeated, lowest first. */
	each: string[];
	/** The steps that are owed as soon as it begins; those of the first role where it is repeated. */
	opens: StepId[];
	steps: Step[];
};

export type Move = {
	id: string;
	title: string;
	by: Party[];
	while: ({ stage: string } | { step: StepId } | { ending: string })[];
	whenLate: boolean;
	once: boolean;
	skips: boolean;
	private: boolean;
	says?: string | undefined;
	consults: Party[];
	/** Asked whatever the outcome. */
	asks: string[];
	askedIf: Record<string, Condition>;
	/** Where it leads, one of them chosen by whoever makes it. A move that leads to one place has one, named `done`. */
	outcomes: MoveOutcome[];
	/** Every place that one of its outcomes leads to. */
	leadsTo: Target[];
};

export type MoveOutcome = Pick<
	Outcome,
	"id" | "say" | "asks" | "askedIf" | "sends" | "copies" | "acknowledges" | "leadsTo"
>;

/** The name of the only outcome of a move or a step that is written with `then`. */
export const onlyOutcome = "done";

/** A way to begin. */
export type Way = {
	/** Undefined for the usual one. */
	id?: string | undefined;
	title?: string | undefined;
	says?: string | undefined;
	by: string[];
	/** Who is on the other side: an agency that is chosen, the raiser's own, or nobody. */
	with: WithWhom;
	/** One person may act for both sides of one agency. */
	bothSides: boolean;
	asks: string[];
	askedIf: Record<string, Condition>;
	/** The field that says when it was really raised, where that is not when it was entered. */
	raisedAt?: string | undefined;
	start: Target[];
	/** Sent as soon as it is raised. */
	sends?: Sends | undefined;
	copies: Copy[];
	window?:
		| {
				within: Limit;
				/** Fields with the days that it is counted from. */
				from: string[];
				countsFrom: CountsFrom;
				/** How the protocol's text says it. */
				wording?: string | undefined;
				refused: boolean;
				because?: string | undefined;
		  }
		| undefined;
};

/** What is reported how often to whom; choices to count by, and those that say what changed, with when each is asked. */
export type ReportRule = {
	every: string;
	to: string;
	dimensions: string[];
	changed: { field: string; title: string }[];
};

export type Letter = Worded<"title" | "to" | "text"> & {
	id: string;
	title: string;
	to?: string | undefined;
	text: string;
};

export type Ending = {
	id: string;
	title: string;
	final: boolean;
	/** What kind of ending it is, whatever its words. */
	is?: string | undefined;
	/** `step` is owed until it is begun there. */
	handsOff?: { to: string; carries: string[]; step: StepId } | undefined;
	opens?: { from: string; steps: Target[] } | undefined;
};

export type Form = Worded<"title"> & {
	id: string;
	title: string;
	parts: (Worded<"title"> & {
		id: string;
		title: string;
		by: Party;
		sections: ({ title: string } & WhatIsAsked)[];
	})[];
};

/** A partnership's protocol, read and checked. It never changes: a new text is a new version. */
export type Protocol = {
	id: string;
	version: string;
	title: string;
	partnership: string;
	source?: string | undefined;
	about: string;
	calendar: "england-and-wales" | "scotland" | "northern-ireland" | "uk-union";
	counting: "day0" | "deemed";
	/** Whether days on which the partnership is closed are working days all the same. */
	closureDays: "counted" | "not-counted";
	words: {
		difference: string;
		differences: string;
		stage: string;
		child: string;
		raising: string;
		receiving: string;
		businessUnit: string;
	} & Worded<"difference" | "differences" | "stage" | "child" | "raising" | "receiving">;
	/** Other agencies that may be involved besides the two, and what one of them is called; undefined where there are none. */
	involved?: { chosenIn: string[]; atMost: number; called: string } | undefined;
	safety: { if: string; call: string; name: string }[];
	guidance: { title: string; says: string }[];
	notFor: {
		id: string;
		if: string;
		go: string;
		protocol?: string | undefined;
	}[];
	/** The protocol's own, lowest first; none where they are the directory's four. */
	levels: OwnLevel[];
	roles: Record<string, Role>;
	themes: Record<string, string>;
	fields: Record<string, Field>;
	forms: Record<string, Form>;
	letters: Record<string, Letter>;
	/** The usual way to begin, and the others. */
	raise: Way & { ways: Way[] };
	/** In order; `afterwards` is not among them. */
	stages: Stage[];
	/** What stands beside the stages. */
	beside: Step[];
	/** What may still be owed when a difference has ended. */
	afterwards: Step[];
	moves: Move[];
	endings: Record<string, Ending>;
	clocks: Clock[];
	clockRights: {
		extend?: ClockRight | undefined;
		pause?: ClockRight | undefined;
		bringForward?: ClockRight | undefined;
	};
	reminders: { before: Limit; lateEvery: Limit; noClockEvery: Limit };
	report?: ReportRule | undefined;
	/** Every step by its id, those under `afterwards` included. */
	steps: Record<StepId, Step>;
	/** The Welsh of its texts, each under its English. */
	welsh: Readonly<Record<string, string>>;
	/** Of a protocol in Welsh (in-welsh.ts) the one that it is made from: what has no Welsh goes on in its words. */
	english?: Protocol | undefined;
	/** How whoever it is told to in their own language is spoken to. */
	speech?: Speech | undefined;
};

/** The step of that id. @throws RangeError when the protocol has none: a checked protocol never asks. */
export function stepOf(protocol: Protocol, id: StepId): Step {
	const step = protocol.steps[id];
	if (!step) throw new RangeError(`No step ${id} in ${protocol.id}`);
	return step;
}

/** Looked for at every target of every path: in a long file each time from the top would be most of the check. */
const stagesById = new WeakMap<Stage[], Map<string, Stage>>();

/** The stage of that id; `afterwards` has none. */
export function stageOf({ stages }: Protocol, id: string): Stage | undefined {
	const known = stagesById.get(stages) ?? new Map(stages.map((stage) => [stage.id, stage]));
	stagesById.set(stages, known);
	return known.get(id);
}

/** A stage as people speak of it: "Stage 3: Formal resolution"; "Alongside" for what stands beside them. */
export function stageTitle(protocol: Protocol, id: string): string {
	const stage = stageOf(protocol, id);
	// What ends as soon as it is raised, such as a record, has come to no stage.
	if (id === "") return "Raised";
	if (!stage) return id === beside ? "Alongside" : "Afterwards";
	return stage.number ? `${protocol.words.stage} ${stage.number}: ${stage.title}` : stage.title;
}

/** What a question is called where its answer is shown: as readers are to read it, which need not be as its doer was asked. */
export const readAs = (field: Pick<Field, "label" | "read-as">): string =>
	field["read-as"] ?? field.label;

/** The field of that id. @throws RangeError when the protocol has none. */
export function fieldOf(protocol: Protocol, id: string): Field {
	const field = protocol.fields[id];
	if (!field) throw new RangeError(`No field ${id} in ${protocol.id}`);
	return field;
}

/** The field whose answer stands for that of this one: what was given more fully since, else itself. */
export const fullestOf = (
	protocol: Protocol,
	answers: Readonly<Record<string, unknown>>,
	id: string,
): Field =>
	Object.values(protocol.fields).find((fuller) => fuller.from === id && fuller.id in answers) ??
	fieldOf(protocol, id);

/** Whether a moment may lie ahead: its field says so, or a clock goes by it. That of a talk cannot. */
export const mayLieAhead = (
	{ clocks }: Pick<Protocol, "clocks">,
	{ id, ahead }: Extract<Field, { type: "moment" }>,
): boolean => ahead === true || clocks.some((clock) => fieldsWithTime(clock).includes(id));

/** Whether a clock runs until the day that this field holds: somebody is to keep it. */
export const isDueDay = ({ clocks }: Pick<Protocol, "clocks">, field: string): boolean =>
	clocks.some(({ limit }) => ("on" in limit ? limit.on : limit.orSooner?.on) === field);

/** Fields in which a clock finds a time. */
const fieldsWithTime = ({ from, limit }: Clock): string[] => [
	...from.flatMap((each) => (each.is === "field" ? [each.field] : [])),
	...("on" in limit ? [limit.on] : []),
	...("orSooner" in limit && limit.orSooner ? [limit.orSooner.on] : []),
];

/** The role that a party answers in. @throws RangeError when the protocol has none. */
export function roleOf(protocol: Protocol, party: Party): Role {
	const role = protocol.roles[party.role];
	if (!role) throw new RangeError(`No role ${party.role} in ${protocol.id}`);
	return role;
}

/** The rule of a clock: that of a step has the step's name. */
export const clockRule = (protocol: Protocol, id: string): Clock | undefined =>
	protocol.clocks.find((clock) => clock.id === id);

/** The steps at which a clock is shown and by which it is owed; none for a clock that a party sees to. */
export const stepsHeld = ({ step, of }: Pick<Clock, "step" | "of">): StepId[] =>
	step === undefined ? of : [step];

/** The clocks that a step is held to: its own first, then those that it has together with others. */
export const clocksOfStep = (protocol: Protocol, step: StepId): Clock[] => [
	...protocol.clocks.filter((clock) => clock.step === step),
	...protocol.clocks.filter(({ of }) => of.includes(step)),
];

/** Whether nobody need do a step: there is a time in which somebody may. */
export const isOptional = (protocol: Protocol, step: StepId): boolean =>
	clocksOfStep(protocol, step).some(({ strength }) => strength === "may");

/** How strict the date of a clock is. */
export const strengthOf = (protocol: Protocol, { clock }: { clock: string }): Strength =>
	clockRule(protocol, clock)?.strength ?? "hard";

/** The rule of a clock of no one step. @throws RangeError when the protocol has none: what is owed under it has one */
export function longClockOf(protocol: Protocol, id: string): Clock {
	const clock = clockRule(protocol, id);
	if (!clock) throw new RangeError(`No clock ${id} in ${protocol.id}`);
	return clock;
}

/** A party in words: "agency B’s senior manager", "the SSCP Business Unit". */
export const sayParty = (protocol: Protocol, party: Party): string =>
	sayItTo(protocol, saidParty(protocol, party));

/** The same, for whoever reads it in another language. */
export function saidParty(protocol: Protocol, party: Party): Said {
	const { called } = roleOf(protocol, party);
	return isAgencySide(party.side)
		? said`${sayAgencySide(protocol, party.side)}’s ${called}`
		: said`the ${called}`;
}

/** An agency as the protocol calls it: "agency B", "involved agency 2", "each involved agency" where all of them are meant. */
export function sayAgencySide(protocol: Protocol, side: Side): string {
	const { words, involved } = protocol;
	if (isMainSide(side)) return words[side];
	const called = involved?.called ?? involvedByDefault;
	const slot = slotOf(side);
	return slot === undefined ? sayTo(protocol)`each ${called}` : `${called} ${slot}`;
}

/** What an outcome of a step asks for, in the order in which the page asks. */
export const asksOf = (
	step: WhatIsAsked,
	outcome: WhatIsAsked & { blank?: boolean },
): WhatIsAsked => ({
	asks: [...new Set([...(outcome.blank ? [] : step.asks), ...outcome.asks])],
	askedIf: { ...(outcome.blank ? {} : step.askedIf), ...outcome.askedIf },
});

/**
 * Where a step that is for agencies involved leads when there is none of them: as the outcome that is left when what
 * comes back to the step, and what counts because somebody said it, are taken away. Undefined for every other step, and
 * where several are left that lead apart.
 */
export function withNobody({ by, together, outcomes }: Step): Outcome | undefined {
	if (slotOf(by.side) === undefined) return undefined;
	const own = together?.steps ?? [];
	const [one, ...others] = outcomes.filter(
		({ counts, stillDue, leadsTo }) =>
			!counts &&
			!stillDue &&
			!leadsTo.some((target) => target.go === "step" && own.includes(target.step)),
	);
	const place = JSON.stringify(one?.leadsTo);
	return others.every(({ leadsTo }) => JSON.stringify(leadsTo) === place) ? one : undefined;
}

/** Every way to begin, the usual one first. */
export const waysOf = ({ raise }: Protocol): Way[] => [raise, ...raise.ways];

/** The steps that targets open at once, be it by their stage: none where they end or stay. */
export const stepsOpenedBy = (protocol: Protocol, targets: Target[]): Step[] =>
	targets
		.flatMap((target) =>
			target.go === "step"
				? [target.step]
				: target.go === "stage"
					? (stageOf(protocol, target.stage)?.opens ?? [])
					: [],
		)
		.flatMap((id) => protocol.steps[id] ?? []);

/** Everything that is asked when something is raised, whichever way it is. */
export const askedToRaise = (protocol: Protocol): string[] => [
	...new Set(
		waysOf(protocol).flatMap(({ asks, window }) => [
			...asks,
			...(window?.because ? [window.because] : []),
		]),
	),
];

const saysWhatItIsAbout: Field["type"][] = ["children", "adults", "themes", "person"];

/** Whether a field says whom or what a difference is about; forms and fields alike may be asked about. */
export const saysAbout = ({ fields }: Protocol, what: string): boolean =>
	saysWhatItIsAbout.includes(fields[what]?.type ?? "text");

/** A move leaves what is owed as it is when it only stays, or opens what stands beside the stages. */
export const takesThePlaceOfWhatIsOwed = (protocol: Protocol, leadsTo: Target[]): boolean =>
	!leadsTo.some(({ go }) => go === "stay") &&
	leadsTo.some((target) => target.go !== "step" || !isAside(stepOf(protocol, target.step)));

/** Fields that every protocol has, for what Concord itself asks. */
export const reasonForChange = "reason-for-change";
export const notBegun = "why-not-begun";
export const attended = "attended";
export const panelMembers = "panel-members";
export const aboutSafety = "about-safety";
export const noteText = "note-text";
export const noteMoment = "note-moment";
export const correctionReason = "correction-reason";
export const questionAsked = "question-asked";
export const questionAnswer = "question-answer";
export const givenBecause = "given-because";
export const answersByLink = "answers-by-link";
export const vouchedBecause = "vouched-because";
export const timeWanted = "time-wanted";
export const recallReason = "recall-reason";
export const noOriginal = "no-original";
export const notOursBecause = "not-ours-because";
export const conflictBecause = "conflict-because";
export const conflictOverBecause = "conflict-over-because";
export const sealedBecause = "sealed-because";
export const unsealedBecause = "unsealed-because";
export const glassBecause = "glass-because";

/** What somebody writes of themself or a colleague, not of whom the difference is about. */
export const aboutWhoActs: readonly string[] = [
	conflictBecause,
	conflictOverBecause,
	sealedBecause,
	unsealedBecause,
	glassBecause,
];

export const ownFieldNames: readonly string[] = [
	reasonForChange,
	notBegun,
	attended,
	panelMembers,
	aboutSafety,
	noteText,
	noteMoment,
	correctionReason,
	questionAsked,
	questionAnswer,
	givenBecause,
	answersByLink,
	vouchedBecause,
	timeWanted,
	recallReason,
	noOriginal,
	notOursBecause,
	conflictBecause,
	conflictOverBecause,
	sealedBecause,
	unsealedBecause,
	glassBecause,
];

/** The side of the office that sees to the process and reports; undefined where a protocol has no role for it. */
export const reportingSide = ({ roles }: Pick<Protocol, "roles">): Side | undefined =>
	Object.keys(roles).find((role) => roles[role]?.office === reportingOffice);

/** A party as protocols and stories write it: `raising manager`, `business-unit`. */
export const writtenParty = ({ side, role }: Party): string =>
	side === role ? side : `${side} ${role}`;

/** The field that says who of a party was consulted. */
export const consultedField = (party: Party): string =>
	`consulted-${writtenParty(party).replace(" ", "-")}`;

/** Somebody of an agency involved besides the two is asked for only where there is one. */
export const consultedIf = (parties: Party[]): Record<string, Condition> =>
	Object.fromEntries(
		parties.flatMap((party) =>
			slotOf(party.side) === undefined
				? []
				: [[consultedField(party), { [isInvolved]: [party.side] }]],
		),
	);

/** True for the two sides between which it is. */
export const isMainSide = (side: Side): side is MainSide =>
	side === "raising" || side === "receiving";

/** The word for every agency that is involved besides the two, as protocols write it. */
export const everyInvolved = "involved";
/** The side of the agency that was chosen as the so manieth. @param slot from 1 */
export const involvedSide = (slot: number): Side => `${everyInvolved}-${slot}`;

/** As the so manieth it was chosen, counted from 1; undefined for every side that is not of an agency involved besides. */
export function slotOf(side: Side): number | undefined {
	const [, slot] = /^involved-(\d+)$/.exec(side) ?? [];
	return slot === undefined ? undefined : Number(slot);
}

/** The sides that agencies involved besides the two can have. */
export const involvedSides = ({
	involved,
}: {
	involved?: { atMost: number } | undefined;
}): Side[] => Array.from({ length: involved?.atMost ?? 0 }, (_, index) => involvedSide(index + 1));

/** True for sides that are agencies: the two, and those involved besides. */
export const isAgencySide = (side: Side): boolean =>
	isMainSide(side) || side === everyInvolved || slotOf(side) !== undefined;

/** Whether a side is there: that of an agency involved besides only once one was chosen. */
export const isFilled = (side: Side, { involved = [] }: Pick<Known, "involved">): boolean =>
	slotOf(side) === undefined || involved.includes(side);
