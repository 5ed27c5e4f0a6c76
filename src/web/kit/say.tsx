/** What pages say, in the language of their reader: language/say.ts, and sentences that have links and the like in them. */
import { marksOf } from "../../language/marks.ts";
import {
	keyOf,
	partsBetween,
	partsOf,
	type SayValue,
	sayText,
	welshOf,
	worded,
} from "../../language/say.ts";
import { speakingNow } from "../../language/speaking.ts";
import type { Child, Html } from "./html.ts";

export { startingLarge, startingSmall } from "../../domain/english.ts";
export { sayProtocol } from "../../language/protocol-words.ts";
export {
	asEnglish,
	sayAny,
	sayDate,
	sayDay,
	sayEach,
	sayIt,
	sayList,
	sayMoment,
	sayPeriod,
	sayRefusal,
	sayTime,
	sayWhole,
	speechNow,
	withArticle,
} from "../../language/say.ts";

type Value = SayValue | Html;

/** A sentence with markup in it is markup; any other is text. */
type Spoken<Values extends readonly Value[]> = [Extract<Values[number], Html>] extends [never]
	? string
	: Html;

/** say`Sign in`, say`You act for ${agency} now.`, say`${<Link href={paths.help}>…</Link>} tells more.` */
export function say<const Values extends readonly Value[]>(
	strings: TemplateStringsArray,
	...values: Values
): Spoken<Values> {
	const spoken = values.some(isMarkup)
		? withMarkup(strings, values)
		: sayText(strings, ...(values as readonly SayValue[]));
	return spoken as Spoken<Values>;
}

/** A string of ours is a primitive; what is drawn is an object that says that it is escaped. */
const isMarkup = (value: Value): value is Html =>
	typeof value === "object" && "isEscaped" in value && value.isEscaped === true;

const inText = (value: Value | undefined): Child =>
	value === undefined || isMarkup(value) ? value : worded(value);

function withMarkup(strings: readonly string[], values: readonly Value[]): Html {
	const { language, marks } = speakingNow();
	const welsh = language === "cy" ? welshOf(keyOf(strings)) : undefined;
	const parts =
		welsh === undefined
			? partsOf(strings).map((text, nth) => [nth === 0 ? undefined : inText(values[nth - 1]), text])
			: partsBetween(welsh).map((part, nth) =>
					nth % 2 === 0 ? part : inText(values[Number(part) - 1]),
				);
	const [before, after] = marksOf(welsh === undefined ? "en" : "cy");
	return (
		<>
			{language === "cy" && marks && before}
			{parts}
			{language === "cy" && marks && after}
		</>
	);
}
