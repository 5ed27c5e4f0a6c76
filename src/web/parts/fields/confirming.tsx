import { saidGiven } from "../../../domain/difference/acts/findings.ts";
import { type FormState, typedText } from "../../kit/form.ts";
import { govukCheckboxes } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { isRight } from "./question.ts";

/** Under what is doubted in an input: lets somebody say that it is right. What they said is kept. */
export function Confirming({ form, name }: { form: FormState; name: string }): Html {
	const { doubted } = form.errors[name] ?? {};
	const said = typedText(form.values, isRight(name));
	if (doubted === undefined)
		return <>{said && <input type="hidden" name={isRight(name)} value={said} />}</>;
	return govukCheckboxes({
		name: isRight(name),
		classes: "govuk-checkboxes--small govuk-!-margin-top-3",
		items: [{ value: doubted, text: say`Yes, ${saidGiven(doubted)} is right` }],
	});
}

/** What an input is given for it: that it is to be checked, and not that it is wrong. */
export const toConfirm = ({ errors }: FormState, name: string) => {
	const error = errors[name];
	return error?.doubted === undefined
		? {}
		: { errorMessage: { text: error.text, visuallyHiddenText: say`Check` } };
};

/** Both, for a date. */
export const confirming = (form: FormState, name: string) => ({
	...toConfirm(form, name),
	formGroup: { afterInputs: { html: <Confirming form={form} name={name} /> } },
});
