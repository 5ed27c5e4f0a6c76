import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { clockOf, isOpenClock } from "../../../domain/difference/difference.ts";
import type { Step } from "../../../domain/protocol/protocol.ts";
import { type Html, raw } from "../../kit/html.ts";
import { WhenClockIsDue } from "../../parts/difference/clock-now.tsx";
import { WhyDue } from "../../parts/difference/why-due.tsx";

/** By when a step is due, and why then; nothing where no clock runs on it. */
export function WhenDue({ opened, step }: { opened: OpenedDifference; step: Step }): Html {
	const clock = clockOf(opened.difference, step.id);
	if (!clock || !isOpenClock(clock)) return raw("");
	return (
		<>
			<WhenClockIsDue opened={opened} clock={clock} />
			<WhyDue opened={opened} clock={clock} />
		</>
	);
}
