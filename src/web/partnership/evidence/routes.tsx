import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { askForDownload } from "../../../actions/download.ts";
import {
	beginPack,
	decideInPack,
	fileInPack,
	findEvidencePack,
	isAllLooked,
	isTooMuch,
	listEvidencePacks,
	lookedAtAll,
	openInPack,
	throwAwayPack,
	tooMuchInPack,
} from "../../../actions/evidence.ts";
import { audiences, type EvidenceAudience, grounds } from "../../../domain/evidence/audience.ts";
import { mayExport } from "../../../domain/people/exporting.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { logChoicesOf } from "../../../reports/log-part.ts";
import { downloadPaths, evidencePath, evidencePaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import {
	choiceOf,
	errorAt,
	type FormErrors,
	type FormState,
	newForm,
	optionalDateOf,
	withError,
} from "../../kit/form.ts";
import { formPage } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayIt } from "../../kit/say.tsx";
import { languageChosen } from "../../parts/language-of-file.tsx";
import { decidedIn, pieceAsked, pieceBegins, pieceRefused } from "../../parts/piece-asked.ts";
import { sendPieceFile } from "../../parts/piece-file.ts";
import { askToShow, hasShownJustNow } from "../../security/shown-just-now.ts";
import { DifferencePage, PackedPiecePage } from "./difference-page.tsx";
import { BeginPage, PackPage, PacksPage } from "./page.tsx";

type Address = { Params: { id: string } };
type OfDifference = { Params: { id: string; number: string } };
type OfPiece = { Params: { id: string; number: string; piece: string } };

const names = Object.keys(audiences) as [EvidenceAudience, ...EvidenceAudience[]];
const begun = z
	.object({
		audience: choiceOf(names, "Select who it is for"),
		agency: z.string().max(100).default(""),
		of: choiceOf(["one", "several"], "Select what it is of"),
		reference: z.string().trim().max(50).default(""),
		from: optionalDateOf({ name: "First day received" }),
		to: optionalDateOf({ name: "Last day received" }),
		theme: z.string().max(200).default(""),
	})
	.superRefine(({ audience, agency, of, reference }, { addIssue }) => {
		if (audience === "agency" && agency === "")
			addIssue({ code: "custom", path: ["agency"], message: say`Choose the agency` });
		if (of === "one" && reference === "")
			addIssue({ code: "custom", path: ["reference"], message: say`Enter the reference` });
	});

/** How many pieces were on the page that was looked at. */
const looked = z.object({ read: z.coerce.number().int().min(0).max(100_000).catch(0) });

/** A number in an address: from 1. */
const numberIn = (text: string): number | undefined =>
	/^\d{1,5}$/.test(text) ? Number(text) : undefined;

