/** What has one canonical text: texts, whole numbers, yes and no, nothing, and lists and objects of these. */
export type Canonical =
	| string
	| number
	| boolean
	| null
	| readonly Canonical[]
	| { readonly [name: string]: Canonical | undefined };

/**
 * The one text of a value by the JSON Canonicalization Scheme (RFC 8785): names in order of their UTF-16 units, no blank
 * between. A member that is undefined is none.
 *
 * @throws RangeError for a number that JSON has no word for, and for half of a character: neither has a canonical text
 */
export function canonicalJson(value: Canonical): string {
	if (typeof value === "string") return canonicalText(value);
	if (typeof value === "number") {
		if (!Number.isFinite(value))
			throw new RangeError("A number that is none has no canonical text");
		return JSON.stringify(value);
	}
	if (value === null || typeof value === "boolean") return JSON.stringify(value);
	if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
	const members = Object.entries(value)
		.filter((member): member is [string, Canonical] => member[1] !== undefined)
		// By UTF-16 units, as `<` compares texts.
		.sort(([one], [other]) => (one < other ? -1 : 1));
	return `{${members.map(([name, member]) => `${canonicalText(name)}:${canonicalJson(member)}`).join(",")}}`;
}

const isList = (value: Canonical): value is readonly Canonical[] => Array.isArray(value);

function canonicalText(text: string): string {
	if (!text.isWellFormed()) throw new RangeError("Half of a character has no canonical text");
	return JSON.stringify(text);
}
