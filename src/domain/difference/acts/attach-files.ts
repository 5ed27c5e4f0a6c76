import type { AttachedFile } from "../../files.ts";
import type { RecordedEvent } from "../difference.ts";

/**
 * Files become part of the act that they were sent with: whoever may read its entry may open them, nobody else.
 * What encloses the entry brings them along; what follows from the act does not repeat them.
 *
 * @param decided the entries of an act
 * @param files of what is known of them, the record keeps which they were
 */
export function attachFiles(
	decided: RecordedEvent[],
	files: readonly AttachedFile[],
): RecordedEvent[] {
	if (files.length === 0) return decided;
	const at = decided.findIndex(isAct);
	if (at < 0) throw new RangeError("Files were sent with something that is no act");
	const sent = files.map(({ id, name, type, size, sha256 }) => ({ id, name, type, size, sha256 }));
	return decided.map((entry, index) => (index === at ? { ...entry, files: sent } : entry));
}

const acts: ReadonlySet<RecordedEvent["type"]> = new Set([
	"raised",
	"step-done",
	"move-made",
	"clock-changed",
	"clock-paused",
]);

/** The original of what came on paper belongs to the part that was filled in on it, and goes where that goes. */
const isAct = ({ type, by, entered }: RecordedEvent): boolean =>
	by !== undefined && acts.has(type) && !(entered && type === "raised");
