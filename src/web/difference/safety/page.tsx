import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { aboutSafety, fieldOf } from "../../../domain/protocol/protocol.ts";
import { safetyPath } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import { type FormState, radiosField, textField } from "../../kit/form.ts";
import { govukButton, govukRadios, govukTextarea } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { CallsMade } from "../../parts/calls-made.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";
import { WhomToRing } from "../../parts/whom-to-ring.tsx";

/** The input for when a contact was rung. */
export const rang = (contact: number): string => `rang.${contact}`;

/** Whether the child is safe now: whom to ring stands before the question, and who was rung when goes with the answer. */
export const SafetyPage = ({
	frame,
	opened,
	form,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	form: FormState;
}): Html => {
	const { protocol, header, here } = opened;
	const title = say`Is the ${protocol.words.child} safe now?`;
	const about = fieldOf(protocol, aboutSafety);
	return (
		<DifferenceLayout frame={frame} opened={opened} title={title} errors={form.errors}>
			<WhomToRing protocol={protocol} />
			<p class="govuk-body">{say`Ring first. Nothing here waits for you.`}</p>
			<PostForm frame={frame} action={safetyPath(header.id)}>
				<input type="hidden" name="_key" value={newActKey()} />
				{govukRadios({
					...radiosField(form, "safe"),
					fieldset: { legend: { text: title, classes: "govuk-visually-hidden" } },
					items: [
						{ value: "yes", text: say`Yes` },
						{
							value: "no",
							text: say`No`,
							conditional: {
								html: <CallsMade protocol={protocol} now={here.now} form={form} inputOf={rang} />,
							},
						},
					],
				})}
				{govukTextarea({
					...textField(form, aboutSafety),
					label: { text: `${about.label} (optional)`, classes: "govuk-label--s" },
					hint: { text: about.hint },
				})}
				<p class="govuk-body">{say`Everybody who knows of it reads your answer. If you say no, they are told at once,
					and whoever must act is reminded every working day.`}</p>
				{govukButton({ text: say`Say so`, preventDoubleClick: true })}
			</PostForm>
		</DifferenceLayout>
	);
};
