/**
 * For how long a partnership keeps what it has, and what happens then. Its own schedule decides; `usualSchedule` is where it
 * begins.
 */
import { z } from "zod";

/** How long something about a child is kept: so many whole years, from what, and what happens then. */
export const rule = z.strictObject({
	years: z.int().min(1).max(100),
	/** From the end, or from the day on which the youngest person whom it is about was born. */
	from: z.enum(["end", "birth"]),
	/** Counted from a birth: never sooner than so many years after the end. */
	atLeast: z.int().min(1).max(100),
	/** Nothing about a child is disposed of before two people have looked at it; `keep` asks nobody. */
	afterwards: z.enum(["review", "keep"]),
});
export type Rule = z.infer<typeof rule>;

/** What ended at a stage, in an ending, or both; null for any. */
export const exception = z.strictObject({
	protocol: z.string().min(1),
	stage: z.string().min(1).nullable(),
	ending: z.string().min(1).nullable(),
	rule,
});
export type Exception = z.infer<typeof exception>;

/** What goes by itself after so many days; null where it stays. */
const days = z.int().min(30).max(3_660).nullable();

export const schedule = z.strictObject({
	differences: rule,
	exceptions: z.array(exception).max(50),
	drafts: days,
	messages: days,
	requests: days,
});
export type Schedule = z.infer<typeof schedule>;

/** The kinds that go by themselves, each as the page calls it. */
export const byThemselves = {
	drafts: "Drafts that nobody has touched",
	messages: "Messages that were sent",
	requests: "Subject access requests that were closed",
} as const;
export type ByItself = keyof typeof byThemselves;

/**
 * Where a partnership begins that has not said otherwise.
 *
 * @see Information and Records Management Society, Information Management Toolkit for Schools: child protection files are
 * kept until 25 years from the child's birth, then reviewed
 * @see Limitation Act 1980: most claims can be made for six years
 */
export const usualSchedule: Schedule = {
	differences: { years: 25, from: "birth", atLeast: 6, afterwards: "review" },
	exceptions: [],
	drafts: 365,
	messages: 730,
	requests: 1_095,
};

/** What ended, as a schedule asks for it. */
export type EndedAs = { protocol: string; stage: string; ending: string };

/** The rule for something that ended: the exception that says most of it, else the usual one. */
export function ruleFor({ differences, exceptions }: Schedule, ended: EndedAs): Rule {
	const says = ({ stage, ending }: Exception) =>
		(ending === null ? 0 : 2) + (stage === null ? 0 : 1);
	const [best] = exceptions
		.filter(
			({ protocol, stage, ending }) =>
				protocol === ended.protocol &&
				(stage === null || stage === ended.stage) &&
				(ending === null || ending === ended.ending),
		)
		.toSorted((one, other) => says(other) - says(one));
	return best?.rule ?? differences;
}

/** How many years after its end anything can come due at the soonest; null where all is kept. */
export function soonestAfterEnd({ differences, exceptions }: Schedule): number | null {
	const years = [differences, ...exceptions.map((each) => each.rule)]
		.filter(({ afterwards }) => afterwards !== "keep")
		.map(({ from, years, atLeast }) => (from === "end" ? years : atLeast));
	return years.length > 0 ? Math.min(...years) : null;
}

const inYears = (years: number) => (years === 1 ? "1 year" : `${years} years`);

/** A rule as a sentence on the page and on a certificate: it tells no date of birth. */
export const sayRule = ({ years, from, atLeast, afterwards }: Rule): string =>
	afterwards === "keep"
		? "Kept for good"
		: from === "end"
			? `${inYears(years)} after the end, then reviewed`
			: `${inYears(years)} after the birth of the youngest person, and at least ${inYears(atLeast)} after the end, then reviewed`;

/** Such as `1 year` or `90 days`. */
export const sayDays = (days: number): string =>
	days % 365 === 0 ? inYears(days / 365) : `${days} days`;
