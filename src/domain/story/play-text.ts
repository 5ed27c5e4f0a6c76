import type { Rules } from "../difference/rules.ts";
import type { Fault } from "../protocol/file/faults.ts";
import type { Cast } from "./people-of-story.ts";
import { type OtherRules, type Played, playStory } from "./play.ts";
import { calendarOfStory, type OpeningDay, readStory, type Story } from "./story.ts";
import { StoryFault } from "./story-fault.ts";

/** A story that was played, or what keeps it from being played. */
export type PlayedText =
	| { story: Story; played: Played; faults?: never }
	| { faults: Fault[]; story?: never; played?: never };

/**
 * Reads the text of a story and plays it. Never throws, whatever the text is.
 *
 * @param rules with the calendar that counts where the story does not close days of its own
 * @param given `cast` and `opening` for a story of named people without dates; `mostActs` refuses longer ones; `others` are
 *   the protocols under which it may go on
 */
export function playText(
	rules: Rules,
	text: string,
	given: {
		cast?: Cast;
		opening?: OpeningDay;
		mostActs?: number;
		others?: OtherRules;
	} = {},
): PlayedText {
	const { story, faults, lineOfAct } = { lineOfAct: undefined, ...readStory(text, given.opening) };
	if (!story) return { faults: faults ?? [] };
	const { mostActs = Number.POSITIVE_INFINITY } = given;
	if (story.acts.length + (story["then-under"]?.acts.length ?? 0) > mostActs)
		return {
			faults: [
				{
					where: "acts",
					wrong: `The story has more than ${mostActs} acts`,
					fix: "Shorten it",
				},
			],
		};
	const calendar =
		Object.keys(story.closed).length > 0 ? calendarOfStory(rules.protocol, story) : rules.calendar;
	try {
		return { story, played: playStory({ ...rules, calendar }, story, given.cast, given.others) };
	} catch (fault) {
		if (!(fault instanceof StoryFault)) throw fault;
		const { index, does, wrong, fix } = fault;
		return {
			faults: [{ line: lineOfAct?.(index), where: `act ${index + 1}, ${does}`, wrong, fix }],
		};
	}
}
