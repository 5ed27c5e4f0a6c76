import {
	type Actor,
	answersForAgency,
	atLeast,
} from "../../domain/access/viewer.ts";
import { type Names, withAgencyNames } from "../../domain/difference/words.ts";
import {
	type Field,
	fieldOf,
	type Protocol,
} from "../../domain/protocol/protocol.ts";
import type { Person } from "../../store/people.ts";

/** A field of the protocol, as a page asks it. */
export type Question = {
	field: Field;
	/** What its inputs are called, and begin with where there are several. */
	name: string;
	/** The field's label, with the agencies by their names. */
	label: string;
	/** Whom a person may be chosen from; empty for every other type. */
	people: Person[];
};

/** What questions are made from. */
export type Asking = {
	protocol: Protocol;
	/** The two agencies by name. */
	names: Pick<Names, "agencies">;
	/** The two agencies by identifier. */
	agencies: { raising: string; receiving: string };
	directory: Person[];
};

export function questionOf(
	{ protocol, names, agencies, directory }: Asking,
	id: string,
	name = id,
): Question {
	const field = fieldOf(protocol, id);
	return {
		field,
		name,
		label: withAgencyNames(
			protocol,
			{ ...names, people: new Map() },
			field.label,
		),
		people:
			field.type === "person"
				? peopleOnOffer(protocol, field.of, agencies, directory)
				: [],
	};
}

/**
 * Who of the directory fits a party such as `receiving manager`. Practitioners are asked for by what
 * they know of the child: anybody of their agency may be the one, those of that level first.
 */
function peopleOnOffer(
	protocol: Protocol,
	party: string,
	agencies: Asking["agencies"],
	directory: Person[],
): Person[] {
	const [side = "", named = side] = party.split(" ");
	const role = protocol.roles[named];
	if (role?.office !== undefined)
		return directory.filter(({ offices }) => offices.includes(role.office));
	const agency = side === "raising" ? agencies.raising : agencies.receiving;
	const ours = directory.filter(({ agencyId }) => agencyId === agency);
	const isAtLevel = (person: Actor) =>
		role?.level === "manager"
			? answersForAgency(person)
			: atLeast(person.level, role?.level ?? "practitioner");
	if (role?.level !== "practitioner") return ours.filter(isAtLevel);
	return [
		...ours.filter(({ level }) => level === "practitioner"),
		...ours.filter(({ level }) => level !== "practitioner"),
	];
}

const partsOfName =
	/^-(?:day|month|year|time|name|\d{1,6}-[a-zA-Z]+(?:-(?:day|month|year))?)$/;

/** Whether an input belongs to the question of that name: `children-0-name` to `children`, not to `child`. */
export const isInputOf = (name: string, input: string): boolean =>
	input === name ||
	(input.startsWith(name) && partsOfName.test(input.slice(name.length)));
