import type { App } from "../../../actions/app.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { keptDocument } from "../../../documents/report/kept.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { londonTime } from "../../../domain/time.ts";
import { withoutColleagues } from "../../../reports/what-was-learned.ts";
import { listLearningActions } from "../../../store/learning-actions.ts";
import { listDecisions } from "../../../store/reports.ts";
import { audiencesFor } from "./take-away.tsx";
import type { ReportVisit } from "./visit-report.ts";

/** A report as it was presented, for one of those for whom its reader may take it away; undefined for a draft and for others. */
export async function keptDocumentFor(
	app: App,
	viewer: Viewer,
	{ report, protocol, rights, today }: ReportVisit,
	asked: string,
): Promise<ReturnType<typeof keptDocument> | undefined> {
	const { presented, content } = report;
	const audience = audiencesFor(rights).find((each) => each === asked);
	if (!presented || !content || !audience) return undefined;
	const { partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
	return keptDocument({
		content,
		audience,
		protocol: { ...protocol, title: content.protocol.title },
		partnership: partnership.name,
		day: today,
		version: report.version,
		whatChanged: presented.whatChanged,
		presentedOn: dayOf(presented.at),
		decisions: (await listDecisions(app.db, report.id)).map(({ at, by, ...decision }) => ({
			...decision,
			on: dayOf(at),
			by: by.name,
		})),
		actions: await listLearningActions(app.db, viewer.partnershipId, {
			askedBy: { report: report.id },
		}),
		withoutNames: await withoutColleagues(app.db, viewer.partnershipId, protocol),
	});
}

const dayOf = (instant: string): string => londonTime(instant).toPlainDate().toString();
