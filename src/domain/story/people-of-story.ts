import type { Header } from "../difference/difference.ts";
import type { Actor } from "../people/viewer.ts";
import { isAgencySide, type Party, type Protocol, sayParty } from "../protocol/protocol.ts";

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
	/**
	 * The two agencies of a difference.
	 *
	 * @param against the agency that the act of raising it names, where it names one
	 * @returns undefined when there is no such agency
	 */
	agencies: (
		raisedBy: Actor,
		against: string | undefined,
	) => Pick<Header, "raisingAgency" | "receivingAgency"> | undefined;
};

/** The people of a story that names them by the roles of its protocol, and its two agencies. */
export const rolesOf = (protocol: Protocol): Cast => ({
	person: (said) => personOf(protocol, said),
	names: peopleOf(protocol),
	agencies: (_, against) =>
		against === undefined ? { raisingAgency: "raising", receivingAgency: "receiving" } : undefined,
});

/**
 * The person that a story means by `raising manager` or `business-unit`. A number tells two in one role
 * apart: `raising manager 2`.
 *
 * @returns undefined when the protocol has no such role
 */
export function personOf(protocol: Protocol, said: string): StoryPerson | undefined {
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
	return {
		actor: {
			id: identifierOf(`${first}${isProxy ? " proxy" : ""} ${name} ${number}`),
			agencyId: isProxy ? `proxy of ${first}` : isAgencySide(first) ? first : "partnership",
			proxyFor: isProxy ? [first] : [],
			level: role.level ?? "senior-manager",
			safeguardingLead: false,
			offices: [role.office, role.post].filter((each) => each !== undefined),
		},
		called: `${sayParty(protocol, party)}${number === "1" ? "" : ` (${number})`}`,
	};
}

/** Everybody whom a story can name. */
export const peopleOf = (protocol: Protocol): string[] =>
	Object.values(protocol.roles).flatMap(({ id, office }) =>
		office ? [id] : [`raising ${id}`, `receiving ${id}`],
	);

/** A made-up but steady identifier for a name in a story. */
function identifierOf(name: string): string {
	let hash = 0n;
	for (const letter of name)
		hash = (hash * 131n + BigInt(letter.codePointAt(0) ?? 0)) % (1n << 48n);
	return `00000000-0000-4000-8000-${hash.toString(16).padStart(12, "0")}`;
}
