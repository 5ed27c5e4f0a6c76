import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { LetterDocument } from "../../../documents/letter-document.ts";
import { letterToDocx } from "../../../documents/letter-docx.ts";
import { letterToPdf } from "../../../documents/letter-pdf.ts";
import { letterPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { askAct } from "../../parts/act/asked-act.ts";
import { typedAnswers } from "../../parts/act/typed-answers.ts";
import { type LetterFilledIn, letterOf } from "../../parts/difference/letter-of.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { LetterPage } from "./page.tsx";

type Address = { Params: { id: string; step: string } };
type Asks = FastifyRequest<Address>;

export const letterRoutes: Routes = (web, app) => {
	web.get<Address>(letterPath(":id", ":step"), async (request, reply) => {
		const visit = await visitLetter(app, request, "letter");
		return visit
			? reply.page(<LetterPage frame={request.frame} {...visit} />)
			: reply.callNotFound();
	});
	web.get<Address>(`${letterPath(":id", ":step")}/letter.docx`, (request, reply) =>
		download(app, request, reply, {
			extension: "docx",
			type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			write: letterToDocx,
		}),
	);
	web.get<Address>(`${letterPath(":id", ":step")}/letter.pdf`, (request, reply) =>
		download(app, request, reply, {
			extension: "pdf",
			type: "application/pdf",
			write: letterToPdf,
		}),
	);
};

/** Undefined for a stranger, for who may not read the step, and for a step that writes no letter. */
async function visitLetter(
	app: App,
	request: Asks,
	what: string,
): Promise<{ opened: OpenedDifference; letter: LetterFilledIn } | undefined> {
	const { viewer, params } = request;
	const opened = await openFor(app, request, what);
	if (!opened || !Object.hasOwn(opened.protocol.steps, params.step)) return undefined;
	const step = opened.protocol.steps[params.step];
	if (!step?.letter) return undefined;
	const asked = await askAct(app, viewer, opened, { step }, step.by.side);
	const letter = letterOf(opened, viewer, step, typedAnswers(asked));
	return letter && { opened, letter };
}

/** Sends the letter as a file whose name says the reference and nothing else. */
async function download(
	app: App,
	request: Asks,
	reply: FastifyReply,
	format: {
		extension: string;
		type: string;
		write: (letter: LetterDocument) => Promise<Buffer>;
	},
): Promise<FastifyReply> {
	const visit = await visitLetter(app, request, `letter.${format.extension}`);
	if (!visit) {
		reply.callNotFound();
		return reply;
	}
	const { document } = visit.letter;
	return reply
		.type(format.type)
		.header(
			"content-disposition",
			`attachment; filename="${document.reference}-letter.${format.extension}"`,
		)
		.send(await format.write(document));
}
