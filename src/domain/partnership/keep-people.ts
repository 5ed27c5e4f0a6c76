import { answersForAgency, type Level, reportingOffice, type Viewer } from "../people/viewer.ts";
import { administrator } from "../protocol/version.ts";
import { Refusal } from "../refusal.ts";
import { said } from "../said.ts";

type Keeper = Pick<Viewer, "id" | "agencyId" | "level" | "safeguardingLead" | "offices">;

/** Whoever keeps the people and agencies of the whole partnership. */
export const keepsPartnership = ({ offices }: Pick<Keeper, "offices">): boolean =>
	offices.includes(administrator);

/** Who says who works at an agency: its administrators, and whoever answers for the agency itself. */
export const mayKeep = (by: Keeper, agencyId: string): boolean =>
	keepsPartnership(by) || (by.agencyId === agencyId && answersForAgency(by));

/**
 * Whether this is one of the people whom somebody keeps. Whoever answers by a link is none: that they do is known in their
 * difference alone, and their link is taken back there.
 */
export const keeps = (
	by: Keeper & Pick<Viewer, "partnershipId">,
	person: Pick<Viewer, "partnershipId" | "agencyId" | "onlyIn"> & { left: boolean },
): boolean =>
	!person.left &&
	person.onlyIn === undefined &&
	person.partnershipId === by.partnershipId &&
	mayKeep(by, person.agencyId);

/** Whether there are people whom somebody keeps. */
export const keepsPeople = (by: Keeper): boolean => keepsPartnership(by) || answersForAgency(by);

/** Who says which agencies there are: the administrators and the Business Unit. */
export const keepsAgencies = (by: Pick<Keeper, "offices">): boolean =>
	keepsPartnership(by) || by.offices.includes(reportingOffice);

/** Whether an agency may be named by anybody from now on: it has not ended, and is no name that waits to be confirmed. */
export const isOffered = ({
	endedOn,
	isUnlisted,
}: {
	endedOn?: string | undefined;
	isUnlisted?: true | undefined;
}): boolean => endedOn === undefined && !isUnlisted;

/** What somebody is in their agency. */
export type PostHeld = {
	jobTitle: string;
	level: Level;
	safeguardingLead: boolean;
	offices: string[];
};

/** Those who stay when somebody goes. */
export type OthersThere = {
	/** The offices that some of them hold. */
	offices: ReadonlySet<string>;
	/** Whether some of the same agency answer for it. */
	answering: boolean;
};

/** What nobody would do any more: an office or a post that nobody else holds, or to answer for the agency. */
export type LeftVacant = { offices: string[]; agency: boolean };

/** @param after what somebody is from now on; undefined where they leave */
export const leftVacant = (
	before: Pick<PostHeld, "level" | "safeguardingLead" | "offices">,
	after: Pick<PostHeld, "level" | "safeguardingLead" | "offices"> | undefined,
	others: OthersThere,
): LeftVacant => ({
	offices: before.offices.filter(
		(office) => !after?.offices.includes(office) && !others.offices.has(office),
	),
	agency: answersForAgency(before) && !(after && answersForAgency(after)) && !others.answering,
});

/**
 * Nothing is left to nobody by mistake: the last administrator stays, because nobody could put it right afterwards; what
 * else would be vacant, whoever does it must know.
 *
 * @param knows whether they were shown what would be vacant, and want it
 * @throws Refusal 'last-administrator' | 'leaves-vacant'
 */
export function checkVacant(
	{ offices, agency }: LeftVacant,
	{ name, agencyName, knows }: { name: string; agencyName: string; knows: boolean },
): void {
	if (offices.includes(administrator))
		throw new Refusal(
			"last-administrator",
			said`${name} is the only administrator. Make somebody else an administrator first: without one, nobody could invite people or put this right.`,
		);
	if (knows || (offices.length === 0 && !agency)) return;
	throw new Refusal(
		"leaves-vacant",
		agency
			? said`Nobody would answer for ${agencyName} any more. Say that this is meant, or make somebody else a manager or safeguarding lead first.`
			: said`Nobody else holds one of these offices. Say that this is meant, or give it to somebody else first.`,
	);
}

/**
 * Who may say what somebody is from now on. Offices of the partnership are given and taken by its administrators alone;
 * nobody raises themself.
 *
 * @throws Refusal 'not-yourself' | 'not-yours'
 */
export function checkPostChange(
	by: Keeper,
	person: Keeper,
	after: Pick<PostHeld, "level" | "safeguardingLead" | "offices">,
): void {
	const same =
		after.offices.length === person.offices.length &&
		after.offices.every((office) => person.offices.includes(office));
	if (!keepsPartnership(by) && !same)
		throw new Refusal(
			"not-yours",
			"Offices of the partnership are given by its administrators. Ask one of them.",
		);
	const isRaised =
		after.level !== person.level || after.safeguardingLead !== person.safeguardingLead;
	if (by.id === person.id && isRaised && !keepsPartnership(by))
		throw new Refusal(
			"not-yourself",
			"You cannot change your own level. Ask a colleague who answers for your agency, or an administrator.",
		);
}

/** How long before a last day the agency is reminded of it: ISO days, the earlier first. */
export const remindedOfLastDay = (lastDay: string): string[] =>
	[7, 1].map((days) => Temporal.PlainDate.from(lastDay).subtract({ days }).toString());

/** Whether the agency is to be reminded today that somebody's last day comes. */
export const isToRemindOfLastDay = (
	{ lastDay, remindedOn }: { lastDay: string; remindedOn: string | null },
	today: string,
): boolean =>
	remindedOfLastDay(lastDay).some(
		(day) => day <= today && today <= lastDay && (remindedOn === null || remindedOn < day),
	);

/** Once a year each agency says whether its people are still right. @param checkedOn ISO day */
export const isCheckDue = (checkedOn: string | null, today: string): boolean =>
	checkedOn !== null && Temporal.PlainDate.from(checkedOn).add({ years: 1 }).toString() <= today;

/** How many days after it was last asked it is asked again, until it is answered. */
const askedAgainAfter = 7;

/** When an agency last said that its people are right, and the oldest day on which one of their work addresses was. ISO days. */
export type LastFoundRight = { checkedOn: string | null; contactsFrom: string | null };

/**
 * What an agency is to say now: whether its people are right, once a year; between two such days whether the work addresses
 * are, where nobody has said so of one of them for a year. Its answer is the same for both.
 *
 * @returns undefined while nothing is due
 */
export const checkDue = (
	{ checkedOn, contactsFrom }: LastFoundRight,
	today: string,
): "people" | "contacts" | undefined =>
	isCheckDue(checkedOn, today)
		? "people"
		: isContactExpired(contactsFrom, today)
			? "contacts"
			: undefined;

export const isToBeAsked = (
	last: LastFoundRight & { chasedOn: string | null },
	today: string,
): boolean => {
	const { checkedOn, chasedOn } = last;
	return (
		checkDue(last, today) !== undefined &&
		(chasedOn === null ||
			chasedOn < (checkedOn ?? "") ||
			Temporal.PlainDate.from(chasedOn).add({ days: askedAgainAfter }).toString() <= today)
	);
};

/** Whether nobody has said for a year that somebody's work address is right. @param checkedOn ISO day */
export const isContactExpired = (checkedOn: string | null | undefined, today: string): boolean =>
	typeof checkedOn === "string" && isCheckDue(checkedOn, today);
