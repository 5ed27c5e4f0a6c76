/**
 * Looks for what would tell whom a text is about: names, places, dates of birth, identifiers. It goes by what is known of
 * the differences that the text was made from, and by what such things look like. It finds too much rather than too
 * little: whoever wrote the text takes each out, or says why it may stay.
 */
import type { IsoDay } from "../calendar/iso-day.ts";
import { readTypedDay } from "../calendar/typed-day.ts";
import { isNhsNumber } from "../nhs-number.ts";
import { likeness } from "../typed-text.ts";

/** What is known of differences that a text was made from. */
export type KnownOf = {
	/** Children, adults and colleagues. */
	names: Iterable<string>;
	/** What people wrote in these differences: names and places in it are found by how they are written. */
	texts: Iterable<string>;
	datesOfBirth: Iterable<IsoDay>;
	identifiers: Iterable<string>;
};

/** What is no secret, whatever difference a text was made from. */
export type OpenlyKnown = {
	/** Agencies and the like, found only as a whole. */
	places: Iterable<string>;
	/** The words of texts in which no name stands, such as the protocol's: what is written there with a capital letter is no name. */
	vocabulary?: readonly Vocabulary[];
	/** Days that name nobody, such as the first and the last of a report's period. */
	openDays?: readonly IsoDay[];
};

export type KindOfFinding =
	| "name"
	| "name-or-place"
	| "place"
	/** The day on which somebody whom the text may be about was born. */
	| "date-of-birth"
	/** Any other whole date. */
	| "date"
	| "identifier"
	/** A telephone number, an e-mail address or a postcode. */
	| "contact";

/** Something in a text that may tell whom it is about, as it is written there. */
export type Finding = { kind: KindOfFinding; text: string };

/** Whether it names somebody: places and other days may be said of an action or of what came of it. */
export const namesSomebody = ({ kind }: Finding): boolean =>
	kind === "name" || kind === "date-of-birth" || kind === "identifier";

/** What `namesInText` goes by. */
export type Known = {
	words: ReadonlyMap<string, "name" | "name-or-place">;
	initials: ReadonlySet<string>;
	/** By its first word, the words of each. */
	places: ReadonlyMap<string, string[][]>;
	datesOfBirth: ReadonlySet<IsoDay>;
	/** As `likeness` has them. */
	identifiers: readonly string[];
	openDays: readonly IsoDay[];
};

/** Words as `likeness` has them. */
export type Vocabulary = ReadonlySet<string>;

/** The words of a text in which no name stands. */
export const vocabularyOf = (text: string): Vocabulary =>
	new Set(wordsIn(text).map((word) => likeness(word.text)));

/**
 * Gathers what is known of one difference after the other, without keeping what was written there, and makes it ready to look
 * for: once for all the parts of a text.
 */
export function gatherKnown(openly: OpenlyKnown): {
	add: (of: Partial<KnownOf>) => void;
	known: () => Known;
} {
	const ordinary = new Set(everyday);
	for (const vocabulary of openly.vocabulary ?? [])
		for (const word of vocabulary) ordinary.add(word);
	const written = new Set<string>();
	const named = new Set<string>();
	const initials = new Set<string>();
	const datesOfBirth = new Set<IsoDay>();
	const identifiers = new Set<string>();
	return {
		add: (of) => {
			for (const text of of.texts ?? [])
				for (const { text: word, isFirst } of wordsIn(text)) {
					if (!startsLarge(word)) ordinary.add(likeness(word));
					else if (!isFirst) written.add(likeness(word));
				}
			for (const name of of.names ?? []) {
				const parts = wordsIn(name)
					.map(({ text }) => likeness(text))
					.filter((part) => !titles.has(part));
				for (const part of parts) if (part.length > 1) named.add(part);
				if (parts.length > 1) initials.add(parts.map((part) => part.slice(0, 1)).join(""));
			}
			for (const day of of.datesOfBirth ?? []) if (day) datesOfBirth.add(day);
			for (const identifier of of.identifiers ?? []) {
				const alike = likeness(identifier);
				if (alike.length >= 5) identifiers.add(alike);
			}
		},
		known: () => {
			const words: Known["words"] = new Map([
				...[...written]
					.filter((word) => word.length > 2 && !ordinary.has(word))
					.map((word) => [word, "name-or-place"] as const),
				...[...named].map((word) => [word, "name"] as const),
			]);
			return {
				words,
				initials,
				places: byFirstWord(openly.places),
				datesOfBirth,
				identifiers: [...identifiers],
				openDays: openly.openDays ?? [],
			};
		},
	};
}

