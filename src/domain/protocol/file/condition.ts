/** How a protocol file says that something is so only in some cases: the one form of it, wherever it stands. */
import { z } from "zod";
import { id } from "./texts.ts";

export const when = z
	.record(
		id,
		z.union([id, z.array(id).min(1)]).transform((given) => [given].flat()),
	)
	.describe(
		"Only in these cases: the answers to a choice (`{ agreed: no }`, `{ agreed: [no, in-part] }`) or the way it began (`{ way: urgent }`, `usual` for the usual way). Of several all must hold.",
	);

/**
 * Words that may be others in some cases: a text, or a list with one for each case. That without `when` is the usual
 * one.
 */
export const inCases = <Text extends z.ZodType<string, string>>(text: Text) =>
	z.union([text, z.array(z.strictObject({ say: text, when: when.optional() })).min(2)]);

const ask = z.union([
	id,
	z.strictObject({ ask: id.describe("A field that is asked only in some cases."), when }),
]);

/** Fields that are asked, each always or only in some cases. */
export const asks = z.array(ask);

/** Sides, each told always or only in some cases. */
export type RecipientFile = string | { to: string; when: WhenFile };
export type WhenFile = z.output<typeof when>;
export type SayFile = string | { say: string; when?: WhenFile | undefined }[];
export type AskFile = z.output<typeof ask>;
