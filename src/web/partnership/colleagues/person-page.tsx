import { colleaguePaths, colleaguesPath } from "../../addresses.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukInput, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate } from "../../kit/say.tsx";
import { AbsenceSection, type Arranged } from "../../parts/absence/absence-section.tsx";
import { PhonesSection } from "../../parts/phones.tsx";

/** What is arranged for somebody else, their telephone numbers, and for the Business Unit their work address. */
export const ColleaguePage = ({
	frame,
	form,
	arranged,
	office,
	unreached,
	shownAt,
}: {
	frame: PageFrame;
	form: FormState;
	arranged: Arranged;
	/** Whether the viewer is of the Business Unit, which keeps addresses right. */
	office: boolean;
	/** Whether mail does not reach them. How many it was would tell of differences that the office does not know. */
	unreached: boolean;
	/** ISO instant at which the page is shown. */
	shownAt: string;
}): Html => {
	const { id, name, jobTitle, agencyName, contactCheckedOn } = arranged.person;
	return (
		<Layout
			frame={frame}
			title={name}
			caption={`${jobTitle}, ${agencyName}`}
			errors={form.errors}
			back={{ href: colleaguesPath }}
		>
			{office && (
				<>
					<h2 class="govuk-heading-m">{say`Work address`}</h2>
					{unreached && (
						<p class="govuk-body">{say`Mail does not reach them. Ring them. When you save the right address, what did
							not reach them goes again.`}</p>
					)}
					<PostForm frame={frame} action={colleaguePaths.address(id)}>
						{govukInput({
							...textField(form, "email"),
							label: { text: say`E-mail`, classes: "govuk-label--s" },
							hint: {
								text: contactCheckedOn
									? say`Last found right on ${sayDate(contactCheckedOn)}`
									: say`Nobody has said yet whether it is right`,
							},
							type: "email",
							autocomplete: "off",
							spellcheck: false,
						})}
						{govukButton({ text: say`Save the address`, preventDoubleClick: true })}
					</PostForm>
					{unreached && (
						<PostForm frame={frame} action={colleaguePaths.told(id)}>
							<input type="hidden" name="shownAt" value={shownAt} />
							{secondaryButton({ text: say`I have told them in another way` })}
						</PostForm>
					)}
				</>
			)}
			<PhonesSection
				frame={frame}
				form={form}
				action={colleaguePaths.phones(id)}
				agency={agencyName}
			/>
			<AbsenceSection
				frame={frame}
				form={form}
				arranged={arranged}
				whose={name}
				actions={{
					away: colleaguePaths.away(id),
					back: colleaguePaths.back(id),
					deputies: colleaguePaths.deputies(id),
				}}
			/>
		</Layout>
	);
};
