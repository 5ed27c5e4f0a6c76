import { randomUUID } from "node:crypto";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { dutyOfAction } from "../domain/learning/learning-action.ts";
import {
	checkTellsNobody,
	decidesOnReports,
	hearsOfDecision,
} from "../domain/learning/report-life.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { assigneesOf } from "../domain/people/who-answers.ts";
import { Refusal } from "../domain/refusal.ts";
import { actionsNotice, reportNotice } from "../mail/notices/about-report.ts";
import { namesBehind } from "../reports/names-behind.ts";
import { deleteDraft } from "../store/drafts.ts";
import { addLearningAction } from "../store/learning-actions.ts";
import { listDirectoryOn, type Person } from "../store/people.ts";
import { addDecision } from "../store/reports.ts";
import type { App } from "./app.ts";
import { holdReport } from "./change-report.ts";
import { type Outgoing, queueMessages, senderOf } from "./outbox.ts";

/** Where the chair types a decision: their own draft. */
export const decisionPage = (report: string): string => `reports/${report}/decision`;

/** Something that is to be done, of an agency; `personId` null where whoever answers for it does it. */
export type RequiredAction = {
	what: string;
	agencyId: string;
	personId: string | null;
	dueOn: IsoDay;
};

/**
 * The subgroup's chair records which actions a report requires, or that none are and why. Whoever is to do something is
 * told. More can be recorded later.
 *
 * @param given `after` how many decisions the chair saw: sent twice, it is recorded once
 * @returns false where the partnership has no such report
 * @throws Refusal 'not-yours' | 'not-open' | 'changed-meanwhile' | 'reason-missing' | 'wrong-answers' | 'wrong-agency' | 'day-has-passed' | 'names-in-it'
 */
export const decideOnReport = (
	app: App,
	by: Viewer,
	id: string,
	given: { after: number; requires: boolean; why: string; actions: readonly RequiredAction[] },
): Promise<boolean> => {
	if (!decidesOnReports(by))
		throw new Refusal("not-yours", "Only whoever chairs the subgroup records its decision.");
	return holdReport(app, by, id, async ({ trx, report, protocol, here, at, today }) => {
		if (!report.presented) throw new Refusal("not-open", "This report has not been presented yet.");
		if (report.decisions !== given.after)
			throw new Refusal("changed-meanwhile", "A decision was recorded on this report meanwhile.");
		const why = given.why.trim();
		if (why === "") throw new Refusal("reason-missing", "Say what the subgroup decided, and why.");
		if (given.requires !== given.actions.length > 0)
			throw new Refusal("wrong-answers", "Enter an action, or say that none is required.");
		const directory = await listDirectoryOn(trx, by.partnershipId, today);
		const known = await namesBehind({ db: trx }, by.partnershipId, protocol, report.period, {
			withoutColleagues: true,
		});
		checkTellsNobody(why, known);
		await addDecision(trx, {
			reportId: id,
			partnershipId: by.partnershipId,
			number: report.decisions + 1,
			requires: given.requires,
			why,
			by: by.id,
			at,
		});
		const told = new Map<Person, { askedBy: { report: string }; dueOn: IsoDay }[]>();
		for (const action of given.actions) {
			checkTellsNobody(action.what, known);
			const agency = directory.find(({ agencyId }) => agencyId === action.agencyId);
			const person = directory.find((one) => one.id === action.personId);
			if (!agency || (action.personId !== null && person?.agencyId !== action.agencyId))
				throw new Refusal("wrong-agency", "Choose who is to do it from the list.");
			if (action.dueOn < today)
				throw new Refusal(
					"day-has-passed",
					"The day by which it is to be done must not have passed.",
				);
			await addLearningAction(trx, {
				shownBy: null,
				id: randomUUID(),
				partnershipId: by.partnershipId,
				askedBy: { report: id },
				...action,
				by: by.id,
				at,
			});
			const duty = dutyOfAction({ agency: { id: action.agencyId }, person: person ?? null });
			for (const to of assigneesOf(duty, directory))
				told.set(to, [...(told.get(to) ?? []), { askedBy: { report: id }, dueOn: action.dueOn }]);
		}
		await deleteDraft(trx, { owner: by.id, differenceId: null, page: decisionPage(id) });
		const sender = senderOf(app, here, directory);
		await queueMessages(trx, app, here, [
			...[...told].map(
				([to, theirs]): Outgoing => ({
					differenceId: null,
					to,
					notice: actionsNotice(sender, protocol, to, theirs, today, { isNew: true }),
				}),
			),
			...directory.filter(hearsOfDecision).map(
				(to): Outgoing => ({
					differenceId: null,
					to,
					notice: reportNotice(sender, protocol, to, "decided", report),
				}),
			),
		]);
	});
};
