import type { Limit } from "../../calendar/limit.ts";
import type { Faults } from "../file/faults.ts";
import { readWithin } from "../within.ts";

/** A length of time; one that cannot be read is told to `faults`. */
export function readLength(faults: Faults, said: string, path: (string | number)[]): Limit {
	const within = readWithin(said);
	if (!within)
		faults.add(
			path,
			`“${said}” is not a length of time`,
			/working hour/.test(said)
				? "Hours are counted day and night, weekends included: write “4 hours”, or days with a “due-time:”"
				: "Write, for example, “2 working days”, “24 hours”, “5 calendar days”, “1 working week”, “2 weeks”, “1 month” or “immediately” (the same day); a time of day stands in “due-time:”",
		);
	return within ?? { unit: "immediately" };
}
