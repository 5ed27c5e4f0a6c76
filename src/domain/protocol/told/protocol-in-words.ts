/**
 * Phrases about the things of a protocol: parties, places, limits, occasions. The table of its words, in table/,
 * is made of them, and through it what is compared, drawn and guided.
 */
import { sayHour } from "../../calendar/day-in-words.ts";
import type { DayLimit, Limit } from "../../calendar/limit.ts";
import { sayAny, sayList, startingSmall } from "../../english.ts";
import { atLeast } from "../../people/viewer.ts";
import { type Condition, isInvolved, usualWay, wayItBegan } from "../condition.ts";
import {
	type Clock,
	type ClockLimit,
	type ClockRight,
	type Copy,
	type CountsFrom,
	fieldOf,
	isAgencySide,
	isMainSide,
	type KeptTo,
	type MainSide,
	type Move,
	type Occasion,
	type Outcome,
	onlyOutcome,
	type Panel,
	type Party,
	type Protocol,
	roleOf,
	type Sends,
	type Side,
	type Step,
	type StepId,
	sayAgencySide,
	sayParty,
	stageOf,
	stageTitle,
	stepOf,
	type Target,
	type Way,
	waysOf,
} from "../protocol.ts";
import { sayWithin } from "../within.ts";

/** The clock of a step; undefined for a step without one. */
export const clockOf = (protocol: Protocol, { id }: Pick<Step, "id">): Clock | undefined =>
	protocol.clocks.find(({ step }) => step === id);

/** "agency A’s practitioner, manager or senior manager", "either agency’s manager, or the Business Unit" */
export function sayParties(protocol: Protocol, parties: Party[]): string {
	const rolesOf = (side: MainSide) => [
		...new Set(
			parties.filter((party) => party.side === side).map((party) => roleOf(protocol, party).called),
		),
	];
	const [raising, receiving] = [rolesOf("raising"), rolesOf("receiving")];
	const isEither = raising.join() === receiving.join();
	const ofAgency = (whose: string, roles: string[]) =>
		roles.length > 0 ? [`${whose}’s ${sayAny(roles)}`] : [];
	const agencies = isEither
		? ofAgency(isInOneAgency(protocol) ? "either side" : "either agency", raising)
		: [
				...ofAgency(protocol.words.raising, raising),
				...ofAgency(protocol.words.receiving, receiving),
			];
	const all = [
		...agencies,
		...parties.filter(({ side }) => !isMainSide(side)).map((party) => sayParty(protocol, party)),
	];
	// With roles of its own joined by "or", the next one needs a comma to be read apart.
	return all.length === 2 && agencies.length > 0 ? all.join(", or ") : sayAny(all);
}

/** Whether the two sides are always of one agency. */
const isInOneAgency = (protocol: Protocol): boolean =>
	waysOf(protocol).every((way) => way.with === "own-agency");

/** A side in words: "agency B", "the SSCP Business Unit". */
export const saySideOf = (protocol: Protocol, side: Side): string =>
	isAgencySide(side) ? sayAgencySide(protocol, side) : `the ${sayRole(protocol, side)}`;

/** Who does not read what is kept to a level: "not for agency B’s practitioner to read". */
export function sayKeptFrom(protocol: Protocol, keptTo: KeptTo): string | undefined {
	const kept = Object.entries(keptTo).map(([side, from]) => {
		const below = Object.values(protocol.roles).filter(
			({ level, post }) =>
				post === undefined && level && level.level !== null && !atLeast(level.level, from),
		);
		return `${saySideOf(protocol, side)}’s ${sayAny(below.map(({ called }) => called))}`;
	});
	return kept.length > 0 ? `not for ${sayAny(kept)} to read` : undefined;
}

const sayRole = (protocol: Protocol, role: string): string => protocol.roles[role]?.called ?? role;

/** Who owes a step: "agency B’s senior manager", "the Executive, by a panel"; each level in turn in a stage that is repeated. */
export function sayOwer(protocol: Protocol, { by, agencyIn, stage, panel }: Step): string {
	const turns = stageOf(protocol, stage)?.each ?? [];
	const roles = turns.includes(by.role) && isAgencySide(by.side) ? turns : [by.role];
	const called = sayAny(roles.map((role) => sayRole(protocol, role)));
	const party =
		agencyIn !== undefined
			? `the ${called} of the agency in ${sayLabels(protocol, [agencyIn])}`
			: isAgencySide(by.side)
				? `${sayAgencySide(protocol, by.side)}’s ${called}`
				: sayParty(protocol, by);
	return panel && !isOfItsMembers(panel) ? `${party}, by a panel` : party;
}

