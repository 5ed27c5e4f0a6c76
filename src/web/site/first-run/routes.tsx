import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { countsByOthersHolidays } from "../../../actions/create-partnership.ts";
import {
	type AnswersSoFar,
	finishFirstRun,
	isSetUp,
	openFirstRun,
	saveFirstRun,
	sourceOf,
} from "../../../actions/first-run.ts";
import type { Fault } from "../../../domain/protocol/file/faults.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { zone } from "../../../domain/time.ts";
import { firstRunPaths } from "../../addresses.ts";
import { NotSetUpPage } from "../../errors/error-pages.tsx";
import { errorAt, type FormState, newForm, readForm, typedText } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import { filesOf } from "../../kit/posted-files.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayRefusal } from "../../kit/say.tsx";
import {
	administratorsAsked,
	administratorValues,
	agenciesAsked,
	agencyValues,
	contactsAsked,
	contactsPageValues,
	type FirstRunPage,
	firstRunPages,
	ownProtocol,
	partnershipAsked,
	protocolAsked,
	protocolValues,
} from "./asked.ts";
import {
	AdministratorsPage,
	AgenciesPage,
	CheckPage,
	ContactsPage,
	DonePage,
	FirstRunOverPage,
	PartnershipPage,
	ProtocolPage,
} from "./pages.tsx";

type Address = { Params: { secret: string } };

/** What a page is filled in with, how it is drawn, and what of it is kept. */
type PageOf = {
	begins: (answers: AnswersSoFar) => FormState["values"];
	draw: (request: FastifyRequest<Address>, form: FormState, faults?: readonly Fault[]) => Html;
	read: (
		body: unknown,
		/** The text of a file that was sent with it. */
		file: TextOfFile | undefined,
	) => Promise<{ keeps: AnswersSoFar } | { again: FormState; faults?: readonly Fault[] }>;
};

/** Sets up a Concord that has no partnership, for whoever holds the address that its start printed. */
export const firstRunRoutes: Routes = (web, app) => {
	for (const [page, of] of Object.entries(pagesOf(app)))
		onePage(web, app, page as FirstRunPage, of);

	visited(web, app, firstRunPaths.start(":secret"), async ({ params }, reply) =>
		reply.redirect(firstRunPaths.page(params.secret, firstRunPages[0]), 303),
	);

	const check = firstRunPaths.page(":secret", "check");
	const drawCheck = async (
		{ frame, params }: FastifyRequest<Address>,
		answers: AnswersSoFar,
		wrong?: string,
	) => {
		const protocol = await chosenProtocol(app, answers);
		return (
			<CheckPage
				frame={frame}
				secret={params.secret}
				answers={answers}
				protocol={protocol?.title}
				doubt={
					protocol && answers.nation ? countsByOthersHolidays(answers.nation, protocol) : undefined
				}
				{...(wrong && { errors: errorAt("form", wrong, "main-content") })}
			/>
		);
	};
	visited(web, app, check, async (request, reply, answers) =>
		reply.page(await drawCheck(request, answers)),
	);
	web.post<Address>(check, { config: { public: true } }, async (request, reply) => {
		const answers = await openFirstRun(app, request.params.secret);
		if (answers === undefined || answers === "over") return closed(app, request, reply, answers);
		try {
			const { administrators } = await finishFirstRun(app, request.params.secret);
			return reply.page(
				<DonePage
					frame={request.frame}
					partnership={answers.name ?? ""}
					invited={administrators}
				/>,
			);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return reply.code(422).page(await drawCheck(request, answers, sayRefusal(refusal)));
		}
	});
};

/** Answers who holds the address; for anybody else there is nothing here. */
function visited(
	web: FastifyInstance,
	app: App,
	path: string,
	answer: (
		request: FastifyRequest<Address>,
		reply: FastifyReply,
		answers: AnswersSoFar,
	) => Promise<FastifyReply>,
) {
	web.get<Address>(path, { config: { public: true } }, async (request, reply) => {
		const answers = await openFirstRun(app, request.params.secret);
		if (answers === undefined || answers === "over")
			return closed(app, request as FastifyRequest<Address>, reply, answers);
		return answer(request as FastifyRequest<Address>, reply, answers);
	});
}

async function closed(
	app: App,
	{ frame }: FastifyRequest<Address>,
	reply: FastifyReply,
	why: "over" | undefined,
) {
	if (why === "over") return reply.code(410).page(<FirstRunOverPage frame={frame} />);
	return (await isSetUp(app))
		? reply.callNotFound()
		: reply.code(503).page(<NotSetUpPage frame={frame} />);
}

