/**
 * What the product says, in the language of whoever reads it: say`You act for ${agency} now.` The English sentence stands where
 * it is said and is its own key; its Welsh stands beside it in `welsh/`.
 */

import * as english from "../domain/calendar/day-in-words.ts";
import { sayDay as englishDay } from "../domain/calendar/iso-day.ts";
import * as grammar from "../domain/english.ts";
import { sayMonth as englishMonth } from "../domain/learning/period.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Said, SaidNames, SaidTime, Speech } from "../domain/said.ts";
import { languageOf, marked } from "./marks.ts";
import { speaking, speakingNow } from "./speaking.ts";
import { welsh } from "./welsh/all.ts";
import {
	welshAny,
	welshDate,
	welshDay,
	welshForm,
	welshList,
	welshMoment,
	welshMonth,
	welshShortDate,
	welshTime,
} from "./welsh-words.ts";

/** What may stand in a sentence: a name or other words, a number, what a rule said. */
export type SayValue = string | number | Said | SaidTime | SaidNames;

/** What a place in the code says, worked out once for each. */
type Sentence = {
	/** With its places numbered, "You act for {1} now.": under it its Welsh is kept. */
	key: string;
	/** What stands between its values. Where the code goes on in another line there is a space. */
	parts: readonly string[];
};
const sentences = new WeakMap<readonly string[], Sentence>();

function sentenceOf(strings: readonly string[]): Sentence {
	const known = sentences.get(strings);
	if (known) return known;
	const parts = strings.map((text) => text.replaceAll(/\s*\n\s*/g, " "));
	const key = parts.map((text, nth) => (nth === 0 ? text : `{${nth}}${text}`)).join("");
	const sentence = { key, parts };
	sentences.set(strings, sentence);
	return sentence;
}

export const keyOf = (strings: readonly string[]): string => sentenceOf(strings).key;

/** What stands between the values of a sentence, in English. */
export const partsOf = (strings: readonly string[]): readonly string[] => sentenceOf(strings).parts;

/** The Welsh of a sentence; undefined where it is not translated yet. */
export function welshOf(key: string): string | undefined {
	const found = welsh[key];
	return typeof found === "object" ? found.other : found;
}

/** Says a sentence. Where it is not translated, in English, which a page marks as such. */
export function sayText(strings: readonly string[], ...values: readonly SayValue[]): string {
	const { language, marks } = speakingNow();
	const { key, parts } = sentenceOf(strings);
	if (key === "") return "";
	if (language === "en") return filled(parts, values);
	const found = welshOf(key);
	const text = found === undefined ? filled(parts, values) : placed(found, values);
	return marks ? marked(found === undefined ? "en" : "cy", text) : text;
}

/** What a rule said. */
export const sayIt = ({ strings, values }: Said): string => sayText(strings, ...values);

/** Words that are in English for every reader, such as those of a protocol that has no others: a page marks them as such. */
export function asEnglish(text: string): string {
	const { language, marks } = speakingNow();
	return language !== "en" && marks && text !== "" && !languageOf(text) ? marked("en", text) : text;
}

/** Why a rule said no. */
export const sayRefusal = ({ said, message }: Pick<Refusal, "said" | "message">): string =>
	said ? sayIt(said) : sayWhole(message);

/**
 * A whole sentence of the product that was written down in English where there is no reader, such as a fault of a form. What is
 * unknown is English; what was said to the reader already stays.
 */
export function sayWhole(text: string): string {
	const { language, marks } = speakingNow();
	if (language === "en" || languageOf(text)) return text;
	const found = welshOf(text);
	return marks ? marked(found === undefined ? "en" : "cy", found ?? text) : (found ?? text);
}

/** Several such sentences one after the other, each with its full stop or kept without it. */
export const sayEach = (text: string): string =>
	speakingNow().language === "en" || languageOf(text)
		? text
		: text
				.split(/(?<=\.) (?=\p{Lu})/u)
				.map((sentence) =>
					welshOf(sentence) === undefined && welshOf(sentence.slice(0, -1)) !== undefined
						? `${sayWhole(sentence.slice(0, -1))}.`
						: sayWhole(sentence),
				)
				.join(" ");

/**
 * "1 day", "2 days"; `many` for words that do not take an s. Its Welsh is kept under "{1} days", with as many forms as Welsh has.
 */
export function sayCounted(count: number, one: string, many = `${one}s`): string {
	const { language, marks } = speakingNow();
	const inEnglish = () => `${grammar.sayNumber(count)} ${count === 1 ? one : many}`;
	if (language === "en") return inEnglish();
	const found = welsh[`{1} ${many}`];
	const form = typeof found === "object" ? (found[welshForm(count)] ?? found.other) : found;
	const text = form === undefined ? inEnglish() : placed(form, [count]);
	return marks ? marked(form === undefined ? "en" : "cy", text) : text;
}

