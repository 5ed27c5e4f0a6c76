import { hasFigures } from "../../../documents/report/on-paper.ts";
import type { Told } from "../../../documents/report/told.ts";
import type { ReportFigures } from "../../../domain/learning/report.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

/** What a report has, each a link to where it stands. */
export const Contents = ({
	sections,
	told = [],
}: {
	sections: ReportFigures["sections"];
	told?: readonly Told[] | undefined;
}): Html => (
	<nav class="concord-contents concord-not-printed" aria-label={say`Contents`}>
		<h2 class="govuk-heading-s">{say`Contents`}</h2>
		<ol class="govuk-list govuk-list--number">
			{sections.map(({ id, title, tables }) => (
				<li>
					<Link href={`#${id}`}>{title}</Link>
					{tables.filter(hasFigures).length > 1 && (
						<ul class="govuk-list">
							{tables.filter(hasFigures).map((table) => (
								<li>
									<Link href={`#table-${table.id}`}>{table.title}</Link>
								</li>
							))}
						</ul>
					)}
				</li>
			))}
			{told.map(({ id, title }) => (
				<li>
					<Link href={`#told-${id}`}>{title}</Link>
				</li>
			))}
		</ol>
	</nav>
);
