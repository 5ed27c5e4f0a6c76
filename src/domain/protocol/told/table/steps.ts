/** The words of stages, steps, outcomes and clocks. Those of beginnings, moves and endings are in ways.ts. */
import { nameInWords, sayAny, sayList, startingSmall, withArticle } from "../../../english.ts";
import { anyOf, type ByCase, type Condition } from "../../condition.ts";
import { gap } from "../../letter.ts";
import {
	type Clock,
	type Copy,
	type KeptTo,
	type MoveOutcome,
	type Outcome,
	type Party,
	type Protocol,
	type Sends,
	type Stage,
	type Step,
	sayParty,
	stageOf,
	stageTitle,
	stepOf,
} from "../../protocol.ts";
import {
	clockOf,
	countingWords,
	sayClock,
	sayCondition,
	sayCopy,
	sayCutOff,
	sayDueTime,
	sayKeptFrom,
	sayLabels,
	sayLimit,
	sayOccasions,
	sayPanel,
	sayPart,
	sayPlaces,
	saySends,
	saySideOf,
	saySilence,
	sayTitles,
	sayTurns,
} from "../protocol-in-words.ts";
import {
	all,
	byItsTitle,
	each,
	flag,
	inside,
	type Kind,
	quoted,
	type Row,
	type Rows,
	said,
	sayThing,
	sentences,
	text,
} from "./row.ts";

export const asks = each<string>(45, (fields, protocol) => `asks ${sayLabels(protocol, fields)}`);
/** What is asked only in some cases: “asks “Why?” only if “Do you agree?” is “No””. */
export const askedIf: Row<Record<string, Condition>> = {
	...said(44, (conditions, protocol) => {
		const cases = Object.entries(conditions).map(
			([field, condition]) =>
				`asks ${sayLabels(protocol, [field])} only if ${sayCondition(protocol, condition)}`,
		);
		return cases.length > 0 ? cases.join("; ") : undefined;
	}),
	pieces: (conditions) =>
		Object.entries(conditions).map(([field, condition]) => ({ [field]: condition })),
};
/** What is said in some cases only, a phrase for each: “called “Alert” if it began as “An urgent one””. */
export const sayCases = (
	protocol: Protocol,
	{ usual, cases }: ByCase,
	phrase: (say: string) => string,
): string =>
	[
		...cases.map(({ say, when }) => `${phrase(say)} if ${sayCondition(protocol, when)}`),
		...(usual === undefined || usual === gap || usual === anyOf(cases)
			? []
			: [`${phrase(usual)} otherwise`]),
	].join("; ");

const wordInCase = (
	weight: number,
	words: string[],
	phrase: (say: string) => string,
): Row<Partial<Record<string, ByCase>>> => ({
	...said(weight, (given, protocol) => {
		const cases = words.flatMap((word) => given[word] ?? []);
		return cases.length > 0
			? cases.map((each) => sayCases(protocol, each, phrase)).join("; ")
			: undefined;
	}),
	pieces: (given) =>
		words.flatMap((word) =>
			(given[word]?.cases ?? []).map((each) => ({ [word]: { usual: undefined, cases: [each] } })),
		),
});

/** What a thing is called and says in some cases. */
export const wordsInCase = [
	wordInCase(12, ["title", "say"], (say) => `called ${quoted(say)}`),
	wordInCase(5, ["says", "text"], (say) => `with the words ${quoted(say)}`),
	wordInCase(5, ["to"], (say) => `addressed to ${quoted(say)}`),
];

export const consults = each<Party>(
	60,
	(parties, protocol) => `after consulting ${sayAll(protocol, parties)}`,
);
export const sends: Row<Sends> = {
	...said(65, (sent, protocol) => saySends(protocol, sent)),
	pieces: ({ what, to, toIf }) =>
		to.flatMap((side) => {
			const only = toIf[side] ? { [side]: toIf[side] } : {};
			return what.length > 0
				? what.map((one) => ({ what: [one], to: [side], toIf: only }))
				: [{ what: [], to: [side], toIf: only }];
		}),
};
export const copies = each<Copy>(
	55,
	(list, protocol) => `copied to ${sayList(list.map((copy) => sayCopy(protocol, copy)))}`,
);
export const owedBy = said<Party>(85, (party, protocol) => `by ${sayParty(protocol, party)}`);

