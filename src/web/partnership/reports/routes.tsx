/**
 * The figures of any period: the list of reports, a period's page and its files, and what is behind a figure with why it counts.
 * A report that is kept, from draft to decision, has routes of its own.
 */

import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { askForDownload } from "../../../actions/download.ts";
import { openDifference } from "../../../actions/open-difference.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { isReportFormat } from "../../../documents/report/formats.ts";
import type { ReportDocument } from "../../../documents/report/on-paper.ts";
import { sayReport } from "../../../documents/report/said-figures.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import { isSame, type Period, reportingOn } from "../../../domain/learning/period.ts";
import { type Audience, audiences } from "../../../domain/learning/published.ts";
import { hasReasons, reasonsBehind } from "../../../domain/learning/reasons.ts";
import type { ReportFigures } from "../../../domain/learning/report.ts";
import { makesReports, readsDrafts, readsReports } from "../../../domain/learning/report-life.ts";
import { mayExport } from "../../../domain/people/exporting.ts";
import { officesRead, type Viewer } from "../../../domain/people/viewer.ts";
import { fieldOf, type Protocol, readAs } from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { deskOffice as office } from "../../../reports/business-unit-desk.ts";
import { reportDocument } from "../../../reports/report-document.ts";
import { sixMonthlyFigures, whatWouldHelp } from "../../../reports/six-monthly.ts";
import { listImportedOf } from "../../../store/counted.ts";
import { findReportOn, type ListedReport, listReports } from "../../../store/reports.ts";
import { listVisibleOf } from "../../../store/search.ts";
import { downloadPaths, reportPaths } from "../../addresses.ts";
import { dateValues, type FormState, newForm, readForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayProtocol, startingSmall } from "../../kit/say.tsx";
import { askToShow, hasShownJustNow } from "../../security/shown-just-now.ts";
import { checkPeriod, periodAsked, periodIn } from "./asked.ts";
import { BehindPage } from "./behind-page.tsx";
import { reportDecisionRoutes } from "./decision-routes.tsx";
import { reportLifeRoutes } from "./life-routes.tsx";
import { ReportsPage } from "./list-page.tsx";
import { ReportPage } from "./page.tsx";
import { sendReport } from "./send-report.ts";
import { visitReport } from "./visit-report.ts";

