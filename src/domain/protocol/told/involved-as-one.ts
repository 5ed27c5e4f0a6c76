import { everyInvolved, type Protocol } from "../protocol.ts";

/**
 * A protocol as it is told: what the compiler wrote out for each agency that may be involved besides the two stands once,
 * and is of `involved`, which is said as "each involved agency". One without such agencies is itself.
 */
export const involvedAsOne = (protocol: Protocol): Protocol =>
	protocol.involved === undefined ? protocol : (asOne(protocol) as Protocol);

/** The number in a name that was written out: 2 for `views.say-involved-2` and `involved-2 manager`. */
function numberIn(value: unknown): number | undefined {
	if (typeof value !== "string" || !/^[a-z0-9.-]+( [a-z0-9-]+)?$/.test(value)) return undefined;
	const [, number] = /(?:^|[.-])involved-(\d+)(?![a-z0-9])/.exec(value) ?? [];
	return number === undefined ? undefined : Number(number);
}

const isOfAnother = (value: unknown): boolean => (numberIn(value) ?? 1) > 1;

/** Whether something is an agency's after the first: by its own name, or by whose it is. */
const isAnothers = (value: unknown): boolean =>
	isOfAnother(value) ||
	(isGroup(value) &&
		Object.values(value).some(
			(part) => isOfAnother(part) || (isGroup(part) && isOfAnother(part.side)),
		));

function asOne(value: unknown): unknown {
	if (typeof value === "string")
		return numberIn(value) === 1 ? value.replace(/involved-1(?![a-z0-9])/, everyInvolved) : value;
	if (Array.isArray(value)) return value.filter((each) => !isAnothers(each)).map(asOne);
	if (!isGroup(value)) return value;
	const group = Object.fromEntries(
		Object.entries(value)
			.filter(([name]) => !isOfAnother(name))
			.map(([name, part]) => [asOne(name), asOne(part)]),
	);
	return isAlone(group.together) ? { ...group, together: undefined } : group;
}

/** Whether a step of several parties is left as that of one. */
const isAlone = (together: unknown): boolean =>
	isGroup(together) && Array.isArray(together.steps) && together.steps.length === 1;

const isGroup = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
