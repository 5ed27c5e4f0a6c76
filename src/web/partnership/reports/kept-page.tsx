/**
 * The pages of a report that is kept: as a draft, as it was presented with what was decided on it, and a version of its
 * words alone. Where the words are written, checked and decided on are pages of their own.
 */

import { learnedKept } from "../../../documents/report/kept.ts";
import type { SayReport } from "../../../documents/report/said-figures.ts";
import { toldIn } from "../../../documents/report/told.ts";
import type { Learned } from "../../../domain/learning/learned.ts";
import type { LearningAction } from "../../../domain/learning/learning-action.ts";
import type { ReportFigures } from "../../../domain/learning/report.ts";
import {
	type PresentedContent,
	partsOf,
	type Written,
} from "../../../domain/learning/report-life.ts";
import { hiddenMark } from "../../../domain/learning/suppress.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import type { Task } from "../../../domain/task.ts";
import { londonTime } from "../../../domain/time.ts";
import type {
	ListedReport,
	ReportDecision,
	StoredReport,
	WordsVersion,
} from "../../../store/reports.ts";
import { keptReportPaths, reportPaths } from "../../addresses.ts";
import { dayInWords } from "../../kit/dates.ts";
import {
	govukButton,
	govukInsetText,
	govukNotificationBanner,
	govukWarningText,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout, TwoThirds } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayEach, sayList, sayMoment, sayPeriod, sayProtocol } from "../../kit/say.tsx";
import { AsTyped, Bullets, Link } from "../../kit/text.tsx";
import { LearningActionsTable } from "../../parts/learning-actions.tsx";
import { doing, TaskProgress } from "../../parts/task-progress.tsx";
import { ReportBody } from "./report-body.tsx";
import type { Rights } from "./rights.ts";
import { behindOf } from "./sections.tsx";
import { TakeAway } from "./take-away.tsx";

const onDay = (instant: string): string => dayInWords(londonTime(instant).toPlainDate());

export const reportTitle = ({
	period,
	version,
}: Pick<ListedReport, "period" | "version">): string =>
	version > 1
		? say`Report: ${sayPeriod(period)}, version ${version}`
		: say`Report: ${sayPeriod(period)}`;

/** A draft whose figures are being counted. */
export const CountingPage = ({
	frame,
	report,
	task,
}: {
	frame: PageFrame;
	report: StoredReport;
	task: Task;
}): Html => (
	<Layout
		frame={frame}
		title={doing()[task.kind]}
		caption={reportTitle(report)}
		back={{ text: say`Reports`, href: reportPaths.start }}
	>
		<TaskProgress
			task={task}
			of="form"
			path={frame.path}
			findAgain={say`you find the report again under “Reports”`}
		/>
	</Layout>
);

/** A report as it is being written: its figures, and the words as they stand. */
export const DraftPage = ({
	frame,
	protocol,
	speaks,
	report,
	written,
	versions,
	learned,
	rights,
	wrong,
}: {
	frame: PageFrame;
	protocol: Protocol;
	speaks: SayReport;
	report: StoredReport;
	written: Written;
	/** The last first. */
	versions: readonly WordsVersion[];
	/** What was learned, as it would be kept now. */
	learned: Learned;
	rights: Rights;
	/** Why its figures could not be counted, where that was tried last. */
	wrong: string | null;
}): Html => (
	<Layout
		frame={frame}
		title={reportTitle(report)}
		caption={say`Draft`}
		width="full"
		back={{ text: say`Reports`, href: reportPaths.start }}
	>
		<TwoThirds>
			{wrong && govukWarningText({ text: sayEach(wrong), iconFallbackText: say`Warning` })}
			<p class="govuk-body">{say`${sayProtocol(protocol).title}. Only the Business Unit sees this draft. Its figures were counted at
				${sayMoment(londonTime(report.figuresAt))}.`}</p>
			{rights.writes && (
				<div class="govuk-button-group concord-not-printed">
					{govukButton({ text: say`Write the words`, href: keptReportPaths.words(report.id) })}
					{secondaryButton({
						text: say`Check and present`,
						href: keptReportPaths.check(report.id),
					})}
				</div>
			)}
			{rights.writes && (
				<PostForm frame={frame} action={keptReportPaths.countAgain(report.id)}>
					{secondaryButton({ text: say`Count the figures again`, preventDoubleClick: true })}
				</PostForm>
			)}
			{versions.length > 0 && (
				<>
					<h2 class="govuk-heading-s govuk-!-margin-bottom-1">{say`What was written before`}</h2>
					<Bullets
						items={versions.map(({ number, at, by }) => (
							<>
								<Link
									href={keptReportPaths.version(report.id, number)}
								>{say`Version ${number}`}</Link>
								, {by.name}, {sayMoment(londonTime(at))}
							</>
						))}
					/>
				</>
			)}
		</TwoThirds>
		<ReportBody
			figures={speaks.figures(report.kept.figures)}
			written={written}
			told={toldIn(
				{ parts: partsOf(report.kept.figures), written, learned },
				speaks,
				"business-unit",
			)}
			words={sayProtocol(protocol).words}
			behind={behindOf(protocol.id, report.period, report.id)}
		/>
	</Layout>
);

