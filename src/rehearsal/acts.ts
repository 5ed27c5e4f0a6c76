import type { UrgentContact } from "../domain/difference/acts/raise.ts";
import type { Answers, Child } from "../domain/protocol/answers.ts";
import type { AgencyKey, PersonKey } from "./harbour-vale.ts";
import { personId } from "./identifiers.ts";

/** Something that somebody did in a rehearsed difference. */
export type RehearsedAct = {
	/** Local date and time, ISO without zone. */
	at: string;
	by: PersonKey;
} & (
	| { raises: AgencyKey; answers: Answers; urgentContacts?: UrgentContact[] }
	| { does: string; outcome: string; answers: Answers }
	| { moves: string; answers: Answers }
	| { recordsOnChildsRecord: string }
	/** Typed and not sent; `content` by field, as its page posts it. */
	| { drafts: string; content: Record<string, string> }
);

/** A difference as it went up to the opening day: its acts in order, the first of which raises it. */
export type RehearsedDifference = RehearsedAct[];

/** What a difference is about, in the words of whoever raised it. */
export type Worry = {
	children: Child[];
	themes: string[];
	issue: string;
	outcomeWanted: string;
};

/** A worry that talking did not settle. */
export type UnsettledWorry = Worry & {
	firstTalk: string;
	whyNotAtFirst: string;
	managersTalk: string;
	whyNotByManagers: string;
};

/** A worry with all that part one of the form asks for. */
export type FormalWorry = UnsettledWorry & {
	evidence: string;
	impact: string;
	childSafe: "yes" | "interim" | "no";
	childSafeSteps?: string;
};

/** A worry that went straight to the form. */
export type UrgentWorry = Omit<FormalWorry, "whyNotAtFirst">;

/** Who speaks for the two agencies at stages 1 and 2. */
export type Talkers = {
	practitionerA: PersonKey;
	managerA: PersonKey;
	agencyB: AgencyKey;
	practitionerB: PersonKey;
	managerB: PersonKey;
};

export const who = (person: PersonKey) => ({ id: personId(person) });

/** @param dateOfBirth ISO day; empty for a child not yet born */
export const child = (name: string, dateOfBirth: string): Child => ({
	name,
	dateOfBirth,
	identifier: "",
});

export const raised = (
	at: string,
	by: PersonKey,
	agency: AgencyKey,
	practitionerB: PersonKey,
	worry: Worry,
	urgentContacts: UrgentContact[] = [],
): RehearsedAct => ({
	at,
	by,
	raises: agency,
	urgentContacts,
	answers: {
		"practitioner-b": who(practitionerB),
		themes: worry.themes,
		children: worry.children,
		issue: worry.issue,
		"outcome-wanted": worry.outcomeWanted,
	},
});

export const practitionersDisagreed = (
	at: string,
	by: PersonKey,
	managerA: PersonKey,
	said: { whatWasSaid: string; whyNot: string },
): RehearsedAct => ({
	at,
	by,
	does: "early-resolution.talk",
	outcome: "not-resolved",
	answers: {
		"talked-at": at,
		"what-was-said": said.whatWasSaid,
		"why-not-resolved": said.whyNot,
		"manager-a": who(managerA),
	},
});

/** What every outcome of the managers’ talk is asked for. */
const managersTalk = (
	at: string,
	managerB: PersonKey,
	{ issue, outcomeWanted }: Worry,
	whatWasSaid: string,
): Answers => ({
	"talked-at": at,
	"manager-b": who(managerB),
	issue,
	"outcome-wanted": outcomeWanted,
	"what-was-said": whatWasSaid,
});

export const managersAgreedADay = (
	at: string,
	by: PersonKey,
	managerB: PersonKey,
	worry: Worry,
	said: { whatWasSaid: string; replyBy: string },
): RehearsedAct => ({
	at,
	by,
	does: "informal-resolution.talk",
	outcome: "time-agreed",
	answers: {
		...managersTalk(at, managerB, worry, said.whatWasSaid),
		"reply-by": said.replyBy,
	},
});

export const replied = (at: string, by: PersonKey, reply: string): RehearsedAct => ({
	at,
	by,
	does: "informal-resolution.reply",
	outcome: "replied",
	answers: { reply },
});

/** Raised, talked about by practitioners and then by managers, and not settled. */
export const talkedInVain = (
	worry: UnsettledWorry,
	talkers: Talkers,
	[raisedAt, talkedAt, managersAt]: [string, string, string],
): RehearsedAct[] => [
	raised(raisedAt, talkers.practitionerA, talkers.agencyB, talkers.practitionerB, worry),
	practitionersDisagreed(talkedAt, talkers.practitionerA, talkers.managerA, {
		whatWasSaid: worry.firstTalk,
		whyNot: worry.whyNotAtFirst,
	}),
	{
		at: managersAt,
		by: talkers.managerA,
		does: "informal-resolution.talk",
		outcome: "not-resolved",
		answers: {
			...managersTalk(managersAt, talkers.managerB, worry, worry.managersTalk),
			"why-not-resolved": worry.whyNotByManagers,
		},
	},
];

export const filledInPartOne = (
	at: string,
	by: PersonKey,
	worry: UrgentWorry,
	contact: string,
): RehearsedAct => ({
	at,
	by,
	does: "formal-resolution.raise",
	outcome: "submitted",
	answers: {
		"children-in-full": worry.children,
		"child-safe": worry.childSafe,
		...(worry.childSafeSteps && { "child-safe-steps": worry.childSafeSteps }),
		themes: worry.themes,
		issue: worry.issue,
		evidence: worry.evidence,
		impact: worry.impact,
		"outcome-wanted": worry.outcomeWanted,
		"history-early": worry.firstTalk,
		"history-informal": worry.managersTalk,
		"why-not-resolved": worry.whyNotByManagers,
		contact,
	},
});

export const signedOff = (at: string, by: PersonKey): RehearsedAct => ({
	at,
	by,
	does: "formal-resolution.sign-off",
	outcome: "signed",
	answers: {},
});

export const forwarded = (at: string, by: PersonKey, to: PersonKey): RehearsedAct => ({
	at,
	by,
	does: "formal-resolution.forward",
	outcome: "forwarded",
	answers: { "sent-to": who(to) },
});

export const responded = (at: string, by: PersonKey, answers: Answers): RehearsedAct => ({
	at,
	by,
	does: "formal-resolution.respond",
	outcome: "responded",
	answers,
});

export const notResolvedByResponse = (
	at: string,
	by: PersonKey,
	outstanding: string,
): RehearsedAct => ({
	at,
	by,
	does: "formal-resolution.consider",
	outcome: "not-resolved",
	answers: { outstanding },
});

export const askedTheExecutive = (at: string, by: PersonKey, reason: string): RehearsedAct => ({
	at,
	by,
	does: "executive.request",
	outcome: "requested",
	answers: { "exceptional-reason": reason },
});
