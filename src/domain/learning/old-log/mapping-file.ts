import { parse, stringify, YAMLParseError } from "yaml";
import { z } from "zod";
import { inEnglish } from "../../said.ts";
import {
	type Mapping,
	type Meaning,
	type OldLogColumn,
	oldLogColumnNames,
	oldLogColumns,
	type ValueKind,
	valueKey,
	valueKinds,
} from "./mapping.ts";
import { type Choice, guessMeaning, meaningOf } from "./meanings.ts";

/** How an old log is read, as far as a file says so: columns by their headings, words by what they mean, in words. */
export type SaidMapping = {
	columns: Mapping["columns"];
	dates?: Mapping["dates"] | undefined;
	withoutEnd?: Mapping["withoutEnd"] | undefined;
	/** By kind and by `valueKey`. */
	values: Record<ValueKind, Record<string, string>>;
};

const meanings = z.record(z.string(), z.union([z.string(), z.number()]).nullable());
const shape = z.strictObject({
	columns: z.record(z.string(), z.string().nullable()).optional(),
	dates: z.enum(["day-first", "month-first"]).nullish(),
	"without-end": z.enum(["ended", "open"]).nullish(),
	agency: meanings.nullish(),
	theme: meanings.nullish(),
	stage: meanings.nullish(),
	ending: meanings.nullish(),
});

/**
 * Reads such a file: YAML, or JSON, which is YAML too.
 *
 * @returns what is wrong with it, a sentence each, where it cannot be read
 */
export function readMappingFile(text: string): SaidMapping | { wrong: string[] } {
	let given: unknown;
	try {
		given = parse(text) ?? {};
	} catch (problem) {
		if (!(problem instanceof YAMLParseError)) throw problem;
		return { wrong: [problem.message.split("\n")[0] ?? problem.message] };
	}
	const read = shape.safeParse(given);
	if (!read.success)
		return {
			wrong: read.error.issues.map(({ path, message }) => `${path.join(": ") || "It"}: ${message}`),
		};
	const columns: Mapping["columns"] = {};
	const wrong: string[] = [];
	for (const [said, heading] of Object.entries(read.data.columns ?? {})) {
		const column = columnCalled(said);
		if (!column) wrong.push(`columns: There is no “${said}”. There is: ${titles.join(", ")}`);
		else if (heading) columns[column] = heading;
	}
	if (wrong.length > 0) return { wrong };
	const values = Object.fromEntries(
		valueKinds.map((kind) => [
			kind,
			Object.fromEntries(
				Object.entries(read.data[kind] ?? {}).flatMap(([word, means]) =>
					means === null ? [] : [[valueKey(word), String(means)]],
				),
			),
		]),
	) as SaidMapping["values"];
	return {
		columns,
		dates: read.data.dates ?? undefined,
		withoutEnd: read.data["without-end"] ?? undefined,
		values,
	};
}

const titles = oldLogColumnNames.map((column) => inEnglish(oldLogColumns[column].title));

const columnCalled = (said: string): OldLogColumn | undefined =>
	oldLogColumnNames.find(
		(column) => valueKey(inEnglish(oldLogColumns[column].title)) === valueKey(said),
	);

/** What a word of the log means: what the file says, or else what is most likely. */
export type SaidMeaning =
	| { meaning: Meaning; says: string; isGuess: boolean }
	/** The file says what cannot be meant; or says nothing, and nobody can guess. */
	| { unknown: string | undefined };

/** @param before what the words of the file before meant */
export function meaningSaid(
	kind: ValueKind,
	word: string,
	choices: Choice[],
	said: SaidMapping["values"],
	before: Mapping["values"],
): SaidMeaning {
	const key = valueKey(word);
	const written = Object.hasOwn(said[kind], key) ? said[kind][key] : undefined;
	const value =
		written === undefined ? guessMeaning(kind, word, choices, before) : choiceCalled(written);
	const choice = choices.find((each) => each.value === value);
	const meaning = choice && meaningOf(choice.value);
	return meaning
		? { meaning, says: choice.says, isGuess: written === undefined }
		: { unknown: written };

	function choiceCalled(text: string) {
		return choices.find(
			({ value, says }) =>
				value === text || value === `named:${text}` || valueKey(says) === valueKey(text),
		)?.value;
	}
}

/**
 * A file that says how a log is read, to be filled in: what is empty is to be said.
 *
 * @param words by kind, each with what it means by its value or its name
 */
export function draftMappingFile(
	{
		columns,
		dates,
		withoutEnd,
	}: Pick<Mapping, "columns" | "withoutEnd"> & {
		dates: Mapping["dates"] | undefined;
	},
	words: Partial<Record<ValueKind, Record<string, string | null>>>,
): string {
	const body = stringify(
		{
			columns: Object.fromEntries(
				oldLogColumnNames.map((column) => [
					inEnglish(oldLogColumns[column].title),
					columns[column] ?? null,
				]),
			),
			dates: dates ?? null,
			"without-end": withoutEnd,
			...words,
		},
		{ nullStr: "", lineWidth: 0 },
	);
	return `${explained}${body}`;
}

const explained = `# How an old log is read. Fill in what is empty; take out the columns that the log has not.
#   columns      what each is, and its heading in the file
#   dates        day-first or month-first, for dates such as 03/04/2024
#   without-end  what a line without a day of its end is: ended or open
#   agency       the agency's name in the directory, or sector:health and so on for one that is not in it, or nothing
#   theme        a theme of the protocol, or own-words to keep the log's, or nothing
#   stage        a stage of the protocol, or nothing
#   ending       an ending of the protocol, or open, own-words or nothing
`;
