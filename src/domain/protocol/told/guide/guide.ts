/**
 * What the guide to a protocol says, in order; how it is set on a page is in guide-blocks.ts. Each word is said by the
 * table, so that a new word of the language is in the guide as soon as it has its row.
 */
import { sayAny, sayList, startingLarge, withArticle } from "../../../english.ts";
import type { Sector } from "../../../people/viewer.ts";
import {
	type Move,
	type Outcome,
	type Protocol,
	type Step,
	stageTitle,
	waysOf,
} from "../../protocol.ts";
import {
	clockOf,
	firstRound,
	inLastRound,
	isForEveryStage,
	isNextRound,
	sayChoice,
	sayCounting,
	sayDue,
	sayOwer,
	sayParties,
	sayPlaces,
	sayRaisers,
	saySilence,
	sayWaysOn,
	sayWhile,
} from "../protocol-in-words.ts";
import { sectorNames } from "../table/asked.ts";
import { quoted, type Row, type Rows, sayThing, sentence, sentences } from "../table/row.ts";
import {
	copies,
	moveOutcome,
	onRecord,
	outcome,
	sayLongClock,
	stageNotes,
	step,
	type ToldStep,
	toldStep,
} from "../table/steps.ts";
import { ending, move, toldMove, way } from "../table/ways.ts";
import { clockRights, reminders, report } from "../table/whole.ts";

/** A protocol as its one-page guide tells it: words in order, nothing of how they are set. */
export type Guide = {
	title: string;
	version: string;
	partnership: string;
	source?: string | undefined;
	/** What it is for. */
	about: string;
	/** Whom to ring first. */
	safety: { if: string; call: string; name: string }[];
	/** What belongs elsewhere, and where to go with it. */
	notFor: { if: string; go: string }[];
	/** Ways to begin, each with who may and by when. */
	starts: { title: string; who: string; says: string[] }[];
	/** In order; what stands beside the stages, and after the end, last. */
	stages: GuideStage[];
	/** Time limits over several stages, a sentence each. */
	limits: string[];
	/** What may be done besides. */
	moves: {
		title: string;
		who: string;
		when: string;
		says: string[];
		/** What it asks, sends to whom and shows to whom: what is too much for one sheet of paper; a sentence each. */
		details: string[];
	}[];
	endings: { title: string; says: string[] }[];
	/** How days are counted, who may change a date, when people are reminded; sentences. */
	time: string[];
	/** Which agency is which. */
	agencies: string;
	/** What the roles are called in each sector; undefined where they have one name everywhere. */
	roles?: { columns: string[]; rows: string[][] } | undefined;
	/** What a difference can be about. */
	themes: string[];
	/** The partnership's own guidance, also what was decided where its text is silent. */
	guidance: { title: string; says: string }[];
	report?: string | undefined;
};

export type GuideStage = {
	title: string;
	says?: string | undefined;
	/** "No form is used at this stage." */
	notes: string[];
	steps: GuideStep[];
};

export type GuideStep = {
	title: string;
	who: string;
	/** By when, with what starts it; undefined for a step without a clock. */
	by?: string | undefined;
	says?: string | undefined;
	/** What happens when nobody does it in time. */
	silence?: string | undefined;
	/** The form or letter, who must be there, who gets a copy; a sentence each. */
	notes: string[];
	/** Which person does it, who may not, who may read it: what is too much for one sheet of paper; a sentence each. */
	details: string[];
	/** Every choice, with what it sends to whom and where it leads; a sentence each. */
	outcomes: string[];
};