function onePage(web: FastifyInstance, app: App, page: FirstRunPage, of: PageOf) {
	const path = firstRunPaths.page(":secret", page);
	visited(web, app, path, async (request, reply, answers) =>
		reply.page(of.draw(request, newForm(of.begins(answers)))),
	);
	web.post<Address & { Body: { _do?: unknown } | undefined }>(
		path,
		{ config: { public: true, takesFiles: true } },
		async (request, reply) => {
			const { secret } = request.params;
			const answers = await openFirstRun(app, secret);
			const visit = request as unknown as FastifyRequest<Address>;
			if (answers === undefined || answers === "over") return closed(app, visit, reply, answers);
			const file = await textOfFile(visit);
			const read = await of.read(request.body, file);
			if ("again" in read) return reply.code(422).page(of.draw(visit, read.again, read.faults));
			await saveFirstRun(app, secret, read.keeps);
			const next = firstRunPages[firstRunPages.indexOf(page) + 1] ?? "check";
			return reply.redirect(
				firstRunPaths.page(secret, request.body?._do === "more" ? page : next),
				303,
			);
		},
	);
}

const pagesOf = (app: App): Partial<Record<FirstRunPage, PageOf>> => ({
	partnership: {
		begins: ({ name, references, nation }) => ({ name, references, nation }),
		draw: ({ frame, params }, form) => (
			<PartnershipPage frame={frame} secret={params.secret} form={form} />
		),
		read: async (body) => {
			const form = readForm(partnershipAsked, body);
			return form.errors ? { again: form } : { keeps: form.data };
		},
	},
	contacts: {
		begins: contactsPageValues,
		draw: ({ frame, params }, form) => (
			<ContactsPage frame={frame} secret={params.secret} form={form} />
		),
		read: async (body) => {
			const form = readForm(contactsAsked, body);
			return form.errors ? { again: form } : { keeps: form.data as AnswersSoFar };
		},
	},
	protocol: {
		begins: (answers) =>
			protocolValues(answers, app.clock().toZonedDateTimeISO(zone).toPlainDate().toString()),
		draw: ({ frame, params }, form, faults = []) => (
			<ProtocolPage
				frame={frame}
				secret={params.secret}
				form={form}
				shipped={app.shippedProtocols?.() ?? []}
				faults={faults}
			/>
		),
		read: (body, file) => readProtocolPage(app, body, file),
	},
	agencies: {
		begins: agencyValues,
		draw: ({ frame, params }, form) => (
			<AgenciesPage frame={frame} secret={params.secret} form={form} />
		),
		read: async (body) => {
			const form = readForm(agenciesAsked, body);
			return form.errors ? { again: form } : { keeps: form.data };
		},
	},
	administrators: {
		begins: administratorValues,
		draw: ({ frame, params }, form) => (
			<AdministratorsPage frame={frame} secret={params.secret} form={form} />
		),
		read: async (body) => {
			const form = readForm(administratorsAsked, body);
			return form.errors ? { again: form } : { keeps: form.data };
		},
	},
});

/** A file that was chosen, as text; or why it is none. */
type TextOfFile = { text: string } | { refused: string };

/** The longest protocol file that is taken, in bytes: ten times the longest that comes with Concord. */
const longestFile = 1024 * 1024;

async function textOfFile(request: FastifyRequest): Promise<TextOfFile | undefined> {
	let read: TextOfFile | undefined;
	for await (const { content } of filesOf(request)) {
		const pieces: Uint8Array[] = [];
		let length = 0;
		for await (const piece of content) {
			length += piece.length;
			if (length > longestFile) break;
			pieces.push(piece);
		}
		if (length > longestFile) read = { refused: say`Choose a file of 1 MB or less` };
		else
			try {
				const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces));
				read = { text };
			} catch {
				read = { refused: say`Choose a text file in UTF-8, such as one that ends in .yaml` };
			}
	}
	return read;
}

async function readProtocolPage(
	app: App,
	body: unknown,
	file: TextOfFile | undefined,
): ReturnType<PageOf["read"]> {
	// Whoever chose a file means their own, and what it says stands in the text from then on.
	const sent = body as Record<string, unknown>;
	if (file) {
		sent.protocol = ownProtocol;
		if ("text" in file) sent.source = file.text;
	}
	const form = readForm(protocolAsked, body);
	if (file && "refused" in file)
		return { again: { values: form.values, errors: errorAt("file", file.refused) } };
	if (form.errors) return { again: form };
	const { protocol, from } = form.data;
	const amiss = (field: string, text: string) => ({
		again: { values: form.values, errors: errorAt(field, text) },
	});
	if (protocol !== ownProtocol)
		return sourceOf(app, { shipped: protocol }) === undefined
			? amiss("protocol", "Select a protocol")
			: { keeps: { protocol: { shipped: protocol }, from } };
	const source = typedText(form.values, "source");
	if (source.trim() === "") return amiss("source", "Choose the file, or enter its whole text");
	const { faults } = await app.beside.read(source, []);
	return faults
		? {
				...amiss(
					"source",
					faults.length === 1
						? say`The text has a fault. They are named above the question`
						: say`The text has ${faults.length} faults. They are named above the question`,
				),
				faults,
			}
		: { keeps: { protocol: { source }, from } };
}

async function chosenProtocol(app: App, { protocol }: AnswersSoFar): Promise<Protocol | undefined> {
	if (protocol && "shipped" in protocol)
		return app.shippedProtocols?.().find(({ file }) => file === protocol.shipped)?.protocol;
	const source = sourceOf(app, protocol);
	return source === undefined ? undefined : (await app.beside.read(source, [])).protocol;
}