const sayAll = (protocol: Protocol, parties: Party[]): string =>
	sayList(parties.map((party) => sayParty(protocol, party)));

const clock: Kind<Clock> = {
	noun: "time limit",
	weight: 95,
	...byItsTitle,
	words: {
		id: "elsewhere",
		title: "its name",
		// That of a stage is called as its stage is.
		inCase: "elsewhere",
		by: owedBy,
		step: "elsewhere",
		of: each(85, (steps, protocol) => `of ${sayTitles(protocol, steps)}, whoever’s turn it is`),
		limit: [
			said(96, (limit, protocol) => sayLimit(protocol, limit)),
			said(80, (limit, protocol) =>
				"on" in limit
					? `going by ${sayLabels(protocol, [limit.on])}`
					: limit.tiers && `going by ${sayLabels(protocol, [limit.tiers.choice])}`,
			),
			said(80, (limit, protocol) =>
				"on" in limit || !limit.orSooner
					? undefined
					: `or sooner by ${sayLabels(protocol, [limit.orSooner.on])}, because of ${sayLabels(protocol, [limit.orSooner.because])}`,
			),
			// As the protocol itself counts, it is said of the protocol.
			said(70, (limit, { counting }) => {
				const own = settingsOf(limit)?.counting;
				return own && own !== counting ? countingWords[own] : undefined;
			}),
			said(70, (limit) => sayCutOff(settingsOf(limit)?.cutOff)),
			said(70, (limit) => sayDueTime(settingsOf(limit)?.dueTime)),
		],
		wording: text("in its own words"),
		from: all(92, (from, protocol) => `counted from ${sayOccasions(protocol, from)}`),
		countsFrom: said(
			92,
			(counts) =>
				({
					first: undefined,
					later: "from the later of these",
					earlier: "from the earlier of these",
				})[counts],
		),
		until: all(92, (until, protocol) => `until ${sayOccasions(protocol, until)}`),
		drops: all(
			70,
			(drops, protocol) => `neither met nor missed after ${sayOccasions(protocol, drops)}`,
		),
		strength: said(
			75,
			(strength) =>
				({
					hard: "a hard limit",
					soft: "a target, kept where possible",
					indicative: "a target that is only shown",
					may: "a time that somebody may use and nobody need",
				})[strength],
		),
		doneAt: said(
			80,
			(field, protocol) => `in time by the answer to ${sayLabels(protocol, [field])}`,
		),
		fixed: flag(55, "not to be extended or paused"),
		late: all(93, (late, protocol) => saySilence(protocol, late)),
		lateSends: {
			...sends,
			says: (sent, protocol) => `${saySends(protocol, sent)} if it is not done in time`,
		},
	},
};

/** How a limit in days counts them. */
const settingsOf = (limit: Clock["limit"]) =>
	"within" in limit && limit.within.unit !== "hours" && limit.within.unit !== "immediately"
		? limit.within
		: undefined;

/** A time limit over several stages, or over the whole. */
export const longClock = clock;

/** "Settle it: the Business Unit, within 30 working days of raising it, until its end; goes on to …" */
export const sayLongClock = (protocol: Protocol, each: Clock): string =>
	`${each.title}: ${each.by ? sayParty(protocol, each.by) : "whoever’s turn it is"}, ${sayClock(protocol, each)}, ${sayThing(
		clock.words,
		each,
		protocol,
		["by", "limit", "from", "countsFrom", "strength"],
	).join("; ")}.`;

/** The clock of a step, which has its title and is owed by whoever owes the step. */
const stepClock: Kind<Clock> = {
	...clock,
	idOf: () => "",
	name: ({ by }, protocol, within) => (by ? `${within} (${sayParty(protocol, by)})` : within),
	words: { ...clock.words, title: "elsewhere", by: "elsewhere" },
};

const choice = <Choice extends MoveOutcome>(words: Rows<Choice>): Kind<Choice> => ({
	noun: "choice",
	weight: 80,
	order: 3,
	idOf: ({ id }) => id,
	knownBy: ({ say }) => say,
	// The only way on of a move has the move's own name.
	name: ({ say }, _, within) => (quoted(say) === within ? within : `${quoted(say)} at ${within}`),
	words,
});

