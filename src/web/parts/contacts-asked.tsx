import type { z } from "zod";
import {
	type ContactKind,
	type Contacts,
	contactKinds,
	contactTitles,
} from "../../domain/partnership/identity.ts";
import { contactQuestions } from "../../domain/partnership/setup-answers.ts";
import { type FormState, type FormValues, textField } from "../kit/form.ts";
import { govukFieldset, govukInput } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import { say, sayIt, startingSmall } from "../kit/say.tsx";

const parts = ["name", "welsh", "email", "phone"] as const;

/** Whom to ask for what, as a form sends it: of each kind of contact four fields, such as `help-name`. */
export const contactFields = Object.fromEntries(
	contactKinds.flatMap((kind) => parts.map((part) => [`${kind}-${part}`, contactQuestions[part]])),
);

/** What was entered. An address or a number of nobody is a fault, so that none is lost without a word. */
export function contactsIn(
	typed: Record<string, unknown>,
	faults: Pick<z.core.$RefinementCtx, "addIssue">,
): Contacts {
	const given = typed as Record<string, string | undefined>;
	const contacts: Contacts = {};
	for (const kind of contactKinds) {
		const [name, welsh, email, phone] = parts.map((part) => given[`${kind}-${part}`]);
		if (!name && (welsh || email || phone))
			faults.addIssue({
				code: "custom",
				path: [`${kind}-name`],
				message: say`Enter who it is: a person or an office, for ${startingSmall(sayIt(contactTitles[kind]))}`,
			});
		if (name) contacts[kind] = { name, welsh, email, phone };
	}
	return contacts;
}

/** What the fields begin with. */
export const contactValues = (contacts: Contacts): FormValues =>
	Object.fromEntries(
		contactKinds.flatMap((kind) =>
			parts.map((part) => [`${kind}-${part}`, contacts[kind]?.[part]] as const),
		),
	);

const hints = (): Record<ContactKind, string> => ({
	help: say`Whoever helps people who cannot sign in`,
	"business-unit": say`Where questions about a difference go`,
	"data-protection": say`Whom to tell when something went to the wrong place`,
});

/** The fields. */
export const ContactsAsked = ({
	form,
	inWelsh = false,
}: {
	form: FormState;
	/** Whether they may have a name in Welsh too. */
	inWelsh?: boolean | undefined;
}): Html => (
	<>
		{contactKinds.map((kind) =>
			govukFieldset({
				legend: { text: sayIt(contactTitles[kind]), classes: "govuk-fieldset__legend--m" },
				html: (
					<>
						{govukInput({
							...textField(form, `${kind}-name`),
							label: { text: say`Person or office` },
							hint: { text: hints()[kind] },
						})}
						{inWelsh ? (
							govukInput({
								...textField(form, `${kind}-welsh`),
								label: { text: say`What it is called in Welsh (optional)` },
								attributes: { lang: "cy" },
							})
						) : (
							<input
								type="hidden"
								name={`${kind}-welsh`}
								value={String(form.values[`${kind}-welsh`] ?? "")}
							/>
						)}
						{govukInput({
							...textField(form, `${kind}-email`),
							label: { text: say`Email address` },
							type: "email",
							spellcheck: false,
						})}
						{govukInput({
							...textField(form, `${kind}-phone`),
							label: { text: say`Telephone number` },
							type: "tel",
							classes: "govuk-input--width-20",
						})}
					</>
				),
			}),
		)}
	</>
);
