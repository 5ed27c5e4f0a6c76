/**
 * Every entry of the record as a sentence, as its readers see it. What was entered in it is answers-of-entry.ts; names and
 * dates in words are words.ts.
 */
import { saidDay, saidMoment } from "../../calendar/day-in-words.ts";
import { sayList, startingLarge, startingSmall } from "../../english.ts";
import { peopleNamedIn } from "../../protocol/answers.ts";
import {
	bindingOf,
	fieldOf,
	type Outcome,
	type Protocol,
	readAs,
	type Step,
	type StepId,
	saysAbout,
	stageTitle,
	stepOf,
	strengthOf,
} from "../../protocol/protocol.ts";
import { sayAnswer } from "../../protocol/told/say-answer.ts";
import { type SpokenTo, sayTo } from "../../said.ts";
import { londonTime } from "../../time.ts";
import type { DoneStep } from "../difference.ts";
import type { ClockChange, DifferenceEvent } from "../events.ts";
import {
	type Names,
	saidDue,
	sayAsked,
	sayDoer,
	sayEnding,
	sayIsDue,
	sayOwes,
	sayPerson,
	sayRole,
	saySide,
	sayTask,
	sayWhenRaised,
	withAgencyNames,
} from "./words.ts";

/**
 * An entry of the record as a sentence without its full stop: "Amy Okafor of Oakfield Primary School raised it with Larkhill Health Visiting".
 *
 * @param who whoever did it, in words
 */
export function sayEvent(
	protocol: Protocol,
	names: Names,
	event: DifferenceEvent,
	who = sayWhoDidIt(protocol, names, event),
): string {
	const said = sayWhatHappened(protocol, names, event, who);
	const { entered, type } = event;
	return entered && (type === "raised" || type === "step-done")
		? sayTo(
				names,
			)`${sayDoer(protocol, names, entered.by)} entered what came on paper or by mail, received ${sayWhenRaised(entered.receivedAt, names)}: ${said}`
		: said;
}

/** "Amy Okafor of Oakfield Primary School", and by which token a program did it for them. */
function sayWhoDidIt(protocol: Protocol, names: Names, { by, through }: DifferenceEvent): string {
	if (!by) return "Concord";
	const doer = sayDoer(protocol, names, by);
	return through === undefined ? doer : sayTo(names)`${doer}, through “${through}”,`;
}