const choiceWords: Rows<MoveOutcome> = {
	id: "elsewhere",
	say: "its name",
	asks,
	askedIf,
	sends,
	copies,
	acknowledges: said(55, (side, protocol) => `acknowledges it to ${saySideOf(protocol, side)}`),
	leadsTo: all(88, (targets, protocol) => `leads to ${sayPlaces(protocol, targets)}`),
};

export const moveOutcome = choice<MoveOutcome>(choiceWords);

export const outcome = choice<Outcome>({
	...choiceWords,
	whenDone: each(65, (steps, protocol) => `only once ${sayTitles(protocol, steps)} is done too`),
	counts: flag(85, "and then counts, whoever is last"),
	stillDue: flag(80, "while the time limit of the step runs on"),
	blank: flag(50, "without an answer to what the step asks"),
	inCase: wordsInCase,
});

/** Choices with what follows each: "“Yes” (leads to …)". */
export const sayChoices = <Choice extends Pick<Outcome, "say">>(
	{ words }: Kind<Choice>,
	choices: Choice[],
	protocol: Protocol,
): string =>
	choices.length === 1
		? choices.map((choice) => sayThing(words, choice, protocol).join("; ")).join()
		: `ends with ${choices
				.map((choice) => `${quoted(choice.say)} (${sayThing(words, choice, protocol).join(", ")})`)
				.join(" or ")}`;

/** A step with its clock. Of what it asks only what is no part of its form, which is told with the form. */
export type ToldStep = Step & { due?: Clock | undefined };

export function toldStep(each: Step, protocol: Protocol): ToldStep {
	const part = protocol.forms[each.form?.form ?? ""]?.parts.find(
		({ id }) => id === each.form?.part,
	);
	const inForm = new Set(part?.sections.flatMap((section) => section.asks));
	const ofStage = stageOf(protocol, each.stage)?.keptTo ?? {};
	return {
		...each,
		// What its stage says of all its steps is told of the stage.
		keptTo: Object.fromEntries(
			Object.entries(each.keptTo).filter(([side, level]) => ofStage[side] !== level),
		),
		asks: withoutConsulted(each.asks).filter((id) => !inForm.has(id)),
		askedIf: Object.fromEntries(Object.entries(each.askedIf).filter(([id]) => !inForm.has(id))),
		due: clockOf(protocol, each),
	};
}

/** What is asked because somebody must be consulted is told with whom that is. */
export const withoutConsulted = (fields: string[]): string[] =>
	fields.filter((id) => !id.startsWith("consulted-"));

/** Who does not read what happens. */
const keptTo: Row<KeptTo> = {
	...said(62, (kept: KeptTo, protocol) => sayKeptFrom(protocol, kept)),
	pieces: (kept) => Object.entries(kept).map(([side, level]) => ({ [side]: level })),
};

export const onRecord: Row<boolean> = said(50, (is, { words }) =>
	is ? `it is written on the ${words.child}’s record` : undefined,
);

