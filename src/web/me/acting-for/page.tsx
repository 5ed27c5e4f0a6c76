import type { Post } from "../../../store/accounts.ts";
import { type FormState, radiosField } from "../../kit/form.ts";
import { govukButton, govukRadios } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";

export type ActingForView = {
	frame: PageFrame;
	form: FormState;
	posts: readonly Post[];
	/** The page to go to afterwards. */
	next: string;
};

export const ActingForPage = ({ frame, form, posts, next }: ActingForView): Html => {
	const several = new Set(posts.map(({ partnershipId }) => partnershipId)).size > 1;
	return (
		<Layout
			frame={frame}
			title={say`For whom do you act now?`}
			heading={false}
			errors={form.errors}
		>
			<PostForm frame={frame}>
				<input type="hidden" name="next" value={next} />
				{govukRadios({
					...radiosField(form, "person"),
					fieldset: {
						legend: {
							text: say`For whom do you act now?`,
							classes: "govuk-fieldset__legend--l",
							isPageHeading: true,
						},
					},
					hint: {
						text: say`What you see and do is that agency’s until you choose another. Its name stands at the top of every page.`,
					},
					items: posts.map(({ personId, agency, jobTitle, partnership }) => ({
						value: personId,
						text: agency,
						hint: { text: several ? `${jobTitle}, ${partnership}` : jobTitle },
					})),
				})}
				{govukButton({ text: say`Continue`, preventDoubleClick: true })}
			</PostForm>
		</Layout>
	);
};
