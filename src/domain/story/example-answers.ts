import type { Answer, Answers } from "../protocol/answers.ts";
import { type Field, fieldOf, type Protocol } from "../protocol/protocol.ts";

/**
 * Answers for some fields: what a story enters, and an example where it is silent, so that a story tells
 * only what matters to it. A day is never made up: a clock may hang on it.
 *
 * @param personOf the identifier of the person that a story calls `receiving senior-manager`
 */
export function exampleAnswers(
	protocol: Protocol,
	fields: string[],
	entered: Record<string, unknown>,
	personOf: (said: string) => string,
	now: Temporal.ZonedDateTime,
): Answers {
	const answers: Record<string, unknown> = {};
	for (const id of fields) {
		const field = fieldOf(protocol, id);
		const given = entered[id];
		if (field.type === "person" && typeof given === "string")
			answers[id] = { id: personOf(given) };
		else if (given !== undefined) answers[id] = given;
		else if (!field.optional) {
			const example = exampleOf(protocol, field, personOf, now);
			if (example !== undefined) answers[id] = example;
		}
	}
	return answers as Answers;
}

function exampleOf(
	protocol: Protocol,
	field: Field,
	personOf: (said: string) => string,
	now: Temporal.ZonedDateTime,
): Answer | undefined {
	switch (field.type) {
		case "text":
		case "long-text":
			return `Example: ${field.label}`;
		case "day":
			return undefined;
		case "moment":
			return now.toPlainDateTime().toString({ smallestUnit: "minute" });
		case "choice":
			return Object.keys(field.options)[0];
		case "themes":
			return Object.keys(protocol.themes).slice(0, 1);
		case "person":
			return { id: personOf(field.of) };
		case "children":
			return [
				{
					name: "Example child",
					dateOfBirth: field.complete ? "2018-05-14" : "",
					identifier: "",
				},
			];
		case "actions":
			return [
				{
					what: "Example action",
					who: "Example person",
					by: now.toPlainDate().add({ days: 7 }).toString(),
				},
			];
	}
}
