import type { Reporting } from "../../../domain/learning/period.ts";
import { londonTime } from "../../../domain/time.ts";
import type { ListedReport } from "../../../store/reports.ts";
import { keptReportPaths, oldLogPaths, reportPaths } from "../../addresses.ts";
import { dayInWords, shortDay } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { FormState } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayPeriod } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { StatusTag } from "../../kit/status-tag.tsx";
import { Bullets, Link, Section } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { AnotherPeriod } from "./page.tsx";

/** The reports that there are: for the office all of them, for the subgroup those that were presented. */
export const ReportsPage = ({
	frame,
	office,
	reports,
	reporting,
	titles,
	form,
}: {
	frame: PageFrame;
	/** What the office has beside the list; undefined for the subgroup. */
	office: { readOnly: boolean } | undefined;
	/** The latest first. */
	reports: readonly ListedReport[];
	reporting: readonly Reporting[];
	/** Of protocols, by their names. */
	titles: ReadonlyMap<string, string>;
	form: FormState;
}): Html => (
	<Layout frame={frame} title={say`Reports`} width="full" errors={form.errors}>
		{office && <Parts frame={frame} readOnly={office.readOnly} />}
		{office &&
			reporting.map(({ protocol, next }) => (
				<p class="govuk-body">{say`The next report on ${protocol.title} is of ${sayPeriod(next.period)}. It is
					prepared by itself on ${dayInWords(next.from)}, and the Business Unit is told.`}</p>
			))}
		{reports.length === 0 ? (
			<EmptyState title={say`No report yet`}>
				{office
					? say`A report is prepared as a draft when its period ends.`
					: say`A report stands here once it is presented, and you are told by mail.`}
			</EmptyState>
		) : (
			<SortableTable
				caption={say`Reports`}
				captionHidden
				columns={[{ text: say`Period` }, { text: say`Where it stands` }, { text: say`Decision` }]}
				rows={reports.map((report) => [
					<>
						<Link href={keptReportPaths.report(report.id)}>{sayPeriod(report.period)}</Link>
						{report.version > 1 && say`, version ${report.version}`}
						<br />
						<span class="govuk-hint">{titles.get(report.protocol) ?? report.protocol}</span>
					</>,
					report.presented ? (
						say`Presented on ${shortDay(londonTime(report.presented.at).toPlainDate())}`
					) : (
						<StatusTag text={say`Draft`} />
					),
					report.presented ? (report.decisions > 0 ? say`Recorded` : say`Not yet recorded`) : "",
				])}
			/>
		)}
		{office && reporting.length > 0 && (
			<Section id="figures" title={say`Figures of any period`}>
				<Bullets
					items={reporting.map(({ protocol, last }) => (
						<Link href={reportPaths.period(protocol.id, last.from, last.until)}>
							{protocol.title}: {sayPeriod(last)}
						</Link>
					))}
				/>
				<AnotherPeriod protocols={reporting.map(({ protocol }) => protocol)} form={form} />
				<p class="govuk-body">
					<Link href={oldLogPaths.list}>{say`Logs of the years before Concord`}</Link>
				</p>
			</Section>
		)}
	</Layout>
);
