import type { Actor, Level } from "../people/viewer.ts";
import type { WithWhom } from "../protocol/file/file.ts";
import {
	involvedSides,
	isAgencySide,
	isMainSide,
	type Party,
	type Protocol,
	type Role,
	sayParty,
} from "../protocol/protocol.ts";

/** Somebody whom a story names. */
export type StoryPerson = {
	actor: Actor;
	/** As people say it: "agency A’s manager". */
	called: string;
};

/** Whom the names in a story stand for. */
export type Cast = {
	/** @returns undefined for nobody */
	person: (said: string) => StoryPerson | undefined;
	/** Everybody who can be named. */
	names: string[];
	/** The agency for which somebody raises a difference. */
	raisingAgency: (raisedBy: Actor) => string;
	/**
	 * The other agency, where there is to be one.
	 *
	 * @param said the agency that the act of raising it names, where it names one
	 * @returns undefined when there is no such agency
	 */
	otherAgency: (said: string | undefined) => string | undefined;
};

/** The people of a story that names them by the roles of its protocol, and its agencies. */
export const rolesOf = (protocol: Protocol, whom: WithWhom): Cast => ({
	person: (said) => personOf(protocol, said, whom),
	names: peopleOf(protocol, whom),
	raisingAgency: () => "raising",
	otherAgency: (said) => (said === undefined ? "receiving" : undefined),
});

/**
 * The person that a story means by `raising manager` or `business-unit`. A number tells two in one role
 * apart: `raising manager 2`.
 *
 * @param whom who is on the other side: people of it may be of the raising agency, too
 * @returns undefined when the protocol has no such role, or nobody is there
 */
export function personOf(
	protocol: Protocol,
	said: string,
	whom: WithWhom = "another-agency",
): StoryPerson | undefined {
	const [first = "", ...rest] = said.trim().split(/\s+/);
	// `raising proxy manager`: of the agency that answers for one too small to have a manager.
	const isProxy = isAgencySide(first) && rest[0] === "proxy";
	const [name = "", number = "1"] = isAgencySide(first)
		? rest.slice(isProxy ? 1 : 0)
		: [first, ...rest];
	const party: Party = { side: first, role: name };
	const role = Object.values(protocol.roles).find(({ id }) => id === name);
	if (!role || !/^\d{1,3}$/.test(number)) return undefined;
	if (isAgencySide(first) === (role.office !== undefined)) return undefined;
	if (first === "receiving" && whom === "no-agency") return undefined;
	if (!isMainSide(first) && isAgencySide(first) && !involvedSides(protocol).includes(first))
		return undefined;
	const agency = whom === "own-agency" && isMainSide(first) ? "raising" : first;
	return {
		actor: {
			id: identifierOf(`${first}${isProxy ? " proxy" : ""} ${name} ${number}`),
			agencyId: isProxy ? `proxy of ${agency}` : isAgencySide(first) ? agency : "partnership",
			proxyFor: isProxy ? [agency] : [],
			level: directoryLevel(protocol, role),
			safeguardingLead: false,
			offices: [role.office, role.post, postOf(protocol, role)].filter(
				(each) => each !== undefined,
			),
		},
		called: `${sayParty(protocol, party)}${number === "1" ? "" : ` (${number})`}`,
	};
}

/** What the directory has somebody as who is of a role's level and of none above: one of a post may be so of the level below. */
function directoryLevel({ levels }: Protocol, { level }: Role): Level {
	if (!level) return "senior-manager";
	const place = levels.findIndex(({ id }) => id === level.name);
	if (place < 0) return level.level ?? "practitioner";
	return levels.slice(0, place + 1).findLast(({ is }) => is !== undefined)?.is ?? "practitioner";
}

/** The post by which they are of that level, where the directory's level does not say it. */
const postOf = ({ levels }: Protocol, { level }: Role): string | undefined =>
	levels.flatMap(({ id, is, posts }) => (id === level?.name && is === undefined ? posts : []))[0];

/** Everybody whom a story can name. @param whom who is on the other side */
export const peopleOf = (protocol: Protocol, whom: WithWhom = "another-agency"): string[] =>
	Object.values(protocol.roles).flatMap(({ id, office }) =>
		office
			? [id]
			: [
					`raising ${id}`,
					...(whom === "no-agency" ? [] : [`receiving ${id}`]),
					...involvedSides(protocol).map((side) => `${side} ${id}`),
				],
	);

/** A made-up but steady identifier for a name in a story. */
function identifierOf(name: string): string {
	let hash = 0n;
	for (const letter of name)
		hash = (hash * 131n + BigInt(letter.codePointAt(0) ?? 0)) % (1n << 48n);
	return `00000000-0000-4000-8000-${hash.toString(16).padStart(12, "0")}`;
}
