/**
 * Lessons: all by theme, of which a briefing is made, one with what came of it, and the page on which its words are put right.
 * Recording one is a page of its difference.
 */

import type { IsoDay } from "../../../domain/calendar/iso-day.ts";
import type { Briefing } from "../../../domain/learning/briefing.ts";
import { isLateAction, type LearningAction } from "../../../domain/learning/learning-action.ts";
import {
	type Lesson,
	mayRecordLessons,
	type WordsBefore,
} from "../../../domain/learning/lesson.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { differencePath, learningPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, newForm, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukDetails,
	govukErrorMessage,
	govukSummaryList,
	govukTextarea,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate } from "../../kit/say.tsx";
import { StatusTag } from "../../kit/status-tag.tsx";
import { AsTyped, Bullets, Link, Section, typedRow, Unseen } from "../../kit/text.tsx";
import { LearningParts } from "../../parts/learning-navigation.tsx";
import { LessonWords, NamesNobody } from "../../parts/lesson-words.tsx";

/** A lesson as its pages show it. */
export type ShownLesson = {
	lesson: Lesson;
	/** In the protocol's words. */
	theme: string;
	actions: LearningAction[];
	/** The difference, where the reader may open it. */
	from: { id: string; reference: string } | undefined;
};

/** Checkboxes of the lessons of which a briefing is to be made. */
export const chosenLessons = "lessons";

/** What was learned, by theme; of the lessons that are ticked, a briefing is made. */
export const LessonsPage = ({
	frame,
	viewer,
	lessons,
	today,
	form = newForm(),
}: {
	frame: PageFrame;
	viewer: Viewer;
	lessons: readonly ShownLesson[];
	today: IsoDay;
	form?: FormState;
}): Html => {
	const themes = [...new Set(lessons.map(({ theme }) => theme))].sort();
	const writes = mayRecordLessons(viewer);
	const error = form.errors[chosenLessons];
	return (
		<Layout frame={frame} title={say`Lessons`} errors={form.errors} width="full">
			<LearningParts frame={frame} viewer={viewer} />
			{lessons.length === 0 && (
				<EmptyState
					title={say`No lesson has been recorded`}
				>{say`When a difference has ended, the Business Unit is asked what can be learned from it.`}</EmptyState>
			)}
			<PostForm frame={frame} action={learningPaths.makeBriefing}>
				{error && govukErrorMessage({ id: chosenLessons, text: error.text })}
				{themes.map((theme, index) => (
					<Section id={`theme-${index}`} title={theme}>
						{lessons
							.filter((each) => each.theme === theme)
							.map((each) => (
								<LessonInList shown={each} today={today} canChoose={writes} form={form} />
							))}
					</Section>
				))}
				{writes &&
					lessons.length > 0 &&
					govukButton({
						text: say`Make a briefing of those selected`,
						preventDoubleClick: true,
					})}
			</PostForm>
		</Layout>
	);
};

const LessonInList = ({
	shown: { lesson, actions },
	today,
	canChoose,
	form,
}: {
	shown: ShownLesson;
	today: IsoDay;
	canChoose: boolean;
	form: FormState;
}): Html => {
	const input = `${chosenLessons}-${lesson.id}`;
	const open = actions.filter(({ state }) => state === "open");
	const late = open.filter((action) => isLateAction(action, today));
	return (
		<div class="concord-lesson">
			<p class="govuk-body govuk-!-margin-bottom-2">
				<AsTyped>{lesson.happened}</AsTyped>
			</p>
			<p class="govuk-body govuk-!-margin-bottom-2">
				<strong>{say`What should be different:`}</strong> <AsTyped>{lesson.shouldDiffer}</AsTyped>
			</p>
			<p class="govuk-body govuk-!-margin-bottom-2">
				{actions.length === 0
					? say`No action`
					: open.length === 0
						? say`${counted(actions.length, "action")}, none open`
						: say`${counted(actions.length, "action")}, ${open.length} open`}
				{late.length > 0 && (
					<>
						{" "}
						<StatusTag text={say`${late.length} overdue`} tone="late" />
					</>
				)}
				{" · "}
				{lesson.again
					? say`looked at again on ${sayDate(lesson.again.on)}`
					: say`to be looked at again on ${sayDate(lesson.againOn)}`}
				{" · "}
				<Link
					href={learningPaths.lesson(lesson.id)}
				>{say`See the lesson${<Unseen>: {lesson.happened}</Unseen>}`}</Link>
			</p>
			{canChoose && (
				<div
					class="govuk-checkboxes govuk-checkboxes--small concord-not-printed govuk-!-margin-bottom-6"
					data-module="govuk-checkboxes"
				>
					<div class="govuk-checkboxes__item">
						<input
							class="govuk-checkboxes__input"
							id={input}
							name={chosenLessons}
							type="checkbox"
							value={lesson.id}
							checked={[form.values[chosenLessons]].flat().includes(lesson.id)}
						/>
						<label
							class="govuk-label govuk-checkboxes__label"
							for={input}
						>{say`For a briefing${<Unseen>: {lesson.happened}</Unseen>}`}</label>
					</div>
				</div>
			)}
		</div>
	);
};

/** The input for what was found on looking again. */
export const foundAgain = "found";

