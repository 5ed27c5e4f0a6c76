/** How often somebody opened one difference in one hour of London’s day. */
export type ReadingHour = {
	person: string;
	difference: string;
	/** The hour in which it was, as `2026-03-26T22`. */
	hour: string;
	times: number;
	/** Whether they are named in it, did something in it, or hold or head an office that is a side of it. */
	isOfTheCase: boolean;
	/** ISO day on which it ended, if it has. */
	endedOn: string | null;
};

/** Why reading is pointed out. None of these is wrong by itself: somebody asks. */
export type Unusual = "at-night" | "many-in-an-hour" | "long-after-the-end" | "not-of-the-case";

export const unusualInWords: Record<Unusual, string> = {
	"at-night": "between ten at night and six in the morning",
	"many-in-an-hour": "fifteen differences or more within an hour",
	"long-after-the-end": "more than ninety days after it ended",
	"not-of-the-case": "on three days or more, with no part in it",
};

/** Something that stands out: of one person, on one day, for one reason. */
export type Pointed = {
	person: string;
	why: Unusual;
	/** ISO day; the last of several. */
	on: string;
	/** Which differences; their number alone where it is their number that stands out. */
	differences: string[];
};

const manyInAnHour = 15;
const nightFrom = 22;
const nightUntil = 6;
const daysAfterTheEnd = 90;
const daysWithNoPart = 3;

/**
 * What stands out in who looked at what, by plain rules that anybody can check: the latest first. It says nothing of what was
 * read, and none of it is proof of anything.
 */
export function pointOut(read: readonly ReadingHour[]): Pointed[] {
	const pointed = [
		...grouped(
			read.filter(isAtNight),
			({ person, hour }) => `${person} ${dayOf(hour)}`,
			"at-night",
		),
		...grouped(read, ({ person, hour }) => `${person} ${hour}`, "many-in-an-hour").filter(
			({ differences }) => differences.length >= manyInAnHour,
		),
		...grouped(
			read.filter(isLongAfter),
			({ person, hour }) => `${person} ${dayOf(hour)}`,
			"long-after-the-end",
		),
		...[
			...Map.groupBy(
				read.filter(({ isOfTheCase }) => !isOfTheCase),
				({ person, difference }) => `${person} ${difference}`,
			).values(),
		]
			.filter((hours) => new Set(hours.map(({ hour }) => dayOf(hour))).size >= daysWithNoPart)
			.flatMap((hours) => grouped(hours, () => "", "not-of-the-case")),
	];
	return pointed.toSorted(
		(one, other) =>
			other.on.localeCompare(one.on) ||
			one.person.localeCompare(other.person) ||
			one.why.localeCompare(other.why),
	);
}

const dayOf = (hour: string): string => hour.slice(0, 10);

const isAtNight = ({ hour }: ReadingHour): boolean => {
	const of = Number(hour.slice(11, 13));
	return of >= nightFrom || of < nightUntil;
};

const isLongAfter = ({ hour, endedOn }: ReadingHour): boolean =>
	endedOn !== null &&
	Temporal.PlainDate.compare(
		Temporal.PlainDate.from(endedOn).add({ days: daysAfterTheEnd }),
		dayOf(hour),
	) < 0;

const grouped = (
	hours: readonly ReadingHour[],
	by: (hour: ReadingHour) => string,
	why: Unusual,
): Pointed[] =>
	[...Map.groupBy(hours, by).values()].flatMap((group) => {
		const [first] = group;
		return first
			? [
					{
						person: first.person,
						why,
						on:
							group
								.map(({ hour }) => dayOf(hour))
								.sort()
								.at(-1) ?? dayOf(first.hour),
						differences: [...new Set(group.map(({ difference }) => difference))].sort(),
					},
				]
			: [];
	});
