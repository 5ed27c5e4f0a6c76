import { timesToChoose } from "../../../domain/people/working-hours.ts";
import { workingDaysPath } from "../../addresses.ts";
import { timeInWords } from "../../kit/dates.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukSelect } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";

/** Sets the hours in which a partnership's people are reminded. */
export const ReminderHoursPage = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<Layout
		frame={frame}
		title={say`When people are reminded`}
		errors={form.errors}
		back={{ href: workingDaysPath }}
	>
		<p class="govuk-body">{say`Concord reminds people of what they owe on working days, between these hours. Most
			reminders go at the first of them.`}</p>
		<PostForm frame={frame}>
			<Time form={form} name="from" asks={say`From`} />
			<Time form={form} name="until" asks={say`Until`} />
			{govukButton({ text: say`Save`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

const Time = ({ form, name, asks }: { form: FormState; name: string; asks: string }): Html => {
	const { value, ...field } = textField(form, name);
	return govukSelect({
		...field,
		label: { text: asks, classes: "govuk-label--s" },
		items: timesToChoose.map((time) => ({
			value: time,
			text: timeInWords(Temporal.PlainTime.from(time)),
			selected: time === value,
		})),
	});
};
