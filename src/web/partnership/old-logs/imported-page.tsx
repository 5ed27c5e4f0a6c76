import type { OldLog } from "../../../store/old-logs.ts";
import { oldLogPaths, reportPaths } from "../../addresses.ts";
import { govukDetails, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayEach, startingLarge } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { standing } from "./list-page.tsx";
import { TotalsTable } from "./trial-page.tsx";

/** What became of an old log: imported, with the totals before and after, or undone. */
export const ImportedPage = ({
	frame,
	readOnly,
	log,
	wrong,
}: {
	frame: PageFrame;
	readOnly: boolean;
	log: OldLog;
	/** Why it could not be undone, where somebody tried. */
	wrong: string | null;
}): Html => (
	<Layout
		frame={frame}
		title={log.state === "imported" ? say`Imported` : say`This import was undone`}
		caption={startingLarge(log.title)}
		back={{ text: say`Old logs`, href: oldLogPaths.list }}
	>
		<p class="govuk-body">{say`${standing(log)}, from ${log.fileName}.`}</p>
		{wrong && <p class="govuk-body">{sayEach(wrong)}</p>}
		{log.totals && <TotalsTable {...log.totals} />}
		{log.state === "imported" && (
			<>
				<p class="govuk-body">
					<Link href={reportPaths.start}>{say`See the reports`}</Link>
				</p>
				{!readOnly &&
					govukDetails({
						summaryText: say`Undo this import`,
						html: (
							<PostForm frame={frame} action={oldLogPaths.undo(log.id)}>
								<p class="govuk-body">{say`Reports count as they did before. Reports that were presented stay as they
									are. To import the log again, choose its file again.`}</p>
								{secondaryButton({ text: say`Undo this import` })}
							</PostForm>
						),
					})}
			</>
		)}
	</Layout>
);
