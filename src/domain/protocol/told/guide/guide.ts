/**
 * What the guide to a protocol says, in order; how it is set on a page is in documents/guide.ts and on the protocol's own
 * page. Each word is said by the table, so that a new word of the language is in the guide as soon as it has its row.
 */
import { nameInWords, startingLarge, startingSmall, withArticle } from "../../../english.ts";
import type { Level, Sector } from "../../../people/viewer.ts";
import { type Said, said, saidWhole, sayItTo, sayTo } from "../../../said.ts";
import type { WhatIsAsked } from "../../condition.ts";
import {
	askedToRaise,
	asksOf,
	bindingOf,
	type Clock,
	isAgencySide,
	type Move,
	type MoveOutcome,
	type Protocol,
	type Role,
	type Step,
	sayParty,
	saysAbout,
	stageOf,
	stageTitle,
	takesThePlaceOfWhatIsOwed,
	type Way,
	waysOf,
} from "../../protocol.ts";
import { saidWithin } from "../../within.ts";
import { limitsAbove, sayDue, sayLate, sayLimitOf, saySilenceOf } from "../by-when.ts";
import { involvedAsOne } from "../involved-as-one.ts";
import { limitsFromStage } from "../limits-over.ts";
import {
	allOf,
	anyOf,
	firstRound,
	inLastRound,
	isForEveryStage,
	isNextRound,
	sayChoice,
	sayCondition,
	sayCopy,
	sayCounting,
	sayGiven,
	sayKeptFrom,
	sayOccasions,
	sayOwer,
	sayPart,
	sayParties,
	sayPlace,
	sayRaisers,
	saySideOf,
	sayWhile,
} from "../protocol-in-words.ts";
import { sectorNames } from "../table/asked.ts";
import { quoted, type Row, type Rows, sayThing, sentence, sentences } from "../table/row.ts";
import {
	longClock,
	moveOutcome,
	onRecord,
	outcome,
	stageNotes,
	step,
	type ToldStep,
	toldStep,
	withoutConsulted,
} from "../table/steps.ts";
import { ending, move, toldMove, way } from "../table/ways.ts";
import { clockRights, report } from "../table/whole.ts";
import { whatOpens } from "../what-opens.ts";

/** A protocol as its guide tells it: words in order, nothing of how they are set. */
export type Guide = {
	title: string;
	version: string;
	partnership: string;
	source?: string | undefined;
	/** What it is for. */
	about: string;
	/** The word for whom it is about: "child", "adult". */
	child: string;
	/** Whom to ring first. */
	safety: { if: string; call: string; name: string }[];
	/** What belongs elsewhere, and where to go with it. */
	notFor: { if: string; go: string }[];
	/** Ways to begin, in their order. */
	starts: GuideEntry[];
	/** In order; what stands beside the stages, and after the end, last. */
	stages: GuideStage[];
	/** Time limits over several steps or stages. */
	limits: GuideEntry[];
	/** What may be done besides, and while what. */
	moves: (GuideEntry & { when: string })[];
	endings: { title: string; says: string[] }[];
	/** How days are counted, who may change a date, what silence brings, when people are reminded; sentences. */
	time: string[];
	/** Who may read what, and who is told; sentences. */
	reading: string[];
	/** Which agency is which, and who may stand in; sentences. */
	people: string[];
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
	/** Short, for a table: "Stage 3". */
	called: string;
	says?: string | undefined;
	/** "No form is used at this stage.", its track, its time limits. */
	notes: string[];
	steps: GuideEntry[];
	/** Moves that may be made in it, by their titles. */
	moves: string[];
};

/** Something that is done, or owed: who, by when, and all there is to know of it. */
export type GuideEntry = {
	/** Its place on a page, as an identifier of HTML. */
	id: string;
	title: string;
	/** In short, for a table. */
	who: string;
	/** In short, for a table; "No time limit" where there is none. */
	by: string;
	/** What there is to know before it is done; those that say nothing are left out. */
	facts: Fact[];
	/** What can be chosen, and what follows; none where nothing follows but what a fact says. */
	choices: GuideChoice[];
};

/** Something under its label, in lines. */
export type Fact = { label: string; says: string[] };

