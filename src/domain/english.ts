/** Grammar: articles, capitals and lists. The one place for it. */

/** "a challenge", "an escalation" */
export const withArticle = (called: string): string =>
	`${/^[aeiou]/i.test(called) ? "an" : "a"} ${called}`;

/** "A", "A and B", "A, B and C" */
export const sayList = (items: string[]): string =>
	items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

/** "A", "A or B", "A, B or C" */
export const sayAny = (items: string[]): string =>
	items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;

export const startingLarge = (text: string): string =>
	beginning(text, (words) => words.charAt(0).toUpperCase() + words.slice(1));

/** For a title inside a sentence. Names of more than one capital, such as RPD, stay as they are. */
export const startingSmall = (text: string): string =>
	beginning(text, (words) =>
		/^[A-Z][A-Z]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1),
	);

/** A text begins behind what may say in which language it is: language/marks.ts. */
function beginning(text: string, as: (words: string) => string): string {
	const at = /[^\uFDD0-\uFDD2]|$/.exec(text)?.index ?? 0;
	return text.slice(0, at) + as(text.slice(at));
}

/** "School:", "Was it so?": what follows a label stands behind a mark. */
export const withColon = (label: string): string =>
	/[?:.][\uFDD0-\uFDD2]*$/.test(label) ? label : `${label}:`;

/** A name in a file as words: "liaison officer" for `liaison-officer`. */
export const nameInWords = (name: string): string => name.replaceAll("-", " ");

const numbers = new Intl.NumberFormat("en-GB");

/** A number as it is read: "879", "20,000". Long lists say one in each line, and making a formatter costs more than the line. */
export const sayNumber = (number: number): string =>
	number >= 0 && number < 1000 && Number.isInteger(number)
		? String(number)
		: numbers.format(number);

/** Such as "1 key" or "12 keys". */
export const sayCount = (number: number, one: string, several: string): string =>
	`${sayNumber(number)} ${number === 1 ? one : several}`;
