import type { Limit } from "../../calendar/limit.ts";
import type { WhatIsAsked } from "../condition.ts";
import type { Faults } from "../file/faults.ts";
import {
	type Clock,
	isAside,
	lengthsOf,
	type Occasion,
	type Protocol,
	type Step,
	type StepId,
	waysOf,
} from "../protocol.ts";
import { sayWithin } from "../within.ts";
import { fieldsAskedBefore, type Lead, placeOf, placeOfClock } from "./paths.ts";

/** Every clock can start and be met, and what it goes by is asked. */
export function checkClocks(
	protocol: Protocol,
	reached: Set<StepId>,
	asked: Set<string>,
	sometimes: Set<string>,
	faults: Faults,
): void {
	for (const clock of protocol.clocks) {
		const step = clock.step && protocol.steps[clock.step];
		const path = placeOfClock(protocol, clock);
		for (const [word, field] of fieldsOfClock(clock))
			if (!asked.has(field))
				faults.add(
					[...path, ...word],
					`No step asks for “${field}”, so ${withoutAnswer[word[0] ?? ""] ?? "the clock never has a date"}`,
					`Add “${field}” to the “asks:” of the step or outcome before this one`,
				);
		const choice = "within" in clock.limit && clock.limit.tiers?.choice;
		if (choice && protocol.fields[choice]?.optional)
			faults.add(
				[...path, "depends-on"],
				`“${choice}” may be left blank, and then how long it may take is not known`,
				`Take “optional: true” out of the field “${choice}”`,
			);
		if (step && clock.doneAt && !asksAlways(step, clock.doneAt))
			faults.add(
				[...path, "done-at"],
				`“${step.writtenAs}” does not ask for “${clock.doneAt}” whatever the outcome, so nobody knows when it was done`,
				`Add “${clock.doneAt}” to the “asks:” of the step`,
			);
		const sooner = "within" in clock.limit ? clock.limit.orSooner : undefined;
		for (const [word, field] of Object.entries(sooner ?? {}))
			if (protocol.fields[field]?.optional === false)
				faults.add(
					[...path, "or-sooner", word],
					`“${field}” must be answered, so everybody would have to set a sooner date`,
					`Add “optional: true” to the field “${field}”`,
				);
		checkHoursFromRaised(protocol, clock, [...path, "from"], faults);
		checkLaterOf(protocol, clock, sometimes, [...path, "from", "later-of"], faults);
		const canHappen = clock.from.map((occasion) => mayHappen(occasion, reached));
		if (!(clock.countsFrom === "later" ? canHappen.every(Boolean) : canHappen.some(Boolean)))
			faults.add(
				[...path, "from"],
				`“${sayOccasions(clock.from)}” can never happen, so the clock never starts`,
				"Start it from an event of a step that can be reached",
			);
		if (!step && !clock.until.some((occasion) => mayHappen(occasion, reached)))
			faults.add(
				[...path, "until"],
				`“${sayOccasions(clock.until)}” can never happen, so the clock is never met`,
				"Let it be met by “end”, a stage, or an event of a step that can be reached",
			);
		if (
			!step &&
			clock.from.some((one) =>
				clock.until.some((other) => JSON.stringify(one) === JSON.stringify(other)),
			)
		)
			faults.add(
				[...path, "until"],
				"The clock is met by what starts it",
				"Let another event meet it",
			);
		for (const target of clock.late)
			if (
				!step &&
				target.go === "stage" &&
				!clock.until.some((occasion) => occasion.is === "stage" && occasion.stage === target.stage)
			)
				faults.add(
					[...path, "until"],
					`It may have come to stage “${target.stage}” in another way before the time runs out, and silence would begin it again`,
					`Add “stage ${target.stage}” to “until:”`,
				);
		checkHours(protocol, clock, path, faults);
		if (clock.strength === "indicative" && clock.late.length > 0)
			faults.add(
				[...path, "late"],
				"An indicative date is only shown: nothing follows when it passes",
				"Take “late:” out, or make the date “soft” or “hard”",
			);
		if (clock.strength === "may" && clock.late.length === 0)
			faults.add(
				[...path, "strength"],
				"Nobody need use this time, and nothing says what happens when it has passed",
				"Add “late:” with where it goes on then, such as “late: end decided”",
			);
	}
}

/** A day has no hour: no hours are counted from it, and no hour is kept on it. */
function checkHours(protocol: Protocol, clock: Clock, path: string[], faults: Faults): void {
	const { limit, from, doneAt } = clock;
	const hours = "within" in limit ? hoursOf(limit) : undefined;
	const word = "within" in limit && limit.before !== undefined ? "before" : "from";
	for (const occasion of from)
		if (occasion.is === "field" && hours)
			faultOfHours(protocol, [...path, word], occasion.field, hours, faults);
	if (!doneAt || protocol.fields[doneAt]?.type !== "day" || !hasAnHour(protocol, clock)) return;
	faults.add(
		[...path, "done-at"],
		`“${doneAt}” holds a day, and whether it was done by the hour at which it is due is not known`,
		`Let the field “${doneAt}” ask for a time too: “type: moment”`,
	);
}

/** The window of a way to begin is counted from the day of a decision, say: not in hours. */
export function checkWindows(protocol: Protocol, faults: Faults): void {
	for (const { id, window } of waysOf(protocol)) {
		const hours = window && hoursOf(window);
		const at = ["raise", ...(id === undefined ? [] : ["ways", id]), "window", "from"];
		if (window && hours)
			for (const field of window.from) faultOfHours(protocol, at, field, hours, faults);
	}
}

type Hours = Extract<Limit, { unit: "hours" }>;

