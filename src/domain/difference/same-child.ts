import type { Answers, Child } from "../protocol/answers.ts";
import type { Protocol } from "../protocol/protocol.ts";
import { likeness } from "../typed-text.ts";
import type { Difference } from "./difference.ts";

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

/** Whether two are one child by all that can be told: a name that people would call the same, and one date of birth. */
export const isSameChild = (one: Child, other: Child): boolean =>
	one.dateOfBirth !== "" &&
	one.dateOfBirth === other.dateOfBirth &&
	!one.unborn === !other.unborn &&
	likeness(one.name) === likeness(other.name);
