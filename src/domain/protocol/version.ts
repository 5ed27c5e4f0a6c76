/**
 * The life of a version of a protocol: made as a draft, proposed, approved by a second person for a day, in force
 * from that day until the next version of the same protocol is; or refused, or withdrawn before its day.
 */

import { sayDay } from "../calendar/iso-day.ts";
import type { Actor } from "../people/viewer.ts";
import { Refusal } from "../refusal.ts";
import { said } from "../said.ts";

/** The office whose holders make versions and approve each other's. */
export const administrator = "administrator";
/** The office that may read every version, and moves differences between them. */
const reader = "business-unit";

/** What is stored of where a version stands. */
export type VersionState = "draft" | "proposed" | "approved" | "refused" | "withdrawn";

/** Where a version stands on a day. */
export type VersionStatus =
	| "draft"
	| "proposed"
	| "coming"
	| "in-force"
	| "replaced"
	| "refused"
	| "withdrawn";

/** Something that somebody did to a version. */
export type VersionAct = {
	type: "made" | "edited" | "proposed" | "approved" | "refused" | "withdrawn";
	/** ISO instant. */
	at: string;
	by: string;
	/** In the words of whoever did it; may be empty. */
	note: string;
	/** The version that the text was copied from. */
	copiedFrom?: string | undefined;
	/** ISO day: from when it is to be in force. */
	inForceFrom?: string | undefined;
};

/** A version as far as its life goes. */
export type VersionSoFar = {
	state: VersionState;
	/** ISO day; only of an approved one. */
	inForceFrom: string | null;
	/** ISO instant; null also for the version that a partnership began with. */
	approvedAt: string | null;
	/** In order. */
	history: VersionAct[];
};

export const mayReadVersions = ({ offices }: Actor): boolean =>
	offices.includes(administrator) || offices.includes(reader);

export const mayChangeVersions = ({ offices }: Actor): boolean => offices.includes(administrator);

/**
 * Where versions of one protocol stand on a day.
 *
 * @param versions all of one protocol
 * @param today ISO day
 */
export function statusOfVersion(
	version: VersionSoFar,
	versions: VersionSoFar[],
	today: string,
): VersionStatus {
	if (version.state !== "approved") return version.state;
	if ((version.inForceFrom ?? "") > today) return "coming";
	const latest = versions
		.filter(({ state, inForceFrom }) => state === "approved" && (inForceFrom ?? "") <= today)
		.sort(
			(a, b) =>
				(a.inForceFrom ?? "").localeCompare(b.inForceFrom ?? "") ||
				(a.approvedAt ?? "").localeCompare(b.approvedAt ?? ""),
		)
		.at(-1);
	return latest === version ? "in-force" : "replaced";
}

/** Everybody who wrote some of its text or proposed it: none of them may approve it. */
export const hadAPartIn = ({ history }: VersionSoFar): string[] =>
	history.filter(({ type }) => ["made", "edited", "proposed"].includes(type)).map(({ by }) => by);

/** @throws Refusal 'not-a-draft' */
export function checkIsDraft({ state }: VersionSoFar): void {
	if (state !== "draft")
		throw new Refusal(
			"not-a-draft",
			"This version is no longer a draft, so its text stays as it is. Make a new version from it to change something.",
		);
}

/**
 * A second person approves a version for a day.
 *
 * @param day ISO day from which it is to be in force
 * @param today ISO day
 * @throws Refusal 'not-proposed' | 'not-your-own' | 'day-has-passed'
 */
export function checkMayApprove(
	version: VersionSoFar,
	by: Actor,
	day: string,
	today: string,
): void {
	checkMayDecide(version, by);
	if (day < today)
		throw new Refusal(
			"day-has-passed",
			"A version can come into force today or later, not on a day that has passed.",
		);
}

/** @throws Refusal 'not-proposed' | 'not-your-own' */
export function checkMayDecide(version: VersionSoFar, by: Actor): void {
	if (version.state !== "proposed")
		throw new Refusal(
			"not-proposed",
			said`This version does not wait for approval: ${sayState(version)}.`,
		);
	if (hadAPartIn(version).includes(by.id))
		throw new Refusal(
			"not-your-own",
			"You wrote some of this version or proposed it. Another administrator must decide on it.",
		);
}

/**
 * A draft or a proposal is given up, or an approved version is called off before its day.
 *
 * @param today ISO day
 * @throws Refusal 'in-force' | 'not-open'
 */
export function checkMayWithdraw(version: VersionSoFar, today: string): void {
	const { state, inForceFrom } = version;
	if (state === "refused" || state === "withdrawn")
		throw new Refusal("not-open", said`There is nothing to withdraw: ${sayState(version)}.`);
	if (state === "approved" && (inForceFrom ?? "") <= today)
		throw new Refusal(
			"in-force",
			"This version has come into force, so it cannot be withdrawn. Make a new version that puts right what is wrong.",
		);
}

/** Where it stands, after a colon. */
const sayState = ({ state, inForceFrom }: VersionSoFar): string =>
	({
		draft: "it is a draft that was not proposed yet",
		proposed: "it waits for approval",
		approved: `it was approved, to be in force from ${inForceFrom ? sayDay(inForceFrom) : "a day"}`,
		refused: "it was refused",
		withdrawn: "it was withdrawn",
	})[state];
