import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { letterOnPaper } from "../../../documents/letter.ts";
import { speaking } from "../../../language/speaking.ts";
import { letterPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { askAct } from "../../parts/act/asked-act.ts";
import { typedAnswers } from "../../parts/act/typed-answers.ts";
import { type LetterFilledIn, letterOf } from "../../parts/difference/letter-of.ts";
import { openAsWritten, openFor } from "../../parts/difference/open-for.ts";
import { paperFormats, sendPaper } from "../../parts/paper-file.ts";
import { LetterPage } from "./page.tsx";

type Address = { Params: { id: string; step: string } };
type Asks = FastifyRequest<Address>;

/** A letter goes to somebody else, in the words that were approved: so it is English, from its head to its foot. */
const english = { language: "en", marks: false } as const;

export const letterRoutes: Routes = (web, app) => {
	web.get<Address>(letterPath(":id", ":step"), async (request, reply) => {
		const visit = await visitLetter(app, request, "letter");
		return visit
			? reply.page(<LetterPage frame={request.frame} {...visit} />)
			: reply.callNotFound();
	});
	for (const format of paperFormats)
		web.get<Address>(
			`${letterPath(":id", ":step")}/letter.${format}`,
			{ config: { givesFile: true } },
			async (request, reply) => {
				const visit = await speaking(english, () =>
					visitLetter(app, request, `letter.${format}`, openAsWritten),
				);
				if (!visit) return reply.callNotFound();
				const { document } = visit.letter;
				return sendPaper(reply, format, `${document.reference}-letter`, letterOnPaper(document));
			},
		);
};

/** Undefined for a stranger, for who may not read the step, and for a step that writes no letter. */
async function visitLetter(
	app: App,
	request: Asks,
	what: string,
	open = openFor,
): Promise<{ opened: OpenedDifference; letter: LetterFilledIn } | undefined> {
	const { viewer, params } = request;
	const opened = await open(app, request, what);
	if (!opened || !Object.hasOwn(opened.protocol.steps, params.step)) return undefined;
	const step = opened.protocol.steps[params.step];
	if (!step?.letter) return undefined;
	const asked = await askAct(app, viewer, opened, { step }, step.by.side);
	const letter = letterOf(opened, viewer, step, typedAnswers(asked));
	return letter && { opened, letter };
}
