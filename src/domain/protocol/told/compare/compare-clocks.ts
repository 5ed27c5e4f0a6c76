import { sayList, startingLarge } from "../../../english.ts";
import { type Clock, type Protocol, sayParty } from "../../protocol.ts";
import { sayClock, sayLimit, sayOccasion, sayPlaces } from "../protocol-in-words.ts";
import { idIn, match, occasionIn } from "./compare-ids.ts";
import {
	changed,
	compareBy,
	differs,
	fieldLabel,
	flag,
	leads,
	quoted,
	type Rows,
	renamed,
	type Said,
	sends,
	type Tell,
	title,
	type Version,
	type Versions,
	value,
} from "./compare-rows.ts";
import { stepRows } from "./compare-stages.ts";

/** How a limit in days counts them, apart from its length. */
const settingsOf = (clock: Clock) =>
	"within" in clock.limit && "amount" in clock.limit.within
		? {
				counting: "counting" in clock.limit.within ? clock.limit.within.counting : undefined,
				cutOff: "cutOff" in clock.limit.within ? clock.limit.within.cutOff : undefined,
				dueTime: "dueTime" in clock.limit.within ? clock.limit.within.dueTime : undefined,
			}
		: undefined;

const lengthKey = ({ unit, ...limit }: { unit: string; amount?: number }) => [unit, limit.amount];

const clockRows: Rows<Clock> = {
	id: "elsewhere",
	title: "elsewhere",
	by: "elsewhere",
	step: "elsewhere",
	from: {
		key: (from, { ids }) => from.map((each) => occasionIn(ids, each)).sort(),
		says: (was, now, { before, after, name }) => {
			const say = (from: Clock["from"], protocol: Protocol) =>
				sayList(from.map((each) => sayOccasion(protocol, each)));
			return [
				changed(
					92,
					`The time for ${name} now runs from ${say(now, after.protocol)}, not from ${say(was, before.protocol)}.`,
				),
			];
		},
	},
	until: {
		key: (until, { ids }) => until.map((each) => occasionIn(ids, each)).sort(),
		says: (was, now, { before, after, name }) => {
			const say = (until: Clock["until"], protocol: Protocol) =>
				sayList(until.map((each) => sayOccasion(protocol, each)));
			return [
				changed(
					92,
					`The time for ${name} now runs until ${say(now, after.protocol)}, not until ${say(was, before.protocol)}.`,
				),
			];
		},
	},
	limit: "elsewhere",
	strength: value(
		75,
		(name, now, was) => `The time for ${name} is now ${now}; it was ${was}.`,
		(strength) =>
			({
				hard: "a hard limit",
				soft: "kept where possible",
				indicative: "only a guide",
			})[strength],
	),
	doneAt: value(
		80,
		(name, now, was) => `What counts for ${name} being in time is now ${now}, not ${was}.`,
		(field, protocol) => `the answer to ${fieldLabel(field, protocol)}`,
		(field, { ids }) => field && idIn(ids, "field", field),
		"when it is recorded",
	),
	fixed: flag(
		55,
		(name) => `Nobody may now extend or pause the time for ${name}.`,
		(name) => `The time for ${name} may now be extended or paused.`,
	),
	late: {
		...leads(93),
		says: (was, now, at) => leads(93).says(was, now, { ...at, name: `Silence at ${at.name}` }),
	},
	lateSends: {
		...sends(65),
		says: (was, now, at) => sends(65).says(was, now, { ...at, name: `Silence at ${at.name}` }),
	},
};

export function compareClock(
	at: Versions,
	was: Clock | undefined,
	now: Clock | undefined,
	name: string,
): Said[] {
	const { before, after } = at;
	if (!was || !now)
		return [
			...(now
				? [
						{
							kind: "added" as const,
							weight: 95,
							says: `${name} now has a time limit: ${sayParty(after.protocol, now.by)} must do it ${sayClock(after.protocol, now)}.${now.late.length > 0 ? ` Silence leads to ${sayPlaces(after.protocol, now.late)}.` : ""}`,
						},
					]
				: []),
			...(was
				? [
						{
							kind: "removed" as const,
							weight: 95,
							says: `${name} no longer has a time limit; it was due ${sayClock(before.protocol, was)}.`,
						},
					]
				: []),
		];
	return [
		...compareLimit(at, was, now, name),
		...compareSettings(at, was, now, name),
		...compareBy(clockRows, was, now, { ...at, name }),
	];
}

