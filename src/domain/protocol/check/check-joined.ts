import type { Faults } from "../file/faults.ts";
import {
	isAside,
	type Outcome,
	onlyOutcome,
	type Protocol,
	type Step,
	slotOf,
	type Target,
} from "../protocol.ts";
import { placeOf } from "./paths.ts";

/**
 * Steps that are joined by `when-done` lead on once, when the last of them is done. Where to must not hang on who that
 * is: they all wait for each other, and of two outcomes that lead apart one counts.
 */
export function checkJoined(protocol: Protocol, step: Step, faults: Faults): void {
	for (const outcome of step.outcomes) {
		const { id, whenDone, counts } = outcome;
		const at = [...placeOf(step), "outcomes", id];
		if (counts && whenDone.length === 0 && slotOf(step.by.side) === undefined)
			faults.add(
				[...at, "counts"],
				`“${id}” waits for no other step, so it leads on in any case`,
				"Add “when-done:” with the steps that it is joined with, or take “counts: true” out",
			);
		for (const named of whenDone) {
			const other = protocol.steps[named];
			if (other?.stage !== step.stage)
				faults.add(
					[...at, "when-done"],
					`“${named}” is of another stage: when one stage is left, its steps are not owed any more`,
					"Name steps of the same stage",
				);
			else
				for (const given of other.outcomes)
					checkPair(protocol, { step, outcome }, { step: other, outcome: given }, faults);
		}
	}
}

type Given = { step: Step; outcome: Outcome };

/** @param one waits for the step of `other` */
function checkPair(protocol: Protocol, one: Given, other: Given, faults: Faults): void {
	const joined = [one.step.id, ...one.outcome.whenDone];
	const others = joined.filter((id) => id !== other.step.id);
	const at = [...placeOf(other.step), "outcomes", other.outcome.id];
	const waitsFor = other.outcome.whenDone;
	const names = Object.values(protocol.steps)
		.filter(({ id }) => others.includes(id) || waitsFor.includes(id))
		.map(({ writtenAs }) => writtenAs)
		.join(", ");
	if (waitsFor.length === 0) {
		if (!endsTheWait(protocol, other, joined))
			faults.add(
				at,
				`${sayGiven(other)} leads on at once, and ${sayGiven(one)} waits for it: where it goes would hang on who is first`,
				other.outcome.id === onlyOutcome
					? `Write “outcomes: { done: { when-done: [${names}], then: … } }” instead of “then:”`
					: `Add “when-done: [${names}]” to “${other.outcome.id}”, or let it lead to a stage or an end`,
			);
	} else if (!others.every((id) => waitsFor.includes(id)))
		faults.add(
			[...at, "when-done"],
			`${sayGiven(other)} does not wait for all that ${sayGiven(one)} is joined with`,
			`Write “when-done: [${names}]” here`,
		);
	else if (isSamePlace(one.outcome.leadsTo, other.outcome.leadsTo)) return;
	else if (one.outcome.counts && other.outcome.counts)
		faults.add(
			[...at, "counts"],
			`${sayGiven(one)} and ${sayGiven(other)} both count, and lead to different places`,
			"Take “counts: true” out of one of the two, or let both lead to a judgement",
		);
	else if (!one.outcome.counts && !other.outcome.counts && one.step.id < other.step.id)
		faults.add(
			[...at, "then"],
			`${sayGiven(one)} and ${sayGiven(other)} are joined and lead to different places, so whoever is last would decide`,
			"Add “counts: true” to the one that is to count, whoever is last; or let both lead to a judgement",
		);
}

/** Whether an outcome takes the other steps back, or leads to one that is waited for too. */
const endsTheWait = ({ steps }: Protocol, { step, outcome }: Given, joined: string[]): boolean =>
	outcome.leadsTo.every((target) => {
		if (target.go === "end" || target.go === "stage") return true;
		const next = target.go === "step" ? steps[target.step] : undefined;
		return (
			next !== undefined &&
			(joined.includes(next.id) || (next.stage !== step.stage && !isAside(next)))
		);
	});

const isSamePlace = (one: Target[], other: Target[]): boolean => {
	const places = (targets: Target[]) => targets.map((target) => JSON.stringify(target)).toSorted();
	return JSON.stringify(places(one)) === JSON.stringify(places(other));
};

const sayGiven = ({ step, outcome }: Given): string =>
	outcome.id === onlyOutcome ? `“${step.writtenAs}”` : `“${outcome.id}” of “${step.writtenAs}”`;
