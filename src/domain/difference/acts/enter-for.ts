import type { AttachedFile } from "../../files.ts";
import type { Actor } from "../../people/viewer.ts";
import { isTheirs, mayAnswer } from "../../people/who-answers.ts";
import type { Answer, Answers, Child } from "../../protocol/answers.ts";
import {
	cellsOf,
	type Field,
	fieldOf,
	fullestOf,
	noOriginal,
	type Protocol,
	sayParty,
} from "../../protocol/protocol.ts";
import type { PartOnPaper } from "../../protocol/sent-forms.ts";
import { Refusal } from "../../refusal.ts";
import { said } from "../../said.ts";
import { type Difference, evolve, type Header, type RecordedEvent } from "../difference.ts";
import type { By, Entered } from "../events.ts";
import type { Rules } from "../rules.ts";
import { dutyOfStep } from "../who/duties.ts";
import { formsToEnter, formToBegin } from "../who/may-enter.ts";
import { stepDone } from "./do-step.ts";
import { notOpen } from "./not-open.ts";
import { begun, mayBegin, wayToBegin } from "./raise.ts";

/** Who did something on paper: somebody of the directory, or by name whoever it does not know. */
export type OnPaper = { person: Actor } | { name: string };

/** What stands on the paper. */
export type EnteredForm = {
	answers: Answers;
	/** When the office received it: it is counted from then. */
	receivedAt: Temporal.ZonedDateTime;
	/** Who did each part, by its step. */
	doneBy: Readonly<Record<string, OnPaper>>;
};

/** The same, of a form with which a difference begins. */
export type EnteredBeginning = EnteredForm & {
	/** One of the other ways to begin; undefined for the usual one. */
	way?: string | undefined;
	raisedBy: OnPaper;
};

/**
 * Somebody of an office enters a form that an agency sent on paper: the agency's people did it, when the office received
 * it. It begins where it stands then, with the form sent; what came before that is told on the form.
 *
 * @throws Refusal 'not-yours' | 'in-the-past' | 'not-of-the-level' | 'not-your-own', and as `raise` and `doStep`
 * @see docs/decisions/forms-on-paper.md
 */
export function enterBeginning(
	rules: Rules,
	header: Header,
	given: EnteredBeginning,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const form = formToBegin(protocol, by);
	if (!form)
		throw new Refusal(
			"not-yours",
			"Only the office that forms are sent to enters one for an agency.",
		);
	const entered = enteredBy(by, form.office, given, now);
	const way = wayToBegin(protocol, given.way);
	const { raisedBy } = given;
	if ("person" in raisedBy && raisedBy.person.agencyId !== header.raisingAgency)
		throw new Refusal("not-your-agency", "Choose somebody of the agency that raised it.");
	if ("person" in raisedBy && !mayBegin(protocol, way, raisedBy.person))
		throw new Refusal(
			"not-of-the-level",
			"The protocol does not let whoever you chose raise this. Choose who raised it, or return the form.",
		);
	const transition = begun(
		rules,
		header,
		way,
		withBriefer(protocol, way.asks, given.answers),
		doer(raisedBy, "raising"),
		now,
		entered,
	);
	transition.begin(way, [{ go: "step", step: form.parts[0].step.id }]);
	return [
		...transition.events,
		...partsDone(rules, transition.difference, form.parts, given, entered, now),
	];
}

/**
 * The same, of a form in a difference that has begun: a response, or a part that was sent back.
 *
 * @param step the first step that stands on the form
 * @throws Refusal 'not-open' | 'in-the-past' | 'not-of-the-level' | 'not-your-own', and as `doStep`
 */
