/**
 * Whether the record is what was recorded: each entry of each chain, what it stands for, where chains ended when that was
 * signed, and what is derived from the record. It says what is wrong first in each chain, in words, and changes nothing.
 */
import { type ChainedTable, chainedTables, readKind } from "../chain/chained-rows.ts";
import {
	chainChecker,
	differenceChecker,
	isOfPartnership,
	type RecordFault,
} from "../chain/check-links.ts";
import { type PublishedHead, signedOfHead } from "../chain/head.ts";
import { sha256Of, textOfMilestone, textOfRow } from "../chain/link.ts";
import { type ChainEnd, rootOf } from "../chain/merkle.ts";
import { isSignedBy } from "../chain/signed.ts";
import {
	countLinks,
	endOfPartnership,
	hashAt,
	type LinkOfDifference,
	listChainedRows,
	listChains,
	listChainsWithoutDifference,
	listCheckpoints,
	listEnds,
	listLinks,
	listPartnershipLinks,
	listSignedAndGone,
} from "../store/chain.ts";
import { compareDerived, listToCompare } from "../store/compare-derived.ts";
import { type Db, readSideBySide, type Trx } from "../store/db.ts";
import { listSigningKeys } from "../store/signing-keys.ts";
import type { App } from "./app.ts";
import { askedAhead } from "./one-by-one.ts";
import { verifyFiles } from "./verify-files.ts";

/** What was looked at, and what was found. */
export type Verified = {
	/** Entries of all chains. */
	entries: number;
	differences: number;
	checkpoints: number;
	/** Entries that were linked while the clock of the machine had been set back: dated then as the entry before. */
	clockWasBack: number;
	/** Differences of which words could not be looked at: their key was destroyed, or is not here. */
	wordsUnread: number;
	/** What was not looked at: of this nothing is said. */
	notLooked: NotLooked[];
	/** The first of each chain first; none where all is well. */
	faults: RecordFault[];
};

/**
 * What there is to look at besides the chains of differences: the chain of the partnership with the rows that it stands for and
 * the signed ends; words and what is derived by replaying; the bytes of files; and words that could not be opened.
 */
export type NotLooked = "partnership" | "replays" | "files" | "unread-words";

/** So many entries are read at once, of so many chains. */
const entriesAtOnce = 5_000;
const chainsAtOnce = 150;
/** So many records are read, and replayed, together. */
const comparedAtOnce = 150;

/** More than these are not named one by one: the first says where to look. */
const mostFaults = 100;

/** Whether there may be more amiss than is named. */
export const isCutShort = ({ faults }: Pick<Verified, "faults">): boolean =>
	faults.length >= mostFaults;

type Seen = ReturnType<ReturnType<typeof differenceChecker>["seen"]> & ChainEnd & { at: string };
/** The latest entry about a row. */
type Latest = { digest: string; position: number; isGone: boolean };

/**
 * Verifies the record of one partnership.
 *
 * @param how `difference`: its chain alone, by identifier; `replay`: also what is derived from the record
 * @param told how far it is, from 0 to 1
 */
