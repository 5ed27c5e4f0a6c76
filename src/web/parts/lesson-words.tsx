import { sentencesIn } from "../../domain/learning/lesson.ts";
import { checkboxesField, type FormState, requiredText, textField } from "../kit/form.ts";
import { govukCheckboxes, govukTextarea } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import { say } from "../kit/say.tsx";

/** The words of a lesson, as a page asks for them: when it is recorded, and when they are put right. */
export const lessonWords = {
	happened: requiredText({
		missing: "Enter what happened, in two sentences",
		name: "What happened",
		max: 600,
	}).refine((text) => sentencesIn(text) <= 2, "Say what happened in two sentences"),
	shouldDiffer: requiredText({
		missing: "Enter what should be different",
		name: "What should be different",
		max: 600,
	}),
};

/** What to do where a lesson may tell whom it is about. @param found the places in quotation marks */
export const sayNamesInLesson = (found: string): string =>
	say`This may tell whom it is about: ${found}. Take it out, or say that nobody can be known by it.`;

/** The checkbox by which somebody says that nobody can be known by what was found. */
export const namesNobody = "namesNobody";

/** What happened and what should be different. */
export const LessonWords = ({ form }: { form: FormState }): Html => (
	<>
		{govukTextarea({
			...textField(form, "happened"),
			rows: 4,
			label: { text: say`What happened?`, classes: "govuk-label--s" },
			hint: { text: say`In two sentences` },
		})}
		{govukTextarea({
			...textField(form, "shouldDiffer"),
			rows: 3,
			label: { text: say`What should be different?`, classes: "govuk-label--s" },
		})}
	</>
);

/** Asked once something was found by which somebody might be known. */
export const NamesNobody = ({ form }: { form: FormState }): Html => (
	<>
		{form.errors[namesNobody] &&
			govukCheckboxes({
				...checkboxesField(form, namesNobody),
				items: [{ value: "yes", text: say`Nobody can be known by it` }],
			})}
	</>
);
