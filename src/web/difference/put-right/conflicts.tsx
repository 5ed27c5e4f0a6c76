/** What the pages on conflicts of interest ask: who has one and why, and that somebody has none any more. */

import type { App } from "../../../actions/app.ts";
import { declareConflict, takeBackConflict } from "../../../actions/declare-conflict.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { couldAct } from "../../../domain/difference/acts/declare-conflict.ts";
import { agenciesIn } from "../../../domain/difference/difference.ts";
import { mayDeclare } from "../../../domain/difference/who/conflicts.ts";
import { keepsSeals } from "../../../domain/difference/who/may-seal.ts";
import { conflictBecause, conflictOverBecause } from "../../../domain/protocol/protocol.ts";
import { listDirectory, type Person } from "../../../store/people.ts";
import { say } from "../../kit/say.tsx";
import { type Act, ask, entryOf } from "./acts.tsx";

/** Somebody says that they have a conflict of interest, or that a colleague has one. */
export async function declaring(app: App, opened: OpenedDifference): Promise<Act | undefined> {
	const { viewer, protocol, difference } = opened;
	if (!opened.putRight.note) return undefined;
	const may = (one: Person) =>
		!(one.id in difference.conflicts) &&
		mayDeclare(protocol, difference, opened.sides, viewer, one);
	const directory = await listDirectory(app.db, viewer.partnershipId);
	const self = directory.filter((one) => one.id === viewer.id && may(one));
	const others = directory.filter(
		(one) => one.id !== viewer.id && couldAct(one) && may(one) && couldBeAsked(opened, one),
	);
	if (self.length + others.length === 0) return undefined;
	return {
		opened,
		title: say`Declare a conflict of interest`,
		says: (
			<p class="govuk-body">{say`Such as a decision of their own, a friend or a relative in it. Whoever has one does
				nothing in this from now on, and is not asked or reminded. Somebody else is asked
				instead. They can still read it. The reason is read on your side, on theirs and by the
				partnership’s office.`}</p>
		),
		choice: {
			name: "choice.person",
			label: say`Who has it?`,
			options: [
				...self.map(({ id }) => ({ value: id, text: say`I have` })),
				...others.map(({ id, name, jobTitle, agencyName }) => ({
					value: id,
					text: name,
					hint: `${jobTitle}, ${agencyName}`,
				})),
			],
			missing: say`Select who has a conflict of interest`,
		},
		questions: [ask(opened, conflictBecause)],
		button: say`Declare it`,
		perform: async (on, answers, chosen) => {
			const of = [...self, ...others].find(({ id }) => id === chosen);
			return of && entryOf(declareConflict(app, on, { of, answers }));
		},
	};
}

/** Whether anybody could ever be asked for something in it: of an agency of it, or of an office that has a part or keeps seals. */
const couldBeAsked = ({ protocol, difference }: OpenedDifference, one: Person): boolean =>
	agenciesIn(difference).includes(one.agencyId) ||
	keepsSeals(one) ||
	Object.values(protocol.roles).some(({ office }) => office && one.offices.includes(office));

/** It is taken back that somebody has one. */
export async function takingBack(
	app: App,
	opened: OpenedDifference,
	person: string,
): Promise<Act | undefined> {
	const { viewer, protocol, difference } = opened;
	const of = (await listDirectory(app.db, viewer.partnershipId)).find(({ id }) => id === person);
	if (!of || !(of.id in difference.conflicts)) return undefined;
	if (!opened.putRight.note || !mayDeclare(protocol, difference, opened.sides, viewer, of))
		return undefined;
	return {
		opened,
		title: of.id === viewer.id ? say`You have no conflict any more` : say`No conflict: ${of.name}`,
		says: (
			<p class="govuk-body">
				{of.id === viewer.id
					? say`You are asked and reminded again from now on. What was declared stays on the record.`
					: say`${of.name} is asked and reminded again from now on. What was declared stays on the record.`}
			</p>
		),
		questions: [ask(opened, conflictOverBecause)],
		button: say`Take it back`,
		perform: (on, answers) => entryOf(takeBackConflict(app, on, { of, answers })),
	};
}
