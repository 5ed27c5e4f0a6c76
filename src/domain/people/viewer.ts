import type { Language } from "../language.ts";

/** Levels inside an agency, lowest first. */
export const levels = ["practitioner", "manager", "senior-manager", "director"] as const;
export type Level = (typeof levels)[number];

/** True when `level` is `least` or above. */
export const atLeast = (level: Level, least: Level): boolean =>
	levels.indexOf(level) >= levels.indexOf(least);

/** Kinds of organisation in a partnership; a protocol names its roles in each. */
export const sectors = [
	"social-care",
	"police",
	"health",
	"education",
	"early-years",
	"probation",
	"housing",
	"voluntary",
	"partnership",
	"other",
] as const;
export type Sector = (typeof sectors)[number];

/** Somebody who can act: what the rules need to know of them. */
export type Actor = {
	id: string;
	agencyId: string;
	level: Level;
	/** Safeguarding leads answer for their agency as its managers do. */
	safeguardingLead: boolean;
	/** Offices held in the partnership, such as business-unit or executive, and posts such as conference-chair. */
	offices: string[];
	/** Small agencies for which this person's agency answers where they have nobody. */
	proxyFor?: string[] | undefined;
	/** People who are away and for whom this person stands in: they may do what these may, as long as that lasts. */
	standsInFor?: Actor[] | undefined;
	/** Posts that count for them in their own agency, where these are not among their offices: see `actingAs`. */
	posts?: string[] | undefined;
	/**
	 * Posts that somebody of their agency holds who is there, or for whom somebody stands in; only known of whoever answers
	 * for the agency, who steps in for the other posts alone.
	 */
	postsThere?: string[] | undefined;
	/** The same of those who answer for the agency alone: at which levels and with which posts some of them are there. */
	answeringThere?: AnsweringPeople | undefined;
	/** Of somebody who has no account and comes by a link: the one difference of which they know, or that they are to raise. */
	onlyIn?: string | undefined;
	/** Of whoever heads an office: who holds it and is there, or for whom somebody stands in, by its name. */
	headsPeople?: Record<string, Pick<Actor, "id" | "agencyId">[]> | undefined;
	/** Only known where somebody who administers asks for a seal: who keeps all seals, and which of them are away. */
	sealKeepers?: readonly (Pick<Actor, "id" | "offices"> & { away?: unknown })[] | undefined;
	/** Sealed differences that they opened in an emergency, for as long as that lasts. */
	glassBrokenIn?: readonly string[] | undefined;
	/** People to whom something was given as theirs alone and who are not there: others of their role step in for these. */
	notThere?: string[] | undefined;
	/** What the token is called by which a program acts for them; undefined where they act themself. */
	through?: string | undefined;
};

/** The levels and posts of people who answer for one agency; a safeguarding lead is as a manager is. */
export type AnsweringPeople = { levels: Level[]; posts: string[] };

/**
 * Everybody as whom a person may act: themself, and those of their own agency for whom they stand in. To stand
 * in opens no other agency and no office: whoever holds an office together with the one who is away may act
 * in it anyway. A post inside their agency they do fill.
 */
export const actingAs = (actor: Actor): Actor[] => [
	actor,
	...(actor.standsInFor ?? [])
		.filter(({ agencyId }) => agencyId === actor.agencyId)
		.map((away) => ({
			...away,
			offices: away.offices.filter((office) => actor.offices.includes(office)),
			posts: away.offices,
		})),
];

/** The office that sees to the process, makes reports and records what was learned: the side of whichever role it holds. */
export const reportingOffice = "business-unit";

/** The office whose holders head another: they read what it reads, and do none of its work. */
export const headOf = (office: string): string => `${office}${asHead}`;
const asHead = "-head";

/** The office of the partnership that is told of a data breach. */
export const dataProtectionOfficer = "data-protection-officer";

/** The offices as whose side somebody reads: those that they hold, and those that they head. */
export const officesRead = ({ offices }: Pick<Actor, "offices">): string[] => [
	...offices,
	...offices.flatMap((office) => (office.endsWith(asHead) ? office.slice(0, -asHead.length) : [])),
];

/** The person who is asking, as every read and every page knows them. */
export type Viewer = Actor & {
	partnershipId: string;
	name: string;
	jobTitle: string;
	email: string;
	agencyName: string;
	sector: Sector;
	/** Of somebody who was given a link to raise, and has not raised yet: until when it works, as an ISO instant. */
	toRaise?: { until: string } | undefined;
	/** In which language they chose to be spoken to; undefined before they chose. */
	language?: Language | undefined;
	/** Their account has other posts, in this or another partnership, for which they may act instead. */
	hasOtherPosts?: boolean | undefined;
};

/**
 * Whether this person answers for what happens in their agency, and so sees its differences
 * without being named in them.
 *
 * @see docs/architecture.md, "Who answers, who sees, who is told": the author and their own agency's safeguarding leads and managers
 */
export const answersForAgency = (person: Pick<Actor, "level" | "safeguardingLead">): boolean =>
	person.safeguardingLead || atLeast(person.level, "manager");

/** At which levels and with which posts some of these people answer for their agency. */
export function answeringAmong(
	people: readonly Pick<Actor, "level" | "safeguardingLead" | "offices">[],
): AnsweringPeople {
	const answering = people.filter(answersForAgency);
	return {
		levels: answering.flatMap(({ level, safeguardingLead }) =>
			safeguardingLead ? [level, "manager"] : [level],
		),
		posts: answering.flatMap(({ offices }) => offices),
	};
}
