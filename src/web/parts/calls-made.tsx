import type { UrgentContact } from "../../domain/difference/acts/raise.ts";
import type { Protocol } from "../../domain/protocol/protocol.ts";
import { dateValues, type FormError, type FormState, type FormValues } from "../kit/form.ts";
import type { Html } from "../kit/html.ts";
import { say, startingLarge } from "../kit/say.tsx";
import { QuestionInput } from "./fields/question-input.tsx";
import { readMoment } from "./fields/read-questions.ts";

/** The input for when a contact was rung, by its place among those of the protocol. */
type InputOf = (contact: number) => string;

/** Each number to ring with the time it was rung; the day is filled in. */
export const CallsMade = ({
	protocol,
	now,
	form,
	inputOf,
}: {
	protocol: Protocol;
	now: Temporal.ZonedDateTime;
	form: FormState;
	inputOf: InputOf;
}): Html => (
	<>
		{protocol.safety.map(({ call, name }, index) => (
			<QuestionInput
				protocol={protocol}
				size="s"
				form={{
					...form,
					values: { ...dateValues(inputOf(index), now.toPlainDate()), ...form.values },
				}}
				question={{
					field: {
						id: "rang",
						type: "moment",
						label: "",
						hint: say`${startingLarge(name)}. Leave the time empty if you did not ring.`,
						optional: false,
					},
					name: inputOf(index),
					label: rangLabel(call),
					people: [],
				}}
			/>
		))}
	</>
);

/**
 * The emergency calls that were made. A call counts when a time was entered: the day is filled in already.
 *
 * @returns `errors` by input where a time or day cannot be understood
 */
export function readCallsMade(
	{ safety }: Protocol,
	values: FormValues,
	inputOf: InputOf,
): { contacts: UrgentContact[]; errors: Record<string, FormError> } {
	const contacts: UrgentContact[] = [];
	const errors: Record<string, FormError> = {};
	for (const [index, { call }] of safety.entries()) {
		const name = inputOf(index);
		const time = values[`${name}-time`];
		if (typeof time !== "string" || time.trim() === "") continue;
		const { given, faults } = readMoment(values, name, rangLabel(call));
		Object.assign(errors, faults);
		if (given) contacts.push({ call, madeAt: given });
	}
	return { contacts, errors };
}

export const rangLabel = (call: string): string => say`When did you ring ${call}?`;