export async function verifyRecord(
	app: Pick<App, "db" | "protocols">,
	partnershipId: string,
	{
		difference,
		replay = true,
		files = false,
		against,
		told = async () => {},
	}: {
		difference?: string | undefined;
		replay?: boolean;
		/** With `replay`: also whether the bytes of files are those that were sent, which reads all of them. */
		files?: boolean;
		/** A head that was published of this partnership. */
		against?: PublishedHead | undefined;
		told?: (part: number) => Promise<void>;
	} = {},
): Promise<Verified> {
	const faults: RecordFault[] = [];
	const found = (fault: RecordFault) => {
		faults.push(fault);
	};
	const whole = Math.max(1, await countLinks(app.db, partnershipId, difference));
	let entries = 0;
	let followed = 0;
	const tellHowFar = () => {
		const linked = Math.min(1, entries / whole);
		return told(replay ? (linked + followed) / 2 : linked);
	};
	const tell = (more: number) => {
		entries += more;
		return tellHowFar();
	};
	const chains = async (db: Trx) => {
		const seen = await verifyDifferences(db, partnershipId, difference, found, tell);
		const checkpoints =
			difference === undefined ? await verifyPartnership(db, partnershipId, seen, found, tell) : 0;
		if (against) await verifyAgainst(db, partnershipId, against, found);
		return { seen, checkpoints };
	};
	/** What is amiss in a chain is told before what follows from it. */
	const afterwards: RecordFault[] = [];
	const whatFollows = (db: Trx) =>
		verifyWhatFollows({ db, protocols: app.protocols }, partnershipId, difference, {
			found: (fault) => afterwards.push(fault),
			told: (part) => {
				followed = part;
				return tellHowFar();
			},
			filesIn: files ? app.db : undefined,
		});
	// Side by side: the chains are mostly the database's work, and replaying is mostly Concord's. Of one moment: what people do
	// meanwhile would stand behind the end of a chain that was read before.
	const [{ seen, checkpoints }, wordsUnread] = await readSideBySide(app.db, chains, async (db) =>
		replay ? whatFollows(db) : 0,
	);
	faults.push(...afterwards);
	return {
		entries,
		differences: seen.size,
		checkpoints,
		wordsUnread,
		notLooked: [
			...(difference === undefined ? [] : (["partnership"] as const)),
			...(replay ? [] : (["replays"] as const)),
			...(replay && files ? [] : (["files"] as const)),
			...(wordsUnread > 0 ? (["unread-words"] as const) : []),
		],
		clockWasBack: [...seen.values()].reduce((sum, each) => sum + each.clockWasBack, 0),
		faults: faults.slice(0, mostFaults),
	};
}

/** Each chain of a difference, from its first entry to its end. */
async function verifyDifferences(
	db: Trx,
	partnershipId: string,
	only: string | undefined,
	found: (fault: RecordFault) => void,
	tell: (more: number) => Promise<void>,
): Promise<Map<string, Seen>> {
	const seen = new Map<string, Seen>();
	const broken = new Map<string, Pick<RecordFault, "code" | "position" | "says">>();
	let checker: ReturnType<typeof differenceChecker> | undefined;
	let current: string | undefined;
	const chains = only === undefined ? await listChains(db, partnershipId) : [only];
	const read = (from: number, after?: LinkOfDifference): Promise<LinkOfDifference[]> => {
		const some = chains.slice(from, from + chainsAtOnce);
		const links = listLinks(db, partnershipId, { chains: some, after, most: entriesAtOnce });
		links.catch(() => {});
		return links;
	};
	const close = () => {
		if (!checker || current === undefined) return;
		const { position, hash, at } = checker.end();
		seen.set(current, { ...checker.seen(), difference: current, position, at, hash: hash ?? "" });
	};
	/** Where each difference says that it ends, and how much it holds: asked for while its links are looked at. */
	const ends: ReturnType<typeof listEnds>[] = [];
	let from = 0;
	for (let asked: Promise<LinkOfDifference[]> | undefined = read(from); asked; ) {
		const links: LinkOfDifference[] = await asked;
		// The rest of these chains, else the next chains, are read while these are looked at.
		const isMore = links.length === entriesAtOnce;
		if (!isMore) {
			const these = listEnds(db, partnershipId, chains.slice(from, from + chainsAtOnce));
			these.catch(() => {});
			ends.push(these);
			from += chainsAtOnce;
		}
		asked = from < chains.length ? read(from, isMore ? links.at(-1) : undefined) : undefined;
		for (const link of links) {
			if (link.chain !== current) {
				close();
				current = link.chain;
				checker = differenceChecker(link.chain);
			}
			if (broken.has(link.chain)) continue;
			const wrong = checker?.link(link);
			if (wrong) broken.set(link.chain, { ...wrong, position: link.position });
		}
		await tell(links.length);
	}
	close();
	for (const [difference, each] of broken)
		if (!seen.has(difference)) found({ ...each, difference });

	for (const asked of ends)
		for (const end of await asked) {
			const name = end.reference;
			const wrong = broken.get(end.difference);
			if (wrong) {
				found({ ...wrong, difference: name });
				continue;
			}
			const was = seen.get(end.difference);
			const fault = endFault(end, was);
			if (fault) found({ ...fault, difference: name, position: fault.position });
		}
	return seen;
}