export type GuideChoice = {
	says: string;
	/** What is asked besides, and what is not. */
	asks: string;
	/** What is sent or copied to whom, and how much of it they see. */
	sends: string;
	leadsTo: string;
};

/** What is told of a choice, and under which heading. */
export const choiceColumns = [
	["says", said`Choice`],
	["asks", said`It asks besides`],
	["sends", said`What is sent`],
	["leadsTo", said`What happens next`],
] as const satisfies [keyof GuideChoice, Said][];

/** The guide to a protocol. */
export function guideOf(written: Protocol): Guide {
	const protocol = involvedAsOne(written);
	const say = sayTo(protocol);
	const { words } = protocol;
	const opens = whatOpens(protocol);
	const movesOf = movesByStage(protocol);
	const told = (each: Step, saidOfStage: (keyof Step)[] = []) =>
		guideStep(protocol, each, opens.get(each.id) ?? [], saidOfStage);
	const aside = (title: string, says: string, steps: Step[]): GuideStage[] =>
		steps.length > 0
			? [
					{
						title,
						called: title,
						says,
						notes: [],
						steps: steps.map((each) => told(each)),
						moves: [],
					},
				]
			: [];
	return {
		title: protocol.title,
		version: protocol.version,
		partnership: protocol.partnership,
		source: protocol.source,
		about: protocol.about,
		child: words.child,
		safety: protocol.safety,
		notFor: protocol.notFor.map(({ if: when, go }) => ({ if: when, go })),
		starts: waysOf(protocol).map((each) => guideWay(protocol, each)),
		stages: [
			...protocol.stages.map((each): GuideStage => {
				const steps = firstRound(protocol, each.steps);
				const isAllOnRecord = steps.every(({ recordOnChildsRecord }) => recordOnChildsRecord);
				const { number, title, track } = each;
				return {
					title: track
						? say`${stageTitle(protocol, each.id)} (${nameInWords(track)} track)`
						: stageTitle(protocol, each.id),
					called: number ? `${words.stage} ${number}` : title,
					says: each.says,
					notes: [
						...stageNotes(protocol, each),
						...(isAllOnRecord ? saidBy([onRecord], true, protocol).map(sentence) : []),
						...limitsFromStage(protocol, each.id).map((clock) =>
							sentence(say`time limit “${clock.title}”: ${sayLimitOf(protocol, clock)}`),
						),
					],
					steps: steps.map((one) => told(one, isAllOnRecord ? ["recordOnChildsRecord"] : [])),
					moves: movesOf.get(each.id) ?? [],
				};
			}),
			...aside(
				say`Beside the stages`,
				say`These steps stand beside the stages, whatever stage it is in.`,
				protocol.beside,
			),
			...aside(
				say`Afterwards`,
				say`These steps may be owed once it has ended.`,
				protocol.afterwards,
			),
		],
		limits: protocol.clocks
			.filter(({ step }) => step === undefined)
			.map((clock) => guideLimit(protocol, clock)),
		moves: protocol.moves.map((each) => guideMove(protocol, each)),
		endings: Object.values(protocol.endings).map((each) => ({
			title: each.title,
			says: sayThing(ending.words, each, protocol, ["is", "opens"]).map(startingLarge),
		})),
		time: timeIn(protocol),
		reading: [
			say`A side is an agency, or an office of the partnership. A side knows of ${article(protocol, words.difference)} from the first thing that is sent to it, and not before.`,
			...(askedToRaise(protocol).some((each) => saysAbout(protocol, each))
				? [say`With that goes whom and what it is about, also where a choice does not say so.`]
				: []),
			say`What is marked as read by one side stays with that side, but for what a choice sends. A form is sent as far as it is filled in.`,
			say`Whoever owes the next step is told as soon as it is theirs. Everybody named in it whose side knows of it is told of a decision, and of the end.`,
		],
		people: peopleIn(protocol),
		roles: rolesBySector(protocol),
		themes: Object.values(protocol.themes),
		guidance: protocol.guidance,
		report: protocol.report && say`Reported on ${report.says(protocol.report, protocol) ?? ""}.`,
	};
}

const saidBy = <Value>(rows: Row<Value>[], value: Value, protocol: Protocol): string[] =>
	rows.flatMap((row) => row.says(value, protocol) ?? []);

