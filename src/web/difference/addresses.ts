import { paths } from "../paths.ts";

export const differencePath = (id: string): string => `${paths.differences}/${id}`;

/** The difference’s page with a banner that says what was just done: the number of its entry in the record. */
export const justDonePath = (id: string, entry: number): string =>
	`${differencePath(id)}?done=${entry}`;

/** @param step as the protocol names it, such as `formal-resolution.forward` */
export const stepPath = (id: string, step: string): string => `${differencePath(id)}/steps/${step}`;

export const movePath = (id: string, move: string): string => `${differencePath(id)}/moves/${move}`;

export const childsRecordPath = (id: string): string => `${differencePath(id)}/childs-record`;

/** Where what ended by going on under another protocol is begun there. */
export const handOverPath = (id: string): string => `${differencePath(id)}/hand-over`;

export const formPath = (id: string): string => `${differencePath(id)}/form`;
