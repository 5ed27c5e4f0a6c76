import type { DueDate } from "../../../domain/calendar/due-date.ts";
import { sayIsDue, sayRole, withAgencyNames } from "../../../domain/difference/told/words.ts";
import type { WayToChange } from "../../../domain/difference/who/may-act.ts";
import { strengthOf } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import { changeClockPath } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import { sayDue } from "../../kit/dates.ts";
import { govukButton, govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment, sayWhole, startingLarge } from "../../kit/say.tsx";
import { AsTyped, Bullets } from "../../kit/text.tsx";
import { ActForm, buttons, Questions, SavedAt } from "../../parts/act/act-form.tsx";
import { ActLayout, type ActPage } from "../../parts/act/act-layout.tsx";
import { changeTitles } from "../../parts/difference/change-titles.ts";
import { asksForDate, type Change } from "./asked-change.ts";

type ChangePage = ActPage & {
	change: Change;
	/** When it would be due, where that is known before anything is entered. */
	dueThen?: DueDate | undefined;
};

/** A change of a date: what is due now, what will be, and why. */
export const ChangeClockPage = ({
	frame,
	asked,
	change,
	dueThen,
	form,
	justSaved = false,
}: ChangePage): Html => (
	<ActLayout frame={frame} asked={asked} title={asked.title} errors={form.errors}>
		<p class="govuk-body-l">{dueNow(asked, change)}</p>
		{dueThen && <p class="govuk-body">{say`It will be due by ${sayDue(dueThen)}.`}</p>}
		<Bullets items={consequences(asked, change)} />
		<SavedAt frame={frame} asked={asked} justSaved={justSaved} />
		<ActForm
			frame={frame}
			asked={asked}
			asks={asked.questions}
			send={asksForDate(change.how) ? say`Continue` : asked.title}
			form={form}
		>
			<Questions asked={asked} questions={asked.questions} form={form} />
		</ActForm>
	</ActLayout>
);

/** “Reply to the challenge” is due by Thursday 9 April 2026. */
function dueNow({ opened }: ActPage["asked"], { rule, clock }: Change): string {
	const title = withAgencyNames(opened.protocol, opened, rule.title);
	return clock.state === "paused" && clock.pausedAt
		? say`The time for “${title}” stands still since ${sayMoment(londonTime(clock.pausedAt))}. It was due by ${sayDue(clock.due)}.`
		: `${sayIsDue(strengthOf(opened.protocol, clock), `“${title}”`, sayDue(clock.due))}.`;
}

/** What each change brings about, and who hears of it. */
function consequences({ opened }: ActPage["asked"], { rule, how }: Change): string[] {
	const who = rule.by
		? startingLarge(sayRole(opened.protocol, opened, rule.by))
		: say`Whoever’s turn it is`;
	return [
		...about[how].map(sayWhole),
		how === "pause" ? undefined : say`${who} gets a message with the new date.`,
		say`The first date and your reason stay on the record.`,
	].filter((sentence) => sentence !== undefined);
}

const about: Record<WayToChange, string[]> = {
	extend: [],
	"bring-forward": [],
	pause: [
		"Nobody is late and no reminders are sent while it stands still.",
		"When it runs on, the time that it stood still is added at its end.",
	],
	resume: ["The time that it stood still is added at its end."],
};

/** A new date once more, beside the one that it takes the place of; then it is changed. */
export const CheckChangePage = ({
	frame,
	asked,
	change,
	dueThen,
	reason,
}: Omit<ChangePage, "form"> & { dueThen: DueDate; reason: string }): Html => {
	const { opened, values } = asked;
	const path = changeClockPath(opened.header.id, change.rule.id, change.how);
	return (
		<ActLayout frame={frame} asked={asked} title={say`Check the new date`} back={{ href: path }}>
			{govukSummaryList({
				rows: [
					{
						key: { text: say`What` },
						value: { text: withAgencyNames(opened.protocol, opened, change.rule.title) },
					},
					{ key: { text: say`It is due by` }, value: { text: sayDue(change.clock.due) } },
					{
						key: { text: say`It will be due by` },
						value: { html: <strong>{sayDue(dueThen)}</strong> },
						actions: {
							items: [
								{
									text: say`Change`,
									href: path,
									visuallyHiddenText: say`the new date`,
								},
							],
						},
					},
					{
						key: { text: say`Reason` },
						value: { html: <AsTyped>{reason}</AsTyped> },
						actions: {
							items: [
								{
									text: say`Change`,
									href: path,
									visuallyHiddenText: say`the reason`,
								},
							],
						},
					},
				],
			})}
			<PostForm frame={frame} action={path}>
				<input type="hidden" name="_key" value={newActKey()} />
				<input type="hidden" name="_seen" value={opened.difference.seq} />
				<input type="hidden" name="_do" value={buttons.confirmed} />
				{/* What is changed is what stands on this page, sent once or twice. */}
				{Object.entries(values).flatMap(([name, value]) =>
					[value ?? []].flat().map((text) => <input type="hidden" name={name} value={text} />),
				)}
				{govukButton({ text: changeTitles()[change.how], preventDoubleClick: true })}
			</PostForm>
		</ActLayout>
	);
};
