import { partsOf } from "../difference/find-child.ts";
import { type Said, type SpokenTo, said, sayItTo } from "../said.ts";
import { likeness } from "../typed-text.ts";
import type { Piece } from "./pieces.ts";
import type { AskedAbout } from "./request.ts";

/** A text that is held beside the records of differences, such as what somebody has typed and not sent. */
export type TextBeside = {
	/** Its name, which stays when the text becomes another. */
	key: string;
	/** The difference that it belongs to; null for none. */
	differenceId: string | null;
	kind: "draft" | "old-log" | "lesson";
	/** What it is and whose, in words. */
	title: Said;
	/** Null where it could not be opened. */
	text: string | null;
};

const nobodyCanOpenIt = said`Nobody can open it, so nobody knows whom it is about. If you give it, the person is told what kind it is and when it is from, and that it could not be opened.`;

/** A difference that may name the child, where its texts cannot be opened. */
export const closedPiece = (id: string, reference: string, spoken: SpokenTo = {}): Piece => {
	const text = sayItTo(spoken, said`It could not be opened`);
	return {
		key: `${id}/closed`,
		differenceId: id,
		of: reference,
		title: text,
		about: text,
		at: null,
		text,
		file: null,
		proposed: { decision: "withhold", text: "", ground: null, why: [nobodyCanOpenIt] },
	};
};

/** What each kind is called where its pieces stand together. */
const kinds: Record<TextBeside["kind"], Said> = {
	draft: said`Typed and not sent`,
	"old-log": said`Logs of before Concord`,
	lesson: said`Lessons`,
};

/** Whether a text may be about a child: it has the first part of one of their names as a word, or their identifier. */
export function mayBeAbout(
	text: string,
	{
		name,
		names = [],
		identifier,
	}: Pick<AskedAbout & { kind: "child" }, "name" | "names" | "identifier">,
): boolean {
	const firsts = [name, ...names].flatMap((each) => partsOf(each).slice(0, 1));
	const words = new Set(partsOf(text.replaceAll(/[^\p{L}\p{M}\p{N}’'-]+/gu, " ")));
	const number = likeness(identifier);
	return (
		firsts.some((first) => words.has(first)) ||
		(/\p{N}/u.test(number) && likeness(text).includes(number))
	);
}

/** Every text of something that was typed, however it is nested, one in a line. */
export function textsIn(content: unknown): string {
	if (typeof content === "string") return content.trim();
	if (typeof content !== "object" || content === null) return "";
	return Object.values(content).map(textsIn).filter(Boolean).join("\n");
}

/**
 * The pieces that are held about a child beside the records: all that belongs to a difference of theirs, and else what may
 * be about them. Each is for whoever decides to read: nobody has said yet that it is about this child.
 *
 * @param theirs the differences that are about the child
 */
export const piecesBeside = (
	texts: readonly TextBeside[],
	about: AskedAbout & { kind: "child" },
	theirs: readonly string[],
	spoken: SpokenTo = {},
): Piece[] =>
	texts
		.filter(
			({ differenceId, text }) =>
				// Of what nobody can read nobody can say that it is about somebody else.
				text === null ||
				(differenceId !== null && theirs.includes(differenceId)) ||
				mayBeAbout(text, about),
		)
		.map(({ key, differenceId, kind, title, text }) => ({
			key,
			holdsFor: text ?? "",
			differenceId,
			of: sayItTo(spoken, kinds[kind]),
			title: sayItTo(spoken, title),
			about: sayItTo(spoken, kinds[kind]),
			at: null,
			text: text ?? sayItTo(spoken, said`It could not be opened`),
			file: null,
			proposed: {
				decision: "withhold",
				text: "",
				ground: null,
				why: [
					text === null
						? nobodyCanOpenIt
						: said`Nobody has said that this is about the same child. Read it, then give it, give part of it, or choose a ground.`,
				],
			},
		}));
