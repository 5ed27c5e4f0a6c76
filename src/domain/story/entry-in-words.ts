import { sayDay } from "../calendar/iso-day.ts";
import { clockOf, type Difference, type RecordedEvent } from "../difference/difference.ts";
import { sayDue, sayWhenRaised } from "../difference/told/words.ts";
import type { WayToChange } from "../difference/who/may-act.ts";
import { sayList, startingLarge, withArticle } from "../english.ts";
import {
	bindingOf,
	fieldOf,
	isOptional,
	type Protocol,
	type Side,
	type StepId,
	sayParty,
	stageTitle,
	stepOf,
	strengthOf,
} from "../protocol/protocol.ts";
import { saySideOf } from "../protocol/told/protocol-in-words.ts";
import { londonTime } from "../time.ts";

/** Whether it came in time, by as much as the date is strict. @param on the date in words */
function sayVerdict(
	protocol: Protocol,
	event: { clock: string; late: boolean },
	on: string,
): string {
	const said = {
		limit: event.late ? `is late: it was due by ${on}` : `is in time: it was due by ${on}`,
		target: event.late ? `comes after the target of ${on}` : `comes by the target of ${on}`,
		window: `is done while it may be, until ${on}`,
	};
	return said[bindingOf(strengthOf(protocol, event))];
}

function sayPassed(protocol: Protocol, clock: string, title: string, on: string): string {
	const said = {
		limit: `Time runs out for ${title}: it was due by ${on}`,
		target: `${title} is past its target of ${on}`,
		window: `${title} may not be done any more: there was time until ${on}`,
	};
	return said[bindingOf(strengthOf(protocol, { clock }))];
}

/**
 * What happened, in a sentence for somebody who tries a protocol out. It holds nothing that was entered.
 *
 * @param after the difference once it had happened
 */
export function happeningInWords(
	protocol: Protocol,
	after: Difference,
	event: RecordedEvent,
): string {
	const title = (step: StepId) =>
		`“${protocol.steps[step]?.title ?? protocol.clocks.find(({ id }) => id === step)?.title ?? step}”`;
	const due = (clock: string) => {
		const due = clockOf(after, clock)?.due;
		return due ? sayDue(due) : "the day";
	};
	switch (event.type) {
		case "raised":
			return `${startingLarge(withArticle(protocol.words.difference))} is raised${
				event.raisedAt === undefined ? "" : `, as it was ${sayWhenRaised(event.raisedAt)}`
			}.`;
		case "agency-involved":
			return `${startingLarge(saySides(protocol, [event.side]))} is chosen.`;
		case "stage-entered": {
			const skipped = event.skipped.map((id) => stageTitle(protocol, id));
			return `${stageTitle(protocol, event.stage)} begins${
				skipped.length > 0 ? `, past ${sayList(skipped)}` : ""
			}.`;
		}
		case "went-on":
			return `All of ${saySides(protocol, event.audience)} hear that it is at ${stageTitle(protocol, event.stage)}.`;
		case "step-opened":
			return `${startingLarge(sayParty(protocol, stepOf(protocol, event.step).by))} ${
				isOptional(protocol, event.step) ? "may now do" : "now owes"
			} ${title(event.step)}.`;
		case "step-awaited":
			return `${startingLarge(sayParty(protocol, stepOf(protocol, event.step).by))} will owe ${title(event.step)} from ${sayDay(londonTime(event.opensAt).toPlainDate().toString())}.`;
		case "step-done": {
			const outcome = stepOf(protocol, event.step).outcomes.find(({ id }) => id === event.outcome);
			const told = outcome?.acknowledges;
			return `Outcome: ${outcome?.say ?? event.outcome}.${
				told ? ` ${startingLarge(saySides(protocol, [told]))} gets an acknowledgement.` : ""
			}`;
		}
		case "step-dropped":
			return `Nobody owes ${title(event.step)} any more.`;
		case "sent":
			return event.what.length > 0
				? `${sayThings(protocol, event.what)} is sent to ${saySides(protocol, event.to)}.`
				: `${startingLarge(saySides(protocol, event.to))} is told.`;
		case "move-made": {
			const move = protocol.moves.find(({ id }) => id === event.move);
			const chosen = move?.outcomes.find(({ id }) => id === event.outcome);
			return `“${move?.title ?? event.move}” is done${chosen ? `: ${chosen.say}` : ""}.`;
		}
		case "begun-elsewhere":
			return "It is begun under the other protocol.";
		case "copied":
			return `A copy goes to ${sayParty(protocol, event.to)}${
				{
					notice: ", who only hears of it",
					outcome: ", with the outcome",
					all: "",
				}[event.sees]
			}.`;
		case "clock-started":
			return {
				limit: `A clock starts: ${title(event.clock)} is due by ${sayDue(event.due)}.`,
				target: `A clock starts: the target for ${title(event.clock)} is ${sayDue(event.due)}.`,
				window: `A clock starts: there is time for ${title(event.clock)} until ${sayDue(event.due)}.`,
			}[bindingOf(strengthOf(protocol, event))];
		case "clock-met":
			return `${title(event.clock)} ${sayVerdict(protocol, event, due(event.clock))}.`;
		case "clock-ran-out":
			return `${sayPassed(protocol, event.clock, title(event.clock), due(event.clock))}.`;
		case "clock-dropped":
			return `The clock of ${title(event.clock)} stops.`;
		case "clock-paused":
			return `The time for ${title(event.clock)} stands still.`;
		case "clock-changed":
			return `${title(event.clock)} is now due by ${sayDue(event.due)}, and was due by ${sayDay(event.was)}.`;
		case "clock-left":
			return `${title(event.clock)} stays due as it was, although an answer that it goes by was put right.`;
		case "moved-to-version":
			return "It goes on under another version of the protocol.";
		case "recorded-on-childs-record":
			return `${startingLarge(saySides(protocol, [event.side]))} has ${title(event.step)} on the ${protocol.words.child}’s record.`;
		case "urgent-contact-made":
			return `${event.call} was rung.`;
		case "safety-said":
			return `The ${protocol.words.child} is said to be ${event.safe ? "safe" : "not safe"} now.`;
		case "note-added":
			return "A note is added.";
		case "corrected":
			return `The answer to “${fieldOf(protocol, event.field).label}” is put right.`;
		case "question-asked":
			return `${startingLarge(saySides(protocol, [event.to]))} is asked a question.`;
		case "said-not-ours":
			return "What was entered for them is said not to be theirs.";
		case "question-answered":
			return "The question is answered.";
		case "step-given":
			return `${title(event.step)} is passed to a colleague.`;
		case "handed-over":
			return event.step === undefined
				? "What was somebody’s who has left is handed over."
				: `${title(event.step)} is handed over.`;
		case "vouched":
			return event.step === undefined
				? "It was raised by a link, by somebody who has no account."
				: `Somebody who has no account answers by a link for ${title(event.step)}.`;
		case "link-ended":
			return "The link of somebody who has no account works no more.";
		case "time-asked":
			return `More time is asked for ${title(event.clock)}.`;
		case "time-refused":
			return `No more time is given for ${title(event.clock)}.`;
		case "recalled":
			return `It is recalled from ${saySides(protocol, [event.from])}.`;
		case "receiving-agency-changed":
			return "It goes to another agency from now on.";
		case "conflict-declared":
			return "Somebody is said to have a conflict of interest.";
		case "conflict-over":
			return "Somebody is said to have no conflict of interest any more.";
		case "sealed":
			return "It is sealed: only the people who were named may know of it.";
		case "unsealed":
			return "The seal is taken off.";
		case "glass-broken":
			return "Somebody opens it although it is sealed.";
		case "reminded":
			return `A reminder of ${title(event.step)} is sent.`;
		case "ended":
			return `It ends: ${protocol.endings[event.ending]?.title ?? event.ending}.`;
	}
}

