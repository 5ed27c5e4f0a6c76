/**
 * My work: what somebody owes, is asked and began, and what they wait for. What others owe comes last, so that it can be chased.
 */

import type { TimeToGrant } from "../../../actions/time-to-grant.ts";
import type { PeopleShownBy } from "../../../domain/difference/told/whom.ts";
import { isLateAction, type LearningAction } from "../../../domain/learning/learning-action.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Work, WorkCounts } from "../../../store/work.ts";
import {
	agencyPaths,
	learningPaths,
	paths,
	protocolPaths,
	putRightPaths,
	raisePaths,
} from "../../addresses.ts";
import { counted, shortDay, timeInWords } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { govukButton } from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { asEnglish, say, withArticle } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { StatusTag } from "../../kit/status-tag.tsx";
import { Bullets, Link, Section, Unseen } from "../../kit/text.tsx";
import { type CalendarNews, CalendarNotices } from "../../parts/calendar-notices.tsx";
import { Reference } from "../../parts/difference/reference.tsx";
import { LearningActionsTable } from "../../parts/learning-actions.tsx";
import { type PageAsked, PagesOf, RestOf } from "../../parts/part-of-many.tsx";
import type { Unfinished } from "../../parts/raising/not-finished.ts";
import { type RecalledFromYou, RecalledSection } from "../../parts/recalled-from-you.tsx";
import { TimeToGrantSection } from "../../parts/time-to-grant.tsx";
import { type OwedWords, When } from "./owed.tsx";

export type MyWorkView = {
	frame: PageFrame;
	/** Of each list the first. */
	work: Record<keyof Work, OwedWords[]>;
	counts: WorkCounts;
	/** What other sides ask them. */
	questions: QuestionInWords[];
	/** What reports and lessons asked of them, or of whom they answer for; and not done yet. */
	actions: LearningAction[];
	/** Requests for more time that wait for their yes or no. */
	timeToGrant: TimeToGrant[];
	/** What was sent to them by mistake and recalled. */
	recalled: RecalledFromYou;
	/** How lists name whom each is about. */
	shownBy: PeopleShownBy;
	/** What the protocol in force calls a difference, and whom it is about; undefined for people who do not raise one. */
	raises: { difference: string; child: string } | undefined;
	/** What they began to raise and have not raised. */
	unfinished: Unfinished[];
	/** ISO day. */
	today: string;
	/** How somebody is reminded who gets one message each morning. */
	remindedOnceADay: string | undefined;
	/** Versions of protocols that wait for their approval. */
	toDecide: { id: string; version: string }[];
	/** Briefings that wait for their approval. */
	toApprove: { id: string; title: string }[];
	/** What somebody who sees to the calendar must know of it. */
	news: CalendarNews | undefined;
	/** Their agency, where it is asked whether its people are right. */
	peopleToCheck: { agencyId: string; agency: string } | undefined;
	/** Whether colleagues’ work is theirs to see to. */
	answersForOthers: boolean;
};

/** A question that waits for their answer. */
export type QuestionInWords = {
	differenceId: string;
	reference: string;
	seq: number;
	/** Whom it is about, where a list says that. */
	whom: string | undefined;
	/** The day in words. */
	on: string;
};