/** The reports of a partnership, and the figures of any period for the office that makes them and for its head. */
export const reportRoutes: Routes = (web, app) => {
	reportLifeRoutes(web, app);
	reportDecisionRoutes(web, app);
	const reads = ({ viewer }: FastifyRequest) => officesRead(viewer).includes(office);

	/** The protocols in force, the one that is asked for first, and what day it is. */
	const open = async ({ viewer }: FastifyRequest, asked: string | undefined) => {
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const today = now.toPlainDate().toString();
		const inForce = (await app.protocols.listInForce(app.db, viewer.partnershipId, today)).map(
			({ protocol }) => protocol,
		);
		const protocol = asked === undefined ? inForce[0] : inForce.find(({ id }) => id === asked);
		return { today, protocol, others: inForce.filter((each) => each !== protocol) };
	};

	const draw = async (
		request: FastifyRequest,
		{ today, protocol, others }: Awaited<ReturnType<typeof open>>,
		period: Period,
		form: FormState,
		audience: Audience = "business-unit",
	) => {
		if (!protocol) throw new RangeError("No protocol is in force");
		const { viewer, frame } = request;
		return (
			<ReportPage
				frame={frame}
				wouldHaveHelped={
					audience === "business-unit"
						? await whatWouldHelp(app, viewer.partnershipId, protocol, period)
						: []
				}
				readOnly={!viewer.offices.includes(office)}
				mayExport={mayExport(viewer)}
				protocol={protocol}
				document={await documentOf(viewer, protocol, period, audience, today)}
				others={others.map(sayProtocol)}
				kept={await findReportOn(app.db, viewer.partnershipId, protocol.id, period)}
				form={form}
			/>
		);
	};

	const documentOf = async (
		{ partnershipId }: Viewer,
		protocol: Protocol,
		period: Period,
		audience: Audience,
		today: string,
	): Promise<ReportDocument> => {
		const { partnership } = await partnershipClock(app, app.db, partnershipId);
		return reportDocument(app, partnership, protocol, period, audience, today);
	};

	/** The kept report of a period in which a figure stands; undefined where there is none, or it is not theirs to look behind. */
	const keptFigures = async (
		{ viewer }: FastifyRequest,
		protocol: Protocol,
		period: Period,
		id: string | undefined,
	) => {
		const visit =
			id === undefined ? undefined : await visitReport(app, { viewer, params: { report: id } });
		const report = visit?.rights.reads === "drafts" ? visit.report : undefined;
		return report?.protocol === protocol.id && isSame(report.period, period) ? report : undefined;
	};

	/** Why a figure counts the first of some differences. */
	const reasonsOf = async (viewer: Viewer, count: string, visible: readonly { id: string }[]) => {
		const reasons = new Map<string, { label: string; text: string }[]>();
		for (const { id } of visible.slice(0, mostReasons)) {
			const opened = await openDifference(app, viewer, id, "report");
			if (!opened) continue;
			const spoken = sayProtocol(opened.protocol);
			reasons.set(
				id,
				reasonsBehind(count, opened.protocol, opened.difference).map(({ field, answer }) => ({
					label: withAgencyNames(spoken, opened, readAs(fieldOf(spoken, field.id))),
					text: sayAnswer(spoken, fieldOf(spoken, field.id), answer, opened),
				})),
			);
		}
		return reasons;
	};

	/** The list of reports: of the office all, of the subgroup what was presented, each in its last version. */
	const drawList = async (request: FastifyRequest, form: FormState) => {
		const { viewer, frame } = request;
		const { today, protocol, others } = await open(request, undefined);
		const inForce = protocol ? [protocol, ...others] : [];
		const isOffice = readsDrafts(viewer);
		const reports = (await listReports(app.db, viewer.partnershipId)).filter(
			({ presented }) => isOffice || presented,
		);
		return (
			<ReportsPage
				frame={frame}
				office={isOffice ? { readOnly: !makesReports(viewer) } : undefined}
				reports={reports.filter(isLastVersion)}
				reporting={inForce.map((each) => reportingOn(sayProtocol(each), today))}
				titles={new Map(inForce.map((each) => [each.id, sayProtocol(each).title]))}
				form={form}
			/>
		);
	};

	web.get(reportPaths.start, async (request, reply) => {
		if (!readsReports(request.viewer)) return reply.callNotFound();
		const query = z
			.looseObject({ protocol: z.string().optional().catch(undefined) })
			.parse(request.query);
		if (!("from-day" in query)) return reply.page(await drawList(request, newForm()));
		const { protocol } = await open(request, query.protocol);
		if (!reads(request) || !protocol) return reply.callNotFound();
		const asked = readForm(periodAsked, query);
		return asked.data
			? reply.redirect(reportPaths.period(protocol.id, asked.data.from, asked.data.until), 303)
			: reply
					.code(422)
					.page(await drawList(request, { values: asked.values, errors: asked.errors }));
	});

	web.get<{ Params: { protocol: string } }>(
		reportPaths.period(":protocol", ":from", ":until"),
		{ config: { mayBeOld: true } },
		async (request, reply) => {
			const period = periodIn(request.params);
			if (!reads(request) || !period) return reply.callNotFound();
			const found = await open(request, request.params.protocol);
			if (!found.protocol) return reply.callNotFound();
			const form = newForm({
				protocol: found.protocol.id,
				...dateValues("from", period.from),
				...dateValues("until", period.until),
			});
			// The days of an address can lie the wrong way round: they stand in the form, to be chosen again.
			const { errors = {} } = readForm(periodAsked, form.values);
			if (period.from > period.until)
				return reply.code(422).page(await drawList(request, { ...form, errors }));
			const { for: audience } = forWhom.parse(request.query);
			return reply.page(await draw(request, found, period, form, audience));
		},
	);

	web.get<{ Params: { protocol: string; audience: string; format: string } }>(
		reportPaths.file(":protocol", ":from", ":until", ":audience", ":format"),
		{ config: { mayBeOld: true } },
		async (request, reply) => {
			const { params, viewer } = request;
			const period = periodIn(params);
			const { data: audience } = z.enum(audiences).safeParse(params.audience);
			if (!reads(request) || !period || !audience || !isReportFormat(params.format))
				return reply.callNotFound();
			const { protocol, today } = await open(request, params.protocol);
			if (!protocol) return reply.callNotFound();
			checkPeriod(period);
			const document = await documentOf(viewer, protocol, period, audience, today);
			return sendReport(reply, document, params.format);
		},
	);

	web.post<{ Params: { protocol: string; audience: string } }>(
		reportPaths.allFiles(":protocol", ":from", ":until", ":audience"),
		async (request, reply) => {
			const { params, viewer } = request;
			const period = periodIn(params);
			const { data: audience } = z.enum(audiences).safeParse(params.audience);
			if (!reads(request) || !mayExport(viewer) || !period || !audience)
				return reply.callNotFound();
			const { protocol } = await open(request, params.protocol);
			if (!protocol) return reply.callNotFound();
			checkPeriod(period);
			if (!hasShownJustNow(request, app.clock()))
				return askToShow(reply, reportPaths.period(params.protocol, period.from, period.until));
			const id = await askForDownload(app, viewer, {
				is: "report",
				protocol: protocol.id,
				period,
				audience,
			});
			return reply.redirect(downloadPaths.one(id), 303);
		},
	);

	web.get<{ Params: { protocol: string } }>(
		reportPaths.behind(":protocol", ":from", ":until"),
		{ config: { mayBeOld: true } },
		async (request, reply) => {
			const period = periodIn(request.params);
			const { data } = behindAsked.safeParse(request.query);
			if (!reads(request) || !period || !data) return reply.callNotFound();
			const { viewer, frame } = request;
			const { protocol, today } = await open(request, request.params.protocol);
			if (!protocol) return reply.callNotFound();
			checkPeriod(period);
			const kept = await keptFigures(request, protocol, period, data.kept);
			if (data.kept !== undefined && !kept) return reply.callNotFound();
			const { figures, behind } = await sixMonthlyFigures(
				app,
				viewer.partnershipId,
				protocol,
				period,
				today,
			);
			// What a kept report counted may not be counted any more.
			const counted = behind.get(data.count) ?? (kept && []);
			const said = [figures, ...(kept ? [kept.kept.figures] : [])];
			const [title] = said.flatMap(
				(each) => titleOf(sayReport(protocol).figures(each), data.count) ?? [],
			);
			if (!counted || title === undefined) return reply.callNotFound();
			const visible = await listVisibleOf(app.db, viewer, counted);
			return reply.page(
				<BehindPage
					frame={frame}
					protocol={protocol}
					period={period}
					title={title}
					visible={visible}
					reasons={
						hasReasons(data.count) ? await reasonsOf(viewer, data.count, visible) : undefined
					}
					kept={kept}
					imported={await listImportedOf(app.db, viewer.partnershipId, counted)}
					total={counted.length}
				/>,
			);
		},
	);
};

const behindAsked = z.object({ count: z.string(), kept: z.string().optional() });

/** So many differences are opened for why they count: each is noted as read. */
const mostReasons = 20;

/** For whom the report is shown; for the office itself unless it asks otherwise. */
const forWhom = z.object({ for: z.enum(audiences).optional().catch(undefined) });

/** @param reports the last version of each first */
const isLastVersion = (
	{ protocol, period }: ListedReport,
	nth: number,
	reports: readonly ListedReport[],
): boolean => {
	const newer = reports[nth - 1];
	return newer?.protocol !== protocol || !isSame(newer.period, period);
};

/** "What it was about: Application of thresholds, children" */
function titleOf({ sections }: ReportFigures, count: string): string | undefined {
	for (const { title, columns, rows } of sections.flatMap(({ tables }) => tables))
		for (const { label, figures } of rows) {
			const at = figures.findIndex((figure) => figure.is === "count" && figure.name === count);
			if (at >= 0) return say`${title}: ${label}, ${startingSmall(columns[at] ?? "")}`;
		}
	return undefined;
}