/** A fact, or none where nothing is said. */
const fact = (label: string, says: string[]): Fact[] => (says.length > 0 ? [{ label, says }] : []);

const line = (said: string[]): string[] => (said.length > 0 ? [said.join(" ")] : []);

// ---- Steps ----

/** What stands in a place of its own in the guide to a step. */
const inOwnPlace = [
	"kind",
	"title",
	"says",
	"by",
	"due",
	"timeNotStated",
	"form",
	"asks",
	"askedIf",
	"consults",
	"private",
	"keptTo",
	"outcomes",
] satisfies (keyof ToldStep)[];
/** What says more of who does it. */
const ofWho = [
	"with",
	"namedIn",
	"onlyNamed",
	"together",
	"notBy",
	"attends",
	"chair",
	"panel",
] satisfies (keyof ToldStep)[];

function guideStep(
	protocol: Protocol,
	each: Step,
	opens: string[],
	/** What the stage says of all its steps. */
	saidOfStage: (keyof Step)[],
): GuideEntry {
	const say = sayTo(protocol);
	const told = toldStep(each, protocol);
	const here = inTurns(protocol, each);
	const above = limitsAbove(protocol, each);
	const due = [
		...sayDue(protocol, each),
		...(above.length > 0
			? [say`no time of its own: it stands under ${allOf(protocol, above)}`]
			: []),
	];
	const by = startingLarge(due.join(", ") || say`no time limit`);
	return {
		id: `step-${each.stage}-${each.writtenAs}`,
		title: each.title,
		who: startingLarge(sayOwer(protocol, each)),
		by,
		facts: [
			...fact(say`Who`, [
				`${startingLarge(sayOwer(protocol, each))}.`,
				...sayInSectors(protocol, rolesOf(protocol, each)),
				...line(sentences(here, step, told, allBut(step.words, ofWho))),
			]),
			...fact(say`It begins`, opens.length > 0 ? [sentence(opens.join("; "))] : []),
			...fact(say`By when`, [sentence(by)]),
			...fact(say`When time runs out`, saySilenceOf(protocol, each).map(sentence)),
			...fact(say`What to do`, [
				...(each.says ? [each.says] : []),
				...line([
					...sentences(here, step, told, allBut(step.words, ["consults"])),
					...sentences(protocol, step, told, [...inOwnPlace, ...ofWho, ...saidOfStage]),
				]),
			]),
			...fact(say`You are asked`, [
				...(told.asks.length > 0 ? [sayQuestions(protocol, told)] : []),
				...sectionsOf(protocol, each),
			]),
			...fact(say`Who reads it`, [sayReaders(protocol, each)]),
		],
		choices: each.outcomes.map((one) => {
			const isNext = one.leadsTo.some(
				(to) => to.go === "step" && isNextRound(protocol, each, to.step),
			);
			const inTheEnd = inLastRound(protocol, each).outcomes.find(({ id }) => id === one.id);
			const asked = asksOf({ asks: [], askedIf: {} }, one);
			return {
				says: sayChoice(each, one) || say`When it is done`,
				asks: [
					...(asked.asks.length > 0 ? [sayQuestions(protocol, asked)] : []),
					...sayThing(outcome.words, one, protocol, allBut(outcome.words, ["blank"])),
				].join("; "),
				sends: [
					...sayAllGiven(here, one),
					...sayThing(outcome.words, one, protocol, allBut(outcome.words, ["acknowledges"])),
				]
					.map(startingLarge)
					.join(". "),
				leadsTo: [
					isNext
						? say`The same one level up; after the last level, ${sayLeads(protocol, inTheEnd ?? one)}`
						: startingLarge(sayLeads(protocol, one)),
					...sayThing(outcome.words, one, protocol, [
						"asks",
						"askedIf",
						"sends",
						"copies",
						"leadsTo",
						"acknowledges",
						"blank",
					]),
				].join("; "),
			};
		}),
	};
}

