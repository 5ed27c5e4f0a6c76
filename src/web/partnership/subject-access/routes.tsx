/** Requests of people for what is held about them: begun, looked through, decided piece by piece, and given as one file. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { askForDownload } from "../../../actions/download.ts";
import {
	listNamedInTexts,
	lookThroughTexts,
	type NamedFound,
	sayWhichNameThem,
} from "../../../actions/named-in-texts.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import {
	askAboutChild,
	askAboutPerson,
	closeSubjectRequest,
	decideOnPieces,
	isAllDecided,
	listSubjectRequests,
	notePack,
	openRequest,
	sayWhichAreTheirs,
	takeLonger,
} from "../../../actions/subject-access.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { grounds } from "../../../domain/subject-access/pieces.ts";
import { answersRequests } from "../../../domain/subject-access/request.ts";
import { isUnderWay } from "../../../domain/task.ts";
import { readFile } from "../../../store/files.ts";
import { downloadPaths, subjectAccessPath, subjectAccessPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import {
	dateOf,
	dateValues,
	errorAt,
	type FormState,
	listOf,
	newForm,
	optionalDateOf,
	optionalText,
	readForm,
	requiredText,
	withError,
} from "../../kit/form.ts";
import { formPage } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { languageChosen } from "../../parts/language-of-file.tsx";
import { decidedIn, pieceAsked, pieceBegins, pieceRefused } from "../../parts/piece-asked.ts";
import { sendPieceFile } from "../../parts/piece-file.ts";
import { looksAgainEvery } from "../../parts/task-progress.tsx";
import { NamedPage } from "./named-page.tsx";
import { AskChildPage, AskPersonPage, RequestsPage } from "./page.tsx";
import { PiecePage } from "./piece-page.tsx";
import { FoundPage, RequestPage } from "./request-page.tsx";

type Address = { Params: { id: string } };
type PieceAddress = { Params: { id: string; number: string } };

const received = dateOf({
	name: "The day on which it was received",
	missing: "Enter the day on which it was received",
});
const child = z.object({
	name: requiredText({ missing: "Enter the child’s name", name: "Name", max: 200 }),
	born: optionalDateOf({ name: "Date of birth" }),
	identifier: optionalText({ name: "Identifier", max: 100 }),
	received,
});
const person = z.object({
	email: requiredText({ missing: "Enter their work e-mail address", name: "Address", max: 254 }),
	name: optionalText({ name: "Name", max: 200 }),
	received,
});
const longer = z.object({
	why: requiredText({ missing: "Enter why it takes longer", name: "Why", max: 2_000 }),
});

const looked = z.object({
	names: requiredText({ missing: "Enter a name to look for", name: "Names", max: 2_000 }),
});
const saidOfNamed = z.object({
	which: listOf(z.uuid()).refine((which) => which.length > 0, "Select which differences you mean"),
	theirs: z.enum(["yes", "no"], { error: "Select whether they name this child" }),
	why: requiredText({ missing: "Enter why you think so", name: "Why", max: 2_000 }),
});

/** What is held about somebody, brought together for them. */
export const subjectAccessRoutes: Routes = (web, app) => {
	const today = async ({ viewer }: FastifyRequest) =>
		(await partnershipClock(app, app.db, viewer.partnershipId)).now.toPlainDate().toString();
	const mayAsk = async (request: FastifyRequest) =>
		answersRequests(request.viewer) ? { today: await today(request) } : undefined;
	const refusedAt =
		(field: string) =>
		({ code, message }: Refusal) => ({
			status: 422 as const,
			errors:
				code === "in-the-past"
					? errorAt("received", message, "received-day")
					: errorAt(field, message),
		});

	web.get(subjectAccessPath, async (request, reply) => {
		const { viewer, frame } = request;
		if (!answersRequests(viewer)) return reply.callNotFound();
		return reply.page(
			<RequestsPage
				frame={frame}
				requests={await listSubjectRequests(app, viewer)}
				today={await today(request)}
			/>,
		);
	});

	formPage(web, subjectAccessPaths.child, {
		visit: mayAsk,
		asks: child,
		begins: (visit) => dateValues("received", visit.today),
		draw: (_, form, { frame }) => <AskChildPage frame={frame} form={form} />,
		act: async ({ name, born = "", identifier = "", received: on }, _, { viewer }) =>
			subjectAccessPaths.found(
				await askAboutChild(app, viewer, { name, dateOfBirth: born, identifier }, on),
			),
		refused: refusedAt("name"),
	});

	formPage(web, subjectAccessPaths.person, {
		visit: mayAsk,
		asks: person,
		begins: (visit) => dateValues("received", visit.today),
		draw: (_, form, { frame }) => <AskPersonPage frame={frame} form={form} />,
		act: async ({ email, name, received: on }, _, { viewer }) =>
			subjectAccessPaths.one(await askAboutPerson(app, viewer, email, on, name)),
		refused: refusedAt("email"),
	});

	const opened = ({ viewer }: Pick<FastifyRequest, "viewer">, id: string) =>
		isUuid(id) ? openRequest(app, viewer, id) : undefined;

	web.get<Address>(subjectAccessPaths.found(":id"), async (request, reply) => {
		const found = await opened(request, request.params.id);
		return found && found.request.closedAt === null
			? reply.page(<FoundPage frame={request.frame} opened={found} />)
			: reply.callNotFound();
	});
	web.post<Address>(subjectAccessPaths.found(":id"), async (request, reply) => {
		const { id } = request.params;
		const read = readForm(z.object({ theirs: listOf(z.uuid()) }), request.body);
		return read.data &&
			isUuid(id) &&
			(await sayWhichAreTheirs(app, request.viewer, id, read.data.theirs))
			? reply.redirect(subjectAccessPaths.one(id), 303)
			: reply.callNotFound();
	});

	const show = async (
		request: FastifyRequest,
		reply: FastifyReply,
		id: string,
		{ status = 200, form = newForm() }: { status?: number; form?: FormState } = {},
	) => {
		const found = await opened(request, id);
		if (!found) return reply.callNotFound();
		if (!found.isSaid) return reply.redirect(subjectAccessPaths.found(id), 303);
		if (found.looking && isUnderWay(found.looking)) reply.header("refresh", looksAgainEvery);
		return reply
			.code(status)
			.page(
				<RequestPage
					frame={request.frame}
					opened={found}
					today={await today(request)}
					form={form}
				/>,
			);
	};
	web.get<Address>(subjectAccessPaths.one(":id"), async (request, reply) =>
		show(request as FastifyRequest, reply, request.params.id),
	);

	web.post<Address>(subjectAccessPaths.look(":id"), async (request, reply) => {
		const { id } = request.params;
		if (!(await opened(request, id))) return reply.callNotFound();
		const read = readForm(looked, request.body);
		if (read.errors) return show(request as FastifyRequest, reply, id, { status: 422, form: read });
		const names = read.data.names.split("\n");
		try {
			return (await lookThroughTexts(app, request.viewer, id, names))
				? reply.redirect(subjectAccessPaths.one(id), 303)
				: reply.callNotFound();
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			return show(request as FastifyRequest, reply, id, {
				status: 422,
				form: withError({ names: read.data.names }, "names", problem.message),
			});
		}
	});

	const namedIn = async ({ viewer, params }: FastifyRequest<Address>) =>
		isUuid(params.id) ? listNamedInTexts(app, viewer, params.id) : undefined;
	formPage<Address, NamedFound, typeof saidOfNamed>(web, subjectAccessPaths.named(":id"), {
		visit: namedIn,
		asks: saidOfNamed,
		begins: () => ({}),
		draw: (found, form, { frame }) => <NamedPage frame={frame} form={form} found={found} />,
		act: async ({ which, theirs, why }, { request, open, openInAll }, { viewer }) => {
			await sayWhichNameThem(app, viewer, request.id, { which, isTheirs: theirs === "yes", why });
			return openInAll > open.filter(({ differenceId }) => which.includes(differenceId)).length
				? subjectAccessPaths.named(request.id)
				: subjectAccessPaths.one(request.id);
		},
		refused: ({ message }) => ({ status: 422, errors: errorAt("why", message) }),
	});

	web.post<Address>(subjectAccessPaths.agree(":id"), async (request, reply) => {
		const { id } = request.params;
		const found = await opened(request, id);
		if (!found) return reply.callNotFound();
		const read = readForm(z.object({ agree: listOf(z.string().max(200)) }), request.body);
		const chosen = found.pieces.filter(({ key }) => read.data?.agree.includes(key));
		if (chosen.length === 0)
			return show(request as FastifyRequest, reply, id, {
				status: 422,
				form: { values: {}, errors: errorAt("agree", "Select the pieces that you agree with") },
			});
		await decideOnPieces(
			app,
			request.viewer,
			id,
			chosen.filter(({ proposed: { decision, ground } }) => decision === "give" || ground !== null),
			new Map(chosen.map(({ key, proposed }) => [key, proposed])),
		);
		return reply.redirect(subjectAccessPaths.one(id), 303);
	});

	const pieceIn = async (request: FastifyRequest<PieceAddress>) => {
		const { id, number } = request.params;
		const found = await opened(request, id);
		const piece = /^\d{1,5}$/.test(number) ? found?.pieces[Number(number) - 1] : undefined;
		return found && piece && found.request.closedAt === null
			? { found, piece, number: Number(number) }
			: undefined;
	};
	formPage<PieceAddress, NonNullable<Awaited<ReturnType<typeof pieceIn>>>, typeof pieceAsked>(
		web,
		subjectAccessPaths.piece(":id", ":number"),
		{
			visit: pieceIn,
			asks: pieceAsked,
			begins: ({ piece }) => pieceBegins(piece),
			draw: ({ found, piece, number }, form, { frame }) => (
				<PiecePage
					frame={frame}
					form={form}
					request={found.request}
					piece={piece}
					number={number}
					whole={found.pieces.length}
				/>
			),
			act: async (given, { found, piece, number }, { viewer }) => {
				const { id } = found.request;
				const said = decidedIn(given, piece, grounds);
				await decideOnPieces(app, viewer, id, [piece], new Map([[piece.key, said]]));
				const after = found.pieces.findIndex(
					(other, nth) => nth >= number && other.decided === undefined,
				);
				return after < 0 ? subjectAccessPaths.one(id) : subjectAccessPaths.piece(id, after + 1);
			},
			refused: pieceRefused,
		},
	);

	web.get<PieceAddress>(subjectAccessPaths.file(":id", ":number"), async (request, reply) => {
		const { piece, number } = (await pieceIn(request as FastifyRequest<PieceAddress>)) ?? {};
		if (!piece?.file) return reply.callNotFound();
		return sendPieceFile(reply, number ?? 0, {
			type: piece.file.type,
			content: readFile(app.db, piece.file.id),
		});
	});

	web.post<Address>(subjectAccessPaths.extend(":id"), async (request, reply) => {
		const { id } = request.params;
		if (!(await opened(request, id))) return reply.callNotFound();
		const read = readForm(longer, request.body);
		if (read.errors) return show(request as FastifyRequest, reply, id, { status: 422, form: read });
		await takeLonger(app, request.viewer, id, read.data.why);
		return reply.redirect(subjectAccessPaths.one(id), 303);
	});

	web.post<Address>(subjectAccessPaths.pack(":id"), async (request, reply) => {
		const { id } = request.params;
		const found = await opened(request, id);
		if (!found) return reply.callNotFound();
		if (!isAllDecided(found))
			return show(request as FastifyRequest, reply, id, {
				status: 422,
				form: withError({}, "pack", "Look at every piece first"),
			});
		const download = await askForDownload(app, request.viewer, {
			is: "subject-access",
			request: id,
			language: languageChosen(request),
		});
		await notePack(app, request.viewer, id, "pack-asked");
		return reply.redirect(downloadPaths.one(download), 303);
	});

	web.post<Address>(subjectAccessPaths.close(":id"), async (request, reply) => {
		const { id } = request.params;
		return isUuid(id) && (await closeSubjectRequest(app, request.viewer, id))
			? reply.redirect(subjectAccessPath, 303)
			: reply.callNotFound();
	});
};
