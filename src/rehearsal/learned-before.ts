import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import type { RecordedEvent } from "../domain/difference/difference.ts";
import {
	type Feedback,
	feedbackQuestions,
	invitedToFeedback,
	type questionsInOrder,
	releasedTogether,
} from "../domain/learning/feedback.ts";
import type { MainSide, Protocol } from "../domain/protocol/protocol.ts";
import type { OpeningDay } from "../domain/story/story.ts";
import { londonTime } from "../domain/time.ts";
import type { Trx } from "../store/db.ts";
import { addFeedbackSoFar, type FeedbackSoFar } from "../store/feedback.ts";
import { addLearningAction, closeLearningAction } from "../store/learning-actions.ts";
import { addLesson, saveLookedAgain } from "../store/lessons.ts";
import { agencyId, partnershipId, pastLessonId, personId } from "./identifiers.ts";
import { readTable } from "./read-table.ts";
import type { PastDifference } from "./two-years.ts";

/** The lessons of the two years: the shape of `lessons.yaml`. Days are counted from when each was recorded. */
const lessonTable = z.array(
	z.strictObject({
		/** Whom the difference is about from which it was learned. */
		about: z.string(),
		theme: z.string(),
		happened: z.string(),
		"should-differ": z.string(),
		looked: z.number().int(),
		found: z.string(),
		actions: z.array(
			z.strictObject({
				what: z.string(),
				agency: z.string(),
				due: z.number().int(),
				/** When it was said what came of it; left out, it is open. */
				closed: z.number().int().optional(),
				result: z.string().optional(),
			}),
		),
	}),
);

/** Who recorded it and looked again. */
const office = "sian.prosser";

/**
 * Saves what was learned from the differences of two years: lessons with what was done about them, and what those who took
 * part said. What would lie after the opening has not happened yet.
 */
export async function saveLearnedBefore(
	trx: Trx,
	directory: string,
	protocol: Protocol,
	past: readonly PastDifference[],
	opening: OpeningDay,
): Promise<void> {
	const by = personId(office);
	for (const [nth, lesson] of readTable(
		join(directory, "two-years", "lessons.yaml"),
		lessonTable,
	).entries()) {
		const from = past.find(({ about }) => about.includes(lesson.about));
		const recorded = from && recordedAt(from);
		if (!recorded) throw new RangeError(`Nothing was learned about ${lesson.about}`);
		const on = (days: number) => londonTime(recorded).add({ days });
		const day = (days: number) => on(days).toPlainDate().toString();
		const at = (days: number) => on(days).toInstant().toString();
		const id = pastLessonId(nth);
		await addLesson(trx, {
			id,
			differenceId: from.id,
			partnershipId,
			theme: lesson.theme,
			happened: lesson.happened,
			shouldDiffer: lesson["should-differ"],
			againOn: day(lesson.looked),
			by,
			at: recorded,
		});
		if (day(lesson.looked) < opening.day)
			await saveLookedAgain(trx, partnershipId, id, {
				found: lesson.found,
				by,
				at: at(lesson.looked),
			});
		for (const [place, action] of lesson.actions.entries()) {
			const { what, due, closed, result } = action;
			const actionId = pastLessonId(nth, place);
			await addLearningAction(trx, {
				id: actionId,
				partnershipId,
				askedBy: { lesson: id },
				what,
				shownBy: null,
				agencyId: agencyId(action.agency),
				personId: null,
				dueOn: day(due),
				by,
				at: recorded,
			});
			if (closed !== undefined && result !== undefined && day(closed) < opening.day)
				await closeLearningAction(trx, partnershipId, actionId, {
					state: "done",
					result,
					by,
					at: at(closed),
				});
		}
	}
	await addFeedbackSoFar(trx, partnershipId, protocol.id, feedbackOn(protocol, past));
}

/** When it was recorded in the step that asks for it. */
const recordedAt = ({ played }: PastDifference): string | undefined =>
	played.acts
		.flatMap(({ events }): RecordedEvent[] => events)
		.find((event) => event.type === "step-done" && "lesson" in event.answers)?.at;

/** What most who took part said, released in groups as it was given. */
function feedbackOn(protocol: Protocol, past: readonly PastDifference[]): FeedbackSoFar[] {
	const given = past
		.flatMap(({ id, played }) => {
			const { status } = played.difference;
			if (status.is === "open") return [];
			return invitedToFeedback(protocol, played.difference).flatMap(({ person, side }) => {
				const draw = drawsFrom(`${id} ${person}`);
				return draw(3) === 0
					? []
					: [{ difference: id, person, side, at: status.at, answer: answerOf(side, draw) }];
			});
		})
		.sort((one, other) => one.at.localeCompare(other.at));
	const waiting = new Map<MainSide, FeedbackSoFar[]>();
	return given.map(({ at, ...each }) => {
		const so: FeedbackSoFar = { ...each, month: null };
		const group = [...(waiting.get(each.side) ?? []), so];
		waiting.set(each.side, group);
		if (group.length >= releasedTogether) {
			const month = londonTime(at).toPlainDate().with({ day: 1 }).toString();
			for (const one of group) one.month = month;
			waiting.delete(each.side);
		}
		return so;
	});
}

/** More often yes than no; whoever raised it was heard less often than whoever answered. */
function answerOf(side: MainSide, draw: (below: number) => number): Feedback {
	const chosen = (
		question: (typeof questionsInOrder)[number],
		often: readonly number[],
	): string => {
		const options = Object.keys(feedbackQuestions[question].options);
		return options[often[draw(often.length)] ?? 0] ?? "";
	};
	const [heard, inTime, helped] = [
		chosen("heard", side === "raising" ? [0, 0, 0, 1, 1, 2] : [0, 0, 0, 0, 1]),
		chosen("inTime", side === "raising" ? [0, 0, 1, 1, 2] : [0, 0, 0, 1]),
		chosen("helped", [0, 0, 0, 1, 1, 2, 3]),
	];
	return {
		heard,
		inTime,
		helped,
		easier: draw(6) === 0 ? (said[draw(said.length)] ?? null) : null,
	};
}

/** What would have made it easier, in nobody’s words. */
const said = [
	"To know on the first day who answers while somebody is on leave.",
	"One telephone number that is answered.",
	"To see what the other agency had written before we talked.",
	"More time between the talk of the managers and the form.",
	"That somebody tells me what came of it without my asking.",
	"An example of a good form.",
];

/** Numbers that always follow from the same words. */
function drawsFrom(words: string): (below: number) => number {
	const bytes = createHash("sha256").update(`feedback ${words}`).digest();
	let nth = 0;
	return (below) => bytes.readUInt16BE(2 * nth++) % below;
}
