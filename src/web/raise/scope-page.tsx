import { londonTime } from "../../domain/time.ts";
import { paths } from "../paths.ts";
import { timeInWords, weekdayInWords } from "../ui/dates.ts";
import { type FormState, radiosField } from "../ui/form.ts";
import { govukButton, govukRadios } from "../ui/govuk.ts";
import type { Html } from "../ui/html.ts";
import type { PageFrame } from "../ui/page-frame.ts";
import { PostForm } from "../ui/post-form.tsx";
import { RaiseLayout } from "./raise-layout.tsx";
import { raisePaths } from "./raise-paths.ts";
import { inputs, inScope, type Raising } from "./raising.ts";

type Given = { frame: PageFrame; raising: Raising };

/** Whether this is the right way at all, before anything is kept. */
export const ScopePage = ({
	frame,
	raising,
	form,
}: Given & { form: FormState }): Html => (
	<RaiseLayout
		frame={frame}
		raising={raising}
		title="Is it one of these?"
		heading={false}
		back={paths.myWork}
		errors={form.errors}
	>
		<PostForm frame={frame} action={raisePaths.scope}>
			{govukRadios({
				...radiosField(form, inputs.scope),
				fieldset: {
					legend: {
						text: "Is it one of these?",
						classes: "govuk-fieldset__legend--l",
						isPageHeading: true,
					},
				},
				hint: {
					text: "For these there is another way, which you will be told.",
				},
				items: [
					...raising.protocol.notFor.map(({ id, if: when }) => ({
						value: id,
						text: when,
					})),
					{ divider: "or" },
					{ value: inScope, text: "No, none of these" },
				],
			})}
			{govukButton({ text: "Continue", preventDoubleClick: true })}
		</PostForm>
	</RaiseLayout>
);

/** The way out for what this process is not for. */
export const NotHerePage = ({
	frame,
	raising,
	reason,
}: Given & { reason: Raising["protocol"]["notFor"][number] }): Html => (
	<RaiseLayout
		frame={frame}
		raising={raising}
		title="There is another way for this"
		back={raisePaths.scopeAgain}
	>
		<p class="govuk-body">{reason.if}.</p>
		<p class="govuk-body-l">{reason.go}</p>
		<p class="govuk-body">
			Nothing has been stored. If that is not it,{" "}
			<a class="govuk-link" href={raisePaths.scopeAgain}>
				go back and choose again
			</a>
			.
		</p>
	</RaiseLayout>
);

/** Somebody began to raise one before, and did not finish. */
export const ContinuePage = ({ frame, raising }: Given): Html => {
	const at = londonTime(raising.savedAt ?? raising.now.toInstant().toString());
	return (
		<RaiseLayout
			frame={frame}
			raising={raising}
			title="You have begun one already"
			back={paths.myWork}
		>
			<p class="govuk-body">
				It was saved at {timeInWords(at)} on {weekdayInWords(at.toPlainDate())}
				{raising.agency && `, about a difference with ${raising.agency.name}`}.
				Nobody else can see it.
			</p>
			<PostForm frame={frame} action={raisePaths.scope}>
				<div class="govuk-button-group">
					{govukButton({
						text: "Continue where you left off",
						name: "_do",
						value: "continue",
					})}
					{govukButton({
						text: "Throw it away and start again",
						name: "_do",
						value: "afresh",
						classes: "govuk-button--secondary",
					})}
				</div>
			</PostForm>
		</RaiseLayout>
	);
};
