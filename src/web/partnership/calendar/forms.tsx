import type { Nation } from "../../../domain/calendar/bank-holidays.ts";
import { nationTitles } from "../../../domain/calendar/calendar.ts";
import { workingDaysPath } from "../../addresses.ts";
import { checkboxesField, dateField, type FormState, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukDateInput,
	govukInput,
	govukTextarea,
} from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayWhole } from "../../kit/say.tsx";

export type CalendarFormView = { frame: PageFrame; form: FormState };

/** A form whose answer is looked at before it applies. */
const Page = ({
	frame,
	form,
	title,
	children,
}: CalendarFormView & { title: string; children: Child }): Html => (
	<Layout frame={frame} title={title} errors={form.errors} back={{ href: workingDaysPath }}>
		<PostForm frame={frame}>
			{children}
			{govukButton({ text: say`See what would change`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

const Where = ({ form, asks }: { form: FormState; asks: string }): Html =>
	govukCheckboxes({
		...checkboxesField(form, "nations"),
		fieldset: { legend: { text: asks, classes: "govuk-fieldset__legend--s" } },
		items: (Object.keys(nationTitles) as Nation[]).map((nation) => ({
			value: nation,
			text: sayWhole(nationTitles[nation]),
		})),
	});

const Day = ({
	form,
	name,
	asks,
	hint,
}: {
	form: FormState;
	name: string;
	asks: string;
	hint?: string;
}): Html =>
	govukDateInput({
		...dateField(form, name),
		fieldset: { legend: { text: asks, classes: "govuk-fieldset__legend--s" } },
		...(hint && { hint: { text: hint } }),
	});

export const AddBankHolidayPage = ({ frame, form }: CalendarFormView): Html => (
	<Page frame={frame} form={form} title={say`Add a bank holiday`}>
		<Day
			form={form}
			name="day"
			asks={say`Which day is it?`}
			hint={say`The weekday that is not worked. For example, 8 5 2028`}
		/>
		{govukInput({
			...textField(form, "name"),
			label: { text: say`What is it called?`, classes: "govuk-label--s" },
			hint: { text: say`People see it when they ask why a date is what it is` },
		})}
		<Where form={form} asks={say`Where is it a bank holiday?`} />
		{govukInput({
			...textField(form, "source"),
			label: { text: say`Where is it published?`, classes: "govuk-label--s" },
			hint: { text: say`For example, Royal proclamation of 10 September 2022` },
		})}
	</Page>
);

export const TakeOutBankHolidayPage = ({ frame, form }: CalendarFormView): Html => (
	<Page frame={frame} form={form} title={say`Take out a bank holiday`}>
		<p class="govuk-body">{say`When a bank holiday is moved to another day, take out the old day here and add the new
			one.`}</p>
		<Day form={form} name="day" asks={say`Which day is worked after all?`} />
		<Where form={form} asks={say`Where is it worked?`} />
		{govukInput({
			...textField(form, "source"),
			label: { text: say`Where is it published?`, classes: "govuk-label--s" },
			hint: { text: say`For example, moved to 8 May by royal proclamation` },
		})}
	</Page>
);

export const ClosurePage = ({ frame, form }: CalendarFormView): Html => (
	<Page frame={frame} form={form} title={say`Add closure days`}>
		<p class="govuk-body">{say`Days on which the partnership’s office is closed. Weekends in between are left out.`}</p>
		<Day form={form} name="day" asks={say`First day`} />
		<Day
			form={form}
			name="until"
			asks={say`Last day (optional)`}
			hint={say`Leave it empty for one day`}
		/>
		{govukInput({
			...textField(form, "name"),
			label: { text: say`Why is it closed?`, classes: "govuk-label--s" },
			hint: { text: say`For example, Closed over Christmas` },
		})}
	</Page>
);

export const ImportPage = ({ frame, form }: CalendarFormView): Html => (
	<Page frame={frame} form={form} title={say`Import a GOV.UK list`}>
		<p class="govuk-body">{say`Open www.gov.uk/bank-holidays.json in your browser, copy all of it, and paste it here. A
			list that is cut short, or that lacks a day which is known, is not used.`}</p>
		{govukTextarea({
			...textField(form, "text"),
			label: { text: say`The list`, classes: "govuk-label--s" },
			rows: 12,
			spellcheck: false,
			attributes: { autocapitalize: "none" },
		})}
	</Page>
);
