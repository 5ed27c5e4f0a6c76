import { z } from "zod";

/**
 * The words that may stand at a place of a file, by the schema of the file.
 *
 * @param path the keys that lead to the place, such as `stages`, `early-resolution`, `steps`, `talk`
 */
export function knownWords(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
	const [key, ...rest] = path;
	const found = unwrapped(schema).flatMap((each) => {
		if (key === undefined) return each instanceof z.ZodObject ? Object.keys(each.shape) : [];
		const inside = insideOf(each, key);
		return inside ? knownWords(inside, rest) : [];
	});
	return [...new Set(found)];
}

/** What the language says of the word at a place. */
export function descriptionAt(
	schema: z.core.$ZodType,
	path: readonly PropertyKey[],
): string | undefined {
	const [key, ...rest] = path;
	if (key === undefined) return z.globalRegistry.get(schema)?.description;
	for (const each of unwrapped(schema)) {
		const inside = insideOf(each, key);
		const found = inside && descriptionAt(inside, rest);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** What stands under a key of this. */
function insideOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
	if (schema instanceof z.ZodObject) return schema.shape[String(key)];
	if (schema instanceof z.ZodRecord) return schema.valueType;
	if (schema instanceof z.ZodArray) return schema.element;
	return undefined;
}

/** What this may be, without the wrapping that says whether it may be left out or how it is read. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType[] {
	if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrapped);
	if (
		schema instanceof z.ZodOptional ||
		schema instanceof z.ZodDefault ||
		schema instanceof z.ZodPrefault
	)
		return unwrapped(schema.unwrap());
	if (schema instanceof z.ZodPipe) return unwrapped(schema.in);
	return [schema];
}