function sayWhatHappened(
	protocol: Protocol,
	names: Names,
	event: DifferenceEvent,
	who: string,
): string {
	const say = sayTo(names);
	const { receiving } = names.agencies;
	const quoted = (text: string) => `“${withAgencyNames(protocol, names, text)}”`;
	const title = (step: StepId) => quoted(protocol.steps[step]?.title ?? clockTitle(protocol, step));
	switch (event.type) {
		case "raised":
			return event.raisedAt === undefined || event.entered
				? receiving === null
					? say`${who} raised it`
					: say`${who} raised it with ${receiving}`
				: receiving === null
					? say`${who} entered that it was raised ${sayWhenRaised(event.raisedAt, names)}`
					: say`${who} entered that it was raised with ${receiving} ${sayWhenRaised(event.raisedAt, names)}`;
		case "urgent-contact-made":
			return say`${who} rang ${sayContact(protocol, event.call, names)} at ${saidMoment(Temporal.PlainDateTime.from(event.madeAt))}`;
		case "agency-involved":
			return say`${who} named ${saySide(protocol, names, event.side)} as an agency that is involved`;
		case "safety-said":
			return event.safe
				? say`${who} said that the ${protocol.words.child} is safe now`
				: say`${who} said that the ${protocol.words.child} is not safe now`;
		case "stage-entered":
			return event.skipped.length === 0
				? say`It went to ${stageTitle(protocol, event.stage)}`
				: say`It went to ${stageTitle(protocol, event.stage)}, without ${listed(
						names,
						event.skipped.map((stage) => stageTitle(protocol, stage)),
					)}`;
		case "went-on":
			return say`It went on to ${stageTitle(protocol, event.stage)}`;
		case "step-opened": {
			const step = stepOf(protocol, event.step);
			const whose = event.person
				? sayPerson(names, event.person)
				: sayRole(protocol, names, step.by);
			const task = sayTask(protocol, names, step);
			return sayOwes(protocol, step) === "may"
				? say`${startingLarge(whose)} may now ${task}`
				: say`It is now for ${whose} to ${task}`;
		}
		case "step-awaited": {
			const step = stepOf(protocol, event.step);
			return sayAsked(
				protocol,
				names,
				step,
				say`From ${saidDay(londonTime(event.opensAt).toPlainDate().toString())} ${sayRole(protocol, names, step.by)}`,
				sayTask(protocol, names, step),
			);
		}
		case "step-done":
			return event.by
				? sayDone(protocol, names, { ...event, by: event.by })
				: say`${title(event.step)} was done`;
		case "step-dropped":
			return say`${title(event.step)} is no longer needed`;
		case "sent":
			return saySent(
				protocol,
				names,
				quoted,
				event,
				who,
				listed(
					names,
					event.to.map((side) => saySide(protocol, names, side)),
				),
			);
		case "move-made":
			return say`${who} chose ${quoted(sayMove(protocol, event))}`;
		case "begun-elsewhere":
			return say`${who} began it under the other protocol`;
		case "copied":
			return who === "Concord"
				? say`It was copied to ${sayRole(protocol, names, event.to)}`
				: say`${who} copied it to ${sayRole(protocol, names, event.to)}`;
		case "clock-started":
			return sayIsDue(strengthOf(protocol, event), title(event.clock), saidDue(event.due), names);
		case "clock-met":
			return say`${title(event.clock)} was done ${sayVerdict(protocol, names, event)}`;
		case "clock-ran-out":
			return sayPassed(protocol, names, event.clock, title(event.clock));
		case "clock-dropped":
			return say`${title(event.clock)} has no due date any more`;
		case "clock-paused":
			return say`${who} let the time for ${title(event.clock)} stand still`;
		case "clock-changed":
			return say`${sayChange(names, who, title(event.clock), event.how)}: ${startingSmall(sayIsDue(strengthOf(protocol, event), say`it`, saidDue(event.due), names))}, and was ${saidDay(event.was)}`;
		case "clock-left":
			return sayLeft(protocol, names, title(event.clock), event);
		case "moved-to-version":
			return say`${who} moved it to another version of the protocol`;
		case "recorded-on-childs-record":
			return say`${who} noted that ${title(event.step)} is on the ${protocol.words.child}’s record at ${saySide(protocol, names, event.side)}`;
		case "note-added":
			return say`${who} added a note`;
		case "corrected":
			return say`${who} put right the answer to ${quoted(readAs(fieldOf(protocol, event.field)))}`;
		case "question-asked":
			return say`${who} asked ${saySide(protocol, names, event.to)} a question`;
		case "question-answered":
			return say`${who} answered the question`;
		case "said-not-ours":
			return say`${who} said that what was entered for them is not theirs`;
		case "step-given":
			return say`${who} gave ${title(event.step)} to ${sayPerson(names, event.person)}`;
		case "handed-over":
			return sayHandedOver(
				names,
				event.step === undefined ? undefined : title(event.step),
				sayPerson(names, event.from),
				event.to === null ? undefined : sayPerson(names, event.to),
			);
		case "vouched":
			return event.step === undefined
				? say`${who} had vouched for ${sayPerson(names, event.person)}, who raised it by a link`
				: say`${who} vouched for ${sayPerson(names, event.person)}, who answers by a link for ${title(event.step)}`;
		case "link-ended":
			return {
				"taken-back": say`${who} took back the link of ${sayPerson(names, event.person)}`,
				done: say`The link of ${sayPerson(names, event.person)} is used up: what they were asked is done`,
				expired: say`The link of ${sayPerson(names, event.person)} has expired`,
			}[event.because];
		case "time-asked":
			return say`${who} asked for more time for ${title(event.clock)}`;
		case "time-refused":
			return say`${who} gave no more time for ${title(event.clock)}`;
		case "recalled":
			return say`${who} recalled it from ${saySide(protocol, names, event.from)}, to which it had gone by mistake. This is a data breach`;
		case "receiving-agency-changed":
			if (event.answers)
				return say`${who} put right which agency it is with: ${event.name}, and not ${event.was}, which had heard nothing of it`;
			return say`It goes to ${event.name} from now on. Until now it went to ${event.was}: what stands above of ${protocol.words.receiving} is about ${event.was}`;
		case "conflict-declared":
			return event.by?.person === event.person
				? say`${who} declared a conflict of interest: from now on others are asked instead`
				: say`${who} recorded that ${sayPerson(names, event.person)} has a conflict of interest: from now on others are asked instead`;
		case "conflict-over":
			return event.by?.person === event.person
				? say`${who} declared that there is no conflict of interest any more`
				: say`${who} recorded that ${sayPerson(names, event.person)} has no conflict of interest any more`;
		case "sealed":
			return say`${who} sealed it: only ${listed(
				names,
				event.to.map((person) => sayPerson(names, person)),
			)} may know of it`;
		case "unsealed":
			return say`${who} took the seal off: whoever could know of it before it was sealed may again`;
		case "glass-broken":
			return say`${who} opened it although it is sealed, until ${saidMoment(londonTime(event.until).toPlainDateTime())}`;
		case "reminded":
			return say`${who} sent a reminder of ${title(event.step)}`;
		case "ended":
			return say`It ended: ${sayEnding(protocol, event.ending)}`;
	}
}

