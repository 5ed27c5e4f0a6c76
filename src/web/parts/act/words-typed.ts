import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import type { FormValues } from "../../kit/form.ts";
import { speechNow } from "../../kit/say.tsx";
import { isInputOf, type Question } from "../fields/question.ts";
import { readQuestions } from "../fields/read-questions.ts";

/**
 * What somebody typed, as plain text under its questions, for copying: in words where it can be read,
 * else input by input as it is.
 */
export const wordsTyped = (protocol: Protocol, questions: Question[], values: FormValues): string =>
	questions
		.flatMap((question) => {
			const typed = wordsTypedFor(protocol, question, values);
			return typed ? [`${question.label}\n${typed}`] : [];
		})
		.join("\n\n");

/** The same for one question, without it. */
export function wordsTypedFor(protocol: Protocol, question: Question, values: FormValues): string {
	const { field, name, people } = question;
	const answer = readQuestions(protocol, [question], values).answers?.[field.id];
	if (answer)
		return sayAnswer(protocol, field, answer, {
			people: new Map(people.map((person) => [person.id, person])),
			speech: speechNow(),
		});
	return Object.entries(values)
		.filter(([input]) => isInputOf(name, input))
		.flatMap(([, text]) => text ?? [])
		.filter((text) => text.trim())
		.join(" ");
}
