import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import type { Fault } from "../../../domain/protocol/file/faults.ts";
import { isNoText } from "../../../domain/protocol/file/plain-text.ts";
import { counted } from "../../kit/dates.ts";
import { errorAt, type FormErrors } from "../../kit/form.ts";
import { say } from "../../kit/say.tsx";
import { buttons } from "./editor.tsx";
import { keepText } from "./kept-text.ts";
import { sentText } from "./typed-text.ts";
import { othersInForce } from "./visit-version.ts";

/** A text as somebody left it, with the revision that it was made from: 0 for a new protocol. */
export type EditedText = { text: string; revision: number };

/** What a form with the text of a protocol asked for, as far as it is no change of anything. */
export type ReceivedText =
	/** It was put aside for whoever typed it. */
	| { is: "kept" }
	/** It is shown again: it was to be checked, or has faults. */
	| {
			is: "checked";
			status: 200 | 422;
			faults: Fault[];
			warnings?: Fault[] | undefined;
			errors?: FormErrors;
	  }
	/** It has no faults and is to be saved. */
	| { is: "sound" };

/**
 * @param page what the draft is kept under
 * @param today ISO day
 */
export async function receiveText(
	app: App,
	{ viewer, body }: FastifyRequest,
	page: string,
	edited: EditedText,
	today: string,
): Promise<ReceivedText> {
	const pressed = sentText(body, "_do");
	if (pressed === buttons.keep && !isNoText(edited.text)) {
		await keepText(app, viewer, page, edited);
		return { is: "kept" };
	}
	const others = await othersInForce(app, viewer.partnershipId, today);
	const { faults = [], warnings } = await app.beside.read(edited.text, others);
	if (pressed === buttons.check) return { is: "checked", status: 200, faults, warnings };
	if (faults.length === 0) return { is: "sound" };
	const says = say`The text has ${counted(faults.length, "fault")}, so it was not saved. Each stands under the text with its line`;
	return { is: "checked", status: 422, faults, errors: errorAt("text", says, "faults") };
}

/** The text that a form was sent with. */
export const editedText = (body: unknown): EditedText => ({
	text: sentText(body, "text"),
	revision: revisionIn(body, "_revision"),
});

export const revisionIn = (body: unknown, name: string): number => {
	const given = Number(sentText(body, name));
	return Number.isSafeInteger(given) ? given : 0;
};
