import type { Answers, Member } from "../protocol/answers.ts";
import {
	attended,
	type Panel,
	panelMembers,
	type Step,
	writtenParty,
} from "../protocol/protocol.ts";
import { Refusal } from "../refusal.ts";
import type { Difference } from "./difference.ts";
import { sayList } from "./words.ts";

/**
 * Whether everybody was there whom the protocol asks for: at a meeting all who must attend; on a panel enough
 * members from enough agencies, each role that it names, and nobody who had a part in the matter. Whoever
 * declared an interest stands aside and does not count.
 *
 * @throws Refusal 'not-all-there' | 'no-quorum' | 'too-few-agencies' | 'member-involved'
 */
export function checkPresence(
	difference: Difference,
	step: Step,
	answers: Answers,
): void {
	if (step.attends.length > 0)
		allThere(step.attends.map(writtenParty), membersIn(answers, attended));
	if (step.panel)
		checkPanel(difference, step.panel, membersIn(answers, panelMembers));
}

const membersIn = (answers: Answers, field: string): Member[] =>
	(answers[field] as Member[] | undefined) ?? [];

function allThere(wanted: string[], members: Member[]): void {
	const missing = wanted.filter(
		(role) => !members.some((member) => isAs(member, role)),
	);
	if (missing.length > 0)
		throw new Refusal(
			"not-all-there",
			`The protocol asks for ${sayList(missing)}. Add who was there for them, or record that it did not take place as it should.`,
		);
}

const isAs = ({ as }: Member, role: string): boolean =>
	as.trim().toLowerCase() === role.toLowerCase();

function checkPanel(
	difference: Difference,
	panel: Panel,
	members: Member[],
): void {
	const sitting = members.filter(({ interest }) => interest === "");
	allThere(panel.of, sitting);
	if (
		!panel.mayBeInvolved &&
		sitting.some((member) => isInvolved(difference, member))
	)
		throw new Refusal(
			"member-involved",
			"Somebody on the panel had a part in this before, or is of one of the two agencies. Record their interest, and decide without them.",
		);
	if (sitting.length < panel.quorum)
		throw new Refusal(
			"no-quorum",
			`The panel needs ${panel.quorum} members who declared no interest, and has ${sitting.length}.`,
		);
	const agencies = new Set(
		sitting.map(({ agency }) => agency.trim().toLowerCase()),
	).size;
	if (agencies < panel.agencies)
		throw new Refusal(
			"too-few-agencies",
			`The panel needs members of ${panel.agencies} agencies, and has ${agencies}.`,
		);
}

const isInvolved = (difference: Difference, { who, agency }: Member): boolean =>
	("id" in who && who.id in difference.people) ||
	agency === difference.raisingAgency ||
	agency === difference.receivingAgency;
