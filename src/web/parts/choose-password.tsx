import { longestPassword } from "../../domain/people/password-rules.ts";
import type { FormState } from "../kit/form.ts";
import { govukPasswordInput } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import { say } from "../kit/say.tsx";

/**
 * Where somebody chooses a password, as `new-password`; what is wrong with one, `faultOfPassword` and `passwordFault` say. It
 * is typed once: it can be shown.
 */
export const ChoosePassword = ({
	form,
	label = say`New password`,
}: {
	form: FormState;
	label?: string;
}): Html =>
	govukPasswordInput({
		name: "new-password",
		id: "new-password",
		label: { text: label },
		hint: {
			text: say`10 characters or more. Three random words are good, and easy to keep in mind. Do not use one that you use elsewhere.`,
		},
		autocomplete: "new-password",
		errorMessage: form.errors["new-password"],
		classes: "govuk-input--width-20",
		attributes: { maxlength: String(longestPassword) },
	});
