import { levelNames, type OfficeToGive } from "../../../domain/partnership/invitation.ts";
import { levels } from "../../../domain/people/viewer.ts";
import type { Agency } from "../../../store/agencies.ts";
import { administrationPaths } from "../../addresses.ts";
import { checkboxesField, type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukDetails,
	govukInput,
	govukRadios,
	govukSelect,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";

/** Invites one person after the other. */
export const InvitePage = ({
	frame,
	form,
	agencies,
	offices,
	done,
}: {
	frame: PageFrame;
	form: FormState;
	agencies: readonly Agency[];
	offices: readonly OfficeToGive[];
	/** Whom the page before this one invited. */
	done?: Html | undefined;
}): Html => (
	<Layout
		frame={frame}
		title="Invite people"
		errors={form.errors}
		back={{ href: administrationPaths.start }}
		notice={done}
	>
		<p class="govuk-body">
			They get a mail with a link that works once, for 7 days. They are in the directory from now
			on, so others can already name them.
		</p>
		<PostForm frame={frame}>
			{govukInput({
				...textField(form, "name"),
				label: { text: "Name", classes: "govuk-label--s" },
				autocomplete: "off",
			})}
			{govukInput({
				...textField(form, "email"),
				label: { text: "Work address", classes: "govuk-label--s" },
				type: "email",
				spellcheck: false,
				autocomplete: "off",
			})}
			{govukInput({
				...textField(form, "jobTitle"),
				label: { text: "Job", classes: "govuk-label--s" },
				hint: { text: "As colleagues know it, such as Class teacher" },
			})}
			{govukSelect({
				...textField(form, "agencyId"),
				label: { text: "Agency", classes: "govuk-label--s" },
				items: [
					{ value: "", text: "Choose" },
					...agencies.map(({ id, name }) => ({ value: id, text: name })),
				],
			})}
			{govukRadios({
				...radiosField(form, "level"),
				fieldset: {
					legend: { text: "At which level do they work?", classes: "govuk-fieldset__legend--s" },
				},
				items: levels.map((level) => ({
					value: level,
					text: levelNames[level],
					...(level === "senior-manager" && {
						hint: { text: "Such as a head teacher or a head of service" },
					}),
				})),
			})}
			{govukCheckboxes({
				...checkboxesField(form, "lead"),
				items: [
					{
						value: "yes",
						text: "They are a safeguarding lead",
						hint: { text: "They answer for the agency as its managers do" },
					},
				],
			})}
			{govukDetails({
				summaryText: "Offices and posts in the partnership",
				open: form.values.offices !== undefined && form.values.offices !== "",
				html: govukCheckboxes({
					...checkboxesField(form, "offices"),
					fieldset: {
						legend: { text: "Which do they hold?", classes: "govuk-fieldset__legend--s" },
					},
					hint: { text: "Most people hold none" },
					items: offices.map(({ id, called }) => ({ value: id, text: called })),
				}),
			})}
			<div class="govuk-button-group">
				{govukButton({ text: "Invite", preventDoubleClick: true })}
				{secondaryButton({
					text: "Invite, then another",
					name: "_do",
					value: "another",
					preventDoubleClick: true,
				})}
			</div>
		</PostForm>
	</Layout>
);
