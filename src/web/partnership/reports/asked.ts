import { z } from "zod";
import type { Period } from "../../../domain/learning/period.ts";
import { Refusal } from "../../../domain/refusal.ts";
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
				message: say`The period ends before it starts: the last day must not be before the first`,
			});
	});

const isoDay = z.iso.date();
/** The days in an address; undefined where these are none. Whether the last is not before the first, `checkPeriod` asks. */
export const periodIn = (params: unknown): Period | undefined =>
	z.object({ from: isoDay, until: isoDay }).safeParse(params).data;

/** @throws Refusal 'ends-before-it-starts' */
export function checkPeriod({ from, until }: Period): void {
	if (from > until)
		throw new Refusal(
			"ends-before-it-starts",
			"This period ends before it starts. Choose its first and its last day again.",
		);
}
