import { saidMoment } from "../../calendar/day-in-words.ts";
import { startingLarge, withColon } from "../../english.ts";
import { isNarrative } from "../../protocol/answers.ts";
import {
	fieldOf,
	fullestOf,
	type Protocol,
	readAs,
	stageTitle,
	stepOf,
	waysOf,
} from "../../protocol/protocol.ts";
import { sayAnswer } from "../../protocol/told/say-answer.ts";
import { sayTo } from "../../said.ts";
import { londonTime } from "../../time.ts";
import type { Difference, DoneStep } from "../difference.ts";
import { answersOfStep } from "./answers-of-entry.ts";
import { sayDone } from "./say-event.ts";
import { type Names, sayBetween, sayTarget, withAgencyNames } from "./words.ts";

/**
 * A step in plain text, to paste into the child’s record: which child, what it is about and what was wanted; then when,
 * who, with whom, what was said or agreed, what happens next. It says no more than the reader’s own entries of the record do.
 *
 * @see Somerset 2021, section 4: every step is documented
 */
export function sayForChildsRecord(
	protocol: Protocol,
	difference: Difference,
	names: Names,
	done: DoneStep,
): string {
	const step = stepOf(protocol, done.step);
	const outcome = step.outcomes.find(({ id }) => id === done.outcome);
	const say = (field: string, answer: DoneStep["answers"][string]) =>
		sayAnswer(protocol, fieldOf(protocol, field), answer, names);
	const withWhom = Object.entries(difference.answers).find(([id]) => {
		const field = fieldOf(protocol, id);
		return (
			field.type === "person" &&
			step.with !== undefined &&
			field.of === `${step.with.side} ${step.with.role}`
		);
	});
	const next = (outcome?.leadsTo ?? []).flatMap(
		(target) => sayTarget(protocol, names, step, target) ?? [],
	);
	return [
		`${startingLarge(protocol.words.difference)} ${difference.reference}: ${sayBetween(names.agencies, names)}`,
		...aboutWhat(protocol, difference)
			.filter((id) => !(id in done.answers))
			.map((id) =>
				labelled(
					withAgencyNames(protocol, names, readAs(fieldOf(protocol, id))),
					say(id, difference.answers[id]?.answer ?? ""),
				),
			),
		`${stageTitle(protocol, step.stage)}. ${withAgencyNames(protocol, names, step.title)}.`,
		sayTo(names)`${sayDone(protocol, names, done)}, at ${saidMoment(londonTime(done.at))}.`,
		...(withWhom && !(withWhom[0] in done.answers)
			? [sayTo(names)`With: ${say(withWhom[0], withWhom[1].answer)}`]
			: []),
		...answersOfStep(protocol, done).map(([id, answer]) =>
			labelled(withAgencyNames(protocol, names, readAs(fieldOf(protocol, id))), say(id, answer)),
		),
		...next.map((leads) => sayTo(names)`Next: ${leads}.`),
	].join("\n");
}

/** What was told when it was raised, as it is known now: whom it is about, the issue, the outcome wanted. */
function aboutWhat(protocol: Protocol, { answers, way }: Difference): string[] {
	const begun = waysOf(protocol).find(({ id }) => id === way) ?? protocol.raise;
	const told = begun.asks
		.map((id) => fullestOf(protocol, answers, id).id)
		.filter((id) => {
			const answer = answers[id]?.answer;
			return answer !== undefined && isNarrative(fieldOf(protocol, id), answer);
		});
	return told.toSorted(
		(one, other) => Number(isAbout(protocol, other)) - Number(isAbout(protocol, one)),
	);
}

const isAbout = (protocol: Protocol, id: string): boolean =>
	["children", "adults"].includes(fieldOf(protocol, id).type);

/** A question and its answer on one line, or the answer under the question when it has lines of its own. */
const labelled = (label: string, answer: string): string =>
	`${withColon(label)}${answer.includes("\n") ? "\n" : " "}${answer}`;
