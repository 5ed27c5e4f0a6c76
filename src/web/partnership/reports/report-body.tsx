import { nothingInIt } from "../../../documents/report/on-paper.ts";
import type { Told } from "../../../documents/report/told.ts";
import type { ReportFigures } from "../../../domain/learning/report.ts";
import type { Written } from "../../../domain/learning/report-life.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import type { Html } from "../../kit/html.ts";
import { TwoThirds } from "../../kit/layout.tsx";
import { AsTyped } from "../../kit/text.tsx";
import { Contents } from "./contents.tsx";
import { Tables } from "./sections.tsx";
import { ToldSection } from "./told-section.tsx";

/** What a report says: the words of each section beside its figures, then what was learned, the themes and the rest. */
export const ReportBody = ({
	figures,
	written,
	told,
	words,
	behind,
}: {
	figures: ReportFigures;
	/** The protocol's. */
	words: Protocol["words"];
	written: Written;
	told: readonly Told[];
	/** Where what a count counts is listed; left out, no count is a link. */
	behind?: (count: string) => string;
}): Html => (
	<>
		{nothingInIt(figures).map((text) => (
			<p class="govuk-body">{text}</p>
		))}
		<Contents sections={figures.sections} told={told} />
		{figures.sections.map(({ id, title, tables }) => (
			<section class="concord-report__section">
				<h2 class="govuk-heading-l" id={id}>
					{title}
				</h2>
				{written[id] && (
					<TwoThirds>
						<p class="govuk-body">
							<AsTyped>{written[id]}</AsTyped>
						</p>
					</TwoThirds>
				)}
				<Tables tables={tables} behind={behind} period={figures.period} words={words} />
			</section>
		))}
		{told.map((each) => (
			<ToldSection told={each} />
		))}
	</>
);
