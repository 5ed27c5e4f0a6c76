import type { StoredReport } from "../../../store/reports.ts";
import { keptReportPaths } from "../../addresses.ts";
import { dateField, type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukDateInput,
	govukFieldset,
	govukRadios,
	govukSelect,
	govukTextarea,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { EnterPresses, PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { type AgencyToAsk, whoItems } from "../../parts/who-does-it.ts";
import { reportTitle } from "./kept-page.tsx";

/** The questions of the page, as a draft knows them; the inputs of an action are named `actions-0-what`. */
export const questions = ["requires", "why", "actions"] as const;

/** Where the chair records what the subgroup decided on a report. */
export const DecisionPage = ({
	frame,
	report,
	agencies,
	rows,
	form,
	pageKey,
}: {
	frame: PageFrame;
	report: StoredReport;
	agencies: readonly AgencyToAsk[];
	/** How many actions the page has room for. */
	rows: number;
	form: FormState;
	pageKey: string;
}): Html => (
	<Layout
		frame={frame}
		title={say`Record the decision`}
		caption={reportTitle(report)}
		errors={form.errors}
		back={{ text: say`Report`, href: keptReportPaths.report(report.id) }}
	>
		<PostForm frame={frame} autosave={keptReportPaths.keep(report.id, "decision")}>
			<EnterPresses name="_do" value="send" text={say`Record it`} />
			<input type="hidden" name="_asked" value={questions.join(" ")} />
			<input type="hidden" name="_key" value={pageKey} />
			<input type="hidden" name="_after" value={report.decisions} />
			{govukRadios({
				...radiosField(form, "requires"),
				idPrefix: "requires",
				fieldset: {
					legend: { text: say`Are actions required?`, classes: "govuk-fieldset__legend--m" },
				},
				items: [
					{ value: "yes", text: say`Yes` },
					{ value: "no", text: say`No` },
				],
			})}
			{govukTextarea({
				...textField(form, "why"),
				label: { text: say`What the subgroup decided, and why`, classes: "govuk-label--m" },
				hint: { text: say`Name no child. Everybody who reads the report reads this.` },
			})}
			{Array.from({ length: rows }, (_, nth) => (
				<ActionFields nth={nth} agencies={agencies} form={form} />
			))}
			<div class="govuk-button-group">
				{govukButton({
					text: say`Record it`,
					name: "_do",
					value: "send",
					preventDoubleClick: true,
				})}
				{secondaryButton({ text: say`Add another action`, name: "_add", value: "actions" })}
			</div>
		</PostForm>
	</Layout>
);

const ActionFields = ({
	nth,
	agencies,
	form,
}: {
	nth: number;
	agencies: readonly AgencyToAsk[];
	form: FormState;
}): Html => {
	const name = (input: string) => `actions-${nth}-${input}`;
	return govukFieldset({
		legend: { text: say`Action ${nth + 1}`, classes: "govuk-fieldset__legend--m" },
		html: (
			<>
				{govukTextarea({
					...textField(form, name("what")),
					rows: 2,
					label: { text: say`What is to be done` },
				})}
				{govukSelect({
					...textField(form, name("who")),
					label: { text: say`By whom` },
					hint: { text: say`An agency, or one of its people` },
					items: whoItems(agencies),
				})}
				{govukDateInput({
					...dateField(form, name("due")),
					fieldset: { legend: { text: say`By which day` } },
					hint: { text: say`For example, 27 3 2026` },
				})}
			</>
		),
	});
};
