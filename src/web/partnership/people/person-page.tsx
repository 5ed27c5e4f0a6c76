import { levelNames, type OfficeToGive } from "../../../domain/partnership/invitation.ts";
import { levels } from "../../../domain/people/viewer.ts";
import type { Leaving } from "../../../store/leaving.ts";
import type { Person } from "../../../store/people.ts";
import type { EarlierPost } from "../../../store/people-kept.ts";
import { colleaguePath, peoplePaths, yourSettingsPath } from "../../addresses.ts";
import { checkboxesField, type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukInput,
	govukRadios,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayWhole } from "../../kit/say.tsx";
import { Bullets, Link, Section } from "../../kit/text.tsx";

/** What somebody is in their agency, was before, and is to be. */
export const PersonPage = ({
	frame,
	form,
	person,
	since,
	earlier,
	leaving,
	offices,
	isOwn,
	today,
	notice,
}: {
	frame: PageFrame;
	form: FormState;
	person: Person;
	/** ISO day; null: since before Concord knew. */
	since: string | null;
	earlier: readonly EarlierPost[];
	leaving: Leaving | undefined;
	/** Those to give; empty for whoever gives none. */
	offices: readonly OfficeToGive[];
	/** Whether it is whoever looks. */
	isOwn: boolean;
	/** ISO day. */
	today: string;
	notice?: Html | undefined;
}): Html => (
	<Layout
		frame={frame}
		title={person.name}
		caption={`${person.jobTitle}, ${person.agencyName}`}
		errors={form.errors}
		back={{ href: peoplePaths.list }}
		notice={notice}
	>
		<p class="govuk-body">
			{person.email}.{" "}
			{person.contactCheckedOn
				? say`Last found right on ${sayDate(person.contactCheckedOn)}.`
				: say`Nobody has said yet whether it is right.`}{" "}
			<Link
				href={isOwn ? yourSettingsPath : colleaguePath(person.id)}
			>{say`Absence, deputies and telephone`}</Link>
		</p>
		{leaving && (
			<PostForm frame={frame} action={peoplePaths.stay(person.id)}>
				<p class="govuk-body">
					{leaving.lastDay < today
						? say`Their last day was ${sayDate(leaving.lastDay)}. They leave as soon as somebody else is an administrator.`
						: say`Their last day is ${sayDate(leaving.lastDay)}. What they owe is handed over at its end.`}
				</p>
				{secondaryButton({ text: say`They stay`, preventDoubleClick: true })}
			</PostForm>
		)}
		<p class="govuk-body">
			{govukButton({
				text: leaving ? say`Change how they leave` : say`They leave, or hand over their work`,
				href: peoplePaths.leave(person.id),
				classes: "govuk-button--secondary",
			})}
		</p>
		<Section id="post" title={say`Their post`}>
			<p class="govuk-body">
				{since && <>{say`Since ${sayDate(since)}.`} </>}
				{say`A change holds from today; what they were before stays on this page.`}
			</p>
			<PostForm frame={frame} action={peoplePaths.person(person.id)}>
				{govukInput({
					...textField(form, "name"),
					label: { text: say`Name`, classes: "govuk-label--s" },
					autocomplete: "off",
				})}
				{govukInput({
					...textField(form, "jobTitle"),
					label: { text: say`Job`, classes: "govuk-label--s" },
				})}
				{govukRadios({
					...radiosField(form, "level"),
					fieldset: { legend: { text: say`Level`, classes: "govuk-fieldset__legend--s" } },
					items: levels.map((level) => ({ value: level, text: sayWhole(levelNames[level]) })),
				})}
				{govukCheckboxes({
					...checkboxesField(form, "lead"),
					items: [
						{
							value: "yes",
							text: say`They are a safeguarding lead`,
							hint: { text: say`They answer for the agency as its managers do` },
						},
					],
				})}
				{offices.length > 0 &&
					govukCheckboxes({
						...checkboxesField(form, "offices"),
						fieldset: {
							legend: { text: say`Offices and posts`, classes: "govuk-fieldset__legend--s" },
						},
						items: offices.map(({ id, called }) => ({ value: id, text: sayWhole(called) })),
					})}
				{form.errors.knowsVacant && <KnowsVacant form={form} />}
				{govukButton({ text: say`Save`, preventDoubleClick: true })}
			</PostForm>
		</Section>
		{earlier.length > 0 && (
			<Section id="earlier" title={say`What they were before`}>
				<Bullets
					items={earlier.map(
						({ jobTitle, level, safeguardingLead, from, until }) =>
							`${jobTitle} (${sayWhole(levelNames[level]).toLowerCase()}${safeguardingLead ? say`, safeguarding lead` : ""}), ${from ? say`${sayDate(from)} to ${sayDate(until)}` : say`until ${sayDate(until)}`}`,
					)}
				/>
			</Section>
		)}
	</Layout>
);

/** Whoever leaves something to nobody says that they mean it. */
export const KnowsVacant = ({ form }: { form: FormState }): Html =>
	govukCheckboxes({
		...checkboxesField(form, "knowsVacant"),
		items: [{ value: "yes", text: say`I know that nobody does this then, and it is meant` }],
	});
