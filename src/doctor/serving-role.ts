import type { Finding } from "../domain/running/finding.ts";
import type { Overstep } from "../store/walls.ts";

const told: Record<Overstep, string> = {
	superuser: "is a superuser",
	bypasses: "bypasses row-level security",
	owns: "owns tables",
};

/**
 * Whether the database itself keeps partnerships apart and the record as it is.
 *
 * @param oversteps what the role that serves may do and must not; undefined where it cannot be asked
 */
export function servingRoleFinding(oversteps: readonly Overstep[] | undefined): Finding {
	const about = { check: "serving-role", title: "The role that serves" };
	if (oversteps === undefined)
		return {
			...about,
			state: "look",
			says: "It cannot be asked: it is not there yet, or does not reach the database.",
			fix: "The first start makes it. Where you made it yourself, check DATABASE_URL.",
		};
	if (oversteps.length === 0)
		return {
			...about,
			state: "well",
			says: "It owns nothing, can only add to the record, and sees one partnership at a time.",
		};
	return {
		...about,
		state: "broken",
		says: `It ${oversteps.map((each) => told[each]).join(" and ")}: the database would not hold back a fault of Concord.`,
		fix: "Make a role that only logs in, and name it in DATABASE_URL, with the owner in DATABASE_OWNER_URL.",
	};
}
