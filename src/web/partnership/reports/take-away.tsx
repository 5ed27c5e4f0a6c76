import { reportFormats } from "../../../documents/report/formats.ts";
import { sayAudience, sayAudienceInside } from "../../../documents/report/on-paper.ts";
import { type Audience, audiences } from "../../../domain/learning/published.ts";
import type { StoredReport } from "../../../store/reports.ts";
import { keptReportPaths } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { Bullets, Link, Unseen } from "../../kit/text.tsx";
import type { Rights } from "./rights.ts";

/** The report as files, for each of those for whom its reader may take it away. */
export const TakeAway = ({ report, rights }: { report: StoredReport; rights: Rights }): Html => (
	<section class="concord-not-printed" id="files">
		<h2 class="govuk-heading-m">{say`Take it away`}</h2>
		<Bullets
			items={audiencesFor(rights).map((audience) => (
				<>
					{say`For the ${sayAudienceInside(audience)}:`}{" "}
					{Object.entries(reportFormats).map(([format, { called }], at) => (
						<>
							{at > 0 && ", "}
							<Link href={keptReportPaths.file(report.id, audience, format)}>
								{called}
								<Unseen> {say`for the ${sayAudience(audience)}`}</Unseen>
							</Link>
						</>
					))}
				</>
			))}
		/>
		<p class="govuk-hint">{say`All but the Business Unit’s have small numbers hidden and name no person. The public’s
			have no table of single agencies and no extracts.`}</p>
	</section>
);

/** Whoever reads it with small numbers hidden has no file with all of them. */
export const audiencesFor = ({ reads }: Pick<Rights, "reads">): Audience[] =>
	audiences.filter((audience) => reads === "drafts" || audience !== "business-unit");