/** A length in hours, be it for one choice only. */
const hoursOf = (limit: Parameters<typeof lengthsOf>[0]): Hours | undefined =>
	lengthsOf(limit).find((each): each is Hours => each.unit === "hours");

function faultOfHours(
	protocol: Protocol,
	path: string[],
	field: string,
	hours: Hours,
	faults: Faults,
): void {
	if (protocol.fields[field]?.type !== "day") return;
	const days = hours.amount % 24 === 0 ? hours.amount / 24 : undefined;
	const inDays = days && `: “${sayWithin({ amount: days, unit: "calendar-days" })}”`;
	faults.add(
		path,
		`“${field}” holds a day, and a day has no hour that ${sayWithin(hours)} could be counted from`,
		`Let the field “${field}” ask for a time too, “type: moment”, or count in days${inDays ?? ""}`,
	);
}

/** Whether a clock is due at an hour, not at the end of a day. */
const hasAnHour = ({ fields }: Protocol, { limit }: Clock): boolean => {
	if ("on" in limit) return fields[limit.on]?.type === "moment";
	return (
		lengthsOf(limit).some(
			(each) => each.unit === "hours" || ("dueTime" in each && each.dueTime !== undefined),
		) || fields[limit.orSooner?.on ?? ""]?.type === "moment"
	);
};
/** Of what is waited for nothing may be left blank: the time would never begin, and nobody would see that. */
function checkLaterOf(
	{ fields }: Protocol,
	{ from, countsFrom }: Clock,
	sometimes: Set<string>,
	path: string[],
	faults: Faults,
): void {
	if (countsFrom !== "later") return;
	for (const occasion of from)
		if (occasion.is === "field" && fields[occasion.field]?.optional)
			faults.add(
				path,
				`“${occasion.field}” may be left blank, and then the time never begins`,
				`Take “optional: true” out of the field “${occasion.field}”`,
			);
		else if (occasion.is === "field" && sometimes.has(occasion.field))
			faults.add(
				path,
				`“${occasion.field}” is asked only in some cases, and in the others the time never begins`,
				`Ask “${occasion.field}” without “when:”`,
			);
}

/** Hours are not counted from a day. */
function checkHoursFromRaised(
	protocol: Protocol,
	{ from, limit }: Clock,
	path: string[],
	faults: Faults,
): void {
	if (!("within" in limit) || !from.some(({ is }) => is === "raised")) return;
	if (!hoursOf(limit)) return;
	for (const { raisedAt } of waysOf(protocol))
		if (raisedAt !== undefined && protocol.fields[raisedAt]?.type === "day")
			faults.add(
				path,
				`It is counted in hours from when it was raised, and “${raisedAt}” gives only the day`,
				`Write “type: moment” for the field “${raisedAt}”`,
			);
}

/** What follows when nobody can answer what a clock goes by. */
const withoutAnswer: Record<string, string> = {
	"depends-on": "how long it may take is not known",
	"or-sooner": "nobody can set a sooner date",
};

/** What a clock goes by must have been answered by when its step is owed, whatever path led there. */
export function checkAnswersOfClocks(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	faults: Faults,
): void {
	const known = fieldsAskedBefore(protocol, leads, reached);
	const askedAnywhere = new Set(leads.flatMap(({ asks, mayAsk }) => [...asks, ...mayAsk]));
	for (const { step: of, limit } of protocol.clocks) {
		const step = of && protocol.steps[of];
		if (!step || isAside(step) || !reached.has(step.id)) continue;
		// What is due before a day that nobody gave, such as a conference, has no date, and rightly so.
		const [word, field] =
			"on" in limit
				? (["on", limit.on] as const)
				: limit.tiers
					? (["depends-on", limit.tiers.choice] as const)
					: [];
		if (!word || !askedAnywhere.has(field) || known.get(step)?.has(field)) continue;
		faults.add(
			[...placeOf(step), "due", word],
			word === "depends-on"
				? `On some path nobody was asked for “${field}” before “${step.writtenAs}” is owed, so how long it may take is not known`
				: `On some path nobody was asked for “${field}” before “${step.writtenAs}” is owed, so it has no date`,
			`Add “${field}” to the “asks:” of everything that leads here: ways to begin, outcomes and moves`,
		);
	}
}

const asksAlways = (step: Step, field: string): boolean =>
	isSurelyAsked(step, field) ||
	(step.outcomes.length > 0 && step.outcomes.every((outcome) => isSurelyAsked(outcome, field)));

const isSurelyAsked = ({ asks, askedIf }: WhatIsAsked, field: string): boolean =>
	asks.includes(field) && !(field in askedIf);

/** The fields that a clock takes a date from, or its length, each with where the file names it. */
function fieldsOfClock({ limit, from, countsFrom }: Clock): [string[], string][] {
	const found: [string[], string][] = [];
	if ("on" in limit) found.push([["on"], limit.on]);
	else {
		if (limit.tiers) found.push([["depends-on"], limit.tiers.choice]);
		if (limit.orSooner)
			found.push(
				[["or-sooner", "on"], limit.orSooner.on],
				[["or-sooner", "because"], limit.orSooner.because],
			);
	}
	const word = "within" in limit && limit.before ? "before" : "from";
	// Of a list one that is never answered leaves the others.
	if (from.length === 1 || countsFrom === "later")
		for (const start of from) if (start.is === "field") found.push([[word], start.field]);
	return found;
}

const mayHappen = (occasion: Occasion, reached: Set<StepId>): boolean =>
	occasion.is !== "event" || reached.has(occasion.event.slice(0, occasion.event.lastIndexOf(".")));

const sayOccasions = (occasions: Occasion[]): string =>
	occasions
		.map((occasion) => ("event" in occasion ? occasion.event : Object.values(occasion).join(" ")))
		.join("” or “");