function endFault(
	end: Awaited<ReturnType<typeof listEnds>>[number],
	seen: Seen | undefined,
): Pick<RecordFault, "code" | "position" | "says"> | undefined {
	const position = seen?.position ?? 0;
	if (end.position > position)
		return {
			code: "cut-off",
			position: position + 1,
			says: `It ends after entry ${position}, and there were ${end.position}: the end was cut off.`,
		};
	if (end.position < position || (seen && (end.hash !== seen.hash || end.at !== seen.at)))
		return {
			code: "not-following",
			position: end.position,
			says: `Where it ends is kept as entry ${end.position}, which is not the end that is there: something was put in or replaced.`,
		};
	if (seen && (end.acts !== seen.acts || end.readings !== seen.readings))
		return {
			code: "not-linked",
			position: null,
			says: `It has ${end.acts} acts and ${end.readings} readings, and ${seen.acts} and ${seen.readings} of them are linked: something was put in beside the chain.`,
		};
	if (!seen && end.acts + end.readings > 0)
		return {
			code: "removed",
			position: 1,
			says: "It has a record and no chain: the whole chain was removed.",
		};
	if (!seen) return { code: "removed", position: 1, says: "Nothing of its record is there." };
	return undefined;
}

/** The partnership’s own chain, the rows that it stands for, and the checkpoints. */
async function verifyPartnership(
	db: Trx,
	partnershipId: string,
	seen: ReadonlyMap<string, Seen>,
	found: (fault: RecordFault) => void,
	tell: (more: number) => Promise<void>,
): Promise<number> {
	const checker = chainChecker(partnershipId);
	const hashes = new Map<number, string>();
	/** Of each row the digest of its latest entry. */
	const latest = new Map<string, Latest>();
	const begun = new Map<string, { digest: string; position: number }>();
	const ended = new Map<string, { digest: string; position: number }[]>();
	let broken = false;
	for (let after = 0; ; ) {
		const links = await listPartnershipLinks(db, partnershipId, { after, most: entriesAtOnce });
		for (const link of links) {
			const wrong = broken
				? undefined
				: (checker.link(link) ??
					(isOfPartnership(link.kind)
						? undefined
						: {
								code: "unknown" as const,
								says: `Nothing of the kind ‘${link.kind}’ belongs there.`,
							}));
			if (wrong) {
				broken = true;
				found({ ...wrong, difference: null, position: link.position });
			}
			hashes.set(link.position, link.hash);
			const is = { digest: link.digest, position: link.position };
			if (link.kind === "difference-begun") begun.set(link.key, is);
			else if (link.kind === "difference-ended")
				ended.set(link.key, [...(ended.get(link.key) ?? []), is]);
			else {
				const { table, isGone } = readKind(link.kind);
				latest.set(`${table} ${link.key}`, { ...is, isGone });
			}
		}
		await tell(links.length);
		after = links.at(-1)?.position ?? after;
		if (links.length < entriesAtOnce) break;
	}
	const end = await endOfPartnership(db, partnershipId);
	const last = checker.end();
	if (!broken && (end?.position ?? 0) !== last.position)
		found({
			code: (end?.position ?? 0) > last.position ? "cut-off" : "not-following",
			difference: null,
			position: last.position + 1,
			says:
				(end?.position ?? 0) > last.position
					? `It ends after entry ${last.position}, and there were ${end?.position}: the end was cut off.`
					: `Where it ends is kept as entry ${end?.position ?? 0}, which is not the end that is there.`,
		});
	else if (!broken && end && (end.hash !== last.hash || end.at !== last.at))
		found({
			code: "not-following",
			difference: null,
			position: last.position,
			says: "Its last entry is not the one that was linked last.",
		});

	for (const [difference, { digest, position }] of begun) {
		const was = seen.get(difference);
		if (!was)
			found({
				code: "removed",
				difference,
				position,
				says: "It began, says the partnership’s chain, and the whole of it was removed.",
			});
		else if (was.begun && sha256Of(textOfMilestone(difference, was.begun)) !== digest)
			found({
				code: "not-following",
				difference,
				position: 1,
				says: "It begins otherwise than the partnership’s chain says: its chain was made anew.",
			});
	}
	for (const [difference, was] of seen) {
		if (!begun.has(difference))
			found({
				code: "not-linked",
				difference,
				position: 1,
				says: "The partnership’s chain knows nothing of its beginning.",
			});
		// Which of its acts ended it is not known any more; that all of them are linked, is.
		if (was.isDisposed) continue;
		const theirs = ended.get(difference) ?? [];
		const missing = theirs.find(
			({ digest }) =>
				!was.ended.some((link) => sha256Of(textOfMilestone(difference, link)) === digest),
		);
		if (missing)
			found({
				code: "cut-off",
				difference,
				position: null,
				says: "It ended, says the partnership’s chain, and how it ended was removed or altered.",
			});
	}
	for (const gone of await listChainsWithoutDifference(db, partnershipId))
		if (!begun.has(gone))
			found({
				code: "removed",
				difference: gone,
				position: 1,
				says: "It has a chain or was signed in a checkpoint, and the difference was removed.",
			});
	await verifyRows(db, partnershipId, latest, found);
	return verifyCheckpoints(db, partnershipId, hashes, found);
}