/** The same of what is there at once. */
export function knownFrom({
	names,
	texts,
	datesOfBirth,
	identifiers,
	...openly
}: KnownOf & OpenlyKnown): Known {
	const gathered = gatherKnown(openly);
	gathered.add({ names, texts, datesOfBirth, identifiers });
	return gathered.known();
}

function byFirstWord(places: Iterable<string>): Known["places"] {
	const found = new Map<string, string[][]>();
	for (const place of places) {
		const keys = wordsIn(place).map(({ text }) => likeness(text));
		const [first] = keys;
		if (first) found.set(first, [...(found.get(first) ?? []), keys]);
	}
	return found;
}

/** What in a text may tell whom it is about, each once, in the order in which it stands there. */
export function namesInText(text: string, known: Known): Finding[] {
	const found = [
		...namesIn(text, known),
		...placesIn(text, known),
		...datesIn(text, known),
		...identifiersIn(text, known),
		...matches(text, looksLikeContact).map((at) => ({ ...at, kind: "contact" as const })),
	].sort((one, other) => one.at - other.at);
	const once = new Map<string, Finding>();
	for (const { kind, text: written } of found) {
		const key = keyOfFinding({ text: written });
		if (!once.has(key)) once.set(key, { kind, text: written });
	}
	return [...once.values()];
}

/** Alike for findings that somebody who says that one may stay has said so of. */
export const keyOfFinding = ({ text }: Pick<Finding, "text">): string => likeness(text);

/** The text with everything that was found in it taken out. @param instead what stands there then, such as “[name]” */
export const withoutFindings = (
	text: string,
	findings: readonly Finding[],
	instead: (finding: Finding) => string,
): string =>
	[...findings]
		.sort((one, other) => other.text.length - one.text.length)
		.reduce((left, finding) => left.replaceAll(finding.text, instead(finding)), text);

type At = { at: number; text: string };