export function enterForm(
	rules: Rules,
	difference: Difference,
	step: string,
	given: EnteredForm,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const form = formsToEnter(rules.protocol, difference, by).find(
		({ parts: [first] }) => first.step.id === step,
	);
	if (!form) throw notOpen();
	const opened = difference.open.find((open) => open.step === step)?.openedAt ?? "";
	if (Temporal.Instant.compare(given.receivedAt.toInstant(), Temporal.Instant.from(opened)) < 0)
		throw new Refusal(
			"in-the-past",
			"It cannot have been received before it was asked for. Check the day and the time.",
		);
	const entered = enteredBy(by, form.office, given, now);
	return partsDone(rules, difference, form.parts, given, entered, now);
}

/** What raising it asks in brief and the form has in full was answered there. */
const withBriefer = (protocol: Protocol, asks: string[], answers: Answers): Answers => ({
	...Object.fromEntries(
		asks.flatMap((id) => {
			const answer = answers[fullestOf(protocol, answers, id).id];
			return answer === undefined ? [] : [[id, inBrief(fieldOf(protocol, id), answer)]];
		}),
	),
	...answers,
});

/** Who it is about, without the facts that are asked of each only in full. */
function inBrief(field: Field, answer: Answer): Answer {
	const isAboutPeople = field.type === "children" || field.type === "adults";
	if (!isAboutPeople || Object.keys(cellsOf(field)).length > 0) return answer;
	return (answer as Child[]).map(({ facts: _facts, ...child }) => child);
}

function enteredBy(
	{ id }: Actor,
	office: string,
	{ receivedAt }: EnteredForm,
	now: Temporal.ZonedDateTime,
): Entered {
	if (Temporal.ZonedDateTime.compare(receivedAt, now) > 0)
		throw new Refusal(
			"wrong-time",
			"It cannot have been received in the future. Check the day and the time.",
		);
	return { by: { person: id, side: office }, receivedAt: receivedAt.toInstant().toString() };
}

/** Each part is done by whoever did it on paper, one after the other. */
function partsDone(
	rules: Rules,
	before: Difference,
	parts: PartOnPaper[],
	{ answers, doneBy }: EnteredForm,
	entered: Entered,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	let difference = before;
	const events: RecordedEvent[] = [];
	const { [noOriginal]: missing, ...others } = answers;
	for (const [nth, { step, outcome }] of parts.entries()) {
		const open = difference.open.find((each) => each.step === step.id);
		const whom = doneBy[step.id];
		if (!open || !whom) throw notOpen();
		if ("person" in whom) checkMayDo(protocol, difference, open, step, whom.person);
		const happened = stepDone(
			rules,
			difference,
			{
				step,
				outcome,
				answers: { ...others, ...(nth === 0 && missing && { [noOriginal]: missing }) },
			},
			doer(whom, step.by.side),
			now,
			entered,
		);
		events.push(...happened);
		difference = happened.reduce((so, event) => evolve(protocol, so, event), difference);
	}
	return events;
}

function checkMayDo(
	protocol: Protocol,
	difference: Difference,
	open: Difference["open"][number],
	step: PartOnPaper["step"],
	person: Actor,
): void {
	const duty = dutyOfStep(protocol, difference, open);
	const title = `“${step.title}”`;
	if (!isTheirs(duty, person))
		throw new Refusal(
			"not-of-the-level",
			said`${title} is for ${sayParty(protocol, step.by)} to do. Choose who did it, or return the form.`,
		);
	if (!mayAnswer(duty, person))
		throw new Refusal(
			"not-your-own",
			said`The protocol asks for somebody else to do ${title}. Choose who did it, or return the form.`,
		);
}

const doer = (whom: OnPaper, side: string): By =>
	"person" in whom ? { person: whom.person.id, side } : { person: null, name: whom.name, side };

/** The original goes with it, or the record says why not. @throws Refusal 'reason-missing' */
export function checkOriginal(files: readonly AttachedFile[], answers: Answers): void {
	if (files.length === 0 && answers[noOriginal] === undefined)
		throw new Refusal("reason-missing", "Attach the original, or say why it is not attached.");
}