/** Rows are as their latest entry says. */
async function verifyRows(
	db: Trx,
	partnershipId: string,
	latest: ReadonlyMap<string, Latest>,
	found: (fault: RecordFault) => void,
): Promise<void> {
	const there = new Set<string>();
	for (const [name, table] of Object.entries(chainedTables) as [
		keyof typeof chainedTables,
		ChainedTable,
	][])
		for (const { key, columns } of await listChainedRows(db, partnershipId, name, table)) {
			const linked = latest.get(`${name} ${key}`);
			there.add(`${name} ${key}`);
			if (!linked || linked.isGone)
				found({
					code: "not-linked",
					difference: null,
					position: null,
					says: `There is ${table.called} (${key}) of which the chain knows nothing.`,
				});
			else if (sha256Of(textOfRow(name, columns)) !== linked.digest)
				found({
					code: "altered",
					difference: null,
					position: linked.position,
					says: `What it stands for, ${table.called} (${key}), was altered beside Concord.`,
				});
		}
	for (const [row, { position, isGone }] of latest) {
		const [kind = "", ...key] = row.split(" ");
		const { table } = readKind(kind);
		if (isGone || there.has(row) || !table) continue;
		found({
			code: "removed",
			difference: null,
			position,
			says: `What it stands for, ${chainedTables[table].called} (${key.join(" ")}), was removed beside Concord.`,
		});
	}
}

/** Each signature, and that each chain has still what was signed. @returns how many */
async function verifyCheckpoints(
	db: Trx,
	partnershipId: string,
	hashes: ReadonlyMap<number, string>,
	found: (fault: RecordFault) => void,
): Promise<number> {
	const keys = new Map((await listSigningKeys(db)).map(({ id, publicKey }) => [id, publicKey]));
	const ends = new Map<string, ChainEnd>();
	const checkpoints = await listCheckpoints(db, partnershipId);
	const gone = Map.groupBy(await listSignedAndGone(db, partnershipId), ({ number }) => number);
	let number = 0;
	for (const { grown, keyId, signature, ...checkpoint } of checkpoints) {
		number++;
		const wrong = (says: string, difference: string | null = null) =>
			found({ code: "checkpoint", difference, position: null, says });
		const called = `Checkpoint ${checkpoint.number} of ${checkpoint.at.slice(0, 10)}`;
		if (checkpoint.number !== number) {
			wrong(`Checkpoint ${number} is missing.`);
			number = checkpoint.number;
		}
		const publicKey = keys.get(keyId);
		const head = { partnership: partnershipId, ...checkpoint };
		if (!publicKey || !isSignedBy(signedOfHead(head), signature, publicKey))
			wrong(`${called} was altered: its signature does not hold.`);
		if (hashes.get(checkpoint.position) !== checkpoint.hash)
			wrong(
				`${called} was signed over an entry ${checkpoint.position} of the partnership that is not there any more.`,
			);
		for (const end of grown) ends.set(end.difference, end);
		for (const { difference, position } of gone.get(checkpoint.number) ?? [])
			wrong(
				`${called} was signed over its entry ${position}, which is not there any more: it was cut off or made anew.`,
				difference,
			);
		if (rootOf([...ends.values()]) !== checkpoint.root)
			wrong(`${called} was signed over other chains than those that are kept with it.`);
	}
	return checkpoints.length;
}

