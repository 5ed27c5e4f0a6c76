/**
 * For whom an evidence pack is made, and what is proposed to be taken out for them. A proposal is where looking begins: a
 * person looks at every one before the pack leaves.
 */
import type { RecordedEvent } from "../difference/difference.ts";
import type { By } from "../difference/events.ts";
import { entriesFor, readerOf } from "../difference/who/may-read.ts";
import { lessonField } from "../learning/lesson.ts";
import type { Known } from "../learning/names-in-text.ts";
import { aboutWhoActs, type Side } from "../protocol/protocol.ts";
import { type Asked, type Piece, type Proposal, proposedWithout } from "../redaction/pieces.ts";
import { type Said, type SpokenTo, said, sayTo } from "../said.ts";

/** Why a piece, or part of it, is not in a pack: its reader is told this. */
export const grounds = {
	"not-needed": said`It names somebody or says how to reach them, and this reader does not need that (UK GDPR article 5(1)(c), data minimisation)`,
	private: said`One side wrote it for itself`,
	staff: said`It tells of somebody who works on this, and not of whom it is about`,
	"third-party": said`It tells of somebody else`,
	harm: said`It could seriously harm a child or somebody else`,
	legal: said`It is legal advice, or was written for a court`,
	file: said`It is a file that was sent, and not part of the record itself`,
} as const;
export type Ground = keyof typeof grounds;

export type EvidencePiece = Piece<Ground>;

/** What a reader gets. */
type Profile = {
	/** "an inspector": whom the pack is for. */
	called: Said;
	/** What such a reader is and what is in theirs, for whoever chooses. */
	hint: Said;
	/** Whom it names: everybody, or those who took part only as “Person 1” with their post, and of children and families nobody. */
	names: "everybody" | "nobody";
	/** Files that were sent, once somebody has opened each; else they are named at most. */
	files: boolean;
	/** Lessons and what is done about them. */
	learning: boolean;
};

export const audiences = {
	inspector: {
		called: said`an inspector`,
		hint: said`How the partnership works. Nobody is named: not children, not families, not staff. With what was learned.`,
		names: "nobody",
		files: false,
		learning: true,
	},
	review: {
		called: said`a review`,
		hint: said`Such as a child safeguarding practice review. Names stay. With files and what was learned.`,
		names: "everybody",
		files: true,
		learning: true,
	},
	court: {
		called: said`a court`,
		hint: said`What happened, as recorded. Names stay. With files, without what the partnership learned from it.`,
		names: "everybody",
		files: true,
		learning: false,
	},
	agency: {
		called: said`an agency that took part`,
		hint: said`Only differences of that agency, and only what it may read here anyway.`,
		names: "everybody",
		files: false,
		learning: false,
	},
} as const satisfies Record<string, Profile>;
export type EvidenceAudience = keyof typeof audiences;

export const isEvidenceAudience = (word: string): word is EvidenceAudience =>
	Object.hasOwn(audiences, word);

/** What is proposed for the pieces of a difference, for a reader. @param known whom it would name; contacts alone where left out */
export function proposalsFor(
	audience: EvidenceAudience,
	known: Known = nobodyKnown,
): {
	answer: (text: string, asked: Asked) => Proposal<Ground>;
	file: Proposal<Ground>;
} {
	const profile: Profile = audiences[audience];
	return {
		answer: (text, { field, isOwnWords, isOfOneSide }) => {
			if (aboutWhoActs.includes(field))
				return out("staff", said`It tells of somebody who works on this.`);
			// What the office recorded as learned is its own, and what this reader gets it for.
			if (isOfOneSide && isOwnWords && !(field === lessonField && profile.learning))
				return out("private", said`One side wrote it for itself.`);
			return proposedWithout(text, known, {
				ground: "not-needed",
				says: said`It tells who somebody is or how to reach them`,
			});
		},
		file: profile.files
			? {
					decision: "withhold",
					text: "",
					ground: null,
					why: [
						said`Concord does not look inside files. Open it, then give it or choose a ground.`,
					],
				}
			: out("file", said`This reader gets no files.`),
	};
}