/** The questions of the part of a form that a step fills in, a line for each of its sections. */
function sectionsOf(protocol: Protocol, { form }: Step): string[] {
	if (!form) return [];
	const part = protocol.forms[form.form]?.parts.find(({ id }) => id === form.part);
	return [
		sayTo(protocol)`On the form ${sayPart(protocol, form.form, form.part)}:`,
		...(part?.sections ?? []).map(
			(section) => `${section.title}: ${sayQuestions(protocol, section)}`,
		),
	];
}

/** Questions in their own words, with which of them are asked only in some cases, and may be left blank. */
const sayQuestions = (protocol: Protocol, { asks, askedIf }: WhatIsAsked): string =>
	withoutConsulted(asks)
		.map((id) => {
			const field = protocol.fields[id];
			const condition = askedIf[id];
			const notes = [
				...(condition ? [`only if ${sayCondition(protocol, condition)}`] : []),
				...(field?.optional ? [sayTo(protocol)`may be left blank`] : []),
			];
			return `${quoted(field?.label ?? id)}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}`;
		})
		.join(", ");

/** What is sent and copied, and to whom. */
const sayAllGiven = (
	protocol: Protocol,
	{ sends, copies }: Pick<MoveOutcome, "sends" | "copies">,
): string[] => [
	...(sends ? [sayGiven(protocol, sends)] : []),
	...copies.map((copy) => sayTo(protocol)`copy to ${sayCopy(protocol, copy)}`),
];

/** Where a choice leads, with who is asked next. */
const sayLeads = (protocol: Protocol, { leadsTo }: Pick<MoveOutcome, "leadsTo">): string =>
	allOf(protocol, [
		...new Set(
			leadsTo.map((target) => {
				const next = target.go === "step" ? protocol.steps[target.step] : undefined;
				return `${sayPlace(protocol, target)}${next ? ` (${sayOwer(protocol, next)})` : ""}`;
			}),
		),
	]);

/** Who may read what is entered in a step. It is told of what is sent besides. */
function sayReaders(protocol: Protocol, step: Step): string {
	const kept = sayKeptFrom(protocol, step.keptTo);
	return [saySidesThatRead(protocol, step), ...(kept ? [sentence(kept)] : [])].join(" ");
}

function saySidesThatRead(protocol: Protocol, { by, kind, private: isPrivate }: Step): string {
	const say = sayTo(protocol);
	const own = saySideOf(protocol, by.side);
	if (isPrivate || kind === "discussion" || kind === "note")
		return say`${startingLarge(own)} alone.`;
	if (kind === "form" || kind === "sign-off" || kind === "forward")
		return say`${startingLarge(own)}, and whoever the form is sent to.`;
	return say`${startingLarge(own)}, and every side that knows of it.`;
}

// ---- Beginnings, moves, limits ----

function guideWay(protocol: Protocol, each: Way): GuideEntry {
	const say = sayTo(protocol);
	const who = startingLarge(sayRaisers(protocol, each.by));
	const window = sayThing(way.words, each, protocol, allBut(way.words, ["window"]));
	return {
		id: `begin${each.id ? `-${each.id}` : ""}`,
		title: each.title ?? say`Raise ${article(protocol, protocol.words.difference)}`,
		who,
		by: startingLarge(window.join("; ")),
		facts: [
			...fact(say`Who`, [
				`${who}.`,
				...sayInSectors(
					protocol,
					each.by.flatMap((id) => protocol.roles[id] ?? []),
				),
			]),
			...fact(say`When to take it`, each.says ? [each.says] : []),
			...fact(say`By when`, window.map(sentence)),
			...fact(say`You are asked`, [sayQuestions(protocol, each)]),
			...fact(say`What is sent`, sayAllGiven(protocol, each).map(sentence)),
			...fact(say`It begins at`, [sentence(sayLeads(protocol, { leadsTo: each.start }))]),
			...fact(
				say`Besides`,
				sentences(protocol, way, each, [
					"title",
					"says",
					"by",
					"window",
					"asks",
					"askedIf",
					"sends",
					"copies",
					"start",
				]),
			),
		],
		choices: [],
	};
}