function filled(parts: readonly string[], values: readonly SayValue[]): string {
	let text = parts[0] ?? "";
	for (let nth = 1; nth < parts.length; nth++) text += worded(values[nth - 1]) + (parts[nth] ?? "");
	return text;
}

/** A text with its values in their places, `{1}`: a translation may turn them round. */
function placed(text: string, values: readonly SayValue[]): string {
	const parts = partsBetween(text);
	let said = parts[0] ?? "";
	for (let nth = 1; nth < parts.length; nth += 2)
		said += worded(values[Number(parts[nth]) - 1]) + (parts[nth + 1] ?? "");
	return said;
}

/** What stands between the places of a translation, and in turn the number of each place. */
export function partsBetween(text: string): readonly string[] {
	const known = cut.get(text);
	if (known) return known;
	const parts = text.split(/\{(\d)\}/);
	cut.set(text, parts);
	return parts;
}
const cut = new Map<string, readonly string[]>();

/** What stands in a sentence, in the language of the sentence. */
export function worded(value: SayValue | undefined): string {
	if (typeof value === "number") return grammar.sayNumber(value);
	if (typeof value !== "object") return value ?? "";
	if ("strings" in value) return sayIt(value);
	if (speakingNow().language === "en") return value.english;
	if ("names" in value)
		return (value.join === "and" ? welshList : welshAny)(value.names.map(worded));
	if ("month" in value) return welshMonth(value.month);
	if ("day" in value) return welshDay(value.day);
	if ("date" in value) return welshDate(value.date);
	if ("count" in value) return sayCounted(value.count, value.one, value.many);
	return "time" in value ? welshTime(value.time) : welshMoment(value.at);
}

const inWelsh = (): boolean => speakingNow().language === "cy";
/** A text that is Welsh by itself, such as a date. */
const asWelsh = (text: string): string => (speakingNow().marks ? marked("cy", text) : text);

/* What the domain says in English under the same names, in the language of the reader. */

/** "30 March 2026", "30 Mawrth 2026" */
export const sayDate = (day: string): string =>
	inWelsh() ? asWelsh(welshDate(day)) : english.sayDate(day);

/** "Thursday 9 April 2026", "Dydd Iau 9 Ebrill 2026" */
export const sayDay = (day: string): string =>
	inWelsh() ? asWelsh(welshDay(day)) : englishDay(day);

/** "April 2026", "Ebrill 2026". @param month such as 2026-04 */
export const sayMonth = (month: string): string =>
	inWelsh() ? asWelsh(welshMonth(month)) : englishMonth(month);

/** "1 April 2026 to 30 September 2026" */
export const sayPeriod = ({ from, until }: { from: string; until: string }): string =>
	sayText`${sayDate(from)} to ${sayDate(until)}`;

/** "9 Apr 2026", "9 Ebr 2026" */
export function shortDate(day: string): string {
	if (inWelsh()) return asWelsh(welshShortDate(day));
	const [number, month, year] = english.sayDate(day).split(" ");
	return `${number} ${month?.slice(0, 3)} ${year}`;
}

/** "2pm", "midday", "hanner dydd" */
export const sayTime = (at: { hour: number; minute: number }): string =>
	inWelsh() ? asWelsh(welshTime(at)) : english.sayTime(at);

/** "2:15pm on Thursday 9 April 2026", "2:15pm ar Ddydd Iau 9 Ebrill 2026" */
export const sayMoment = (at: Temporal.PlainDateTime | Temporal.ZonedDateTime): string =>
	inWelsh() ? asWelsh(welshMoment(at)) : english.sayMoment(at);

/** A day, a moment or a length of time that stands by itself. */
export const sayWhen = (time: SaidTime): string =>
	inWelsh() ? asWelsh(worded(time)) : time.english;

/** "A, B and C" */
export const sayList = (items: string[]): string =>
	inWelsh() ? asWelsh(welshList(items)) : grammar.sayList(items);

/** "A, B or C" */
export const sayAny = (items: string[]): string =>
	inWelsh() ? asWelsh(welshAny(items)) : grammar.sayAny(items);

/** "a challenge", "an escalation"; in Welsh there is no such article. */
export const withArticle = (called: string): string =>
	inWelsh() ? called : grammar.withArticle(called);

/** How rules are to tell something to whoever it is spoken to now; undefined for English, which they tell by themselves. */
export const speechNow = (): Speech | undefined => (inWelsh() ? inOurs : undefined);
/** The same for what is made piece by piece, each in this language whoever asks for it then. */
export function speechKept(): Speech | undefined {
	const to = { ...speakingNow() };
	const kept =
		<Given>(say: (given: Given) => string) =>
		(given: Given): string =>
			speaking(to, () => say(given));
	return to.language === "cy"
		? { say: kept(sayIt), list: kept(sayList), any: kept(sayAny), time: kept(sayWhen) }
		: undefined;
}

const inOurs: Speech = { say: sayIt, list: sayList, any: sayAny, time: sayWhen };