/** Sides as people call them: "agency B and the SSCP Business Unit". */
export const saySides = (protocol: Protocol, sides: Side[]): string =>
	sayList(sides.map((side) => saySideOf(protocol, side)));

const sayThings = (protocol: Protocol, things: string[]): string =>
	things
		.map((thing) => `“${protocol.forms[thing]?.title ?? protocol.fields[thing]?.label ?? thing}”`)
		.join(", ");

const changes: Record<WayToChange, string> = {
	extend: "Give more time for",
	"bring-forward": "Ask sooner for",
	pause: "Let the time stand still for",
	resume: "Let the time run on for",
};

/** Whether a word of a story is something that may be asked of a clock. */
export const isWayToChange = (word: string): word is WayToChange => Object.hasOwn(changes, word);

/** "Give more time for “Answer in part two of the form”" */
export const sayChange = (way: WayToChange, clock: string): string => `${changes[way]} “${clock}”`;

/** What a story puts right, in words: `correct reply-by` as "Put right “By when will they reply?”"; undefined for every other act. */
export function sayPutRight(protocol: Protocol, said: string): string | undefined {
	const [verb, what] = said.split(" ");
	if (what === undefined) return undefined;
	const clock = protocol.clocks.find(({ id }) => id === what || id.endsWith(`.${what}`))?.title;
	const acts: Record<string, string> = {
		correct: `Put right “${protocol.fields[what]?.label ?? what}”`,
		"add-note": "Add a note",
		"ask-for-time": `Ask for more time for “${clock ?? what}”`,
		"refuse-time": `Give no more time for “${clock ?? what}”`,
		"declare-conflict": "Declare a conflict of interest",
		recall: `Recall it from ${saySides(protocol, [what])}`,
	};
	return verb === undefined || !Object.hasOwn(acts, verb) ? undefined : acts[verb];
}
