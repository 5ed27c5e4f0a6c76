import { z } from "zod";
import { startOfDay } from "../../../domain/time.ts";
import type { Search } from "../../../store/search.ts";
import { optionalDateOf, type ReadForm, readForm } from "../../kit/form.ts";

export const pageSize = 20;

export const orders = {
	due: "Due soonest first",
	changed: "Changed last first",
	reference: "Reference",
} as const;

const text = z
	.string()
	.trim()
	.max(200)
	.transform((typed) => typed || undefined)
	.optional()
	.catch(undefined);

/** What the form of the list asks. What no form of ours could have sent does not narrow. */
const searchAsked = z.object({
	reference: text,
	agency: z.uuid().optional().catch(undefined),
	stage: text,
	theme: text,
	status: z.enum(["open", "ended"]).optional().catch(undefined),
	"due-from": optionalDateOf({ name: "First due date" }),
	"due-to": optionalDateOf({ name: "Last due date" }),
	overdue: z.literal("yes").optional().catch(undefined),
	sort: z.enum(["due", "changed", "reference"]).catch("due"),
	page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type SearchAsked = z.infer<typeof searchAsked>;

/** Whom somebody looks for. It is posted: whom a difference is about must not stand in an address. */
export const byNameAsked = z.object({
	about: z
		.string("Enter a name, a date of birth or a number")
		.trim()
		.min(2, "Enter two letters or more")
		.max(200, "Enter 200 characters or fewer"),
});

/** The search for a child: everything that fits, on one page. */
export const searchByName = (about: string): Search => ({
	about,
	sort: "due",
	page: 1,
	pageSize: mostByName,
});

/** How many are shown of those that fit a name: a longer list is narrowed by more of the name. */
export const mostByName = 50;

/** Reads the address of the list: what to look for, or what is wrong with it. */
export const readSearch = (query: unknown): ReadForm<SearchAsked> => readForm(searchAsked, query);

/** The search in the store’s terms: a day from its first moment to its last, overdue from now back. */
export function searchOf(asked: SearchAsked, now: Temporal.ZonedDateTime): Search {
	const dueBefore = asked["due-to"] && startOfDay(asked["due-to"], 1);
	const present = now.toInstant().toString();
	return {
		reference: asked.reference,
		agencyId: asked.agency,
		stage: asked.stage,
		theme: asked.theme,
		status: asked.status,
		dueFrom: asked["due-from"] && startOfDay(asked["due-from"], 0),
		dueBefore:
			asked.overdue && (dueBefore === undefined || dueBefore > present) ? present : dueBefore,
		overdue: asked.overdue !== undefined,
		sort: asked.sort,
		page: asked.page,
		pageSize,
	};
}
