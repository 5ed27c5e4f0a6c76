import { sayList } from "../../english.ts";
import type { Child } from "../../protocol/answers.ts";

/** How a list or a heading names whom a difference is about: a setting of the partnership. */
export const waysToShowPeople = ["name", "initials"] as const;
export type PeopleShownBy = (typeof waysToShowPeople)[number];

/** Somebody whom a difference is about, as a list names them; `lost` where their name is not there to read, and this stands in its place. */
export type Named = Pick<Child, "name"> & { lost?: true };

/** Whom a difference is about, for somebody who may see it: "Ella Brook and Tom Brook", or "E.B. and T.B."; empty for nobody. */
export const sayWhom = (people: readonly Named[], by: PeopleShownBy): string =>
	sayList(eachShown(people, by));

/** The same of each of them alone. */
export const eachShown = (people: readonly Named[], by: PeopleShownBy): string[] =>
	people.flatMap(({ name, lost }) => {
		const said = by === "name" || lost ? name.trim() : initialsOf(name);
		return said === "" ? [] : [said];
	});

const initialsOf = (name: string): string =>
	name
		.split(/[\s-]+/)
		.flatMap((word) => [...word.matchAll(/\p{L}/gu)].slice(0, 1))
		.map(([letter]) => `${letter.toUpperCase()}.`)
		.join("");