/** Evidence packs, for whoever may take data out: each for whoever began it alone. */
export const evidenceRoutes: Routes = (web, app) => {
	web.get(evidencePath, async ({ viewer, frame }, reply) =>
		mayExport(viewer)
			? reply.page(<PacksPage frame={frame} packs={await listEvidencePacks(app, viewer)} />)
			: reply.callNotFound(),
	);

	formPage(web, evidencePaths.begin(), {
		visit: async ({ viewer }: FastifyRequest) =>
			mayExport(viewer) ? { choices: await logChoicesOf(app, viewer.partnershipId) } : undefined,
		asks: begun,
		begins: (_, request) => {
			const { reference } = request.query as { reference?: unknown };
			return typeof reference === "string" ? { of: "one", reference: reference.slice(0, 50) } : {};
		},
		draw: ({ choices }, form, { frame }) => (
			<BeginPage frame={frame} form={form} choices={choices} />
		),
		act: async ({ audience, agency, of, reference, from, to, theme }, _, { viewer }) =>
			evidencePaths.one(
				await beginPack(app, viewer, {
					audience,
					...(audience === "agency" && { agency }),
					...(of === "one"
						? { difference: reference }
						: { from, to, theme: theme === "" ? undefined : theme }),
				}),
			),
		refused: ({ code, message }, { of }) => ({ status: 422, errors: refusedAt(code, message, of) }),
	});

	const packOf = ({ viewer }: Pick<FastifyRequest, "viewer">, id: string) =>
		isUuid(id) ? findEvidencePack(app, viewer, id) : undefined;

	const show = async (
		{ frame, viewer }: FastifyRequest,
		reply: FastifyReply,
		id: string,
		{ status = 200, form = newForm() }: { status?: number; form?: FormState } = {},
	) => {
		const pack = await packOf({ viewer }, id);
		return pack
			? reply
					.code(status)
					.page(
						<PackPage
							frame={frame}
							pack={pack}
							isTooMuch={await isTooMuch(app, pack)}
							form={form}
						/>,
					)
			: reply.callNotFound();
	};
	web.get<Address>(evidencePaths.one(":id"), async (request, reply) =>
		show(request as FastifyRequest, reply, request.params.id),
	);

	web.post<Address>(evidencePaths.make(":id"), async (request, reply) => {
		const { id } = request.params;
		const pack = await packOf(request, id);
		if (!pack) return reply.callNotFound();
		if (!isAllLooked(pack))
			return show(request as FastifyRequest, reply, id, {
				status: 422,
				form: withError({}, "differences", "Look at every difference first"),
			});
		if (await isTooMuch(app, pack))
			return show(request as FastifyRequest, reply, id, {
				status: 422,
				form: withError({}, "differences", sayIt(tooMuchInPack)),
			});
		if (!hasShownJustNow(request, app.clock())) return askToShow(reply, evidencePaths.one(id));
		return reply.redirect(
			downloadPaths.one(
				await askForDownload(app, request.viewer, {
					is: "evidence",
					pack: id,
					language: languageChosen(request),
				}),
			),
			303,
		);
	});

	web.post<Address>(evidencePaths.throwAway(":id"), async (request, reply) => {
		const { id } = request.params;
		return isUuid(id) && (await throwAwayPack(app, request.viewer, id))
			? reply.redirect(evidencePath, 303)
			: reply.callNotFound();
	});

	const heldIn = async (request: FastifyRequest<OfDifference>) => {
		const number = numberIn(request.params.number);
		const pack = await packOf(request, request.params.id);
		const found =
			pack && number !== undefined
				? await openInPack(app, request.viewer, pack, number)
				: undefined;
		return pack && found && number !== undefined ? { pack, found, number } : undefined;
	};

	formPage<OfDifference, NonNullable<Awaited<ReturnType<typeof heldIn>>>, typeof looked>(
		web,
		evidencePaths.difference(":id", ":number"),
		{
			visit: heldIn,
			asks: looked,
			draw: ({ pack, found, number }, form, { frame }) => (
				<DifferencePage frame={frame} pack={pack} number={number} found={found} form={form} />
			),
			act: async ({ read }, { pack, number }, { viewer }) => {
				if (!(await lookedAtAll(app, viewer, pack, number, read))) return undefined;
				const next = pack.differences.find(
					(each) => each.looked === null && each.number !== number,
				);
				return next ? evidencePaths.difference(pack.id, next.number) : evidencePaths.one(pack.id);
			},
			refused: ({ code, message }) => ({
				status: 422,
				errors: errorAt("looked", message, code === "not-looked-at" ? "to-open" : "taken-out"),
			}),
		},
	);

	const pieceIn = async (request: FastifyRequest<OfPiece>) => {
		const nth = numberIn(request.params.piece);
		const held = nth === undefined ? undefined : await heldIn(request);
		const piece = nth === undefined ? undefined : held?.found.pieces[nth - 1];
		return held && piece && nth !== undefined ? { ...held, piece, nth } : undefined;
	};
	formPage<OfPiece, NonNullable<Awaited<ReturnType<typeof pieceIn>>>, typeof pieceAsked>(
		web,
		evidencePaths.piece(":id", ":number", ":piece"),
		{
			visit: pieceIn,
			asks: pieceAsked,
			begins: ({ piece }) => pieceBegins(piece),
			draw: (visit, form, { frame }) => <PackedPiecePage frame={frame} form={form} {...visit} />,
			act: async (given, { pack, number, piece }, { viewer }) =>
				(await decideInPack(app, viewer, pack, number, piece.key, decidedIn(given, piece, grounds)))
					? evidencePaths.difference(pack.id, number)
					: undefined,
			refused: pieceRefused,
		},
	);

	web.get<OfPiece>(evidencePaths.file(":id", ":number", ":piece"), async (request, reply) => {
		const { number, piece } = request.params;
		const pack = await packOf(request, request.params.id);
		const [of, nth] = [numberIn(number), numberIn(piece)];
		const file =
			pack && of !== undefined && nth !== undefined
				? await fileInPack(app, request.viewer, pack, of, nth)
				: undefined;
		return file ? sendPieceFile(reply, nth ?? 0, file) : reply.callNotFound();
	});
};

/** Where on the form it is said why no pack was begun. */
function refusedAt(code: Refusal["code"], message: string, of: "one" | "several"): FormErrors {
	if (code === "ends-before") return errorAt("to", message, "to-day");
	if (code === "not-known") return errorAt("reference", message);
	if (code === "wrong-answers") return errorAt("agency", message);
	return of === "one" ? errorAt("reference", message) : errorAt("of", message);
}
