/** Work that takes longer than somebody waits at a page: it is done beside it, and can be left and found again. */
export type Task = {
	id: string;
	partnershipId: string;
	kind: TaskKind;
	/** What it is about: an old log, a report, a request of somebody, or a file to take away. */
	aboutId: string;
	state: TaskState;
	/** How far it is, out of how many; `whole` is null while that is not known. */
	done: number;
	whole: number | null;
	/** Why it failed, and what to do. */
	wrong: string | null;
	askedBy: string;
};
export type TaskKind =
	| "read-old-log"
	| "check-old-log"
	| "import-old-log"
	| "undo-old-log"
	| "make-report"
	| "check-report"
	| "look-for-name"
	| "make-download"
	| "verify-record";
export type TaskState = "waiting" | "running" | "done" | "failed";

/** Whether somebody is to wait for it. */
export const isUnderWay = ({ state }: Pick<Task, "state">): boolean =>
	state === "waiting" || state === "running";
