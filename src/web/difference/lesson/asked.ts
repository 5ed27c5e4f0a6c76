import { z } from "zod";
import { dateOf, optionalDateOf, optionalText } from "../../kit/form.ts";
import { say } from "../../kit/say.tsx";
import { lessonWords, namesNobody } from "../../parts/lesson-words.tsx";

/** How many actions one lesson may ask for on the page. */
export const actionRows = ["first-action", "second-action", "third-action"] as const;

/** The questions of the page, as a draft knows them. */
export const lessonQuestions = [
	"theme",
	"happened",
	"shouldDiffer",
	...actionRows.flatMap((row) => [
		row,
		`${row}-what`,
		`${row}-shown-by`,
		`${row}-agency`,
		`${row}-owner`,
	]),
	"again",
];

/** Where it is kept while it is typed, among the drafts of the difference. */
export const lessonPage = "lesson";

/** @param action what it is called, as a fault begins; @param day the same of its day */
const rowShape = (row: string, action: string, day: string) => ({
	[`${row}-what`]: optionalText({ name: action, max: 500 }),
	[`${row}-shown-by`]: optionalText({ name: "What will show that it was done", max: 500 }),
	[`${row}-agency`]: z.string().optional(),
	[`${row}-owner`]: optionalText({ name: "The name", max: 200 }),
	[row]: optionalDateOf({ name: day }),
});

type Row = {
	what: string;
	shownBy: string;
	agencyId: string;
	owner: string | undefined;
	dueOn: string;
};

/** A lesson as it is typed. Each action that is begun must be whole. */
export const lessonAsked = z
	.looseObject({
		theme: z.string("Select what it is about").min(1, "Select what it is about"),
		...lessonWords,
		...rowShape(actionRows[0], "Action 1", "The day of action 1"),
		...rowShape(actionRows[1], "Action 2", "The day of action 2"),
		...rowShape(actionRows[2], "Action 3", "The day of action 3"),
		again: dateOf({
			name: "The day to look again",
			missing: "Enter the day on which you look again",
		}),
		[namesNobody]: z.string().optional(),
	})
	.superRefine((given, context) => {
		for (const [index, row] of actionRows.entries()) {
			const [what, shownBy, agency, owner, dueOn] = partsOf(given, row);
			if (![what, shownBy, agency, owner, dueOn].some(Boolean)) continue;
			const missing = (part: string, message: string) =>
				context.addIssue({ code: "custom", path: [part], message });
			if (!what) missing(`${row}-what`, say`Enter what is to be done in action ${index + 1}`);
			if (!shownBy)
				missing(`${row}-shown-by`, say`Enter what will show that action ${index + 1} was done`);
			if (!agency) missing(`${row}-agency`, say`Select the agency that does action ${index + 1}`);
			if (!dueOn) missing(row, say`Enter the day by which action ${index + 1} is done`);
		}
	})
	.transform((given) => ({
		theme: given.theme,
		happened: given.happened,
		shouldDiffer: given.shouldDiffer,
		againOn: given.again,
		namesNobody: given[namesNobody] === "yes",
		actions: actionRows.flatMap((row): Row[] => {
			const [what, shownBy, agencyId, owner, dueOn] = partsOf(given, row);
			return what && shownBy && agencyId && dueOn
				? [{ what, shownBy, agencyId, owner, dueOn }]
				: [];
		}),
	}));

const partsOf = (given: Record<string, unknown>, row: string) =>
	[`${row}-what`, `${row}-shown-by`, `${row}-agency`, `${row}-owner`, row].map(
		(name) => (given[name] as string | undefined) || undefined,
	);
