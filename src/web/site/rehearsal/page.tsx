import type { Jump } from "../../../actions/advance-clock.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Person } from "../../../store/people.ts";
import { paths, rehearsalPaths } from "../../addresses.ts";
import { counted, weekdayInWords } from "../../kit/dates.ts";
import { dateField, type FormState, textField } from "../../kit/form.ts";
import { govukDateInput, govukInput, govukInsetText, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment } from "../../kit/say.tsx";
import { Bullets, Link } from "../../kit/text.tsx";
import { ClockNotice } from "../../parts/clock-notice.tsx";
import { RehearsalPeople } from "../../parts/rehearsal-people.tsx";

export type RehearsalView = {
	frame: PageFrame;
	form: FormState;
	now: Temporal.ZonedDateTime;
	/** Moments that a button leads to. */
	jumps: { workingDays: number; to: Temporal.PlainDateTime }[];
	/** What the jump that led here brought about. */
	happened: Jump | undefined;
	/** Whether the machine’s clock, with which the rehearsal’s goes, was set back. */
	clockWentBack: boolean;
	people: readonly Person[];
	/** Whether there is another partnership to rehearse in. */
	hasOthers: boolean;
};

export const RehearsalPage = ({
	frame,
	form,
	now,
	jumps,
	happened,
	clockWentBack,
	people,
	hasOthers,
}: RehearsalView): Html => (
	<Layout frame={frame} title={say`Move time or change person`} errors={form.errors} width="full">
		<div class="govuk-grid-row">
			<div class="govuk-grid-column-two-thirds">
				<ClockNotice wentBack={clockWentBack} />
				{happened && <Happened jump={happened} />}
				<p class="govuk-body">{say`In this rehearsal it is ${<strong>{sayMoment(now)}</strong>}. Move time forward to
					see what Concord does when somebody is late. It cannot be moved back.`}</p>
				<h2 class="govuk-heading-m">{say`Move time forward`}</h2>
				<PostForm frame={frame} action={rehearsalPaths.jump}>
					<div class="govuk-button-group">
						{jumps.map(({ workingDays, to }) => (
							<button
								type="submit"
								name="to"
								value={to.toString({ smallestUnit: "minute" })}
								class="govuk-button govuk-button--secondary"
								data-module="govuk-button"
								data-prevent-double-click="true"
							>
								{workingDays === 1 ? say`Next working day` : say`${workingDays} working days on`}
								<br />
								{weekdayInWords(to.toPlainDate())}
							</button>
						))}
					</div>
				</PostForm>
				<PostForm frame={frame} action={paths.rehearsal}>
					{govukDateInput({
						...dateField(form, "day"),
						fieldset: {
							legend: { text: say`Or to a day and time`, classes: "govuk-fieldset__legend--s" },
						},
						hint: { text: say`For example, ${exampleDay(now)}` },
					})}
					{govukInput({
						...textField(form, "time"),
						label: { text: say`Time` },
						hint: { text: say`For example, 9am or 2:30pm` },
						classes: "govuk-input--width-5",
					})}
					{secondaryButton({ text: say`Move time`, preventDoubleClick: true })}
				</PostForm>
			</div>
		</div>
		<h2 class="govuk-heading-m" id="people">{say`Change person`}</h2>
		<RehearsalPeople frame={frame} people={people} next={paths.myWork} />
		{hasOthers && (
			<p class="govuk-body">
				<Link href={paths.signIn}>{say`Rehearse in another partnership`}</Link>
			</p>
		)}
	</Layout>
);

/** "30 11 2026", a week from now, as it is typed. */
function exampleDay(now: Temporal.ZonedDateTime): string {
	const { day, month, year } = now.add({ weeks: 1 });
	return `${day} ${month} ${year}`;
}

const Happened = ({ jump: { from, days } }: { jump: Jump }): Html => {
	const ranOut = days.reduce((sum, day) => sum + day.ranOut, 0);
	const reminded = days.reduce((sum, day) => sum + day.reminded, 0);
	return govukInsetText({
		html: (
			<>
				<p class="govuk-body govuk-!-font-weight-bold">
					{ranOut === 0 && reminded === 0
						? say`Nothing ran out and nobody was reminded since ${sayMoment(londonTime(from))}.`
						: say`${inTime(ranOut)} and ${counted(reminded, "reminder")} would have gone since ${sayMoment(londonTime(from))}.`}
				</p>
				{days.length > 0 && (
					<>
						<Bullets items={days.map((each) => `${weekdayInWords(each.day)}: ${ofDay(each)}`)} />
						<p class="govuk-body">{say`${<Link href={paths.mailbox}>{say`Read the messages`}</Link>} or
							${<Link href={paths.myWork}>{say`see my work`}</Link>}.`}</p>
					</>
				)}
			</>
		),
	});
};

/** "2 time limits ran out" */
const inTime = (ranOut: number) =>
	ranOut === 0 ? say`No time limit ran out` : say`${counted(ranOut, "time limit")} ran out`;

const ofDay = ({ ranOut, reminded }: Jump["days"][number]): string =>
	[
		...(ranOut > 0 ? [say`${counted(ranOut, "time limit")} ran out`] : []),
		...(reminded > 0 ? [counted(reminded, "reminder")] : []),
	].join(", ");
