import { likeness } from "../typed-text.ts";

/** What somebody is found by: each word of the name and of the job title. */
type Findable = { name: string; jobTitle: string };

/** Somebody as a list names them: "Rafiq Islam, team manager". */
export const nameWithJob = ({ name, jobTitle }: Findable): string =>
	jobTitle ? `${name}, ${jobTitle}` : name;

/**
 * Those in whose name or job title some word begins with each word that was typed, whatever its capitals and accents.
 *
 * @returns nobody where nothing was typed
 */
export function foundByLetters<Person extends Findable>(people: Person[], typed: string): Person[] {
	const wanted = wordsIn(typed);
	if (wanted.length === 0) return [];
	return people.filter((person) => {
		const words = wordsIn(nameWithJob(person));
		return wanted.every((letters) => words.some((word) => word.startsWith(letters)));
	});
}

/** The one person who is named in full, with or without the job title; undefined where there is none, or are several. */
export function namedInFull<Person extends Findable>(
	people: Person[],
	typed: string,
): Person | undefined {
	const wanted = likeness(typed);
	const named = people.filter(
		(person) =>
			wanted !== "" &&
			(likeness(person.name) === wanted || likeness(nameWithJob(person)) === wanted),
	);
	return named.length === 1 ? named[0] : undefined;
}

const wordsIn = (text: string): string[] =>
	text
		.replace(/[’']/g, "")
		.split(/[^\p{L}\p{N}\p{M}]+/u)
		.map(likeness)
		.filter(Boolean);
