/**
 * The one text of a value by the JSON Canonicalization Scheme (RFC 8785): the names of an object in the order of their
 * UTF-16 units, no blank between. Two values that are alike have the same text, whatever they went through. A member that
 * is undefined is none.
 *
 * @throws RangeError for what has no canonical text: a number that JSON has no word for, half of a character, a function
 */
export function canonicalJson(value: unknown): string {
	if (isInOrder(value)) return JSON.stringify(value);
	if (typeof value === "string") return canonicalText(value);
	if (Array.isArray(value))
		return `[${value.map((each) => canonicalJson(each === undefined ? null : each)).join(",")}]`;
	if (typeof value === "object" && value !== null) {
		let members = "";
		// By UTF-16 units, as texts are sorted where nothing else is said.
		for (const name of Object.keys(value).sort()) {
			const member = (value as Record<string, unknown>)[name];
			if (member !== undefined)
				members += `${members && ","}${canonicalText(name)}:${canonicalJson(member)}`;
		}
		return `{${members}}`;
	}
	if (typeof value === "number" ? Number.isFinite(value) : isPlain(value))
		return JSON.stringify(value);
	throw new RangeError(`A value of the kind ${typeof value} has no canonical text`);
}

const isPlain = (value: unknown) => value === null || typeof value === "boolean";

function canonicalText(text: string): string {
	if (!text.isWellFormed()) throw new RangeError("Half of a character has no canonical text");
	return JSON.stringify(text);
}

/**
 * Whether a value has a canonical text and its names stand in their order, so that it is what `JSON.stringify` writes: in a third
 * of the time, and of a record of a million entries most are so.
 */
function isInOrder(value: unknown): boolean {
	if (typeof value === "string") return value.isWellFormed();
	if (typeof value === "number") return Number.isFinite(value);
	if (Array.isArray(value)) return value.every(isInOrder);
	if (typeof value !== "object" || value === null) return isPlain(value);
	if ("toJSON" in value) return false;
	let last = "";
	for (const name in value) {
		if (name < last || !name.isWellFormed()) return false;
		if (!isInOrder((value as Record<string, unknown>)[name])) return false;
		last = name;
	}
	return true;
}
