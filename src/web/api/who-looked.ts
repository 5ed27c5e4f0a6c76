import { z } from "zod";
import { whoLookedAt } from "../../actions/who-looked.ts";
import { londonDay } from "../../domain/time.ts";
import { reads } from "./operation.ts";
import { goesOnAfterRow, partAfter } from "./paging.ts";
import { instant, nextCursor, ofOne, pageAsked } from "./schemas.ts";

export const whoLookedOperations = [
	reads({
		id: "listWhoLooked",
		path: "/differences/{id}/who-looked",
		tag: "Differences",
		summary: "Who looked at a difference",
		says: `All of it for the data protection officer; of their own agency for whoever answers for it. The latest first: that you ask is a reading too, and puts you there. ${goesOnAfterRow}`,
		scope: "differences:read",
		params: ofOne,
		query: z.object(pageAsked),
		answer: z.object({
			all: z.boolean().describe("Of every agency, or of your own alone."),
			looked: z.array(
				z.object({
					person: z.string(),
					jobTitle: z.string(),
					agency: z.string(),
					first: instant,
					last: instant,
					times: z.int(),
					what: z.array(z.string()),
				}),
			),
			next: nextCursor,
		}),
		run: async ({ app, viewer, params: { id }, query: { cursor, limit } }) => {
			const found = await whoLookedAt(app, viewer, id, null);
			if (!found) return undefined;
			const asked = { list: "who-looked", difference: id, limit };
			const { part, next } = partAfter(
				viewer,
				asked,
				cursor,
				found.looked,
				({ personId, first }) => `${personId} ${londonDay(first)}`,
			);
			return { all: found.all, looked: part.map(({ personId: _, ...each }) => each), next };
		},
	}),
];