/** A head that was published: signed by a key of here, and still part of the record. */
async function verifyAgainst(
	db: Trx,
	partnershipId: string,
	published: PublishedHead,
	found: (fault: RecordFault) => void,
): Promise<void> {
	const wrong = (says: string) =>
		found({ code: "checkpoint", difference: null, position: null, says });
	const head = published["concord-head"];
	if (head.partnership !== partnershipId)
		return wrong("What was published is of another partnership.");
	const publicKey = Buffer.from(published.key.public, "base64");
	if (!isSignedBy(signedOfHead(head), published.signature, publicKey))
		return wrong("What was published was altered: its signature does not hold.");
	if (!(await listSigningKeys(db)).some((key) => key.publicKey.equals(publicKey)))
		return wrong("What was published was signed by a key that this installation does not have.");
	const kept = (await listCheckpoints(db, partnershipId)).find(
		({ number }) => number === head.number,
	);
	if (!kept)
		return wrong(
			`Checkpoint ${head.number}, which was published on ${head.at.slice(0, 10)}, is not in the record: the record was cut off, or put back from before.`,
		);
	if (kept.root !== head.root || kept.hash !== head.hash || kept.position !== head.position)
		return wrong(
			`Checkpoint ${head.number} is another than the one that was published on ${head.at.slice(0, 10)}: the record was made anew.`,
		);
	if ((await hashAt(db, partnershipId, head.position)) !== head.hash)
		wrong(
			`Entry ${head.position} of the partnership, which was published on ${head.at.slice(0, 10)}, is not there any more.`,
		);
}

/**
 * The words of each difference are those that its acts commit to, and what is derived from its record is what the record gives
 * when it is replayed.
 *
 * @returns of how many differences words could not be looked at
 */
async function verifyWhatFollows(
	{ db, protocols }: { db: Trx; protocols: App["protocols"] },
	partnershipId: string,
	only: string | undefined,
	{
		found,
		told,
		filesIn,
	}: {
		found: (fault: RecordFault) => unknown;
		told: (part: number) => Promise<void>;
		/** Files are looked at as they are now: bytes of one that is disposed of go at once. Left out, none are. */
		filesIn: Db | undefined;
	},
): Promise<number> {
	let unread = 0;
	let done = 0;
	const all = await listToCompare(db, partnershipId, only);
	const parts = Array.from({ length: Math.ceil(all.length / comparedAtOnce) }, (_, nth) =>
		all.slice(nth * comparedAtOnce, (nth + 1) * comparedAtOnce),
	);
	const asked = askedAhead(parts, async (these) => ({
		these,
		compared: await compareDerived(
			db,
			protocols,
			these.map(({ difference }) => difference),
		),
	}));
	for await (const { these, compared } of asked) {
		for (const { difference, reference } of these) {
			const is = compared.get(difference);
			if (!is) continue;
			const wrong = (code: RecordFault["code"], says: string) =>
				found({ code, difference: reference, position: null, says });
			if (is.words.unread) unread++;
			if (is.words.keyGone)
				wrong(
					"words",
					"The key to its words was removed, and it was not disposed of: nobody can read them any more.",
				);
			const [act] = is.words.wrong;
			if (act !== undefined)
				wrong("words", `The words of act ${act} are not those that were recorded with it.`);
			if (!is.differ) wrong("derived", "Its record cannot be replayed.");
			else if (is.differ.length > 0)
				wrong(
					"derived",
					`What is derived from its record is not what the record gives: ${is.differ.join(", ")}.`,
				);
			if (filesIn) for (const fault of await verifyFiles(filesIn, difference)) found(fault);
		}
		done += these.length;
		await told(done / all.length);
	}
	await told(1);
	return unread;
}