/** One lesson, what was agreed because of it, and whether it changed anything. */
export const LessonPage = ({
	frame,
	viewer,
	shown: { lesson, theme, actions, from },
	briefings,
	before,
	today,
	form = newForm(),
}: {
	frame: PageFrame;
	viewer: Viewer;
	shown: ShownLesson;
	/** Those that were made of it and that the reader may read. */
	briefings: readonly Pick<Briefing, "id" | "title">[];
	/** What it said before its words were put right, the latest first; of the office alone. */
	before: readonly WordsBefore[];
	today: IsoDay;
	form?: FormState;
}): Html => (
	<Layout
		frame={frame}
		title={theme}
		caption={say`Lesson`}
		errors={form.errors}
		back={{ href: learningPaths.lessons, text: say`Lessons` }}
	>
		{govukSummaryList({
			rows: [
				typedRow(say`What happened`, lesson.happened),
				typedRow(say`What should be different`, lesson.shouldDiffer),
				...(from
					? [
							{
								key: { text: say`Learned from` },
								value: { html: <Link href={differencePath(from.id)}>{from.reference}</Link> },
							},
						]
					: []),
				typedRow(say`Recorded`, say`${sayDate(lesson.recordedOn)}, by ${lesson.recordedBy}`),
				...(lesson.again
					? [
							typedRow(
								say`Looked at again on ${sayDate(lesson.again.on)}, by ${lesson.again.by}`,
								lesson.again.found,
							),
						]
					: [typedRow(say`To be looked at again`, sayDate(lesson.againOn))]),
			],
		})}
		{actions.length > 0 && (
			<Section id="actions" title={say`What is to be done`}>
				<Bullets
					items={actions.map((action) => (
						<>
							<AsTyped>{action.what}</AsTyped>
							{action.shownBy && (
								<>
									<br />
									<span class="govuk-hint">{say`What will show that it was done`}: </span>
									<AsTyped>{action.shownBy}</AsTyped>
								</>
							)}
							<br />
							{action.person && `${action.person.name}, `}
							{say`${action.agency.name}, by ${sayDate(action.dueOn)}:`}{" "}
							<StateOf action={action} today={today} />
						</>
					))}
				/>
			</Section>
		)}
		{briefings.length > 0 && (
			<Section id="briefings" title={say`Briefings made of it`}>
				<Bullets
					items={briefings.map(({ id, title }) => (
						<Link href={learningPaths.briefing(id)}>{title}</Link>
					))}
				/>
			</Section>
		)}
		{mayRecordLessons(viewer) && (
			<p class="govuk-body concord-not-printed">
				<Link href={learningPaths.rewordLesson(lesson.id)}>{say`Put its words right`}</Link>
			</p>
		)}
		{before.length > 0 && (
			<Section id="before" title={say`What it said before`}>
				{before.map(({ until, replacedBy, happened, shouldDiffer }) =>
					govukDetails({
						summaryText: say`Until ${replacedBy} changed it on ${sayDate(until)}`,
						html: (
							<>
								<p class="govuk-body">
									<strong>{say`What happened:`}</strong> <AsTyped>{happened}</AsTyped>
								</p>
								<p class="govuk-body">
									<strong>{say`What should be different:`}</strong>{" "}
									<AsTyped>{shouldDiffer}</AsTyped>
								</p>
							</>
						),
					}),
				)}
			</Section>
		)}
		{lesson.again === null && mayRecordLessons(viewer) && (
			<Section id="again" title={say`Look again`}>
				<PostForm frame={frame} action={learningPaths.lookAgain(lesson.id)}>
					{govukTextarea({
						...textField(form, foundAgain),
						label: { text: say`Has it changed anything, and how do you know?` },
						hint: { text: say`For example: what a sample of cases, a survey or an audit showed` },
					})}
					<NamesNobody form={form} />
					{secondaryButton({ text: say`Record what you found` })}
				</PostForm>
			</Section>
		)}
	</Layout>
);

/** Other words for a lesson in which something is wrong, or that tells whom it is about. */
export const RewordLessonPage = ({
	frame,
	shown: { lesson, theme },
	form,
}: {
	frame: PageFrame;
	shown: ShownLesson;
	form: FormState;
}): Html => (
	<Layout
		frame={frame}
		title={say`Put the words of this lesson right`}
		caption={theme}
		errors={form.errors}
		back={{ href: learningPaths.lesson(lesson.id), text: say`The lesson` }}
	>
		<p class="govuk-body">{say`The words of before are kept for the Business Unit alone, with your name and the day.
			Briefings that were made of it stay as they are, and so does the record of the
			difference.`}</p>
		<PostForm frame={frame}>
			<LessonWords form={form} />
			<NamesNobody form={form} />
			{govukButton({ text: say`Save`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

const StateOf = ({ action, today }: { action: LearningAction; today: IsoDay }): Html => {
	if (action.state === "open")
		return isLateAction(action, today) ? (
			<StatusTag text={say`Overdue`} tone="late" />
		) : (
			<StatusTag text={say`Open`} />
		);
	return (
		<>
			{action.state === "done" ? say`Done` : say`Will not be done`}
			{action.result && (
				<>
					: <AsTyped>{action.result}</AsTyped>
				</>
			)}
		</>
	);
};
