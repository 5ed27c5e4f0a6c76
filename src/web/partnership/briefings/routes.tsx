import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
	approveBriefing,
	briefingPage,
	copyBriefing,
	makeBriefing,
	namesInBriefing,
	throwBriefingAway,
	withdrawBriefing,
	writeBriefing,
} from "../../../actions/make-briefing.ts";
import {
	type Briefing,
	briefingsWith,
	mayApprove,
	mayReadDrafts,
	mayWriteBriefings,
	mostWords,
	type SectionName,
	sectionNames,
	wordsIn,
} from "../../../domain/learning/briefing.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { cleanLine } from "../../../domain/typed-text.ts";
import { speakingNow } from "../../../language/speaking.ts";
import { listBriefings } from "../../../store/briefings.ts";
import { listDirectory } from "../../../store/people.ts";
import { learningPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import {
	errorAt,
	type FormState,
	listOf,
	newForm,
	readForm,
	requiredText,
} from "../../kit/form.ts";
import { formPage, receiveForm } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { say, speechNow } from "../../kit/say.tsx";
import { keepAsTyped } from "../../parts/keep-as-typed.ts";
import { paperFormats, sendPaper } from "../../parts/paper-file.ts";
import { typedSoFar } from "../../parts/typed-so-far.ts";
import { BriefingPage, BriefingsPage, namesNobody, valuesOf, WriteBriefingPage } from "./page.tsx";
import { briefingFile, visitBriefing } from "./visit-briefing.ts";

type Address = { Params: { id: string } };

const placeOf = (id: string) => ({ differenceId: null, page: briefingPage(id) });

const read = z.coerce.number().int();
const chosen = z.object({ lessons: listOf(z.string().refine(isUuid)) });
const found = z.object({ find: z.string().transform(cleanLine).pipe(z.string().max(400)) });
const approving = z.object({ read, [namesNobody]: z.string().optional() });

const writing = z
	.object({
		read,
		title: requiredText({ missing: "Enter a title", name: "The title", max: 150 }),
		...(Object.fromEntries(
			sectionNames.map((name) => [
				name,
				z.string().trim().max(3000, "Enter 3,000 characters or less").default(""),
			]),
		) as Record<SectionName, z.ZodDefault<z.ZodString>>),
	})
	.transform(({ read: revision, title, ...sections }) => ({ revision, title, sections }))
	.superRefine((text, context) => {
		const words = wordsIn(text);
		if (words > mostWords)
			context.addIssue({
				code: "custom",
				path: ["title"],
				message: say`It has ${words} words. Write ${mostWords} at most: a page, and seven minutes.`,
			});
	});

/** Seven-minute briefings: the library for everybody, and how one comes into it. */
export const briefingRoutes: Routes = (web, app) => {
	const visit = async ({ params, viewer }: FastifyRequest<Address>) =>
		isUuid(params.id) ? visitBriefing(app, viewer, params.id) : undefined;

	const approversOf = async (briefing: Briefing, { partnershipId }: Viewer): Promise<string[]> =>
		(await listDirectory(app.db, partnershipId))
			.filter((one) => mayApprove(briefing, one))
			.map(({ name }) => name);

	const drawList = async ({ viewer, frame }: FastifyRequest, form: FormState, find = "") => {
		const list = (state: Briefing["state"]) => listBriefings(app.db, viewer.partnershipId, [state]);
		return (
			<BriefingsPage
				frame={frame}
				viewer={viewer}
				approved={briefingsWith(await list("approved"), find)}
				drafts={mayReadDrafts(viewer) ? await list("draft") : []}
				form={form}
			/>
		);
	};

	const drawOne = async (
		briefing: Briefing,
		form: FormState,
		{ frame, viewer }: FastifyRequest<Address>,
	) => (
		<BriefingPage
			frame={frame}
			viewer={viewer}
			briefing={briefing}
			approvers={briefing.state === "draft" ? await approversOf(briefing, viewer) : []}
			findings={
				briefing.state === "draft"
					? await namesInBriefing(app, app.db, viewer.partnershipId, briefing)
					: []
			}
			form={form}
		/>
	);

	web.get(learningPaths.briefings, async (request, reply) =>
		reply.page(await drawList(request, newForm())),
	);

	web.post(learningPaths.findBriefings, async (request, reply) => {
		const { data, values, errors = {} } = readForm(found, request.body);
		return reply.page(await drawList(request, { values, errors }, data?.find));
	});

	web.post(learningPaths.makeBriefing, async (request, reply) => {
		const { viewer, body } = request;
		if (!mayWriteBriefings(viewer)) return reply.callNotFound();
		const { data } = readForm(chosen, body);
		if (!data || data.lessons.length === 0)
			return reply.redirect(`${learningPaths.lessons}?choose`, 303);
		const id = await makeBriefing(app, viewer, data.lessons);
		return reply.redirect(learningPaths.writeBriefing(id), 303);
	});

	web.get<Address>(learningPaths.briefing(":id"), async (request, reply) => {
		const briefing = await visit(request);
		return briefing
			? reply.page(await drawOne(briefing, newForm(), request))
			: reply.callNotFound();
	});

	for (const format of paperFormats)
		web.get<Address>(learningPaths.briefingFile(":id", format), async (request, reply) => {
			const briefing = await visit(request);
			if (!briefing) return reply.callNotFound();
			const reader = { speech: speechNow(), language: speakingNow().language };
			const file = briefingFile(briefing, request.frame.partnership ?? "", reader);
			return sendPaper(reply, format, ...file);
		});

	formPage(web, learningPaths.writeBriefing(":id"), {
		visit: async (request: FastifyRequest<Address>) => {
			const briefing = await visit(request);
			if (briefing?.state !== "draft" || !mayWriteBriefings(request.viewer)) return undefined;
			const { values: typed } = await typedSoFar(app, request.viewer, placeOf(briefing.id));
			return { briefing, typed };
		},
		asks: writing,
		begins: ({ briefing, typed }) => ({ ...valuesOf(briefing), ...typed }),
		draw: ({ briefing }, form, { frame }) => (
			<WriteBriefingPage frame={frame} briefing={briefing} form={form} />
		),
		act: async ({ revision, ...text }, { briefing: { id } }, { viewer }) =>
			(await writeBriefing(app, viewer, { id, read: revision }, text)) &&
			learningPaths.briefing(id),
		refused: ({ message }) => ({ status: 409, errors: errorAt("read", message, "title") }),
	});

	receiveForm(web, learningPaths.approveBriefing(":id"), {
		visit,
		asks: approving,
		draw: drawOne,
		act: async (given, { id }, { viewer }) =>
			(await approveBriefing(app, viewer, {
				id,
				read: given.read,
				namesNobody: given[namesNobody] === "yes",
			})) && learningPaths.briefing(id),
		refused: ({ code, message }) =>
			code === "names-in-it"
				? {
						status: 422,
						errors: errorAt(
							namesNobody,
							say`Say that nobody can be known by what was found, or have it taken out: ${message}`,
						),
					}
				: { status: 409, errors: errorAt("read", message, "approve") },
	});

	web.post<Address>(learningPaths.keepBriefing(":id"), async (request, reply) => {
		const briefing = await visit(request);
		return briefing?.state === "draft" && mayWriteBriefings(request.viewer)
			? keepAsTyped(app, request.viewer, placeOf(briefing.id), request.body, reply)
			: reply.callNotFound();
	});

	web.post<Address>(learningPaths.throwBriefingAway(":id"), async (request, reply) =>
		(await visit(request)) && (await throwBriefingAway(app, request.viewer, request.params.id))
			? reply.redirect(learningPaths.briefings, 303)
			: reply.callNotFound(),
	);

	web.post<Address>(learningPaths.copyBriefing(":id"), async (request, reply) => {
		const id =
			(await visit(request)) && (await copyBriefing(app, request.viewer, request.params.id));
		return id ? reply.redirect(learningPaths.writeBriefing(id), 303) : reply.callNotFound();
	});

	web.post<Address>(learningPaths.withdrawBriefing(":id"), async (request, reply) =>
		isUuid(request.params.id) && (await withdrawBriefing(app, request.viewer, request.params.id))
			? reply.redirect(learningPaths.briefings, 303)
			: reply.callNotFound(),
	);
};
