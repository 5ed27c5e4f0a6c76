/**
 * The page of a period's report: its periods, for whom it is shown, what it can be taken away as, and its sections. What a
 * reader outside the Business Unit would not have is not on it either: it is drawn from the report as they have it.
 */

import { reportFormats } from "../../../documents/report/formats.ts";
import {
	aboutReport,
	type ReportDocument,
	sayAudience,
} from "../../../documents/report/on-paper.ts";
import { whatWouldHaveHelped } from "../../../domain/learning/feedback.ts";
import {
	monthsOf,
	nextPeriod,
	type Period,
	periodBefore,
} from "../../../domain/learning/period.ts";
import { audiences } from "../../../domain/learning/published.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { sayLength } from "../../../language/length.ts";
import {
	downloadPaths,
	keptReportPaths,
	oldLogPaths,
	reportPaths,
	smallNumbersPath,
} from "../../addresses.ts";
import { dateField, type FormState, textField } from "../../kit/form.ts";
import { govukDateInput, govukDetails, govukSelect, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayIt, sayList, sayPeriod } from "../../kit/say.tsx";
import { Bullets, Link } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { Contents } from "./contents.tsx";
import { behindOf, Tables } from "./sections.tsx";
import { ToldSection } from "./told-section.tsx";

/** The figures of one period, as its readers have them; for the office that reports, each number opens what it counts. */
export const ReportPage = ({
	frame,
	readOnly,
	mayExport,
	protocol,
	document,
	others,
	kept,
	form,
	wouldHaveHelped,
}: {
	frame: PageFrame;
	/** What people said would have made it easier, in no order; nothing before enough have answered. */
	wouldHaveHelped: string[];
	readOnly: boolean;
	/** Whether the reader may take many files at once. */
	mayExport: boolean;
	protocol: Protocol;
	document: ReportDocument;
	/** The partnership's other protocols. */
	others: Protocol[];
	/** The report that is written on this period. */
	kept: { id: string; presented: unknown } | undefined;
	form: FormState;
}): Html => {
	const { report, isOver } = document;
	const { period, audience } = report;
	const behind = audience === "business-unit" ? behindOf(protocol.id, period) : undefined;
	return (
		<Layout
			frame={frame}
			title={say`Report: ${sayPeriod(period)}`}
			width="full"
			errors={form.errors}
		>
			<Parts frame={frame} readOnly={readOnly} />
			<p class="govuk-body">
				{say`${document.protocol.title}. For the ${protocol.report?.to ?? say`subgroup`}, every ${sayLength({ amount: monthsOf(protocol.report?.every), unit: "calendar-months" })}.`}
			</p>
			{kept && (
				<p class="govuk-body">
					<Link href={keptReportPaths.report(kept.id)}>
						{kept.presented
							? say`The report on this period was presented`
							: say`A report on this period is being written`}
					</Link>
				</p>
			)}
			{isOver && !kept && !readOnly && (
				<PostForm frame={frame} action={keptReportPaths.make}>
					<input type="hidden" name="protocol" value={protocol.id} />
					<input type="hidden" name="from" value={period.from} />
					<input type="hidden" name="until" value={period.until} />
					{secondaryButton({ text: say`Make a report of this period`, preventDoubleClick: true })}
				</PostForm>
			)}
			<Periods {...{ protocol, others, period, isOver, form }} audience={audience} />
			<ForWhom {...{ frame, protocol, document, readOnly, mayExport }} />
			<Contents sections={report.sections} told={document.told} />
			{report.sections.map(({ id, title, tables }) => (
				<section aria-labelledby={id} class="concord-report__section">
					<h2 class="govuk-heading-l" id={id}>
						{title}
					</h2>
					{document.words?.[id] && <p class="govuk-body">{document.words[id]}</p>}
					<Tables tables={tables} behind={behind} period={period} words={document.protocol.words} />
					{id === "feedback" && wouldHaveHelped.length > 0 && (
						<>
							<h3 class="govuk-heading-m">{sayIt(whatWouldHaveHelped)}</h3>
							<p class="govuk-body">{say`In no order, and for you alone: this list is in no report that leaves the
								Business Unit.`}</p>
							<Bullets items={wouldHaveHelped} />
						</>
					)}
				</section>
			))}
			{document.told?.map((told) => (
				<ToldSection told={told} />
			))}
		</Layout>
	);
};

const addressOf = (protocol: string, { from, until }: Period, audience: string): string =>
	`${reportPaths.period(protocol, from, until)}${audience === "business-unit" ? "" : `?for=${audience}`}`;

