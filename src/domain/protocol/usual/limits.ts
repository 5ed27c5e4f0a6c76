import { startingLarge } from "../../english.ts";
import type { Path } from "../file/edit-yaml.ts";
import {
	afterwards,
	beside,
	type Clock,
	type Protocol,
	sayParty,
	stageTitle,
} from "../protocol.ts";
import { sayClock, sayOwer, sayRight, sayWindow } from "../told/protocol-in-words.ts";
import { sayThing, sentence } from "../told/table/row.ts";
import { longClock } from "../told/table/steps.ts";
import { areas } from "../told/table/whole.ts";
import {
	type Draft,
	type Group,
	lengthPlace,
	type Part,
	type Place,
	type Section,
	textAt,
	wordsUnder,
} from "./place.ts";
import { type StepInFile, stepsOf } from "./steps.ts";

/** Every time limit of a protocol, by stage: what it is for, and how long. */
export function timeLimits(draft: Draft): Part {
	const { protocol } = draft;
	const stages = [...wordsUnder(draft, ["stages"]), beside, afterwards];
	const groups: Group[] = [
		{ title: areas.raise, sections: windows(draft) },
		...stages.map((stage) => ({
			title: stageTitle(protocol, stage),
			sections: stepsOf(draft, stage).flatMap((step) => ofStep(draft, step)),
		})),
		{
			title: areas.clocks,
			sections: wordsUnder(draft, ["clocks"]).flatMap((id) => ofLongClock(draft, id)),
		},
		{ title: "More time", sections: moreTime(draft) },
	];
	return {
		id: "time-limits",
		title: "Time limits",
		groups: groups.filter(({ sections }) => sections.length > 0),
	};
}

function ofStep(draft: Draft, { stage, name, at }: StepInFile): Section[] {
	const { protocol } = draft;
	const due = [...at, "due"];
	if (draft.file.at(due) === undefined) return [];
	const title = textAt(draft, [...at, "title"]);
	const step = Object.values(protocol.steps).find(
		(each) => each.stage === stage && each.writtenAs === name,
	);
	const clock = step && protocol.clocks.find((each) => each.step === step.id);
	if (!clock)
		return [
			{
				title,
				note: "The protocol’s text states no time. To set one, edit the text.",
				places: [],
			},
		];
	return [sectionOf(draft, title, clock, sayOwer(protocol, step), due)];
}

function ofLongClock(draft: Draft, id: string): Section[] {
	const clock = draft.protocol.clocks.find((each) => each.id === id && !each.step);
	if (!clock) return [];
	return [
		sectionOf(
			draft,
			clock.title,
			clock,
			clock.by ? sayParty(draft.protocol, clock.by) : "whoever’s turn it is",
			["clocks", id],
		),
	];
}

/** @param at the step's `due`, or the clock */
function sectionOf(draft: Draft, title: string, clock: Clock, by: string, at: Path): Section {
	const now = sayNow(draft.protocol, clock, by);
	if ("on" in clock.limit)
		return {
			title,
			note: `${now} People agree the day, so there is no number to change.`,
			places: [],
		};
	return { title, note: now, places: lengthsAt(draft, at, clock) };
}

/** "Agency B’s senior manager, within 10 working days of “Send it”; a hard limit; goes on to …" */
function sayNow(protocol: Protocol, clock: Clock, by: string): string {
	const more = sayThing(longClock.words, clock, protocol, [
		"by",
		"limit",
		"from",
		"countsFrom",
		// `sayClock` says how strict one is that is not hard.
		...(clock.strength === "hard" ? [] : (["strength"] as const)),
	]);
	return sentence(startingLarge([`${by}, ${sayClock(protocol, clock)}`, ...more].join("; ")));
}

/** One length, or one for each choice that it goes by. */
function lengthsAt(draft: Draft, at: Path, { limit }: Clock): Place[] {
	const tiers = "within" in limit ? limit.tiers : undefined;
	const within = typeof draft.file.at(at) === "string" ? at : [...at, "within"];
	if (!tiers) return [lengthPlace(draft, within)];
	const field = draft.protocol.fields[tiers.choice];
	const options = field && "options" in field ? field.options : {};
	return wordsUnder(draft, within).map((option) =>
		lengthPlace(draft, [...within, option], { of: options[option] ?? option }),
	);
}

/** By when it must be raised, each way to begin. */
function windows(draft: Draft): Section[] {
	const { protocol } = draft;
	const { raise } = protocol;
	return [
		{ way: raise, at: ["raise"] },
		...raise.ways.map((way) => ({ way, at: ["raise", "ways", way.id ?? ""] })),
	].flatMap(({ way, at }) =>
		way.window
			? [
					{
						title: way.title ?? `Raise ${protocol.words.differences}`,
						note: sentence(sayWindow(protocol, way.window)),
						places: [lengthPlace(draft, [...at, "window", "within"])],
					},
				]
			: [],
	);
}

/** How far a date may be moved. */
function moreTime(draft: Draft): Section[] {
	const { protocol } = draft;
	const { extend } = protocol.clockRights;
	return extend?.atMost
		? [
				{
					title: "At most, all extensions together",
					note: sentence(sayRight(protocol, "give more time", extend)),
					places: [lengthPlace(draft, ["clock-changes", "extend", "at-most"])],
				},
			]
		: [];
}
