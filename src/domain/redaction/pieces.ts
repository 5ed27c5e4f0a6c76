/**
 * What is held, cut into pieces that can each be given, given in part or withheld, before it leaves Concord: for somebody who
 * asked what is held about them, and for evidence packs. A proposal finds too much rather than too little; a person decides.
 */
import type { RecordedEvent } from "../difference/difference.ts";
import { answersOfEntry } from "../difference/told/answers-of-entry.ts";
import { sayEvent } from "../difference/told/say-event.ts";
import { type Names, withAgencyNames } from "../difference/told/words.ts";
import {
	type Finding,
	type Known,
	namesInText,
	namesSomebody,
	withoutFindings,
} from "../learning/names-in-text.ts";
import type { Answer } from "../protocol/answers.ts";
import { fieldOf, type Protocol, readAs } from "../protocol/protocol.ts";
import { sayAnswer } from "../protocol/told/say-answer.ts";
import { Refusal } from "../refusal.ts";
import { type Said, type SpokenTo, said, sayTo } from "../said.ts";
import { cleanText, saysSomething } from "../typed-text.ts";

export type Decision = "give" | "redact" | "withhold";

/** What somebody decides of a piece. `text` is what is given of it; a ground is a name in the list of whoever asks. */
export type DecidedPiece<Ground extends string> = {
	decision: Decision;
	text: string;
	ground: Ground | null;
};

/** A piece of what is held. */
export type Piece<Ground extends string> = {
	/** Its name, which stays as long as the record does. */
	key: string;
	/**
	 * Its words, in whatever language they are shown, where they may become others: a decision holds for these alone. Left out
	 * where they stay as they are.
	 */
	holdsFor?: string;
	differenceId: string | null;
	/** What it belongs to, such as a reference, and what it is called there. */
	of: string;
	title: string;
	/** Who did what, in which it stands. */
	about: string;
	/** ISO instant; null for what has none. */
	at: string | null;
	text: string;
	/** The file that it is; its text is its name. */
	file: { id: string; type: string } | null;
	proposed: Proposal<Ground>;
};

/** What is proposed for a piece: a null ground is for whoever decides to find, where it has to have one. */
export type Proposal<Ground extends string> = DecidedPiece<Ground> & {
	why: Said[];
};

/** Stands where something was taken out. */
export const takenOut = "[taken out]";

/** What is left of a text, with what stands for the rest as its reader is spoken to. */
export const withTakenOut = (text: string, spoken: SpokenTo): string =>
	text.replaceAll(takenOut, () => sayTo(spoken)`[taken out]`);

/** The name of a piece of a record: what was answered to a field in an entry. */
export const pieceKey = (difference: string, seq: number, field: string): string =>
	`${difference}/${seq}/${field}`;

/** What a proposal goes by beside the text itself. */
export type Asked = {
	field: string;
	/** Somebody's own words, and not what was chosen or whom it is about. */
	isOwnWords: boolean;
	/** One side alone reads it so far. */
	isOfOneSide: boolean;
};

/**
 * The pieces of a record, in order: every answer, every file, and of what was done without either that it was done.
 *
 * @param propose what is proposed for an answer, and for a file
 */
export function piecesOfRecord<Ground extends string>(
	protocol: Protocol,
	names: Names,
	entries: readonly RecordedEvent[],
	{
		id,
		reference,
		answer,
		file,
	}: {
		id: string;
		reference: string;
		answer: (text: string, asked: Asked) => Proposal<Ground>;
		file: Proposal<Ground>;
	},
): Piece<Ground>[] {
	const say = sayTo(names);
	const held = answersHeld(protocol, entries);
	return entries.flatMap((entry) => {
		const about = sayEvent(protocol, names, entry);
		const piece = (
			field: string,
			title: string,
			text: string,
			proposed: Proposal<Ground>,
		): Piece<Ground> => ({
			key: pieceKey(id, entry.seq, field),
			differenceId: id,
			of: reference,
			title,
			about,
			at: entry.at,
			text,
			file: null,
			proposed,
		});
		const isAlone = isOfOneSide(entry, entries);
		const answers = (held.get(entry.seq) ?? []).map(([field, given]) => {
			const asked = fieldOf(protocol, field);
			const text = sayAnswer(protocol, asked, given, names);
			const title = withAgencyNames(protocol, names, readAs(asked));
			const isOwnWords = asked.type === "text" || asked.type === "long-text";
			return piece(field, title, text, answer(text, { field, isOwnWords, isOfOneSide: isAlone }));
		});
		const files = (entry.files ?? []).map(
			({ id: sent, name, type }): Piece<Ground> => ({
				...piece(`file.${sent}`, say`File`, name, file),
				file: { id: sent, type },
			}),
		);
		const isSaid = entry.by && answers.length === 0 && files.length === 0;
		return [
			...answers,
			...files,
			...(isSaid
				? [
						piece(
							"said",
							say`What happened`,
							about,
							answer(about, { field: "said", isOwnWords: false, isOfOneSide: false }),
						),
					]
				: []),
		];
	});
}

