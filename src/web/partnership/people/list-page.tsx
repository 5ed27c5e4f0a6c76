import { levelNames, type OfficeToGive } from "../../../domain/partnership/invitation.ts";
import { isContactExpired } from "../../../domain/partnership/keep-people.ts";
import type { Agency } from "../../../store/agencies.ts";
import type { NotYetCome } from "../../../store/invitations.ts";
import { type PersonInList, perPage } from "../../../store/people-kept.ts";
import { administrationPaths, agencyPaths, peoplePaths } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukInput,
	govukSelect,
	govukTag,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Pagination, shownOf } from "../../kit/pagination.tsx";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayWhole } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Section } from "../../kit/text.tsx";
import { NotYetComeList } from "../../parts/not-yet-come.tsx";

export type PeopleFilter = {
	agency?: string | undefined;
	office?: string | undefined;
	standing?: "here" | "leaving" | "left" | undefined;
	page: number;
};

/** The people whom somebody keeps: all of the partnership, or those of their own agency. */
export const PeoplePage = ({
	frame,
	form,
	people,
	total,
	filter,
	agencies,
	offices,
	own,
	today,
	invited,
	now,
	notice,
}: {
	frame: PageFrame;
	/** The letters that are looked for. */
	form: FormState;
	people: readonly PersonInList[];
	total: number;
	filter: PeopleFilter;
	/** To choose from; empty for whoever keeps one agency. */
	agencies: readonly Agency[];
	offices: readonly OfficeToGive[];
	/** The agency that is theirs to keep, where it is only one. */
	own: { id: string; name: string } | undefined;
	today: string;
	/** Whom the reader invited into their agency and who has not come. */
	invited: readonly NotYetCome[];
	/** By the real clock. */
	now: Temporal.Instant;
	notice?: Html | undefined;
}): Html => {
	const isFound = form.values.letters !== undefined;
	return (
		<Layout
			frame={frame}
			title={own ? say`People of ${own.name}` : say`People`}
			width="full"
			back={own ? undefined : { href: administrationPaths.start }}
			notice={notice}
		>
			<div class="govuk-button-group">
				{govukButton({ text: say`Invite people`, href: administrationPaths.invite })}
				{own ? (
					<Link href={agencyPaths.check(own.id)}>{say`Say that they are still right`}</Link>
				) : (
					<Link href={agencyPaths.list}>{say`Agencies`}</Link>
				)}
			</div>
			{own && (
				<p class="govuk-body">{say`You invite people of ${own.name} up to your own level. For somebody above it, ask an
					administrator of the partnership.`}</p>
			)}
			{invited.length > 0 && (
				<Section id="invited" title={say`Invited by you, and not here yet`}>
					<NotYetComeList frame={frame} invited={invited} now={now} />
				</Section>
			)}
			<PostForm frame={frame} action={peoplePaths.find}>
				{govukInput({
					...textField(form, "letters"),
					label: { text: say`Find by some letters of a name, a job or a work address` },
					autocomplete: "off",
					spellcheck: false,
					classes: "govuk-input--width-20",
				})}
				{secondaryButton({ text: say`Find` })}
			</PostForm>
			<form method="get" action={peoplePaths.list}>
				<div class="govuk-button-group">
					{agencies.length > 0 &&
						govukSelect({
							name: "agency",
							id: "agency",
							formGroup: { classes: "govuk-!-margin-right-4" },
							label: { text: say`Agency` },
							value: filter.agency ?? "",
							items: [
								{ value: "", text: say`All` },
								...agencies.map(({ id, name }) => ({ value: id, text: name })),
							],
						})}
					{govukSelect({
						name: "office",
						id: "office",
						formGroup: { classes: "govuk-!-margin-right-4" },
						label: { text: say`Office or post` },
						value: filter.office ?? "",
						items: [
							{ value: "", text: say`Any or none` },
							...offices.map(({ id, called }) => ({ value: id, text: sayWhole(called) })),
						],
					})}
					{govukSelect({
						name: "standing",
						id: "standing",
						formGroup: { classes: "govuk-!-margin-right-4" },
						label: { text: say`Who` },
						value: filter.standing ?? "here",
						items: [
							{ value: "here", text: say`Here now` },
							{ value: "leaving", text: say`Leaving` },
							{ value: "left", text: say`Left` },
						],
					})}
					{secondaryButton({ text: say`Show` })}
				</div>
			</form>
			{people.length === 0 ? (
				<EmptyState title={isFound ? say`Nobody is found by that` : say`Nobody`} />
			) : (
				<SortableTable
					caption={shownOf({ page: filter.page, size: perPage, total }, "person", "people")}
					columns={[
						{ text: say`Name` },
						{ text: say`Job` },
						...(own ? [] : [{ text: say`Agency` }]),
						{ text: say`Level` },
						{ text: say`Offices and posts` },
						{ text: say`Note` },
					]}
					rows={people.map((person) => [
						person.left ? (
							person.name
						) : (
							<Link href={peoplePaths.person(person.id)}>{person.name}</Link>
						),
						person.jobTitle,
						...(own ? [] : [person.agencyName]),
						`${sayWhole(levelNames[person.level])}${person.safeguardingLead ? say`, safeguarding lead` : ""}`,
						person.offices
							.map((office) => sayWhole(offices.find(({ id }) => id === office)?.called ?? office))
							.join(", "),
						note(person, today),
					])}
				/>
			)}
			{isFound && total > perPage && (
				<p class="govuk-body">{say`These are the first ${perPage}. Type more letters to find fewer.`}</p>
			)}
			{!isFound && (
				<Pagination
					page={filter.page}
					pages={Math.ceil(total / perPage)}
					href={(page) => peopleHref({ ...filter, page })}
				/>
			)}
		</Layout>
	);
};

/** @param filter what is left out does not narrow */
const peopleHref = ({ agency, office, standing, page }: PeopleFilter): string =>
	`${peoplePaths.list}?${new URLSearchParams({
		...(agency && { agency }),
		...(office && { office }),
		...(standing && { standing }),
		page: String(page),
	})}`;

function note(person: PersonInList, today: string) {
	if (person.left) return person.lastDay ? say`Left on ${sayDate(person.lastDay)}` : say`Left`;
	if (person.lastDay) return say`Last day ${sayDate(person.lastDay)}`;
	return isContactExpired(person.contactCheckedOn, today)
		? govukTag({ text: say`Address not checked for a year`, classes: "govuk-tag--yellow" })
		: "";
}