/** A report as it was presented, with what was decided on it. */
export const PresentedPage = ({
	frame,
	protocol,
	speaks,
	report,
	presented,
	content,
	decisions,
	actions,
	newer,
	rights,
	today,
	notice,
}: {
	frame: PageFrame;
	/** In its version now: its words are on the charts. */
	protocol: Protocol;
	speaks: SayReport;
	report: StoredReport;
	presented: NonNullable<StoredReport["presented"]>;
	content: PresentedContent;
	decisions: readonly ReportDecision[];
	actions: readonly LearningAction[];
	/** The last version, where that is another; of those that this reader may see. */
	newer: ListedReport | undefined;
	rights: Rights;
	today: string;
	/** What was done just now. */
	notice: string | undefined;
}): Html => {
	const audience = rights.reads === "drafts" ? "business-unit" : "subgroup";
	return (
		<Layout
			frame={frame}
			title={reportTitle(report)}
			caption={say`To the ${content.protocol.to}`}
			width="full"
			back={{ text: say`Reports`, href: reportPaths.start }}
			notice={notice && govukNotificationBanner({ type: "success", text: notice })}
		>
			<TwoThirds>
				{newer && (
					<p class="govuk-body">
						<strong>{say`There is a newer version.`}</strong>{" "}
						<Link href={keptReportPaths.report(newer.id)}>
							{newer.presented
								? say`Version ${newer.version}`
								: say`Version ${newer.version}, a draft`}
						</Link>
					</p>
				)}
				{presented.whatChanged &&
					govukInsetText({
						html: (
							<>
								<strong>{say`What changed in this version:`}</strong>{" "}
								<AsTyped>{presented.whatChanged}</AsTyped>
							</>
						),
					})}
				<p class="govuk-body">{say`${speaks.text(content.protocol.title)}. Presented on ${onDay(presented.at)}, by
					${presented.by.name}. It stays as it is.`}</p>
				{rights.reads === "presented" && (
					<p class="govuk-body">
						{say`${hiddenMark} is a number that is not shown, so that nobody can tell which child it is about: a number from 1 to ${content.threshold - 1}, or another from which one could be worked out.`}
						{content.shown.leftOut.length > 0 && (
							<>
								{" "}
								{say`Not in this report, since too few of their numbers could be shown: ${sayList(speaks.titles(content.shown).leftOut)}.`}
							</>
						)}
					</p>
				)}
			</TwoThirds>
			<TakeAway report={report} rights={rights} />
			<section id="decision">
				<h2 class="govuk-heading-l">{say`What the subgroup decided`}</h2>
				<TwoThirds>
					{decisions.length === 0 && (
						<p class="govuk-body">{say`Nothing is recorded yet. Whoever chairs the subgroup records which actions are
							required, or that none are.`}</p>
					)}
					{decisions.map(({ requires, why, at, by }) => (
						<p class="govuk-body">
							<strong>{requires ? say`Actions are required.` : say`No action is required.`}</strong>{" "}
							<AsTyped>{why}</AsTyped>
							<br />
							<span class="govuk-hint">
								{by.name}, {onDay(at)}
							</span>
						</p>
					))}
				</TwoThirds>
				{actions.length > 0 && (
					<LearningActionsTable caption={say`Actions required`} actions={actions} today={today} />
				)}
				{rights.decides && !newer && (
					<p class="govuk-body">
						{govukButton({
							text:
								decisions.length === 0 ? say`Record the decision` : say`Record another decision`,
							href: keptReportPaths.decide(report.id),
							...(decisions.length > 0 && { classes: "govuk-button--secondary" }),
						})}
					</p>
				)}
			</section>
			<ReportBody
				figures={speaks.figures(rights.reads === "drafts" ? content.figures : asShown(content))}
				written={content.written}
				told={toldIn(
					{
						parts: content.parts,
						written: content.written,
						learned: learnedKept(content, audience),
					},
					speaks,
					audience,
				)}
				words={sayProtocol(protocol).words}
				{...(rights.reads === "drafts" && {
					behind: behindOf(protocol.id, report.period, report.id),
				})}
			/>
			{rights.reads === "drafts" && (
				<TwoThirds>
					{content.confirmed.length > 0 && (
						<>
							<h2 class="govuk-heading-m">{say`What was pointed out, and may stay`}</h2>
							<Bullets
								items={content.confirmed.map(({ text, reason }) => `“${text}”: ${reason}`)}
							/>
						</>
					)}
					<p class="govuk-hint govuk-!-text-break-word">{say`Its fingerprint (SHA-256): ${presented.sha256}`}</p>
					{rights.writes && !newer && (
						<PostForm frame={frame} action={keptReportPaths.correct(report.id)}>
							{secondaryButton({
								text: say`Put it right in a new version`,
								preventDoubleClick: true,
							})}
						</PostForm>
					)}
				</TwoThirds>
			)}
		</Layout>
	);
};

/** The figures as the subgroup has them. A section of which no number could be shown is there for its words. */
const asShown = ({ figures, shown, written }: PresentedContent): ReportFigures => ({
	...figures,
	sections: figures.sections
		.map((section) => ({
			...section,
			tables: shown.sections.find(({ id }) => id === section.id)?.tables ?? [],
		}))
		.filter(({ id, tables }) => tables.length > 0 || written[id]),
});

/** What was written at some time, without the figures. */
export const VersionPage = ({
	frame,
	speaks,
	report,
	version,
}: {
	frame: PageFrame;
	speaks: SayReport;
	report: StoredReport;
	version: WordsVersion;
}): Html => (
	<Layout
		frame={frame}
		title={say`Version ${version.number} of the words`}
		caption={reportTitle(report)}
		back={{ text: say`Report`, href: keptReportPaths.report(report.id) }}
	>
		<p class="govuk-body">{say`Saved by ${version.by.name}, ${sayMoment(londonTime(version.at))}.`}</p>
		{partsOf(report.kept.figures)
			.filter(({ name }) => version.written[name])
			.map(speaks.part)
			.map(({ name, title }) => (
				<>
					<h2 class="govuk-heading-m">{title}</h2>
					<p class="govuk-body">
						<AsTyped>{version.written[name] ?? ""}</AsTyped>
					</p>
				</>
			))}
	</Layout>
);
