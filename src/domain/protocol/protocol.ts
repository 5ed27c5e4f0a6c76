import type { Level, Sector } from "../access/viewer.ts";
import type { Limit } from "../calendar/limit.ts";
import type { FieldFile, StepKind } from "./file.ts";

/** `raising` and `receiving` are agencies; every other side is an office of the partnership, by its role's name. */
export type Side = string;

/** Who owes something: a side, and the level or office that answers for it there. */
export type Party = { side: Side; role: string };

export type Role = {
	id: string;
	called: string;
	/** What it is called in each sector, where that differs. */
	in: Partial<Record<Sector, string>>;
} & ({ level: Level; office?: never } | { office: string; level?: never });

/** Where an outcome leads. */
export type Target =
	| { go: "stay" }
	| { go: "step"; step: StepId }
	| { go: "stage"; stage: string }
	| { go: "end"; ending: string };

/** The pseudo-stage of what may still be owed after the end. */
export const afterwards = "afterwards";

/** `stage.step`, such as `formal-resolution.forward`. */
export type StepId = string;

/** What an outcome or a move sends, and to which sides; they know of the difference from then on. */
export type Sends = { what: string[]; to: Side[] };

export type Outcome = {
	id: string;
	say: string;
	asks: string[];
	sends?: Sends | undefined;
	acknowledges?: "raising" | "receiving" | undefined;
	leadsTo: Target[];
};

export type Field = FieldFile & { id: string };

export type Step = {
	id: StepId;
	/** Its name inside its stage. */
	name: string;
	stage: string;
	kind: StepKind;
	title: string;
	says?: string | undefined;
	by: Party;
	with?: Party | undefined;
	to?: string | undefined;
	/** Field that names who is to do it, or `raised-by`. */
	namedIn?: string | undefined;
	/** Steps whose doers may not do this one. */
	notBy: StepId[] | "everyone-before";
	/** The step that a sign-off signs. */
	of?: StepId | undefined;
	form?: { form: string; part: string } | undefined;
	/** Fields asked whatever the outcome, form fields included. */
	asks: string[];
	/** Only its own side may read what is entered, until an outcome sends it. */
	private: boolean;
	final: boolean;
	recordOnChildsRecord: boolean;
	outcomes: Outcome[];
};

/** `stage.step.outcome`, or `stage.step.opened`. */
export type EventName = string;

/** A time limit: what starts it, how much, who owes what by when. */
export type Clock = {
	id: string;
	/** The step that is owed: its doer is held to the date, and doing it meets the clock. */
	step: StepId;
	from: EventName;
	limit: { within: Limit } | { on: string };
	/** `indicative` clocks are shown and never count as missed. */
	strength: "hard" | "soft" | "indicative";
	/** Steps that open when it runs out. */
	late: Target[];
};

export type Stage = {
	id: string;
	number?: number | undefined;
	title: string;
	says?: string | undefined;
	formsForbidden: boolean;
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
	asks: string[];
	sends?: Sends | undefined;
	leadsTo: Target[];
};

export type Ending = {
	id: string;
	title: string;
	final: boolean;
	opens?: { from: string; steps: Target[] } | undefined;
};

export type Form = {
	id: string;
	title: string;
	parts: {
		id: string;
		title: string;
		by: Party;
		sections: { title: string; asks: string[] }[];
	}[];
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
	words: {
		difference: string;
		differences: string;
		raising: string;
		receiving: string;
		businessUnit: string;
	};
	safety: { if: string; call: string; name: string }[];
	notFor: { id: string; if: string; go: string }[];
	roles: Record<string, Role>;
	themes: Record<string, string>;
	fields: Record<string, Field>;
	forms: Record<string, Form>;
	raise: { by: string[]; asks: string[]; start: Target };
	/** In order; `afterwards` is not among them. */
	stages: Stage[];
	/** What may still be owed when a difference has ended. */
	afterwards: Step[];
	moves: Move[];
	endings: Record<string, Ending>;
	clocks: Clock[];
	reminders: { before: Limit; lateEvery: Limit; noClockEvery: Limit };
	report?: { every: string; to: string } | undefined;
	/** Every step by its id, those under `afterwards` included. */
	steps: Record<StepId, Step>;
};

/** The step of that id. @throws RangeError when the protocol has none: a checked protocol never asks. */
export function stepOf(protocol: Protocol, id: StepId): Step {
	const step = protocol.steps[id];
	if (!step) throw new RangeError(`No step ${id} in ${protocol.id}`);
	return step;
}

/** The stage of that id; `afterwards` has none. */
export const stageOf = (protocol: Protocol, id: string): Stage | undefined =>
	protocol.stages.find((stage) => stage.id === id);

/** A stage as people speak of it: "Stage 3: Formal resolution". */
export function stageTitle(protocol: Protocol, id: string): string {
	const stage = stageOf(protocol, id);
	if (!stage) return "Afterwards";
	return stage.number ? `Stage ${stage.number}: ${stage.title}` : stage.title;
}

/** The field of that id. @throws RangeError when the protocol has none. */
export function fieldOf(protocol: Protocol, id: string): Field {
	const field = protocol.fields[id];
	if (!field) throw new RangeError(`No field ${id} in ${protocol.id}`);
	return field;
}

/** The role that a party answers in. @throws RangeError when the protocol has none. */
export function roleOf(protocol: Protocol, party: Party): Role {
	const role = protocol.roles[party.role];
	if (!role) throw new RangeError(`No role ${party.role} in ${protocol.id}`);
	return role;
}

/** A party in words: "agency B’s senior manager", "the SSCP Business Unit". */
export function sayParty(protocol: Protocol, party: Party): string {
	const { called } = roleOf(protocol, party);
	return isAgencySide(party.side)
		? `${protocol.words[party.side]}’s ${called}`
		: `the ${called}`;
}

/** What an outcome of a step asks for, in the order in which the page asks. */
export const asksOf = (step: Step, outcome: Outcome): string[] => [
	...new Set([...step.asks, ...outcome.asks]),
];

/** True for the two sides that are agencies. */
export const isAgencySide = (side: Side): side is "raising" | "receiving" =>
	side === "raising" || side === "receiving";
