/**
 * What is held about somebody, cut into pieces that can be given, given in part or withheld, each with what is proposed and
 * why. Whoever answers the request looks at each and decides: a proposal finds too much rather than too little.
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
import { aboutWhoActs, fieldOf, type Protocol, readAs } from "../protocol/protocol.ts";
import { sayAnswer } from "../protocol/told/say-answer.ts";
import { likeness } from "../typed-text.ts";

/** Why a piece, or part of it, is not given. Where it has one, each with the law that allows it. */
export const grounds = {
	"third-party":
		"It tells of somebody else, who has not agreed and need not be named (Data Protection Act 2018, schedule 2, paragraph 16)",
	harm: "It could seriously harm the child or somebody else (schedule 3, parts 2 to 4)",
	"child-abuse": "It tells of abuse, and it is not in the child’s interest (schedule 3, part 5)",
	crime: "It could get in the way of preventing or finding a crime (schedule 2, paragraph 2)",
	legal: "It is legal advice, or was written for a court (schedule 2, paragraph 19)",
	"not-theirs": "It is not about the person who asked",
} as const;
export type Ground = keyof typeof grounds;

export type Decision = "give" | "redact" | "withhold";

/** A piece of what is held. */
export type Piece = {
	/** Its name in the request, which stays as long as the record does. */
	key: string;
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
	proposed: {
		decision: Decision;
		/** What would be given of it. */
		text: string;
		/** Null where it is for whoever decides to find one. */
		ground: Ground | null;
		why: string[];
	};
};

/** Stands where something was taken out. */
export const takenOut = "[taken out]";

/** The pieces of a difference for the child whom it is about. */
export function piecesForChild(
	protocol: Protocol,
	names: Names,
	entries: readonly RecordedEvent[],
	{ id, reference, known }: { id: string; reference: string; known: Known },
): Piece[] {
	return entries.flatMap((entry) => {
		const about = sayEvent(protocol, names, entry);
		const isPrivate = isOfOneSide(entry, entries);
		const piece = (key: string, title: string, text: string, unsure = ""): Piece => ({
			key: `${id}/${entry.seq}/${key}`,
			differenceId: id,
			of: reference,
			title,
			about,
			at: entry.at,
			text,
			file: null,
			proposed:
				unsure === ""
					? proposedOf(text, known)
					: { decision: "withhold", text: "", ground: null, why: [unsure] },
		});
		const unsureOf = (field: string, isOwnWords: boolean): string => {
			if (aboutWhoActs.includes(field))
				return "It tells of somebody who works on this. Choose a ground, or give it.";
			return isPrivate && isOwnWords
				? "One side wrote it for itself. Ask that agency first. That it is private is no ground by itself: choose one, or give it."
				: "";
		};
		// What was sent was answered before, and stands there.
		const answers =
			entry.type === "sent"
				? []
				: answersOfEntry(protocol, entry).map(([field, answer]) => {
						const asked = fieldOf(protocol, field);
						return piece(
							field,
							withAgencyNames(protocol, names, readAs(asked)),
							sayAnswer(protocol, asked, answer, names.people),
							// Whom it is about and what was chosen is no note, whoever has it so far.
							unsureOf(field, asked.type === "text" || asked.type === "long-text"),
						);
					});
		const files = (entry.files ?? []).map(
			({ id: file, name, type }): Piece => ({
				...piece(`file.${file}`, "File", name),
				file: { id: file, type },
				proposed: {
					decision: "withhold",
					text: "",
					ground: null,
					why: ["Concord does not look inside files. Open it, then give it or choose a ground."],
				},
			}),
		);
		const said = entry.by && answers.length === 0 && files.length === 0;
		return [...answers, ...files, ...(said ? [piece("said", "What happened", about)] : [])];
	});
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
const isTakenOut = (finding: Finding): boolean =>
	namesSomebody(finding) || finding.kind === "contact";

function proposedOf(text: string, known: Known): Piece["proposed"] {
	const found = namesInText(text, known);
	const out = found.filter(isTakenOut);
	const perhaps = found.filter(({ kind }) => kind === "name-or-place").map((each) => each.text);
	const look = perhaps.length > 0 ? [`May be a name: ${perhaps.join(", ")}. Look yourself.`] : [];
	return out.length === 0
		? { decision: "give", text, ground: null, why: look }
		: {
				decision: "redact",
				text: withoutFindings(text, out, () => takenOut),
				ground: "third-party",
				why: [`It names somebody else: ${out.map((each) => each.text).join(", ")}.`, ...look],
			};
}

/**
 * The pieces of a difference for somebody who took part in it: that they did what, and where a text names them, the sentences
 * that do. The story is about others.
 */
export function piecesForPerson(
	protocol: Protocol,
	names: Names,
	entries: readonly RecordedEvent[],
	{
		id,
		reference,
		person,
	}: { id: string; reference: string; person: { id: string; name: string } },
): Piece[] {
	const did = entries.filter(({ by }) => by?.person === person.id);
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
	const naming = entries.flatMap((entry) =>
		entry.type === "sent"
			? []
			: answersOfEntry(protocol, entry).flatMap(([field, answer]) => {
					const asked = fieldOf(protocol, field);
					const text = sayAnswer(protocol, asked, answer, names.people);
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
								why: ["The rest of it is about others."],
							},
						},
					];
				}),
	);
	return [
		...(lines.length > 0 ? [piece("did", "What they did", "The record", lines.join("\n"))] : []),
		...naming,
	];
}

/** The sentences and lines of a text in which somebody’s name stands, the others taken out; empty where it stands in none. */
export function sentencesNaming(text: string, name: string): string {
	const words = name
		.split(/\s+/)
		.map(likeness)
		.filter((word) => word.length > 2);
	const last = words.at(-1);
	if (last === undefined) return "";
	const parts = text.split(/(?<=[.!?])\s+|\n/);
	const names = (part: string) =>
		part
			.split(/[^\p{L}\p{N}’'-]+/u)
			.map(likeness)
			.includes(last);
	if (!parts.some(names)) return "";
	return parts
		.map((part) => (names(part) ? part : takenOut))
		.filter((part, nth, all) => part !== takenOut || all[nth - 1] !== takenOut)
		.join(" ");
}
