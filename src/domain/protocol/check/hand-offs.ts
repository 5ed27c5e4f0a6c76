import { type Fault, Faults, nearestTo } from "../file/faults.ts";
import { askedToRaise, type Protocol } from "../protocol.ts";

/**
 * Whether a protocol fits those that it hands over to. One file alone cannot say that, and the other may come later.
 *
 * @param others every protocol at hand, in one version or several
 * @returns `faults` of what can never be carried over, `warnings` of protocols that are not at hand
 */
export function checkHandOffs(
	protocol: Protocol,
	lineOf: ConstructorParameters<typeof Faults>[0],
	others: readonly Protocol[],
): { faults: Fault[]; warnings: Fault[] } {
	const faults = new Faults(lineOf);
	const warnings = new Faults(lineOf);
	const named = (to: string, at: string[]): Protocol[] => {
		const found = others.filter(({ id }) => id === to);
		const nearest = nearestTo(
			to,
			others.map(({ id }) => id).filter((id) => id !== protocol.id),
		);
		if (found.length === 0)
			warnings.add(
				at,
				`There is no protocol “${to}” here to go on under`,
				nearest
					? `Did you mean “${nearest}”?`
					: "Check its file together with this one, and have it in force before this one is",
			);
		return found;
	};
	for (const { id, protocol: other } of protocol.notFor)
		if (other !== undefined) named(other, ["not-for", id, "protocol"]);
	for (const { id, handsOff } of Object.values(protocol.endings)) {
		if (!handsOff) continue;
		const at = ["endings", id, "hands-off"];
		const into = named(handsOff.to, [...at, "to"]);
		if (into.length === 0) continue;
		for (const [index, field] of handsOff.carries.entries()) {
			const asking = into.filter((each) => askedToRaise(each).includes(field));
			const type = protocol.fields[field]?.type;
			const [other] = asking;
			if (!other)
				faults.add(
					[...at, "carries", index],
					`“${handsOff.to}” does not ask for “${field}” when it begins`,
					`Take it out, or add it to the “asks:” under “raise:” of “${handsOff.to}”`,
				);
			else if (!asking.some(({ fields }) => fields[field]?.type === type))
				faults.add(
					[...at, "carries", index],
					`“${field}” is of type “${type}” here and “${other.fields[field]?.type}” in “${handsOff.to}”, so its answer is not carried over`,
					"Give it the same type in both",
				);
		}
	}
	return { faults: faults.inOrder(), warnings: warnings.inOrder() };
}

/** The other protocols that one names, by their names. */
export const handedOverTo = ({ endings, notFor }: Protocol): string[] => [
	...new Set([
		...Object.values(endings).flatMap(({ handsOff }) => (handsOff ? [handsOff.to] : [])),
		...notFor.flatMap(({ protocol }) => protocol ?? []),
	]),
];
