import type { OpenedDifference } from "../../../actions/open-difference.ts";
import {
	askedOf,
	feedbackQuestions,
	questionsInOrder,
	releasedTogether,
	whatWouldHaveHelped,
} from "../../../domain/learning/feedback.ts";
import { feedbackPath } from "../../addresses.ts";
import { type FormState, radiosField, textField } from "../../kit/form.ts";
import { govukButton, govukRadios, govukTextarea } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayIt } from "../../kit/say.tsx";
import { Bullets } from "../../kit/text.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";

const feedbackTitle = () => say`How did it go for you?`;

/** The four questions, with who will see what of the answers before they are asked. */
export const FeedbackPage = ({
	frame,
	opened,
	form,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	form: FormState;
}): Html => {
	const { header, protocol } = opened;
	const { difference, businessUnit: office } = protocol.words;
	return (
		<DifferenceLayout frame={frame} opened={opened} title={feedbackTitle()} errors={form.errors}>
			<p class="govuk-body">{say`Four questions, in less than a minute. You do not have to answer.`}</p>
			<Bullets
				items={[
					say`Your answers are kept without your name and without this ${difference}. Nobody can see who answered what, not even the ${office} or your colleagues.`,
					say`They are counted only once ${releasedTogether} people of your side have answered about any ${difference}.`,
					say`Because nobody knows which are yours, you cannot change them later.`,
				]}
			/>
			<PostForm frame={frame} action={feedbackPath(header.id)}>
				{questionsInOrder.map((question) =>
					govukRadios({
						...radiosField(form, question),
						classes: "govuk-radios--inline",
						fieldset: {
							legend: {
								text: sayIt(askedOf(question, protocol)),
								classes: "govuk-fieldset__legend--s",
							},
						},
						items: Object.entries(feedbackQuestions[question].options).map(([value, text]) => ({
							value,
							text: sayIt(text),
						})),
					}),
				)}
				{govukTextarea({
					...textField(form, "easier"),
					rows: 3,
					label: { text: say`${whatWouldHaveHelped} (optional)`, classes: "govuk-label--s" },
					hint: {
						text: say`The ${office} reads these words in a list with those of others. Leave out names and what it was about.`,
					},
				})}
				{govukButton({ text: say`Send my answers`, preventDoubleClick: true })}
			</PostForm>
		</DifferenceLayout>
	);
};

/** After the answers, or for somebody who has given them before: why there is nothing to change. */
export const AnsweredPage = ({
	frame,
	opened,
	says,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	says: string;
}): Html => (
	<DifferenceLayout frame={frame} opened={opened} title={feedbackTitle()}>
		<p class="govuk-body">{says}</p>
	</DifferenceLayout>
);
