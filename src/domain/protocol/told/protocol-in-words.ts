/**
 * Phrases about the things of a protocol: parties, places, limits, occasions. The table of its words, in table/,
 * is made of them, and through it what is compared, drawn and guided.
 */
import { saidTime } from "../../calendar/day-in-words.ts";
import type { DayLimit, Limit } from "../../calendar/limit.ts";
import { sayAny, sayList, startingSmall } from "../../english.ts";
import { atLeast } from "../../people/viewer.ts";
import { type Said, type SpokenTo, said, sayItTo, sayTo } from "../../said.ts";
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
import { saidWithin, type sayWithin } from "../within.ts";

/** "A, B and C", and "A, B or C", as whoever reads the protocol is spoken to. */
export const allOf = ({ speech }: SpokenTo, items: string[]): string =>
	(speech?.list ?? sayList)(items);
export const anyOf = ({ speech }: SpokenTo, items: string[]): string =>
	(speech?.any ?? sayAny)(items);

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
		roles.length > 0 ? [sayTo(protocol)`${whose}’s ${anyOf(protocol, roles)}`] : [];
	const agencies = isEither
		? ofAgency(
				isInOneAgency(protocol) ? sayTo(protocol)`either side` : sayTo(protocol)`either agency`,
				raising,
			)
		: [
				...ofAgency(protocol.words.raising, raising),
				...ofAgency(protocol.words.receiving, receiving),
			];
	const all = [
		...agencies,
		...parties.filter(({ side }) => !isMainSide(side)).map((party) => sayParty(protocol, party)),
	];
	// With roles of its own joined by "or", the next one needs a comma to be read apart.
	return all.length === 2 && agencies.length > 0
		? sayTo(protocol)`${all[0] ?? ""}, or ${all[1] ?? ""}`
		: anyOf(protocol, all);
}

/** Whether the two sides are always of one agency. */
const isInOneAgency = (protocol: Protocol): boolean =>
	waysOf(protocol).every((way) => way.with === "own-agency");

/** A side in words: "agency B", "the SSCP Business Unit". */
export const saySideOf = (protocol: Protocol, side: Side): string =>
	isAgencySide(side)
		? sayAgencySide(protocol, side)
		: sayTo(protocol)`the ${sayRole(protocol, side)}`;

/** Who does not read what is kept to a level: "not for agency B’s practitioner to read". */
export function sayKeptFrom(protocol: Protocol, keptTo: KeptTo): string | undefined {
	const kept = Object.entries(keptTo).map(([side, from]) => {
		const below = Object.values(protocol.roles).filter(
			({ level, post }) =>
				post === undefined && level && level.level !== null && !atLeast(level.level, from),
		);
		return sayTo(protocol)`${saySideOf(protocol, side)}’s ${anyOf(
			protocol,
			below.map(({ called }) => called),
		)}`;
	});
	return kept.length > 0 ? sayTo(protocol)`not for ${anyOf(protocol, kept)} to read` : undefined;
}

const sayRole = (protocol: Protocol, role: string): string => protocol.roles[role]?.called ?? role;

/** Who owes a step: "agency B’s senior manager", "the Executive, by a panel"; each level in turn in a stage that is repeated. */
export function sayOwer(protocol: Protocol, { by, agencyIn, stage, panel }: Step): string {
	const turns = stageOf(protocol, stage)?.each ?? [];
	const roles = turns.includes(by.role) && isAgencySide(by.side) ? turns : [by.role];
	const say = sayTo(protocol);
	const called = anyOf(
		protocol,
		roles.map((role) => sayRole(protocol, role)),
	);
	const party =
		agencyIn !== undefined
			? say`the ${called} of the agency in ${sayLabels(protocol, [agencyIn])}`
			: isAgencySide(by.side)
				? say`${sayAgencySide(protocol, by.side)}’s ${called}`
				: sayParty(protocol, by);
	return panel && !isOfItsMembers(panel) ? say`${party}, by a panel` : party;
}

