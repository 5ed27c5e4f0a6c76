import { z } from "zod";
import { openDifference } from "../../actions/open-difference.ts";
import { carriedOver, handingOver } from "../parts/raising/handing-over.ts";
import { inputs, offerTitle } from "../parts/raising/raising.ts";
import { reads } from "./operation.ts";
import { anAnswer, ofOne } from "./schemas.ts";

export const handOverOperations = [
	reads({
		id: "readHandOver",
		path: "/differences/{id}/hand-over",
		tag: "Raising",
		summary: "How a difference goes on under another protocol, where it ended by that",
		says: "Raise it there by `raiseDifference`, with this `begin` and its identifier as `continues`.",
		scope: "differences:raise",
		params: ofOne,
		answer: z.object({
			begin: z.string(),
			title: z.string(),
			agency: z.uuid().nullable().describe("With which agency it was."),
			answers: z
				.record(z.string(), anAnswer)
				.describe("Those that go with it, as far as you may read them."),
		}),
		run: async ({ app, viewer, params }) => {
			const opened = await openDifference(app, viewer, params.id, "hand-over");
			const offer = opened && (await handingOver(app, viewer, opened))?.offer;
			if (!opened || !offer) return undefined;
			const { carried, values } = await carriedOver(app, viewer, opened, offer);
			const agency = values[inputs.agency];
			return {
				begin: offer.begin,
				title: offerTitle(offer),
				agency: typeof agency === "string" && agency !== "" ? agency : null,
				answers: carried as Record<string, z.input<typeof anAnswer>>,
			};
		},
	}),
];
