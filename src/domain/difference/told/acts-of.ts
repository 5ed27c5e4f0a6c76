import type { RecordedEvent } from "../difference.ts";

/** An act, and what followed from it. */
export type Act = [RecordedEvent, ...RecordedEvent[]];

/** Entries that came about at the same moment by the same hand: an act and what followed from it. */
export const actsOf = (entries: readonly RecordedEvent[]): Act[] =>
	entries.reduce<Act[]>((acts, entry) => {
		const last = acts.at(-1);
		const [first] = last ?? [];
		if (last && first?.at === entry.at && first.by?.person === entry.by?.person) last.push(entry);
		else acts.push([entry]);
		return acts;
	}, []);
