import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { speaking } from "../../../language/speaking.ts";
import { letterPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import type { LetterFilledIn } from "../../parts/difference/letter-of.ts";
import { openAsWritten, openFor } from "../../parts/difference/open-for.ts";
import { paperFormats, sendPaper } from "../../parts/paper-file.ts";
import { LetterPage } from "./page.tsx";
import { letterFile, visitLetter } from "./visit-letter.ts";

type Address = { Params: { id: string; step: string } };
type Asks = FastifyRequest<Address>;

/** A letter goes to somebody else, in the words that were approved: so it is English, from its head to its foot. */
const english = { language: "en", marks: false } as const;

export const letterRoutes: Routes = (web, app) => {
	web.get<Address>(letterPath(":id", ":step"), async (request, reply) => {
		const found = await visit(app, request, "letter");
		return found
			? reply.page(<LetterPage frame={request.frame} {...found} />)
			: reply.callNotFound();
	});
	for (const format of paperFormats)
		web.get<Address>(
			`${letterPath(":id", ":step")}/letter.${format}`,
			{ config: { givesFile: true } },
			async (request, reply) => {
				const found = await speaking(english, () =>
					visit(app, request, `letter.${format}`, openAsWritten),
				);
				return found ? sendPaper(reply, format, ...letterFile(found.letter)) : reply.callNotFound();
			},
		);
};

/** Undefined for a stranger, for who may not read the step, and for a step that writes no letter. */
async function visit(
	app: App,
	request: Asks,
	what: string,
	open = openFor,
): Promise<{ opened: OpenedDifference; letter: LetterFilledIn } | undefined> {
	const opened = await open(app, request, what);
	const letter = opened && (await visitLetter(app, request.viewer, opened, request.params.step));
	return letter && { opened, letter };
}
