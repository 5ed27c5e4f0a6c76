import type { EvidenceAudience } from "../../domain/evidence/audience.ts";
import type { Timeliness } from "../../domain/evidence/timeliness.ts";
import type { Language } from "../../domain/language.ts";
import type { FormPart } from "../form.ts";
import type { Decided } from "../form-parts.ts";

/** What an evidence pack is made of. Everything in it was looked at; days are ISO days, instants ISO instants. */
export type EvidencePack = {
	partnership: string;
	number: number;
	/** In which Concord speaks in it, as whoever makes it chose. What people wrote is as they wrote it. */
	language: Language;
	audience: EvidenceAudience;
	/** Whom it is for, in words. */
	reader: string;
	/** What it is of: a reference, or a part of the log in words. */
	about: string;
	madeOn: string;
	madeBy: { name: string; post: string };
	/** How many differences are in it. */
	count: number;
	/** What the record says of itself: hashes in hexadecimal. */
	integrity: {
		/** Of the key that signs here. */
		fingerprint: string;
		/** Where the partnership’s own chain ends. */
		end: { position: number; hash: string; at: string } | undefined;
		/** The latest signature under where all chains ended. */
		checkpoint:
			| {
					number: number;
					at: string;
					root: string;
					position: number;
					hash: string;
					signature: string;
			  }
			| undefined;
	};
	/** One after the other: each is read when it is asked for. */
	differences: AsyncIterable<EvidenceDifference>;
};

export type EvidenceDifference = {
	reference: string;
	/** The protocol that it went by. */
	title: string;
	version: string;
	between: string;
	raisedOn: string;
	/** As it stood when it was looked at. */
	asOf: string;
	stands: string;
	themes: string[];
	/** Act by act, the first first: what happened, what followed, what was entered, files by name. */
	chronology: {
		at: string;
		said: string;
		also: string[];
		answers: { label: string; value: string }[];
		files: string[];
	}[];
	forms: { title: string; parts: FormPart[] }[];
	decided: Decided[];
	timeliness: (Timeliness & { due: string })[];
	people: { name: string; post: string; agency: string; side: string }[];
	learning: EvidenceLesson[];
	/** What is not in it, or in part. */
	takenOut: { title: string; in: string; isWhole: boolean; ground: string }[];
	/** `name` is its name in the pack, `called` what it was called. */
	files: { name: string; called: string; size: number; content: AsyncIterable<Uint8Array> }[];
	receipts: { name: string; what: string; text: string }[];
	/** Where its chain ends. */
	end: { position: number; hash: string } | undefined;
};

export type EvidenceLesson = { recordedOn: string; words: { label: string; value: string }[] };
