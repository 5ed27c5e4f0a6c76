import { saidDate } from "../domain/calendar/day-in-words.ts";
import { said } from "../domain/said.ts";
import { type TextBeside, textsIn } from "../domain/subject-access/beside.ts";
import { londonTime } from "../domain/time.ts";
import { type Db, transact } from "../store/db.ts";
import { listEveryDraft } from "../store/drafts.ts";
import { listLessonsAsTheyOpen, listWordsBeforeAsTheyOpen } from "../store/lessons.ts";
import { linesAsTheyOpen, listTitlesOfOldLogs } from "../store/old-logs.ts";

/**
 * Every text that a partnership holds beside the records of its differences and that may tell of a child: what was typed and
 * not sent, logs of before Concord that are being read, and lessons with what they said before. Opened one after the other,
 * and kept no longer than whoever asks keeps it.
 *
 * What does not open comes without its text, so that one that is damaged keeps nobody from their answer.
 *
 * @throws SealFault 'no-key' | 'away'
 */
export async function* textsBeside(db: Db, partnershipId: string): AsyncGenerator<TextBeside> {
	const drafts = await transact(db, (trx) => listEveryDraft(trx, partnershipId));
	for (const { id, differenceId, savedAt, savedBy, content } of drafts)
		yield {
			...named(`draft/${id}`, content),
			differenceId,
			kind: "draft",
			title: said`Saved by ${savedBy} on ${saidDate(londonTime(savedAt).toPlainDate().toString())}`,
		};
	for (const { id, title } of await listTitlesOfOldLogs(db, partnershipId)) {
		let closed = 0;
		for await (const { line, cells } of linesAsTheyOpen(db, id))
			if (cells === undefined) closed++;
			else
				yield {
					...named(`old-log/${id}/${line}`, cells),
					differenceId: null,
					kind: "old-log",
					title: said`${title}, line ${line}`,
				};
		// One for them all: nobody can look at each.
		if (closed > 0)
			yield {
				...named(`old-log/${id}/${closed}`, undefined),
				differenceId: null,
				kind: "old-log",
				title: said`${title}, lines that could not be opened: ${closed}`,
			};
	}
	for (const each of await listLessonsAsTheyOpen(db, partnershipId)) {
		const { id, differenceId, recordedBy, recordedOn, lesson } = each;
		const recorded = said`Recorded by ${recordedBy} on ${saidDate(recordedOn)}`;
		yield {
			...named(
				`lesson/${id}`,
				lesson && [lesson.happened, lesson.shouldDiffer, lesson.again?.found],
			),
			differenceId,
			kind: "lesson",
			title: recorded,
		};
		for (const before of await listWordsBeforeAsTheyOpen(db, partnershipId, id)) {
			const { number, until, words } = before;
			yield {
				...named(`lesson/${id}/before/${number}`, words && [words.happened, words.shouldDiffer]),
				differenceId,
				kind: "lesson",
				title: said`${recorded}, as it was until ${saidDate(until)}`,
			};
		}
	}
}

/**
 * A text under its name. What does not open has another, so that what was decided of it holds no longer once it does.
 *
 * @param content undefined where it does not open
 */
const named = (name: string, content: unknown): Pick<TextBeside, "key" | "text"> =>
	content === undefined
		? { key: `${name}/closed`, text: null }
		: { key: name, text: textsIn(content) };
