import type { Protocol, Step } from "../../../domain/protocol/protocol.ts";
import type { FormErrors } from "../../kit/form.ts";
import type { AskedAct } from "../../parts/act/asked-act.ts";
import { isInputOf, type Question } from "../../parts/fields/question.ts";
import { questionsAsked, readQuestions } from "../../parts/fields/read-questions.ts";

/** A form of this many sections or fewer is asked on one page. */
const mostOnOnePage = 2;

/** A part of a long form that has a page of its own. */
export type Section = {
	/** From 1, as its address counts it. */
	number: number;
	title: string;
	questions: Question[];
};

const partIn = ({ forms }: Protocol, filledIn: Step["form"]) =>
	forms[filledIn?.form ?? ""]?.parts.find(({ id }) => id === filledIn?.part);

/** The sections of a long form; undefined for every other step, which is one page. */
export function sectionsOf(asked: AskedAct): Section[] | undefined {
	const { act, opened, questions } = asked;
	const filledIn = "step" in act ? act.step.form : undefined;
	const part = partIn(opened.protocol, filledIn);
	if (!part || part.sections.length <= mostOnOnePage) return undefined;
	const known = questionsAsked(opened.protocol, questions, asked.values);
	return part.sections.map(({ title, asks }, index) => ({
		number: index + 1,
		title,
		questions: questions.filter(
			(question) =>
				asks.includes(question.field.id) &&
				// What goes by a question of the same section is shown or hidden there.
				(known.includes(question) ||
					Object.keys(question.when ?? {}).every((of) => asks.includes(of))),
		),
	}));
}

/** Questions that stand in no section: they are asked where the form is sent. */
export const outsideSections = ({ act, opened, questions }: AskedAct): Question[] => {
	const form = "step" in act ? act.step.form : undefined;
	const inForm = partIn(opened.protocol, form)?.sections.flatMap(({ asks }) => asks) ?? [];
	return questions.filter(({ field }) => !inForm.includes(field.id));
};

export type SectionState = "completed" | "incomplete" | "not-started";

/** How far a section has got: what was filled in for somebody counts when they have gone through it. */
export function stateOf(asked: AskedAct, section: Section): SectionState {
	if (section.questions.length === 0) return "completed";
	const isSeen = Object.keys(asked.draft).some((input) =>
		section.questions.some(({ name }) => isInputOf(name, input)),
	);
	if (!isSeen) return "not-started";
	return errorsIn(asked, section) ? "incomplete" : "completed";
}

/** What is wrong in a section as it stands. */
export const errorsIn = ({ opened, values }: AskedAct, section: Section): FormErrors | undefined =>
	readQuestions(opened.protocol, section.questions, values).errors;
