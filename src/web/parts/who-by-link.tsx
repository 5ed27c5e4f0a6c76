import { z } from "zod";
import { daysByLink } from "../../domain/difference/who/may-vouch.ts";
import { cleanAddress } from "../../domain/typed-text.ts";
import { type FormState, radiosField, requiredText, textField } from "../kit/form.ts";
import { govukInput, govukRadios } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import { say } from "../kit/say.tsx";

export const daysInput = "link.days";

const oneLine = (missing: string, name: string) =>
	requiredText({ missing, name, max: 100 }).regex(/^[^<>]*$/, say`${name} must not contain < or >`);

/** What is asked of somebody without an account who is vouched for. */
export const whoByLink = z.object({
	"link.name": oneLine("Enter their name", "Name"),
	"link.post": oneLine("Enter their post", "Post"),
	"link.email": requiredText({
		missing: "Enter their work email address",
		name: "Work email address",
		max: 254,
	})
		.transform(cleanAddress)
		.refine((email) => z.email().safeParse(email).success, {
			error: "Enter an email address like name@agency.gov.uk",
		}),
	[daysInput]: z
		.enum(daysByLink.map(String), "Choose for how many days the link works")
		.transform((days) => daysByLink.find((one) => String(one) === days) ?? daysByLink[0]),
});

/** Who somebody is that has no account: name, post and their own work address. */
export const WhoInputs = ({ form }: { form: FormState }): Html => (
	<>
		{govukInput({
			...textField(form, "link.name"),
			label: { text: say`Name`, classes: "govuk-label--s" },
			autocomplete: "off",
		})}
		{govukInput({
			...textField(form, "link.post"),
			label: { text: say`Post`, classes: "govuk-label--s" },
			hint: { text: say`As the agency calls it, such as service manager` },
			autocomplete: "off",
		})}
		{govukInput({
			...textField(form, "link.email"),
			label: { text: say`Their own work email address`, classes: "govuk-label--s" },
			hint: { text: say`Not one that several people read` },
			type: "email",
			autocomplete: "off",
			spellcheck: false,
		})}
	</>
);

/** For how long their link works. */
export const DaysInput = ({ form }: { form: FormState }): Html =>
	govukRadios({
		...radiosField(form, daysInput),
		classes: "govuk-radios--inline",
		fieldset: {
			legend: { text: say`For how long does the link work?`, classes: "govuk-fieldset__legend--s" },
		},
		items: daysByLink.map((days) => ({ value: String(days), text: say`${days} days` })),
	});
