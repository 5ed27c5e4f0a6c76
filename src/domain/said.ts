import { sayAny, sayList } from "./english.ts";

/** What a rule says, kept so that whoever shows it can say it in another language. */
export type Said = { readonly strings: readonly string[]; readonly values: readonly SaidValue[] };

/**
 * A day (with its weekday, or the date alone), a time, a moment, or so many days or hours: how it is said in English, where it is
 * worked out, and what it is.
 */
export type SaidTime = { readonly english: string } & (
	| { readonly day: string }
	/** Such as 2026-04. */
	| { readonly month: string }
	| { readonly date: string }
	| { readonly time: { readonly hour: number; readonly minute: number } }
	| { readonly count: number; readonly one: string; readonly many: string }
	| { readonly at: Temporal.PlainDateTime | Temporal.ZonedDateTime }
);

/** Names in a row, "A, B and C" or "A, B or C": how they stand in English, and which they are. */
export type SaidNames = {
	readonly english: string;
	readonly names: readonly (string | Said)[];
	readonly join: "and" | "or";
};

/** A text among the values is a name, or words that somebody wrote: it is said as it is in every language. */
export type SaidValue = string | number | SaidTime | SaidNames | Said;

/** said`${agency} has answered already.`: the sentence as English has it, and what stands in it. */
export const said = (strings: TemplateStringsArray, ...values: SaidValue[]): Said => ({
	strings,
	values,
});

/** A whole sentence that was written down elsewhere, as `said` has it. */
export const saidWhole = (text: string): Said => ({ strings: [text], values: [] });

/** "A, B and C", of names or of words that somebody wrote. */
export const allOf = (names: readonly (string | Said)[]): SaidNames => ({
	english: sayList(names.map(valueInEnglish)),
	names,
	join: "and",
});

/** "A, B or C", of such. */
export const anyOf = (names: readonly (string | Said)[]): SaidNames => ({
	english: sayAny(names.map(valueInEnglish)),
	names,
	join: "or",
});

/** One sentence after the other. */
export const saidInTurn = ([first, ...rest]: readonly Said[]): Said =>
	rest.reduce((before, one) => said`${before} ${one}`, first ?? saidWhole(""));

/** "A", "A or B", "A, B or C" */
export const saidAny = ([first, ...rest]: readonly Said[]): Said => {
	if (!first) return saidWhole("");
	const last = rest.pop();
	return last
		? said`${rest.reduce((before, one) => said`${before}, ${one}`, first)} or ${last}`
		: first;
};

/** What is wrong with an answer, with the sentence for whoever shows it in another language. */
export const issueOf = (wrong: Said) => ({
	code: "custom" as const,
	message: inEnglish(wrong),
	params: { said: wrong },
});

/** Why an answer is wrong, as a schema found it. */
export const saidOfIssue = (issue: { message: string; params?: unknown }): Said =>
	(issue.params as { said?: Said } | undefined)?.said ?? saidWhole(issue.message);

/** How a reader is spoken to. Whoever tells them something hands it on to the rules, which never ask in which language it is. */
export type Speech = {
	say: (sentence: Said) => string;
	/** "A, B and C" */
	list: (items: string[]) => string;
	/** "A, B or C" */
	any: (items: string[]) => string;
	time: (time: SaidTime) => string;
};

/** For what is told to somebody: to whom nothing else was said, in English. */
export type SpokenTo = { speech?: Speech | undefined };

/** A tag for sentences as this reader is spoken to. */
export const sayTo =
	(reader: SpokenTo) =>
	(strings: TemplateStringsArray, ...values: SaidValue[]): string =>
		sayItTo(reader, said(strings, ...values));

/** A sentence as this reader is spoken to. */
export const sayItTo = ({ speech }: SpokenTo, sentence: Said): string =>
	speech ? speech.say(sentence) : inEnglish(sentence);

/** A day or a time that stands by itself, as this reader is spoken to. */
export const timeTo = ({ speech }: SpokenTo, time: SaidTime): string =>
	speech ? speech.time(time) : time.english;

/** What was said, in English. */
export const inEnglish = ({ strings, values }: Said): string =>
	strings
		.map((text, nth) => (nth === 0 ? text : `${valueInEnglish(values[nth - 1])}${text}`))
		.join("");

const valueInEnglish = (value: SaidValue | undefined): string => {
	if (typeof value !== "object") return String(value ?? "");
	return "english" in value ? value.english : inEnglish(value);
};
