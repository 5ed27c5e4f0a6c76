import { levelNames, type OfficeToGive } from "../../../domain/partnership/invitation.ts";
import type { Level } from "../../../domain/people/viewer.ts";
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
	govukTextarea,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayWhole } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

type Given = {
	frame: PageFrame;
	form: FormState;
	/** Into which they may invite. */
	agencies: readonly Agency[];
	/** At which they may. */
	levels: readonly Level[];
	/** The page that they came from. */
	back: string;
	/** Whom the page before this one invited. */
	done?: Html | undefined;
};

/** For which agency; said, where there is no choice. */
const AgencyInput = ({ form, agencies }: Pick<Given, "form" | "agencies">): Html => {
	const [only, another] = agencies;
	return only && !another ? (
		<>
			<input type="hidden" name="agencyId" value={only.id} />
			<p class="govuk-body">{say`For ${<strong>{only.name}</strong>}.`}</p>
		</>
	) : (
		govukSelect({
			...textField(form, "agencyId"),
			label: { text: say`Agency`, classes: "govuk-label--s" },
			items: [
				{ value: "", text: say`Choose` },
				...agencies.map(({ id, name }) => ({ value: id, text: name })),
			],
		})
	);
};

const LevelInput = ({ form, levels }: Pick<Given, "form" | "levels">): Html =>
	govukRadios({
		...radiosField(form, "level"),
		fieldset: {
			legend: { text: say`At which level do they work?`, classes: "govuk-fieldset__legend--s" },
		},
		items: levels.map((level) => ({
			value: level,
			text: sayWhole(levelNames[level]),
			...(level === "senior-manager" && {
				hint: { text: say`Such as a head teacher or a head of service` },
			}),
		})),
	});

/** Several people of one agency and level, as a list. */
export const InviteSeveralPage = ({ frame, form, agencies, levels, back, done }: Given): Html => (
	<Layout
		frame={frame}
		title={say`Invite several people`}
		errors={form.errors}
		back={{ href: back }}
		notice={done}
	>
		<p class="govuk-body">{say`For people of one agency who work at the same level. Everybody comes, or nobody where a
			line is wrong.`}</p>
		<PostForm frame={frame}>
			<AgencyInput form={form} agencies={agencies} />
			<LevelInput form={form} levels={levels} />
			{govukTextarea({
				...textField(form, "people"),
				label: { text: say`People, one a line`, classes: "govuk-label--s" },
				hint: {
					html: (
						<>
							{say`Name, work address, job. For example:`}
							<br />
							{"Amy Okafor, amy.okafor@oakfield.example, Class teacher"}
						</>
					),
				},
				rows: 8,
				spellcheck: false,
			})}
			{govukInput({
				...textField(form, "job"),
				label: {
					text: say`Job of those whose line says none (optional)`,
					classes: "govuk-label--s",
				},
				autocomplete: "off",
			})}
			{govukButton({ text: say`Invite them`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

/** Invites one person after the other. */
export const InvitePage = ({
	frame,
	form,
	agencies,
	levels,
	offices,
	back,
	done,
}: Given & {
	/** Empty for whoever gives none. */
	offices: readonly OfficeToGive[];
}): Html => (
	<Layout
		frame={frame}
		title={say`Invite people`}
		errors={form.errors}
		back={{ href: back }}
		notice={done}
	>
		<p class="govuk-body">{say`They get a mail with a link that works once, for 7 days. They are in the directory from
			now on, so others can already name them.
			${<Link href={administrationPaths.inviteSeveral}>{say`Invite several at once`}</Link>}`}</p>
		<PostForm frame={frame}>
			{govukInput({
				...textField(form, "name"),
				label: { text: say`Name`, classes: "govuk-label--s" },
				autocomplete: "off",
			})}
			{govukInput({
				...textField(form, "email"),
				label: { text: say`Work address`, classes: "govuk-label--s" },
				type: "email",
				spellcheck: false,
				autocomplete: "off",
			})}
			{govukInput({
				...textField(form, "jobTitle"),
				label: { text: say`Job`, classes: "govuk-label--s" },
				hint: { text: say`As colleagues know it, such as Class teacher` },
			})}
			<AgencyInput form={form} agencies={agencies} />
			<LevelInput form={form} levels={levels} />
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
				govukDetails({
					summaryText: say`Offices and posts in the partnership`,
					open: form.values.offices !== undefined && form.values.offices !== "",
					html: govukCheckboxes({
						...checkboxesField(form, "offices"),
						fieldset: {
							legend: { text: say`Which do they hold?`, classes: "govuk-fieldset__legend--s" },
						},
						hint: { text: say`Most people hold none` },
						items: offices.map(({ id, called }) => ({ value: id, text: sayWhole(called) })),
					}),
				})}
			<div class="govuk-button-group">
				{govukButton({ text: say`Invite`, preventDoubleClick: true })}
				{secondaryButton({
					text: say`Invite, then another`,
					name: "_do",
					value: "another",
					preventDoubleClick: true,
				})}
			</div>
		</PostForm>
	</Layout>
);
