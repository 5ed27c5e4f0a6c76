/** No vowels, so no words; nothing that is misheard or misread for another: 0 O, 1 I L, U V. */
const letters = "BCDFGHJKMNPQRSTVWXZ";
const digits = "23456789";

/**
 * A reference such as HV-7K4PN: short enough to say on the telephone, and it tells nothing,
 * not even how many there are.
 *
 * @param draw a whole number from 0 to `below` - 1, by chance
 */
export function newReference(prefix: string, draw: (below: number) => number): string {
	const pick = (from: string) => from[draw(from.length)] ?? "";
	const all = letters + digits;
	return `${prefix}-${pick(digits)}${pick(letters)}${pick(all)}${pick(all)}${pick(letters)}`;
}

/** A reference, or part of one, as it is compared: `hv 7k4pn` and `HV–7K4PN` are the same. */
export const plainReference = (typed: string): string => typed.replace(/[^\p{L}\p{N}]/gu, "");
