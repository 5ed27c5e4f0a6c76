import { createHash } from "node:crypto";

/** The identifier of the rehearsal partnership. */
export const partnershipId = idOf("partnership");

/** With which a person of the table signs in, the same in every rehearsal. */
export const accountId = (person: string) => idOf(`account ${person}`);

/** The identifiers of its protocol's versions: the one in force, the one before it, and the draft of the next. */
export const versionId = idOf("protocol version");
export const earlierVersionId = idOf("earlier protocol version");
export const draftVersionId = idOf("draft of a protocol version");

/** The identifier of an agency of the table of people, the same in every rehearsal. */
export const agencyId = (agency: string) => idOf(`agency ${agency}`);

/** The identifier of a person of the table, the same in every rehearsal. */
export const personId = (person: string) => idOf(`person ${person}`);

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
