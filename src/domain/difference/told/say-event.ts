/**
 * Every entry of the record as a sentence, as its readers see it. What was entered in it is answers-of-entry.ts; names and
 * dates in words are words.ts.
 */
import { sayMoment } from "../../calendar/day-in-words.ts";
import { sayDay } from "../../calendar/iso-day.ts";
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
import { londonTime } from "../../time.ts";
import type { DoneStep } from "../difference.ts";
import type { ClockChange, DifferenceEvent } from "../events.ts";
import {
	type Names,
	sayDoer,
	sayDue,
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
		? `${sayDoer(protocol, names, entered.by)} entered what came on paper or by mail, received ${sayWhenRaised(entered.receivedAt)}: ${said}`
		: said;
}

/** "Amy Okafor of Oakfield Primary School", and by which token a program did it for them. */
function sayWhoDidIt(protocol: Protocol, names: Names, { by, through }: DifferenceEvent): string {
	if (!by) return "Concord";
	const doer = sayDoer(protocol, names, by);
	return through === undefined ? doer : `${doer}, through “${through}”,`;
}

function sayWhatHappened(
	protocol: Protocol,
	names: Names,
	event: DifferenceEvent,
	who: string,
): string {
	const quoted = (text: string) => `“${withAgencyNames(protocol, names, text)}”`;
	const title = (step: StepId) => quoted(protocol.steps[step]?.title ?? clockTitle(protocol, step));
	switch (event.type) {
		case "raised":
			return event.raisedAt === undefined || event.entered
				? `${who} raised it${sayWith(names)}`
				: `${who} entered that it was raised${sayWith(names)} ${sayWhenRaised(event.raisedAt)}`;
		case "urgent-contact-made":
			return `${who} rang ${sayContact(protocol, event.call)} at ${sayMoment(Temporal.PlainDateTime.from(event.madeAt))}`;
		case "agency-involved":
			return `${who} named ${saySide(protocol, names, event.side)} as an agency that is involved`;
		case "safety-said":
			return `${who} said that the ${protocol.words.child} is ${event.safe ? "safe now" : "not safe now"}`;
		case "stage-entered":
			return event.skipped.length === 0
				? `It went to ${stageTitle(protocol, event.stage)}`
				: `It went to ${stageTitle(protocol, event.stage)}, without ${sayList(event.skipped.map((stage) => stageTitle(protocol, stage)))}`;
		case "went-on":
			return `It went on to ${stageTitle(protocol, event.stage)}`;
		case "step-opened": {
			const step = stepOf(protocol, event.step);
			const whose = event.person
				? sayPerson(names, event.person)
				: sayRole(protocol, names, step.by);
			const task = sayTask(protocol, names, step);
			return sayOwes(protocol, step) === "may"
				? `${startingLarge(whose)} may now ${task}`
				: `It is now for ${whose} to ${task}`;
		}
		case "step-awaited": {
			const step = stepOf(protocol, event.step);
			return `From ${sayDay(londonTime(event.opensAt).toPlainDate().toString())} ${sayRole(protocol, names, step.by)} ${sayOwes(protocol, step)} ${sayTask(protocol, names, step)}`;
		}
		case "step-done":
			return event.by
				? sayDone(protocol, names, { ...event, by: event.by })
				: `${title(event.step)} was done`;
		case "step-dropped":
			return `${title(event.step)} is no longer needed`;
		case "sent":
			return `${who} ${saySent(protocol, quoted, event, sayList(event.to.map((side) => saySide(protocol, names, side))))}`;
		case "move-made":
			return `${who} chose ${quoted(sayMove(protocol, event))}`;
		case "begun-elsewhere":
			return `${who} began it under the other protocol`;
		case "copied":
			return `${who === "Concord" ? "It was copied to" : `${who} copied it to`} ${sayRole(protocol, names, event.to)}`;
		case "clock-started":
			return sayIsDue(strengthOf(protocol, event), title(event.clock), sayDue(event.due));
		case "clock-met":
			return `${title(event.clock)} was done ${sayVerdict(protocol, event)}`;
		case "clock-ran-out":
			return sayPassed(protocol, event.clock, title(event.clock));
		case "clock-dropped":
			return `${title(event.clock)} has no due date any more`;
		case "clock-paused":
			return `${who} let the time for ${title(event.clock)} stand still`;
		case "clock-changed":
			return `${sayChange(who, title(event.clock), event.how)}: ${startingSmall(sayIsDue(strengthOf(protocol, event), "it", sayDue(event.due)))}, and was ${sayDay(event.was)}`;
		case "clock-left":
			return sayLeft(protocol, title(event.clock), event);
		case "moved-to-version":
			return `${who} moved it to another version of the protocol`;
		case "recorded-on-childs-record":
			return `${who} noted that ${title(event.step)} is on the ${protocol.words.child}’s record at ${saySide(protocol, names, event.side)}`;
		case "note-added":
			return `${who} added a note`;
		case "corrected":
			return `${who} put right the answer to ${quoted(readAs(fieldOf(protocol, event.field)))}`;
		case "question-asked":
			return `${who} asked ${saySide(protocol, names, event.to)} a question`;
		case "question-answered":
			return `${who} answered the question`;
		case "said-not-ours":
			return `${who} said that what was entered for them is not theirs`;
		case "step-given":
			return `${who} gave ${title(event.step)} to ${sayPerson(names, event.person)}`;
		case "handed-over":
			return sayHandedOver(
				event.step === undefined ? undefined : title(event.step),
				sayPerson(names, event.from),
				event.to === null ? undefined : sayPerson(names, event.to),
			);
		case "vouched":
			return event.step === undefined
				? `${who} had vouched for ${sayPerson(names, event.person)}, who raised it by a link`
				: `${who} vouched for ${sayPerson(names, event.person)}, who answers by a link for ${title(event.step)}`;
		case "link-ended":
			return {
				"taken-back": `${who} took back the link of ${sayPerson(names, event.person)}`,
				done: `The link of ${sayPerson(names, event.person)} is used up: what they were asked is done`,
				expired: `The link of ${sayPerson(names, event.person)} has expired`,
			}[event.because];
		case "time-asked":
			return `${who} asked for more time for ${title(event.clock)}`;
		case "time-refused":
			return `${who} gave no more time for ${title(event.clock)}`;
		case "recalled":
			return `${who} recalled it from ${saySide(protocol, names, event.from)}, to which it had gone by mistake. This is a data breach`;
		case "receiving-agency-changed":
			if (event.answers)
				return `${who} put right which agency it is with: ${event.name}, and not ${event.was}, which had heard nothing of it`;
			return `It goes to ${event.name} from now on. Until now it went to ${event.was}: what stands above of ${protocol.words.receiving} is about ${event.was}`;
		case "conflict-declared":
			return event.by?.person === event.person
				? `${who} declared a conflict of interest: from now on others are asked instead`
				: `${who} recorded that ${sayPerson(names, event.person)} has a conflict of interest: from now on others are asked instead`;
		case "conflict-over":
			return event.by?.person === event.person
				? `${who} declared that there is no conflict of interest any more`
				: `${who} recorded that ${sayPerson(names, event.person)} has no conflict of interest any more`;
		case "sealed":
			return `${who} sealed it: only ${sayList(event.to.map((person) => sayPerson(names, person)))} may know of it`;
		case "unsealed":
			return `${who} took the seal off: whoever could know of it before it was sealed may again`;
		case "glass-broken":
			return `${who} opened it although it is sealed, until ${sayMoment(londonTime(event.until).toPlainDateTime())}`;
		case "reminded":
			return `${who} sent a reminder of ${title(event.step)}`;
		case "ended":
			return `It ended: ${sayEnding(protocol, event.ending)}`;
	}
}

