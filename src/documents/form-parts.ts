import {
	type Difference,
	type DoneStep,
	knownOf,
	lastDone,
} from "../domain/difference/difference.ts";
import { answersOfStep } from "../domain/difference/told/answers-of-entry.ts";
import {
	doerIn,
	type Names,
	nameOfSide,
	sayDoer,
	withAgencyNames,
} from "../domain/difference/told/words.ts";
import { startingLarge } from "../domain/english.ts";
import type { LabelledAnswer } from "../domain/paper.ts";
import type { Answers } from "../domain/protocol/answers.ts";
import { type Condition, holds } from "../domain/protocol/condition.ts";
import {
	type Form,
	fieldOf,
	isAgencySide,
	isFilled,
	type Protocol,
	readAs,
	type Step,
	sayAgencySide,
	stageTitle,
} from "../domain/protocol/protocol.ts";
import { sayCondition } from "../domain/protocol/told/protocol-in-words.ts";
import { sayAnswer, tableOfAnswer } from "../domain/protocol/told/say-answer.ts";
import { londonTime } from "../domain/time.ts";
import { sayText as say, sayDate } from "../language/say.ts";
import type { FormPart as FilledPart } from "./form.ts";
import type { SentFile } from "./sent-files.ts";

/** What a form is filled in from: a difference as one person may see it. */
export type FormSource = Names & { protocol: Protocol; difference: Difference };

/** The forms of which the reader may see at least one part filled in. */
export const formsIn = ({ protocol, difference }: FormSource): Form[] =>
	Object.values(protocol.forms).filter(({ id }) =>
		difference.done.some(({ step }) => protocol.steps[step]?.form?.form === id),
	);

/** What was decided, and by whom and when it was recorded: to be read before all else. */
export type Decided = { title: string; recorded: string; fields: LabelledAnswer[] };

/** Each decision that the reader may know of, in order; a sitting that could not decide is none. */
export const decisionsIn = (source: FormSource): Decided[] =>
	source.difference.done.flatMap((done) => {
		const { protocol } = source;
		const step = protocol.steps[done.step];
		const outcome = step?.outcomes.find(({ id }) => id === done.outcome);
		if (step?.kind !== "decision" || !outcome || outcome.blank) return [];
		const fields = answersOfStep(protocol, done).flatMap(([field]) => [
			fieldAs(source, field, done.answers),
			...beforeCorrected(source, field, done),
		]);
		// With one way to end, its words are those of a button.
		const how = step.outcomes.filter(({ blank }) => !blank).length > 1;
		const said = withAgencyNames(protocol, source, outcome.say);
		const on = sayDate(londonTime(done.at).toPlainDate().toString());
		return [
			{
				title: stageTitle(protocol, step.stage),
				recorded: say`Recorded by ${sayDoer(protocol, source, done.by)} on ${on}.`,
				fields: how ? [{ label: say`Decision`, value: said }, ...fields] : fields,
			},
		];
	});

/** Every part of a form as it was last filled in, in order, of agencies involved besides those that there are; parts that nobody has sent the reader are awaited. */
export const partsOf = (source: FormSource, form: Form): FilledPart[] =>
	form.parts
		.filter(({ by }) => isFilled(by.side, knownOf(source.difference)))
		.map(({ id }) => partOf(source, form.id, id));

/**
 * One part of a form as it was last filled in, with who did and who signed it off.
 *
 * @throws RangeError when the protocol has no such form or part
 */
export function partOf(source: FormSource, formId: string, partId: string): FilledPart {
	const { protocol, difference } = source;
	const form = protocol.forms[formId];
	const part = form?.parts.find(({ id }) => id === partId);
	if (!part) throw new RangeError(`No part ${partId} in a form ${formId}`);
	const steps = Object.values(protocol.steps).filter(
		(each) => each.form?.form === formId && each.form.part === partId,
	);
	// Where several may fill it in, whoever did last.
	const done = difference.done.findLast((each) => steps.some(({ id }) => id === each.step));
	const step = steps.find(({ id }) => id === done?.step) ?? steps[0];
	const skips = part === form?.parts[0] ? sayStagesSkipped(source) : [];
	return {
		title: part.title,
		side: saySide(source, part.by.side),
		filledBy: done ? signature(source, done) : "awaited",
		signedOffBy: step && signOff(source, step, done),
		files: [done, step && done && signedOff(source, step, done)].flatMap((act) =>
			act ? filesSentWith(source, act) : [],
		),
		sections: [
			...(skips.length > 0 ? [{ heading: say`Stages that were left out`, fields: skips }] : []),
			...part.sections.map(({ title, ...what }) => ({
				heading: title,
				fields: what.asks.flatMap((ask) => [
					...askedAs(source, ask, what.askedIf[ask], done?.answers),
					...(done ? beforeCorrected(source, ask, done) : []),
				]),
			})),
		],
	};
}

