import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { type SayReport, sayReport } from "../../../documents/report/said-figures.ts";
import {
	decidesOnReports,
	isOfSubgroup,
	makesReports,
	readsDrafts,
} from "../../../domain/learning/report-life.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { findReport, type StoredReport } from "../../../store/reports.ts";
import { isUuid } from "../../kit/act-key.ts";
import type { Rights } from "./rights.ts";

export type OfReport = { Params: { report: string } };

/** A report that somebody may see, and what they may do with it. */
export type ReportVisit = {
	report: StoredReport;
	protocol: Protocol;
	/** How what it says is said to whoever reads it. */
	speaks: SayReport;
	rights: Rights;
	/** ISO day. */
	today: string;
};

/** Undefined for what does not exist or is not theirs to see: a draft is for the office alone. */
export async function visitReport(
	app: App,
	{ viewer, params }: Pick<FastifyRequest<OfReport>, "viewer" | "params">,
): Promise<ReportVisit | undefined> {
	const reads = readsDrafts(viewer) ? "drafts" : isOfSubgroup(viewer) ? "presented" : undefined;
	if (!reads || !isUuid(params.report)) return undefined;
	const report = await findReport(app.db, viewer.partnershipId, params.report);
	if (!report || (reads === "presented" && !report.presented)) return undefined;
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const today = now.toPlainDate().toString();
	const found = await app.protocols.inForce(app.db, viewer.partnershipId, today, report.protocol);
	return (
		found && {
			report,
			protocol: found.protocol,
			speaks: sayReport(found.protocol),
			rights: { reads, writes: makesReports(viewer), decides: decidesOnReports(viewer) },
			today,
		}
	);
}

/** The same for a draft that somebody may write in. */
export async function visitDraft(
	app: App,
	request: FastifyRequest<OfReport>,
): Promise<ReportVisit | undefined> {
	const visit = await visitReport(app, request);
	return visit?.rights.writes && !visit.report.presented ? visit : undefined;
}