/** Who has what was somebody's. @param what one step, in its words; all that was theirs where left out */
const sayHandedOver = (what: string | undefined, from: string, to: string | undefined): string =>
	what === undefined
		? `${from} does this no more. What was theirs is now for ${to ?? "whoever answers in their role"}`
		: `${what} was for ${from}, and is now for ${to ?? "whoever answers in that role"}`;

const sayWith = ({ agencies: { receiving } }: Names): string =>
	receiving === null ? "" : ` with ${receiving}`;

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
function sayVerdict(protocol: Protocol, event: { clock: string; late: boolean }): string {
	const binding = bindingOf(strengthOf(protocol, event));
	if (binding === "limit") return event.late ? "late" : "in time";
	if (binding === "target") return event.late ? "after its target" : "by its target";
	return "in the time that there was for it";
}

function sayPassed(protocol: Protocol, clock: string, title: string): string {
	const said = {
		limit: `The time for ${title} ran out`,
		target: `The target for ${title} has passed`,
		window: `The time that there was for ${title} is over`,
	};
	return said[bindingOf(strengthOf(protocol, { clock }))];
}

/** Why a date stays although an answer that it goes by was put right. */
function sayLeft(
	protocol: Protocol,
	title: string,
	left: Extract<DifferenceEvent, { type: "clock-left" }>,
): string {
	if (left.because === "set")
		return `The date for ${title} stays: somebody had set it, with a reason`;
	const then = sayVerdict(protocol, { clock: left.clock, late: left.wasLate });
	const now = sayVerdict(protocol, left);
	return `${title} had been done ${then}, and that stays as it was recorded. By what was put right, it ${
		now === then ? "was too" : `was done ${now}`
	}`;
}

