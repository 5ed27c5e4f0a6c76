import type { SayReport } from "../../../documents/report/said-figures.ts";
import { type Part, partsOf, themeOf } from "../../../domain/learning/report-life.ts";
import { londonTime } from "../../../domain/time.ts";
import type { StoredReport } from "../../../store/reports.ts";
import { keptReportPaths } from "../../addresses.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukDetails, govukTextarea, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout, TwoThirds } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { EnterPresses, PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment, startingSmall } from "../../kit/say.tsx";
import { AsTyped, Link, Unseen } from "../../kit/text.tsx";
import { askedNames } from "../../parts/fields/typed.ts";
import { FiguresTable } from "./figures-table.tsx";
import { reportTitle } from "./kept-page.tsx";
import { behindOf } from "./sections.tsx";

/** The buttons of the page, by what they ask for. */
export const buttons = { save: "send", later: "later" } as const;

/** Where the words of a report are written, each part beside its figures. */
export const WordsPage = ({
	frame,
	report,
	speaks,
	form,
	was,
	pageKey,
	saved,
	theirs = {},
	aside = {},
}: {
	frame: PageFrame;
	report: StoredReport;
	speaks: SayReport;
	form: FormState;
	/** What each part was when the page was drawn. */
	was: string;
	pageKey: string;
	/** Who wrote here last, and when. */
	saved: { at: string; by: string } | undefined;
	/** By part, what somebody else wrote there meanwhile. */
	theirs?: Readonly<Record<string, string>>;
	/** By part, what the reader wrote while somebody else did, and which is not in the report. */
	aside?: Readonly<Record<string, string>>;
}): Html => {
	const parts = partsOf(report.kept.figures).map(speaks.part);
	const boxes = (of: readonly Part[]) =>
		of.map((part) => (
			<PartBox
				report={report}
				part={part}
				theme={parts.find(({ name }) => name === `theme.${themeOf(part)}`)?.title}
				form={form}
				theirs={theirs}
				aside={aside}
			/>
		));
	return (
		<Layout
			frame={frame}
			title={say`Write the words`}
			caption={reportTitle(report)}
			width="full"
			errors={form.errors}
			back={{ text: say`Report`, href: keptReportPaths.report(report.id) }}
		>
			<TwoThirds>
				<p class="govuk-body">{say`Name nobody: no child, no colleague, no school, no date of birth. What looks like
					one is pointed out before the report is presented. Everybody of the Business Unit
					writes here; each saving is kept as a version.`}</p>
				{saved && (
					<p class="govuk-hint">{say`Last changed by ${saved.by}, ${sayMoment(londonTime(saved.at))}.`}</p>
				)}
			</TwoThirds>
			<PostForm frame={frame} autosave={keptReportPaths.keep(report.id, "words")}>
				<EnterPresses name="_do" value={buttons.save} text={say`Save`} />
				<input type="hidden" name="_asked" value={askedNames(parts)} />
				<input type="hidden" name="_was" value={was} />
				<input type="hidden" name="_key" value={pageKey} />
				{speaks.figures(report.kept.figures).sections.map(({ id, title, tables }) => (
					<section aria-labelledby={`section-${id}`}>
						<h2 class="govuk-heading-l" id={`section-${id}`}>
							{title}
						</h2>
						{govukDetails({
							summaryText: say`The figures: ${startingSmall(title)}`,
							html: (
								<>
									{tables.map((table) => (
										<FiguresTable
											table={table}
											behind={behindOf(report.protocol, report.period)}
											isCaptioned
										/>
									))}
								</>
							),
						})}
						{boxes(parts.filter(({ section }) => section === id))}
					</section>
				))}
				<h2 class="govuk-heading-l">{say`Themes`}</h2>
				{boxes(parts.filter((part) => themeOf(part) !== undefined))}
				<h2 class="govuk-heading-l">{say`For all of it`}</h2>
				{boxes(parts.filter((part) => !part.section && themeOf(part) === undefined))}
				<div class="govuk-button-group">
					{govukButton({
						text: say`Save`,
						name: "_do",
						value: buttons.save,
						preventDoubleClick: true,
					})}
					{secondaryButton({
						text: say`Keep it and come back later`,
						name: "_do",
						value: buttons.later,
					})}
				</div>
			</PostForm>
		</Layout>
	);
};

const PartBox = ({
	report,
	part,
	theme: themeTitle,
	form,
	theirs,
	aside,
}: {
	report: StoredReport;
	part: Part;
	/** The title of the theme that it is about; undefined for others. */
	theme: string | undefined;
	form: FormState;
	theirs: Readonly<Record<string, string>>;
	aside: Readonly<Record<string, string>>;
}): Html => {
	const { name, title, hint, isExtract } = part;
	const theme = themeOf(part);
	const meanwhile = theirs[name];
	const own = aside[name];
	return (
		<TwoThirds>
			{meanwhile !== undefined &&
				govukDetails({
					summaryText: say`What was written here meanwhile`,
					open: true,
					html: <AsTyped>{meanwhile || say`It was emptied.`}</AsTyped>,
				})}
			{own !== undefined &&
				govukDetails({
					summaryText: say`What you wrote here while somebody else did`,
					open: true,
					html: <AsTyped>{own}</AsTyped>,
				})}
			{govukTextarea({
				...textField(form, name),
				label: {
					html: part.section ? (
						say`What these figures say${<Unseen>: {title}</Unseen>}`
					) : (
						<>{title}</>
					),
					classes: "govuk-label--s",
				},
				hint: { text: part.section ? say`And what they do not say.` : hint },
				rows: isExtract ? 4 : 6,
			})}
			{isExtract && theme !== undefined && (
				<p class="govuk-body">
					<Link
						href={keptReportPaths.extracts(report.id, theme)}
					>{say`Choose from what people wrote: ${themeTitle ?? title}`}</Link>
				</p>
			)}
		</TwoThirds>
	);
};