/** The one-page guide of a protocol. */
export function guideOf(protocol: Protocol): Guide {
	const { words } = protocol;
	const aside = (title: string, steps: Step[]): GuideStage[] =>
		steps.length > 0
			? [{ title, notes: [], steps: steps.map((each) => guideStep(protocol, each)) }]
			: [];
	return {
		title: protocol.title,
		version: protocol.version,
		partnership: protocol.partnership,
		source: protocol.source,
		about: protocol.about,
		safety: protocol.safety,
		notFor: protocol.notFor.map(({ if: when, go }) => ({ if: when, go })),
		starts: waysOf(protocol).map((each) => ({
			title: each.title ?? `Raise ${withArticle(words.difference)}`,
			who: startingLarge(sayRaisers(protocol, each.by)),
			says: [
				...(each.says ? [each.says] : []),
				...sentences(protocol, way, each, [
					"title",
					"by",
					"says",
					"asks",
					...(each.start.length > 1 ? [] : (["start"] as const)),
				]),
			],
		})),
		stages: [
			...protocol.stages.map((each) => {
				const steps = firstRound(protocol, each.steps);
				const isAllOnRecord = steps.every(({ recordOnChildsRecord }) => recordOnChildsRecord);
				return {
					title: stageTitle(protocol, each.id),
					says: each.says,
					notes: [
						...(each.track ? [`Track: ${each.track}.`] : []),
						...stageNotes(protocol, each),
						...saidBy([onRecord], isAllOnRecord, protocol).map(sentence),
					],
					steps: steps.map((one) =>
						guideStep(protocol, one, isAllOnRecord ? ["recordOnChildsRecord"] : []),
					),
				};
			}),
			...aside("Beside the stages", protocol.beside),
			...aside("Afterwards", protocol.afterwards),
		],
		limits: protocol.clocks
			.filter(({ step }) => step === undefined)
			.map((clock) => sayLongClock(protocol, clock)),
		moves: protocol.moves.map((each) => guideMove(protocol, each)),
		endings: Object.values(protocol.endings).map((each) => ({
			title: each.title,
			says: sayThing(ending.words, each, protocol, ["is", "opens"]).map(startingLarge),
		})),
		time: [
			...sayCounting(protocol).map(sentence),
			...saidBy(clockRights, protocol.clockRights, protocol).map(sentence),
			`Whoever owes something is reminded ${sayList(saidBy(reminders, protocol.reminders, protocol))}.`,
		],
		agencies: sayAgencies(protocol),
		roles: rolesBySector(protocol),
		themes: Object.values(protocol.themes),
		guidance: protocol.guidance,
		report: protocol.report && `Reported on ${report.says(protocol.report, protocol)}.`,
	};
}

/** Whom the words for the two sides stand for. */
function sayAgencies(protocol: Protocol): string {
	const { raising, receiving, difference } = protocol.words;
	const between = new Set(waysOf(protocol).map((each) => each.with));
	const raises = `“${startingLarge(raising)}” is the ${between.has("own-agency") ? "side" : "agency"} that raises ${withArticle(difference)}`;
	if (between.has("another-agency"))
		return `${raises}; “${receiving}” is the one that it is raised with.`;
	return between.has("own-agency")
		? `${raises}; “${receiving}” is the side that it is raised with, in the same agency.`
		: `${raises}.`;
}

const saidBy = <Value>(rows: Row<Value>[], value: Value, protocol: Protocol): string[] =>
	rows.flatMap((row) => row.says(value, protocol) ?? []);

/** What stands in a place of its own in the guide to a step. */
const inOwnPlace: (keyof ToldStep)[] = [
	"kind",
	"title",
	"says",
	"by",
	"due",
	"timeNotStated",
	"outcomes",
];
const details: (keyof ToldStep)[] = ["with", "namedIn", "of", "notBy", "asks", "private"];

function guideStep(
	protocol: Protocol,
	each: Step,
	/** What the stage says of all its steps. */
	saidOfStage: (keyof Step)[] = [],
): GuideStep {
	const told = toldStep(each, protocol);
	return {
		title: each.title,
		who: startingLarge(sayOwer(protocol, each)),
		by: sayDue(protocol, each),
		says: each.says,
		silence: silenceOf(protocol, each),
		notes: [
			...sentences(protocol, step, told, [...inOwnPlace, ...details, ...saidOfStage]),
			...new Set(
				each.outcomes.flatMap((one) => saidBy([copies], one.copies, protocol).map(sentence)),
			),
		],
		details: sentences(protocol, step, told, allBut(step.words, details)),
		outcomes: each.outcomes.map((one) => guideOutcome(protocol, each, one)),
	};
}

