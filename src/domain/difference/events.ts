import type { DueDate } from "../calendar/due-date.ts";
import type { AttachedFile } from "../files.ts";
import type { Answers } from "../protocol/answers.ts";
import type { KeptTo, Party, Side, StepId } from "../protocol/protocol.ts";

/** Who did it, and for which side: somebody of the directory, or by name alone whoever it does not know. */
export type By = { person: string; side: Side } | { person: null; name: string; side: Side };

/** What came on paper or by mail, and somebody of an office entered for the side whose it is. */
export type Entered = {
	/** Whoever entered it, who did none of it: `by` of the entry is whoever did it on paper. */
	by: { person: string; side: Side };
	/** When the office received it: ISO instant. Time is counted from then. */
	receivedAt: string;
};

/** An act that was signed: its number, and the SHA-256 of its canonical text in hexadecimal. */
export type Signed = { act: number; sha256: string };

/** What an entry of the record holds besides what happened. */
type Entry = {
	/** ISO instant. */
	at: string;
	/** Absent when Concord itself did it, such as when a clock ran out. */
	by?: By | undefined;
	/** Absent where whoever did it entered it themself. */
	entered?: Entered | undefined;
	/** What the token is called by which a program did it for them; absent where they did it themself. */
	through?: string | undefined;
	/** The sides that may read this entry. Others may still be sent it: see `sent`. */
	audience: Side[];
	/** Of these sides only whoever answers at this level or above reads it, also where it is sent. */
	keptTo?: KeptTo | undefined;
	/** What whoever did it sent with it; absent where nothing was. Whoever may read the entry may open them. */
	files?: AttachedFile[] | undefined;
};

/**
 * Why a date moved: somebody with the right gave more time, asked for it sooner or let it run on after a pause;
 * its urgency, the protocol's version or the calendar changed; an answer that it goes by was put right.
 */
export type ClockChange =
	| "extended"
	| "brought-forward"
	| "resumed"
	| "depends-on"
	| "corrected"
	| "version"
	| "calendar";

