import { z } from "zod";
import { whoLookedAt } from "../../actions/who-looked.ts";
import { reads } from "./operation.ts";
import { instant, ofOne } from "./schemas.ts";

export const whoLookedOperations = [
	reads({
		id: "listWhoLooked",
		path: "/differences/{id}/who-looked",
		tag: "Differences",
		summary: "Who looked at a difference",
		says: "All of it for the data protection officer; of their own agency for whoever answers for it.",
		scope: "differences:read",
		params: ofOne,
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
		}),
		run: async ({ app, viewer, params }) => {
			const found = await whoLookedAt(app, viewer, params.id);
			return found && { all: found.all, looked: found.looked };
		},
	}),
];
