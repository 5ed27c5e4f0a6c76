/**
 * What is held about somebody, as pieces of what they may be given, each with what is proposed and why. Whoever answers the
 * request looks at each and decides.
 */
import type { RecordedEvent } from "../difference/difference.ts";
import { answersOfEntry } from "../difference/told/answers-of-entry.ts";
import { sayEvent } from "../difference/told/say-event.ts";
import { type Names, withAgencyNames } from "../difference/told/words.ts";
import type { Known } from "../learning/names-in-text.ts";
import { aboutWhoActs, fieldOf, type Protocol, readAs } from "../protocol/protocol.ts";
import { sayAnswer } from "../protocol/told/say-answer.ts";
import {
	type Piece as AnyPiece,
	piecesOfRecord,
	proposedWithout,
	takenOut,
} from "../redaction/pieces.ts";
import { type Said, said, sayTo } from "../said.ts";
import { likeness } from "../typed-text.ts";
import type { Looking } from "./named-in-text.ts";

/** Why a piece, or part of it, is not given. Where it has one, each with the law that allows it. */
export const grounds = {
	"third-party": said`It tells of somebody else, who has not agreed and need not be named (Data Protection Act 2018, schedule 2, paragraph 16)`,
	harm: said`It could seriously harm the child or somebody else (schedule 3, parts 2 to 4)`,
	"child-abuse": said`It tells of abuse, and it is not in the child’s interest (schedule 3, part 5)`,
	crime: said`It could get in the way of preventing or finding a crime (schedule 2, paragraph 2)`,
	legal: said`It is legal advice, or was written for a court (schedule 2, paragraph 19)`,
	"not-theirs": said`It is not about the person who asked`,
} as const;
export type Ground = keyof typeof grounds;

export type Piece = AnyPiece<Ground>;

/**
 * The pieces of a difference for the child whom it is about; or for one whom only texts in it name, those texts.
 *
 * @param named left out where it is about the child
 */
export function piecesForChild(
	protocol: Protocol,
	names: Names,
	entries: readonly RecordedEvent[],
	{
		id,
		reference,
		known,
		named,
	}: { id: string; reference: string; known: Known; named?: Looking | undefined },
): Piece[] {
	const pieces = piecesOfRecord<Ground>(protocol, names, entries, {
		id,
		reference,
		answer: (text, { field, isOwnWords, isOfOneSide }) => {
			if (aboutWhoActs.includes(field))
				return unsure(said`It tells of somebody who works on this. Choose a ground, or give it.`);
			// Whom it is about and what was chosen is no note, whoever has it so far.
			if (isOfOneSide && isOwnWords)
				return unsure(
					said`One side wrote it for itself. Ask that agency first. That it is private is no ground by itself: choose one, or give it.`,
					...(named ? [noMoreThanNames] : []),
				);
			const without = (given: string) =>
				proposedWithout<Ground>(given, known, {
					ground: "third-party",
					says: said`It names somebody else`,
				});
			if (!named) return without(text);
			const only = sentencesWith(text, named.isIn);
			if (only === "") return unsure(noMoreThanNames);
			const { text: left, why } = without(only);
			return {
				decision: "redact",
				text: left,
				ground: "third-party",
				why: [ofSomebodyElse, ...why],
			};
		},
		file: unsure(
			said`Concord does not look inside files. Open it, then give it or choose a ground.`,
		),
	});
	if (!named) return pieces;
	const naming = pieces.filter(({ text }) => named.waysIn(text).length > 0);
	// Where it is told in a way that is shown otherwise, all of it is for whoever decides to look at.
	return naming.length > 0 ? naming : pieces;
}

const noMoreThanNames = said`The difference is about somebody else. Give no more than what names this child.`;
const ofSomebodyElse = said`The difference is about somebody else. Only the sentences that name this child are proposed.`;

/** Withheld until whoever decides has found a ground, or gives it. */
const unsure = (...why: Said[]): Piece["proposed"] => ({
	decision: "withhold",
	text: "",
	ground: null,
	why,
});