function guideMove(protocol: Protocol, each: Move): Guide["moves"][number] {
	const say = sayTo(protocol);
	const places = isForEveryStage(protocol, each)
		? say`at any stage`
		: anyOf(protocol, [...new Set(each.while.map((when) => sayWhile(protocol, when)))]);
	const told = toldMove(each);
	const toldOf = (words: (keyof Move)[]) =>
		sayThing(move.words, told, protocol, allBut(move.words, words));
	const when = startingLarge([places, ...toldOf(["whenLate", "once"])].join(", "));
	const [only, ...more] = each.outcomes;
	return {
		id: `move-${each.id}`,
		title: each.title,
		who: startingLarge(sayParties(protocol, each.by)),
		by: "",
		when,
		facts: [
			...fact(say`Who`, [
				`${startingLarge(sayParties(protocol, each.by))}.`,
				...toldOf(["consults"]).map(sentence),
			]),
			...fact(say`When`, [`${when}.`]),
			...fact(say`What to do`, each.says ? [each.says] : []),
			...fact(say`You are asked`, told.asks.length > 0 ? [sayQuestions(protocol, told)] : []),
			...fact(say`Who reads it`, [
				each.private
					? say`The side that makes it alone.`
					: say`The side that makes it, and every side that knows of it.`,
			]),
			...fact(say`Besides`, toldOf(["skips"]).map(sentence)),
			...(only && more.length === 0
				? [
						...fact(say`What is sent`, sayAllGiven(protocol, only).map(sentence)),
						...fact(say`What follows`, [sentence(sayMoveLeads(protocol, only))]),
					]
				: []),
		],
		choices:
			more.length === 0
				? []
				: each.outcomes.map((one) => ({
						says: one.say,
						asks: one.asks.length > 0 ? sayQuestions(protocol, one) : "",
						sends: sayAllGiven(protocol, one).map(startingLarge).join(". "),
						leadsTo: [
							startingLarge(sayMoveLeads(protocol, one)),
							...sayThing(moveOutcome.words, one, protocol, [
								"asks",
								"askedIf",
								"sends",
								"copies",
								"leadsTo",
							]),
						].join("; "),
					})),
	};
}

/** What a way on of a move leads to, and what becomes of what is owed. */
function sayMoveLeads(protocol: Protocol, { leadsTo }: Pick<MoveOutcome, "leadsTo">): string {
	const targets = leadsTo.filter(({ go }) => go !== "stay");
	const leads = targets.length > 0 ? sayLeads(protocol, { leadsTo: targets }) : "";
	const isInstead = takesThePlaceOfWhatIsOwed(protocol, leadsTo);
	const say = sayTo(protocol);
	if (!leads) return say`what is owed stays owed`;
	if (targets.some(({ go }) => go === "end")) return leads;
	return isInstead
		? say`${leads}, in place of what was owed`
		: say`${leads}; what is owed stays owed`;
}

function guideLimit(protocol: Protocol, clock: Clock): GuideEntry {
	const say = sayTo(protocol);
	const who = clock.by ? startingLarge(sayParty(protocol, clock.by)) : say`Whoever’s turn it is`;
	const toldOf = (words: (keyof Clock)[]) =>
		sentences(protocol, longClock, clock, allBut(longClock.words, words));
	const by = startingLarge(sayLimitOf(protocol, clock));
	return {
		id: `limit-${clock.id}`,
		title: clock.title,
		who,
		by,
		facts: [
			...fact(say`Who is held to it`, [`${who}.`, ...line(toldOf(["of"]))]),
			...fact(say`By when`, [`${by}.`]),
			...fact(
				say`It is met by`,
				clock.until.length > 0 ? [sentence(sayOccasions(protocol, clock.until))] : [],
			),
			...fact(
				say`It falls away with`,
				clock.drops.length > 0 ? [sentence(sayOccasions(protocol, clock.drops))] : [],
			),
			...fact(say`When time runs out`, sayLate(protocol, clock).map(sentence)),
			...fact(say`Besides`, toldOf(["fixed", "doneAt"])),
		],
		choices: [],
	};
}

// ---- The whole ----

