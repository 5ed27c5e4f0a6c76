import { z } from "zod";
import { phoneAddress, readPhone } from "../../domain/people/phone.ts";
import type { Person } from "../../store/people.ts";
import { type FormState, type FormValues, textField } from "../kit/form.ts";
import { govukButton, govukInput } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { PostForm } from "../kit/post-form.tsx";
import { say } from "../kit/say.tsx";
import { AnyOf } from "../kit/text.tsx";

/** A telephone number that a phone rings. */
export const PhoneLink = ({ phone }: { phone: string }): Html => (
	<a class="govuk-link concord-phone" href={phoneAddress(phone)}>
		{phone}
	</a>
);

type Rung = Pick<Person, "phone" | "mobile">;

/** Whether the directory has a number for somebody. */
export const hasPhone = ({ phone, mobile }: Rung): boolean => (phone ?? mobile) !== undefined;

/** Every number under which somebody is rung at work; nothing where the directory has none. */
export const Phones = ({ person }: { person: Rung }): Html => (
	<AnyOf
		items={[person.phone, person.mobile].flatMap((phone) =>
			phone === undefined ? [] : [<PhoneLink phone={phone} />],
		)}
	/>
);

/** A number that is typed, or none. @param name "Telephone", which begins what is wrong with it */
const phoneNumber = (name: string) =>
	z
		.string()
		.default("")
		.transform((typed, context) => {
			const phone = readPhone(typed);
			if (phone !== undefined) return phone || null;
			context.addIssue({
				code: "custom",
				message: say`${name} must be a telephone number, like 01632 960101 or 01632 960101 ext. 12`,
			});
			return z.NEVER;
		});

/** One number, with what it is for. */
const PhoneInput = ({
	form,
	name,
	label,
	hint,
}: {
	form: FormState;
	name: string;
	label: string;
	hint?: string;
}): Html =>
	govukInput({
		...textField(form, name),
		label: { text: label, classes: "govuk-label--s" },
		...(hint && { hint: { text: hint } }),
		type: "tel",
		classes: "govuk-input--width-20",
		autocomplete: "off",
	});

/** What a form with numbers asks; an agency’s only where it has that input. */
export const phonesAsked = z.object({
	phone: phoneNumber("Telephone"),
	mobile: phoneNumber("Mobile"),
	outOfHours: z.union([z.undefined(), phoneNumber("Out of hours")]),
});

/** Numbers as inputs hold them. */
export const phoneValues = ({
	phone = "",
	mobile = "",
	outOfHoursPhone = "",
}: Pick<Person, "phone" | "mobile" | "outOfHoursPhone">): FormValues => ({
	phone,
	mobile,
	outOfHours: outOfHoursPhone,
});

/** Under which numbers somebody is rung. @param agency the one whose number is said here, too */
export const PhonesSection = ({
	frame,
	form,
	action,
	agency,
}: {
	frame: PageFrame;
	form: FormState;
	action: string;
	agency: string | undefined;
}): Html => (
	<>
		<h2 class="govuk-heading-m" id="telephone">{say`Telephone`}</h2>
		<p class="govuk-body">{say`Whoever has to talk with somebody sees these numbers where they do it. They are never in
			mail. Enter work numbers only.`}</p>
		<PostForm frame={frame} action={action}>
			<PhoneInput form={form} name="phone" label={say`Telephone (optional)`} />
			<PhoneInput form={form} name="mobile" label={say`Work mobile (optional)`} />
			{agency && (
				<PhoneInput
					form={form}
					name="outOfHours"
					label={say`Out of hours, ${agency} (optional)`}
					hint={say`Where somebody of the agency answers when nobody is at work. It is for the whole agency.`}
				/>
			)}
			{govukButton({ text: say`Save the numbers`, preventDoubleClick: true })}
		</PostForm>
	</>
);