/** The roles for each of which a stage is repeated. */
export const sayTurns = (protocol: Protocol, roles: string[]): string =>
	sayTo(protocol)`once for each, until it is settled: ${roles
		.map((role) => sayRole(protocol, role))
		.reduce((before, role) => sayTo(protocol)`${before}, then ${role}`)}`;

/** A party as protocols write it, in words: `raising manager`, `business-unit`. */
export function sayPartyNamed(protocol: Protocol, written: string): string {
	const [side = "", role = side] = written.split(" ");
	return Object.hasOwn(protocol.roles, role) ? sayParty(protocol, { side, role }) : written;
}

/** Fields by their labels: "“When was it?” and “Why?”" */
export const sayLabels = (protocol: Protocol, fields: string[]): string =>
	allOf(
		protocol,
		fields.map((id) => `“${protocol.fields[id]?.label ?? id}”`),
	);

/** A case: "“Do you agree?” is “No” or “In part”", "it began as “An urgent one”". Stands after "if". */
export const sayCondition = (protocol: Protocol, condition: Condition): string =>
	Object.entries(condition)
		.map(([of, oneOf]) => sayCase(protocol, of, oneOf))
		.reduce((before, next) => (before === "" ? next : sayTo(protocol)`${before} and ${next}`), "");

function sayCase(protocol: Protocol, of: string, oneOf: readonly string[]): string {
	const say = sayTo(protocol);
	const any = (items: string[]) => anyOf(protocol, items);
	if (of === isInvolved)
		return say`there is ${any(
			oneOf.map((side) =>
				protocol.speech
					? sayAgencySide(protocol, side)
					: sayAgencySide(protocol, side).replace(/^each /, "an "),
			),
		)}`;
	if (of === wayItBegan)
		return say`it began ${any(oneOf.map((way) => sayWayItBegan(protocol, way)))}`;
	const field = protocol.fields[of];
	const known = field && "options" in field ? field.options : {};
	const options = any(oneOf.map((option) => `“${known?.[option] ?? option}”`));
	return field?.type === "choices"
		? say`“${field.label}” includes ${options}`
		: say`“${field?.label ?? of}” is ${options}`;
}

const sayWayItBegan = (protocol: Protocol, id: string): string => {
	const say = sayTo(protocol);
	return id === usualWay
		? say`in the usual way`
		: say`as “${protocol.raise.ways.find((way) => way.id === id)?.title ?? id}”`;
};

/** Steps by their titles. */
export const sayTitles = (protocol: Protocol, steps: StepId[]): string =>
	allOf(
		protocol,
		steps.map((id) => `“${protocol.steps[id]?.title ?? id}”`),
	);

/** A part of a form: "“Escalation form”, Part one". */
export function sayPart(protocol: Protocol, id: string, part: string): string {
	const form = protocol.forms[id];
	return `“${form?.title ?? id}”, ${form?.parts.find((each) => each.id === part)?.title ?? part}`;
}

/** By when, without what starts it: "within 10 working days", "immediately", "by the day that was agreed". */
export function sayLimit(protocol: Protocol, limit: ClockLimit): string {
	const say = sayTo(protocol);
	if ("on" in limit)
		return protocol.fields[limit.on]?.type === "actions"
			? say`by the last day in ${sayLabels(protocol, [limit.on])}`
			: say`by the day that was agreed`;
	const { within, tiers, before } = limit;
	if (before && !tiers)
		return say`at least ${saidWithin(within)} before ${sayFieldDay(protocol, before)}`;
	const length = tiers
		? anyOf(
				protocol,
				Object.entries(tiers.within).map(
					([option, each]) =>
						`${sayLength(protocol, each)} (${sayOption(protocol, tiers.choice, option)})`,
				),
			)
		: sayLength(protocol, within);
	return before
		? say`at least ${length.replace(/^within /, "")} before ${sayFieldDay(protocol, before)}`
		: length;
}

const sayLength = (protocol: Protocol, limit: Parameters<typeof sayWithin>[0]): string =>
	limit.unit === "immediately"
		? sayTo(protocol)`immediately`
		: sayTo(protocol)`within ${saidWithin(limit)}`;