const out = (ground: Ground, why: Said): Proposal<Ground> => ({
	decision: "withhold",
	text: "",
	ground,
	why: [why],
});

/** Where names stay, telephone numbers and addresses alone are found. */
const nobodyKnown: Known = {
	words: new Map(),
	initials: new Set(),
	places: new Map(),
	datesOfBirth: new Set(),
	identifiers: [],
	openDays: [],
};

/** A piece that has neither a ground nor is given: somebody has to open it first. */
export const isToDecide = ({ proposed: { decision, ground } }: EvidencePiece): boolean =>
	decision !== "give" && ground === null;

/** People as a reader is told of them: by name, or by a number and their post. The numbers are of one difference. */
export function peopleFor<One extends { name: string }>(
	audience: EvidenceAudience,
	people: ReadonlyMap<string, One>,
	spoken: SpokenTo = {},
): Map<string, One> {
	if (audiences[audience].names === "everybody") return new Map(people);
	return new Map(
		[...people].map(([id, person], nth) => [
			id,
			{ ...person, name: sayTo(spoken)`Person ${nth + 1}` },
		]),
	);
}

/** Entries in which whoever did something on paper is named to this reader as they are to be. */
export function entriesNaming(
	audience: EvidenceAudience,
	entries: readonly RecordedEvent[],
	spoken: SpokenTo = {},
): RecordedEvent[] {
	if (audiences[audience].names === "everybody") return [...entries];
	const name = sayTo(spoken)`Somebody who is not in the directory`;
	const unnamed = (by: By): By => (by.person === null ? { ...by, name } : by);
	return entries.map((entry) => ({ ...entry, ...(entry.by && { by: unnamed(entry.by) }) }));
}

/** The sides on which an agency is in a difference; none where it is in it no part of. */
export const sidesOfAgency = (
	agency: string,
	{
		raisingAgency,
		receivingAgency,
		involved,
	}: {
		raisingAgency: string;
		receivingAgency: string | null;
		involved: Readonly<Record<Side, { agency: string }>>;
	},
): Side[] => [
	...(raisingAgency === agency ? ["raising"] : []),
	...(receivingAgency === agency ? ["receiving"] : []),
	...Object.entries(involved).flatMap(([side, is]) => (is.agency === agency ? [side] : [])),
];

/** Of entries that somebody may read those that everybody of an agency may read as well. */
export const entriesForAgency = (
	entries: readonly RecordedEvent[],
	sides: readonly Side[],
): RecordedEvent[] =>
	entriesFor(
		[...entries],
		sides.map((side) => readerOf(side)),
	);

/** What is asked of a pack: one difference, or those that the office received in a period, about a theme or both. */
export type EvidenceAsked = {
	audience: EvidenceAudience;
	/** Of `agency` alone: which. */
	agency?: string | undefined;
	difference?: string | undefined;
	/** ISO days, the first and the last. */
	from?: string | undefined;
	to?: string | undefined;
	theme?: string | undefined;
};

/** How much one pack holds at most. */
export type PackLimits = {
	/** More differences are looked at by nobody. */
	differences: number;
	/** Of the files that were sent: what somebody can hand over, and half of what a zip holds. The rest is for pages and receipts. */
	bytes: number;
	/** A zip without extensions has room for 65,535. */
	files: number;
};
export const packLimits: PackLimits = { differences: 500, bytes: 2_000_000_000, files: 20_000 };

/** Each difference is in a pack as a page and as a PDF, beside its files and receipts. */
export const filesOfEach = 2;

/** What a name of a file is in the pack: it leads nowhere else, whatever it was called, and two are never alike. */
export function nameInPack(number: number, name: string): string {
	const plain = name
		.normalize("NFC")
		.replace(/[^\p{L}\p{N}. -]/gu, "_")
		.replace(/\.{2,}/g, "_")
		.replace(/^[. ]+|[. ]+$/g, "");
	const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? "";
	return `${number}-${plain.slice(0, plain.length - ending.length).slice(0, 80) || "file"}${ending}`;
}