/** Who has what was somebody's. @param what one step, in its words; all that was theirs where left out */
function sayHandedOver(
	names: Names,
	what: string | undefined,
	from: string,
	to: string | undefined,
): string {
	const say = sayTo(names);
	return what === undefined
		? say`${from} does this no more. What was theirs is now for ${to ?? say`whoever answers in their role`}`
		: say`${what} was for ${from}, and is now for ${to ?? say`whoever answers in that role`}`;
}

/** "A, B and C", as this reader is spoken to. */
const listed = ({ speech }: SpokenTo, items: string[]): string =>
	speech ? speech.list(items) : sayList(items);

/** A move by its title, and what was chosen in it. */
function sayMove(
	protocol: Protocol,
	{ move: id, outcome }: { move: string; outcome?: string | undefined },
): string {
	const move = protocol.moves.find((each) => each.id === id);
	const chosen = move?.outcomes.find((each) => each.id === outcome)?.say;
	return [move?.title ?? id, chosen].filter(Boolean).join(": ");
}

/** Whether it was in time, as strict as the date was: nobody is late for a target. */
function sayVerdict(
	protocol: Protocol,
	names: SpokenTo,
	event: { clock: string; late: boolean },
): string {
	const binding = bindingOf(strengthOf(protocol, event));
	const say = sayTo(names);
	if (binding === "limit") return event.late ? say`late` : say`in time`;
	if (binding === "target") return event.late ? say`after its target` : say`by its target`;
	return say`in the time that there was for it`;
}

function sayPassed(protocol: Protocol, names: SpokenTo, clock: string, title: string): string {
	const say = sayTo(names);
	switch (bindingOf(strengthOf(protocol, { clock }))) {
		case "limit":
			return say`The time for ${title} ran out`;
		case "target":
			return say`The target for ${title} has passed`;
		case "window":
			return say`The time that there was for ${title} is over`;
	}
}

/** Why a date stays although an answer that it goes by was put right. */
function sayLeft(
	protocol: Protocol,
	names: SpokenTo,
	title: string,
	left: Extract<DifferenceEvent, { type: "clock-left" }>,
): string {
	const say = sayTo(names);
	if (left.because === "set")
		return say`The date for ${title} stays: somebody had set it, with a reason`;
	const then = sayVerdict(protocol, names, { clock: left.clock, late: left.wasLate });
	const now = sayVerdict(protocol, names, left);
	return now === then
		? say`${title} had been done ${then}, and that stays as it was recorded. By what was put right, it was too`
		: say`${title} had been done ${then}, and that stays as it was recorded. By what was put right, it was done ${now}`;
}

const clockTitle = (protocol: Protocol, clock: string): string =>
	protocol.clocks.find(({ id }) => id === clock)?.title ?? clock;

/** Who moved a date, or what did. */
function sayChange(names: SpokenTo, who: string, what: string, how: ClockChange): string {
	const say = sayTo(names);
	switch (how) {
		case "extended":
			return say`${who} gave ${what} more time`;
		case "brought-forward":
			return say`${who} asked for ${what} sooner`;
		case "resumed":
			return say`${who} let the time for ${what} run on`;
		case "corrected":
			return say`What was put right changed the time for ${what}`;
		case "depends-on":
			return say`What was answered changed the time for ${what}`;
		case "version":
			return say`The new version of the protocol changed the time for ${what}`;
		case "calendar":
			return say`A change of the calendar moved ${what}`;
	}
}

/** "sent the SSCP Business Unit the form", "sent Larkhill the answers to “…”", or that they were told of the outcome. */
function saySent(
	protocol: Protocol,
	names: SpokenTo,
	quoted: (text: string) => string,
	{ what, of }: Extract<DifferenceEvent, { type: "sent" }>,
	who: string,
	to: string,
): string {
	const say = sayTo(names);
	const forms = what.flatMap((each) => protocol.forms[each]?.title ?? []);
	const answers = what.flatMap((each) => {
		const field = protocol.fields[each];
		return field && !saysAbout(protocol, each) ? readAs(field) : [];
	});
	const all = listed(names, answers.map(quoted));
	const sent = [
		...forms.map((title) => say`the ${title}`),
		...(answers.length > 1
			? [say`the answers to ${all}`]
			: answers.length === 1
				? [say`the answer to ${all}`]
				: []),
	];
	// A form says so by itself.
	if (forms.length === 0 && what.some((each) => saysAbout(protocol, each)))
		return sent.length > 0
			? say`${who} told ${to} who and what it is about, and sent ${listed(names, sent)}`
			: say`${who} told ${to} who and what it is about`;
	if (sent.length > 0) return say`${who} sent ${to} ${listed(names, sent)}`;
	const chosen = of && stepOf(protocol, of.step).outcomes.find(({ id }) => id === of.outcome)?.say;
	return chosen ? say`${who} told ${to}: ${quoted(chosen)}` : say`${who} told ${to}`;
}