/** A question of a form, as it is answered; a follow-up whose question is answered otherwise is left out. */
function askedAs(
	source: FormSource,
	id: string,
	condition: Condition | undefined,
	answers: Answers | undefined,
): LabelledAnswer[] {
	const field = fieldAs(source, id, answers);
	if (!condition) return [field];
	const { protocol, difference } = source;
	if (!answers) {
		const when = withAgencyNames(protocol, source, sayCondition(protocol, condition));
		return [{ ...field, label: say`${field.label} (only if ${when})` }];
	}
	const before = knownOf(difference);
	return id in answers ||
		holds(condition, { ...before, answers: { ...before.answers, ...answers } })
		? [field]
		: [];
}

/** What an answer of an act was, each time before it was put right. */
function beforeCorrected(
	source: FormSource,
	id: string,
	{ seq }: { seq: number },
): LabelledAnswer[] {
	const { protocol, difference } = source;
	const label = withAgencyNames(protocol, source, readAs(fieldOf(protocol, id)));
	return difference.corrections
		.filter(({ corrects, field }) => corrects === seq && field === id)
		.map((correction) => {
			const on = sayDate(londonTime(correction.at).toPlainDate().toString());
			const by = sayDoer(protocol, source, correction.by);
			return {
				label: say`${label} (corrected on ${on} by ${by}; this is what it was)`,
				value: correction.was && sayAnswer(protocol, fieldOf(protocol, id), correction.was, source),
			};
		});
}

/** An answer under its label: a table where it is a list. */
function fieldAs(source: FormSource, id: string, answers: Answers | undefined): LabelledAnswer {
	const { protocol, agencies } = source;
	const field = fieldOf(protocol, id);
	const answer = answers?.[id];
	const label = withAgencyNames(protocol, { agencies }, answers ? readAs(field) : field.label);
	if (answer === undefined) return { label, value: answers ? say`Left blank` : undefined };
	const table = tableOfAnswer(protocol, field, answer, source);
	return table ? { label, table } : { label, value: sayAnswer(protocol, field, answer, source) };
}

/** Why stages were left out: it belongs on the form, for whoever answers it. */
const sayStagesSkipped = (source: FormSource): LabelledAnswer[] =>
	source.difference.moves.flatMap(({ move, answers }) => {
		const made = source.protocol.moves.find(({ id }) => id === move);
		return made?.skips
			? made.asks.flatMap((ask) => askedAs(source, ask, made.askedIf[ask], answers))
			: [];
	});

/** Who signed a part off; undefined where the protocol asks nobody to. */
function signOff(
	source: FormSource,
	filling: Step,
	filledIn: DoneStep | undefined,
): FilledPart["signedOffBy"] {
	const isAsked = Object.values(source.protocol.steps).some(({ of }) => of === filling.id);
	if (!isAsked) return undefined;
	const signed = filledIn && signedOff(source, filling, filledIn);
	if (!signed) return "awaited";
	const sha256 = signed.signs?.find(({ act }) => act === filledIn?.seq)?.sha256;
	const { entered } = signed;
	return {
		...signature(source, signed),
		...(sha256 && { sha256 }),
		...(entered && { enteredBy: sayDoer(source.protocol, source, entered.by) }),
	};
}

/** The act that signed a part off as it was last filled in. */
function signedOff(
	{ protocol, difference }: FormSource,
	filling: Step,
	filledIn: DoneStep,
): DoneStep | undefined {
	const step = Object.values(protocol.steps).find(({ of }) => of === filling.id);
	const done = step && lastDone(difference, step.id);
	return step && done && done.seq > filledIn.seq && !isReturned(protocol, step, done)
		? done
		: undefined;
}

/** The files that were sent with an act, by whom and when. */
export function filesSentWith(source: Pick<FormSource, "people">, act: DoneStep): SentFile[] {
	const { name, agency, on } = signature(source, act);
	const by = [name, agency].filter(Boolean).join(", ");
	return act.files.map((file) => ({ ...file, by, on }));
}

/** Whether a sign-off sent the part back to whoever filled it in. */
const isReturned = (protocol: Protocol, signOff: Step, done: DoneStep) =>
	protocol.steps[done.step]?.outcomes
		.find(({ id }) => id === done.outcome)
		?.leadsTo.some((to) => to.go === "step" && to.step === signOff.of) ?? false;

function signature({ people }: Pick<FormSource, "people">, { by, at }: DoneStep) {
	const person = doerIn(people, by);
	return {
		name: person?.name ?? say`Somebody who is not in the directory`,
		role: person?.jobTitle ?? "",
		agency: person?.agencyName ?? "",
		on: londonTime(at).toPlainDate().toString(),
	};
}

function saySide({ protocol, agencies }: FormSource, side: string): string {
	if (isAgencySide(side)) {
		const called = sayAgencySide(protocol, side);
		const name = nameOfSide(agencies, side) ?? say`no other agency`;
		return startingLarge(name === called ? called : `${called}: ${name}`);
	}
	return startingLarge(protocol.roles[side]?.called ?? side);
}
