import { sayTo } from "../../said.ts";
import { type Clock, type Protocol, type Step, stageOf, type Target } from "../protocol.ts";
import { limitsOver } from "./limits-over.ts";
import {
	clockOf,
	inLastRound,
	isNextRound,
	sayClock,
	sayLabels,
	sayOwer,
	sayOwnTimes,
	sayParties,
	sayPlace,
	sayPlaces,
	saySends,
} from "./protocol-in-words.ts";

/** By when a step must be done: "within 10 working days of “Send the form”", each limit that it is held to; none where it has none. */
export function sayDue(protocol: Protocol, step: Step): string[] {
	const say = sayTo(protocol);
	const own = clockOf(protocol, step);
	return [
		...(own ? [sayLimitOf(protocol, own)] : []),
		...(step.timeNotStated ? [say`no time is stated`] : []),
		...limitsOver(protocol, step).met.map((clock) => {
			const limit = `${sayLimitOf(protocol, clock)}: “${clock.title}”`;
			return own ? say`and ${limit}` : limit;
		}),
	];
}

/** A clock whole, with what it counts otherwise than the rest. */
export function sayLimitOf(protocol: Protocol, clock: Clock): string {
	const { limit } = clock;
	const agreed = "on" in limit ? sayTo(protocol)`, as ${sayLabels(protocol, [limit.on])} says` : "";
	return [`${sayClock(protocol, clock)}${agreed}`, ...sayOwnTimes(protocol, clock)].join("; ");
}

/** Titles of the limits over several stages under which a step stands that has no time of its own. */
export const limitsAbove = (protocol: Protocol, step: Step): string[] =>
	sayDue(protocol, step).length > 0 && !step.timeNotStated
		? []
		: limitsOver(protocol, step).running.map(({ title }) => `“${title}”`);

/** What happens when nobody does it in time: what follows by itself, and what somebody may then do. */
export function saySilenceOf(protocol: Protocol, step: Step): string[] {
	const clock = clockOf(protocol, step);
	const inTheEnd = clockOf(protocol, inLastRound(protocol, step));
	return [
		...(clock ? sayLate(protocol, clock, inTheEnd?.late ?? [], step) : []),
		...limitsOver(protocol, step).met.flatMap((each) =>
			sayLate(protocol, each, [], step).map(
				(said) => sayTo(protocol)`when “${each.title}” runs out, ${said}`,
			),
		),
		...protocol.moves
			.filter(
				({ whenLate, while: places }) =>
					whenLate && places.some((when) => "step" in when && when.step === step.id),
			)
			.map(
				({ by, title }) => sayTo(protocol)`${sayParties(protocol, by)} may then choose “${title}”`,
			),
	];
}

/**
 * What silence brings about by itself, a phrase each.
 *
 * @param inTheEnd where the same clock leads in the last round of a stage that is repeated
 * @param step whose clock it is, or that is held to it; undefined for a limit that is told by itself
 */
export function sayLate(
	protocol: Protocol,
	{ late, lateSends }: Pick<Clock, "late" | "lateSends">,
	inTheEnd: Target[] = [],
	step?: Step,
): string[] {
	const say = sayTo(protocol);
	return [
		...late.map((target) => {
			if (step && target.go === "step" && isNextRound(protocol, step, target.step))
				return say`it goes to the next level up by itself, and after the last level to ${sayPlaces(protocol, inTheEnd)}`;
			if (target.go === "end")
				return say`it ends by itself as “${protocol.endings[target.ending]?.title ?? target.ending}”`;
			const opened = target.go === "step" ? protocol.steps[target.step] : undefined;
			if (!opened) return say`it goes on to ${sayPlace(protocol, target)} by itself`;
			const who = sayOwer(protocol, opened);
			const isBeside = !stageOf(protocol, opened.stage) || opened.stage === step?.stage;
			return isBeside
				? say`“${opened.title}” is then owed as well, by ${who}`
				: say`it goes on to “${opened.title}” by itself, for ${who}`;
		}),
		...(lateSends ? [say`Concord ${saySends(protocol, lateSends)}`] : []),
	];
}