export const step: Kind<ToldStep> = {
	noun: "step",
	weight: 90,
	idOf: ({ name }) => name,
	knownBy: ({ title, by }) => `${title} ${by.side} ${by.role}`,
	name: ({ title }) => quoted(title),
	words: {
		id: "elsewhere",
		name: "elsewhere",
		writtenAs: "elsewhere",
		stage: "elsewhere",
		round: "elsewhere",
		kind: said(60, (kind) => withArticle(kind)),
		title: "its name",
		says: text("with the guidance"),
		by: owedBy,
		agencyIn: said(
			85,
			(field, protocol) => `of the agency in ${sayLabels(protocol, [field])}, and of no other`,
		),
		together: said(80, ({ how, steps }, protocol) => {
			const parties = steps.map((id) => sayParty(protocol, stepOf(protocol, id).by));
			return {
				any: `${sayAny(parties)} does it, whoever is first`,
				all: `each of ${sayList(parties)} must do it`,
				// In which case it is this one is told by itself.
				one: undefined,
			}[how];
		}),
		when: said(
			82,
			(condition, protocol) => `it is owed only if ${sayCondition(protocol, condition)}`,
		),
		with: said(60, (party, protocol) => `with ${sayParty(protocol, party)}`),
		namedIn: said(55, (field, protocol) =>
			field === "raised-by"
				? "offered first to whoever raised it"
				: `offered first to the person named in ${sayLabels(protocol, [field])}`,
		),
		onlyNamed: flag(55, "by nobody else while they are there"),
		due: inside(
			stepClock,
			(due) => (due ? [due] : []),
			(due, protocol) => sayClock(protocol, due),
		),
		timeNotStated: flag(30, "with no time stated"),
		form: said(60, ({ form, part }, protocol) => `on the form ${sayPart(protocol, form, part)}`),
		letter: said(
			55,
			(id, protocol) => `in the letter ${quoted(protocol.letters[id]?.title ?? id)}`,
		),
		to: said(55, (to) => `referred to: ${to}`),
		of: said(60, (id, protocol) => `signs ${sayTitles(protocol, [id])}`),
		notBy: {
			...said(60, (notBy, protocol) =>
				notBy === "everyone-before"
					? "not by anybody who had a part before"
					: notBy.length > 0
						? `not by whoever did ${sayTitles(protocol, notBy)}`
						: undefined,
			),
			pieces: (notBy) => (notBy === "everyone-before" ? [notBy] : notBy.map((id) => [id])),
		},
		consults,
		attends: each(60, (parties, protocol) => `attended by ${sayAll(protocol, parties)}`),
		chair: said(60, (party, protocol) => `chaired by ${sayParty(protocol, party)}`),
		panel: said(70, (panel, protocol) => sayPanel(protocol, { panel })),
		ifAnswered: said(
			70,
			(field, protocol) => `only where there is an answer to ${sayLabels(protocol, [field])}`,
		),
		asks,
		askedIf,
		private: flag(60, "for its own side alone to read until it is sent"),
		keptTo,
		final: flag(75, "what is decided is final"),
		recordOnChildsRecord: onRecord,
		handsOver: "elsewhere",
		outcomes: inside(
			outcome,
			(outcomes) => outcomes,
			(outcomes, protocol) => sayChoices(outcome, outcomes, protocol),
		),
	},
};

export const steps = inside<Step[], ToldStep>(
	step,
	(all, protocol) => all.map((each) => toldStep(each, protocol)),
	(all) =>
		all.length > 0
			? `with ${sayList([...new Set(all.map(({ title }) => quoted(title)))])}`
			: undefined,
);

export const stage: Kind<Stage> = {
	noun: "stage",
	weight: 92,
	order: 60,
	idOf: ({ id }) => id,
	knownBy: ({ title }) => title,
	name: ({ id }, protocol) => quoted(stageTitle(protocol, id)),
	area: ({ id }, protocol) => stageTitle(protocol, id),
	words: {
		id: "elsewhere",
		number: said(40, (number) => `number ${number}`),
		title: "its name",
		says: text("with the words"),
		kind: said(30, (kind) => `of the kind ${quoted(kind)}`),
		track: said(70, (track) => `on the ${nameInWords(track)} track`),
		discretionary: said(65, (is, { words }) =>
			is ? `this ${startingSmall(words.stage)} may be left out` : undefined,
		),
		formsForbidden: "elsewhere",
		forms: said(
			65,
			(forms, { words }) =>
				({
					allowed: undefined,
					forbidden: `no form is used at this ${startingSmall(words.stage)}`,
					required: `it goes on to another ${startingSmall(words.stage)} only with a form`,
					optional: "the form may be left blank",
				})[forms],
		),
		keptTo,
		each: { ...all(75, (roles, protocol) => sayTurns(protocol, roles)), inOrder: true },
		inCase: wordsInCase,
		opens: all(80, (opens, protocol) => `begins with ${sayTitles(protocol, opens)}`),
		steps,
	},
};

/** What a stage says besides its title and its text. */
export const stageNotes = (protocol: Protocol, each: Stage): string[] =>
	sentences(protocol, stage, each, [
		"number",
		"kind",
		"track",
		"steps",
		// Everybody takes a stage to begin with its first step.
		...(each.opens.length > 1 ? [] : (["opens"] as const)),
	]);
