import type { Binding } from "../../domain/protocol/protocol.ts";
import { type Day, dayInWords, daysBetween, dueInWords } from "./dates.ts";
import type { Html } from "./html.ts";
import { say, startingLarge } from "./say.tsx";
import { StatusTag } from "./status-tag.tsx";

/**
 * How long there is until something is due: always in words, the colour only repeats them.
 *
 * @param due the last day on which it is in time; undefined when no clock runs
 * @param provisional true when `due` lies beyond the bank holidays that are known
 */
export function DueTag({
	due,
	today,
	binding = "limit",
	provisional = false,
	withDay = false,
	workingDays,
}: {
	due: Day | undefined;
	today: Day;
	/** What the date is: nobody is late for a target, and nobody need use a window. */
	binding?: Binding | undefined;
	provisional?: boolean;
	/** Also says the day: "due in 4 days, 9 April 2026". */
	withDay?: boolean;
	/** How many there are until then, where the limit is counted in working days. */
	workingDays?: number | undefined;
}): Html {
	if (due === undefined)
		return (
			<span class="concord-due">
				<StatusTag text={say`No time limit`} />
			</span>
		);
	const days = daysBetween(today, due);
	const words = dueInWords(due, today, binding, workingDays);
	return (
		<span class="concord-due">
			<StatusTag
				text={startingLarge(words)}
				tone={
					binding === "window"
						? "running"
						: days > 1
							? "running"
							: days >= 0 || binding === "target"
								? "act"
								: "late"
				}
			/>
			{withDay && <span class="concord-due__day"> {dayInWords(due)}</span>}
			{provisional && <span class="concord-due__provisional"> {say`provisional`}</span>}
		</span>
	);
}
