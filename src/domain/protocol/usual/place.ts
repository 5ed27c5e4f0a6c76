import { anyOf } from "../condition.ts";
import type { EditableYaml, Path, Written } from "../file/edit-yaml.ts";
import type { Protocol } from "../protocol.ts";
import { sayCondition } from "../told/protocol-in-words.ts";
import { readWithin, sayWithin } from "../within.ts";

/** What a place says of the thing that it stands in. */
export type PlaceKind =
	| "about"
	| "answer"
	| "call"
	| "called"
	| "cell"
	| "choice"
	| "go"
	| "guidance"
	| "hint"
	| "if"
	| "in-sector"
	| "length"
	| "letter"
	| "name"
	| "not-for"
	| "question"
	| "reminder"
	| "row"
	| "theme"
	| "title"
	| "to"
	| "word";

/** One thing of a file that can be changed by itself. */
export type Place = {
	/** The words that lead there, joined with dots: its name in forms. */
	name: string;
	at: Path;
	is: PlaceKind;
	/** Which of several of its kind: a number, a sector, the choice that a length is for. */
	of?: string | undefined;
	/** In which case it is said, where there is one for each: “if “Whom is it about?” is “An adult””, “otherwise”. */
	inCase?: string | undefined;
	/** What is said there now; where the file says nothing, what goes for it. */
	says: string;
	/** A length is asked as an amount and a unit. */
	asks: "line" | "text" | "length";
	/** Left blank, the file says nothing there. */
	isOptional: boolean;
	/** The file says it once for several places, so it cannot be changed at one of them. */
	isShared: boolean;
	/** How the file writes what is said, where that is more than the words themselves. */
	written?: ((says: string) => Written) | undefined;
	/** The word after which the file has it, when it is new there. */
	after?: string | undefined;
};

/** Places of one thing. */
export type Section = {
	title: string;
	/** What else is true of it. */
	note?: string | undefined;
	/** None where the thing cannot be changed but in the file; `note` says why. */
	places: Place[];
};

export type Group = { title?: string | undefined; sections: Section[] };

/** What is changed on one page. */
export type Part = {
	id: string;
	title: string;
	groups: Group[];
	/** What a new row of its list asks for, and where the list stands. */
	rows?: { of: "safety" | "themes"; asks: PlaceKind[] } | undefined;
};

/** A draft that can be changed: its file, and what that says. */
export type Draft = { file: EditableYaml; protocol: Protocol };

/** The words of a group in the order of the file; none where there is no such group. */
export const wordsUnder = ({ file }: Draft, at: Path): string[] => {
	const group = file.at(at);
	return typeof group === "object" && group !== null && !Array.isArray(group)
		? Object.keys(group)
		: [];
};

/** How many items a list has. */
export const itemsUnder = ({ file }: Draft, at: Path): number[] => {
	const list = file.at(at);
	return Array.isArray(list) ? [...list.keys()] : [];
};

/** What the file says at a place, as text; "" where it says nothing. */
export const textAt = ({ file }: Pick<Draft, "file">, at: Path): string => {
	const text = file.at(at);
	if (typeof text === "string") return text.trim();
	return anyOf(casesAt({ file }, at));
};

type CaseWritten = { say: string; when?: Record<string, string | string[]> };

/** What the file says for each case where it says it so; none else. */
const casesAt = ({ file }: Pick<Draft, "file">, at: Path): CaseWritten[] => {
	const list = file.at(at);
	return Array.isArray(list) && list.every((each) => typeof each?.say === "string") ? list : [];
};

/** A place, or one for each case where the file says it for each. */
export const placesByCase = (draft: Draft, place: Place): Place[] => {
	const cases = casesAt(draft, place.at);
	if (cases.length === 0) return [place];
	return cases.map(({ say, when }, index) => {
		const at = [...place.at, index, "say"];
		return {
			...place,
			name: at.join("."),
			at,
			says: say.trim(),
			isOptional: false,
			isShared: draft.file.isShared(at),
			inCase: when
				? `if ${sayCondition(draft.protocol, Object.fromEntries(Object.entries(when).map(([of, oneOf]) => [of, [oneOf].flat()])))}`
				: "otherwise",
		};
	});
};

type Asked = Partial<Pick<Place, "of" | "says" | "isOptional" | "written" | "after">>;

/** More letters than are read at once in one line of a page. */
const longLine = 65;

/** A text: on one line where it is asked so, and as long as it fits there. */
export function textPlace(
	draft: Draft,
	at: Path,
	is: PlaceKind,
	asks: "line" | "text",
	{ says = textAt(draft, at), isOptional = false, ...more }: Asked = {},
): Place {
	return {
		name: at.join("."),
		at,
		is,
		says,
		asks: says.includes("\n") || says.length > longLine ? "text" : asks,
		isOptional,
		isShared: draft.file.isShared(at),
		...more,
	};
}

/** The line `5 working days from forward.forwarded`: a length, and what goes with it. */
const withStart = /^(.*?)(\s+from\s+.+)?$/s;

/**
 * A length of time, be it in a line with what starts it.
 *
 * @param otherwise what goes where the file says nothing
 */
export function lengthPlace(
	draft: Draft,
	at: Path,
	{ is = "length", of, otherwise = "" }: { is?: PlaceKind; of?: string; otherwise?: string } = {},
): Place {
	const [, length = "", start = ""] = withStart.exec(textAt(draft, at)) ?? [];
	const limit = readWithin(length);
	return {
		name: at.join("."),
		at,
		is,
		of,
		says: limit ? sayWithin(limit) : otherwise,
		asks: "length",
		isOptional: false,
		isShared: draft.file.isShared(at),
		written: (says) => `${says}${start}`,
	};
}