/** Names, those that stand beside each other as one. */
function namesIn(
	text: string,
	{ words, initials }: Known,
): (At & { kind: "name" | "name-or-place" })[] {
	const found: (At & { kind: "name" | "name-or-place"; end: number })[] = [];
	for (const word of wordsIn(text)) {
		const key = likeness(word.text);
		const kind = words.get(key);
		if (!kind) continue;
		// “will” and “may” are no names; “ella”, typed in haste, is one.
		if (!startsLarge(word.text) && (kind !== "name" || key.length < 4 || alsoWords.has(key)))
			continue;
		const last = found.at(-1);
		if (last && /^[ '’-]+$/.test(text.slice(last.end, word.at))) {
			last.end = word.at + word.text.length;
			last.text = text.slice(last.at, last.end);
			if (kind === "name") last.kind = kind;
		} else found.push({ kind, at: word.at, text: word.text, end: word.at + word.text.length });
	}
	const short = matches(text, looksLikeInitials)
		.filter((each) => initials.has(likeness(each.text)))
		.map((each) => ({ ...each, kind: "name" as const }));
	return [...found.map(({ end: _, ...each }) => each), ...short];
}

function placesIn(text: string, { places }: Known): (At & { kind: "place" })[] {
	const words = wordsIn(text);
	const keys = words.map((word) => likeness(word.text));
	return words.flatMap((word, nth) =>
		(places.get(keys[nth] ?? "") ?? []).flatMap((place) => {
			const last = words[nth + place.length - 1];
			return last && place.every((key, index) => keys[nth + index] === key)
				? [
						{
							kind: "place" as const,
							at: word.at,
							text: text.slice(word.at, last.at + last.text.length),
						},
					]
				: [];
		}),
	);
}

function datesIn(
	text: string,
	{ datesOfBirth, openDays }: Known,
): (At & { kind: "date" | "date-of-birth" })[] {
	return datePatterns.flatMap(({ pattern, order }) =>
		[...text.matchAll(pattern)].flatMap((match) => {
			const parts = Object.fromEntries(order.map((part, nth) => [part, match[nth + 1] ?? ""]));
			const { day = "", month = "", year = "" } = parts;
			const read = readTypedDay({ day, month, year: year.length === 2 ? `20${year}` : year });
			if (read.is !== "day" || openDays.includes(read.day)) return [];
			const kind = datesOfBirth.has(read.day) ? ("date-of-birth" as const) : ("date" as const);
			return [{ kind, at: match.index, text: match[0] }];
		}),
	);
}

function identifiersIn(text: string, { identifiers }: Known): (At & { kind: "identifier" })[] {
	const likeNumbers = matches(text, looksLikeNhsNumber).filter(
		(each) => isNhsNumber(each.text) === true,
	);
	// A report's are thousands, and hardly one stands in any text.
	const alike = likeness(text);
	const known = identifiers
		.filter((identifier) => alike.includes(identifier))
		.flatMap((identifier) => {
			const spaced = [...identifier].map(escaped).join("[\\s.-]*");
			return matches(text, new RegExp(spaced, "giu"));
		});
	return [...likeNumbers, ...known].map((each) => ({ ...each, kind: "identifier" as const }));
}

const matches = (text: string, pattern: RegExp): At[] =>
	[...text.matchAll(pattern)].map((match) => ({ at: match.index, text: match[0] }));

const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** The words of a text; `isFirst` where one begins a sentence, or a line, and has a capital letter anyway. */
const wordsIn = (text: string): (At & { isFirst: boolean })[] =>
	[...text.matchAll(/(?:(?<!\p{L})\p{Lu}['’](?=\p{Lu}))?[\p{L}\p{M}\p{N}]+/gu)].flatMap((match) => {
		// Of “Ella’s” the s is no word.
		if (match[0].length === 1 && /[\p{L}]['’]$/u.test(text.slice(0, match.index))) return [];
		const before = text.slice(Math.max(0, match.index - 12), match.index);
		return [
			{
				at: match.index,
				text: match[0],
				isFirst: /(?:^|[.!?:;•\n–—-]\s*|["“‘(]\s*)$/u.test(before) && !/\p{L}-$/u.test(before),
			},
		];
	});

const startsLarge = (word: string): boolean => /^\p{Lu}/u.test(word);

const looksLikeInitials = /(?<![\p{L}.])\p{Lu}\.\s?\p{Lu}\.(?:\s?\p{Lu}\.)?/gu;
const looksLikeNhsNumber = /(?<!\d)\d{3}[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/g;
const looksLikeContact =
	/[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\d])0\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/g;

const months =
	"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
const datePatterns: { pattern: RegExp; order: ("day" | "month" | "year")[] }[] = [
	{
		pattern: /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/g,
		order: ["day", "month", "year"],
	},
	{ pattern: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g, order: ["year", "month", "day"] },
	{
		pattern: new RegExp(
			`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${months})\\.?,?\\s+(\\d{4})`,
			"giu",
		),
		order: ["day", "month", "year"],
	},
	{
		pattern: new RegExp(`\\b(${months})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, "giu"),
		order: ["month", "day", "year"],
	},
];

/** What stands before a name, or in the place of one that is not known. */
const titles = new Set(
	"mr mrs ms miss mx dr sir dame prof the of and baby child unborn twin unknown not known".split(
		" ",
	),
);

/** Names that are also words: in small letters they are no names. */
const alsoWords = new Set(
	"will may grace hope faith summer autumn april june august joy rose mark bill frank jack rich rob bob brook brown black white green gray grey young long short wood woods hall hill hills ford lane park king knight baker butler carter cook cooper farmer fisher hunter mason miller porter shepherd smith taylor walker ward bell bush field fields marsh moor pool pond rivers stone storm west east north south best chance charity clay cliff dale daisy dawn destiny drew dean ever gene guy harry honor iris ivory ivy lily major max merit miles misty nick olive pat peace pearl penny piper poppy price prince ray reed river robin rocky ruby rusty sandy sky star sterling sunny violet wade woody small little noble power sharp strong swift weaver webb".split(
		" ",
	),
);

/** Words that are written with a capital letter and name nobody. */
const everyday =
	"i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter england wales scotland ireland british english welsh scottish irish polish romanian nhs gp a&e mash lado cin cp ehcp send camhs icpc rcpc mdt dsl senco hv cafcass marac ofsted".split(
		" ",
	);
