import { sayDate } from "../calendar/day-in-words.ts";
import { type Protocol, type Stage, stepOf } from "../protocol/protocol.ts";
import { londonTime } from "../time.ts";
import type { Difference } from "./difference.ts";

/** One stage of the protocol, as a difference stands to it. */
export type StageSoFar = {
	stage: Stage;
	state: "done" | "current" | "not-reached" | "skipped";
	/** "30 March 2026 to 2 April 2026", "since 9 April 2026"; absent where the reader may not know. */
	dates?: string | undefined;
};

/**
 * Every stage of the protocol in order, with where the difference stands. A side that learned of it late
 * sees the stages before as done, without their dates, unless the form says that they were left out.
 */
export function stagesSoFar(
	protocol: Protocol,
	difference: Difference,
): StageSoFar[] {
	const order = protocol.stages.map(({ id }) => id);
	const now = order.indexOf(difference.stage);
	const begun = order.map(
		(stage) => difference.stages.find((each) => each.stage === stage)?.at,
	);
	const end =
		difference.status.is === "ended" ? difference.status.at : undefined;
	const wasSkipped = difference.moves.some(
		({ move }) => protocol.moves.find(({ id }) => id === move)?.skips,
	);
	return protocol.stages.map((stage, index) => {
		if (index > now) return { stage, state: "not-reached" };
		if (index === now && end === undefined)
			return { stage, state: "current", dates: sayDates(begun[index]) };
		const isDone =
			index === now ||
			!wasSkipped ||
			difference.done.some(
				({ step }) => stepOf(protocol, step).stage === stage.id,
			);
		return isDone
			? {
					stage,
					state: "done",
					dates: sayDates(
						begun[index],
						begun.slice(index + 1).find(Boolean) ?? end,
					),
				}
			: { stage, state: "skipped" };
	});
}

function sayDates(
	from: string | undefined,
	until?: string | undefined,
): string | undefined {
	if (!from) return undefined;
	const first = dayOf(from);
	if (!until) return `since ${sayDate(first)}`;
	const last = dayOf(until);
	return first === last
		? sayDate(first)
		: `${sayDate(first)} to ${sayDate(last)}`;
}

const dayOf = (instant: string) => londonTime(instant).toPlainDate().toString();