/** The roles for each of which a stage is repeated. */
export const sayTurns = (protocol: Protocol, roles: string[]): string =>
	`once for each, until it is settled: ${roles.map((role) => sayRole(protocol, role)).join(", then ")}`;

/** A party as protocols write it, in words: `raising manager`, `business-unit`. */
export function sayPartyNamed(protocol: Protocol, written: string): string {
	const [side = "", role = side] = written.split(" ");
	return Object.hasOwn(protocol.roles, role) ? sayParty(protocol, { side, role }) : written;
}

/** Fields by their labels: "“When was it?” and “Why?”" */
export const sayLabels = (protocol: Protocol, fields: string[]): string =>
	sayList(fields.map((id) => `“${protocol.fields[id]?.label ?? id}”`));

/** A case: "“Do you agree?” is “No” or “In part”", "it began as “An urgent one”". Stands after "if". */
export const sayCondition = (protocol: Protocol, condition: Condition): string =>
	Object.entries(condition)
		.map(([of, oneOf]) => {
			if (of === isInvolved)
				return `there is ${sayAny(oneOf.map((side) => sayAgencySide(protocol, side).replace(/^each /, "an ")))}`;
			if (of === wayItBegan)
				return `it began ${sayAny(oneOf.map((way) => sayWayItBegan(protocol, way)))}`;
			const field = protocol.fields[of];
			const known = field && "options" in field ? field.options : {};
			const options = oneOf.map((option) => `“${known?.[option] ?? option}”`);
			return `“${field?.label ?? of}” ${field?.type === "choices" ? "includes" : "is"} ${sayAny(options)}`;
		})
		.join(" and ");

const sayWayItBegan = (protocol: Protocol, id: string): string =>
	id === usualWay
		? "in the usual way"
		: `as “${protocol.raise.ways.find((way) => way.id === id)?.title ?? id}”`;

/** Steps by their titles. */
export const sayTitles = (protocol: Protocol, steps: StepId[]): string =>
	sayList(steps.map((id) => `“${protocol.steps[id]?.title ?? id}”`));

/** A part of a form: "“Escalation form”, Part one". */
export function sayPart(protocol: Protocol, id: string, part: string): string {
	const form = protocol.forms[id];
	return `“${form?.title ?? id}”, ${form?.parts.find((each) => each.id === part)?.title ?? part}`;
}

/** By when, without what starts it: "within 10 working days", "immediately", "by the day that was agreed". */
export function sayLimit(protocol: Protocol, limit: ClockLimit): string {
	if ("on" in limit)
		return protocol.fields[limit.on]?.type === "actions"
			? `by the last day in ${sayLabels(protocol, [limit.on])}`
			: "by the day that was agreed";
	const { within, tiers, before } = limit;
	const length = tiers
		? sayAny(
				Object.entries(tiers.within).map(
					([option, each]) => `${sayLength(each)} (${sayOption(protocol, tiers.choice, option)})`,
				),
			)
		: sayLength(within);
	return before
		? `at least ${length.replace(/^within /, "")} before ${sayFieldDay(protocol, before)}`
		: length;
}

const sayLength = (limit: Parameters<typeof sayWithin>[0]): string => {
	const said = sayWithin(limit);
	return said === "immediately" ? said : `within ${said}`;
};

function sayOption(protocol: Protocol, choice: string, option: string): string {
	const field = protocol.fields[choice];
	return field && "options" in field ? startingSmall(field.options[option] ?? option) : option;
}

const sayFieldDay = (protocol: Protocol, field: string): string =>
	`the day in “${fieldOf(protocol, field).label}”`;

