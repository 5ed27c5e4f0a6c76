import { z } from "zod";
import type { App } from "../../actions/app.ts";
import { partnershipClock } from "../../actions/partnership-clock.ts";
import { isReportFormat, reportFormats } from "../../documents/report/formats.ts";
import { reportingOn } from "../../domain/learning/period.ts";
import { audiences } from "../../domain/learning/published.ts";
import { readsDrafts, readsReports } from "../../domain/learning/report-life.ts";
import { reportDocument } from "../../reports/report-document.ts";
import { listReports } from "../../store/reports.ts";
import { checkPeriod, periodIn } from "../partnership/reports/asked.ts";
import { keptDocumentFor } from "../partnership/reports/kept-document-for.ts";
import { sendReport } from "../partnership/reports/send-report.ts";
import { visitReport } from "../partnership/reports/visit-report.ts";
import { reads } from "./operation.ts";
import { goesOnAfterRow, partAfter } from "./paging.ts";
import { day, instant, nextCursor, pageAsked } from "./schemas.ts";

const format = z
	.string()
	.max(20)
	.describe(`One of ${Object.keys(reportFormats).join(", ")}.`);
const types = Object.values(reportFormats).map(({ type }) => type.split(";")[0] ?? type);

/** Which period of each protocol in force is over, and which comes next. */
async function periodsNow(app: App, partnershipId: string) {
	const { now } = await partnershipClock(app, app.db, partnershipId);
	const today = now.toPlainDate().toString();
	const inForce = await app.protocols.listInForce(app.db, partnershipId, today);
	return inForce.map(({ protocol }) => {
		const { last, next } = reportingOn(protocol, today);
		return { protocol: protocol.id, last, next: { ...next.period, preparedOn: next.from } };
	});
}

export const reportOperations = [
	reads({
		id: "listReports",
		path: "/reports",
		tag: "Reports",
		summary: "The reports that you may read",
		says: `Of the office all, of the subgroup what was presented; the latest period first. \`periods\` says to the office of each protocol in force which period is over and which comes next. ${goesOnAfterRow}`,
		scope: "reports:read",
		query: z.object(pageAsked),
		answer: z.object({
			periods: z.array(
				z.object({
					protocol: z.string(),
					last: z.object({ from: day, until: day }),
					next: z.object({
						from: day,
						until: day,
						preparedOn: day.describe("When its report is prepared by itself."),
					}),
				}),
			),
			reports: z.array(
				z.object({
					id: z.uuid(),
					protocol: z.string(),
					from: day,
					until: day,
					version: z.int(),
					madeAt: instant,
					presentedAt: instant.nullable(),
				}),
			),
			next: nextCursor,
		}),
		run: async ({ app, viewer, query: { cursor, limit } }) => {
			if (!readsReports(viewer)) return undefined;
			const all = await listReports(app.db, viewer.partnershipId);
			const read = all.filter(({ presented }) => presented || readsDrafts(viewer));
			const asked = { list: "reports", limit };
			const { part, next } = partAfter(viewer, asked, cursor, read, ({ id }) => id);
			return {
				periods: readsDrafts(viewer) ? await periodsNow(app, viewer.partnershipId) : [],
				reports: part.map(({ id, protocol, period, version, madeAt, presented }) => ({
					id,
					protocol,
					from: period.from,
					until: period.until,
					version,
					madeAt,
					presentedAt: presented?.at ?? null,
				})),
				next,
			};
		},
	}),
	reads({
		id: "openReport",
		path: "/reports/{protocol}/{from}/{until}/{audience}/{format}",
		tag: "Reports",
		summary: "The figures of a period, as a file",
		says: "For the office that makes reports. For other readers than the office small numbers are hidden, as on its page.",
		scope: "reports:read",
		params: z.object({
			protocol: z.string().max(200),
			from: day,
			until: day,
			audience: z.enum(audiences),
			format,
		}),
		answer: { types },
		run: async ({ app, viewer, params, reply }) => {
			const period = periodIn(params);
			if (!readsDrafts(viewer) || !period || !isReportFormat(params.format)) return undefined;
			const { now, partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
			const today = now.toPlainDate().toString();
			const found = (await app.protocols.listInForce(app.db, viewer.partnershipId, today)).find(
				({ protocol }) => protocol.id === params.protocol,
			);
			if (!found) return undefined;
			checkPeriod(period);
			const { audience, format } = params;
			const document = await reportDocument(
				app,
				partnership,
				found.protocol,
				period,
				audience,
				today,
			);
			return sendReport(reply, document, format);
		},
	}),
	reads({
		id: "openKeptReport",
		path: "/reports/kept/{report}/{audience}/{format}",
		tag: "Reports",
		summary: "A report as it was presented, as a file",
		says: "Its `id` is of `listReports`. The subgroup has it with small numbers hidden, as on its page.",
		scope: "reports:read",
		params: z.object({ report: z.uuid(), audience: z.enum(audiences), format }),
		answer: { types },
		run: async ({ app, viewer, params: { report, audience, format: as }, reply }) => {
			const visit = await visitReport(app, { viewer, params: { report } });
			if (!visit || !isReportFormat(as)) return undefined;
			const document = await keptDocumentFor(app, viewer, visit, audience);
			return document && sendReport(reply, document, as);
		},
	}),
];
