import type { OpenedDifference } from "../../actions/open-difference.ts";
import type { RemindersToCome } from "../../actions/reminders-to-come.ts";
import { type Html, raw } from "../kit/html.ts";
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
	const { here, difference } = opened;
	const theirs = reminders.find((each) => each.owed === owed);
	if (!theirs) return raw("");
	return (
		<p class="govuk-body-s govuk-!-margin-bottom-3">
			{remindersInWords(
				theirs,
				who,
				here.partnership.workingHours,
				here.now,
				difference.sealed !== undefined,
			)}
		</p>
	);
};
