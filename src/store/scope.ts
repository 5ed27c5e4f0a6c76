import { AsyncLocalStorage } from "node:async_hooks";

/**
 * For whom the database is asked. Rows of any other partnership are as if they were not there, whatever a query says
 * (walls.ts); what is one person's own is so for anybody else, where a person asks.
 */
export type Scope =
	| {
			partnershipId: string;
			personId?: string | undefined;
			/** Of the record these entries alone, with their words and files; left out, all of it. */
			entries?: EntriesRead | undefined;
	  }
	/** Nobody yet: no row of any partnership. */
	| "nobody"
	| { across: AcrossPartnerships };

/** Entries of the record of one difference, by their numbers. */
export type EntriesRead = { differenceId: string; seqs: readonly number[] };

/** What goes over all partnerships, each for a reason of its own: nothing else does. */
export type AcrossPartnerships =
	/** Who asks, and at which partnership's address: what decides in which one a request is. */
	| "who-asks"
	/** A page without sign-in: an address or a secret may be of any partnership. */
	| "public-page"
	/** What goes by the clock begins with the list of partnerships. */
	| "clock"
	/** Of which partnership a message or a task of the queue is. */
	| "queue"
	/** Mail that came back names a message of any partnership. */
	| "bounced-mail"
	/** Figures of the whole process. */
	| "figures"
	/** Everything, at one moment. */
	| "backup"
	/** What a start does before anybody is served. */
	| "start"
	/** Whoever is on the machine. */
	| "command";

/** What a scope is on while it goes on; it may be said later what it is. */
export type ScopeHeld = {
	scope: Scope;
	/** What is read may be some seconds old, and come from a replica. */
	mayBeOld?: boolean;
	/** What was answered so far to whoever changes nothing meanwhile (asked-once.ts); left out, nothing is kept. */
	answers?: Map<string, Promise<unknown>> | undefined;
};

const held = new AsyncLocalStorage<ScopeHeld>();

/** The scope of what runs now; undefined outside of any. */
export const scopeNow = (): Scope | undefined => held.getStore()?.scope;

/** Whether what runs now may be told what is some seconds old. */
export const mayBeOldNow = (): boolean => held.getStore()?.mayBeOld === true;

/** The answers that what runs now keeps, and of which scope what it asks now is; undefined where it keeps none. */
export function scopeKept(): { of: string; answers: Map<string, Promise<unknown>> } | undefined {
	const now = held.getStore();
	return now?.answers && { of: asSettings(now.scope).join(" "), answers: now.answers };
}

/** Lets `work` ask the database for one partnership, and where it is a person's asking, for that person. */
export const withinPartnership = <T>(
	scope: { partnershipId: string; personId?: string | undefined },
	work: () => T,
): T => held.run({ scope }, work);

/** Lets `work`, which is for somebody who reads these entries, find nothing else of the record. */
export function withinEntries<T>(entries: EntriesRead, work: () => T): T {
	const scope = scopeNow();
	return typeof scope === "object" && "partnershipId" in scope
		? held.run({ scope: { ...scope, entries } }, work)
		: work();
}

/** Lets `work` ask for every partnership. The places that do are held by scope.test.ts. */
export const acrossPartnerships = <T>(across: AcrossPartnerships, work: () => T): T =>
	held.run({ scope: { across } }, work);

/** Lets `work` ask under a scope that `holder` may still change. */
export const underScope = <T>(holder: ScopeHeld, work: () => T): T => held.run(holder, work);

/** What is read piece by piece, also later and by whoever takes it, is read under the scope of now. */
export function inThisScope<T>(pieces: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
	const run = AsyncLocalStorage.snapshot();
	const kept: AsyncGenerator<T, void> = {
		next: () => run(() => pieces.next()),
		return: (value) => run(() => pieces.return(value)),
		throw: (problem) => run(() => pieces.throw(problem)),
		[Symbol.asyncIterator]: () => kept,
		[Symbol.asyncDispose]: () => run(() => pieces[Symbol.asyncDispose]()),
	};
	return kept;
}

/** As the database has it: `concord.partnership`, `concord.person`, `concord.entries`. */
export const asSettings = (
	scope: Scope,
): [partnership: string, person: string, entries: string] => {
	if (scope === "nobody") return ["", "", ""];
	if ("across" in scope) return [every, "", ""];
	const { partnershipId, personId = "", entries } = scope;
	return [
		partnershipId,
		personId,
		entries ? `${entries.differenceId} {${entries.seqs.join(",")}}` : "",
	];
};

/** What `concord.partnership` is where every partnership is meant. */
export const every = "every";
