/**
 * The words of a report are looked through for what may tell whom they are about, by all that is known of the differences behind
 * it. Where these are many, that is done beside the page, and what was found is kept sealed until the report is presented.
 */
import { createHash } from "node:crypto";
import { canonicalJson } from "../domain/canonical-json.ts";
import { type Period, yearBefore } from "../domain/learning/period.ts";
import {
	type Part,
	type PointedOut,
	partsOf,
	pointedOutIn,
	type Written,
} from "../domain/learning/report-life.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { isUnderWay } from "../domain/task.ts";
import { namesBehind } from "../reports/names-behind.ts";
import { listCountedOwn } from "../store/counted.ts";
import type { Db, Trx } from "../store/db.ts";
import { type DraftPlace, findDraft } from "../store/drafts.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import type { App } from "./app.ts";
import { changeReport, changeReportBeside, type HeldReport } from "./change-report.ts";
import { saveDraft } from "./save-draft.ts";
import { askForTask, type Works } from "./task.ts";
import { checkPage, writtenNow } from "./write-report.ts";

/** With so many differences behind a report its words are looked through at once; with more, beside the page. */
const mostAtOnce = 1_000;

/** For so long what was found stands, in milliseconds: what is behind a report can be put right meanwhile. */
const standsFor = 60 * 60 * 1_000;

type Report = HeldReport["report"];

/** What is written in a report and of its correction. */
export type WordsOfReport = { written: Written; whatChanged: string };

/** What is said of a correction, as a part of the words. */
export const whatChangedPart: Part = { name: "what-changed", title: "What changed", hint: "" };

/** Where what was found is kept. */
export const foundIn = (report: string): DraftPlace => ({
	owner: null,
	differenceId: null,
	page: `reports/${report}/found`,
});

export const isMuchBehind = async (
	db: Db | Trx,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
): Promise<boolean> => {
	const openSince = yearBefore(period).from;
	const which = { protocol: protocol.id, openSince, period };
	return (await listCountedOwn(db, partnershipId, which)).length > mostAtOnce;
};

const partsLookedThrough = ({ kept }: Report): Part[] => [
	...partsOf(kept.figures),
	whatChangedPart,
];

const textsOf = ({ written, whatChanged }: WordsOfReport): Written => ({
	...written,
	[whatChangedPart.name]: whatChanged,
});

/** What is found in the words of a report, looked for now. */
export async function lookThrough(
	db: Db | Trx,
	partnershipId: string,
	{ report, protocol }: Pick<HeldReport, "report" | "protocol">,
	words: WordsOfReport,
): Promise<PointedOut[]> {
	const known = await namesBehind({ db }, partnershipId, protocol, report.period);
	return pointedOutIn(textsOf(words), partsLookedThrough(report), known);
}

/** What was found in just these words a short while ago; undefined where they were not looked through. @param now instant of the partnership */
export async function foundBefore(
	db: Db | Trx,
	report: Report,
	words: WordsOfReport,
	now: Temporal.Instant,
): Promise<PointedOut[] | undefined> {
	const draft = await findDraft(db, foundIn(report.id));
	const { of, found } = draft?.content ?? {};
	if (!draft || of !== hashOf(words) || typeof found !== "string") return undefined;
	if (now.epochMilliseconds - Date.parse(draft.savedAt) > standsFor) return undefined;
	const parts = new Map(partsLookedThrough(report).map((part) => [part.name, part]));
	return (JSON.parse(found) as (Omit<PointedOut, "part"> & { part: string })[]).flatMap(
		({ part, ...finding }) => {
			const its = parts.get(part);
			return its ? [{ ...finding, part: its }] : [];
		},
	);
}

const hashOf = (words: WordsOfReport): string =>
	createHash("sha256")
		.update(canonicalJson(textsOf(words)))
		.digest("hex");

/**
 * Asks that the words of a draft are looked through, unless they are.
 *
 * @throws Refusal 'not-yours' | 'is-presented'
 */
export const askToLookThrough = (app: App, by: Viewer, id: string): Promise<boolean> =>
	changeReport(app, by, id, async ({ trx, here }) => {
		const running = await latestTaskAbout(trx, id, "check-report");
		if (!running || !isUnderWay(running))
			await askForTask(app, trx, by, "check-report", id, here.now);
	});

/** What is written of a draft now, with what is said of its correction. */
export async function wordsNow(db: Db | Trx, report: Report): Promise<WordsOfReport> {
	const typed = await findDraft(db, { ...foundIn(report.id), page: checkPage(report.id) });
	const whatChanged = typed?.content[whatChangedPart.name];
	return {
		written: await writtenNow(db, report),
		whatChanged: typeof whatChanged === "string" ? whatChanged.trim() : "",
	};
}

/** What is done beside the page with the words of a report. */
export const lookThroughWorks: Works<"check-report"> = {
	"check-report": (app, task) =>
		changeReportBeside(
			app,
			task,
			"This report is not there to be looked through any more.",
			async ({ trx, report, protocol }, by) => {
				const words = await wordsNow(trx, report);
				const found = await lookThrough(trx, by.partnershipId, { report, protocol }, words);
				const { page } = foundIn(report.id);
				await saveDraft(
					{ ...app, db: trx },
					by,
					{ differenceId: null, page, isShared: true },
					() => ({
						content: {
							of: hashOf(words),
							found: JSON.stringify(
								found.map(({ part, ...finding }) => ({ ...finding, part: part.name })),
							),
						},
					}),
				);
			},
		),
};
