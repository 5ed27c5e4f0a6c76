import { addNote, type NoteAdded } from "../difference/acts/add-note.ts";
import { type AsksForTime, askForTime, refuseTime } from "../difference/acts/ask-for-time.ts";
import { type ChangeOfClock, changeClock } from "../difference/acts/change-clock.ts";
import { type Corrects, correct } from "../difference/acts/correct.ts";
import { declareConflict, type SaysConflict } from "../difference/acts/declare-conflict.ts";
import { doStep, type StepDone } from "../difference/acts/do-step.ts";
import {
	type EnteredBeginning,
	type EnteredForm,
	enterBeginning,
	enterForm,
} from "../difference/acts/enter-for.ts";
import { makeMove } from "../difference/acts/make-move.ts";
import { raise, type UrgentContact } from "../difference/acts/raise.ts";
import { type Recalls, recall } from "../difference/acts/recall.ts";
import { recordOnChildsRecord } from "../difference/acts/record-on-childs-record.ts";
import { type SafetySaid, saySafety } from "../difference/acts/say-safety.ts";
import { timePasses } from "../difference/consequences/time-passes.ts";
import { Transition } from "../difference/consequences/transition.ts";
import { type Difference, evolve, type RecordedEvent } from "../difference/difference.ts";
import type { Rules } from "../difference/rules.ts";
import type { Actor } from "../people/viewer.ts";
import type { Answers } from "../protocol/answers.ts";
import type { Occasion, Side, StepId, Target } from "../protocol/protocol.ts";

/** What somebody does in a difference, with all that the rules, or the action of the same name, ask for. */
export type Act =
	| { does: "raise"; way?: string | undefined; answers: Answers; urgentContacts: UrgentContact[] }
	| ({ does: "say-safety" } & SafetySaid)
	| ({ does: "step" } & StepDone)
	| { does: "move"; move: string; outcome?: string | undefined; answers: Answers }
	| ({ does: "change-clock" } & ChangeOfClock)
	| { does: "record-on-childs-record"; step: StepId; side: Side }
	| ({ does: "correct" } & Corrects)
	| ({ does: "add-note" } & NoteAdded)
	| ({ does: "ask-for-time" | "refuse-time" } & AsksForTime)
	| ({ does: "recall" } & Recalls)
	| ({ does: "declare-conflict" } & SaysConflict)
	| ({ does: "enter-beginning" } & EnteredBeginning)
	| ({ does: "enter-form"; step: StepId } & EnteredForm)
	/** Types on the page of a step and does not send it: nothing happens in the difference. */
	| { does: "draft"; step: StepId; content: Record<string, string> };

/** Something that happens to a difference: what it is for clocks, and where it leads. */
export type Happens = { is: Occasion; leadsTo: Target[] };

/**
 * Lives a difference through by the rules alone: no database, no clock but the moments it is given. Stories,
 * backtests, the simulate and what-if pages and the rehearsal all play on it.
 */
export class Player {
	readonly rules: Rules;
	/** Everything that happened since it was made, in order. */
	readonly events: RecordedEvent[] = [];
	/** The difference as it stands. */
	difference: Difference;

	/** @param difference as it stands; `beginning` of its header where nothing has happened yet */
	constructor(rules: Rules, difference: Difference) {
		this.rules = rules;
		this.difference = difference;
	}

	/** False until somebody raises it. */
	get hasBegun(): boolean {
		return this.difference.seq > 0;
	}

	/** @returns what time alone has brought about by `now` */
	waitUntil(now: Temporal.ZonedDateTime): RecordedEvent[] {
		return this.hasBegun ? this.happen(timePasses(this.rules, this.difference, now)) : [];
	}

	/**
	 * Somebody acts. What time brought about until then comes first: see `waitUntil`.
	 *
	 * @returns what the act brought about
	 * @throws Refusal as the rule of the act says; then nothing happened
	 */
	act(act: Act, by: Actor, now: Temporal.ZonedDateTime): RecordedEvent[] {
		return this.happen(decide(this, act, by, now));
	}

	/** Something happens of itself, whoever does it and whatever they enter. @returns what follows from it */
	happens({ is, leadsTo }: Happens, now: Temporal.ZonedDateTime): RecordedEvent[] {
		const transition = new Transition(this.rules, this.difference, now);
		transition.happened(is);
		transition.follow(leadsTo);
		return this.happen(transition.events);
	}

	/** Entries happen as they are, such as those of a record that is lived through again. */
	happen(events: RecordedEvent[]): RecordedEvent[] {
		for (const event of events)
			this.difference = evolve(this.rules.protocol, this.difference, event);
		this.events.push(...events);
		return events;
	}
}

function decide(
	{ rules, difference, events }: Player,
	act: Act,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	switch (act.does) {
		case "raise":
			return raise(rules, difference, act.answers, act.urgentContacts, by, now, act.way);
		case "step":
			return doStep(rules, difference, act, by, now);
		case "move":
			return makeMove(rules, difference, act, by, now);
		case "change-clock":
			return changeClock(rules, difference, act, by, now);
		case "record-on-childs-record":
			return recordOnChildsRecord(rules, difference, { step: act.step, side: act.side }, by, now);
		case "say-safety":
			return saySafety(rules, difference, act, by, now);
		case "correct":
			return correct(rules, difference, events, act, by, now);
		case "add-note":
			return addNote(rules, difference, act, by, now);
		case "ask-for-time":
			return askForTime(rules, difference, act, by, now);
		case "refuse-time":
			return refuseTime(rules, difference, act, by, now);
		case "recall":
			return recall(rules, difference, act, by, now);
		case "declare-conflict":
			return declareConflict(rules, difference, act, by, now);
		case "enter-beginning":
			return enterBeginning(rules, difference, act, by, now);
		case "enter-form":
			return enterForm(rules, difference, act.step, act, by, now);
		case "draft":
			return [];
	}
}
