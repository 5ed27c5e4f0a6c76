/** Seven-minute briefings: written and approved on their pages, read by everybody. */
import { z } from "zod";
import { partnershipClock } from "../../actions/partnership-clock.ts";
import {
	type Briefing,
	briefingSections,
	mayReadDrafts,
	sectionNames,
} from "../../domain/learning/briefing.ts";
import { inEnglish } from "../../domain/said.ts";
import { listBriefings } from "../../store/briefings.ts";
import { briefingFile, visitBriefing } from "../partnership/briefings/visit-briefing.ts";
import { paperFormats, paperType, sendPaper } from "../parts/paper-file.ts";
import { reads } from "./operation.ts";
import { goesOnAfterRow, partAfter } from "./paging.ts";
import { instant, nextCursor, pageAsked } from "./schemas.ts";

const tag = "Learning";
const scope = "partnership:read" as const;
const ofBriefing = z.object({ briefing: z.uuid() });

const listed = z.object({
	id: z.uuid(),
	title: z.string(),
	state: z.enum(["draft", "approved", "withdrawn"]),
	approvedAt: instant.nullable(),
});

const aBriefing = listed
	.extend({
		sections: z.array(z.object({ heading: z.string(), text: z.string() })),
	})
	.meta({
		id: "Briefing",
		description: "What was learned, on one page, in words that name nobody.",
	});

const listedOf = ({ id, title, state, approvedAt }: Briefing): z.input<typeof listed> => ({
	id,
	title,
	state,
	approvedAt,
});

export const briefingOperations = [
	reads({
		id: "listBriefings",
		path: "/briefings",
		tag,
		summary: "Seven-minute briefings, the last approved first",
		says: `Those in the library for everybody; drafts too for whoever makes them. ${goesOnAfterRow}`,
		scope,
		query: z.object(pageAsked),
		answer: z.object({ briefings: z.array(listed), next: nextCursor }),
		run: async ({ app, viewer, query: { cursor, limit } }) => {
			const all = await listBriefings(
				app.db,
				viewer.partnershipId,
				mayReadDrafts(viewer) ? ["approved", "draft"] : ["approved"],
			);
			const asked = { list: "briefings", limit };
			const { part, next } = partAfter(viewer, asked, cursor, all, ({ id }) => id);
			return { briefings: part.map(listedOf), next };
		},
	}),
	reads({
		id: "readBriefing",
		path: "/briefings/{briefing}",
		tag,
		summary: "One briefing",
		scope,
		params: ofBriefing,
		answer: aBriefing,
		run: async ({ app, viewer, params }) => {
			const found = await visitBriefing(app, viewer, params.briefing);
			return (
				found && {
					...listedOf(found),
					sections: sectionNames.map((name) => ({
						heading: inEnglish(briefingSections[name]),
						text: found.sections[name],
					})),
				}
			);
		},
	}),
	...paperFormats.map((format) =>
		reads({
			id: format === "pdf" ? "openBriefingAsPdf" : "openBriefingAsDocx",
			path: `/briefings/{briefing}/${format}`,
			tag,
			summary: `A briefing as ${format === "pdf" ? "PDF" : "a Word document"}`,
			scope,
			params: ofBriefing,
			answer: { types: [paperType(format)] },
			run: async ({ app, viewer, params, reply }) => {
				const found = await visitBriefing(app, viewer, params.briefing);
				if (!found) return undefined;
				const { partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
				return sendPaper(reply, format, ...briefingFile(found, partnership.name));
			},
		}),
	),
];
