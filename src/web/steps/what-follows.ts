import type { OpenedDifference } from "../../actions/open-difference.ts";
import { dueDate } from "../../domain/calendar/due-date.ts";
import { limitNow } from "../../domain/difference/clock-dates.ts";
import {
	sayDue,
	sayList,
	saySide,
	sayTarget,
	startingLarge,
	withAgencyNames,
} from "../../domain/difference/words.ts";
import {
	type Clock,
	fieldOf,
	type Outcome,
	type Sends,
} from "../../domain/protocol/protocol.ts";
import { sayWithin } from "../../domain/protocol/within.ts";
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
	const clocks =
		"step" in act
			? protocol.clocks.filter(({ from }) =>
					from.some(
						(each) =>
							each.is === "event" &&
							each.event === `${act.step.id}.${outcome.id}`,
					),
				)
			: [];
	return [
		...(outcome.sends ? [sayTold(opened, outcome.sends)] : []),
		...(outcome.acknowledges
			? [
					`${saySide(protocol, opened, outcome.acknowledges)} is told to whom it was sent and by when the answer is due`,
				]
			: []),
		...targets,
		...clocks.flatMap((clock) => sayDueThen(opened, clock)),
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

/** When the next thing would be due, if this were done now. */
function sayDueThen(
	opened: OpenedDifference,
	{ limit, title }: Clock,
): string[] {
	const { protocol, calendar, here, difference } = opened;
	if (!("within" in limit)) return [];
	const length = limitNow(limit, difference);
	const due = dueDate(here.now, length, calendar);
	return [
		`sent today, “${withAgencyNames(protocol, opened, title)}” is due by ${sayDue(due)} (${sayWithin(length)})`,
	];
}
