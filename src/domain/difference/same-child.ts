import type { Answers, Child } from "../protocol/answers.ts";
import type { Protocol } from "../protocol/protocol.ts";
import { likeness } from "../typed-text.ts";
import type { Difference } from "./difference.ts";
import { type Code, codesAsked, nameCode } from "./find-child.ts";

/** Everybody whom answers say a difference is about. */
export const childrenAmong = ({ fields }: Pick<Protocol, "fields">, answers: Answers): Child[] =>
	Object.entries(answers).flatMap(([id, answer]) => {
		const type = fields[id]?.type;
		return type === "children" || type === "adults" ? (answer as Child[]) : [];
	});

/** Everybody whom a difference is about, as far as its entries tell. */
export const childrenIn = (protocol: Pick<Protocol, "fields">, difference: Difference): Child[] =>
	childrenAmong(
		protocol,
		Object.fromEntries(Object.entries(difference.answers).map(([id, { answer }]) => [id, answer])),
	);

/**
 * Whether two are one child by what can be told: a name that people would call the same and one date of birth, or one
 * identifier, whatever else was typed.
 */
export const isSameChild = (one: Child, other: Child): boolean =>
	!one.unborn === !other.unborn &&
	((one.dateOfBirth !== "" &&
		one.dateOfBirth === other.dateOfBirth &&
		likeness(one.name) === likeness(other.name)) ||
		(tells(one.identifier) && likeness(one.identifier) === likeness(other.identifier)));

/** Whether one of some children is one of others. */
export const haveSameChild = (some: readonly Child[], others: readonly Child[]): boolean =>
	some.some((one) => others.some((other) => isSameChild(one, other)));

/** An identifier has a number in it: “not known” is none. */
const tells = (identifier: string): boolean => /\p{N}/u.test(identifier);

/**
 * Under what a child is found who may be one of these: all codes of one of the lists. One date of birth is shared by many;
 * with the first letters of the name it leads to a few.
 */
export const codesOfSame = (children: readonly Child[]): Code[][] => [
	...children
		.filter(({ dateOfBirth }) => dateOfBirth !== "")
		.flatMap(({ dateOfBirth, name }) =>
			codesAsked({ by: "born", day: dateOfBirth }).map((born) =>
				likeness(name) === "" ? born : [...born, nameCode(likeness(name))],
			),
		),
	...children
		.map(({ identifier }) => identifier)
		.filter(tells)
		.flatMap((identifier) => codesAsked({ by: "identifier", identifier: likeness(identifier) })),
];
