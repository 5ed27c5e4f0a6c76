import type { Answers } from "../../protocol/answers.ts";
import { reasonForChange } from "../../protocol/protocol.ts";
import type { RecordedEvent } from "../difference.ts";

/** Something that was done to the date of a clock: who did it and when stands in its entry. */
export type ClockEntry = Extract<RecordedEvent, { type: "clock-paused" | "clock-changed" }>;

/** What was done to the date of a clock in the round that it is in, in order. */
export function clockHistory(entries: RecordedEvent[], clock: string): ClockEntry[] {
	const since = entries.findLastIndex(
		(entry) => entry.type === "clock-started" && entry.clock === clock,
	);
	return entries
		.slice(since + 1)
		.filter(
			(entry): entry is ClockEntry =>
				(entry.type === "clock-paused" || entry.type === "clock-changed") && entry.clock === clock,
		);
}

/** The reason that was given for a change; undefined where no person made it. */
export const reasonIn = ({ answers }: { answers: Answers }): string | undefined =>
	answers[reasonForChange] as string | undefined;
