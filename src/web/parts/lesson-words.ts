import { sentencesIn } from "../../domain/learning/lesson.ts";
import { requiredText } from "../kit/form.ts";

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
	`This may tell whom it is about: ${found}. Take it out, or say that nobody can be known by it.`;