/** What can happen to a difference, in the words of protocols. */
export type EventBody =
	/**
	 * `way` when it was begun in another way than the usual one; `raisedAt`, an ISO instant, when whoever entered it says
	 * that it was raised, where the protocol asks them.
	 */
	| {
			type: "raised";
			answers: Answers;
			way?: string | undefined;
			raisedAt?: string | undefined;
	  }
	/**
	 * Another agency was chosen to be involved, and has this side from now on. Every side that knows of the difference reads
	 * it, whoever hears of it later with what is sent to them: so all agree on which agency a side is.
	 */
	| { type: "agency-involved"; side: Side; agency: string }
	| { type: "stage-entered"; stage: string; skipped: string[] }
	/** All of a side hears where it stands, some of whom read no more of that stage. */
	| { type: "went-on"; stage: string }
	| { type: "step-opened"; step: StepId; person?: string | undefined }
	/** It will be asked for: it opens at this ISO instant, when a day begins. */
	| { type: "step-awaited"; step: StepId; opensAt: string }
	/** A sign-off names in `signs` what it is of, as that was submitted. */
	| {
			type: "step-done";
			step: StepId;
			outcome: string;
			answers: Answers;
			signs?: Signed[] | undefined;
	  }
	| { type: "step-dropped"; step: StepId }
	/** It was begun under the protocol that it goes on under, which its step waited for. */
	| { type: "begun-elsewhere"; step: StepId }
	| {
			/**
			 * `answers` are the fields that were sent; `encloses` the entries that make up the forms, by number;
			 * `of` the outcome that sent it, which whoever gets it may know even where the step itself is private.
			 */
			type: "sent";
			/** The stage it stood in, for sides that hear of it only now. */
			stage: string;
			of?: { step: StepId; outcome: string } | undefined;
			what: string[];
			to: Side[];
			answers: Answers;
			encloses: number[];
	  }
	/** `outcome` when the move leads to several places. */
	| {
			type: "move-made";
			move: string;
			outcome?: string | undefined;
			answers: Answers;
	  }
	/** Somebody was told of it, and may see no more of it than `sees` says. */
	| { type: "copied"; to: Party; sees: "notice" | "outcome" | "all" }
	| { type: "clock-started"; clock: string; round: number; due: DueDate }
	| { type: "clock-met"; clock: string; late: boolean }
	| { type: "clock-ran-out"; clock: string }
	| { type: "clock-dropped"; clock: string }
	/** The time stands still; `clock-changed` by `resumed` lets it run on. */
	| { type: "clock-paused"; clock: string; answers: Answers }
	| {
			type: "clock-changed";
			clock: string;
			how: ClockChange;
			/** The day before and the date from now on. */
			was: string;
			due: DueDate;
			answers: Answers;
	  }
	/**
	 * An answer that the clock goes by was put right, and its date stays all the same: it was `met`, and `late` says
	 * whether it was by the answer as it is now; or somebody had `set` it.
	 */
	| { type: "clock-left"; clock: string; because: "set" }
	| { type: "clock-left"; clock: string; because: "met"; wasLate: boolean; late: boolean }
	/** Goes on under another version of the protocol, with a reason. */
	| { type: "moved-to-version"; from: string; to: string; answers: Answers }
	| { type: "recorded-on-childs-record"; step: StepId; side: Side }
	| { type: "urgent-contact-made"; call: string; madeAt: string }
	/** Somebody said whether the child is safe now. */
	| { type: "safety-said"; safe: boolean; answers: Answers }
	/** Somebody adds what they know, for their own side or for all: such as that they rang again. */
	| { type: "note-added"; answers: Answers }
	/**
	 * An answer that stands is put right, with a reason: `field` of the entry `corrects`, which stays as it is. Whoever may
	 * read the one may read the other.
	 */
	| { type: "corrected"; corrects: number; field: string; answers: Answers }
	/** One side asks another, and has its answer to the entry `question`. Neither changes what is owed. */
	| { type: "question-asked"; to: Side; answers: Answers }
	| { type: "question-answered"; question: number; answers: Answers }
	/** What an office entered for a side from paper, in the act of entry `entry`, is not theirs: so says that side. */
	| { type: "said-not-ours"; entry: number; office: Side; answers: Answers }
	/** Whoever owes a step gives it to a colleague, with a reason: the time for it stays as it is. */
	| { type: "step-given"; step: StepId; person: string; answers: Answers }
	/**
	 * Somebody has left or changed post, and `to` has from now on what was theirs: of `step` alone, else all that falls to
	 * them; null for whoever answers in their role. `arrangedBy` is whoever saw to it, who need not know of the difference.
	 */
	| {
			type: "handed-over";
			from: string;
			to: string | null;
			step?: StepId | undefined;
			arrangedBy: string;
	  }
	/**
	 * Somebody who has no account answers for a step by a link of their own: whoever vouches for them says under
	 * `answers` who they are and how they know. `step-given` follows, which every side that reads the step may read.
	 * `step` is left out where they raised it by a link.
	 */
	| { type: "vouched"; step?: StepId | undefined; person: string; answers: Answers }
	/** Their link works no more: it was taken back, what they owed is done, or its time is over. */
	| { type: "link-ended"; person: string; because: "taken-back" | "done" | "expired" }
	/** Whoever is held to a clock asks those who may extend it, who say no; yes is `clock-changed`. */
	| { type: "time-asked"; clock: string; answers: Answers }
	| { type: "time-refused"; clock: string; answers: Answers }
	/** It had gone to the wrong place: that side reads nothing of it any more. */
	| { type: "recalled"; from: Side; agency: string; answers: Answers }
	/**
	 * It goes to another agency from now on: `was` and `name` are what the two are called. `answers` hold why, where no
	 * recall does: the first had heard nothing of it.
	 */
	| {
			type: "receiving-agency-changed";
			agency: string;
			was: string;
			name: string;
			answers?: Answers;
	  }
	/** Somebody has a conflict of interest, as they say themself or another says of them: they act in nothing from now on. */
	| { type: "conflict-declared"; person: string; answers: Answers }
	/** They have it no more, or never had. */
	| { type: "conflict-over"; person: string; answers: Answers }
	/** From now on only these people may know of it; said again, it is these instead. */
	| { type: "sealed"; to: string[]; answers: Answers }
	| { type: "unsealed"; answers: Answers }
	/** Somebody who may not know of it while it is sealed reads it all the same, until this ISO instant. */
	| { type: "glass-broken"; person: string; until: string; answers: Answers }
	/** An office reminded whoever owes a step of it. */
	| { type: "reminded"; step: StepId }
	| { type: "ended"; ending: string };

export type DifferenceEvent = EventBody & Entry;
