import {
	checkOriginal,
	enterBeginning as decideBeginning,
	enterForm as decideForm,
	type EnteredBeginning,
	type EnteredForm,
	type OnPaper,
} from "../domain/difference/acts/enter-for.ts";
import { otherAgency, wayToBegin } from "../domain/difference/acts/raise.ts";
import type { Difference } from "../domain/difference/difference.ts";
import { agencyOf } from "../domain/difference/who/duties.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { NamedPerson } from "../domain/protocol/answers.ts";
import { stepOf } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Trx } from "../store/db.ts";
import { listDirectoryOn } from "../store/people.ts";
import type { App } from "./app.ts";
import { changeDifference } from "./change-difference.ts";
import type { ActOn } from "./hold-difference.ts";
import { beginDifference } from "./raise-difference.ts";

/** What stands on a form, with the people on it as they were chosen or typed. */
export type FormOnPaper = Omit<EnteredForm, "doneBy"> & {
	doneBy: Readonly<Record<string, NamedPerson>>;
};

/** Where the drafts of forms stand with which a difference is to begin. */
export const onPaperPages = "on-paper/";

const onPaperPage = (draft: string): string => onPaperPages + draft;

/**
 * Somebody of an office enters a form that an agency sent on paper or by mail, and a difference begins with it.
 *
 * @returns its identifier; the same one when the form with this key was sent twice
 * @throws Refusal 'no-such-agency' | 'reason-missing', and as the rule `enterBeginning` and `beginDifference`
 */
export const enterBeginning = (
	app: App,
	by: Viewer,
	given: FormOnPaper & {
		key: string;
		content?: string | undefined;
		/** The protocol's identifier; the partnership's first when left out. */
		protocol?: string | undefined;
		way?: string | undefined;
		/** Whose form it is. */
		raisingAgency: string;
		receivingAgency?: string | undefined;
		raisedBy: NamedPerson;
		/** The draft that it was typed in, which goes; the files that were chosen there go with it. */
		draft: string;
		filesSeen?: readonly string[] | undefined;
	},
): Promise<string> =>
	beginDifference(
		app,
		by,
		{ ...given, page: onPaperPage(given.draft) },
		async (trx, { protocol, agencies, here }) => {
			const isThere = (id: string | undefined) =>
				agencies.find((each) => each.id === id && each.sector !== "partnership")?.id ?? null;
			const raisingAgency = isThere(given.raisingAgency);
			if (raisingAgency === null)
				throw new Refusal("no-such-agency", "Choose whose form it is from the list.");
			const whom = await peopleOf(trx, by, here.now, [raisingAgency]);
			const entered: EnteredBeginning = {
				...given,
				raisedBy: whom(given.raisedBy),
				doneBy: named(given.doneBy, whom),
			};
			const { raisedBy } = entered;
			return {
				header: {
					raisingAgency,
					receivingAgency: otherAgency(
						wayToBegin(protocol, given.way),
						raisingAgency,
						isThere(given.receivingAgency),
					),
					raisedBy: "person" in raisedBy ? raisedBy.person.id : null,
				},
				decide: (rules, header, files) => {
					checkOriginal(files, given.answers);
					return decideBeginning(rules, header, entered, by, here.now);
				},
			};
		},
	);

/** The page whose draft an entered form replaces. @param step the first step that stands on it */
export const enteringPage = (step: string): string => `enter ${step}`;

/** The same, of a form in a difference that has begun, such as a response. @throws Refusal as the rule, and 'reason-missing' */
export const enterForm = (
	app: App,
	on: ActOn,
	step: string,
	given: FormOnPaper,
): Promise<Difference | undefined> =>
	changeDifference(
		app,
		on,
		async (rules, difference, now, _entries, trx, files) => {
			checkOriginal(files, given.answers);
			const agency = agencyOf(difference, stepOf(rules.protocol, step).by.side);
			const whom = await peopleOf(trx, on.by, now, agency === null ? [] : [agency]);
			const entered = { ...given, doneBy: named(given.doneBy, whom) };
			return decideForm(rules, difference, step, entered, on.by, now);
		},
		{ page: enteringPage(step), isShared: false },
	);

const named = (
	doneBy: Readonly<Record<string, NamedPerson>>,
	whom: (one: NamedPerson) => OnPaper,
): Record<string, OnPaper> =>
	Object.fromEntries(Object.entries(doneBy).map(([step, one]) => [step, whom(one)]));

/** Whom the form names, among the people of these agencies. @throws Refusal 'not-a-colleague' */
async function peopleOf(
	trx: Trx,
	{ partnershipId }: Viewer,
	now: Temporal.ZonedDateTime,
	agencies: string[],
): Promise<(one: NamedPerson) => OnPaper> {
	const directory = await listDirectoryOn(trx, partnershipId, now.toPlainDate().toString(), {
		agencies,
		offices: [],
	});
	return (one) => {
		if (!("id" in one)) return { name: one.name };
		const person = directory.find(({ id }) => id === one.id);
		if (!person)
			throw new Refusal("not-a-colleague", "Choose somebody of the agency that sent the form.");
		return { person };
	};
}
