/**
 * What happens next on a difference's page: whose turn it is and by when, what stands alongside, time limits, and what else
 * may be done. Whose turn the reader's own is, whose-turn.ts says.
 */

import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { RemindersToCome } from "../../../actions/reminders-to-come.ts";
import { clockOf, isOpenClock, type RunningClock } from "../../../domain/difference/difference.ts";
import { sayKeptFrom } from "../../../domain/difference/told/kept-from.ts";
import {
	askedLater,
	type NextStep,
	whatsNext,
} from "../../../domain/difference/told/whats-next.ts";
import {
	sayEnding,
	sayOwes,
	sayRole,
	sayTask,
	withAgencyNames,
} from "../../../domain/difference/told/words.ts";
import { isKeptFrom } from "../../../domain/difference/who/may-read.ts";
import { beside, stageOf, stageTitle, stepsHeld } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import { moveToVersionPath, stepPath } from "../../addresses.ts";
import { counted, daysBetween, weekdayInWords } from "../../kit/dates.ts";
import { govukButton, secondaryButton } from "../../kit/govuk.ts";
import { type Html, raw } from "../../kit/html.ts";
import { say, sayAny, sayDate, sayList, startingLarge } from "../../kit/say.tsx";
import { Bullets, Link, Section } from "../../kit/text.tsx";
import { ChangesOpen, ClockChanges, WhenClockIsDue } from "../../parts/difference/clock-now.tsx";
import { MoveLinks, movesOpen } from "../../parts/difference/moves-open.tsx";
import { WhyDue } from "../../parts/difference/why-due.tsx";
import { RemindersOf } from "../../parts/reminders-of.tsx";
import { whoseTurn } from "./whose-turn.ts";

/** Whose turn it is, what they owe, by when and why then, and what follows; the reader’s own turn first. */
export const WhatsNext = ({
	opened,
	reminders,
}: {
	opened: OpenedDifference;
	reminders: RemindersToCome[];
}): Html => {
	const { protocol, difference } = opened;
	const next = whatsNext(protocol, difference, opened);
	const turns = ["mine", "may-step-in", "others"] as const;
	const inOrder = turns
		.flatMap((turn) => next.filter((each) => whoseTurn(opened, each) === turn))
		.filter(({ step }) => step.stage !== beside);
	return (
		<Section id="next" title={say`What happens next`}>
			{difference.status.is === "ended" && (
				<p class="govuk-body">
					{say`${sayEnding(protocol, difference.status.ending)} on ${weekdayInWords(dayOf(difference.status.at))}.`}
					{protocol.endings[difference.status.ending]?.final && (
						<> {say`This is final: there is no appeal.`}</>
					)}
				</p>
			)}
			{inOrder.length === 0 && difference.status.is === "open" && (
				<p class="govuk-body">
					{isWithManagers(opened)
						? say`It went on to ${stageTitle(protocol, difference.stage)}. Your managers deal with it, and what happens there is for them to read.`
						: say`Nothing is asked of you now.`}{" "}
					{say`You will get a message when it is your turn, and when it ends.`}
				</p>
			)}
			{inOrder.map((each) => (
				<Next opened={opened} next={each} reminders={reminders} />
			))}
			<AskedLater opened={opened} />
		</Section>
	);
};

/** What is asked for only from a later day, as far as the reader may know of it. */
const AskedLater = ({ opened }: { opened: OpenedDifference }): Html => {
	const later = askedLater(opened.protocol, opened.difference, opened);
	return (
		<>
			{later.length > 0 && (
				<>
					<p class="govuk-body">{say`Asked for later, with a message when it is time:`}</p>
					<Bullets
						items={later.map(
							({ opensAt, says }) => say`From ${weekdayInWords(dayOf(opensAt))}, ${says}`,
						)}
					/>
				</>
			)}
		</>
	);
};

/** Whether it stands at a stage that the protocol keeps from the reader, for others of their agency to deal with. */
export function isWithManagers({
	protocol,
	difference,
	sides,
	readers,
}: OpenedDifference): boolean {
	const stage = stageOf(protocol, difference.stage);
	return stage !== undefined && isKeptFrom(stage, sides, readers);
}

/** What stands beside the stages: it goes on whatever stage it is in. */
export const Alongside = ({
	opened,
	reminders,
}: {
	opened: OpenedDifference;
	reminders: RemindersToCome[];
}): Html => {
	const { protocol, difference } = opened;
	const next = whatsNext(protocol, difference, opened).filter(({ step }) => step.stage === beside);
	return (
		<>
			{next.length > 0 && (
				<Section id="alongside" title={say`Alongside`}>
					{next.map((each) => (
						<Next opened={opened} next={each} reminders={reminders} />
					))}
				</Section>
			)}
		</>
	);
};

/** Time limits of no one step, each with who is held to it. */
export const TimeLimits = ({
	opened,
	reminders,
}: {
	opened: OpenedDifference;
	reminders: RemindersToCome[];
}): Html => {
	const { protocol, difference } = opened;
	const limits = protocol.clocks.flatMap((rule) => {
		const { by } = rule;
		const clock = stepsHeld(rule).length > 0 ? undefined : clockOf(difference, rule.id);
		return by && clock && isOpenClock(clock) ? [{ rule, by, clock }] : [];
	});
	return (
		<>
			{limits.length > 0 && (
				<Section id="limits" title={say`Time limits`}>
					{limits.map(({ rule, by, clock }) => (
						<div class="govuk-inset-text govuk-!-margin-top-0">
							<p class="govuk-body">{say`${<strong>{withAgencyNames(protocol, opened, rule.title)}</strong>}.
								${startingLarge(sayRole(protocol, opened, by))} sees to it.`}</p>
							<WhenClockIsDue opened={opened} clock={clock} />
							<ClockChanges opened={opened} clock={clock} />
							<WhyDue opened={opened} clock={clock} />
							<ChangesOpen opened={opened} clock={clock} />
							<RemindersOf
								opened={opened}
								reminders={reminders}
								owed={rule.id}
								who={sayRole(protocol, opened, by)}
							/>
						</div>
					))}
				</Section>
			)}
		</>
	);
};

