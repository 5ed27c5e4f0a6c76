import type { Actor } from "../../people/viewer.ts";
import type { RecordedEvent } from "../difference.ts";

/**
 * What a program did for somebody by a token says so in the record: whoever reads it can tell it from what they did
 * themself.
 *
 * @param decided the entries of their act
 */
export const throughToken = (decided: RecordedEvent[], { id, through }: Actor): RecordedEvent[] =>
	through === undefined
		? decided
		: decided.map((entry) =>
				[entry.by?.person, entry.entered?.by.person].includes(id) ? { ...entry, through } : entry,
			);