const clockTitle = (protocol: Protocol, clock: string): string =>
	protocol.clocks.find(({ id }) => id === clock)?.title ?? clock;

/** Who moved a date, or what did. */
function sayChange(who: string, what: string, how: ClockChange): string {
	switch (how) {
		case "extended":
			return `${who} gave ${what} more time`;
		case "brought-forward":
			return `${who} asked for ${what} sooner`;
		case "resumed":
			return `${who} let the time for ${what} run on`;
		case "corrected":
			return `What was put right changed the time for ${what}`;
		case "depends-on":
			return `What was answered changed the time for ${what}`;
		case "version":
			return `The new version of the protocol changed the time for ${what}`;
		case "calendar":
			return `A change of the calendar moved ${what}`;
	}
}

/** "sent the SSCP Business Unit the form", "sent Larkhill the answers to “…”", or that they were told of the outcome. */
function saySent(
	protocol: Protocol,
	quoted: (text: string) => string,
	{ what, of }: Extract<DifferenceEvent, { type: "sent" }>,
	to: string,
): string {
	const forms = what.flatMap((each) => protocol.forms[each]?.title ?? []);
	const answers = what.flatMap((each) => {
		const field = protocol.fields[each];
		return field && !saysAbout(protocol, each) ? readAs(field) : [];
	});
	const sent = [
		...forms.map((title) => `the ${title}`),
		...(answers.length > 0
			? [`the answer${answers.length > 1 ? "s" : ""} to ${sayList(answers.map(quoted))}`]
			: []),
	];
	// A form says so by itself.
	if (forms.length === 0 && what.some((each) => saysAbout(protocol, each)))
		return `told ${to} who and what it is about${sent.length > 0 ? `, and sent ${sayList(sent)}` : ""}`;
	if (sent.length > 0) return `sent ${to} ${sayList(sent)}`;
	const said = of && stepOf(protocol, of.step).outcomes.find(({ id }) => id === of.outcome)?.say;
	return said ? `told ${to}: ${quoted(said)}` : `told ${to}`;
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
	const said = withAgencyNames(protocol, names, outcome?.say ?? done.outcome);
	switch (step.kind) {
		case "discussion": // Whether they talked, what they chose says: nobody may have answered.
			return `${who} recorded “${withAgencyNames(protocol, names, step.title)}”: “${said}”`;
		case "form":
			return `${who} completed “${partTitle(protocol, step)}”`;
		case "sign-off":
			return outcome && leadsTo(outcome, step.of)
				? `${who} asked for “${partTitle(protocol, signedStep(protocol, step))}” to be changed`
				: `${who} signed off “${partTitle(protocol, signedStep(protocol, step))}”`;
		case "forward": {
			const to = namedNext(protocol, names, outcome, done);
			if (!to) return `${who} sent it on`;
			return to.isThere
				? `${who} sent it on to ${to.said}`
				: `${who} sent it on, meant for ${to.said}, who is not in the directory: it is shown to ${to.role}`;
		}
		case "reply":
			return `${who} replied`;
		case "judgement": {
			// "Yes, it is resolved" is what they chose; that it is resolved is what they said.
			const [, plain] = /^(?:Yes|No), (.+)$/.exec(said) ?? [];
			return plain ? `${who} said ${plain}` : `${who} chose “${said}”`;
		}
		case "decision":
			return `${who} recorded the decision`;
		case "follow-up":
			return `${who} recorded a follow-up`;
		case "referral":
			return `${who} recorded what came back from the ${step.to ?? "referral"}`;
		case "meeting":
			return `${who} recorded the meeting: “${said}”`;
		case "letter":
			return `${who} sent “${protocol.letters[step.letter ?? ""]?.title ?? step.title}”`;
		case "choice":
			return `${who} chose “${said}”`;
		case "notice":
		case "task":
		case "note":
			return `${who} completed “${withAgencyNames(protocol, names, step.title)}”`;
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
			said: sayAnswer(protocol, field, answer, names.people),
			isThere: peopleNamedIn(field, answer).length > 0,
			role: sayRole(protocol, names, by),
		};
	}
	return undefined;
}

/** "the police on 999" */
function sayContact(protocol: Protocol, call: string): string {
	const contact = protocol.safety.find((each) => each.call === call);
	return contact ? `${contact.name} on ${call}` : call;
}
