import { inEnglish, type Said } from "./said.ts";

/**
 * Every reason for which a rule says no. A code is stable: stories name it (`refused: too-late`),
 * and pages decide by it where on a form the sentence is said.
 */
export type RefusalCode =
	// Who asks, and what for.
	| "not-yours"
	| "not-your-own"
	| "not-your-agency"
	| "not-yourself"
	| "not-a-colleague"
	| "not-of-the-level"
	| "last-administrator"
	| "leaves-vacant"
	| "has-people"
	| "same-agency"
	| "no-such-agency"
	| "wrong-agency"
	| "too-many-agencies"
	| "not-open"
	| "not-in-rehearsal"
	| "still-needed"
	| "takes-too-much"
	// Somebody was quicker.
	| "already-begun"
	| "already-recorded"
	| "answered-already"
	| "reminded-today"
	| "changed-meanwhile"
	| "changed-since-read"
	| "calendar-changed"
	| "key-taken"
	| "sent-before"
	| "has-ended"
	| "words-disposed"
	| "nothing-new"
	| "nothing-to-undo"
	// How long things are kept.
	| "on-hold"
	| "not-due"
	// What was entered.
	| "wrong-answers"
	| "reason-missing"
	| "unknown-way"
	| "unknown-outcome"
	| "no-such-step"
	| "no-such-move"
	| "no-such-way"
	| "no-such-outcome"
	| "not-handed-over"
	| "not-all-there"
	| "no-quorum"
	| "too-few-agencies"
	| "member-involved"
	// Seals.
	| "nobody-named"
	| "could-not-know"
	| "address-taken"
	| "in-directory"
	| "other-mail-domain"
	// Files.
	| "wrong-file"
	| "file-too-big"
	| "too-many-files"
	| "files-changed"
	| "virus-found"
	// Tokens.
	| "no-scope"
	| "too-many-tokens"
	| "wrong-address"
	| "too-many-webhooks"
	| "not-told-now"
	// Dates, times and lengths of time.
	| "date-missing"
	| "not-later"
	| "not-sooner"
	| "too-far"
	| "too-late"
	| "ends-before"
	| "in-the-past"
	| "day-has-passed"
	| "wrong-order"
	| "too-long"
	| "too-short"
	| "weekend"
	| "wrong-day"
	| "wrong-time"
	| "wrong-amount"
	| "wrong-limit"
	// Learning.
	| "names-in-it"
	// Working days.
	| "known-already"
	| "not-known"
	| "no-nation"
	| "unknown-calendar"
	| "list-not-believed"
	// Reports.
	| "not-over"
	| "ends-before-it-starts"
	| "being-counted"
	| "is-presented"
	| "names-in-it"
	// Evidence packs.
	| "nothing-in-it"
	| "too-many-differences"
	| "not-looked-at"
	// Protocols and their versions.
	| "no-protocol"
	| "no-such-version"
	| "same-version"
	| "other-protocol"
	| "wrong-protocol"
	| "does-not-fit"
	| "name-taken"
	| "not-a-draft"
	| "not-proposed"
	| "in-force";

/** A rule said no. `message` is a plain sentence that the person who asked may read. */
export class Refusal extends Error {
	/** What was refused, for machines. */
	readonly code: RefusalCode;

	/** The sentence, for whoever shows it in another language; undefined where it is `message` word for word. */
	readonly said: Said | undefined;

	constructor(code: RefusalCode, message: string | Said) {
		super(typeof message === "string" ? message : inEnglish(message));
		this.name = "Refusal";
		this.code = code;
		this.said = typeof message === "string" ? undefined : message;
	}
}

/**
 * For `catch`: gives something else where a rule said no; every other problem is thrown on.
 *
 * @param codes the reasons for which it is given; every one when there are none
 */
export const whenRefused =
	<T>(instead: T, ...codes: RefusalCode[]) =>
	(problem: unknown): T => {
		if (problem instanceof Refusal && (codes.length === 0 || codes.includes(problem.code)))
			return instead;
		throw problem;
	};