/** How days are counted, who may change a date, and what happens when nobody does anything. */
function timeIn(protocol: Protocol): string[] {
	const say = sayTo(protocol);
	const limits = protocol.clocks;
	const mayChange = limits.some(({ fixed }) => !fixed);
	const { before, lateEvery, noClockEvery } = protocol.reminders;
	const dated = limits.filter(({ strength }) => strength !== "indicative");
	const steps = Object.values(protocol.steps);
	const reminded = [
		...(dated.length > 0 ? [say`${saidWithin(before)} before it is due`] : []),
		...(dated.some(({ strength }) => bindingOf(strength) !== "window")
			? [say`every ${saidWithin(lateEvery)} while it is late`]
			: []),
		...(steps.some(({ id }) => dated.every(({ step: of }) => of !== id))
			? [say`every ${saidWithin(noClockEvery)} where it has no date`]
			: []),
	];
	return [
		...sayCounting(protocol).map(sentence),
		...(mayChange ? saidBy(clockRights, protocol.clockRights, protocol).map(sentence) : []),
		say`Where a step does not say what happens when time runs out, nothing goes on by itself: it stays owed.`,
		say`Whoever owes something is reminded ${allOf(protocol, reminded)}.`,
	];
}

/** Which agency is which, and who may do what another has not done. */
function peopleIn(protocol: Protocol): string[] {
	const say = sayTo(protocol);
	const roles = Object.values(protocol.roles);
	const hasLevel = (level: Level) => roles.some((role) => role.level?.level === level);
	const small = roles.filter(({ proxy }) => proxy).map(({ called }) => called);
	// Whoever answers for an agency is as a manager is: there is nothing to step in for.
	const byPosts = roles.flatMap(({ called, level }) =>
		level && level.posts.length > 0 && level.level !== "manager" ? called : [],
	);
	return [
		sayAgencies(protocol),
		...sayInvolved(protocol),
		...(hasLevel("practitioner")
			? [
					say`What falls to a practitioner is for those who are named in it; whoever answers for their agency may step in.`,
				]
			: []),
		...sayLevels(protocol),
		...(roles.some(({ level }) => level && level.level !== "practitioner")
			? [
					roles.some(({ post }) => post)
						? say`Somebody of a higher level in the same agency may do what falls to a lower one, but not what falls to a post.`
						: say`Somebody of a higher level in the same agency may do what falls to a lower one.`,
				]
			: []),
		...(hasLevel("manager") ? [say`A safeguarding lead answers as a manager does.`] : []),
		...roles.flatMap(({ called, post }) =>
			post ? [say`The ${called} is whoever holds the post of ${nameInWords(post)}.`] : [],
		),
		...(roles.some(({ post }) => post)
			? [say`While nobody who is there holds a post, whoever answers for their agency may step in.`]
			: []),
		...(byPosts.length > 0
			? [
					say`While nobody who is there is ${anyOf(
						protocol,
						byPosts.map((called) => article(protocol, called)),
					)}, or of a higher level, whoever answers for their agency may step in.`,
				]
			: []),
		...(small.length > 0
			? [
					say`An agency that answers for a small one, as the directory says, may act for it as ${anyOf(protocol, small)}.`,
				]
			: []),
	];
}

/** Which other agencies there may be, and how they come into it. */
function sayInvolved(protocol: Protocol): string[] {
	const { involved, fields } = protocol;
	if (involved === undefined) return [];
	const say = sayTo(protocol);
	const chosenIn = anyOf(
		protocol,
		involved.chosenIn.map((id) => quoted(fields[id]?.label ?? id)),
	);
	const upTo = involved.atMost === 1 ? say`1 other agency` : say`${involved.atMost} other agencies`;
	return [
		say`Up to ${upTo} may be involved, and each is called “${involved.called}” here. They are chosen in ${chosenIn}. Each knows of it from the first thing that is sent or copied to it, and stays. Where none was chosen, nobody waits for them.`,
	];
}

/** By what people are of each of the protocol's own levels, by the roles that name it: lowest first. */
const sayLevels = (protocol: Protocol): string[] =>
	protocol.levels.flatMap(({ id, is, posts }) => {
		const { roles } = protocol;
		const say = sayTo(protocol);
		const here = Object.values(roles).filter(({ level }) => level?.name === id);
		const by = [
			...(is === undefined ? [] : [say`is ${withArticle(nameInWords(is))} in the directory`]),
			...(posts.length > 0
				? [say`holds the post of ${anyOf(protocol, posts.map(nameInWords))}`]
				: []),
		];
		return here.length === 0 || is === "practitioner"
			? []
			: [
					say`Whoever ${by.reduce((one, other) => say`${one} or ${other}`)} is ${anyOf(
						protocol,
						here.map(({ called }) => article(protocol, called)),
					)}.`,
				];
	});

