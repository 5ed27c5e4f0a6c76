import type { LearningAction } from "../../../domain/learning/learning-action.ts";
import { periodInWords } from "../../../domain/learning/period.ts";
import type { ReportFigures } from "../../../domain/learning/report.ts";
import {
	type EarlierAction,
	type Part,
	type PresentedContent,
	themeOf,
	type Written,
} from "../../../domain/learning/report-life.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { shortDay } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { TwoThirds } from "../../kit/layout.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { StatusTag } from "../../kit/status-tag.tsx";
import { AsTyped } from "../../kit/text.tsx";
import { Tables } from "./sections.tsx";

/** What a report says: the words of each section beside its figures, then the themes and the recommendations. */
export const ReportBody = ({
	figures,
	parts,
	written,
	earlier,
	words,
	behind,
}: {
	figures: ReportFigures;
	/** The protocol's. */
	words: Protocol["words"];
	parts: readonly Part[];
	written: Written;
	earlier: PresentedContent["earlier"];
	/** Where what a count counts is listed; left out, no count is a link. */
	behind?: (count: string) => string;
}): Html => {
	const themes = parts.filter((part) => themeOf(part) !== undefined && written[part.name]);
	const others = parts.filter(
		(part) => !part.section && themeOf(part) === undefined && written[part.name],
	);
	return (
		<>
			{figures.sections.map(({ id, title, tables }) => (
				<section class="concord-report__section">
					<h2 class="govuk-heading-l" id={id}>
						{title}
					</h2>
					<Words text={written[id]} />
					<Tables tables={tables} behind={behind} period={figures.period} words={words} />
				</section>
			))}
			{themes.length > 0 && (
				<section id="themes">
					<h2 class="govuk-heading-l">Themes</h2>
					{themes.map((part) => (
						<>
							{(!part.isExtract || !written[`theme.${themeOf(part)}`]) && (
								<h3 class="govuk-heading-m">{part.title}</h3>
							)}
							{part.isExtract ? (
								<Extracts text={written[part.name] ?? ""} />
							) : (
								<Words text={written[part.name]} />
							)}
						</>
					))}
				</section>
			)}
			{others.map(({ name, title }) => (
				<section id={name}>
					<h2 class="govuk-heading-l">{title}</h2>
					<Words text={written[name]} />
				</section>
			))}
			{earlier && (
				<section id="earlier">
					<h2 class="govuk-heading-l">What was done about the last report</h2>
					<p class="govuk-body">The report was on {periodInWords(earlier.period)}.</p>
					{earlier.actions.length === 0 ? (
						<p class="govuk-body">It asked for no action.</p>
					) : (
						<EarlierActions actions={earlier.actions} />
					)}
				</section>
			)}
		</>
	);
};

const Words = ({ text }: { text: string | undefined }): Html => (
	<>
		{text && (
			<TwoThirds>
				<p class="govuk-body">
					<AsTyped>{text}</AsTyped>
				</p>
			</TwoThirds>
		)}
	</>
);

/** One after the other, each a paragraph of what was typed. */
const Extracts = ({ text }: { text: string }): Html => (
	<TwoThirds>
		{text
			.split(/\n\s*\n/)
			.filter((extract) => extract.trim() !== "")
			.map((extract) => (
				<blockquote class="govuk-inset-text">
					<AsTyped>{extract.trim()}</AsTyped>
				</blockquote>
			))}
	</TwoThirds>
);

const stateInWords: Record<LearningAction["state"], string> = {
	open: "Not done yet",
	done: "Done",
	"not-done": "Will not be done",
};

const EarlierActions = ({ actions }: { actions: readonly EarlierAction[] }): Html => (
	<SortableTable
		caption="What was done about the last report"
		captionHidden
		columns={[
			{ text: "By" },
			{ text: "What was asked" },
			{ text: "Of whom" },
			{ text: "What came of it" },
		]}
		rows={actions.map(({ what, agency, dueOn, state, result }) => [
			shortDay(dueOn),
			what,
			agency,
			<>
				<StatusTag
					text={stateInWords[state]}
					tone={state === "done" ? "good" : state === "open" ? "act" : "quiet"}
				/>
				{result && (
					<>
						<br />
						<AsTyped>{result}</AsTyped>
					</>
				)}
			</>,
		])}
	/>
);
