/** A protocol in the words of one difference: those that are others in some cases, as this case is. */
import { type ByCase, holds, type Known, type Worded } from "./condition.ts";
import type { Protocol, Step } from "./protocol.ts";

/** Whether some words of a protocol are others in some cases. */
export function goesByCase(protocol: Protocol): boolean {
	const known =
		byCase.get(protocol) ??
		[
			protocol.words,
			...protocol.stages,
			...Object.values(protocol.letters),
			...Object.values(protocol.forms).flatMap((form) => [form, ...form.parts]),
			...protocol.clocks,
			...Object.values(protocol.steps).flatMap(({ outcomes }) => outcomes),
		].some((thing: Worded<string>) => thing.inCase !== undefined);
	byCase.set(protocol, known);
	return known;
}

/** Asked for each row of a list: a protocol never changes. */
const byCase = new WeakMap<Protocol, boolean>();

/**
 * The protocol as it speaks of a difference. Where no case is known to be so, the usual words stay; so it tells its
 * reader nothing that is not in what they know.
 *
 * @param known what the reader knows of the difference
 */
export function inCase(protocol: Protocol, known: Known): Protocol {
	if (!goesByCase(protocol)) return protocol;
	const say = <Thing extends Worded<string>>(thing: Thing): Thing => sayIn(thing, known);
	const steps = Object.fromEntries(
		Object.entries(protocol.steps).map(([id, step]) => [
			id,
			{ ...step, outcomes: step.outcomes.map(say) },
		]),
	);
	const these = (all: Step[]) => all.flatMap(({ id }) => steps[id] ?? []);
	return {
		...protocol,
		words: say(protocol.words),
		stages: protocol.stages.map((stage) => ({ ...say(stage), steps: these(stage.steps) })),
		beside: these(protocol.beside),
		afterwards: these(protocol.afterwards),
		steps,
		clocks: protocol.clocks.map(say),
		letters: mapped(protocol.letters, say),
		forms: mapped(protocol.forms, (form) => ({ ...say(form), parts: form.parts.map(say) })),
	};
}

const sayIn = <Thing extends Worded<string>>(thing: Thing, known: Known): Thing =>
	thing.inCase
		? {
				...thing,
				...mapped(
					thing.inCase as Record<string, ByCase>,
					({ usual, cases }) => cases.find(({ when }) => holds(when, known))?.say ?? usual,
				),
			}
		: thing;

const mapped = <From, To>(group: Record<string, From>, change: (value: From) => To) =>
	Object.fromEntries(Object.entries(group).map(([id, value]) => [id, change(value)]));
