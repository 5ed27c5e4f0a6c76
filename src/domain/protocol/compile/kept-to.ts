import { levels } from "../../people/viewer.ts";
import type { Faults } from "../file/faults.ts";
import type { ProtocolFile } from "../file/file.ts";
import { isAgencySide, type KeptTo } from "../protocol.ts";
import type { Path, References } from "./references.ts";

/**
 * Who of a side reads something that is not for some of its roles: whoever answers above the highest of them.
 *
 * @see protocol file, "not-read-by"
 */
export function compileKeptTo(
	{ roles }: Pick<ProtocolFile, "roles">,
	refer: References,
	faults: Faults,
	said: string[],
	path: Path,
): KeptTo {
	const keptTo: KeptTo = {};
	for (const [index, { side, role: id }] of refer.parties(said, path).entries()) {
		const role = roles[id];
		const at = [...path, index];
		if (!role) continue;
		if (!isAgencySide(side) || !("level" in role)) {
			faults.add(
				at,
				`“${said[index]}” is an office, and this is about the levels of an agency`,
				"Write “raising …” or “receiving …” and a role, or take it out; an office reads nothing before something is sent to it",
			);
			continue;
		}
		if (role.post !== undefined) {
			faults.add(
				at,
				`“${id}” is a post, and who reads goes by level`,
				"Name a role of that level without “post:”",
			);
			continue;
		}
		const above = levels[levels.indexOf(role.level) + 1];
		if (above === undefined) {
			faults.add(
				at,
				`Nobody of the ${side} agency could read this: “${id}” is of its highest level`,
				"Name the highest role that is not to read it, such as “receiving practitioner”",
			);
			continue;
		}
		keptTo[side] = higherOf(keptTo[side], above);
	}
	return keptTo;
}

/** What is said of a stage and what is said of a step in it: the higher level of each side. */
export const bothKeptTo = (one: KeptTo, other: KeptTo): KeptTo => ({
	...one,
	...Object.fromEntries(
		Object.entries(other).map(([side, level]) => [side, higherOf(one[side], level)]),
	),
});

const higherOf = (one: KeptTo[string] | undefined, other: KeptTo[string]): KeptTo[string] =>
	one !== undefined && levels.indexOf(one) > levels.indexOf(other) ? one : other;
