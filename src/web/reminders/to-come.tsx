import type { OpenedDifference } from "../../actions/open-difference.ts";
import type { RemindersToCome } from "../../actions/reminders-to-come.ts";
import { clockOf } from "../../domain/difference/difference.ts";
import {
	sayDue,
	sayRole,
	startingLarge,
	withAgencyNames,
} from "../../domain/difference/words.ts";
import { WhyDue } from "../differences/why-due.tsx";
import { DueTag } from "../ui/due-tag.tsx";
import { type Html, raw } from "../ui/html.ts";
import { remindersInWords } from "./reminders-in-words.ts";

/** What will be sent about one thing that is owed, before it goes. Nothing where nobody is reminded. */
export const RemindersOf = ({
	opened,
	reminders,
	owed,
	who,
}: {
	opened: OpenedDifference;
	reminders: RemindersToCome[];
	/** The step, or the clock of no one step. */
	owed: string;
	/** "a senior manager of Larkhill Health Visiting" */
	who: string;
}): Html => {
	const { here } = opened;
	const theirs = reminders.find((each) => each.owed === owed);
	if (!theirs) return raw("");
	return (
		<p class="govuk-body-s govuk-!-margin-bottom-3">
			{remindersInWords(theirs, who, here.partnership.workingHours, here.now)}
		</p>
	);
};

/** The time limits that no one step is held to, with who is reminded of them. */
export const RemindersOfTheWhole = ({
	opened,
	reminders,
}: {
	opened: OpenedDifference;
	reminders: RemindersToCome[];
}): Html => {
	const { protocol, difference, here } = opened;
	return (
		<>
			{reminders.map(({ owed }) => {
				const rule = protocol.clocks.find(({ id }) => id === owed);
				const clock = clockOf(difference, owed);
				if (!rule || rule.step || !clock) return null;
				const who = sayRole(protocol, opened, rule.by);
				return (
					<div class="govuk-inset-text govuk-!-margin-top-0">
						<p class="govuk-body">
							<strong>{withAgencyNames(protocol, opened, rule.title)}</strong>.{" "}
							{startingLarge(who)} sees to it.
						</p>
						<p class="govuk-body">
							<DueTag
								due={clock.due.day}
								today={here.now.toPlainDate()}
								provisional={clock.due.provisional}
							/>{" "}
							By {sayDue(clock.due)}
						</p>
						<WhyDue opened={opened} clock={clock} />
						<RemindersOf
							opened={opened}
							reminders={reminders}
							owed={owed}
							who={who}
						/>
					</div>
				);
			})}
		</>
	);
};
