import { colleaguesPerPage, type Person } from "../../../store/people.ts";
import {
	colleaguePath,
	colleaguePaths,
	colleaguesPath,
	yourSettingsPath,
} from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, textField } from "../../kit/form.ts";
import { govukInput, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Pagination, shownOf } from "../../kit/pagination.tsx";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { Phones } from "../../parts/phones.tsx";

/** The people for whom the viewer may arrange an absence, and who of them is away. */
export const ColleaguesPage = ({
	frame,
	form,
	people,
	total,
	page,
	office,
	ofAll,
}: {
	frame: PageFrame;
	/** The letters that are looked for. */
	form: FormState;
	/** One page of them. */
	people: Person[];
	total: number;
	/** 1 and up. */
	page: number;
	/** Whether the viewer is of the Business Unit, which arranges it for every agency. */
	office: boolean;
	/** Whether they are of several agencies. */
	ofAll: boolean;
}): Html => {
	const isFound = form.values.letters !== undefined;
	const isOnePage = total <= colleaguesPerPage;
	return (
		<Layout
			frame={frame}
			title={say`Who is away`}
			width="full"
			back={office ? undefined : { href: yourSettingsPath }}
		>
			{office && <Parts frame={frame} />}
			<p class="govuk-body">{say`Say that somebody is away, and who stands in for them meanwhile.`}</p>
			{(isFound || !isOnePage) && (
				<PostForm frame={frame} action={colleaguePaths.find}>
					{govukInput({
						...textField(form, "letters"),
						label: { text: say`Find by some letters of a name, a job or a work address` },
						autocomplete: "off",
						spellcheck: false,
						classes: "govuk-input--width-20",
					})}
					{secondaryButton({ text: say`Find` })}
				</PostForm>
			)}
			{people.length === 0 && <EmptyState title={say`Nobody is found by that`} />}
			{people.length > 0 && (
				<SortableTable
					caption={
						isOnePage
							? say`People`
							: shownOf({ page, size: colleaguesPerPage, total }, "person", "people")
					}
					columns={[
						{ text: say`Name` },
						{ text: say`Job` },
						...(ofAll ? [{ text: say`Agency` }] : []),
						{ text: say`Telephone` },
						{ text: say`Away today` },
					]}
					rows={people.map(({ id, name, jobTitle, agencyName, away, ...person }) => [
						<Link href={colleaguePath(id)}>{name}</Link>,
						jobTitle,
						...(ofAll ? [agencyName] : []),
						<Phones person={person} />,
						away ? say`Until ${sayDate(away.until)}` : "",
					])}
				/>
			)}
			{isFound && !isOnePage && (
				<p class="govuk-body">
					{say`These are the first ${colleaguesPerPage}. Type more letters to find fewer.`}
				</p>
			)}
			{!isFound && (
				<Pagination
					page={page}
					pages={Math.ceil(total / colleaguesPerPage)}
					href={(other) => `${colleaguesPath}?page=${other}`}
				/>
			)}
		</Layout>
	);
};
