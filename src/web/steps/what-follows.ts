import type { OpenedDifference } from "../../actions/open-difference.ts";
import { type DateThen, datesThen } from "../../domain/difference/what-if.ts";
import {
	sayDue,
	sayList,
	saySide,
	sayTarget,
	startingLarge,
	withAgencyNames,
} from "../../domain/difference/words.ts";
import {
	fieldOf,
	type Outcome,
	type Sends,
} from "../../domain/protocol/protocol.ts";
import { sayWithin } from "../../domain/protocol/within.ts";
import { sayHolidays } from "../what-if/say-holidays.ts";
import type { AskedAct } from "./asked-act.ts";

/** What happens as soon as an act ends in this way, in sentences: where it goes, who is told what, by when they must answer. */
export function whatFollows(
	{ opened, act }: Pick<AskedAct, "opened" | "act">,
	outcome: Outcome,
): string[] {
	const { protocol, difference } = opened;
	const from = "step" in act ? act.step.stage : difference.stage;
	const targets = outcome.leadsTo.flatMap(
		(target) => sayTarget(protocol, opened, from, target) ?? [],
	);
	const dates = datesThen(
		{ protocol, calendar: opened.calendar },
		difference,
		{
			is:
				"step" in act
					? { is: "event", event: `${act.step.id}.${outcome.id}` }
					: { is: "move", move: act.move.id },
			leadsTo: outcome.leadsTo,
		},
		opened.here.now,
	);
	return [
		...(outcome.sends ? [sayTold(opened, outcome.sends)] : []),
		...(outcome.acknowledges
			? [
					`${saySide(protocol, opened, outcome.acknowledges)} is told to whom it was sent and by when the answer is due`,
				]
			: []),
		...targets,
		...dates.map((date) => sayDueThen(opened, date)),
	].map((sentence) => `${startingLarge(sentence)}.`);
}

function sayTold(opened: OpenedDifference, { what, to }: Sends): string {
	const { protocol } = opened;
	const sides = sayList(to.map((side) => saySide(protocol, opened, side)));
	const are = to.length > 1 ? "are" : "is";
	const forms = what.flatMap((each) => protocol.forms[each] ?? []);
	const answers = what
		.filter((each) => !Object.hasOwn(protocol.forms, each))
		.map(
			(each) =>
				`“${withAgencyNames(protocol, opened, fieldOf(protocol, each).label)}”`,
		);
	const sent = [
		...forms.map(({ title }) => `the ${title}`),
		...(answers.length > 0
			? [
					`the ${answers.length > 1 ? "answers" : "answer"} to ${sayList(answers)}`,
				]
			: []),
	];
	return sent.length > 0
		? `${sides} ${are} sent ${sayList(sent)}`
		: `${sides} ${are} told`;
}

/** "If you do this now, “Answer in part two” is due by Monday 20 April 2026 (10 working days), with Good Friday not counted" */
function sayDueThen(
	opened: OpenedDifference,
	{ clock, due, length }: DateThen,
): string {
	const title = withAgencyNames(opened.protocol, opened, clock.title);
	const why = length ? ` (${sayWithin(length)})` : "";
	return `if you do this now, “${title}” is due by ${sayDue(due)}${why}${sayHolidays(due)}`;
}