export const MyWorkPage = ({
	frame,
	work: { mine, agency, waitingFor },
	counts,
	questions,
	actions,
	timeToGrant,
	recalled,
	shownBy,
	raises,
	unfinished,
	today,
	answersForOthers,
	remindedOnceADay,
	toDecide,
	toApprove,
	news,
	peopleToCheck,
}: MyWorkView): Html => (
	<Layout frame={frame} title={say`My work`} width="full">
		<CalendarNotices frame={frame} news={news} />
		{toDecide.map(({ id, version }) => (
			<p class="govuk-body-l">
				<Link
					href={protocolPaths.decide(id)}
				>{say`Approve or refuse version ${version} of a protocol`}</Link>
			</p>
		))}
		{peopleToCheck && (
			<p class="govuk-body-l">
				<Link
					href={agencyPaths.check(peopleToCheck.agencyId)}
				>{say`Say whether the people of ${peopleToCheck.agency} are still right`}</Link>
			</p>
		)}
		{toApprove.map(({ id, title }) => (
			<p class="govuk-body-l">
				<Link
					href={learningPaths.briefing(id)}
				>{say`Read and approve the briefing “${title}”`}</Link>
			</p>
		))}
		{counts.mine.total + actions.length > 0 && (
			<p class="govuk-body-l">{inShort(counts, actions, today)}</p>
		)}
		{raises &&
			govukButton({ text: say`Raise ${withArticle(raises.difference)}`, href: raisePaths.start })}

		{unfinished.length > 0 && <NotFinished drafts={unfinished} today={today} />}

		<h2 class="govuk-heading-m">{say`For you to do`}</h2>
		{remindedOnceADay && mine.length > 0 && (
			<p class="govuk-body">{say`You get ${remindedOnceADay}.`}</p>
		)}
		{mine.length === 0 ? (
			<EmptyState
				title={
					questions.length + timeToGrant.length + actions.length > 0
						? say`It is not your turn in any step`
						: toDecide.length + toApprove.length > 0
							? say`You have nothing to do in a difference`
							: say`You have nothing to do`
				}
			>
				{raises
					? say`When it is your turn in ${withArticle(raises.difference)}, it is listed here and you get a message. If you disagree with another agency about ${withArticle(raises.child)}, raise it.`
					: say`When it is your turn, it is listed here and you get a message.`}
			</EmptyState>
		) : (
			<FirstOf list="mine" rows={mine} total={counts.mine.total} />
		)}

		{questions.length > 0 && (
			<>
				<h2 class="govuk-heading-m">{say`Questions for you to answer`}</h2>
				<Bullets
					items={questions.map(({ differenceId, reference, seq, whom, on }) => (
						<>
							<Link
								href={putRightPaths.answer(differenceId, seq)}
							>{say`Answer the question on ${reference}`}</Link>
							{whom && `, ${whom}`}: {say`asked on ${on}`}
						</>
					))}
				/>
			</>
		)}

		{actions.length > 0 && (
			<LearningActionsTable
				caption={say`Actions from reports and lessons`}
				captionHidden={false}
				actions={actions}
				today={today}
			/>
		)}

		<TimeToGrantSection requests={timeToGrant} shownBy={shownBy} />

		{answersForOthers && (
			<Others
				list="agency"
				rows={agency}
				total={counts.agency.total}
				none={say`Your colleagues have nothing to do`}
			>{say`What your colleagues owe is listed here, so that you can help or step in.`}</Others>
		)}
		<Others
			list="waitingFor"
			rows={waitingFor}
			total={counts.waitingFor.total}
			none={say`You are not waiting for anybody`}
		>{say`What others owe in the differences you take part in is listed here.`}</Others>
		<RecalledSection {...recalled} />
	</Layout>
);

/**
 * "You have 3 things to do, 1 of them overdue." Where nothing of theirs is, what others let pass is counted: somebody has to
 * chase it.
 */
function inShort(
	{ mine, waitingFor }: Pick<WorkCounts, "mine" | "waitingFor">,
	actions: LearningAction[],
	today: string,
): string {
	const all = mine.total + actions.length;
	const late = mine.late + actions.filter((action) => isLateAction(action, today)).length;
	const chased = waitingFor.late;
	const chase =
		chased === 0
			? []
			: chased === 1
				? [say`${counted(chased, "thing")} that you are waiting for is overdue.`]
				: [say`${counted(chased, "thing")} that you are waiting for are overdue.`];
	return [sayOwn(all, late, chased > 0), ...chase].join(" ");
}

function sayOwn(all: number, late: number, isChased: boolean): string {
	const things = counted(all, "thing");
	if (late === 0)
		return isChased
			? say`You have ${things} to do. Nothing of yours is overdue.`
			: say`You have ${things} to do. Nothing is overdue.`;
	if (late < all) return say`You have ${things} to do, ${late} of them overdue.`;
	return late === 1
		? say`You have ${things} to do. It is overdue.`
		: say`You have ${things} to do. All of them are overdue.`;
}

/** What is begun and not raised: nobody else sees it, and nothing runs in it. */
const NotFinished = ({ drafts, today }: { drafts: Unfinished[]; today: string }): Html => (
	<Section id="not-finished" title={say`Not finished`}>
		<p class="govuk-body">{say`You began to raise these. Nobody is told before you raise them.`}</p>
		<SortableTable
			caption={say`Not finished`}
			captionHidden
			columns={[{ text: say`What` }, { text: say`Saved` }, { text: say`What you can do` }]}
			rows={drafts.map(({ draft, title, agency, whom, savedAt, goOn }) => [
				<>
					{title}
					<br />
					{[agency ? say`With ${agency}` : say`No agency chosen yet`, whom]
						.filter(Boolean)
						.join(" · ")}
				</>,
				sayDraftSaved(savedAt, today),
				<>
					<a
						class="govuk-link govuk-!-font-weight-bold"
						href={goOn}
					>{say`Continue${<Unseen>: {[title, agency, whom].filter(Boolean).join(", ")}</Unseen>}`}</a>
					<br />
					<Link href={raisePaths.throwAway(draft)}>{say`Throw
						away${<Unseen>: {[title, agency, whom].filter(Boolean).join(", ")}</Unseen>}`}</Link>
				</>,
			])}
		/>
	</Section>
);

