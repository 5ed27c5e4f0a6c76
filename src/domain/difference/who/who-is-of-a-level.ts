import { answersIn, type Listed } from "../../people/who-answers.ts";
import type { Protocol, Role } from "../../protocol/protocol.ts";
import { seatOf } from "./duties.ts";

/** A role that posts of the directory fill, and where nobody does. */
export type PostsOfRole = {
	role: Role;
	/** The posts that are asked for, by their names in the directory. */
	posts: string[];
	/** Of these posts those that nobody of the directory holds. */
	heldByNobody: string[];
	/**
	 * Agencies in which nobody is of the role's level or above, and no agency answers for them in it. Empty for a role that
	 * asks for one post: an agency needs no conference chair.
	 */
	nobodyIn: string[];
};

/**
 * Which posts the roles of a protocol ask for, and who of the directory there is for them. Higher levels are not listed
 * again for their own posts.
 *
 * @param agencies those whose people may be raised with or raise
 */
export function postsOfRoles(
	protocol: Protocol,
	agencies: readonly string[],
	directory: readonly Listed[],
): PostsOfRole[] {
	const held = new Set(directory.flatMap(({ offices }) => offices));
	return Object.values(protocol.roles).flatMap((role) => {
		const { level, post } = role;
		if (!level) return [];
		const own = protocol.levels.find(({ id }) => id === level.name)?.posts ?? [];
		const posts = post === undefined ? own : [post];
		if (posts.length === 0) return [];
		const isFilled = (agency: string) => {
			const header = { raisingAgency: agency, receivingAgency: agency, involved: {} };
			const seat = seatOf(protocol, header, { side: "raising", role: role.id });
			return directory.some((one) => answersIn(seat, [], one) === "by-role");
		};
		return [
			{
				role,
				posts,
				heldByNobody: posts.filter((each) => !held.has(each)),
				nobodyIn: post === undefined ? agencies.filter((agency) => !isFilled(agency)) : [],
			},
		];
	});
}