/** What a clock is counted from: "“Send the form to agency B”", "the start of Stage 4"; undefined when it is the asking itself. */
export function sayStart(protocol: Protocol, clock: Clock): string | undefined {
	if ("on" in clock.limit || clock.limit.before) return undefined;
	const from = clock.from.filter(
		(occasion) => !(occasion.is === "event" && occasion.event === `${clock.step}.opened`),
	);
	return from.length > 0 ? sayOccasions(protocol, from, clock.countsFrom) : undefined;
}

/** Which of several times counts: "“Answer” or the start of Stage 3", "the later of “Answer” and the start of Stage 3". */
const sayWhich = (said: string[], counts: CountsFrom): string =>
	said.length < 2 || counts === "first"
		? sayAny(said)
		: `${sayCounts(counts, said.length)} of ${sayList(said)}`;

/** "the later" of two, "the latest" of more. */
export const sayCounts = (counts: Exclude<CountsFrom, "first">, of: number): string =>
	`the ${of > 2 ? { later: "latest", earlier: "earliest" }[counts] : counts}`;

/** Several things that start or meet a clock, as nouns, and which of them counts; outcomes of one step together. */
export function sayOccasions(
	protocol: Protocol,
	occasions: Occasion[],
	counts: CountsFrom = "first",
): string {
	const byStep = Map.groupBy(occasions, (occasion) =>
		occasion.is === "event" ? stepOfEvent(protocol, occasion.event) : undefined,
	);
	const said = occasions.map((occasion) => {
		const step = occasion.is === "event" ? stepOfEvent(protocol, occasion.event) : undefined;
		return step ? sayEvents(step, byStep.get(step) ?? []) : sayOccasion(protocol, occasion);
	});
	return sayWhich([...new Set(said)], counts);
}

function sayOccasion(protocol: Protocol, occasion: Occasion): string {
	switch (occasion.is) {
		case "raised":
			return "raising it";
		case "stage":
			return `the start of ${stageTitle(protocol, occasion.stage)}`;
		case "field":
			return sayFieldDay(protocol, occasion.field);
		case "move":
			return `“${protocol.moves.find(({ id }) => id === occasion.move)?.title ?? occasion.move}”`;
		case "end":
			return occasion.ending
				? `its end as “${protocol.endings[occasion.ending]?.title ?? occasion.ending}”`
				: "its end";
		case "event":
			return `“${occasion.event}”`;
	}
}

const stepOfEvent = (protocol: Protocol, event: string): Step | undefined =>
	protocol.steps[event.slice(0, event.lastIndexOf("."))];

/** Events of one step: "“Sign off”", or "“Sign off” (“I sign it off”)" where another choice is none of them. */
function sayEvents({ title, outcomes }: Step, occasions: Occasion[]): string {
	const named = new Set(
		occasions.flatMap((one) =>
			one.is === "event" ? [one.event.slice(one.event.lastIndexOf(".") + 1)] : [],
		),
	);
	const chosen = outcomes.filter(({ id }) => named.has(id));
	const done =
		chosen.length > 0 &&
		(chosen.length === outcomes.length
			? `“${title}”`
			: `“${title}” (${sayAny(chosen.map(({ say }) => `“${say}”`))})`);
	const opened = named.has("opened") && `the opening of “${title}”`;
	return sayAny([opened, done].filter((said) => said !== false));
}

/** How strict a clock is, beside its limit: ", where possible", ", as a guide"; nothing for a hard one. */
export const sayStrength = ({ strength }: Pick<Clock, "strength">): string =>
	({
		hard: "",
		soft: ", as a target, where possible",
		indicative: ", as a target",
		may: ", if they want to",
	})[strength];

/** A clock whole: "within 10 working days of “Send the form to agency B”". */
export function sayClock(protocol: Protocol, clock: Clock): string {
	const start = sayStart(protocol, clock);
	const limit = sayLimit(protocol, clock.limit);
	const from = start && (limit.endsWith("immediately") ? ` after ${start}` : ` of ${start}`);
	const sooner =
		"within" in clock.limit && clock.limit.orSooner
			? ", or sooner where somebody sets a date with a reason"
			: "";
	return `${limit}${from ?? ""}${sooner}${sayStrength(clock)}${sayWording(clock.wording)}`;
}

/** How the text of the protocol says a time, beside the one that is counted: ", in its own words “48 hours (two working days)”". */
export const sayWording = (wording: string | undefined): string =>
	wording === undefined ? "" : `, in its own words “${wording}”`;

