/** What Concord lets people put right under every protocol, beside its steps and moves: one action for each act. */
import { addNote as decideNote, type NoteAdded } from "../domain/difference/acts/add-note.ts";
import {
	type AsksForTime,
	askForTime as decideAskForTime,
	refuseTime as decideRefuseTime,
} from "../domain/difference/acts/ask-for-time.ts";
import {
	type AnswersSide,
	type AsksSide,
	answerSide as decideAnswer,
	askSide as decideQuestion,
} from "../domain/difference/acts/ask-side.ts";
import {
	type ChangesAgency,
	changeAgency as decideAgency,
} from "../domain/difference/acts/change-agency.ts";
import { type Corrects, correct as decideCorrection } from "../domain/difference/acts/correct.ts";
import { passOn as decidePassOn, type PassesOn } from "../domain/difference/acts/pass-on.ts";
import { recall as decideRecall, type Recalls } from "../domain/difference/acts/recall.ts";
import {
	sayNotOurs as decideNotOurs,
	type SaysNotOurs,
} from "../domain/difference/acts/say-not-ours.ts";
import type { Difference } from "../domain/difference/difference.ts";
import type { App } from "./app.ts";
import { changeDifference } from "./change-difference.ts";
import type { ActOn } from "./hold-difference.ts";

type Done = Promise<Difference | undefined>;

/** Somebody who sees a difference adds a note. @throws Refusal as the rule does */
export const addNote = (app: App, on: ActOn, given: NoteAdded): Done =>
	changeDifference(app, on, (rules, difference, now) =>
		decideNote(rules, difference, given, on.by, now),
	);

/** An answer is put right beside the original. @throws Refusal as the rule does */
export const correct = (app: App, on: ActOn, given: Corrects): Done =>
	changeDifference(app, on, (rules, difference, now, entries) =>
		decideCorrection(rules, difference, entries, given, on.by, now),
	);

/** It is with another agency than was chosen, which has heard nothing of it. @throws Refusal as the rule does */
export const changeAgency = (app: App, on: ActOn, given: ChangesAgency): Done =>
	changeDifference(app, on, (rules, difference, now) =>
		decideAgency(rules, difference, given, on.by, now),
	);

/** One side asks another a question. @throws Refusal as the rule does */
export const askSide = (app: App, on: ActOn, given: AsksSide): Done =>
	changeDifference(app, on, (rules, difference, now) =>
		decideQuestion(rules, difference, given, on.by, now),
	);

/** The side that was asked answers. @throws Refusal as the rule does */
export const answerSide = (app: App, on: ActOn, given: AnswersSide): Done =>
	changeDifference(app, on, (rules, difference, now) =>
		decideAnswer(rules, difference, given, on.by, now),
	);

/** An agency says that what was entered for it is not theirs. @throws Refusal as the rule does */
export const sayNotOurs = (app: App, on: ActOn, given: SaysNotOurs): Done =>
	changeDifference(app, on, (rules, difference, now) =>
		decideNotOurs(rules, difference, given, on.by, now),
	);

/** A step is given to a colleague. @throws Refusal as the rule does */
export const passOn = (app: App, on: ActOn, given: PassesOn): Done =>
	changeDifference(app, on, (rules, difference, now) =>
		decidePassOn(rules, difference, given, on.by, now),
	);

/** Whoever is held to a clock asks for more time. @throws Refusal as the rule does */
export const askForTime = (app: App, on: ActOn, given: AsksForTime): Done =>
	changeDifference(app, on, (rules, difference, now) =>
		decideAskForTime(rules, difference, given, on.by, now),
	);

/** Whoever may extend a clock says no. @throws Refusal as the rule does */
export const refuseTime = (app: App, on: ActOn, given: AsksForTime): Done =>
	changeDifference(app, on, (rules, difference, now) =>
		decideRefuseTime(rules, difference, given, on.by, now),
	);

/** What went to the wrong agency is recalled. @throws Refusal as the rule does */
export const recall = (app: App, on: ActOn, given: Recalls): Done =>
	changeDifference(app, on, (rules, difference, now) =>
		decideRecall(rules, difference, given, on.by, now),
	);
