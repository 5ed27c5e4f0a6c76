import { sayMoment } from "../domain/calendar/day-in-words.ts";
import { sayDay } from "../domain/calendar/iso-day.ts";
import { sayDue } from "../domain/difference/told/words.ts";
import type { Transcript } from "../domain/story/transcript.ts";
import { londonTime } from "../domain/time.ts";

/** A played story as a Business Unit manager reads it on a terminal or on paper. */
export function transcriptForPeople(transcript: Transcript): string {
	const { protocol, story } = transcript;
	return [
		story,
		`${protocol.title}, ${protocol.partnership}, version ${protocol.version}`,
		"",
		...sayActs(transcript),
		...sayClocks(transcript),
		...sayEnd(transcript),
		...sayExpectation(transcript),
		"",
	].join("\n");
}

function sayActs({ acts }: Transcript): string[] {
	let lastDay = "";
	return acts.flatMap(({ at, says, refused, followed }) => {
		const [day = "", time = ""] = at.split("T");
		const heading = day === lastDay ? [] : [sayDay(day)];
		lastDay = day;
		return [
			...heading,
			`  ${time}  ${says}`,
			...(refused ? [`         ${refused.says}`] : []),
			...followed.map((each) => `         ${beforehand(each.at, at)}${each.says}`),
			"",
		];
	});
}

/** When something came about by itself before the act: "At midnight on Tuesday 17 March 2026: ". */
function beforehand(happened: string, actAt: string): string {
	const local = londonTime(happened);
	const said = local.toPlainDateTime().toString({ smallestUnit: "minute" });
	return said === actAt ? "" : `At ${sayMoment(local)}: `;
}

const results: Record<Transcript["clocks"][number]["result"], string> = {
	paused: "stands still",
	running: "still running",
	met: "met",
	"met-late": "met late",
	missed: "missed, and still owed",
	"target-met": "done by the target",
	"target-passed": "past the target, and not done",
	"after-target": "done after the target",
	used: "used",
	unused: "passed without being used",
	stopped: "stopped before it was due: not needed any more",
	"stopped-late": "missed, then not needed any more",
};

function sayClocks({ clocks }: Transcript): string[] {
	if (clocks.length === 0) return ["Clocks: none ran", ""];
	return clocks.flatMap(
		({
			title,
			by,
			round,
			start,
			due,
			day,
			firstDay,
			strength,
			provisional,
			why,
			skipped,
			result,
		}) => [
			`Clock: ${title} (${[by, ...strengthWords[strength], ...(round > 1 ? [`round ${round}`] : [])].join(", ")})`,
			// Counted backwards, it runs to a day before the one that it is counted from.
			`  ${start > due ? "Before:  " : "Started: "}    ${sayMoment(londonTime(start))}`,
			`  Due:         ${sayDue({ due, day })}${provisional ? " (provisional)" : ""}${
				firstDay === day ? "" : `, first ${sayDay(firstDay)}`
			}`,
			`  Why:         ${why}`,
			...skipped.map(
				({ day, name }, index) =>
					`  ${index === 0 ? "Not counted: " : "             "}${sayDay(day)}${
						sayDay(day).startsWith(name) ? "" : `, ${name}`
					}`,
			),
			`  Result:      ${results[result]}`,
			"",
		],
	);
}

/** What is said of a date that is not held to like the others. */
const strengthWords: Record<Transcript["clocks"][number]["strength"], string[]> = {
	hard: [],
	soft: ["a target, where possible"],
	indicative: ["a target, only shown"],
	may: ["somebody may use this time, and nobody need"],
};

const sayEnd = ({ end, owed, clocks }: Transcript): string[] => [
	`At the end: ${end.title}, at ${end.stageTitle}`,
	...(end.handsOff ? [`Goes on under: ${end.handsOff}`] : []),
	`Who knows:  ${end.told.join(", ")}`,
	...(owed.length === 0
		? ["Owed next:  nothing"]
		: owed.map(({ step, title, by, due }, index) => {
				const clock = clocks.findLast(
					(each) => each.day === due && (each.step === step || each.step === null),
				);
				return `${index === 0 ? "Owed next: " : "           "} ${title} (${by}${clock ? `, by ${sayDue(clock)}` : ""})`;
			})),
];

function sayExpectation({ held, unmet }: Transcript): string[] {
	if (held === null) return [];
	return held
		? ["", "The story ends as it expected."]
		: ["", "The story expected otherwise:", ...unmet.map((each) => `  ${each}`)];
}
