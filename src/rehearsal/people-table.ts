import { z } from "zod";
import { levels, sectors, type Viewer } from "../domain/people/viewer.ts";
import type { Cast } from "../domain/story/people-of-story.ts";
import { type Identifiers, identifiersIn } from "./identifiers.ts";

/** A rehearsed partnership, its agencies and their people: the shape of `people.yaml`. */
export const peopleTable = z.strictObject({
	/** Its name. */
	partnership: z.string(),
	/** What the references of its differences begin with. */
	references: z.string(),
	/** Whether its people may choose Welsh. */
	welsh: z.boolean().default(false),
	/** By the name that their addresses have under example.org. */
	agencies: z.record(
		z.string(),
		z.strictObject({
			name: z.string(),
			sector: z.enum(sectors),
			/** By the part of their address before the @, which is how stories name them. */
			people: z.record(
				z.string(),
				z.strictObject({
					name: z.string(),
					job: z.string(),
					level: z.enum(levels),
					/** Answers for the agency as its managers do. */
					lead: z.boolean().default(false),
					offices: z.array(z.string()).default([]),
					/** Signs in with the account that this person of Harbour Vale has. */
					account: z.string().optional(),
				}),
			),
		}),
	),
});
export type PeopleTable = z.infer<typeof peopleTable>;

/** Everybody of a table, by the name that stories have for them. @param ids of the partnership; Harbour Vale's when left out */
export const peopleIn = (
	{ agencies }: PeopleTable,
	{ partnershipId, agencyId, personId }: Identifiers = identifiersIn(""),
): Map<string, Viewer> =>
	new Map(
		Object.entries(agencies).flatMap(([agency, { name: agencyName, sector, people }]) =>
			Object.entries(people).map(
				([said, { name, job, level, lead, offices }]): [string, Viewer] => [
					said,
					{
						id: personId(said),
						partnershipId,
						agencyId: agencyId(agency),
						agencyName,
						sector,
						name,
						jobTitle: job,
						email: `${said}@${agency}.example.org`,
						level,
						safeguardingLead: lead,
						offices,
					},
				],
			),
		),
	);

/** Whom the names in a rehearsal's stories stand for. */
export function castOf(table: PeopleTable, ids: Identifiers = identifiersIn("")): Cast {
	const people = peopleIn(table, ids);
	return {
		person: (said) => {
			const actor = people.get(said);
			return actor && { actor, called: actor.name };
		},
		names: [...people.keys()],
		raisingAgency: (raisedBy) => raisedBy.agencyId,
		otherAgency: (said) =>
			said !== undefined && Object.hasOwn(table.agencies, said) ? ids.agencyId(said) : undefined,
	};
}
