import { type Faults, isNearly } from "../file/faults.ts";
import type { ProtocolFile } from "../file/file.ts";
import { isAgencySide } from "../protocol.ts";

/** Whom the roles of a file may be called by, and what a writer means who comes close to one. */
export type People = {
	levels: string[];
	offices: string[];
	/** Every party by its written name: `raising manager`, `business-unit`. */
	parties: string[];
	/** The party that words mean which are none: by its name, or by what it is called. */
	meant: (said: string) => string | undefined;
	/** The level that words mean which say no agency. */
	levelMeant: (said: string) => string | undefined;
};

export function peopleIn(roles: ProtocolFile["roles"]): People {
	const names = Object.keys(roles);
	const offices = names.filter((name) => "office" in (roles[name] ?? {}));
	const levels = names.filter((name) => !offices.includes(name));
	const parties = [
		...levels.flatMap((level) => [`raising ${level}`, `receiving ${level}`]),
		...offices,
	];
	/** What people may write for a role, with spaces: its name, and what it is called anywhere. */
	const words = new Map(
		Object.entries(roles).map(([name, role]) => [
			name,
			[name, role.called ?? name, ...("level" in role ? Object.values(role.in) : [])].map(
				withSpaces,
			),
		]),
	);
	const roleIn = (said: string, among: string[]): string | undefined =>
		among.find((name) => words.get(name)?.includes(said)) ??
		among.find((name) => words.get(name)?.some((each) => isNearly(said, each)));
	return {
		levels,
		offices,
		parties,
		levelMeant: (said) => roleIn(withSpaces(said), levels),
		meant: (said) => {
			const spaced = withSpaces(said);
			const [first = "", ...rest] = spaced.split(" ");
			const side = sideMeant(first);
			if (side === undefined) return roleIn(spaced, offices);
			const level = roleIn(rest.join(" "), levels);
			return level && `${side} ${level}`;
		},
	};
}

/** The agency that a word means: `receving`, `recieving`. */
const sideMeant = (word: string): "raising" | "receiving" | undefined =>
	(["raising", "receiving"] as const).find((side) => side === word || isNearly(word, side));

/**
 * A seat on a panel: a role, or somebody from outside in free words. Words that are nearly a role, or written as the
 * name of one, are a fault: nobody could sit there.
 */
export function checkSeat(
	people: People,
	said: string,
	path: (string | number)[],
	faults: Faults,
): void {
	if ([...people.offices, ...people.levels, ...people.parties].includes(said)) return;
	const meant = people.meant(said);
	if (meant !== undefined)
		faults.add(path, `“${said}” is nobody whom this file names`, `Did you mean “${meant}”?`);
	else if (isAgencySide(said.split(" ")[0] ?? ""))
		faults.unknown(
			path,
			said.split(" ").slice(1).join(" "),
			"role with a level inside an agency",
			people.levels,
		);
	else if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(said))
		faults.add(
			path,
			`There is no role called “${said}”`,
			`Write “${said.replaceAll("-", " ")}” for somebody from outside, or add “${said}: { office: ${said} }” under “roles:”`,
		);
}

/** To whom a letter goes, in its own words: the name of a role would stand in it as it is. */
export function checkAddressee(
	people: People,
	roles: ProtocolFile["roles"],
	said: string,
	path: (string | number)[],
	faults: Faults,
): void {
	const meant = people.parties.includes(said) ? said : people.meant(said);
	if (meant === undefined || (!meant.includes(" ") && !/[-_]/.test(said))) return;
	const [side = "", level] = meant.split(" ");
	const called = roles[level ?? side]?.called ?? withSpaces(level ?? side);
	faults.add(
		path,
		`A letter would begin “${said}”, which is how this file names somebody and no address`,
		`Write it as the letter is to say it: “The ${called}${level === undefined ? "" : `, {${side}-agency}`}”, in quotes`,
	);
}

const withSpaces = (words: string): string =>
	words
		.trim()
		.toLowerCase()
		.replace(/[-\s]+/g, " ");
