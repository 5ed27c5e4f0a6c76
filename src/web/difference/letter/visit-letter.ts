import type { App } from "../../../actions/app.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { letterOnPaper } from "../../../documents/letter.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { askAct } from "../../parts/act/asked-act.ts";
import { typedAnswers } from "../../parts/act/typed-answers.ts";
import { type LetterFilledIn, letterOf } from "../../parts/difference/letter-of.ts";

/** The letter of a step as its reader may see it; undefined for who may not read the step, and for one that writes none. */
export async function visitLetter(
	app: App,
	viewer: Viewer,
	opened: OpenedDifference,
	name: string,
): Promise<LetterFilledIn | undefined> {
	const step = Object.hasOwn(opened.protocol.steps, name) ? opened.protocol.steps[name] : undefined;
	if (!step?.letter) return undefined;
	const asked = await askAct(app, viewer, opened, { step }, step.by.side);
	return letterOf(opened, viewer, step, typedAnswers(asked));
}

/** A letter as a file: what it is called, and what stands in it. */
export const letterFile = ({ document }: LetterFilledIn) =>
	[`${document.reference}-letter`, letterOnPaper(document)] as const;