/** "Draft saved at 10:34am", with the day where it is another. @param savedAt ISO instant; `today` ISO day */
function sayDraftSaved(savedAt: string, today: string): string {
	const at = londonTime(savedAt);
	const isToday = at.toPlainDate().toString() === today;
	return isToday
		? say`Draft saved at ${timeInWords(at)}`
		: say`Draft saved on ${shortDay(at.toPlainDate())}`;
}

const titleOf = (list: keyof Work): string =>
	({
		mine: say`For you to do`,
		agency: say`For your colleagues to do`,
		waitingFor: say`You are waiting for`,
	})[list];

/** Where all of a list is shown. */
const listPath = (list: keyof Work): string =>
	`${paths.myWork}?list=${list === "waitingFor" ? "waiting-for" : list}`;

/** All of one list, page by page. */
export const WorkListPage = ({
	frame,
	list,
	rows,
	total,
	asked,
}: {
	frame: PageFrame;
	list: keyof Work;
	rows: OwedWords[];
	total: number;
	asked: PageAsked;
}): Html => (
	<Layout
		frame={frame}
		title={titleOf(list)}
		width="full"
		back={{ href: paths.myWork, text: say`Back to My work` }}
	>
		{rows.length === 0 ? (
			<EmptyState
				title={say`Nothing is here`}
			>{say`What was here is done, or is somebody else’s.`}</EmptyState>
		) : (
			<WorkTable list={list} rows={rows} isWhole={total === rows.length} />
		)}
		{total > 0 && <PagesOf asked={asked} total={total} href={listPath(list)} />}
	</Layout>
);

const FirstOf = ({
	list,
	rows,
	total,
}: {
	list: keyof Work;
	rows: OwedWords[];
	total: number;
}): Html => (
	<>
		<WorkTable list={list} rows={rows} isWhole={total === rows.length} />
		<RestOf shown={rows.length} total={total} href={listPath(list)} what={titleOf(list)} />
	</>
);

const Others = ({
	list,
	rows,
	total,
	none,
	children,
}: {
	list: "agency" | "waitingFor";
	rows: OwedWords[];
	total: number;
	none: string;
	children: Child;
}): Html => (
	<>
		<h2 class="govuk-heading-m">{titleOf(list)}</h2>
		{rows.length === 0 ? (
			<EmptyState title={none}>{children}</EmptyState>
		) : (
			<FirstOf list={list} rows={rows} total={total} />
		)}
	</>
);

/** What is owed and where it is done; of what others owe, by whom. */
const whatOf = (list: keyof Work, { what, doIt, reference, who }: OwedWords): Html =>
	list === "mine" ? (
		<a class="govuk-link govuk-!-font-weight-bold" href={doIt}>
			{asEnglish(what)}
			<Unseen>: {reference}</Unseen>
		</a>
	) : (
		<>
			<strong>{who}</strong>
			<br />
			{asEnglish(what)}
		</>
	);

/** It is ordered anew only where all of it is there. */
const WorkTable = ({
	list,
	rows,
	isWhole,
}: {
	list: keyof Work;
	rows: OwedWords[];
	isWhole: boolean;
}): Html => (
	<SortableTable
		caption={titleOf(list)}
		captionHidden
		columns={[say`Difference`, say`What`, say`When`].map((text) => ({ text, sortable: isWhole }))}
		rows={rows.map((owed) => [
			{
				content: (
					<Reference
						id={owed.differenceId}
						reference={owed.reference}
						notSafe={owed.notSafe}
						whom={owed.whom}
					/>
				),
				sort: owed.reference,
			},
			{
				content: (
					<>
						{whatOf(list, owed)}
						<br />
						{owed.draftSavedAt && (
							<>
								<StatusTag text={sayDraftSaved(owed.draftSavedAt, owed.today)} />
								<br />
							</>
						)}
						{owed.between}
						<br />
						<span class="govuk-hint">{asEnglish(owed.about)}</span>
					</>
				),
				sort: owed.what,
			},
			{ content: <When owed={owed} />, sort: owed.order },
		])}
	/>
);
