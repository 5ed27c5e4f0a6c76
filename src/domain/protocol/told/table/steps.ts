/** The words of stages, steps, outcomes and clocks. Those of beginnings, moves and endings are in ways.ts. */
import { nameInWords, sayList, startingSmall, withArticle } from "../../../english.ts";
import { said, sayItTo, sayTo } from "../../../said.ts";
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
	allOf,
	anyOf as anyOfThese,
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
	sayThing,
	sentences,
	text,
	whole,
} from "./row.ts";

export const asks = each<string>(
	45,
	(fields, protocol) => sayTo(protocol)`asks ${sayLabels(protocol, fields)}`,
);
/** What is asked only in some cases: “asks “Why?” only if “Do you agree?” is “No””. */
export const askedIf: Row<Record<string, Condition>> = {
	...whole(44, (conditions, protocol) => {
		const cases = Object.entries(conditions).map(
			([field, condition]) =>
				sayTo(
					protocol,
				)`asks ${sayLabels(protocol, [field])} only if ${sayCondition(protocol, condition)}`,
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
	phrase: (say: string, protocol: Protocol) => string,
): string =>
	[
		...cases.map(
			({ say, when }) =>
				sayTo(protocol)`${phrase(say, protocol)} if ${sayCondition(protocol, when)}`,
		),
		...(usual === undefined || usual === gap || usual === anyOf(cases)
			? []
			: [sayTo(protocol)`${phrase(usual, protocol)} otherwise`]),
	].join("; ");

const wordInCase = (
	weight: number,
	words: string[],
	phrase: (say: string, protocol: Protocol) => string,
): Row<Partial<Record<string, ByCase>>> => ({
	...whole(weight, (given, protocol) => {
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
	wordInCase(12, ["title", "say"], (say, protocol) => sayTo(protocol)`called ${quoted(say)}`),
	wordInCase(
		5,
		["says", "text"],
		(say, protocol) => sayTo(protocol)`with the words ${quoted(say)}`,
	),
	wordInCase(5, ["to"], (say, protocol) => sayTo(protocol)`addressed to ${quoted(say)}`),
];

export const consults = each<Party>(
	60,
	(parties, protocol) => sayTo(protocol)`after consulting ${sayAll(protocol, parties)}`,
);
export const sends: Row<Sends> = {
	...whole(65, (sent, protocol) => saySends(protocol, sent)),
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
	(list, protocol) =>
		sayTo(protocol)`copied to ${allOf(
			protocol,
			list.map((copy) => sayCopy(protocol, copy)),
		)}`,
);
export const owedBy = whole<Party>(
	85,
	(party, protocol) => sayTo(protocol)`by ${sayParty(protocol, party)}`,
);

const sayAll = (protocol: Protocol, parties: Party[]): string =>
	allOf(
		protocol,
		parties.map((party) => sayParty(protocol, party)),
	);

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
		of: each(
			85,
			(steps, protocol) => sayTo(protocol)`of ${sayTitles(protocol, steps)}, whoever’s turn it is`,
		),
		limit: [
			whole(96, (limit, protocol) => sayLimit(protocol, limit)),
			whole(80, (limit, protocol) =>
				"on" in limit
					? sayTo(protocol)`going by ${sayLabels(protocol, [limit.on])}`
					: limit.tiers && sayTo(protocol)`going by ${sayLabels(protocol, [limit.tiers.choice])}`,
			),
			whole(80, (limit, protocol) =>
				"on" in limit || !limit.orSooner
					? undefined
					: sayTo(
							protocol,
						)`or sooner by ${sayLabels(protocol, [limit.orSooner.on])}, because of ${sayLabels(protocol, [limit.orSooner.because])}`,
			),
			// As the protocol itself counts, it is said of the protocol.
			whole(70, (limit, protocol) => {
				const own = settingsOf(limit)?.counting;
				return own && own !== protocol.counting ? sayItTo(protocol, countingWords[own]) : undefined;
			}),
			whole(70, (limit, protocol) => sayCutOff(settingsOf(limit)?.cutOff, protocol)),
			whole(70, (limit, protocol) => sayDueTime(settingsOf(limit)?.dueTime, protocol)),
		],
		wording: text("in its own words"),
		from: all(
			92,
			(from, protocol) => sayTo(protocol)`counted from ${sayOccasions(protocol, from)}`,
		),
		countsFrom: whole(92, (counts, protocol) =>
			counts === "first"
				? undefined
				: counts === "later"
					? sayTo(protocol)`from the later of these`
					: sayTo(protocol)`from the earlier of these`,
		),
		until: all(92, (until, protocol) => sayTo(protocol)`until ${sayOccasions(protocol, until)}`),
		drops: all(
			70,
			(drops, protocol) =>
				sayTo(protocol)`neither met nor missed after ${sayOccasions(protocol, drops)}`,
		),
		strength: whole(75, (strength, protocol) =>
			sayItTo(
				protocol,
				{
					hard: said`a hard limit`,
					soft: said`a target, kept where possible`,
					indicative: said`a target that is only shown`,
					may: said`a time that somebody may use and nobody need`,
				}[strength],
			),
		),
		doneAt: whole(
			80,
			(field, protocol) =>
				sayTo(protocol)`in time by the answer to ${sayLabels(protocol, [field])}`,
		),
		fixed: flag(55, said`not to be extended or paused`),
		late: all(93, (late, protocol) => saySilence(protocol, late)),
		lateSends: {
			...sends,
			says: (sent, protocol) =>
				sayTo(protocol)`${saySends(protocol, sent)} if it is not done in time`,
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
	acknowledges: whole(
		55,
		(side, protocol) => sayTo(protocol)`acknowledges it to ${saySideOf(protocol, side)}`,
	),
	leadsTo: all(
		88,
		(targets, protocol) => sayTo(protocol)`leads to ${sayPlaces(protocol, targets)}`,
	),
};

export const moveOutcome = choice<MoveOutcome>(choiceWords);

export const outcome = choice<Outcome>({
	...choiceWords,
	whenDone: each(
		65,
		(steps, protocol) => sayTo(protocol)`only once ${sayTitles(protocol, steps)} is done too`,
	),
	counts: flag(85, said`and then counts, whoever is last`),
	stillDue: flag(80, said`while the time limit of the step runs on`),
	blank: flag(50, said`without an answer to what the step asks`),
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
		: sayTo(protocol)`ends with ${choices
				.map((choice) => `${quoted(choice.say)} (${sayThing(words, choice, protocol).join(", ")})`)
				.reduce((before, choice) => sayTo(protocol)`${before} or ${choice}`)}`;

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
	...whole(62, (kept: KeptTo, protocol) => sayKeptFrom(protocol, kept)),
	pieces: (kept) => Object.entries(kept).map(([side, level]) => ({ [side]: level })),
};

export const onRecord: Row<boolean> = whole(50, (is, protocol) =>
	is ? sayTo(protocol)`it is written on the ${protocol.words.child}’s record` : undefined,
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
		kind: whole(60, (kind) => withArticle(kind)),
		title: "its name",
		says: text("with the guidance"),
		by: owedBy,
		agencyIn: whole(
			85,
			(field, protocol) =>
				sayTo(protocol)`of the agency in ${sayLabels(protocol, [field])}, and of no other`,
		),
		together: whole(80, ({ how, steps }, protocol) => {
			const parties = steps.map((id) => sayParty(protocol, stepOf(protocol, id).by));
			return {
				any: sayTo(protocol)`${anyOfThese(protocol, parties)} does it, whoever is first`,
				all: sayTo(protocol)`each of ${allOf(protocol, parties)} must do it`,
				// In which case it is this one is told by itself.
				one: undefined,
			}[how];
		}),
		when: whole(
			82,
			(condition, protocol) =>
				sayTo(protocol)`it is owed only if ${sayCondition(protocol, condition)}`,
		),
		with: whole(60, (party, protocol) => sayTo(protocol)`with ${sayParty(protocol, party)}`),
		namedIn: whole(55, (field, protocol) =>
			field === "raised-by"
				? sayTo(protocol)`offered first to whoever raised it`
				: sayTo(protocol)`offered first to the person named in ${sayLabels(protocol, [field])}`,
		),
		onlyNamed: flag(55, said`by nobody else while they are there`),
		due: inside(
			stepClock,
			(due) => (due ? [due] : []),
			(due, protocol) => sayClock(protocol, due),
		),
		timeNotStated: flag(30, said`with no time stated`),
		form: whole(
			60,
			({ form, part }, protocol) => sayTo(protocol)`on the form ${sayPart(protocol, form, part)}`,
		),
		letter: whole(
			55,
			(id, protocol) => sayTo(protocol)`in the letter ${quoted(protocol.letters[id]?.title ?? id)}`,
		),
		to: whole(55, (to) => `referred to: ${to}`),
		of: whole(60, (id, protocol) => sayTo(protocol)`signs ${sayTitles(protocol, [id])}`),
		notBy: {
			...whole(60, (notBy, protocol) =>
				notBy === "everyone-before"
					? sayTo(protocol)`not by anybody who had a part before`
					: notBy.length > 0
						? sayTo(protocol)`not by whoever did ${sayTitles(protocol, notBy)}`
						: undefined,
			),
			pieces: (notBy) => (notBy === "everyone-before" ? [notBy] : notBy.map((id) => [id])),
		},
		consults,
		attends: each(
			60,
			(parties, protocol) => sayTo(protocol)`attended by ${sayAll(protocol, parties)}`,
		),
		chair: whole(60, (party, protocol) => sayTo(protocol)`chaired by ${sayParty(protocol, party)}`),
		panel: whole(70, (panel, protocol) => sayPanel(protocol, { panel })),
		ifAnswered: whole(
			70,
			(field, protocol) =>
				sayTo(protocol)`only where there is an answer to ${sayLabels(protocol, [field])}`,
		),
		asks,
		askedIf,
		private: flag(60, said`for its own side alone to read until it is sent`),
		keptTo,
		final: flag(75, said`what is decided is final`),
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
		number: whole(40, (number) => `number ${number}`),
		title: "its name",
		says: text("with the words"),
		kind: whole(30, (kind) => `of the kind ${quoted(kind)}`),
		track: whole(70, (track) => `on the ${nameInWords(track)} track`),
		discretionary: whole(65, (is, protocol) =>
			is ? sayTo(protocol)`this ${startingSmall(protocol.words.stage)} may be left out` : undefined,
		),
		formsForbidden: "elsewhere",
		forms: whole(65, (forms, protocol) => {
			const say = sayTo(protocol);
			const called = startingSmall(protocol.words.stage);
			return {
				allowed: undefined,
				forbidden: say`no form is used at this ${called}`,
				required: say`it goes on to another ${called} only with a form`,
				optional: say`the form may be left blank`,
			}[forms];
		}),
		keptTo,
		each: { ...all(75, (roles, protocol) => sayTurns(protocol, roles)), inOrder: true },
		inCase: wordsInCase,
		opens: all(80, (opens, protocol) => sayTo(protocol)`begins with ${sayTitles(protocol, opens)}`),
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
