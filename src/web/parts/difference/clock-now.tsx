import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { RunningClock } from "../../../domain/difference/difference.ts";
import type { ClockChange } from "../../../domain/difference/events.ts";
import { clockHistory, reasonIn } from "../../../domain/difference/told/clock-history.ts";
import { sayBy, sayDoer, withAgencyNames } from "../../../domain/difference/told/words.ts";
import { workingDaysLeft } from "../../../domain/difference/told/working-days-left.ts";
import { bindingOf, strengthOf } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import { changeClockPath } from "../../addresses.ts";
import { dayInWords, sayDue } from "../../kit/dates.ts";
import { DueTag } from "../../kit/due-tag.tsx";
import type { Html } from "../../kit/html.ts";
import { say, startingLarge } from "../../kit/say.tsx";
import { StatusTag } from "../../kit/status-tag.tsx";
import { AsTyped, Link, Unseen } from "../../kit/text.tsx";
import { changeTitles } from "./change-titles.ts";

type Given = { opened: OpenedDifference; clock: RunningClock };

/** By when something is due, or since when its time stands still; the first date where it was moved. */
export const WhenClockIsDue = ({ opened, clock }: Given): Html => {
	const { due, firstDue, state, pausedAt } = clock;
	const moved = firstDue.due !== due.due;
	const strength = strengthOf(opened.protocol, clock);
	return (
		<p class="govuk-body">
			{state === "paused" && pausedAt ? (
				<>
					<StatusTag text={say`Stands still`} />{" "}
					{say`The time stands still since ${dayInWords(londonTime(pausedAt).toPlainDate())}. That time is added when it runs on.`}
				</>
			) : (
				<>
					<DueTag
						due={due.day}
						today={opened.here.now.toPlainDate()}
						binding={bindingOf(strength)}
						provisional={due.provisional}
						workingDays={workingDaysLeft(
							opened.protocol,
							opened.calendar,
							clock.clock,
							opened.here.now.toPlainDate().toString(),
							due.day,
						)}
					/>{" "}
					{startingLarge(sayBy(strength, sayDue(due), opened))}
				</>
			)}
			{moved && (
				<>
					<br />
					{strength === "hard"
						? say`First due by ${sayDue(firstDue)}.`
						: say`The first date was ${sayDue(firstDue)}.`}
				</>
			)}
		</p>
	);
};

/** What was done to a date, in short: what, who, when and why. */
export const ClockChanges = ({ opened, clock }: Given): Html => {
	const history = clockHistory(opened.entries, clock.clock);
	return (
		<>
			{history.length > 0 && (
				<ul class="govuk-list govuk-list--bullet">
					{history.map((entry) => {
						const reason = reasonIn(entry);
						const what = inShort()[entry.type === "clock-paused" ? "paused" : entry.how];
						const on = dayInWords(londonTime(entry.at).toPlainDate());
						return (
							<li>
								{entry.by
									? say`${what} by ${sayDoer(opened.protocol, opened, entry.by)} on ${on}`
									: say`${what} on ${on}`}
								{reason && (
									<>
										: <AsTyped>{reason}</AsTyped>
									</>
								)}
							</li>
						);
					})}
				</ul>
			)}
		</>
	);
};

const inShort = (): Record<ClockChange | "paused", string> => ({
	extended: say`More time given`,
	"brought-forward": say`Asked for sooner`,
	resumed: say`Let run on`,
	paused: say`Stopped`,
	"depends-on": say`Counted again after an answer`,
	corrected: say`Counted again after a correction`,
	version: say`Counted again under a new version of the protocol`,
	calendar: say`Counted again after a change of the calendar`,
});

/** What the reader may do with a clock. */
export const ChangesOpen = ({ opened, clock }: Given): Html => {
	const act = opened.acts.find(
		(each) => each.act === "change-clock" && each.clock.clock === clock.clock,
	);
	const ways = act?.act === "change-clock" ? act.ways : [];
	const rule = act?.act === "change-clock" ? act.rule.title : "";
	return (
		<>
			{ways.length > 0 && (
				<ul class="govuk-list concord-inline-list concord-not-printed">
					{ways.map((how) => (
						<li>
							<Link href={changeClockPath(opened.header.id, clock.clock, how)}>
								{changeTitles()[how]}
								<Unseen>: {withAgencyNames(opened.protocol, opened, rule)}</Unseen>
							</Link>
						</li>
					))}
				</ul>
			)}
		</>
	);
};
