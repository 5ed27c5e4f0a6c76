import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { formsIn, partsOf } from "../../../documents/form-parts.ts";
import { sayEnding } from "../../../domain/difference/told/words.ts";
import { fieldOf, readAs, stepOf } from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import type { Agency } from "../../../store/agencies.ts";
import { differencePath, keepLessonPath } from "../../addresses.ts";
import { dateField, type FormState, textField, typedText } from "../../kit/form.ts";
import {
	govukButton,
	govukDateInput,
	govukDetails,
	govukInput,
	govukSelect,
	govukSummaryList,
	govukTextarea,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Section, typedRow } from "../../kit/text.tsx";
import { answeredRow } from "../../parts/difference/answered-row.tsx";
import { FilledInPart } from "../../parts/difference/form-part.tsx";
import { WhatWasDecided } from "../../parts/difference/what-was-decided.tsx";
import { LessonWords, NamesNobody } from "../../parts/lesson-words.tsx";
import { actionRows, lessonQuestions } from "./asked.ts";

/** What was learned from a difference, with the case beside it: issue, response, outcome and decision. */
export const RecordLessonPage = ({
	frame,
	opened,
	agencies,
	form,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	agencies: readonly Agency[];
	form: FormState;
}): Html => (
	<Layout
		frame={frame}
		title={say`Record a lesson`}
		caption={opened.header.reference}
		width="full"
		errors={form.errors}
		back={{ href: differencePath(opened.header.id), text: say`The difference` }}
	>
		<div class="govuk-grid-row">
			<div class="govuk-grid-column-one-half">
				<PostForm frame={frame} autosave={keepLessonPath(opened.header.id)}>
					<input type="hidden" name="_asked" value={lessonQuestions.join(" ")} />
					<input type="hidden" name="_key" value={typedText(form.values, "_key")} />
					<Questions opened={opened} agencies={agencies} form={form} />
					<NamesNobody form={form} />
					{govukButton({ text: say`Save the lesson`, preventDoubleClick: true })}
				</PostForm>
			</div>
			<div class="govuk-grid-column-one-half">
				<TheCase opened={opened} />
			</div>
		</div>
	</Layout>
);

const Questions = ({
	opened: { protocol },
	agencies,
	form,
}: {
	opened: OpenedDifference;
	agencies: readonly Agency[];
	form: FormState;
}): Html => (
	<>
		<p class="govuk-body">{say`Others learn from what you write here. Name nobody, and no place or day by which
			somebody could be known.`}</p>
		{govukSelect({
			...textField(form, "theme"),
			label: { text: say`What is it about?`, classes: "govuk-label--s" },
			items: [
				{ value: "", text: say`Choose a theme` },
				...Object.entries(protocol.themes).map(([value, text]) => ({ value, text })),
			],
		})}
		<LessonWords form={form} />
		<h2 class="govuk-heading-m">{say`What is to be done about it`}</h2>
		<p class="govuk-body">{say`Each action is followed until it is done. Leave them blank if there is none.`}</p>
		{actionRows.map((row, index) =>
			index === 0 ? (
				<ActionRow row={row} number={1} agencies={agencies} form={form} />
			) : (
				govukDetails({
					summaryText: index === 1 ? say`A second action` : say`A third action`,
					open: isBegun(form, row),
					html: <ActionRow row={row} number={index + 1} agencies={agencies} form={form} />,
				})
			),
		)}
		{govukDateInput({
			...dateField(form, "again"),
			fieldset: {
				legend: {
					text: say`When will you look again whether it has changed anything?`,
					classes: "govuk-fieldset__legend--s",
				},
			},
			hint: { text: say`On that day it comes back to your desk` },
		})}
	</>
);

const isBegun = ({ values, errors }: FormState, row: string): boolean =>
	[`${row}-what`, `${row}-shown-by`, `${row}-agency`, `${row}-owner`, `${row}-day`].some(
		(name) => typedText(values, name) !== "",
	) ||
	[row, `${row}-what`, `${row}-shown-by`, `${row}-agency`, `${row}-owner`].some(
		(name) => errors[name],
	);

const ActionRow = ({
	row,
	number,
	agencies,
	form,
}: {
	row: string;
	number: number;
	agencies: readonly Agency[];
	form: FormState;
}): Html => (
	<fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
		<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{say`Action ${number}`}</legend>
		{govukTextarea({
			...textField(form, `${row}-what`),
			rows: 2,
			label: { text: say`What is to be done` },
		})}
		{govukTextarea({
			...textField(form, `${row}-shown-by`),
			rows: 2,
			label: { text: say`What will show that it was done` },
		})}
		{govukSelect({
			...textField(form, `${row}-agency`),
			label: { text: say`Agency` },
			items: [
				{ value: "", text: say`Choose an agency` },
				...agencies.map(({ id, name }) => ({ value: id, text: name })),
			],
		})}
		{govukInput({
			...textField(form, `${row}-owner`),
			label: { text: say`Who does it there` },
			hint: { text: say`Their whole name; left blank, whoever answers for the agency` },
			autocomplete: "off",
			spellcheck: false,
		})}
		{govukDateInput({ ...dateField(form, row), fieldset: { legend: { text: say`By when` } } })}
	</fieldset>
);

/** What it was about, what was answered, how it came out and what was decided. */
const TheCase = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, difference } = opened;
	const judged = difference.done.findLast(
		({ step }) => stepOf(protocol, step).kind === "judgement",
	);
	const judgement = judged && stepOf(protocol, judged.step);
	return (
		<>
			{difference.status.is === "ended" && (
				<p class="govuk-body">
					<strong>{sayEnding(protocol, difference.status.ending)}.</strong>
				</p>
			)}
			<WhatWasDecided opened={opened} />
			{judged && judgement && (
				<Section id="judged" title={judgement.title}>
					{govukSummaryList({
						classes: "concord-stacked",
						rows: [
							typedRow(
								say`Outcome`,
								judgement.outcomes.find(({ id }) => id === judged.outcome)?.say ?? judged.outcome,
							),
							...Object.entries(judged.answers).map(([id, answer]) => {
								const field = fieldOf(protocol, id);
								return typedRow(readAs(field), sayAnswer(protocol, field, answer, opened));
							}),
						],
					})}
				</Section>
			)}
			{Object.keys(protocol.forms).length === 0 && (
				<AnswersRead opened={opened} but={Object.keys(judged?.answers ?? {})} />
			)}
			{formsIn(opened)
				.flatMap((form) => partsOf(opened, form))
				.map((part) => (
					<FilledInPart opened={opened} part={part} />
				))}
		</>
	);
};

/** What was answered and the reader was told, where no form holds it. @param but fields that stand there already */
const AnswersRead = ({
	opened,
	but,
}: {
	opened: OpenedDifference;
	but: readonly string[];
}): Html => {
	const { protocol, difference } = opened;
	const rows = Object.values(protocol.fields).flatMap((field) => {
		const given = but.includes(field.id) ? undefined : difference.answers[field.id];
		return given ? [answeredRow(opened, field, given.answer)] : [];
	});
	return (
		<>
			{rows.length > 0 && (
				<Section id="said" title={say`What was said`}>
					{govukSummaryList({ classes: "concord-stacked", rows })}
				</Section>
			)}
		</>
	);
};
