/** The levels that a protocol's roles name: its own, mapped to the directory, or the directory's four. */
import { nameInWords, withArticle } from "../../english.ts";
import { atLeast, type Level, levels } from "../../people/viewer.ts";
import type { Rank } from "../../people/who-answers.ts";
import type { Faults } from "../file/faults.ts";
import type { ProtocolFile } from "../file/file.ts";
import type { RoleLevel } from "../protocol.ts";
import type { Path } from "./references.ts";

type RoleOfLevel = Extract<ProtocolFile["roles"][string], { level: string }>;

/**
 * Looks over a protocol's own levels.
 *
 * @returns what a role's level means: whoever is of it, or of one above, by the directory's level or by a post
 */
export function levelsIn(
	file: ProtocolFile,
	faults: Faults,
): (role: RoleOfLevel, path: Path) => RoleLevel {
	const own = Object.entries(file.levels);
	if (own.length === 0)
		return ({ level }, path) => {
			if (!isDirectoryLevel(level)) faults.unknown([...path, "level"], level, "level", [...levels]);
			return { name: level, level: level as Level, posts: [] };
		};
	checkLevels(file.levels, faults);
	const ranks = new Map(own.map(([id], index) => [id, rankFrom(own.slice(index))]));
	return ({ level, post }, path) => {
		const rank = ranks.get(level);
		if (!rank) faults.unknown([...path, "level"], level, "level", [...ranks.keys()]);
		if (post !== undefined && rank && rank.posts.length > 0)
			faults.add(
				[...path, "post"],
				`Posts are of the level “${level}”, and the role asks for one of its own besides`,
				`Take “post:” out, or say “${post}” under the “posts:” of a level`,
			);
		return { name: level, ...(rank ?? { level: null, posts: [] }) };
	};
}

const isDirectoryLevel = (said: string): said is Level => levels.some((level) => level === said);

/** Who is of the first of these levels, or of one above. Everybody is a practitioner at least: posts add nobody. */
function rankFrom(these: [string, ProtocolFile["levels"][string]][]): Rank {
	const level = these.find(([, { is }]) => is !== undefined)?.[1].is ?? null;
	return {
		level,
		posts: level === "practitioner" ? [] : [...new Set(these.flatMap(([, { posts }]) => posts))],
	};
}

/** Each level must have people who are of it and not of the one above, and its place must be that of the directory. */
function checkLevels(own: ProtocolFile["levels"], faults: Faults): void {
	/** The level above which the next one must be. */
	let below: { id: string; is: Level } | undefined;
	const levelOfPost = new Map<string, string>();
	for (const [index, [id, { is, posts }]] of Object.entries(own).entries()) {
		const path = ["levels", id];
		if (is === undefined && posts.length === 0)
			faults.add(
				path,
				`Nobody of the directory is of the level “${id}”`,
				`Say “is:” with one of ${levels.join(", ")}, or “posts:” that people of it hold`,
			);
		if (is === "practitioner" && index > 0)
			faults.add(
				[...path, "is"],
				`Everybody is a practitioner at least, so everybody would be of the levels before “${id}”, too`,
				`Write “${id}” first: levels stand in order, lowest first`,
			);
		else if (is !== undefined && below !== undefined && is === below.is)
			faults.add(
				[...path, "is"],
				`“${below.id}” and “${id}” are both whoever is ${withArticle(nameInWords(is))} in the directory, so nobody could tell them apart`,
				`Take “is:” out at one of them, and name the posts that people of it hold`,
			);
		else if (is !== undefined && below !== undefined && !atLeast(is, below.is))
			faults.add(
				[...path, "is"],
				`“${id}” stands above “${below.id}”, and in the directory ${withArticle(nameInWords(is))} is below ${withArticle(nameInWords(below.is))}`,
				"Write the levels in order, lowest first",
			);
		if (is === "practitioner" && posts.length > 0)
			faults.add(
				[...path, "posts"],
				"Everybody is a practitioner at least, so posts tell nobody apart",
				"Take “posts:” out, or give them a level of their own above it",
			);
		for (const [place, post] of posts.entries()) {
			const other = levelOfPost.get(post);
			if (other !== undefined)
				faults.add(
					[...path, "posts", place],
					other === id
						? `The post “${post}” is named twice`
						: `The post “${post}” is of “${other}” and of “${id}”, so nobody could tell them apart by it`,
					"Name it at one level, once",
				);
			levelOfPost.set(post, id);
		}
		if (is !== undefined) below = { id, is };
	}
}
