/** Texts, names and times of day as a protocol file writes them: what its words are made of. */
import { z } from "zod";

export const id = z
	.string()
	.regex(
		/^[a-z][a-z0-9-]*$/,
		"Begin with a letter, and use only lower-case letters, numbers and hyphens",
	);
export const words = z.string().trim().min(1, "Write something here");
/** Words that stand on one line of a page, a list or a mail. */
export const oneLine = (most: number) =>
	words
		.max(most, `Shorten it to ${most} characters: lists and mail hold no more`)
		.regex(/^[^\p{Cc}<>]*$/u, "Write it on one line, without < or >");
export const title = oneLine(200);
/** Words that stand inside a sentence of a mail. */
export const called = oneLine(120);
export const ids = z.array(id).min(1);
export const timeOfDay = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time of day such as “17:00”, in quotes");

export const party = words.describe(
	"Who: `raising manager`, `receiving senior-manager`, where several agencies may be meant `involved manager`, or a role that holds an office, such as `business-unit`.",
);
