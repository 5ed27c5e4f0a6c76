import { sayDate } from "../../domain/calendar/day-in-words.ts";
import type { Person } from "../../store/people.ts";
import type { Html } from "../ui/html.ts";
import { Layout } from "../ui/layout.tsx";
import type { PageFrame } from "../ui/page-frame.ts";
import { SortableTable } from "../ui/sortable-table.tsx";
import { colleaguePath } from "../your-settings/addresses.ts";

/** The people for whom the viewer may arrange an absence, and who of them is away. */
export const ColleaguesPage = ({
	frame,
	people,
	showAgency,
}: {
	frame: PageFrame;
	people: Person[];
	showAgency: boolean;
}): Html => (
	<Layout frame={frame} title="Who is away" width="full">
		<p class="govuk-body">
			Say that somebody is away, and who stands in for them meanwhile.
		</p>
		<SortableTable
			caption="People"
			columns={[
				{ text: "Name" },
				{ text: "Job" },
				...(showAgency ? [{ text: "Agency" }] : []),
				{ text: "Away" },
			]}
			rows={people.map(({ id, name, jobTitle, agencyName, away }) => [
				<a class="govuk-link" href={colleaguePath(id)}>
					{name}
				</a>,
				jobTitle,
				...(showAgency ? [agencyName] : []),
				away ? `Until ${sayDate(away.until)}` : "",
			])}
		/>
	</Layout>
);
