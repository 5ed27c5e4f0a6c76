import type { OpenedDifference } from "../../actions/open-difference.ts";
import { clockOf, isOpenClock } from "../../domain/difference/difference.ts";
import { sayDue } from "../../domain/difference/words.ts";
import type { Step } from "../../domain/protocol/protocol.ts";
import { WhyDue } from "../differences/why-due.tsx";
import { DueTag } from "../ui/due-tag.tsx";
import { type Html, raw } from "../ui/html.ts";

/** By when a step is due, and why then; nothing where no clock runs on it. */
export function WhenDue({
	opened,
	step,
}: {
	opened: OpenedDifference;
	step: Step;
}): Html {
	const { difference, here } = opened;
	const clock = clockOf(difference, step.id);
	if (!clock || !isOpenClock(clock)) return raw("");
	const { due } = clock;
	return (
		<>
			<p class="govuk-body">
				<DueTag
					due={due.day}
					today={here.now.toPlainDate()}
					provisional={due.provisional}
				/>{" "}
				By {sayDue(due)}
			</p>
			<WhyDue opened={opened} clock={clock} />
		</>
	);
}
