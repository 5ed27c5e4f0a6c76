import type { Person } from "../../store/people.ts";
import { type FormValues, typedText } from "../kit/form.ts";
import { say } from "../kit/say.tsx";

/** An agency, with the people of it who may be asked to do something. */
export type AgencyToAsk = {
	id: string;
	name: string;
	people: { id: string; name: string; jobTitle: string }[];
};

export const agenciesToAsk = (directory: readonly Person[]): AgencyToAsk[] =>
	[...Map.groupBy(directory, ({ agencyId }) => agencyId)].map(([id, people]) => ({
		id,
		name: people[0]?.agencyName ?? "",
		people: people.map((person) => ({
			id: person.id,
			name: person.name,
			jobTitle: person.jobTitle,
		})),
	}));

/** The items of a list in which an agency, or one of its people, is chosen. */
export const whoItems = (agencies: readonly AgencyToAsk[]) => [
	{ value: "", text: say`Choose` },
	...agencies.flatMap((agency) => [
		{ value: whoValue(agency.id, null), text: say`${agency.name}: whoever answers for it` },
		...agency.people.map((person) => ({
			value: whoValue(agency.id, person.id),
			text: `${agency.name}: ${person.name}, ${person.jobTitle}`,
		})),
	]),
];

/** How the list names somebody; `person` null for whoever answers for the agency. */
export const whoValue = (agency: string, person: string | null): string =>
	person === null ? say`agency ${agency}` : say`person ${person}`;

/** Who was chosen; undefined where it is none of the list. */
export function whoIn(
	values: FormValues,
	name: string,
	directory: readonly Person[],
): { agencyId: string; personId: string | null } | undefined {
	const [kind, id] = typedText(values, name).split(" ");
	const one = directory.find((person) =>
		kind === "person" ? person.id === id : person.agencyId === id,
	);
	return one && { agencyId: one.agencyId, personId: kind === "person" ? one.id : null };
}
