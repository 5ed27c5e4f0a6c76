import { sayList } from "../../english.ts";
import type { Answers, Member } from "../../protocol/answers.ts";
import {
	attended,
	isFilled,
	type Panel,
	type Party,
	type Protocol,
	panelMembers,
	type Step,
	sayParty,
	writtenParty,
} from "../../protocol/protocol.ts";
import { saySeat } from "../../protocol/told/protocol-in-words.ts";
import { Refusal } from "../../refusal.ts";
import { said } from "../../said.ts";
import { type Difference, knownOf } from "../difference.ts";
import { sayAnyAgencyOfIt } from "../told/words.ts";
import { conflictsOn } from "../who/conflicts.ts";

/**
 * Whether everybody was there whom the protocol asks for: at a meeting all who must attend; on a panel enough
 * people from enough agencies, each role that it names, and nobody who had a part in the matter. Whoever
 * declared an interest stands aside and does not count; whoever is listed twice counts once.
 *
 * @throws Refusal 'not-all-there' | 'no-quorum' | 'too-few-agencies' | 'member-involved'
 */
export function checkAttendance(
	protocol: Protocol,
	difference: Difference,
	step: Step,
	answers: Answers,
): void {
	const allThere = (wanted: Wanted[], members: Member[]) => {
		const missing = wanted.filter(({ as }) => !members.some((member) => same(member.as, as)));
		if (missing.length === 0) return;
		const otherwise = step.outcomes.some(({ blank }) => blank)
			? ", or record that it did not take place as it should"
			: "";
		throw new Refusal(
			"not-all-there",
			said`The protocol asks for ${sayList(missing.map(({ said }) => said))} to be there. Add who was there for them${otherwise}.`,
		);
	};
	if (step.attends.length > 0)
		allThere(
			step.attends
				.filter(({ side }) => isFilled(side, knownOf(difference)))
				.map((party) => ({
					as: writtenParty(party),
					said: sayParty(protocol, party),
				})),
			membersIn(answers, attended),
		);
	if (!step.panel) return;
	const sitting = withoutInterest(membersIn(answers, panelMembers));
	allThere(
		step.panel.of.map((as) => ({ as, said: saySeat(protocol, as) })),
		sitting,
	);
	checkPanel(protocol, difference, { ...step, panel: step.panel }, sitting);
}

/** Somebody who must be there: as the protocol writes them, and in words. */
type Wanted = { as: string; said: string };

const membersIn = (answers: Answers, field: string): Member[] =>
	(answers[field] as Member[] | undefined) ?? [];

const same = (one: string, other: string): boolean =>
	one.trim().toLowerCase() === other.trim().toLowerCase();

/** One word for each person: two of one name in one agency are taken for one. */
const personIn = ({ who, agency }: Member): string =>
	"id" in who ? who.id : `${who.name} of ${agency}`.toLowerCase();

/** Those who decide: an interest that somebody declared holds for every line that names them. */
function withoutInterest(members: Member[]): Member[] {
	const aside = new Set(members.filter(({ interest }) => interest !== "").map(personIn));
	return members.filter((member) => !aside.has(personIn(member)));
}

function checkPanel(
	protocol: Protocol,
	difference: Difference,
	{ by, panel }: { by: Party; panel: Panel },
	sitting: Member[],
): void {
	const barred = conflictsOn(protocol, difference, by.side, "decision");
	const theirs = sitting.filter(
		({ who }) => "id" in who && ["declared", "their-decision"].includes(barred.get(who.id) ?? ""),
	);
	if (theirs.length > 0)
		throw new Refusal(
			"member-involved",
			"Somebody on the panel has a conflict of interest, or decided what is challenged. Record their interest, and decide without them.",
		);
	if (!panel.mayBeInvolved && sitting.some((member) => isInvolved(difference, member)))
		throw new Refusal(
			"member-involved",
			said`Somebody on the panel had a part in this before, or is of ${sayAnyAgencyOfIt(difference)}. Record their interest, and decide without them.`,
		);
	const people = new Set(sitting.map(personIn)).size;
	if (people < panel.quorum)
		throw new Refusal(
			"no-quorum",
			panel.quorum === 1
				? said`At least one member who declared no interest must decide. Add who did.`
				: said`The panel needs ${panel.quorum} members who declared no interest, and has ${people}.`,
		);
	const agencies = new Set(
		sitting.map(({ agency }) => agency.trim().toLowerCase()).filter((agency) => agency !== ""),
	).size;
	if (agencies < panel.agencies)
		throw new Refusal(
			"too-few-agencies",
			panel.agencies === 1
				? said`Say which agency those who decide are from.`
				: said`The panel needs members of ${panel.agencies} agencies, and has ${agencies}.`,
		);
}

const isInvolved = (difference: Difference, { who, agency }: Member): boolean =>
	("id" in who && who.id in difference.people) ||
	agency === difference.raisingAgency ||
	agency === difference.receivingAgency ||
	Object.values(difference.involved).some((one) => one.agency === agency);
