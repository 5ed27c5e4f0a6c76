import { readKind } from "./chained-rows.ts";
import { hashOfLink, type Link, type RowText, sha256Of, textOfAct, textOfRow } from "./link.ts";

/** What is wrong with an entry of the record, or with what stands beside it. */
export type RecordFault = {
	code:
		| "missing"
		| "altered"
		| "not-following"
		| "removed"
		| "not-linked"
		| "cut-off"
		| "backwards"
		| "unknown"
		| "checkpoint"
		| "derived"
		| "words"
		| "file";
	/** The difference, by its reference or else its identifier; null for the partnership’s own chain. */
	difference: string | null;
	/** The entry of that chain; null where it is of none. */
	position: number | null;
	/** A sentence. */
	says: string;
};

type Checked = { says: string; code: RecordFault["code"] };

/** A link as it is kept, with the row that it stands for. */
export type LinkToCheck = Link & {
	hash: string;
	act: { columns: RowText; narrative: Record<string, string | null> } | null;
	reading: RowText | null;
	/** There is a certificate that what it stood for was disposed of. */
	isDisposed?: boolean;
};

/** A clock that was set back is told from one that waited for others by this. */
const tolerance = { minutes: 1 };

/** Looks at the links of one chain in their order: each must be whole, and follow from the one before. */
export function chainChecker(chain: string): {
	/** @returns what is wrong with it; looks no further after the first fault */
	link: (link: Link & { hash: string }) => Checked | undefined;
	/** Where the chain ends, as far as it was looked at. */
	end: () => { position: number; hash: string | null; at: string };
} {
	let position = 0;
	let hash: string | null = null;
	let at = "";
	return {
		link: (link) => {
			if (link.position !== position + 1)
				return {
					code: "missing",
					says:
						position === 0
							? `Its first ${link.position === 2 ? "entry is" : `${link.position - 1} entries are`} missing.`
							: `After entry ${position} comes entry ${link.position}: what stood between was removed.`,
				};
			if (link.chain !== chain || hashOfLink(link) !== link.hash)
				return { code: "altered", says: "The link itself was altered after it was made." };
			if (link.previous !== hash)
				return {
					code: "not-following",
					says:
						position === 0
							? "It claims to follow another, and is the first."
							: `It does not follow from entry ${position} as that stands now: one of the two was put in, replaced or moved.`,
				};
			if (link.at < at)
				return { code: "backwards", says: "It is dated before the entry that it follows." };
			position = link.position;
			hash = link.hash;
			at = link.at;
			return undefined;
		},
		end: () => ({ position, hash, at }),
	};
}

/** Looks at a chain of a difference, and at the rows that its links stand for. */
export function differenceChecker(chain: string): {
	link: (link: LinkToCheck) => Checked | undefined;
	end: () => { position: number; hash: string | null; at: string };
	/** What it has seen so far: `begun` and `ended` are the hashes that the partnership’s chain has too. */
	seen: () => {
		acts: number;
		readings: number;
		begun: string | undefined;
		ended: readonly string[];
		/** Entries that were linked with a time after their own: the clock had been set back. */
		clockWasBack: number;
		/** There is a certificate of its disposal: its links are there, and what they stood for is not. */
		isDisposed: boolean;
	};
} {
	const links = chainChecker(chain);
	let acts = 0;
	let readings = 0;
	let begun: string | undefined;
	let lastAct = "";
	let clockWasBack = 0;
	let isDisposed = false;
	const digests = new Map<number, string>();
	const ended: string[] = [];
	return {
		link: (link) => links.link(link) ?? rowOf(link),
		end: links.end,
		seen: () => ({ acts, readings, begun, ended, clockWasBack, isDisposed }),
	};

	function rowOf(link: LinkToCheck): Checked | undefined {
		if (link.kind === "act") {
			acts++;
			if (link.key !== String(acts))
				return {
					code: "not-following",
					says: `It is act ${link.key} of the difference where act ${acts} was to follow.`,
				};
			if (!link.act && link.isDisposed) {
				isDisposed = true;
				if (link.key === "1") begun = link.hash;
				return undefined;
			}
			if (!link.act)
				return { code: "removed", says: `What it stands for, act ${link.key}, was removed.` };
			const { columns, narrative } = link.act;
			if (sha256Of(textOfAct(columns, narrative)) !== link.digest)
				return {
					code: "altered",
					says: `What it stands for, act ${link.key} (‘${columns.type}’) or its words, was altered after it was recorded.`,
				};
			digests.set(acts, link.digest);
			const unsigned = signedIn(columns).find(({ act, sha256 }) => digests.get(act) !== sha256);
			if (unsigned)
				return {
					code: "altered",
					says: `Act ${link.key} signed act ${unsigned.act} as it was submitted, and that is another now.`,
				};
			const { at } = columns;
			if (at && lastAct && isBefore(at, lastAct))
				return {
					code: "backwards",
					says: `Act ${link.key} is dated before the act that it follows.`,
				};
			lastAct = at ?? lastAct;
			noteClock(at, link);
			if (link.key === "1") begun = link.hash;
			if (columns.type === "ended") ended.push(link.hash);
			return undefined;
		}
		if (link.kind === "read") {
			readings++;
			if (!link.reading && link.isDisposed) return undefined;
			if (!link.reading)
				return { code: "removed", says: `What it stands for, reading ${link.key}, was removed.` };
			if (sha256Of(textOfRow("reading", link.reading)) !== link.digest)
				return {
					code: "altered",
					says: `What it stands for, reading ${link.key}, was altered after it was recorded.`,
				};
			noteClock(link.reading.at, link);
			return undefined;
		}
		return { code: "unknown", says: `Nothing of the kind ‘${link.kind}’ belongs there.` };
	}

	function noteClock(own: string | null | undefined, link: Link): void {
		if (!own || isSameMinute(own, link.at)) return;
		if (Temporal.Instant.compare(Temporal.Instant.from(own).add(tolerance), link.at) < 0)
			clockWasBack++;
	}
}

/** What an act signed, with the hash of it. */
function signedIn({ detail, type }: RowText): readonly Signed[] {
	if (type !== "step-done" || !detail?.includes('"signs"')) return [];
	return (JSON.parse(detail) as { signs?: Signed[] }).signs ?? [];
}
type Signed = { act: number; sha256: string };

/*
 * Moments as they are linked are all in UTC, so that most are told apart as texts, as far as the second: a million are looked at.
 */

const toTheSecond = "2026-03-27T10:00:00".length;
const toTheMinute = "2026-03-27T10:00".length;

const isSameMinute = (one: string, other: string): boolean =>
	one.slice(0, toTheMinute) === other.slice(0, toTheMinute);

function isBefore(one: string, other: string): boolean {
	if (one === other) return false;
	const [second, otherSecond] = [one.slice(0, toTheSecond), other.slice(0, toTheSecond)];
	return second === otherSecond ? Temporal.Instant.compare(one, other) < 0 : second < otherSecond;
}

/** Whether a kind of entry belongs in the chain of a partnership. */
export const isOfPartnership = (kind: string): boolean =>
	kind === "difference-begun" || kind === "difference-ended" || readKind(kind).table !== undefined;