/** Where something leads, as a place: "Stage 4: Executive decision", "the end: Resolved", "“Answer in part two of the form”". */
export function sayPlace(protocol: Protocol, target: Target): string {
	switch (target.go) {
		case "stay":
			return "nothing further";
		case "end":
			return `the end: ${protocol.endings[target.ending]?.title ?? target.ending}`;
		case "stage":
			return stageTitle(protocol, target.stage);
		case "step":
			return `“${stepOf(protocol, target.step).title}”${sayOpens(protocol, target)}`;
	}
}

/** From when a step is owed to which something leads: " after 3 months"; nothing where it is at once. */
export function sayOpens(protocol: Protocol, target: Target): string {
	if (target.go !== "step" || !target.opens) return "";
	const { opens } = target;
	return "after" in opens
		? ` after ${sayWithin(opens.after)}`
		: ` on the day in ${sayLabels(protocol, [opens.on])}`;
}

/** Where several lead together: "“A” and “B”". */
export const sayPlaces = (protocol: Protocol, targets: Target[]): string =>
	sayList([...new Set(targets.map((target) => sayPlace(protocol, target)))]);

/** Where a move leads, "" when nowhere: "Stage 2, or Stage 3"; a step of a stage with its stage. */
export function sayWaysOn(protocol: Protocol, { outcomes }: Move): string {
	const say = (target: Target) => {
		const place = sayPlace(protocol, target).replace(/^the end: /, "");
		const stage = target.go === "step" && stageOf(protocol, stepOf(protocol, target.step).stage);
		return stage ? `${place} in ${stageTitle(protocol, stage.id)}` : place;
	};
	const ways = outcomes.flatMap(({ leadsTo }) => {
		const targets = leadsTo.filter(({ go }) => go !== "stay");
		return targets.length > 0 ? [sayList(targets.map(say))] : [];
	});
	return [...new Set(ways)].join(", or ");
}

/** While what a move may be made: "during Stage 1: Talk", "while “Answer” is owed", "after “Decided”". */
export function sayWhile(protocol: Protocol, when: Move["while"][number]): string {
	if ("stage" in when)
		return `during ${stageOf(protocol, when.stage) ? stageTitle(protocol, when.stage) : when.stage}`;
	if ("ending" in when) return `after “${protocol.endings[when.ending]?.title ?? when.ending}”`;
	return `while “${stepOf(protocol, when.step).title}” is owed`;
}

/** Whether a move may be made in every stage. */
export function isForEveryStage({ stages }: Protocol, move: Move): boolean {
	if (move.while.length < stages.length) return false;
	const during = new Set(move.while.flatMap((when) => ("stage" in when ? [when.stage] : [])));
	return stages.length > 0 && stages.every(({ id }) => during.has(id));
}

/** What is sent, by the titles of forms and the labels of fields, and to whom: "“Part one” to agency B". */
export const sayGiven = (protocol: Protocol, { what, to, toIf }: Sends): string =>
	`${
		what.length > 0
			? sayList(
					what.map((id) => `“${protocol.forms[id]?.title ?? protocol.fields[id]?.label ?? id}”`),
				)
			: "word that it happened"
	} to ${sayList(to.map((side) => `${saySideOf(protocol, side)}${sayOnlyIf(protocol, toIf[side])}`))}`;

/** " (only if “Do you agree?” is “No”)"; nothing for what is so always. */
export const sayOnlyIf = (protocol: Protocol, condition: Condition | undefined): string =>
	condition ? ` (only if ${sayCondition(protocol, condition)})` : "";

export const saySends = (protocol: Protocol, sent: Sends): string =>
	`sends ${sayGiven(protocol, sent)}`;

/** What follows when time runs out; `whom` adds who owes each step. */
export const saySilence = (protocol: Protocol, late: Target[], whom?: "whom"): string =>
	`goes on to ${sayList(
		late.map((target) => {
			const step = target.go === "step" ? protocol.steps[target.step] : undefined;
			return `${sayPlace(protocol, target)}${step && whom ? ` (${sayParty(protocol, step.by)})` : ""}`;
		}),
	)} if it is not done in time`;

