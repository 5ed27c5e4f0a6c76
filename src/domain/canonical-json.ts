/**
 * The one text of a value as JSON: the names of an object in the order of their code units, no spaces, nothing that is
 * undefined. Two values that are alike have the same text, whatever they went through. Close to RFC 8785.
 */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_name, each: unknown) =>
		typeof each === "object" && each !== null && !Array.isArray(each)
			? Object.fromEntries(
					Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)),
				)
			: each,
	);
}
