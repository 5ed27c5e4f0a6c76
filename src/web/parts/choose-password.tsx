import { z } from "zod";
import { longestPassword, passwordFault } from "../../domain/people/password-rules.ts";
import type { FormState } from "../kit/form.ts";
import { govukPasswordInput } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";

/**
 * A new password, as a form asks for it under `new-password`; what is wrong with it is said by `passwordFault`.
 *
 * @param about what belongs to whoever chooses it: their address, their name, their agency
 */
export const chosenPassword = (about: readonly string[] = []) =>
	z.string("Enter a password").superRefine((password, context) => {
		const fault = passwordFault(password, about);
		if (fault) context.addIssue({ code: "custom", message: fault });
	});

/** Where somebody chooses a password. It is typed once: it can be shown. */
export const ChoosePassword = ({
	form,
	label = "New password",
}: {
	form: FormState;
	label?: string;
}): Html =>
	govukPasswordInput({
		name: "new-password",
		id: "new-password",
		label: { text: label },
		hint: {
			text: "10 characters or more. Three random words are good, and easy to keep in mind. Do not use one that you use elsewhere.",
		},
		autocomplete: "new-password",
		errorMessage: form.errors["new-password"],
		classes: "govuk-input--width-20",
		attributes: { maxlength: String(longestPassword) },
	});