/** Whom the words for the two sides stand for. */
function sayAgencies(protocol: Protocol): string {
	const say = sayTo(protocol);
	const { raising, receiving, difference } = protocol.words;
	const between = new Set(waysOf(protocol).map((each) => each.with));
	const [who, what] = [startingLarge(raising), article(protocol, difference)];
	const raises = between.has("own-agency")
		? say`“${who}” is the side that raises ${what}`
		: say`“${who}” is the agency that raises ${what}`;
	if (between.has("another-agency"))
		return say`${raises}; “${receiving}” is the one that it is raised with.`;
	return between.has("own-agency")
		? say`${raises}; “${receiving}” is the side that it is raised with, in the same agency.`
		: `${raises}.`;
}

/** "a challenge"; in Welsh there is no such article. */
const article = ({ speech }: Protocol, called: string): string =>
	speech ? called : withArticle(called);

const allBut = <Thing>(words: Rows<Thing>, these: (keyof Thing)[]): (keyof Thing)[] =>
	(Object.keys(words) as (keyof Thing)[]).filter((word) => !these.includes(word));

/** The moves that may be made during each stage, by their titles. */
function movesByStage({ moves, steps }: Protocol): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const { title, while: places } of moves) {
		const stages = places.flatMap((when) =>
			"stage" in when ? when.stage : "step" in when ? (steps[when.step]?.stage ?? []) : [],
		);
		for (const stage of new Set(stages)) {
			const titles = found.get(stage);
			if (titles) titles.push(title);
			else found.set(stage, [title]);
		}
	}
	return found;
}

/** The roles in which a step is owed: each level in turn in a stage that is repeated. */
function rolesOf(protocol: Protocol, { by, stage }: Step): Role[] {
	if (!isAgencySide(by.side)) return [];
	const turns = stageOf(protocol, stage)?.each ?? [];
	return (turns.includes(by.role) ? turns : [by.role]).flatMap((id) => protocol.roles[id] ?? []);
}

/** The protocol with the role of a step's round called by all whose turn it comes to be: the rounds are told as one. */
function inTurns(protocol: Protocol, { round, stage }: Step): Protocol {
	const role = round === undefined ? undefined : protocol.roles[round];
	if (!role) return protocol;
	const called = anyOf(
		protocol,
		(stageOf(protocol, stage)?.each ?? []).map((id) => protocol.roles[id]?.called ?? id),
	);
	return { ...protocol, roles: { ...protocol.roles, [role.id]: { ...role, called } } };
}

/** What roles are called in each sector: "In health and education: safeguarding lead; in police: inspector." */
function sayInSectors(protocol: Protocol, roles: Role[]): string[] {
	const say = sayTo(protocol);
	return roles.flatMap((role) => {
		const sectors = (Object.keys(sectorNames) as Sector[]).filter((sector) => role.in[sector]);
		const byName = Map.groupBy(sectors, (sector) => role.in[sector] ?? "");
		const said = [...byName].map(([name, alike]) => say`in ${sectorsIn(protocol, alike)}, ${name}`);
		if (said.length === 0) return [];
		return [sentence(`${roles.length > 1 ? `${role.called} ` : ""}${said.join("; ")}`)];
	});
}

/** "health and education" */
const sectorsIn = (protocol: Protocol, sectors: Sector[]): string =>
	allOf(
		protocol,
		sectors.map((sector) => startingSmall(sayItTo(protocol, saidWhole(sectorNames[sector])))),
	);

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
		columns: [sayTo(protocol)`In`, ...roles.map(({ called }) => startingLarge(called))],
		rows: [
			...[...sameNames.values()].map((alike) => [
				startingLarge(sectorsIn(protocol, alike)),
				...roles.map((role) => role.in[alike[0] ?? "other"] ?? role.called),
			]),
			[sayTo(protocol)`Everywhere else`, ...roles.map(({ called }) => called)],
		],
	};
}
