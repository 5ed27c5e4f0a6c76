/** A story: acts with dates, played on a protocol to see what it does. Partnerships test their protocols with these. */
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";

const moment = z
	.string()
	.regex(
		/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$/,
		"Write a date and time such as 2026-03-26 10:15",
	);

const clockState = z.enum(["running", "ran-out", "met", "met-late", "dropped"]);

const storyFile = z.strictObject({
	/** What it shows, in a sentence. */
	story: z.string().min(1),
	acts: z
		.array(
			z.strictObject({
				/** Local date and time. */
				at: moment,
				/** Who: `raising practitioner`, `business-unit`; a second person in a role is `raising manager 2`. */
				by: z.string().optional(),
				/** `raise`, a step, a move, `recorded` for the child's record, or `wait`. */
				do: z.string(),
				outcome: z.string().optional(),
				/** Answers by field; what is left out is filled in with an example. */
				enter: z.record(z.string(), z.unknown()).default({}),
				/** The act must be refused, with this code. */
				refused: z.string().optional(),
			}),
		)
		.min(1),
	expect: z
		.strictObject({
			/** The ending, or `open`. */
			ended: z.string().optional(),
			stage: z.string().optional(),
			/** Steps that are open, in any order. */
			owed: z.array(z.string()).optional(),
			/** Sides that know of the difference, in any order. */
			told: z.array(z.string()).optional(),
			clocks: z
				.record(
					z.string(),
					z.strictObject({
						due: z.string().optional(),
						state: clockState.optional(),
						/** Names of the days that were not counted, weekends left out. */
						skipped: z.array(z.string()).optional(),
					}),
				)
				.default({}),
		})
		.prefault({}),
});

export type Story = z.infer<typeof storyFile>;
export type StoryAct = Story["acts"][number];

/**
 * Reads a story file.
 *
 * @returns the story, or what is wrong with it, each with its line where it is known
 */
export function readStory(
	text: string,
): { story: Story; faults?: never } | { faults: string[]; story?: never } {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	if (document.errors.length > 0)
		return {
			faults: document.errors.map(
				(error) =>
					`line ${lines.linePos(error.pos[0]).line}: ${error.message.split(" at line")[0]}`,
			),
		};
	const read = storyFile.safeParse(document.toJS({ maxAliasCount: 50 }));
	return read.success
		? { story: read.data }
		: {
				faults: read.error.issues.map(
					({ path, message }) => `${path.join(" › ")}: ${message}`,
				),
			};
}
