import type { LearningAction } from "../../../domain/learning/learning-action.ts";
import type { Reporting } from "../../../domain/learning/period.ts";
import type { ListedReport } from "../../../store/reports.ts";
import { keptReportPaths } from "../../addresses.ts";
import { govukInsetText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayDate } from "../../kit/say.tsx";
import { Link, Section } from "../../kit/text.tsx";
import { LearningActionsTable } from "../../parts/learning-actions.tsx";

/** What the desk says of reports. */
export type ReportsOnDesk = {
	drafts: readonly ListedReport[];
	next: readonly Reporting[];
	/** What reports and lessons asked for and is past its day. */
	late: readonly LearningAction[];
};

/** A report that is to be written does not wait at the foot of the desk. */
export const DraftsWaiting = ({ reports: { drafts } }: { reports: ReportsOnDesk }): Html => (
	<>
		{drafts.map(({ id, period }) =>
			govukInsetText({
				html: say`A report waits as a draft:
						${<Link href={keptReportPaths.report(id)}>{say`${sayDate(period.from)} to ${sayDate(period.until)}`}</Link>}`,
			}),
		)}
	</>
);

/** Which report comes next, and what reports and lessons asked for that is late. */
export const ReportsSection = ({
	reports: { next, late },
	today,
}: {
	reports: ReportsOnDesk;
	/** ISO day. */
	today: string;
}): Html => (
	<>
		{(next.length > 0 || late.length > 0) && (
			<Section id="reports" title={say`Reports`}>
				{next.map(({ protocol, next: { period, from } }) => (
					<p class="govuk-body">{say`The next report on ${protocol.title}, ${sayDate(period.from)} to
						${sayDate(period.until)}, is prepared on ${sayDate(from)}.`}</p>
				))}
				{late.length > 0 && (
					<LearningActionsTable
						caption={say`Actions past their day`}
						captionHidden={false}
						actions={late}
						today={today}
					/>
				)}
			</Section>
		)}
	</>
);
