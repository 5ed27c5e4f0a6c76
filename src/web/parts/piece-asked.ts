import { z } from "zod";
import type { DecidedPiece, Piece } from "../../domain/redaction/pieces.ts";
import { Refusal } from "../../domain/refusal.ts";
import { choiceOf, errorAt, type FormValues } from "../kit/form.ts";
import type { RefusedForm } from "../kit/form-page.ts";

/** What the form of a piece asks. */
export const pieceAsked = z.object({
	decision: choiceOf(["give", "redact", "withhold"], "Select what is given of it"),
	text: z.string().default(""),
	/** Which piece was read. */
	piece: z.string().default(""),
	ground: z.string().default(""),
});

/** What it is filled in with: what was decided, else what is proposed. */
export const pieceBegins = <Ground extends string>({
	text,
	proposed,
	decided,
}: Piece<Ground> & { decided: DecidedPiece<Ground> | undefined }): FormValues => ({
	decision: decided?.decision ?? proposed.decision,
	text: decided?.text || proposed.text || text,
	ground: decided?.ground ?? proposed.ground ?? "",
});

/**
 * What was decided of the piece that was read.
 *
 * @param grounds those that there are: another is none
 * @throws Refusal 'changed-meanwhile' where another piece stands there now
 */
export function decidedIn<Ground extends string>(
	{ decision, text, ground, piece }: z.infer<typeof pieceAsked>,
	{ key }: Pick<Piece<Ground>, "key">,
	grounds: Readonly<Record<Ground, unknown>>,
): DecidedPiece<Ground> {
	if (piece !== key)
		throw new Refusal(
			"changed-meanwhile",
			"What is held has changed meanwhile, and this is another piece now. Read it before you decide.",
		);
	return { decision, text, ground: Object.hasOwn(grounds, ground) ? (ground as Ground) : null };
}

/** Where on the form it is said why it was refused. */
export const pieceRefused = ({ code, message }: Refusal): RefusedForm => ({
	status: 422,
	errors: errorAt(
		code === "reason-missing" ? "ground" : code === "changed-meanwhile" ? "decision" : "text",
		message,
	),
});
