import type { LearningAction } from "../../../domain/learning/learning-action.ts";
import { learningActionPaths } from "../../addresses.ts";
import { dateField, type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukDateInput, govukSelect, govukTextarea } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { AsTyped } from "../../kit/text.tsx";
import { type AgencyToAsk, whoItems } from "../../parts/who-does-it.ts";

/** Where an action is given to somebody else, or its day is moved. */
export const MoveActionPage = ({
	frame,
	action,
	moved,
	agencies,
	form,
}: {
	frame: PageFrame;
	action: LearningAction;
	/** How often it was moved before. */
	moved: number;
	agencies: readonly AgencyToAsk[];
	form: FormState;
}): Html => (
	<Layout
		frame={frame}
		title={say`Move this action`}
		errors={form.errors}
		back={{ href: learningActionPaths.action(action.id), text: say`The action` }}
	>
		<p class="govuk-body">
			<AsTyped>{action.what}</AsTyped>
		</p>
		<p class="govuk-body">{say`Concord tells whoever it is taken from and whoever it is given to.`}</p>
		<PostForm frame={frame}>
			<input type="hidden" name="after" value={moved} />
			{govukSelect({
				...textField(form, "who"),
				label: { text: say`Who does it`, classes: "govuk-label--s" },
				items: whoItems(agencies),
			})}
			{govukDateInput({
				...dateField(form, "due"),
				fieldset: { legend: { text: say`By when`, classes: "govuk-fieldset__legend--s" } },
			})}
			{govukTextarea({
				...textField(form, "reason"),
				rows: 3,
				label: { text: say`Why does it move?`, classes: "govuk-label--s" },
				hint: { text: say`It stands beside the action. Name no child.` },
			})}
			{govukButton({ text: say`Move it`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);
