import { createHash } from "node:crypto";

/** The identifiers of a rehearsed partnership, the same in every rehearsal. */
export type Identifiers = {
	partnershipId: string;
	/** Of an agency of its table of people. */
	agencyId: (agency: string) => string;
	/** Of a person of the table, and of the account with which they sign in. */
	personId: (person: string) => string;
	accountId: (person: string) => string;
	/** Of the version in force of a protocol, by its place among the partnership's. */
	versionId: (nth: number) => string;
};

/** @param place what is its own in words that others could have too; nothing for Harbour Vale, which was first */
export const identifiersIn = (place: string): Identifiers => ({
	partnershipId: idOf(`${place}partnership`),
	agencyId: (agency) => idOf(`${place}agency ${agency}`),
	personId: (person) => idOf(`${place}person ${person}`),
	accountId: (person) => idOf(`${place}account ${person}`),
	versionId: (nth) => idOf(`${place}protocol version${nth === 0 ? "" : ` ${nth}`}`),
});

const harbourVale = identifiersIn("");

/** Those of Harbour Vale. */
export const { partnershipId, agencyId, personId } = harbourVale;

/** Those of Stonemere. */
export const stonemereIds = identifiersIn("stonemere ");

/** The identifiers of the versions of Harbour Vale’s protocol: the one in force, the one before it, and the draft of the next. */
export const versionId = harbourVale.versionId(0);
export const earlierVersionId = idOf("earlier protocol version");
export const draftVersionId = idOf("draft of a protocol version");

/** The identifier of a difference of the two years before, by its place in their table: the same in every rehearsal. */
export const pastDifferenceId = (nth: number) => idOf(`past difference ${nth}`);

/** The identifier of a lesson of the two years before, by its place in their table, or of one of its actions. */
export const pastLessonId = (nth: number, action?: number) =>
	idOf(`past lesson ${nth}${action === undefined ? "" : ` action ${action}`}`);

/** A UUID (version 8) that always belongs to the same words. */
function idOf(words: string): string {
	const hex = createHash("sha256").update(words).digest("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
