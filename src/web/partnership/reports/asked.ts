import { z } from "zod";
import type { Period } from "../../../domain/learning/period.ts";
import { dateOf } from "../../kit/form.ts";
import { say } from "../../kit/say.tsx";

/** Another period than the usual one. */
export const periodAsked = z
	.object({
		from: dateOf({ name: "The first day", missing: "Enter the first day of the period" }),
		until: dateOf({ name: "The last day", missing: "Enter the last day of the period" }),
	})
	.superRefine(({ from, until }, context) => {
		if (from > until)
			context.addIssue({
				code: "custom",
				path: ["until"],
				message: say`The last day must not be before the first`,
			});
	});

const isoDay = z.iso.date();
/** The days in an address; undefined where these are none, or lie the wrong way round. */
export function periodIn(params: unknown): Period | undefined {
	const { data } = z.object({ from: isoDay, until: isoDay }).safeParse(params);
	return data && data.from <= data.until ? data : undefined;
}
