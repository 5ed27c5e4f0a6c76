import { randomUUID } from "node:crypto";
import {
	confirmedAll,
	isOfSubgroup,
	makesReports,
	type PresentedContent,
	partsOf,
} from "../domain/learning/report-life.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { reportNotice } from "../mail/notices/about-report.ts";
import { learnedForAll } from "../reports/what-was-learned.ts";
import { deleteDraft, saveDraft } from "../store/drafts.ts";
import { addPresented, addReport, findReport, findReportOn } from "../store/reports.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import type { App } from "./app.ts";
import { changeReport, holdReport } from "./change-report.ts";
import { foundBefore, foundIn, lookThrough } from "./look-through-report.ts";
import { tellThose } from "./outbox.ts";
import { checkPage, keepVersion, wordsPage } from "./write-report.ts";

/**
 * A report is presented: from now on it stays as it is, and the subgroup can read it.
 *
 * @param given `reasons` by what was pointed out in the words; `whatChanged` for one that corrects another
 * @returns false where the partnership has no such report
 * @throws Refusal 'not-yours' | 'is-presented' | 'being-counted' | 'names-in-it' | 'reason-missing'
 */
export const presentReport = (
	app: App,
	by: Viewer,
	id: string,
	given: { reasons: Readonly<Record<string, string>>; whatChanged: string },
): Promise<boolean> =>
	changeReport(app, by, id, async ({ trx, report, protocol, here, at }) => {
		const counting = await latestTaskAbout(trx, id, "make-report");
		if (counting && counting.state !== "done")
			throw new Refusal(
				"being-counted",
				"The figures of this report are being counted, or could not be. Count them again, and present it then.",
			);
		const whatChanged = given.whatChanged.trim();
		if (report.version > 1 && whatChanged === "")
			throw new Refusal("reason-missing", "Say what is other than in the version before.");
		const written = await keepVersion({ trx, report, at }, by);
		const { kept, period } = report;
		const parts = partsOf(kept.figures);
		const words = { written, whatChanged };
		const confirmed = confirmedAll(
			(await foundBefore(trx, report, words, here.now.toInstant())) ??
				(await lookThrough(trx, by.partnershipId, { report, protocol }, words)),
			given.reasons,
		);
		const learned = await learnedForAll({ ...app, db: trx }, by.partnershipId, protocol, period);
		const content: PresentedContent = {
			period,
			protocol: {
				id: protocol.id,
				title: protocol.title,
				to: protocol.report?.to ?? "subgroup",
			},
			...kept,
			parts,
			written,
			earlier: learned["business-unit"].earlier,
			learned,
			confirmed,
		};
		await addPresented(trx, {
			reportId: id,
			partnershipId: by.partnershipId,
			content,
			whatChanged: report.version > 1 ? whatChanged : null,
			by: by.id,
			at,
		});
		for (const page of [wordsPage(id), checkPage(id), foundIn(id).page])
			await deleteDraft(trx, { owner: null, differenceId: null, page });
		const is = report.version > 1 ? "corrected" : "presented";
		await tellThose(app, trx, here, isOfSubgroup, (sender, to) =>
			reportNotice(sender, protocol, to, is, report),
		);
	});

/**
 * Begins a new version of a report that was presented, with the same figures and words, to put right what is wrong in it.
 *
 * @returns the draft; the one that there is, where somebody has begun it. Undefined where there is no such report
 * @throws Refusal 'not-yours'
 */
export async function correctReport(app: App, by: Viewer, id: string): Promise<string | undefined> {
	if (!makesReports(by))
		throw new Refusal("not-yours", "Only the Business Unit puts a report right.");
	let draft: string | undefined;
	await holdReport(app, by, id, async ({ trx, report, at }) => {
		const { protocol, period } = report;
		const last = await findReportOn(trx, by.partnershipId, protocol, period);
		if (last && !last.presented) draft = last.id;
		const presented = last?.presented && (await findReport(trx, by.partnershipId, last.id));
		if (!presented?.content) return;
		draft = randomUUID();
		const isNew = await addReport(trx, {
			id: draft,
			partnershipId: by.partnershipId,
			protocol,
			period,
			version: presented.version + 1,
			kept: presented.kept,
			by: by.id,
			at,
		});
		if (!isNew) {
			draft = (await findReportOn(trx, by.partnershipId, protocol, period))?.id;
			return;
		}
		const { written } = presented.content;
		await saveDraft(
			trx,
			{
				id: randomUUID(),
				partnershipId: by.partnershipId,
				personId: by.id,
				owner: null,
				differenceId: null,
				page: wordsPage(draft),
				savedAt: at,
			},
			() => ({ content: { ...written } }),
		);
	});
	return draft;
}