/** "“I sign it off”: sends “Part one” to the Business Unit; leads to “Send it on”." */
function guideOutcome(protocol: Protocol, each: Step, one: Outcome): string {
	const isNext = one.leadsTo.some((to) => to.go === "step" && isNextRound(protocol, each, to.step));
	const inTheEnd = inLastRound(protocol, each).outcomes.find(({ id }) => id === one.id);
	const says = [
		...sayThing(outcome.words, one, protocol, isNext ? ["leadsTo"] : []),
		...(isNext
			? [
					`leads to the same with the next level up, and after the last level to ${sayPlaces(protocol, inTheEnd?.leadsTo ?? [])}`,
				]
			: []),
	].join("; ");
	const choice = sayChoice(each, one);
	return choice ? `${quoted(choice)}: ${says}.` : sentence(says);
}

/** What happens when nobody answers: what opens by itself, and what somebody may then do. */
function silenceOf(protocol: Protocol, each: Step): string | undefined {
	const late = clockOf(protocol, each)?.late ?? [];
	const moves = protocol.moves.filter(
		({ whenLate, while: places }) =>
			whenLate && places.some((when) => "step" in when && when.step === each.id),
	);
	const said = [
		...(late.length > 0 ? [saySilence(protocol, late, "whom")] : []),
		...moves.map(
			({ by, title }) =>
				`${sayParties(protocol, by)} may choose “${title}” once its time has passed`,
		),
	];
	return said.length > 0 ? sentence(said.join("; ")) : undefined;
}

function guideMove(protocol: Protocol, each: Move): Guide["moves"][number] {
	const places = isForEveryStage(protocol, each)
		? "at any stage"
		: sayAny([...new Set(each.while.map((when) => sayWhile(protocol, when)))]);
	const leads = sayWaysOn(protocol, each);
	const told = toldMove(each);
	const say = (words: (keyof Move)[]) =>
		sayThing(move.words, told, protocol, allBut(move.words, words));
	return {
		title: each.title,
		who: startingLarge(sayParties(protocol, each.by)),
		when: [places, ...say(["whenLate", "once"])].join(", "),
		says: [
			...(each.says ? [each.says] : []),
			...say(["consults"]).map(sentence),
			...(leads ? [`Leads to ${leads}.`] : []),
		],
		details: [
			...say(["asks", "skips", "private"]).map(sentence),
			...each.outcomes.flatMap((one) => {
				const said = sayThing(moveOutcome.words, one, protocol, ["leadsTo"]).join("; ");
				if (!said) return [];
				return each.outcomes.length > 1 ? [`${quoted(one.say)}: ${said}.`] : [sentence(said)];
			}),
		],
	};
}

const allBut = <Thing>(words: Rows<Thing>, these: (keyof Thing)[]): (keyof Thing)[] =>
	(Object.keys(words) as (keyof Thing)[]).filter((word) => !these.includes(word));

/** Who is the manager at a school? One row for the sectors that have the same names. */
function rolesBySector(protocol: Protocol): Guide["roles"] {
	const roles = Object.values(protocol.roles).filter((role) => Object.keys(role.in).length > 0);
	const sectors = (Object.keys(sectorNames) as Sector[]).filter((sector) =>
		roles.some((role) => role.in[sector]),
	);
	if (roles.length === 0) return undefined;
	const sameNames = Map.groupBy(sectors, (sector) =>
		JSON.stringify(roles.map((role) => role.in[sector])),
	);
	return {
		columns: ["In", ...roles.map(({ called }) => startingLarge(called))],
		rows: [
			...[...sameNames.values()].map((alike) => [
				startingLarge(sayList(alike.map((sector) => sectorNames[sector].toLowerCase()))),
				...roles.map((role) => role.in[alike[0] ?? "other"] ?? role.called),
			]),
			["Everywhere else", ...roles.map(({ called }) => called)],
		],
	};
}
