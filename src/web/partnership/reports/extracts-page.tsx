import type { StoredReport } from "../../../store/reports.ts";
import { differencePath, keptReportPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { AsTyped, Link, Unseen } from "../../kit/text.tsx";
import { reportTitle } from "./kept-page.tsx";

/** Something that people wrote, as it would stand in the report: what may tell whom it is about is taken out. */
export type Passage = {
	/** Names it in the form: its difference and its question. */
	value: string;
	difference: { id: string; reference: string };
	/** What was asked. */
	label: string;
	text: string;
};

/** What people wrote about a theme, in the differences that the reader may open. */
export const ExtractsPage = ({
	frame,
	report,
	theme,
	passages,
	more,
}: {
	frame: PageFrame;
	report: StoredReport;
	/** Its name. */
	theme: string;
	passages: readonly Passage[];
	/** How many differences more are of this theme: between the agencies, or too many for one page. */
	more: number;
}): Html => (
	<Layout
		frame={frame}
		title={say`Extracts: ${theme}`}
		caption={reportTitle(report)}
		back={{ text: say`Write the words`, href: keptReportPaths.words(report.id) }}
	>
		<p class="govuk-body">{say`What may tell whom it is about is taken out already. Shorten what you choose, and read
			it once more: people can be known by what happened to them.`}</p>
		{passages.length === 0 && (
			<EmptyState
				title={say`Nothing to choose from`}
			>{say`You cannot open any of the differences with this theme.`}</EmptyState>
		)}
		<PostForm frame={frame}>
			{passages.map(({ value, difference, label, text }) => (
				<section class="govuk-!-margin-bottom-7">
					<h2 class="govuk-heading-s govuk-!-margin-bottom-1">
						{label}, <Link href={differencePath(difference.id)}>{difference.reference}</Link>
					</h2>
					<p class="govuk-body">
						<AsTyped>{text}</AsTyped>
					</p>
					{secondaryButton({
						html: say`Use
								this${(
									<Unseen>
										: {label}, {difference.reference}
									</Unseen>
								)}`,
						name: "use",
						value,
					})}
				</section>
			))}
		</PostForm>
		{more > 0 && (
			<p class="govuk-body">
				{more === 1
					? say`1 difference more with this theme is not shown: between the agencies, or too many for this page.`
					: say`${counted(more, "difference")} more with this theme are not shown: between the agencies, or too many for this page.`}
			</p>
		)}
	</Layout>
);
