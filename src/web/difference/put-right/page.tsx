import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { newActKey } from "../../kit/act-key.ts";
import { type FormState, radiosField, textField, typedText } from "../../kit/form.ts";
import { govukButton, govukRadios, govukSelect } from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";
import type { Question } from "../../parts/fields/question.ts";
import { QuestionInput } from "../../parts/fields/question-input.tsx";

/** A choice that stands with the questions: whom, to whom, for whom. */
export type Choice = {
	/** What its input is called; a protocol’s own names have no dot. */
	name: `choice.${string}`;
	label: string;
	hint?: string | undefined;
	options: { value: string; text: string; hint?: string | undefined }[];
	/** What is said when nothing was chosen; without it, nothing need be. */
	missing?: string | undefined;
};

/** One thing to put right, add or ask, as its page asks it. */
export type Asks = {
	opened: OpenedDifference;
	title: string;
	/** What it does, and who will read it. */
	says: Child;
	choice?: Choice | undefined;
	questions: Question[];
	button: string;
	/** Whether it cannot be taken back. */
	warns?: boolean | undefined;
};

/** More than this are chosen from a list that opens. */
const mostRadios = 12;

export const PutRightPage = ({
	frame,
	asks,
	form,
}: {
	frame: PageFrame;
	asks: Asks;
	form: FormState;
}): Html => {
	const { opened, title, says, choice, questions, button, warns } = asks;
	return (
		<DifferenceLayout frame={frame} opened={opened} title={title} errors={form.errors}>
			{says}
			{choice?.options.length !== 0 && (
				<PostForm frame={frame}>
					<input type="hidden" name="_key" value={newActKey()} />
					{choice && <ChoiceInput choice={choice} form={form} />}
					{questions.map((question) => (
						<QuestionInput protocol={opened.protocol} question={question} form={form} size="s" />
					))}
					{govukButton({
						text: button,
						preventDoubleClick: true,
						classes: warns ? "govuk-button--warning" : "",
					})}
				</PostForm>
			)}
		</DifferenceLayout>
	);
};

const ChoiceInput = ({ choice, form }: { choice: Choice; form: FormState }): Html => {
	const { name, label, hint, options } = choice;
	if (options.length > mostRadios) {
		const chosen = typedText(form.values, name);
		return govukSelect({
			...textField(form, name),
			label: { text: label, classes: "govuk-label--s" },
			hint: hint ? { text: hint } : undefined,
			items: [
				{ value: "", text: say`Choose`, selected: chosen === "" },
				...options.map(({ value, text, hint: more }) => ({
					value,
					text: more ? `${text}, ${more}` : text,
					selected: chosen === value,
				})),
			],
		});
	}
	return govukRadios({
		...radiosField(form, name),
		fieldset: { legend: { text: label, classes: "govuk-fieldset__legend--s" } },
		hint: hint ? { text: hint } : undefined,
		items: options.map(({ value, text, hint: more }) => ({
			value,
			text,
			...(more && { hint: { text: more } }),
		})),
	});
};
