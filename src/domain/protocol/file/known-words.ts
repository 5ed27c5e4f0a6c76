import { z } from "zod";

/**
 * The words that may stand at a place of a file, by the schema of the file.
 *
 * @param path the keys that lead to the place, such as `stages`, `early-resolution`, `steps`, `talk`
 * @param content what the file says; of a thing of several types, such as a field, the type that it says counts
 */
export function knownWords(
	schema: z.core.$ZodType,
	path: readonly PropertyKey[],
	content: unknown,
): string[] {
	const types = shapesAt(schema, path);
	const said = types.filter((shape) => typeOf(shape) === valueAt(content, [...path, "type"]));
	return [
		...new Set((said.length > 0 ? said : types).flatMap((shape) => Object.keys(shape.shape))),
	];
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

/** The types of the thing at a place that have this word, such as `children` and `adults` for `facts`. */
export const typesWith = (
	schema: z.core.$ZodType,
	path: readonly PropertyKey[],
	word: string,
): string[] =>
	shapesAt(schema, path).flatMap((shape) => (word in shape.shape ? (typeOf(shape) ?? []) : []));

/** Every shape that the thing at a place may have. */
function shapesAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.ZodObject[] {
	const [key, ...rest] = path;
	return unwrapped(schema).flatMap((each) => {
		if (key === undefined) return each instanceof z.ZodObject ? [each] : [];
		const inside = insideOf(each, key);
		return inside ? shapesAt(inside, rest) : [];
	});
}

/** The one type that things of this shape have. */
const typeOf = ({ shape: { type } }: z.ZodObject): string | undefined =>
	type instanceof z.ZodLiteral ? String(type.value) : undefined;

/** What stands at a place of a file; undefined where nothing does. */
export const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>(
		(value, key) =>
			typeof value === "object" && value !== null && Object.hasOwn(value, key)
				? (value as Record<PropertyKey, unknown>)[key]
				: undefined,
		content,
	);

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
