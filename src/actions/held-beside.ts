import { createHash } from "node:crypto";
import { saidDate } from "../domain/calendar/day-in-words.ts";
import { said } from "../domain/said.ts";
import { type TextBeside, textsIn } from "../domain/subject-access/beside.ts";
import { londonTime } from "../domain/time.ts";
import { type Db, transact } from "../store/db.ts";
import { listEveryDraft } from "../store/drafts.ts";
import { listLessons, listWordsBefore } from "../store/lessons.ts";
import { linesOf, listOldLogs } from "../store/old-logs.ts";

/**
 * Every text that a partnership holds beside the records of its differences and that may tell of a child: what was typed and
 * not sent, logs of before Concord that are being read, and lessons with what they said before. Opened one after the other,
 * and kept no longer than whoever asks keeps it.
 *
 * @throws SealFault
 */
export async function* textsBeside(db: Db, partnershipId: string): AsyncGenerator<TextBeside> {
	const drafts = await transact(db, (trx) => listEveryDraft(trx, partnershipId));
	for (const { id, differenceId, savedAt, savedBy, content } of drafts)
		yield {
			// What is typed on is another text, to be looked at again.
			key: `draft/${id}/${savedAt}`,
			differenceId,
			kind: "draft",
			title: said`Saved by ${savedBy} on ${saidDate(londonTime(savedAt).toPlainDate().toString())}`,
			text: textsIn(content),
		};
	for (const { id, title } of await listOldLogs(db, partnershipId))
		for await (const lines of linesOf(db, id))
			for (const { line, cells } of lines)
				yield {
					key: `old-log/${id}/${line}`,
					differenceId: null,
					kind: "old-log",
					title: said`${title}, line ${line}`,
					text: textsIn(cells),
				};
	for (const lesson of await listLessons(db, partnershipId)) {
		const { id, differenceId, recordedBy, recordedOn, happened, shouldDiffer, again } = lesson;
		const recorded = said`Recorded by ${recordedBy} on ${saidDate(recordedOn)}`;
		const text = textsIn([happened, shouldDiffer, again?.found]);
		yield {
			key: `lesson/${id}/${digestOf(text)}`,
			differenceId,
			kind: "lesson",
			title: recorded,
			text,
		};
		for (const before of await listWordsBefore(db, partnershipId, id)) {
			const text = textsIn([before.happened, before.shouldDiffer]);
			yield {
				key: `lesson/${id}/before/${before.number}/${digestOf(text)}`,
				differenceId,
				kind: "lesson",
				title: said`${recorded}, as it was until ${saidDate(before.until)}`,
				text,
			};
		}
	}
}

/** Tells one text from another, so that what was decided of one holds for no other. */
const digestOf = (text: string): string =>
	createHash("sha256").update(text).digest("base64url").slice(0, 16);
