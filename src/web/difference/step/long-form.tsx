import { stepPath } from "../../addresses.ts";
import type { FormErrors } from "../../kit/form.ts";
import { govukButton, govukSummaryList, govukTaskList, govukWarningText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { AsTyped } from "../../kit/text.tsx";
import { ActForm, Endings, Questions, SavedAt } from "../../parts/act/act-form.tsx";
import { ActLayout, type ActPage, sendText } from "../../parts/act/act-layout.tsx";
import type { AskedAct } from "../../parts/act/asked-act.ts";
import { isCheckedFirst } from "../../parts/act/check-first.tsx";
import { wordsTypedFor } from "../../parts/act/words-typed.ts";
import type { Question } from "../../parts/fields/question.ts";
import { questionsAsked } from "../../parts/fields/read-questions.ts";
import { AboutStep, type AboutStepGiven } from "./page.tsx";
import { errorsIn, outsideSections, type Section, type SectionState, stateOf } from "./sections.ts";

type LongFormPage = ActPage & AboutStepGiven & { sections: Section[] };

/** A long form, on the page that was asked for: its sections, one of them, or all answers before they are sent. */
export const LongForm = ({
	at,
	...page
}: LongFormPage & { at: Section | "list" | typeof checkSection }): Html =>
	at === "list" ? (
		<TaskListPage {...page} />
	) : at === checkSection ? (
		<CheckPage {...page} />
	) : (
		<SectionPage {...page} section={at} />
	);

/** The page where everything is checked before it is sent. */
export const checkSection = "check";

export const sectionPath = (
	{ opened, page }: Pick<AskedAct, "opened" | "page">,
	section: number | typeof checkSection,
): string => `${stepPath(opened.header.id, page)}?section=${section}`;

const tags = (): Record<SectionState, { text: string; classes?: string }> => ({
	completed: { text: say`Completed` },
	incomplete: { text: say`Incomplete`, classes: "govuk-tag--yellow" },
	"not-started": { text: say`Not started`, classes: "govuk-tag--blue" },
});

/** The sections of a long form, and how far each has got. */
const TaskListPage = ({
	frame,
	asked,
	step,
	sections,
	directory = [],
	notice,
	justSaved = false,
}: Omit<LongFormPage, "form">): Html => {
	const states = sections.map((section) => stateOf(asked, section));
	const started = states.some((state) => state !== "not-started");
	const next = states.findIndex((state) => state !== "completed");
	return (
		<ActLayout frame={frame} asked={asked} title={asked.title} notice={notice}>
			<AboutStep asked={asked} step={step} directory={directory} />
			<p class="govuk-body">{say`What you recorded earlier is filled in for you. Go through each section and change
				what you need to.`}</p>
			<SavedAt frame={frame} asked={asked} justSaved={justSaved} />
			{govukTaskList({
				idPrefix: "section",
				items: [
					...sections.map((section, index) => ({
						title: { text: section.title },
						href: sectionPath(asked, section.number),
						status: statusOf(states[index] ?? "not-started"),
					})),
					{
						title: { text: say`Check and send` },
						href: sectionPath(asked, checkSection),
						status: next < 0 ? statusOf("not-started") : { text: say`Comes last` },
					},
				],
			})}
			{govukButton({
				text: started ? say`Continue` : say`Start`,
				href: sectionPath(asked, next < 0 ? checkSection : next + 1),
			})}
		</ActLayout>
	);
};

/** What is done is said in plain text, so that what is left stands out. */
const statusOf = (state: SectionState) =>
	state === "completed" ? { text: say`Completed` } : { tag: tags()[state] };

/** One section of a long form. */
const SectionPage = ({
	frame,
	asked,
	section,
	sections,
	form,
	justSaved = false,
}: LongFormPage & { section: Section }): Html => (
	<ActLayout
		frame={frame}
		asked={asked}
		title={section.title}
		errors={form.errors}
		back={{
			href: stepPath(asked.opened.header.id, asked.page),
			text: say`Back to all sections`,
		}}
	>
		<p class="govuk-body govuk-hint">{say`Section ${section.number} of ${sections.length}`}</p>
		<SavedAt frame={frame} asked={asked} justSaved={justSaved} />
		<ActForm frame={frame} asked={asked} asks={section.questions} send={say`Save and continue`}>
			<Questions asked={asked} questions={section.questions} form={form} />
		</ActForm>
	</ActLayout>
);

/** What the last page of a long form asks, besides how it ends. */
const askedLast = (asked: AskedAct): Question[] => [
	...outsideSections(asked),
	...asked.endings.flatMap(({ questions }) => questions),
];

/** Whether the last page of a long form asks nothing: there is one way to end, and all is in its sections. */
export const isOnlyRead = (asked: AskedAct): boolean =>
	asked.endings.length === 1 && askedLast(asked).length === 0;

/** All that was filled in, to read once more; then it is sent. */
const CheckPage = ({ frame, asked, sections, form }: LongFormPage): Html => {
	const rest = outsideSections(asked);
	return (
		<ActLayout
			frame={frame}
			asked={asked}
			title={say`Check your answers`}
			errors={form.errors}
			back={{
				href: stepPath(asked.opened.header.id, asked.page),
				text: say`Back to all sections`,
			}}
		>
			{sections.map((section) => (
				<AnswersIn asked={asked} section={section} />
			))}
			<ActForm
				frame={frame}
				asked={asked}
				asks={askedLast(asked)}
				send={sendText(asked)}
				form={form}
			>
				<Questions asked={asked} questions={rest} form={form} />
				<Endings asked={asked} form={form} />
				{isOnlyRead(asked) &&
					asked.endings.some((ending) => isCheckedFirst(asked, ending)) &&
					govukWarningText({ text: say`This cannot be undone.`, iconFallbackText: say`Warning` })}
			</ActForm>
		</ActLayout>
	);
};

/** What is wrong in every section, with links into their pages. */
export const errorsInSections = (asked: AskedAct, sections: Section[]): FormErrors =>
	Object.fromEntries(
		sections.flatMap((section) =>
			Object.entries(errorsIn(asked, section) ?? {}).map(([input, error]) => [
				input,
				error && { text: error.text, href: sectionPath(asked, section.number) + error.href },
			]),
		),
	);

const AnswersIn = ({
	asked: { opened, values, ...asked },
	section,
}: {
	asked: AskedAct;
	section: Section;
}): Html => (
	<>
		<h2 class="govuk-heading-m">{section.title}</h2>
		{govukSummaryList({
			classes: "concord-stacked",
			rows: questionsAsked(opened.protocol, section.questions, values).map((question) => {
				const typed = wordsTypedFor(opened.protocol, question, values);
				const none = question.field.optional ? say`Left blank` : say`Not answered yet`;
				return {
					key: { text: question.label },
					value: {
						html: typed ? <AsTyped>{typed}</AsTyped> : <span class="govuk-hint">{none}</span>,
					},
					actions: {
						items: [
							{
								text: say`Change`,
								visuallyHiddenText: question.label,
								href: sectionPath({ opened, ...asked }, section.number),
							},
						],
					},
				};
			}),
		})}
	</>
);
