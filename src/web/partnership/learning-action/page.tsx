import { isLateAction, type LearningAction } from "../../../domain/learning/learning-action.ts";
import type { ActionMove, OwnedAndDue } from "../../../domain/learning/moving-actions.ts";
import { londonTime } from "../../../domain/time.ts";
import { keptReportPaths, learningActionPaths, learningPaths } from "../../addresses.ts";
import { dayInWords } from "../../kit/dates.ts";
import { type FormState, radiosField, textField } from "../../kit/form.ts";
import { govukButton, govukRadios, govukSummaryList, govukTextarea } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, startingLarge } from "../../kit/say.tsx";
import { StatusTag } from "../../kit/status-tag.tsx";
import { AnyOf, AsTyped, Bullets, Link, Section, typedRow } from "../../kit/text.tsx";

/** One action: what is to be done, by whom and when, and what came of it. */
export const LearningActionPage = ({
	frame,
	action,
	today,
	moves,
	mayClose,
	mayMove,
	readsReport,
	readsLesson,
	ask,
	form,
	pageKey,
}: {
	frame: PageFrame;
	action: LearningAction;
	today: string;
	/** How it came to whom it is with and to its day. */
	moves: readonly ActionMove[];
	/** Whether the reader may give it to somebody else or move its day. */
	mayMove: boolean;
	/** Whether the reader may say now what was done. */
	mayClose: boolean;
	/** Whether they may open the report that asked for it. */
	readsReport: boolean;
	/** The same for a lesson. */
	readsLesson: boolean;
	/** Whom of the office to tell what stands in the way; nobody for the office itself. */
	ask: readonly { name: string; email: string }[];
	form: FormState;
	pageKey: string;
}): Html => {
	const { askedBy, what, shownBy, agency, person, dueOn, state, result, closedAt, chasedOn } =
		action;
	const isOfReport = "report" in askedBy;
	const by = isOfReport ? say`The decision on a report` : say`A lesson from a case`;
	const from =
		"report" in askedBy
			? readsReport && keptReportPaths.report(askedBy.report)
			: readsLesson && learningPaths.lesson(askedBy.lesson);
	const row = (label: string, html: Html) => ({ key: { text: label }, value: { html } });
	return (
		<Layout frame={frame} title={say`An action for learning`} errors={form.errors}>
			{govukSummaryList({
				rows: [
					typedRow(say`What is to be done`, what),
					...(shownBy === null ? [] : [typedRow(say`What will show that it was done`, shownBy)]),
					from
						? row(say`Who asked for it`, <Link href={from}>{by}</Link>)
						: typedRow(say`Who asked for it`, by),
					typedRow(say`Who does it`, startingLarge(whoInWords({ person, agency }))),
					row(
						say`By when`,
						<>
							{dayInWords(dueOn)}
							{isLateAction(action, today) && (
								<>
									{" "}
									<StatusTag text={say`Overdue`} tone="late" />
								</>
							)}
						</>,
					),
					...(state === "open" && chasedOn !== null
						? [typedRow(say`Last reminded`, dayInWords(chasedOn))]
						: []),
					...(result !== null && closedAt !== null
						? [
								row(
									say`What came of it`,
									<>
										{state === "done"
											? say`Done, said on ${dayInWords(londonTime(closedAt).toPlainDate())}`
											: say`Will not be done, said on ${dayInWords(londonTime(closedAt).toPlainDate())}`}
									</>,
								),
								typedRow(state === "done" ? say`What shows it` : say`Why`, result),
							]
						: []),
				],
			})}
			{mayMove && (
				<p class="govuk-body concord-not-printed">
					<Link
						href={learningActionPaths.move(action.id)}
					>{say`Move its day, or give it to somebody else`}</Link>
				</p>
			)}
			{moves.length > 0 && (
				<Section id="moves" title={say`How it moved`}>
					<Bullets
						items={moves.map(({ from, to, reason, by: mover, on }) => (
							<>
								{say`${sayDate(on)}, by ${mover}: ${moveInWords(from, to)}`}
								<br />
								<AsTyped>{reason}</AsTyped>
							</>
						))}
					/>
				</Section>
			)}
			{mayClose && ask.length > 0 && (
				<p class="govuk-body">{say`Not yours, or not possible by then? Tell
					${(
						<AnyOf
							items={ask.map(({ name, email }) => (
								<>
									{name} (
									<a class="govuk-link govuk-!-text-break-word" href={`mailto:${email}`}>
										{email}
									</a>
									)
								</>
							))}
						/>
					)}
					of the Business Unit. Concord reminds you each week until it is answered here.`}</p>
			)}
			{mayClose && (
				<PostForm frame={frame} autosave={learningActionPaths.keep(action.id)}>
					<input type="hidden" name="_asked" value="state result" />
					<input type="hidden" name="_key" value={pageKey} />
					{govukRadios({
						...radiosField(form, "state"),
						idPrefix: "state",
						fieldset: { legend: { text: say`Was it done?`, classes: "govuk-fieldset__legend--m" } },
						items: [
							{ value: "done", text: say`Yes, it is done` },
							{ value: "not-done", text: say`No, and it will not be` },
						],
					})}
					{govukTextarea({
						...textField(form, "result"),
						label: {
							text: say`What was done and what shows it, or why it will not be done`,
							classes: "govuk-label--m",
						},
						hint: {
							text: isOfReport
								? say`It is told in the next report. Name no child.`
								: say`It stands beside the lesson. Name no child. The next report tells it.`,
						},
					})}
					{govukButton({ text: say`Save`, preventDoubleClick: true })}
				</PostForm>
			)}
		</Layout>
	);
};

const whoInWords = ({ person, agency }: Pick<OwnedAndDue, "person" | "agency">): string =>
	person ? `${person.name}, ${agency.name}` : say`whoever answers for ${agency.name}`;

/** "from Philip Thorne, Saltmarsh Primary School to …; due 4 May 2026 instead of 24 April 2026" */
const moveInWords = (from: OwnedAndDue, to: OwnedAndDue): string =>
	[
		whoInWords(from) !== whoInWords(to) && say`to ${whoInWords(to)} from ${whoInWords(from)}`,
		from.dueOn !== to.dueOn && say`due ${sayDate(to.dueOn)} instead of ${sayDate(from.dueOn)}`,
	]
		.filter(Boolean)
		.join("; ");
