import { nationNames, nations } from "../../../domain/partnership/identity.ts";
import { sectors } from "../../../domain/people/viewer.ts";
import { sectorNames } from "../../../domain/protocol/told/table/asked.ts";
import type { Agency } from "../../../store/agencies.ts";
import { administrationPaths, agencyPaths, peoplePaths, workingDaysPath } from "../../addresses.ts";
import { type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukInput,
	govukRadios,
	govukSelect,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayWhole } from "../../kit/say.tsx";
import { Link, Section } from "../../kit/text.tsx";

/** Adds an agency, or puts right what is said of one. */
export const AgencyPage = ({
	frame,
	form,
	agency,
	others,
	mayCloseDays,
	mayKeepPeople,
	mayInvite,
	hasPeople,
	notice,
}: {
	frame: PageFrame;
	form: FormState;
	/** Undefined for one that is added. */
	agency: Agency | undefined;
	/** Those that may answer for it. */
	others: readonly Agency[];
	/** Whether it is theirs to say on which days the agency is closed. */
	mayCloseDays: boolean;
	mayKeepPeople: boolean;
	mayInvite: boolean;
	/** Whether anybody works there. */
	hasPeople: boolean;
	notice?: Html | undefined;
}): Html => (
	<Layout
		frame={frame}
		title={agency?.name ?? say`Add an agency`}
		errors={form.errors}
		back={{ href: agencyPaths.list }}
		notice={notice}
	>
		{agency?.isUnlisted && (
			<p class="govuk-body">{say`Somebody named this agency when they raised a difference. Put right what is wrong, and
				save: then it is one of the partnership’s agencies.`}</p>
		)}
		{agency && !agency.endedOn && !agency.proxyAgencyId && !hasPeople && (
			<p class="govuk-body">
				{say`Nobody works there yet, so nothing that is raised with it reaches anybody.`}{" "}
				{mayInvite ? (
					<Link
						href={`${administrationPaths.invite}?agency=${agency.id}`}
					>{say`Invite somebody who answers for it`}</Link>
				) : (
					say`Ask an administrator of the partnership to invite somebody who answers for it.`
				)}
			</p>
		)}
		{agency && (mayKeepPeople || mayCloseDays) && (
			<div class="govuk-button-group">
				{mayKeepPeople && (
					<Link href={`${peoplePaths.list}?agency=${agency.id}`}>{say`Its people`}</Link>
				)}
				{mayKeepPeople && (
					<Link href={agencyPaths.check(agency.id)}>{say`Say that its people are right`}</Link>
				)}
				{mayCloseDays && <Link href={workingDaysPath}>{say`Days on which it is closed`}</Link>}
			</div>
		)}
		<PostForm frame={frame}>
			{govukInput({
				...textField(form, "name"),
				label: { text: say`Name`, classes: "govuk-label--s" },
				autocomplete: "off",
			})}
			{govukSelect({
				...textField(form, "sector"),
				label: { text: say`What kind of agency is it?`, classes: "govuk-label--s" },
				items: [
					{ value: "", text: say`Choose` },
					...sectors.map((sector) => ({
						value: sector,
						text:
							sector === "partnership"
								? say`The partnership’s office`
								: sayWhole(sectorNames[sector]),
					})),
				],
			})}
			{govukRadios({
				...radiosField(form, "nation"),
				fieldset: {
					legend: {
						text: say`In which nation do its people work?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				items: [
					{ value: "partnership", text: say`The partnership’s own` },
					...nations.map((nation) => ({ value: nation, text: sayWhole(nationNames[nation]) })),
				],
			})}
			{govukSelect({
				...textField(form, "proxy"),
				label: { text: say`Who answers for it where it has nobody?`, classes: "govuk-label--s" },
				hint: { text: say`For a small agency, such as a childminder` },
				items: [
					{ value: "", text: say`Nobody else` },
					...others.map(({ id, name }) => ({ value: id, text: name })),
				],
			})}
			{govukInput({
				...textField(form, "phone"),
				label: { text: say`Telephone when nobody is at work`, classes: "govuk-label--s" },
				type: "tel",
				autocomplete: "off",
				classes: "govuk-input--width-20",
			})}
			{govukButton({ text: agency ? say`Save` : say`Add the agency`, preventDoubleClick: true })}
		</PostForm>
		{agency?.endedOn && (
			<Section id="end" title={say`Ended on ${sayDate(agency.endedOn)}`}>
				<p class="govuk-body">{say`Nothing can be raised with it. What names it stays in the record.`}</p>
				<PostForm frame={frame} action={agencyPaths.goOn(agency.id)}>
					{secondaryButton({ text: say`It goes on after all`, preventDoubleClick: true })}
				</PostForm>
			</Section>
		)}
		{agency && !agency.endedOn && (
			<Section id="end" title={say`If it is no more`}>
				<p class="govuk-body">{say`Nothing can be raised with it from then on. What names it stays in the record.`}</p>
				{form.errors.end && (
					<p class="govuk-error-message" id="end-error">
						<span class="govuk-visually-hidden">{say`Error:`}</span> {form.errors.end.text}
					</p>
				)}
				<PostForm frame={frame} action={agencyPaths.end(agency.id)}>
					{secondaryButton({ text: say`It has ended`, preventDoubleClick: true })}
				</PostForm>
			</Section>
		)}
	</Layout>
);
