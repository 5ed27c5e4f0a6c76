import type { z } from "zod";
import { sayAny } from "../../english.ts";
import { Faults } from "./faults.ts";
import { descriptionAt, knownWords, typesWith, valueAt } from "./known-words.ts";
import type { YamlRead } from "./read-yaml.ts";

/**
 * What is wrong with the shape of a file, said so that its writer can mend it.
 *
 * @returns the faults, none when the file fits `schema`, and then what it says
 */
export function readShape<Schema extends z.ZodType>(
	schema: Schema,
	{ content, lineOf, writtenAt }: YamlRead,
): { read?: z.infer<Schema>; faults: Faults } {
	const faults = new Faults(lineOf);
	const parsed = schema.safeParse(content);
	if (parsed.success) return { read: parsed.data, faults };
	for (const issue of parsed.error.issues) tell(faults, issue, schema, { content, writtenAt });
	return { faults };
}

function tell(
	faults: Faults,
	issue: z.core.$ZodIssue,
	schema: z.ZodType,
	read: Pick<YamlRead, "content" | "writtenAt">,
): void {
	const { path } = issue;
	const { content } = read;
	const name = nameOf(path);
	const given = valueAt(content, path);
	switch (issue.code) {
		case "unrecognized_keys": {
			const known = knownWords(schema, path, content);
			for (const key of issue.keys) {
				const types = typesWith(schema, path, key).map((type) => `“type: ${type}”`);
				const nearest = faults.nearest(key, known);
				const empty = valueAt(content, [...path, key]) === null;
				faults.add(
					[...path, key],
					`“${key}” is not a word that can stand here`,
					types.length > 0
						? `It goes with ${sayAny(types)}. Take it out, or change the type`
						: nearest
							? `Did you mean “${nearest}”?`
							: empty && key.includes(" ")
								? "Between { and } a comma ends a text: if this belongs to the text before it, put that whole text in quotes"
								: `Take it out, or use one of: ${known.join(", ")}`,
				);
			}
			return;
		}
		case "invalid_union": {
			const closest = closestBranch(issue, given);
			for (const inner of closest)
				tell(
					faults,
					{ ...inner, path: [...path, ...inner.path] } as z.core.$ZodIssue,
					schema,
					read,
				);
			// No alternative at all: the word that chooses between them is unknown or missing.
			if (closest.length === 0)
				faults.unknown(
					path,
					shorten(given),
					String(path.at(-1)),
					"options" in issue ? (issue.options ?? []).map(String) : [],
				);
			return;
		}
		case "invalid_value": {
			const known = issue.values.map(String);
			if (given === undefined)
				faults.add(path, `${name} is missing`, `Add it with one of: ${known.join(", ")}`);
			else
				faults.unknown(
					path,
					shorten(given),
					String(path.at(-1)),
					known,
					withMeanings(schema, path, known),
				);
			return;
		}
		case "invalid_type":
			if (given === undefined) faults.add(path, `${name} is missing`, "Add it");
			else
				faults.add(
					path,
					`${name} should be ${kindWords[issue.expected] ?? issue.expected}, and is ${sayGiven(given)}`,
					howToWrite(
						issue.expected,
						given,
						read.writtenAt(path),
						knownWords(schema, path, content),
					),
				);
			return;
		case "invalid_key":
			faults.add(
				path,
				`${name} cannot be a name here`,
				[issue.issues[0]?.message ?? "Change it", ...suchAs(String(path.at(-1)))].join(
					", such as ",
				),
			);
			return;
		case "too_small":
			if (typeof given === "number") break;
			faults.add(
				path,
				`${name} is empty`,
				issue.origin === "string" ? "Write something here" : "Add at least one",
			);
			return;
	}
	faults.add(path, `${name} cannot be ${sayGiven(given)}`, issue.message);
}

/** The words of a list of choices, each with what the language says that it means. */
function withMeanings(schema: z.ZodType, path: readonly PropertyKey[], known: string[]): string[] {
	const said = descriptionAt(schema, path) ?? "";
	return known.map((word) => {
		// As the reference has it: "`hard`: a limit, met or missed. `soft`: …".
		const [, meaning] = new RegExp(`\`${word}\`: ([^.;:\`]+)`).exec(said) ?? [];
		return meaning === undefined ? word : `${word} (${meaning.trim()})`;
	});
}