/**
 * What somebody did in a step, by the kind of step it is.
 *
 * @param who they are, in words
 */
export function sayDone(
	protocol: Protocol,
	names: Names,
	done: Pick<DoneStep, "step" | "outcome" | "answers" | "by">,
	who = sayDoer(protocol, names, done.by),
): string {
	const step = stepOf(protocol, done.step);
	const outcome = step.outcomes.find(({ id }) => id === done.outcome);
	const say = sayTo(names);
	const said = withAgencyNames(protocol, names, outcome?.say ?? done.outcome);
	switch (step.kind) {
		case "discussion": // Whether they talked, what they chose says: nobody may have answered.
			return say`${who} recorded “${withAgencyNames(protocol, names, step.title)}”: “${said}”`;
		case "form":
			return say`${who} completed “${partTitle(protocol, step)}”`;
		case "sign-off":
			return outcome && leadsTo(outcome, step.of)
				? say`${who} asked for “${partTitle(protocol, signedStep(protocol, step))}” to be changed`
				: say`${who} signed off “${partTitle(protocol, signedStep(protocol, step))}”`;
		case "forward": {
			const to = namedNext(protocol, names, outcome, done);
			if (!to) return say`${who} sent it on`;
			return to.isThere
				? say`${who} sent it on to ${to.said}`
				: say`${who} sent it on, meant for ${to.said}, who is not in the directory: it is shown to ${to.role}`;
		}
		case "reply":
			return say`${who} replied`;
		case "judgement": {
			// "Yes, it is resolved" is what they chose; that it is resolved is what they said.
			const [, plain] = /^(?:Yes|No), (.+)$/.exec(said) ?? [];
			return plain ? say`${who} said ${plain}` : say`${who} chose “${said}”`;
		}
		case "decision":
			return say`${who} recorded the decision`;
		case "follow-up":
			return say`${who} recorded a follow-up`;
		case "referral":
			return say`${who} recorded what came back from the ${step.to ?? say`referral`}`;
		case "meeting":
			return say`${who} recorded the meeting: “${said}”`;
		case "letter":
			return say`${who} sent “${protocol.letters[step.letter ?? ""]?.title ?? step.title}”`;
		case "choice":
			return say`${who} chose “${said}”`;
		case "notice":
		case "task":
		case "note":
			return say`${who} completed “${withAgencyNames(protocol, names, step.title)}”`;
	}
}

const signedStep = (protocol: Protocol, step: Step): Step =>
	step.of ? stepOf(protocol, step.of) : step;

function partTitle(protocol: Protocol, { form, title }: Step): string {
	const part = form && protocol.forms[form.form]?.parts.find(({ id }) => id === form.part);
	return part?.title ?? title;
}

const leadsTo = (outcome: Outcome, step: StepId | undefined): boolean =>
	outcome.leadsTo.some((target) => target.go === "step" && target.step === step);

/** The person whom this step named for the next one, and who has it instead where the directory does not know them. */
function namedNext(
	protocol: Protocol,
	names: Names,
	outcome: Outcome | undefined,
	{ answers }: Pick<DoneStep, "answers">,
): { said: string; isThere: boolean; role: string } | undefined {
	for (const target of outcome?.leadsTo ?? []) {
		if (target.go !== "step") continue;
		const { namedIn, by } = stepOf(protocol, target.step);
		const answer = namedIn && answers[namedIn];
		if (!answer) continue;
		const field = fieldOf(protocol, namedIn);
		return {
			said: sayAnswer(protocol, field, answer, names),
			isThere: peopleNamedIn(field, answer).length > 0,
			role: sayRole(protocol, names, by),
		};
	}
	return undefined;
}

/** "the police on 999" */
function sayContact(protocol: Protocol, call: string, names: SpokenTo): string {
	const contact = protocol.safety.find((each) => each.call === call);
	return contact ? sayTo(names)`${contact.name} on ${call}` : call;
}