const Periods = ({
	protocol,
	others,
	period,
	audience,
	isOver,
	form,
}: {
	protocol: Protocol;
	others: Protocol[];
	period: Period;
	audience: string;
	isOver: boolean;
	form: FormState;
}): Html => (
	<nav class="concord-not-printed" aria-label={say`Periods`}>
		<p class="govuk-body">
			<Link
				href={addressOf(protocol.id, periodBefore(period), audience)}
			>{say`Period before: ${sayPeriod(periodBefore(period))}`}</Link>
			{isOver && (
				<>
					{" · "}
					<Link
						href={addressOf(protocol.id, nextPeriod(period), audience)}
					>{say`Next period: ${sayPeriod(nextPeriod(period))}`}</Link>
				</>
			)}
			{others.map(({ id, title }) => (
				<>
					{" · "}
					<Link href={addressOf(id, period, audience)}>{title}</Link>
				</>
			))}
		</p>
		<p class="govuk-body">
			<Link href={oldLogPaths.list}>{say`Logs of the years before Concord`}</Link>
		</p>
		<AnotherPeriod protocols={[protocol]} form={form} />
	</nav>
);

/** Asks for another period by its days, and for which protocol where there are several. */
export const AnotherPeriod = ({
	protocols,
	form,
}: {
	protocols: readonly Pick<Protocol, "id" | "title">[];
	form: FormState;
}): Html => (
	<form method="get" action={reportPaths.start} novalidate>
		{protocols.length === 1 &&
			protocols.map(({ id }) => <input type="hidden" name="protocol" value={id} />)}
		{govukDetails({
			summaryText: say`Another period`,
			open: Object.keys(form.errors).length > 0,
			html: (
				<>
					{protocols.length > 1 &&
						govukSelect({
							...textField(form, "protocol"),
							label: { text: say`Protocol` },
							items: protocols.map(({ id, title }) => ({ value: id, text: title })),
						})}
					{govukDateInput({
						...dateField(form, "from"),
						fieldset: { legend: { text: say`First day` } },
					})}
					{govukDateInput({
						...dateField(form, "until"),
						fieldset: { legend: { text: say`Last day` } },
					})}
					{secondaryButton({ text: say`Show this period` })}
				</>
			),
		})}
	</form>
);

/** For whom it is shown, what they do not see, and the files of just that. */
const ForWhom = ({
	frame,
	protocol,
	document,
	readOnly,
	mayExport,
}: {
	frame: PageFrame;
	protocol: Protocol;
	document: ReportDocument;
	readOnly: boolean;
	/** Whether the reader may take many files at once. */
	mayExport: boolean;
}): Html => {
	const { period, audience, givenAway } = document.report;
	return (
		<div class="concord-for-whom">
			<nav class="concord-not-printed" aria-label={say`For whom`}>
				<ul class="govuk-list concord-for-whom__choices">
					{audiences.map((each) => (
						<li>
							<a
								class="govuk-link govuk-link--no-visited-state"
								href={addressOf(protocol.id, period, each)}
								{...(each === audience && { "aria-current": "page" })}
							>
								{sayAudience(each)}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{aboutReport(document).map((text) => (
				<p class="govuk-body">{text}</p>
			))}
			{givenAway.length > 0 && (
				<p class="govuk-body">{say`${<strong>{say`Look before you pass this on.`}</strong>} With what an earlier
					report showed, a small number can be worked out in
					${sayList(givenAway.map((title) => `“${title}”`))}.`}</p>
			)}
			<p class="govuk-body concord-not-printed">
				{say`Take it away as`}{" "}
				{Object.entries(reportFormats).map(([format, { called }], at) => (
					<>
						{at > 0 && ", "}
						<Link href={reportPaths.file(protocol.id, period.from, period.until, audience, format)}>
							{called}
						</Link>
					</>
				))}
				.{" "}
				{audience !== "business-unit" && !readOnly && (
					<Link href={smallNumbersPath}>{say`Which numbers are small`}</Link>
				)}{" "}
				<Link href={downloadPaths.list}>{say`Your downloads`}</Link>
			</p>
			{mayExport && (
				<div class="concord-not-printed">
					<PostForm
						frame={frame}
						action={reportPaths.allFiles(protocol.id, period.from, period.until, audience)}
					>
						{secondaryButton({
							text: say`Make all formats together (.zip)`,
							preventDoubleClick: true,
						})}
					</PostForm>
				</div>
			)}
		</div>
	);
};