/** "the Board (everything that is sent)" */
export const sayCopy = (protocol: Protocol, { to, sees, when }: Copy): string =>
	`${sayParty(protocol, to)} (${howMuch[sees]}${when ? `; only if ${sayCondition(protocol, when)}` : ""})`;

const howMuch: Record<Copy["sees"], string> = {
	notice: "only that it happened",
	outcome: "where it stands and what was chosen",
	all: "all that the others are sent",
};

/** By when it must be raised: "raise it within 10 working days of …; after that it cannot be raised". */
export const sayWindow = (
	protocol: Protocol,
	{ within, from, countsFrom, wording, refused, because }: NonNullable<Way["window"]>,
): string =>
	`raise it ${sayLength(within)} of ${sayWhich(
		from.map((field) => sayFieldDay(protocol, field)),
		countsFrom,
	)}${sayWording(wording)}; ${
		refused
			? "after that it cannot be raised"
			: `after that, say why it is raised late${because ? `, in ${sayLabels(protocol, [because])}` : ""}`
	}`;

/** Who may begin: "agency A’s practitioner or manager". */
export const sayRaisers = (protocol: Protocol, roles: string[]): string =>
	`${protocol.words.raising}’s ${sayAny(roles.map((role) => sayRole(protocol, role)))}`;

/** Who may change a clock; `doing` is "give more time". */
export const sayRight = (
	protocol: Protocol,
	doing: string,
	{ by, atMost, times }: ClockRight,
): string =>
	`${sayParties(protocol, by)} may ${doing}, with a reason${
		atMost ? `, at most ${sayWithin(atMost)} in all` : ""
	}${times ? `, ${times === 1 ? "once" : `${times} times`}` : ""}`;

/** Who sits on a panel: "by a panel of at least 3 from at least 2 agencies, with police and independent chair; …"; without a number, "by its members together; …". */
export function sayPanel(protocol: Protocol, { panel }: Pick<Step, "panel">): string | undefined {
	if (!panel) return undefined;
	const { quorum, agencies, of, mayBeInvolved } = panel;
	const enough = isOfItsMembers(panel)
		? "by its members together"
		: `by a panel of at least ${quorum}`;
	return `${enough}${agencies > 1 ? ` from at least ${agencies} agencies` : ""}${of.length > 0 ? `, with ${sayList(of.map((one) => saySeat(protocol, one)))}` : ""}; ${
		mayBeInvolved
			? "members may have had a part before"
			: "nobody sits on it who had a part before or is of one of the two agencies"
	}`;
}

/** Whether an office decides by its own members, and the protocol asks neither how many nor who. */
const isOfItsMembers = ({ of, quorum, agencies }: Panel): boolean =>
	of.length === 0 && quorum === 1 && agencies === 1;

/** Who must sit on a panel: a role by what it is called, else in the words of the protocol. */
export const saySeat = (protocol: Protocol, said: string): string =>
	Object.hasOwn(protocol.roles, said) ? `the ${protocol.roles[said]?.called}` : said;

/** How the start of a limit in days is counted. */
export const countingWords: Record<Protocol["counting"], string> = {
	day0: "the day on which it starts is not counted",
	deemed:
		"the day on which it starts is not counted; a start on a day that is not worked counts as the next working day",
};

export const sayCutOff = (cutOff: string | undefined): string | undefined =>
	cutOff && `a start at or after ${sayHour(cutOff)} counts as the next day`;

export const sayDueTime = (dueTime: string | undefined): string | undefined =>
	dueTime && `due by ${sayHour(dueTime)} on the last day`;

