/** What the Business Unit arranges in a difference from its desk: who of it takes it, and whom it reminds by hand. */
import { z } from "zod";
import { openDifference } from "../../actions/open-difference.ts";
import { remindOwners } from "../../actions/remind-owners.ts";
import { releaseDifference, takeDifference } from "../../actions/take-difference.ts";
import { deskOffice } from "../../reports/business-unit-desk.ts";
import { does } from "./operation.ts";
import { aName, ofOne } from "./schemas.ts";

const tag = "The office";
const arranged = z.object({ difference: z.uuid() });

export const officeOperations = [
	does({
		id: "takeDifference",
		path: "/differences/{id}/taken",
		tag,
		summary: "Take a difference",
		says: "What the Business Unit owes in it is yours first, also where a colleague had it; they may still do it.",
		scope: "differences:act",
		anyNumberOfTimes: true,
		params: ofOne,
		answer: arranged,
		run: async ({ app, viewer, params: { id } }) =>
			(await takeDifference(app, viewer, id, deskOffice)) ? { difference: id } : undefined,
	}),
	does({
		id: "releaseDifference",
		method: "DELETE",
		path: "/differences/{id}/taken",
		tag,
		summary: "Give a difference back to the whole office",
		scope: "differences:act",
		anyNumberOfTimes: true,
		params: ofOne,
		answer: arranged,
		run: async ({ app, viewer, params: { id } }) =>
			(await releaseDifference(app, viewer, id, deskOffice)) ? { difference: id } : undefined,
	}),
	does({
		id: "remindOwners",
		path: "/differences/{id}/steps/{step}/reminders",
		tag,
		summary: "Remind whoever owes a step, by hand",
		says: "Once a day at most, besides what Concord sends by itself.",
		scope: "differences:act",
		anyNumberOfTimes: true,
		params: ofOne.extend({ step: aName }),
		answer: z.object({
			people: z
				.int()
				.describe(
					"How many are reminded: none where it was done meanwhile, is not theirs to do, or they were reminded of it today.",
				),
		}),
		run: async ({ app, viewer, params: { id, step } }) => {
			if (!viewer.offices.includes(deskOffice)) return undefined;
			if (!(await openDifference(app, viewer, id, "difference"))) return undefined;
			return { people: await remindOwners(app, viewer, deskOffice, [{ difference: id, step }]) };
		},
	}),
];
