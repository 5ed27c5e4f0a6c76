import type { Actor } from "../../people/viewer.ts";
import { mayAnswerIn } from "../../people/who-answers.ts";
import type { Protocol } from "../../protocol/protocol.ts";
import {
	formThatBegins,
	type PartOnPaper,
	type SentForm,
	sentForms,
} from "../../protocol/sent-forms.ts";
import type { Difference } from "../difference.ts";
import { dutyOf } from "./duties.ts";
import { audienceOfStep } from "./may-read.ts";

/** What of a form is still to be done, and so may be entered from paper. */
export type FormToEnter = Pick<SentForm, "office"> & { parts: [PartOnPaper, ...PartOnPaper[]] };

/**
 * The forms that this person may enter for an agency, had they come on paper or by mail: whoever holds the office that it
 * is sent to, of a difference that the office knows of. A part that was done already is not done again, and a step that was
 * never to be known there is not named.
 */
export const formsToEnter = (
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): FormToEnter[] =>
	sentForms(protocol).flatMap(({ office, parts }) => {
		const first = parts.findIndex(({ step }) =>
			difference.open.some((open) => open.step === step.id),
		);
		const [next, ...others] = parts.slice(first);
		if (first < 0 || !next || !(office in difference.known)) return [];
		if (!mayAnswerIn(dutyOf(protocol, difference, { side: office, role: office }), actor))
			return [];
		return audienceOfStep(protocol, difference, next.step).includes(office)
			? [{ office, parts: [next, ...others] }]
			: [];
	});

/** The form that begins a difference, where this person holds the office that it is sent to. */
export function formToBegin(
	protocol: Protocol,
	{ offices }: Pick<Actor, "offices">,
): SentForm | undefined {
	const form = formThatBegins(protocol);
	const office = form && protocol.roles[form.office]?.office;
	return office !== undefined && offices.includes(office) ? form : undefined;
}
