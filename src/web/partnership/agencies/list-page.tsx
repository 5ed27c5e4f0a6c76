import { isCheckDue } from "../../../domain/partnership/keep-people.ts";
import { sectorNames } from "../../../domain/protocol/told/table/asked.ts";
import { type AgencyInList, perPage } from "../../../store/people-kept.ts";
import { administrationPaths, agencyPaths } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukInput, govukTag, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Pagination, shownOf } from "../../kit/pagination.tsx";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayWhole } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { SubNavigation } from "../../kit/sub-navigation.tsx";
import { Link } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";

export const agencyStandings = ["here", "unlisted", "unanswered", "ended"] as const;
export type AgencyStanding = (typeof agencyStandings)[number];

const standingNames = (): Record<AgencyStanding, string> => ({
	here: say`All`,
	unlisted: say`To confirm`,
	unanswered: say`People not confirmed`,
	ended: say`Ended`,
});

/** The agencies of a partnership, with what is to be seen to in each. */
export const AgenciesPage = ({
	frame,
	form,
	agencies,
	total,
	standing,
	page,
	isOffice,
	toConfirm,
	today,
	notice,
}: {
	frame: PageFrame;
	form: FormState;
	agencies: readonly AgencyInList[];
	total: number;
	standing: AgencyStanding;
	page: number;
	/** Whether it is the Business Unit that looks, and no administrator. */
	isOffice: boolean;
	/** How many were only named by somebody. */
	toConfirm: number;
	today: string;
	notice?: Html | undefined;
}): Html => {
	const href = (to: AgencyStanding, at = 1) =>
		`${agencyPaths.list}?standing=${to}${at > 1 ? `&page=${at}` : ""}`;
	const isFound = form.values.letters !== undefined;
	return (
		<Layout
			frame={frame}
			title={say`Agencies`}
			width="full"
			back={isOffice ? undefined : { href: administrationPaths.start }}
			notice={notice}
		>
			{isOffice && <Parts frame={frame} />}
			{govukButton({ text: say`Add an agency`, href: agencyPaths.add })}
			<PostForm frame={frame} action={agencyPaths.find}>
				{govukInput({
					...textField(form, "letters"),
					label: { text: say`Find by some letters of its name` },
					autocomplete: "off",
					classes: "govuk-input--width-20",
				})}
				{secondaryButton({ text: say`Find` })}
			</PostForm>
			<SubNavigation
				label={say`Which agencies`}
				path={isFound ? "" : href(standing)}
				items={agencyStandings.map((each) => ({
					text:
						each === "unlisted" && toConfirm > 0
							? `${standingNames()[each]} (${toConfirm})`
							: standingNames()[each],
					href: href(each),
				}))}
			/>
			{agencies.length === 0 ? (
				<EmptyState
					title={
						standing === "unanswered"
							? say`Every agency has said whether its people are right`
							: say`No agencies`
					}
				/>
			) : (
				<SortableTable
					caption={shownOf({ page, size: perPage, total }, "agency", "agencies")}
					columns={[
						{ text: say`Name` },
						{ text: say`Sector` },
						{ text: say`People`, numeric: true },
						{ text: say`People last confirmed` },
						{ text: say`Note` },
					]}
					rows={agencies.map((agency) => [
						<Link href={agencyPaths.agency(agency.id)}>{agency.name}</Link>,
						agency.sector === "partnership"
							? say`The partnership’s office`
							: sayWhole(sectorNames[agency.sector]),
						agency.people,
						{
							content:
								agency.isConfirmed && agency.checkedOn ? sayDate(agency.checkedOn) : say`Not yet`,
							sort: agency.isConfirmed && agency.checkedOn ? agency.checkedOn : "",
						},
						note(agency, today),
					])}
				/>
			)}
			{!isFound && (
				<Pagination
					page={page}
					pages={Math.ceil(total / perPage)}
					href={(to) => href(standing, to)}
				/>
			)}
		</Layout>
	);
};

function note(agency: AgencyInList, today: string) {
	if (agency.endedOn) return say`Ended on ${sayDate(agency.endedOn)}`;
	if (!agency.isListed)
		return govukTag({ text: say`Named by somebody: to confirm`, classes: "govuk-tag--yellow" });
	if (isCheckDue(agency.checkedOn, today) && agency.people > 0)
		return govukTag({ text: say`Has not answered`, classes: "govuk-tag--yellow" });
	if (!agency.isAnswered)
		return agency.proxyName
			? say`${agency.proxyName} answers for it`
			: govukTag({ text: say`Nobody answers for it`, classes: "govuk-tag--red" });
	return "";
}
