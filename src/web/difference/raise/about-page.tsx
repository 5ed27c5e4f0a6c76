import { raisePaths } from "../../addresses.ts";
import { type FormState, radiosField, textField } from "../../kit/form.ts";
import { govukRadios, govukSelect } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import type { Question } from "../../parts/fields/question.ts";
import { QuestionInput } from "../../parts/fields/question-input.tsx";
import { inputs, pageBefore, type Raising } from "../../parts/raising/raising.ts";
import { RaisedAlready, RaiseForm, RaiseLayout } from "./raise-layout.tsx";

type Given = { frame: PageFrame; raising: Raising; form: FormState };

/** More agencies than this are a list to open, not radio buttons. */
const mostRadios = 15;

const whichAgency = "Which agency do you disagree with?";

/** With which agency: not one’s own. */
export const AgencyPage = ({ frame, raising, form }: Given): Html => {
	const { agencies } = raising;
	return (
		<RaiseLayout
			frame={frame}
			raising={raising}
			title={whichAgency}
			heading={false}
			back={raisePaths.safety}
			errors={form.errors}
		>
			<RaiseForm frame={frame} asks={[inputs.agency]}>
				{agencies.length > mostRadios
					? govukSelect({
							...textField(form, inputs.agency),
							label: { text: whichAgency, classes: "govuk-label--l", isPageHeading: true },
							items: [
								{ value: "", text: "Choose an agency" },
								...agencies.map(({ id, name }) => ({ value: id, text: name })),
							],
						})
					: govukRadios({
							...radiosField(form, inputs.agency),
							fieldset: {
								legend: {
									text: whichAgency,
									classes: "govuk-fieldset__legend--l",
									isPageHeading: true,
								},
							},
							items: agencies.map(({ id, name }) => ({ value: id, text: name })),
						})}
			</RaiseForm>
		</RaiseLayout>
	);
};

/** One of the protocol’s questions on a page of its own. */
export const AboutPage = ({
	frame,
	raising,
	question,
	form,
}: Given & { question: Question }): Html => (
	<RaiseLayout
		frame={frame}
		raising={raising}
		title={question.label}
		heading={false}
		back={pageBefore(raising, question.field.id)}
		errors={form.errors}
	>
		<RaisedAlready raising={raising} />
		<RaiseForm frame={frame} asks={[question.name]}>
			<QuestionInput protocol={raising.protocol} question={question} form={form} size="l" />
		</RaiseForm>
	</RaiseLayout>
);
