import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import {
	glassBecause,
	type Side,
	sealedBecause,
	unsealedBecause,
} from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { saidKeptFromSeal } from "../told/kept-from.ts";
import { readersOf } from "../who/may-act.ts";
import { knowing, sideOfReader } from "../who/may-read.ts";
import { keptFromSeal, mayBreakGlass, sealsFor, wouldKnow } from "../who/may-seal.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** Who alone may know from now on, and why, under `sealed-because`. */
export type Seals = { to: readonly Actor[]; answers: Answers };

/**
 * Seals a difference, or says anew who may know of one that is sealed. Every side that knows hears that it is sealed; the
 * reason is read on the side of whoever sealed it alone, also once the seal is off.
 *
 * @throws Refusal 'not-open' | 'not-your-own' | 'nobody-named' | 'could-not-know' | 'nothing-new' | 'wrong-answers'
 */
export function seal(
	rules: Rules,
	difference: Difference,
	{ to, answers }: Seals,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const side = sideOfSealer(rules, difference, by);
	if (to.length === 0)
		throw new Refusal("nobody-named", "Select at least one person who may know of it.");
	if (!to.every((one) => wouldKnow(rules.protocol, difference, one)))
		throw new Refusal(
			"could-not-know",
			"Select only people who could know of it if it were not sealed.",
		);
	const people = [...new Set(to.map(({ id }) => id))];
	const { sealed } = difference;
	if (sealed && sealed.to.length === people.length && people.every((id) => sealed.to.includes(id)))
		throw new Refusal("nothing-new", "It is sealed for these people already.");
	const entered = checkAnswers(rules, [sealedBecause], answers, now);
	return sayOnce(
		rules,
		difference,
		{ by, side, now },
		(answers) => ({
			type: "sealed",
			to: people,
			answers: answers ?? {},
		}),
		entered,
	);
}

/**
 * Takes the seal off: whoever could know of it before may again.
 *
 * @throws Refusal 'not-open' | 'not-your-own' | 'wrong-answers'
 */
export function unseal(
	rules: Rules,
	difference: Difference,
	{ answers }: { answers: Answers },
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const side = sideOfSealer(rules, difference, by);
	if (!difference.sealed) throw notOpen();
	const entered = checkAnswers(rules, [unsealedBecause], answers, now);
	return sayOnce(
		rules,
		difference,
		{ by, side, now },
		(answers) => ({
			type: "unsealed",
			answers: answers ?? {},
		}),
		entered,
	);
}

/**
 * Whoever is kept from it is told so in words that hold for whatever it is: they need not be able to read the difference.
 *
 * @throws Refusal 'not-open' | 'not-your-own'
 */
function sideOfSealer({ protocol }: Rules, difference: Difference, by: Actor): Side {
	const side = sealsFor(protocol, difference, by);
	if (side !== undefined) return side;
	throw keptFromSeal(protocol, difference, by)
		? new Refusal("not-your-own", saidKeptFromSeal("part"))
		: notOpen();
}

/** Said to every side that knows, and with its reason on one's own. */
function sayOnce(
	rules: Rules,
	difference: Difference,
	{ by, side, now }: { by: Actor; side: Side; now: Temporal.ZonedDateTime },
	happening: (answers?: Answers) => Parameters<Transition["add"]>[0],
	answers: Answers,
): RecordedEvent[] {
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	const others = knowing(difference).filter((each) => each !== side);
	transition.add(happening(answers), [side]);
	if (others.length > 0) transition.add(happening(), others);
	return transition.events;
}

/**
 * Somebody from whom a difference is sealed reads it all the same for some hours, in an emergency. They act in nothing by
 * it; who keeps seals is told at once, and whatever they read is noted.
 *
 * @param hours how long
 * @throws Refusal 'not-open' | 'wrong-answers'
 */
export function breakGlass(
	rules: Rules,
	difference: Difference,
	{ answers, hours }: { answers: Answers; hours: number },
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	if (!mayBreakGlass(protocol, difference, by)) throw notOpen();
	const [reader] = readersOf(protocol, { ...difference, sealed: undefined }, by);
	if (reader === undefined) throw notOpen();
	const entered = checkAnswers(rules, [glassBecause], answers, now);
	const side = sideOfReader(reader);
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	transition.add(
		{
			type: "glass-broken",
			person: by.id,
			until: now.add({ hours }).toInstant().toString(),
			answers: entered,
		},
		knowing(difference),
	);
	return transition.events;
}
