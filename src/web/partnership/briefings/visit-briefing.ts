import type { App } from "../../../actions/app.ts";
import {
	type Briefing,
	briefingOnPaper,
	mayReadDrafts,
} from "../../../domain/learning/briefing.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { londonTime } from "../../../domain/time.ts";
import { findBriefing } from "../../../store/briefings.ts";

/** A briefing as its reader may see it: before it was approved, and after it was taken out, those who make them. */
export async function visitBriefing(
	app: App,
	viewer: Viewer,
	id: string,
): Promise<Briefing | undefined> {
	const briefing = await findBriefing(app.db, viewer.partnershipId, id);
	return briefing && (briefing.state === "approved" || mayReadDrafts(viewer))
		? briefing
		: undefined;
}

/** A briefing as a file: what it is called, and what stands in it. @param partnership its name */
export function briefingFile(
	briefing: Briefing,
	partnership: string,
	reader?: Parameters<typeof briefingOnPaper>[3],
) {
	const day = londonTime(briefing.approvedAt ?? briefing.writtenAt)
		.toPlainDate()
		.toString();
	return [`briefing-${day}`, briefingOnPaper(briefing, partnership, day, reader)] as const;
}
