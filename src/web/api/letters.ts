/** Letters that steps write: as they were sent, or as they would be now; in the words that were approved, for they go to somebody else. */
import { z } from "zod";
import { openDifference } from "../../actions/open-difference.ts";
import { letterFile, visitLetter } from "../difference/letter/visit-letter.ts";
import { paperFormats, paperType, sendPaper } from "../parts/paper-file.ts";
import { reads } from "./operation.ts";
import { aName, day, ofOne } from "./schemas.ts";

const tag = "Files and forms";
const scope = "differences:read" as const;
const ofStep = ofOne.extend({ step: aName });

const aLetter = z
	.object({
		title: z.string(),
		to: z.string().nullable().describe("To whom it goes, in lines."),
		paragraphs: z.array(z.string()),
		signedBy: z
			.object({ name: z.string(), role: z.string(), agency: z.string() })
			.nullable()
			.describe("Null where that is not known yet."),
		files: z.array(z.string()).describe("What went with it, by name."),
		day: day.describe("The day it is dated."),
		sent: z.boolean(),
		missing: z
			.array(z.string())
			.describe("What it needs that nobody has recorded, or that you may not know."),
	})
	.meta({ id: "Letter" });

export const letterOperations = [
	reads({
		id: "readLetter",
		path: "/differences/{id}/letters/{step}",
		tag,
		summary: "The letter that a step writes",
		says: "As it was sent, or as it would be now. The protocol says which steps write one.",
		scope,
		params: ofStep,
		answer: aLetter,
		run: async ({ app, viewer, params: { id, step } }) => {
			const opened = await openDifference(app, viewer, id, "letter");
			const letter = opened && (await visitLetter(app, viewer, opened, step));
			if (!letter) return undefined;
			const { document, sent, missing } = letter;
			return {
				title: document.title,
				to: document.to ?? null,
				paragraphs: document.paragraphs,
				signedBy: document.signedBy
					? {
							name: document.signedBy.name,
							role: document.signedBy.role,
							agency: document.signedBy.agency,
						}
					: null,
				files: document.files.map(({ name }) => name),
				day: document.producedOn,
				sent: sent !== undefined,
				missing,
			};
		},
	}),
	...paperFormats.map((format) =>
		reads({
			id: format === "pdf" ? "openLetterAsPdf" : "openLetterAsDocx",
			path: `/differences/{id}/letters/{step}/${format}`,
			tag,
			summary: `The letter as ${format === "pdf" ? "PDF" : "a Word document"}`,
			scope,
			params: ofStep,
			answer: { types: [paperType(format)] },
			run: async ({ app, viewer, params: { id, step }, reply }) => {
				const opened = await openDifference(app, viewer, id, `letter.${format}`);
				const letter = opened && (await visitLetter(app, viewer, opened, step));
				return letter && sendPaper(reply, format, ...letterFile(letter));
			},
		}),
	),
];
