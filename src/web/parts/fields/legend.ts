import type { FormState } from "../../kit/form.ts";
import type { Question } from "./question.ts";

/** What every kind of input is drawn from. */
export type Asked = {
	question: Question;
	form: FormState;
	/** `l` for the one question of a page, which is its heading. */
	size: "s" | "l";
};

/** The question’s words, said to be optional where they are. */
export const labelOf = ({ field, label }: Question): string =>
	field.optional ? `${label} (optional)` : label;

/** For inputs that stand together under one question. */
export const legendOf = (question: Question, size: Asked["size"]) => ({
	text: labelOf(question),
	classes: `govuk-fieldset__legend--${size}`,
	isPageHeading: size === "l",
});

/** For a single input. */
export const labelFor = (question: Question, size: Asked["size"]) => ({
	text: labelOf(question),
	classes: `govuk-label--${size}`,
	isPageHeading: size === "l",
});
