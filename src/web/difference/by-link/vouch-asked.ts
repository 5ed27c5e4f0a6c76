import type { App } from "../../../actions/app.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { agencyOf, onOtherSide } from "../../../domain/difference/who/duties.ts";
import {
	mayEndLinks,
	nameNotInDirectory,
	type StepToVouchFor,
	stepsToVouchFor,
} from "../../../domain/difference/who/may-vouch.ts";
import { type Side, vouchedBecause } from "../../../domain/protocol/protocol.ts";
import { listAgenciesById } from "../../../store/agencies.ts";
import { say } from "../../kit/say.tsx";
import { type Question, questionOf } from "../../parts/fields/question.ts";

/** What is asked of whoever vouches for somebody who is to answer by a link. */
export type VouchAsked = {
	found: StepToVouchFor;
	/** How they know who it is. */
	question: Question;
	/** The agency by its name. */
	agency: string;
	/** The name under which somebody was given the step who is not in the directory. */
	named: string | undefined;
};

/** Undefined for a step that this person may not let somebody answer by a link. */
export async function vouchAsked(
	app: App,
	opened: OpenedDifference,
	step: string,
): Promise<VouchAsked | undefined> {
	const { protocol, difference, viewer } = opened;
	const found = stepsToVouchFor(protocol, difference, viewer).find((each) => each.step === step);
	if (!found) return undefined;
	const [agency] = await listAgenciesById(app.db, [found.agency]);
	const question = questionOf(
		{
			protocol,
			names: opened,
			agencyOf: (side: Side) => agencyOf(difference, side),
			barred: (side: Side) => onOtherSide(protocol, difference, side),
			directory: [],
			calendar: opened.calendar,
			now: opened.here.now,
			raisedAt: opened.header.raisedAt,
			allAgencies: [],
		},
		vouchedBecause,
	);
	return {
		found,
		question,
		agency: agency?.name ?? say`their agency`,
		named: nameNotInDirectory(protocol, difference, found),
	};
}

/** Whose link it is, where whoever opened the difference may take it back. */
export function whoseLink(opened: OpenedDifference, personId: string) {
	const { protocol, difference, viewer, header } = opened;
	const person = opened.people.get(personId);
	return person?.onlyIn === header.id && !person.left && mayEndLinks(protocol, difference, viewer)
		? person
		: undefined;
}
