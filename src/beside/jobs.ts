import type { Rules } from "../domain/difference/rules.ts";
import type { TypedTable, UnreadableTable } from "../domain/learning/old-log/typed-table.ts";
import { checkHandOffs } from "../domain/protocol/check/hand-offs.ts";
import type { Fault } from "../domain/protocol/file/faults.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { readPasted } from "../domain/protocol/reading/read-pasted.ts";
import { type Change, compareProtocols } from "../domain/protocol/told/compare/compare.ts";
import { type TriedStory, tryStory } from "../domain/story/try-story.ts";
import { readTable } from "./table/read-table.ts";

/** The text of a protocol that somebody typed, read: plain data. */
export type TypedProtocol =
	| { protocol: Protocol; warnings: Fault[]; faults?: never }
	| { faults: Fault[]; protocol?: never; warnings?: never };

/** What is done beside the server with what somebody typed. Everything given and answered is plain data. */
export const jobs = {
	/** @param others the protocols that it may hand over to */
	read: (text: string, others: Protocol[]): TypedProtocol => {
		const read = readPasted(text);
		if (!read.protocol) return { faults: read.faults };
		const { faults, warnings } = checkHandOffs(read.protocol, read.lineOf, others);
		// The other protocol may be changed next: what does not fit it yet keeps nobody from saving this one.
		return {
			protocol: read.protocol,
			warnings: [...read.warnings, ...faults, ...warnings].sort(
				(a, b) => (a.line ?? 0) - (b.line ?? 0),
			),
		};
	},
	compare: (before: Protocol, after: Protocol): Change[] => compareProtocols(before, after),
	play: (rules: Rules, text: string): TriedStory | { faults: Fault[] } => tryStory(rules, text),
	readTable: (bytes: Uint8Array): Promise<TypedTable | UnreadableTable> => readTable(bytes),
};

export type Jobs = typeof jobs;
