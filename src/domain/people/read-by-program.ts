import { mayExport } from "./exporting.ts";
import type { Viewer } from "./viewer.ts";

/** So many differences the programs of one person may open on a day, each as often as they like. */
export const mostReadByProgram = 100;

/**
 * Whether a program may open one more: to take many differences away, one after the other, is to take data out of Concord, and
 * asks for that right.
 *
 * @param opened how many differences the programs of its person have opened today, with this one
 */
export const mayProgramRead = (viewer: Pick<Viewer, "offices">, opened: number): boolean =>
	opened <= mostReadByProgram || mayExport(viewer);

/** Whether this is the one with which they began to take data out: that is noted once a day. */
export const beginsTakingOut = (opened: number, isNew: boolean): boolean =>
	isNew && opened === mostReadByProgram + 1;
