import { partsOf, type Written } from "../domain/learning/report-life.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Trx } from "../store/db.ts";
import { findDraft } from "../store/drafts.ts";
import { addWords, listWords } from "../store/reports.ts";
import type { App } from "./app.ts";
import { changeReport, type HeldReport } from "./change-report.ts";

/** Where the words of a report are typed, and where the reasons for what may stay in them, by everybody of the office. */
export const wordsPage = (report: string): string => `reports/${report}/words`;
export const checkPage = (report: string): string => `reports/${report}/check`;

/** What is written in a report now, saved or not: all of the office write in the same place. */
export async function writtenNow(
	db: Parameters<typeof findDraft>[0],
	report: HeldReport["report"],
): Promise<Written> {
	const place = { owner: null, differenceId: null, page: wordsPage(report.id) };
	const draft = await findDraft(db, place);
	return Object.fromEntries(
		partsOf(report.kept.figures).flatMap(({ name }) => {
			const text = draft?.content[name];
			return typeof text === "string" && text.trim() !== "" ? [[name, text.trim()]] : [];
		}),
	);
}

/**
 * What is written now becomes a version, which can be read for ever.
 *
 * @returns false where the partnership has no such report
 * @throws Refusal 'not-yours' | 'is-presented'
 */
export const saveWords = (app: App, by: Viewer, id: string): Promise<boolean> =>
	changeReport(app, by, id, async (held) => {
		await keepVersion(held, by);
	});

/** Adds a version where something else is written than in the last. @returns what is written */
export async function keepVersion(
	{ trx, report, at }: Pick<HeldReport, "report" | "at"> & { trx: Trx },
	by: Viewer,
): Promise<Written> {
	const written = await writtenNow(trx, report);
	const [last] = await listWords(trx, report.id);
	if (!isSame(written, last?.written ?? {}))
		await addWords(trx, {
			reportId: report.id,
			partnershipId: by.partnershipId,
			written,
			by: by.id,
			at,
		});
	return written;
}

const isSame = (one: Written, other: Written): boolean =>
	Object.keys({ ...one, ...other }).every((name) => one[name] === other[name]);
