import { sayOtherAgency } from "../../../domain/difference/told/words.ts";
import { londonTime } from "../../../domain/time.ts";
import { type LogColumn, sentToNobodyByName } from "../../../reports/log-columns.ts";
import type { LoggedForm } from "../../../reports/log-of-forms.ts";
import { differencePath } from "../../addresses.ts";
import { counted, shortDay } from "../../kit/dates.ts";
import type { Child } from "../../kit/html.ts";
import { say, sayWhole, speechNow } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

/** A column of the log as its page shows it, by its name. */
const shown: Record<string, (row: LoggedForm) => Child> = {
	reference: ({ id, reference }) => <Link href={differencePath(id)}>{reference}</Link>,
	"raised-by": ({ raising }) => raising,
	with: (row) => sayOtherAgency(row, { speech: speechNow() }),
	about: ({ about }) => about,
	raised: ({ raisedAt }) => dayOf(raisedAt),
	received: ({ receivedAt }) => dayOf(receivedAt),
	"sent-on": ({ forwardedAt, sentTo }) =>
		forwardedAt
			? say`${dayOf(forwardedAt)}, to ${sentTo ?? sayWhole(sentToNobodyByName)}`
			: say`Not yet`,
	due: ({ dueAt }) => dayOf(dueAt),
	responded: (row) => responded(row),
	stands: (row) => [
		row.outcome,
		row.continues && say`. It continues ${row.continues}`,
		row.goesOnAs && say`. It goes on as ${row.goesOnAs}`,
	],
	ended: ({ endedAt }) => dayOf(endedAt),
};

/** What stands in a column of the page; what the protocols count by besides are columns by their words. */
export const shownIn = ({ id, title }: LogColumn, row: LoggedForm): Child =>
	shown[id]?.(row) ?? row.counted[title] ?? "";

/** When they responded; how late, and how often they were asked. */
const responded = (row: LoggedForm): Child => {
	const late =
		row.afterByWorkingDays > 0 &&
		(row.dueIs === "limit"
			? say`${counted(row.afterByWorkingDays, "working day")} late`
			: say`${counted(row.afterByWorkingDays, "working day")} after the target`);
	const chased = row.followUps > 0 && say`followed up ${counted(row.followUps, "time")}`;
	return [row.respondedAt ? dayOf(row.respondedAt) : late && say`Not yet`, late, chased]
		.filter(Boolean)
		.join(", ");
};

/** On one line: three columns of days stand beside each other. */
const dayOf = (instant: string | null): string =>
	instant === null ? "" : shortDay(londonTime(instant).toPlainDate()).replaceAll(" ", "\u00a0");