/** A name as it may be written, for one that may not. */
const suchAs = (name: string): string[] => {
	const written = name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^[^a-z]+|-+$/g, "");
	return written === "" ? [] : [`“${written}”`];
};

/** What a place is called: by its word, and in a list by the word of the list and which one it is. */
function nameOf(path: readonly PropertyKey[]): string {
	const word = path.at(-1);
	if (word === undefined) return "The file";
	return typeof word === "number" && path.length > 1
		? `“${String(path.at(-2))}”, number ${word + 1},`
		: `“${String(word)}”`;
}

/**
 * The faults of the alternative that says best what was meant: the one of the same kind as what was given,
 * whose own words were used, and that needs the least mending.
 */
function closestBranch(issue: z.core.$ZodIssueInvalidUnion, given: unknown): z.core.$ZodIssue[] {
	const cost = (branch: readonly z.core.$ZodIssue[]) =>
		branch.reduce(
			(sum, { path, code }) =>
				sum +
				(path.length === 0 && code === "invalid_type" ? 100 : 0) +
				(code === "unrecognized_keys" ? 2 : 1),
			0,
		);
	const ofKind = issue.errors.filter(
		(branch) => typeof given !== "object" || !branch.some(isOfOtherKind),
	);
	return (
		([...(ofKind.length > 0 ? ofKind : issue.errors)].sort((a, b) => cost(a) - cost(b))[0] as
			| z.core.$ZodIssue[]
			| undefined) ?? []
	);
}

/** A text where a group stands, or the like; of alternatives in an alternative, when none of them fits. */
const isOfOtherKind = (issue: z.core.$ZodIssue): boolean =>
	issue.path.length === 0 &&
	(issue.code === "invalid_type" ||
		issue.code === "invalid_value" ||
		(issue.code === "invalid_union" &&
			issue.errors.length > 0 &&
			issue.errors.every((branch) => branch.some(isOfOtherKind))));

/** How what was given is written as what it should be. */
function howToWrite(
	expected: string,
	given: unknown,
	written: string | undefined,
	known: string[],
): string {
	if (given === null) return `Write ${kindWords[expected] ?? expected} here, or take the word out`;
	const isPlain = typeof given === "string" || typeof given === "number";
	if (expected === "string" && (typeof given === "number" || typeof given === "boolean"))
		return `Put it in quotes: "${written ?? given}"`;
	if (expected === "number" && typeof given === "string" && /\d/.test(given))
		return `Write the number alone, without quotes: ${/\d+/.exec(given)?.[0]}`;
	if (expected === "boolean" && typeof given === "string")
		return /^(yes|on|no|off)$/i.test(given)
			? `Write “${/^(yes|on)$/i.test(given)}”`
			: "Write “true” or “false”";
	if (expected === "array" && isPlain) return `Put it between brackets: [${shorten(given)}]`;
	if (expected === "string" && Array.isArray(given)) return "Write one, without brackets";
	if (expected === "record" && Array.isArray(given))
		return "Write each with a name of its own: “a-name: Its words”";
	if ((expected === "object" || expected === "record") && known.length > 0)
		return `Write it as a group: “{ ${known.includes("title") && isPlain ? `title: ${shorten(given)}` : `${known[0]}: …`} }”, with what it may say: ${known.join(", ")}`;
	return `Write it as ${kindWords[expected] ?? expected}`;
}

const kindWords: Record<string, string> = {
	string: "a text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	array: "a list",
	object: "a group of named lines",
	record: "a group of named lines",
};

/** What stands in the file, in words or quoted. */
function sayGiven(given: unknown): string {
	if (given === null || given === undefined) return "empty";
	if (Array.isArray(given)) return "a list";
	if (typeof given === "object") return "a group of named lines";
	return `“${shorten(given)}”`;
}

/** What stands in the file, short enough to quote; nothing for what is missing. */
function shorten(given: unknown): string {
	if (given === null || given === undefined) return "";
	const text = typeof given === "object" ? "…" : String(given);
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
