import { type Level, levels } from "../../people/viewer.ts";
import type { Faults } from "../file/faults.ts";
import type { ProtocolFile } from "../file/file.ts";
import { isAgencySide, type KeptTo, type Party } from "../protocol.ts";
import type { Path, References } from "./references.ts";

/**
 * Who of a side reads something that is not for some of its roles: whoever answers above the highest of them. That goes by
 * the levels of the directory: what was kept stays so under another version, whose own levels may be others.
 *
 * @see protocol file, "not-read-by"
 */
export function compileKeptTo(
	file: Pick<ProtocolFile, "roles" | "levels">,
	refer: References,
	faults: Faults,
	said: string[],
	path: Path,
): KeptTo {
	const keptTo: KeptTo = {};
	for (const [index, each] of said.entries()) {
		const parties = refer.partiesNamed(each, [...path, index]);
		const level = levelAbove(file, faults, each, parties[0], [...path, index]);
		if (level !== undefined)
			for (const { side } of parties) keptTo[side] = higherOf(keptTo[side], level);
	}
	return keptTo;
}

/** The least level of the directory that is above a role. */
function levelAbove(
	{ roles, levels: own }: Pick<ProtocolFile, "roles" | "levels">,
	faults: Faults,
	said: string,
	party: Party | undefined,
	path: Path,
): Level | undefined {
	const role = party && roles[party.role];
	if (!party || !role) return undefined;
	const cannot = (why: string, fix: string) => {
		faults.add(path, why, fix);
		return undefined;
	};
	if (!isAgencySide(party.side) || !("level" in role))
		return cannot(
			`“${said}” is an office, and this is about the levels of an agency`,
			"Write “raising …” or “receiving …” and a role, or take it out; an office reads nothing before something is sent to it",
		);
	if (role.post !== undefined)
		return cannot(
			`“${party.role}” is a post, and who reads goes by level`,
			"Name a role of that level without “post:”",
		);
	const ranks: [id: string, is: Level | undefined][] =
		Object.keys(own).length > 0
			? Object.entries(own).map(([id, { is }]) => [id, is])
			: levels.map((level) => [level, level]);
	const index = ranks.findIndex(([id]) => id === role.level);
	if (index === -1) return undefined;
	const above = ranks[index + 1];
	if (above === undefined)
		return cannot(
			`Nobody of the ${said.trim().split(" ")[0]} agency could read this: “${party.role}” is of its highest level`,
			"Name the highest role that is not to read it, such as “receiving practitioner”",
		);
	const byPosts = [ranks[index], above].find((rank) => rank?.[1] === undefined)?.[0];
	return byPosts === undefined
		? above[1]
		: cannot(
				`“${byPosts}” is a level by posts alone, and who reads goes by the levels of the directory`,
				"Name a role below it or above it whose level, and the next above that, say “is:”",
			);
}

/** What is said of a stage and what is said of a step in it: the higher level of each side. */
export const bothKeptTo = (one: KeptTo, other: KeptTo): KeptTo => ({
	...one,
	...Object.fromEntries(
		Object.entries(other).map(([side, level]) => [side, higherOf(one[side], level)]),
	),
});

const higherOf = (one: Level | undefined, other: Level): Level =>
	one !== undefined && levels.indexOf(one) > levels.indexOf(other) ? one : other;