const Next = ({
	opened,
	next,
	reminders,
}: {
	opened: OpenedDifference;
	next: NextStep;
	reminders: RemindersToCome[];
}): Html => {
	const { protocol, difference, here, header } = opened;
	const { step, clock, moreClocks, after } = next;
	const clocks = clock ? [clock, ...moreClocks] : [];
	const turn = whoseTurn(opened, next);
	const mine = turn === "mine";
	const today = here.now.toPlainDate();
	const kept = sayKeptFrom(protocol, difference, opened, next.open, opened.viewer);
	const age = daysBetween(dayOf(next.open.openedAt), today);
	return (
		<div class="govuk-inset-text govuk-!-margin-top-0">
			{!mine && (
				<p class="govuk-body">
					{sayOwes(protocol, step) === "may"
						? say`${startingLarge(next.who)} may ${<strong>{sayTask(protocol, opened, step)}</strong>}.`
						: say`${startingLarge(next.who)} is asked to ${<strong>{sayTask(protocol, opened, step)}</strong>}.`}
					{turn === "may-step-in" && <> {say`You may do it too.`}</>}
				</p>
			)}
			{kept && <p class="govuk-body">{kept}</p>}
			{next.orBy.length > 0 && (
				<p class="govuk-body">
					{mine
						? say`Or ${sayAny(next.orBy)}: whoever is first.`
						: say`It is enough that one does it: they, or ${sayAny(next.orBy)}.`}
				</p>
			)}
			{clocks.map((each) => (
				<>
					{each.clock !== step.id && (
						<p class="govuk-body govuk-!-margin-bottom-1">{sayTogether(opened, each)}:</p>
					)}
					<WhenClockIsDue opened={opened} clock={each} />
					<ClockChanges opened={opened} clock={each} />
				</>
			))}
			{clocks.length === 0 && (
				<p class="govuk-body">
					{say`No time limit.`}{" "}
					{age === 0 ? say`Asked today.` : say`Open for ${counted(age, "day")}.`}
				</p>
			)}
			<IsAway opened={opened} person={next.open.person} />
			{turn !== "others" && step.says && (
				<p class="govuk-body">{withAgencyNames(protocol, opened, step.says)}</p>
			)}
			{mine && govukButton({ text: deedOf(next), href: stepPath(header.id, step.id) })}
			{turn === "may-step-in" &&
				secondaryButton({ text: deedOf(next), href: stepPath(header.id, step.id) })}
			{clocks.map((each) => (
				<>
					<WhyDue opened={opened} clock={each} />
					<ChangesOpen opened={opened} clock={each} />
				</>
			))}
			<After after={after} />
			<RemindersOf opened={opened} reminders={reminders} owed={step.id} who={next.who} />
		</div>
	);
};

/** What the page of a step is for: of a talk or a meeting, which happen elsewhere, to record it. */
const deedOf = ({ step, owes }: NextStep): string =>
	step.kind === "discussion"
		? say`Record the talk`
		: step.kind === "meeting"
			? say`Record the meeting`
			: owes;

/** What a date is of, where it is not this step's alone: "For all of Stage 2: Managers". */
function sayTogether({ protocol, ...names }: OpenedDifference, { clock }: RunningClock): string {
	const title = protocol.clocks.find(({ id }) => id === clock)?.title ?? clock;
	return stageOf(protocol, clock)
		? say`For all of ${stageTitle(protocol, clock)}`
		: withAgencyNames(protocol, names, title);
}

const After = ({ after }: Pick<NextStep, "after">): Html => {
	const [first, ...others] = after;
	if (!first) return raw("");
	return others.length === 0 ? (
		<p class="govuk-body">{say`After that, ${first.leads}.`}</p>
	) : (
		<>
			<p class="govuk-body govuk-!-margin-bottom-1">{say`After that:`}</p>
			<Bullets items={after.map(({ say, leads }) => `“${say}”: ${leads}`)} />
		</>
	);
};

/** What else the reader may do now, beside what is owed. */
export const MovesOpen = ({
	opened,
	newerVersion,
}: {
	opened: OpenedDifference;
	/** The name of the version in force, where it is another and the reader may move the difference to it. */
	newerVersion?: string | undefined;
}): Html => (
	<MoveLinks opened={opened} title={say`You can also`} moves={movesOpen(opened)}>
		{newerVersion && (
			<li>
				<Link
					href={moveToVersionPath(opened.header.id)}
				>{say`Move it to version ${newerVersion} of the protocol`}</Link>
			</li>
		)}
	</MoveLinks>
);

const dayOf = (instant: string) => londonTime(instant).toPlainDate();

/** That whoever was asked is away, and who stands in. */
const IsAway = ({
	opened: { away, people },
	person,
}: {
	opened: OpenedDifference;
	person: string | undefined;
}): Html => {
	const absence = person === undefined ? undefined : away.get(person);
	if (!absence || person === undefined) return raw("");
	const names = absence.deputies.flatMap((id) => people.get(id)?.name ?? []);
	return (
		<p class="govuk-body">
			{say`${people.get(person)?.name ?? ""} is away until ${sayDate(absence.until)}.`}{" "}
			{names.length > 1
				? say`${sayList(names)} stand in.`
				: names.length === 1
					? say`${sayList(names)} stands in.`
					: say`Whoever answers in the same role is asked.`}
		</p>
	);
};