function limitKey(clock: Clock, { ids }: Version): unknown {
	const { limit } = clock;
	if ("on" in limit) return { on: idIn(ids, "field", limit.on) };
	return {
		within: lengthKey(limit.within),
		tiers: limit.tiers && {
			choice: idIn(ids, "field", limit.tiers.choice),
			within: Object.entries(limit.tiers.within).map(([option, each]) => [option, lengthKey(each)]),
		},
		before: limit.before && idIn(ids, "field", limit.before),
		orSooner: limit.orSooner && {
			on: idIn(ids, "field", limit.orSooner.on),
			because: idIn(ids, "field", limit.orSooner.because),
		},
	};
}

/** "Agency B’s senior manager now has 5 working days for “Answer”, not 10 working days." */
function compareLimit({ before, after }: Versions, was: Clock, now: Clock, name: string): Said[] {
	if (!differs(limitKey(was, before), limitKey(now, after))) return [];
	const [said, saidBefore] = [
		sayLimit(after.protocol, now.limit),
		sayLimit(before.protocol, was.limit),
	];
	if (said === saidBefore) {
		const on = ({ limit }: Clock, protocol: Protocol) =>
			"on" in limit
				? fieldLabel(limit.on, protocol)
				: limit.orSooner
					? `sooner by ${fieldLabel(limit.orSooner.on, protocol)}, because of ${fieldLabel(limit.orSooner.because, protocol)}`
					: "no sooner date";
		return [
			changed(
				80,
				`The date for ${name} now goes by ${on(now, after.protocol)}, not by ${on(was, before.protocol)}.`,
			),
		];
	}
	const has = (limit: string) => limit.replace(/^within /, "");
	return [
		changed(
			96,
			said.startsWith("within ") && saidBefore.startsWith("within ")
				? `${startingLarge(sayParty(after.protocol, now.by))} now has ${has(said)} for ${name}, not ${has(saidBefore)}.`
				: `${name} is now due ${said}, not ${saidBefore}.`,
		),
	];
}

function compareSettings(
	{ before, after }: Versions,
	was: Clock,
	now: Clock,
	name: string,
): Said[] {
	const [a, b] = [settingsOf(was), settingsOf(now)];
	if (!a || !b) return [];
	const isTheProtocols =
		a.counting === before.protocol.counting && b.counting === after.protocol.counting;
	return [
		...(a.counting === b.counting || isTheProtocols
			? []
			: [
					changed(
						70,
						b.counting === "deemed"
							? `For ${name}, a start on a day that is not worked now counts as the next working day.`
							: `For ${name}, the day of the start is now day 0, whatever kind of day it is.`,
					),
				]),
		...(a.cutOff === b.cutOff
			? []
			: [
					changed(
						70,
						b.cutOff
							? `For ${name}, a start at or after ${b.cutOff} now counts as the next day${a.cutOff ? `, not at or after ${a.cutOff}` : ""}.`
							: `For ${name}, there is no hour any more from which a start counts as the next day.`,
					),
				]),
		...(a.dueTime === b.dueTime
			? []
			: [
					changed(
						70,
						`${name} is now due ${b.dueTime ? `by ${b.dueTime}` : "at the end of the day"}, not ${a.dueTime ? `by ${a.dueTime}` : "at its end"}.`,
					),
				]),
	];
}

export function compareLongClocks(at: Versions, tell: Tell): void {
	const long = (protocol: Protocol) => protocol.clocks.filter(({ step }) => step === undefined);
	const matched = match(
		long(at.before.protocol),
		long(at.after.protocol),
		({ id }) => id,
		({ title }) => title,
	);
	const area = "Time limits over several stages";
	for (const clock of matched.added)
		tell(area, compareClock(at, undefined, clock, quoted(clock.title)));
	for (const clock of matched.removed)
		tell(area, compareClock(at, clock, undefined, quoted(clock.title)));
	for (const [was, now] of matched.pairs) {
		const name = quoted(now.title);
		tell(area, [
			...renamed(name, was.id, now.id),
			...compareBy<Pick<Clock, "title" | "by">>({ title, by: stepRows.by }, was, now, {
				...at,
				name,
			}),
			...compareClock(at, was, now, name),
		]);
	}
}