function sayOption(protocol: Protocol, choice: string, option: string): string {
	const field = protocol.fields[choice];
	return field && "options" in field ? startingSmall(field.options[option] ?? option) : option;
}

const sayFieldDay = (protocol: Protocol, field: string): string =>
	sayTo(protocol)`the day in “${fieldOf(protocol, field).label}”`;

/** What a clock is counted from: "“Send the form to agency B”", "the start of Stage 4"; undefined when it is the asking itself. */
export function sayStart(protocol: Protocol, clock: Clock): string | undefined {
	if ("on" in clock.limit || clock.limit.before) return undefined;
	const from = clock.from.filter(
		(occasion) => !(occasion.is === "event" && occasion.event === `${clock.step}.opened`),
	);
	return from.length > 0 ? sayOccasions(protocol, from, clock.countsFrom) : undefined;
}

/** Which of several times counts: "“Answer” or the start of Stage 3", "the later of “Answer” and the start of Stage 3". */
const sayWhich = (protocol: Protocol, said: string[], counts: CountsFrom): string =>
	said.length < 2 || counts === "first"
		? anyOf(protocol, said)
		: sayTo(protocol)`${sayCounts(counts, said.length, protocol)} of ${allOf(protocol, said)}`;

/** "the later" of two, "the latest" of more. */
export function sayCounts(
	counts: Exclude<CountsFrom, "first">,
	of: number,
	spoken: SpokenTo = {},
): string {
	const say = sayTo(spoken);
	if (of > 2) return counts === "later" ? say`the latest` : say`the earliest`;
	return counts === "later" ? say`the later` : say`the earlier`;
}

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
		return step
			? sayEvents(protocol, step, byStep.get(step) ?? [])
			: sayOccasion(protocol, occasion);
	});
	return sayWhich(protocol, [...new Set(said)], counts);
}

function sayOccasion(protocol: Protocol, occasion: Occasion): string {
	const say = sayTo(protocol);
	switch (occasion.is) {
		case "raised":
			return say`raising it`;
		case "stage":
			return say`the start of ${stageTitle(protocol, occasion.stage)}`;
		case "field":
			return sayFieldDay(protocol, occasion.field);
		case "move":
			return `“${protocol.moves.find(({ id }) => id === occasion.move)?.title ?? occasion.move}”`;
		case "end":
			return occasion.ending
				? say`its end as “${protocol.endings[occasion.ending]?.title ?? occasion.ending}”`
				: say`its end`;
		case "event":
			return `“${occasion.event}”`;
	}
}

const stepOfEvent = (protocol: Protocol, event: string): Step | undefined =>
	protocol.steps[event.slice(0, event.lastIndexOf("."))];

/** Events of one step: "“Sign off”", or "“Sign off” (“I sign it off”)" where another choice is none of them. */
function sayEvents(protocol: Protocol, { title, outcomes }: Step, occasions: Occasion[]): string {
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
			: `“${title}” (${anyOf(
					protocol,
					chosen.map(({ say }) => `“${say}”`),
				)})`);
	const opened = named.has("opened") && sayTo(protocol)`the opening of “${title}”`;
	return anyOf(
		protocol,
		[opened, done].filter((said) => said !== false),
	);
}

/** How strict a clock is, beside its limit: ", where possible", ", as a guide"; nothing for a hard one. */
export const sayStrength = (
	{ strength }: Pick<Clock, "strength">,
	spoken: SpokenTo = {},
): string => {
	const say = sayTo(spoken);
	return {
		hard: () => "",
		soft: () => say`, as a target, where possible`,
		indicative: () => say`, as a target`,
		may: () => say`, if they want to`,
	}[strength]();
};

