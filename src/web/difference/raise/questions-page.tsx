import { raisePaths } from "../../addresses.ts";
import { type FormState, type FormValues, radiosField, textField } from "../../kit/form.ts";
import { govukDetails, govukInput, govukRadios, govukSelect } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say } from "../../kit/say.tsx";
import { Clashing, Questions } from "../../parts/act/act-form.tsx";
import type { Clash } from "../../parts/act/asked-act.ts";
import { QuestionInput } from "../../parts/fields/question-input.tsx";
import { askedOn, goesByAgency, pagesOf, type RaisePage } from "../../parts/raising/pages.ts";
import { inputs, type Raising } from "../../parts/raising/raising.ts";
import { wasOf } from "../../parts/typed-so-far.ts";
import { RaisedAlready, RaiseForm, RaiseLayout } from "./raise-layout.tsx";

/** Some of the questions that are asked before it is raised: on a page alone, one is its heading. */
export const QuestionsPage = ({
	frame,
	raising,
	draft,
	page,
	isChange,
	form,
	clash,
	kept = raising.values,
}: {
	frame: PageFrame;
	raising: Raising;
	draft: string;
	page: RaisePage;
	/** Whether they came from the check page. */
	isChange: boolean;
	form: FormState;
	/** What was written in the same question in another window meanwhile. */
	clash?: Clash;
	/** What is kept, where the form holds something else. */
	kept?: FormValues;
}): Html => {
	const asks = askedOn(raising, page);
	const names = [...(page.asksAgency ? [inputs.agency] : []), ...asks.map(({ name }) => name)];
	const [only, ...others] = asks;
	const isAlone = others.length === 0 && !page.asksAgency;
	const theirs = asks.filter((question) => goesByAgency(raising, question));
	const rest = asks.filter((question) => !theirs.includes(question));
	const asked = { opened: { protocol: raising.protocol, agencies: raising.names.agencies } };
	return (
		<RaiseLayout
			frame={frame}
			raising={raising}
			title={only && isAlone ? only.label : page.title}
			{...(isAlone && { heading: false })}
			back={isChange ? raisePaths.check(draft) : pageBefore(raising, draft, page)}
			errors={form.errors}
		>
			{clash && <Clashing clash={clash} />}
			<RaisedAlready raising={raising} />
			<RaiseForm
				frame={frame}
				draft={draft}
				asks={names}
				was={wasOf(
					names.map((name) => ({ name })),
					{ draft: kept, values: form.values },
				)}
			>
				{page.asksAgency && (
					<>
						<AgencyInput raising={raising} form={form} />
						{!raising.agency &&
							govukDetails({
								summaryText: say`The agency is not in the list`,
								open: form.errors[inputs.agencyName] !== undefined,
								html: govukInput({
									...textField(form, inputs.agencyName),
									label: { text: say`What is it called?` },
									hint: {
										text: say`The Business Unit is asked to add it. Until somebody there is invited, nothing reaches them through Concord: ring them as well.`,
									},
									autocomplete: "off",
								}),
							})}
						<div data-goes-by={inputs.agency}>
							{raising.agency ? (
								<Questions asked={asked} questions={theirs} form={form} />
							) : (
								page.questions.some((question) => goesByAgency(raising, question)) && (
									<noscript>
										<p class="govuk-body">{say`Choose the agency and continue. You are then asked who it is there.`}</p>
									</noscript>
								)
							)}
						</div>
					</>
				)}
				{only && isAlone ? (
					<QuestionInput protocol={raising.protocol} question={only} form={form} size="l" />
				) : (
					<Questions asked={asked} questions={page.asksAgency ? rest : asks} form={form} />
				)}
			</RaiseForm>
		</RaiseLayout>
	);
};

/** More agencies than this are a list to open, not radio buttons. */
const mostRadios = 15;

/** With which agency: not one’s own. */
const AgencyInput = ({
	raising: { agencies },
	form,
}: {
	raising: Raising;
	form: FormState;
}): Html => {
	const whichAgency = say`Which agency do you disagree with?`;
	return agencies.length > mostRadios
		? govukSelect({
				...textField(form, inputs.agency),
				label: { text: whichAgency, classes: "govuk-label--s" },
				items: [
					{ value: "", text: say`Choose an agency` },
					...agencies.map(({ id, name }) => ({ value: id, text: name })),
				],
			})
		: govukRadios({
				...radiosField(form, inputs.agency),
				fieldset: { legend: { text: whichAgency, classes: "govuk-fieldset__legend--s" } },
				items: agencies.map(({ id, name }) => ({ value: id, text: name })),
			});
};

function pageBefore(raising: Raising, draft: string, { id }: RaisePage): string {
	const pages = pagesOf(raising);
	const before = pages[pages.findIndex((page) => page.id === id) - 1];
	return before ? raisePaths.page(draft, before.id) : raisePaths.first(draft);
}