/** How the days of this protocol are counted. What only some of its limits say is said with those, by {@link sayOwnTimes}. */
export function sayCounting(protocol: Protocol): string[] {
	const limits = limitsIn(protocol.clocks);
	const has = (unit: Limit["unit"]) => limits.some((limit) => limit.unit === unit);
	const hasDays = dayLimitsIn(protocol.clocks).length > 0;
	const { cutOff, dueTime } = sharedTimes(protocol);
	const isMixed = dayLimitsIn(protocol.clocks).some((limit) => limit.dueTime !== dueTime);
	const asDays = [
		countingWords[protocol.counting],
		sayCutOff(cutOff),
		sayDueTime(dueTime) ??
			`it is in time until the end of the last day${isMixed ? ", unless an hour is said with it" : ""}`,
	];
	return [
		...(has("working-days")
			? [
					`working days leave out Saturdays, Sundays and the bank holidays of ${nations[protocol.calendar]}${
						protocol.closureDays === "not-counted"
							? ", and the days on which the partnership’s office is closed"
							: ""
					}`,
				]
			: []),
		...(hasDays ? asDays.filter((phrase) => phrase !== undefined) : []),
		...(has("weeks")
			? ["a week ends on the same day of the week, or on the next working day if that is not one"]
			: []),
		...(has("hours") ? ["hours include nights and weekends"] : []),
		...(has("immediately") ? ["immediately means before the day is over"] : []),
	];
}

/** The hour of day and the counting of a clock, where they are not those of every clock: "due by 17:00 on the last day". */
export function sayOwnTimes(protocol: Protocol, clock: Clock): string[] {
	const shared = sharedTimes(protocol);
	const own = dayLimitsIn([clock]);
	const said = own.flatMap(({ counting, cutOff, dueTime }) => [
		counting && counting !== protocol.counting ? countingWords[counting] : undefined,
		cutOff === shared.cutOff ? undefined : sayCutOff(cutOff),
		dueTime === shared.dueTime ? undefined : sayDueTime(dueTime),
	]);
	return [...new Set(said.filter((phrase) => phrase !== undefined))];
}

const limitsIn = (clocks: Clock[]): Limit[] =>
	clocks.flatMap(({ limit }) =>
		"within" in limit ? Object.values(limit.tiers?.within ?? { only: limit.within }) : [],
	);

const dayLimitsIn = (clocks: Clock[]): DayLimit[] =>
	limitsIn(clocks).filter((limit) => limit.unit !== "hours" && limit.unit !== "immediately");

/** The hours of day that every clock has which is counted in days. */
function sharedTimes({ clocks }: Protocol): Pick<DayLimit, "cutOff" | "dueTime"> {
	const all = dayLimitsIn(clocks);
	const one = (values: (string | undefined)[]) =>
		new Set(values).size === 1 ? values[0] : undefined;
	return {
		cutOff: one(all.map((limit) => limit.cutOff)),
		dueTime: one(all.map((limit) => limit.dueTime)),
	};
}

/** Whose bank holidays they are. */
export const nations: Record<Protocol["calendar"], string> = {
	"england-and-wales": "England and Wales",
	scotland: "Scotland",
	"northern-ireland": "Northern Ireland",
	"uk-union": "any nation of the United Kingdom",
};

/** The choice in its own words; "" for a step that is done in one way and has no words for it. */
export const sayChoice = ({ outcomes }: Step, { id, say }: Outcome): string =>
	outcomes.length === 1 && id === onlyOutcome && say === "Done" ? "" : say;

/** Steps of one round of a stage that is repeated for each of several roles: the later rounds are told with the first. */
export const firstRound = (protocol: Protocol, steps: Step[]): Step[] =>
	steps.filter(({ stage, round }) => round === stageOf(protocol, stage)?.each[0]);

/** The same step in the first round; itself where nothing is repeated. */
export const inFirstRound = (protocol: Protocol, step: Step): Step =>
	inRound(protocol, step, stageOf(protocol, step.stage)?.each[0]);

/** The same step in the last round; itself where nothing is repeated. */
export const inLastRound = (protocol: Protocol, step: Step): Step =>
	inRound(protocol, step, stageOf(protocol, step.stage)?.each.at(-1));

const inRound = (protocol: Protocol, step: Step, round: string | undefined): Step =>
	round === undefined
		? step
		: (Object.values(protocol.steps).find(
				(each) =>
					each.stage === step.stage &&
					each.writtenAs === step.writtenAs &&
					each.by.side === step.by.side &&
					each.round === round,
			) ?? step);

/** Whether a step is of a later round than another: `next` led to it. */
export function isNextRound(protocol: Protocol, from: Step, to: StepId): boolean {
	const [first, second] = stageOf(protocol, from.stage)?.each ?? [];
	const step = protocol.steps[to];
	return (
		second !== undefined &&
		step?.stage === from.stage &&
		from.round === first &&
		step.round === second
	);
}