/** A clock whole: "within 10 working days of “Send the form to agency B”". */
export function sayClock(protocol: Protocol, clock: Clock): string {
	const say = sayTo(protocol);
	const start = sayStart(protocol, clock);
	const limit = sayLimit(protocol, clock.limit);
	const isAtOnce =
		"within" in clock.limit &&
		Object.values(clock.limit.tiers?.within ?? { only: clock.limit.within }).at(-1)?.unit ===
			"immediately";
	const whole = start
		? isAtOnce
			? say`${limit} after ${start}`
			: say`${limit} of ${start}`
		: limit;
	const sooner =
		"within" in clock.limit && clock.limit.orSooner
			? say`, or sooner where somebody sets a date with a reason`
			: "";
	return `${whole}${sooner}${sayStrength(clock, protocol)}${sayWording(clock.wording, protocol)}`;
}

/** How the text of the protocol says a time, beside the one that is counted: ", in its own words “48 hours (two working days)”". */
export const sayWording = (wording: string | undefined, spoken: SpokenTo = {}): string =>
	wording === undefined ? "" : sayTo(spoken)`, in its own words “${wording}”`;

/** Where something leads, as a place: "Stage 4: Executive decision", "the end: Resolved", "“Answer in part two of the form”". */
export function sayPlace(protocol: Protocol, target: Target): string {
	switch (target.go) {
		case "stay":
			return sayTo(protocol)`nothing further`;
		case "end":
			return sayTo(protocol)`the end: ${protocol.endings[target.ending]?.title ?? target.ending}`;
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
		? sayTo(protocol)` after ${saidWithin(opens.after)}`
		: sayTo(protocol)` on the day in ${sayLabels(protocol, [opens.on])}`;
}

/** Where several lead together: "“A” and “B”". */
export const sayPlaces = (protocol: Protocol, targets: Target[]): string =>
	allOf(protocol, [...new Set(targets.map((target) => sayPlace(protocol, target)))]);

/** Where a move leads, "" when nowhere: "Stage 2, or Stage 3"; a step of a stage with its stage. */
export function sayWaysOn(protocol: Protocol, { outcomes }: Move): string {
	const say = (target: Target) => {
		const place =
			target.go === "end"
				? (protocol.endings[target.ending]?.title ?? target.ending)
				: sayPlace(protocol, target);
		const stage = target.go === "step" && stageOf(protocol, stepOf(protocol, target.step).stage);
		return stage ? sayTo(protocol)`${place} in ${stageTitle(protocol, stage.id)}` : place;
	};
	const ways = outcomes.flatMap(({ leadsTo }) => {
		const targets = leadsTo.filter(({ go }) => go !== "stay");
		return targets.length > 0 ? [allOf(protocol, targets.map(say))] : [];
	});
	return [...new Set(ways)].reduce(
		(before, way) => (before === "" ? way : sayTo(protocol)`${before}, or ${way}`),
		"",
	);
}

/** While what a move may be made: "during Stage 1: Talk", "while “Answer” is owed", "after “Decided”". */
export function sayWhile(protocol: Protocol, when: Move["while"][number]): string {
	if ("stage" in when)
		return sayTo(
			protocol,
		)`during ${stageOf(protocol, when.stage) ? stageTitle(protocol, when.stage) : when.stage}`;
	if ("ending" in when)
		return sayTo(protocol)`after “${protocol.endings[when.ending]?.title ?? when.ending}”`;
	return sayTo(protocol)`while “${stepOf(protocol, when.step).title}” is owed`;
}

/** Whether a move may be made in every stage. */
export function isForEveryStage({ stages }: Protocol, move: Move): boolean {
	if (move.while.length < stages.length) return false;
	const during = new Set(move.while.flatMap((when) => ("stage" in when ? [when.stage] : [])));
	return stages.length > 0 && stages.every(({ id }) => during.has(id));
}

/** What is sent, by the titles of forms and the labels of fields, and to whom: "“Part one” to agency B". */
export function sayGiven(protocol: Protocol, { what, to, toIf }: Sends): string {
	const say = sayTo(protocol);
	const given =
		what.length > 0
			? allOf(
					protocol,
					what.map((id) => `“${protocol.forms[id]?.title ?? protocol.fields[id]?.label ?? id}”`),
				)
			: say`word that it happened`;
	return say`${given} to ${allOf(
		protocol,
		to.map((side) => `${saySideOf(protocol, side)}${sayOnlyIf(protocol, toIf[side])}`),
	)}`;
}

/** " (only if “Do you agree?” is “No”)"; nothing for what is so always. */
export const sayOnlyIf = (protocol: Protocol, condition: Condition | undefined): string =>
	condition ? sayTo(protocol)` (only if ${sayCondition(protocol, condition)})` : "";

export const saySends = (protocol: Protocol, sent: Sends): string =>
	sayTo(protocol)`sends ${sayGiven(protocol, sent)}`;

/** What follows when time runs out; `whom` adds who owes each step. */
export const saySilence = (protocol: Protocol, late: Target[], whom?: "whom"): string =>
	sayTo(protocol)`goes on to ${allOf(
		protocol,
		late.map((target) => {
			const step = target.go === "step" ? protocol.steps[target.step] : undefined;
			return `${sayPlace(protocol, target)}${step && whom ? ` (${sayParty(protocol, step.by)})` : ""}`;
		}),
	)} if it is not done in time`;

/** "the Board (everything that is sent)" */
export const sayCopy = (protocol: Protocol, { to, sees, when }: Copy): string => {
	const say = sayTo(protocol);
	const party = sayParty(protocol, to);
	const much = { notice: onlyThat, outcome: whereItStands, all: allThat }[sees];
	return when
		? say`${party} (${much}; only if ${sayCondition(protocol, when)})`
		: say`${party} (${much})`;
};

const onlyThat = said`only that it happened`;
const whereItStands = said`where it stands and what was chosen`;
const allThat = said`all that the others are sent`;

/** By when it must be raised: "raise it within 10 working days of …; after that it cannot be raised". */
export const sayWindow = (
	protocol: Protocol,
	{ within, from, countsFrom, wording, refused, because }: NonNullable<Way["window"]>,
): string => {
	const say = sayTo(protocol);
	const until = say`raise it ${sayLength(protocol, within)} of ${sayWhich(
		protocol,
		from.map((field) => sayFieldDay(protocol, field)),
		countsFrom,
	)}`;
	const whole = `${until}${sayWording(wording, protocol)}`;
	if (refused) return say`${whole}; after that it cannot be raised`;
	return because
		? say`${whole}; after that, say why it is raised late, in ${sayLabels(protocol, [because])}`
		: say`${whole}; after that, say why it is raised late`;
};

/** Who may begin: "agency A’s practitioner or manager". */
export const sayRaisers = (protocol: Protocol, roles: string[]): string =>
	sayTo(protocol)`${protocol.words.raising}’s ${anyOf(
		protocol,
		roles.map((role) => sayRole(protocol, role)),
	)}`;

/** Who may change a clock; `doing` is "give more time". */
export const sayRight = (
	protocol: Protocol,
	doing: string | Said,
	{ by, atMost, times }: ClockRight,
): string => {
	const say = sayTo(protocol);
	const may = say`${sayParties(protocol, by)} may ${doing}, with a reason`;
	const limited = atMost ? say`${may}, at most ${saidWithin(atMost)} in all` : may;
	if (!times) return limited;
	return times === 1 ? say`${limited}, once` : say`${limited}, ${times} times`;
};

/** Who sits on a panel: "by a panel of at least 3 from at least 2 agencies, with police and independent chair; …"; without a number, "by its members together; …". */
export function sayPanel(protocol: Protocol, { panel }: Pick<Step, "panel">): string | undefined {
	if (!panel) return undefined;
	const say = sayTo(protocol);
	const { quorum, agencies, of, mayBeInvolved } = panel;
	const enough = isOfItsMembers(panel)
		? say`by its members together`
		: say`by a panel of at least ${quorum}`;
	const from = agencies > 1 ? say`${enough} from at least ${agencies} agencies` : enough;
	const seats = allOf(
		protocol,
		of.map((one) => saySeat(protocol, one)),
	);
	const whole = of.length > 0 ? say`${from}, with ${seats}` : from;
	return mayBeInvolved
		? say`${whole}; members may have had a part before`
		: say`${whole}; nobody sits on it who had a part before or is of one of the two agencies`;
}

/** Whether an office decides by its own members, and the protocol asks neither how many nor who. */
const isOfItsMembers = ({ of, quorum, agencies }: Panel): boolean =>
	of.length === 0 && quorum === 1 && agencies === 1;

/** Who must sit on a panel: a role by what it is called, else in the words of the protocol. */
export const saySeat = (protocol: Protocol, said: string): string =>
	Object.hasOwn(protocol.roles, said)
		? sayTo(protocol)`the ${protocol.roles[said]?.called ?? said}`
		: said;

/** How the start of a limit in days is counted. */
export const countingWords: Record<Protocol["counting"], Said> = {
	day0: said`the day on which it starts is not counted`,
	deemed: said`the day on which it starts is not counted; a start on a day that is not worked counts as the next working day`,
};

const hourOf = (time: string) => saidTime(Temporal.PlainTime.from(time));

export const sayCutOff = (cutOff: string | undefined, spoken: SpokenTo = {}): string | undefined =>
	cutOff && sayTo(spoken)`a start at or after ${hourOf(cutOff)} counts as the next day`;

export const sayDueTime = (
	dueTime: string | undefined,
	spoken: SpokenTo = {},
): string | undefined => dueTime && sayTo(spoken)`due by ${hourOf(dueTime)} on the last day`;

/** How the days of this protocol are counted. What only some of its limits say is said with those, by {@link sayOwnTimes}. */
export function sayCounting(protocol: Protocol): string[] {
	const limits = limitsIn(protocol.clocks);
	const has = (unit: Limit["unit"]) => limits.some((limit) => limit.unit === unit);
	const hasDays = dayLimitsIn(protocol.clocks).length > 0;
	const { cutOff, dueTime } = sharedTimes(protocol);
	const isMixed = dayLimitsIn(protocol.clocks).some((limit) => limit.dueTime !== dueTime);
	const say = sayTo(protocol);
	const asDays = [
		sayItTo(protocol, countingWords[protocol.counting]),
		sayCutOff(cutOff, protocol),
		sayDueTime(dueTime, protocol) ??
			(isMixed
				? say`it is in time until the end of the last day, unless an hour is said with it`
				: say`it is in time until the end of the last day`),
	];
	const nation = nations[protocol.calendar];
	return [
		...(has("working-days")
			? [
					protocol.closureDays === "not-counted"
						? say`working days leave out Saturdays, Sundays and the bank holidays of ${nation}, and the days on which the partnership’s office is closed`
						: say`working days leave out Saturdays, Sundays and the bank holidays of ${nation}`,
				]
			: []),
		...(hasDays ? asDays.filter((phrase) => phrase !== undefined) : []),
		...(has("weeks")
			? [
					say`a week ends on the same day of the week, or on the next working day if that is not one`,
				]
			: []),
		...(has("hours") ? [say`hours include nights and weekends`] : []),
		...(has("immediately") ? [say`immediately means before the day is over`] : []),
	];
}

/** The hour of day and the counting of a clock, where they are not those of every clock: "due by 17:00 on the last day". */
export function sayOwnTimes(protocol: Protocol, clock: Clock): string[] {
	const shared = sharedTimes(protocol);
	const own = dayLimitsIn([clock]);
	const said = own.flatMap(({ counting, cutOff, dueTime }) => [
		counting && counting !== protocol.counting
			? sayItTo(protocol, countingWords[counting])
			: undefined,
		cutOff === shared.cutOff ? undefined : sayCutOff(cutOff, protocol),
		dueTime === shared.dueTime ? undefined : sayDueTime(dueTime, protocol),
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
export const nations: Record<Protocol["calendar"], Said> = {
	"england-and-wales": said`England and Wales`,
	scotland: said`Scotland`,
	"northern-ireland": said`Northern Ireland`,
	"uk-union": said`any nation of the United Kingdom`,
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
