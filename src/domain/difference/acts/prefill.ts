import { saidMoment } from "../../calendar/day-in-words.ts";
import { withColon } from "../../english.ts";
import type { Answer, Answers } from "../../protocol/answers.ts";
import {
	askedToRaise,
	type Field,
	fieldOf,
	type Move,
	type Protocol,
	readAs,
	type Side,
	type Step,
	stageTitle,
	stepOf,
} from "../../protocol/protocol.ts";
import { sayAnswer } from "../../protocol/told/say-answer.ts";
import { sayTo, timeTo } from "../../said.ts";
import { londonTime, zone } from "../../time.ts";
import { type Difference, type DoneStep, lastDone } from "../difference.ts";
import { sayDone } from "../told/say-event.ts";
import { type Names, sayDoer, sayPerson, withAgencyNames } from "../told/words.ts";

/**
 * The answers that a page offers before anybody has typed: whoever fills it in may change all of them.
 *
 * What the difference is about is offered as it was last put by the same side, and so is what the protocol says begins
 * with an earlier answer. What was said and done is asked anew each time, and only a form gathers it: there also with an account of an earlier stage.
 *
 * @param difference as the reader may see it
 * @param act the step or move that asks
 * @param side the side for which it is answered
 */
export function prefill(
	protocol: Protocol,
	difference: Difference,
	names: Names,
	act: { step: Step } | { move: Move },
	side: Side,
	now: Temporal.ZonedDateTime,
): Answers {
	const asks = everythingAsked("step" in act ? act.step : act.move);
	const form = "step" in act && act.step.form ? act.step : undefined;
	const before = form && lastDone(difference, form.id)?.answers;
	const toRaise = askedToRaise(protocol);
	const answers: Answers = {};
	for (const id of asks) {
		const field = fieldOf(protocol, id);
		const carries = form !== undefined || field.from !== undefined || toRaise.includes(id);
		const answer =
			before?.[id] ??
			(carries && field.type !== "moment"
				? (ownLatest(difference, id, side) ??
					(field.from && ownLatest(difference, field.from, side)))
				: undefined) ??
			startOf(protocol, difference, names, field, now);
		if (answer) answers[id] = answer;
	}
	return answers;
}

/** Every field that a step or a move may ask, whatever its outcome. */
const everythingAsked = ({
	asks,
	outcomes,
}: Pick<Step, "asks"> & { outcomes: { asks: string[] }[] }): string[] => [
	...new Set([...asks, ...outcomes.flatMap((outcome) => outcome.asks)]),
];

function ownLatest(difference: Difference, field: string, side: Side): Answer | undefined {
	const latest = difference.answers[field];
	return latest?.by?.side === side ? latest.answer : undefined;
}

/** What a field begins with when nobody has answered it. */
function startOf(
	protocol: Protocol,
	difference: Difference,
	names: Names,
	field: Field,
	now: Temporal.ZonedDateTime,
): Answer | undefined {
	if (field.type === "moment")
		return now.withTimeZone(zone).toPlainDateTime().toString({ smallestUnit: "minute" });
	if (field.type === "long-text" && field["history-of"])
		return accountOf(protocol, difference, names, field["history-of"]);
	return undefined;
}

/**
 * What happened in a stage, in plain sentences from its own record: when, who turned to whom, what was said,
 * how it ended; or that it was left out, and why.
 */
export function accountOf(
	protocol: Protocol,
	difference: Difference,
	names: Names,
	stage: string,
): string {
	const say = sayTo(names);
	const paragraphs = [
		...difference.done
			.filter(({ step }) => stepOf(protocol, step).stage === stage)
			.map((done) => ({
				seq: done.seq,
				text: paragraphOf(protocol, difference, names, done),
			})),
		...difference.moves
			.filter(({ at }) => stageAt(difference, at) === stage)
			.map((made) => ({
				seq: made.seq,
				text: [
					`${sentence(timeTo(names, saidMoment(londonTime(made.at))))} ${sayDoer(protocol, names, made.by)}: “${titleOf(protocol, made.move)}”.`,
					...linesOf(protocol, names, made.answers),
				].join("\n"),
			})),
	].sort((one, other) => one.seq - other.seq);
	const entered = difference.stages.some((each) => each.stage === stage);
	return paragraphs.length > 0
		? paragraphs.map(({ text }) => text).join("\n\n")
		: entered
			? say`No discussion is recorded at ${stageTitle(protocol, stage)}.`
			: [
					say`${stageTitle(protocol, stage)} was left out.`,
					...skipReasons(protocol, difference, names),
				].join("\n");
}

function paragraphOf(
	protocol: Protocol,
	difference: Difference,
	names: Names,
	done: DoneStep,
): string {
	const step = stepOf(protocol, done.step);
	const when = Object.entries(done.answers).find(([id]) => fieldOf(protocol, id).type === "moment");
	const at = when ? Temporal.PlainDateTime.from(when[1] as string) : londonTime(done.at);
	const outcome = step.outcomes.find(({ id }) => id === done.outcome);
	const partner = turnedTo(protocol, difference, names, step);
	const what =
		step.kind === "discussion" && partner
			? sayTo(
					names,
				)`${sayDoer(protocol, names, done.by)} turned to ${partner}: “${withAgencyNames(protocol, names, outcome?.say ?? "")}”.`
			: sentence(sayDone(protocol, names, done));
	return [
		`${sentence(timeTo(names, saidMoment(at)))} ${what}`,
		...linesOf(protocol, names, done.answers),
	].join("\n");
}

/** Whom somebody turned to, whether or not they were reached, when a field of the record names somebody for that part. */
function turnedTo(
	protocol: Protocol,
	difference: Difference,
	names: Names,
	step: Step,
): string | undefined {
	const part = step.with && `${step.with.side} ${step.with.role}`;
	for (const [id, { answer }] of Object.entries(difference.answers)) {
		const field = fieldOf(protocol, id);
		if (field.type !== "person" || field.of !== part) continue;
		const named = answer as { id: string } | { name: string };
		return "id" in named ? sayPerson(names, named.id) : named.name;
	}
	return undefined;
}

/** The texts that were entered, each after its question. What the difference is about stands elsewhere on a form. */
const linesOf = (protocol: Protocol, names: Names, answers: Answers): string[] =>
	Object.entries(answers).flatMap(([id, answer]) => {
		const field = fieldOf(protocol, id);
		if (askedToRaise(protocol).includes(id) || field.type === "moment" || field.type === "person")
			return [];
		const label = withAgencyNames(protocol, names, readAs(field));
		return [`${withColon(label)} ${sayAnswer(protocol, field, answer, names)}`];
	});

const skipReasons = (protocol: Protocol, difference: Difference, names: Names): string[] =>
	difference.moves
		.filter(({ move }) => protocol.moves.find(({ id }) => id === move)?.skips === true)
		.flatMap(({ answers }) => linesOf(protocol, names, answers));

/** The stage in which a move was made: it may itself have led to the next. */
const stageAt = ({ stages }: Difference, at: string): string | undefined =>
	(stages.findLast((entered) => Temporal.Instant.compare(entered.at, at) < 0) ?? stages[0])?.stage;

const titleOf = (protocol: Protocol, move: string): string =>
	protocol.moves.find(({ id }) => id === move)?.title ?? move;

const sentence = (text: string): string =>
	/[.!?”][\uFDD0-\uFDD2]*$/.test(text) ? text : `${text}.`;