/**
 * What each entry answers, by its number, every answer once: what was sent on stands where it was given, for whoever may read
 * that.
 */
export function answersHeld(
	protocol: Protocol,
	entries: readonly RecordedEvent[],
): Map<number, [field: string, answer: Answer][]> {
	const before = new Set<string>();
	return new Map(
		entries.map((entry) => {
			const answers = answersOfEntry(protocol, entry).filter(
				([field]) => entry.type !== "sent" || !before.has(field),
			);
			for (const [field] of answers) before.add(field);
			return [entry.seq, answers];
		}),
	);
}

/** Whether one side alone reads an entry, and it was not sent to another since. */
function isOfOneSide(entry: RecordedEvent, entries: readonly RecordedEvent[]): boolean {
	const sides = new Set(entry.audience.map((reader) => reader.split(":")[0]));
	const wasSent = entries.some(
		(later) => later.type === "sent" && later.encloses.includes(entry.seq),
	);
	return sides.size <= 1 && !wasSent;
}

/** A telephone number or an address of somebody is taken out as well. */
const tellsOfSomebody = (finding: Finding): boolean =>
	namesSomebody(finding) || finding.kind === "contact";

/**
 * What is proposed for a text by what is known of those who are not to be told: without them, on this ground.
 *
 * @param known whom it is to name no more
 * @param says what is said of it, before what was found
 */
export function proposedWithout<Ground extends string>(
	text: string,
	known: Known,
	{ ground, says }: { ground: Ground; says: Said },
): Proposal<Ground> {
	const found = namesInText(text, known);
	const out = found.filter(tellsOfSomebody);
	const perhaps = found.filter(({ kind }) => kind === "name-or-place").map((each) => each.text);
	const look =
		perhaps.length > 0 ? [said`May be a name: ${perhaps.join(", ")}. Look yourself.`] : [];
	return out.length === 0
		? { decision: "give", text, ground: null, why: look }
		: {
				decision: "redact",
				text: withoutFindings(text, out, () => takenOut),
				ground,
				why: [said`${says}: ${out.map((each) => each.text).join(", ")}.`, ...look],
			};
}

/**
 * What somebody decided of a piece, as it is kept.
 *
 * @param grounds those that there are
 * @throws Refusal 'reason-missing' | 'wrong-answers'
 */
export function checkedDecision<Ground extends string>(
	{ file }: Pick<Piece<Ground>, "file">,
	{ decision, text: given, ground }: DecidedPiece<Ground>,
	grounds: Readonly<Record<Ground, unknown>>,
): DecidedPiece<Ground> {
	const text = cleanText(given).trim();
	if (decision === "give") return { decision, text: "", ground: null };
	if (!(ground && Object.hasOwn(grounds, ground)))
		throw new Refusal("reason-missing", "Select why it is not given as it is.");
	if (decision === "redact" && (file !== null || !saysSomething(text)))
		throw new Refusal(
			"wrong-answers",
			file ? said`A file is given or withheld as a whole.` : said`Enter what is given of it.`,
		);
	return { decision, text: decision === "redact" ? text : "", ground };
}

/** What of a piece leaves Concord; null where nothing does. */
export const givenOf = (
	{ text }: Pick<Piece<string>, "text">,
	{ decision, text: left }: Pick<DecidedPiece<string>, "decision" | "text">,
): string | null => (decision === "withhold" ? null : decision === "redact" ? left : text);
