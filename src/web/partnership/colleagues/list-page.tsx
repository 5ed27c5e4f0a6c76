import type { Person } from "../../../store/people.ts";
import { colleaguePath, yourSettingsPath } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayDate } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { Phones } from "../../parts/phones.tsx";

/** The people for whom the viewer may arrange an absence, and who of them is away. */
export const ColleaguesPage = ({
	frame,
	people,
	office,
}: {
	frame: PageFrame;
	people: Person[];
	/** Whether the viewer is of the Business Unit, which arranges it for every agency. */
	office: boolean;
}): Html => (
	<Layout
		frame={frame}
		title={say`Who is away`}
		width="full"
		back={office ? undefined : { href: yourSettingsPath }}
	>
		{office && <Parts frame={frame} />}
		<p class="govuk-body">{say`Say that somebody is away, and who stands in for them meanwhile.`}</p>
		<SortableTable
			caption={say`People`}
			columns={[
				{ text: say`Name` },
				{ text: say`Job` },
				...(office ? [{ text: say`Agency` }] : []),
				{ text: say`Telephone` },
				{ text: say`Away today` },
			]}
			rows={people.map(({ id, name, jobTitle, agencyName, away, ...person }) => [
				<Link href={colleaguePath(id)}>{name}</Link>,
				jobTitle,
				...(office ? [agencyName] : []),
				<Phones person={person} />,
				away ? say`Until ${sayDate(away.until)}` : "",
			])}
		/>
	</Layout>
);