/**
 * The pieces of a difference for somebody who took part in it: that they did what, what was recorded of them, such as that
 * they have a conflict of interest, and where a text names them, the sentences that do. The story is about others.
 */
export function piecesForPerson(
	protocol: Protocol,
	names: Names,
	entries: readonly RecordedEvent[],
	{
		id,
		reference,
		person,
	}: { id: string; reference: string; person: { ids: readonly string[]; name: string } },
): Piece[] {
	const say = sayTo(names);
	const did = entries.filter(({ by }) => person.ids.some((id) => id === by?.person));
	const lines = did.map((entry) => `${entry.at.slice(0, 10)}: ${sayEvent(protocol, names, entry)}`);
	const piece = (key: string, title: string, about: string, text: string): Piece => ({
		key: `${id}/${key}`,
		differenceId: id,
		of: reference,
		title,
		about,
		at: null,
		text,
		file: null,
		proposed: { decision: "give", text, ground: null, why: [] },
	});
	const ofThem = entries.filter((entry) => isOf(entry, person.ids));
	const recorded = ofThem.map((entry): Piece => {
		const about = sayEvent(protocol, names, entry);
		const told = answersOfEntry(protocol, entry).map(([field, answer]) => {
			const asked = fieldOf(protocol, field);
			return `${withAgencyNames(protocol, names, readAs(asked))}: ${sayAnswer(protocol, asked, answer, names)}`;
		});
		return {
			...piece(
				`of/${entry.seq}`,
				say`What was recorded of them`,
				about,
				[about, ...told].join("\n"),
			),
			at: entry.at,
			proposed: unsure(
				said`It was recorded of this person, and may tell of others too. Give it, give part of it, or choose a ground.`,
			),
		};
	});
	const naming = entries.flatMap((entry) =>
		entry.type === "sent" || ofThem.includes(entry)
			? []
			: answersOfEntry(protocol, entry).flatMap(([field, answer]) => {
					const asked = fieldOf(protocol, field);
					const text = sayAnswer(protocol, asked, answer, names);
					const only = sentencesNaming(text, person.name);
					if (only === "") return [];
					const title = withAgencyNames(protocol, names, readAs(asked));
					const about = sayEvent(protocol, names, entry);
					return [
						{
							...piece(`${entry.seq}/${field}`, title, about, text),
							at: entry.at,
							proposed: {
								decision: "redact" as const,
								text: only,
								ground: "third-party" as const,
								why: [said`The rest of it is about others.`],
							},
						},
					];
				}),
	);
	return [
		...(lines.length > 0
			? [
					{
						...piece("did", say`What they did`, say`The record`, lines.join("\n")),
						holdsFor: did.map(({ seq }) => seq).join(" "),
					},
				]
			: []),
		...recorded,
		...naming,
	];
}

/** Whether an entry itself is of somebody, by their identifier: not only who made it, or what somebody answered in it. */
function isOf(entry: RecordedEvent, ids: readonly string[]): boolean {
	if (entry.type === "sent") return false;
	const { by: _by, entered: _entered, ...rest } = entry;
	const detail = JSON.stringify({ ...rest, answers: undefined });
	return ids.some((id) => detail.includes(id));
}

/** The sentences and lines of a text in which somebody’s name stands, the others taken out; empty where it stands in none. */
export function sentencesNaming(text: string, name: string): string {
	const words = name
		.split(/\s+/)
		.map(likeness)
		.filter((word) => word.length > 2);
	const last = words.at(-1);
	if (last === undefined) return "";
	return sentencesWith(text, (part) =>
		part
			.split(/[^\p{L}\p{N}’'-]+/u)
			.map(likeness)
			.includes(last),
	);
}

/** The sentences and lines of a text that are asked for, the others taken out; empty where there is none. */
export function sentencesWith(text: string, isAsked: (part: string) => boolean): string {
	const parts = text.split(/(?<=[.!?])\s+|\n/);
	if (!parts.some(isAsked)) return "";
	return parts
		.map((part) => (isAsked(part) ? part : takenOut))
		.filter((part, nth, all) => part !== takenOut || all[nth - 1] !== takenOut)
		.join(" ");
}
