import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { confirmDisposal } from "../../../actions/dispose.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import {
	type Decided,
	decideRetention,
	findStanding,
	liftLegalHold,
	listStanding,
	readsCertificates,
	readsRetention,
	refuseDisposal,
} from "../../../actions/retention.ts";
import { certificateOnPaper } from "../../../documents/certificate.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { decidesRetention } from "../../../domain/retention/decision.ts";
import { listCertificates, listDisposedByItself } from "../../../store/disposals.ts";
import { retentionPath, retentionPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import {
	choiceOf,
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
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { sendPaper } from "../../parts/paper-file.ts";
import { askToShow, hasShownJustNow } from "../../security/shown-just-now.ts";
import { CertificatePage, CertificatesPage, certificateDocument } from "./certificate-page.tsx";
import { OnePage, RetentionPage } from "./page.tsx";

type Address = { Params: { id: string } };

const mostReason = 2_000;

const decided = z
	.object({
		differences: listOf(z.uuid()),
		one: z.string().optional(),
		decides: choiceOf(["dispose", "keep", "hold"], "Select what becomes of it"),
		until: optionalDateOf({ name: "The day" }),
		reason: optionalText({ name: "Why", max: mostReason }),
		"hold-reason": optionalText({ name: "Why", max: mostReason }),
	})
	.superRefine((given, context) => {
		const missing = (path: string, message: string, parts?: string[]) =>
			context.addIssue({
				code: "custom",
				path: [path],
				message,
				...(parts && { params: { parts } }),
			});
		if (given.differences.length === 0) missing("differences", "Select at least one");
		if (given.decides === "keep") {
			if (!given.until) missing("until", "Enter until when it is kept", ["day", "month", "year"]);
			if (!given.reason) missing("reason", "Enter why it is kept");
		}
		if (given.decides === "hold" && !given["hold-reason"])
			missing("hold-reason", "Enter why it is put on hold");
	});

const why = z.object({
	why: requiredText({ missing: "Enter why", name: "Why", max: mostReason }),
});
const holdReason = z.object({
	"hold-reason": requiredText({
		missing: "Enter why it is put on hold",
		name: "Why",
		max: mostReason,
	}),
});
const reference = z.object({
	reference: requiredText({ missing: "Enter a reference", name: "Reference", max: 40 }),
});

/** What is due, and what two people make of it. */
export const retentionRoutes: Routes = (web, app) => {
	const list = async (
		request: FastifyRequest,
		reply: FastifyReply,
		{
			status = 200,
			form = newForm(),
			find = newForm(),
		}: { status?: number; form?: FormState; find?: FormState } = {},
	) => {
		const { viewer, frame } = request;
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const all = await listStanding(app, viewer.partnershipId, {
			today: now.toPlainDate().toString(),
		});
		return reply
			.code(status)
			.page(<RetentionPage frame={frame} viewer={viewer} all={all} form={form} find={find} />);
	};
	const one = async (
		request: FastifyRequest,
		reply: FastifyReply,
		id: string,
		{ status = 200, form = newForm() }: { status?: number; form?: FormState } = {},
	) => {
		const { viewer, frame } = request;
		const found = isUuid(id) ? await findStanding(app, viewer, { id }) : undefined;
		return found
			? reply.code(status).page(<OnePage frame={frame} viewer={viewer} one={found} form={form} />)
			: reply.callNotFound();
	};

	web.get(retentionPath, async (request, reply) =>
		readsRetention(request.viewer) ? list(request, reply) : reply.callNotFound(),
	);

	web.get<Address>(retentionPaths.one(":id"), async (request, reply) =>
		readsRetention(request.viewer)
			? one(request as FastifyRequest, reply, request.params.id)
			: reply.callNotFound(),
	);

	web.post(retentionPaths.find, async (request, reply) => {
		const { viewer } = request;
		if (!readsRetention(viewer)) return reply.callNotFound();
		const read = readForm(reference, request.body);
		if (read.errors) return list(request, reply, { status: 422, find: read });
		const found = await findStanding(app, viewer, read.data);
		return found
			? reply.redirect(retentionPaths.one(found.difference.id), 303)
			: list(request, reply, {
					status: 422,
					find: withError(read.values, "reference", "There is nothing of this reference"),
				});
	});

	web.post(retentionPaths.decide, async (request, reply) => {
		const { viewer } = request;
		if (!decidesRetention(viewer)) return reply.callNotFound();
		const read = readForm(decided, request.body);
		const again = (status: number, form: FormState) => {
			const { differences, one: alone } = form.values;
			const id = [differences].flat()[0];
			return alone === "yes" && id
				? one(request, reply, id, { status, form })
				: list(request, reply, { status, form });
		};
		if (read.errors) return again(422, read);
		const { differences, decides, until = "", reason = "" } = read.data;
		const said: Decided =
			decides === "dispose"
				? { decides }
				: decides === "keep"
					? { decides, keepUntil: until, reason }
					: { decides, reason: read.data["hold-reason"] ?? "" };
		try {
			await decideRetention(app, viewer, differences, said);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			const field = ["in-the-past", "too-far"].includes(refusal.code) ? "until" : "decides";
			return again(refusal.code === "not-known" ? 404 : 422, {
				values: read.values,
				errors: errorAt(field, sayRefusal(refusal), field === "until" ? "until-day" : "decides"),
			});
		}
		return reply.redirect(retentionPath, 303);
	});

	const receive = <Asks extends z.ZodType>(
		path: (id: string) => string,
		asks: Asks,
		field: string,
		may: typeof readsRetention,
		act: (request: FastifyRequest, id: string, given: z.infer<Asks>) => Promise<unknown>,
	) =>
		web.post<Address>(path(":id"), async (request, reply) => {
			const { id } = request.params;
			if (!may(request.viewer) || !isUuid(id)) return reply.callNotFound();
			const asked = request as FastifyRequest;
			const read = readForm(asks, request.body);
			if (read.errors) return one(asked, reply, id, { status: 422, form: read });
			try {
				await act(asked, id, read.data);
			} catch (refusal) {
				if (!(refusal instanceof Refusal)) throw refusal;
				if (refusal.code === "not-known") return reply.callNotFound();
				return one(asked, reply, id, {
					status: 409,
					form: withError(read.values, field, sayRefusal(refusal)),
				});
			}
			return reply.redirect(retentionPaths.one(id), 303);
		});

	receive(
		retentionPaths.hold,
		holdReason,
		"hold-reason",
		decidesRetention,
		({ viewer }, id, given) =>
			decideRetention(app, viewer, [id], { decides: "hold", reason: given["hold-reason"] }),
	);
	receive(retentionPaths.lift, why, "why", decidesRetention, ({ viewer }, id, given) =>
		liftLegalHold(app, viewer, id, given.why),
	);
	receive(retentionPaths.refuse, why, "why", readsRetention, ({ viewer }, id, given) =>
		refuseDisposal(app, viewer, id, given.why),
	);

	web.post<Address>(retentionPaths.dispose(":id"), async (request, reply) => {
		const { id } = request.params;
		if (!readsRetention(request.viewer) || !isUuid(id)) return reply.callNotFound();
		// It is for good: a browser that was left open confirms nothing.
		if (!hasShownJustNow(request as FastifyRequest, app.clock()))
			return askToShow(reply, retentionPaths.one(id));
		try {
			const certificate = await confirmDisposal(app, request.viewer, id);
			return reply.redirect(retentionPaths.certificate(certificate), 303);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			if (refusal.code === "not-known") return reply.callNotFound();
			return one(request as FastifyRequest, reply, id, {
				status: 409,
				form: withError({}, "confirm", sayRefusal(refusal)),
			});
		}
	});

	web.get(retentionPaths.certificates, async (request, reply) => {
		const { viewer, frame } = request;
		if (!readsCertificates(viewer)) return reply.callNotFound();
		return reply.page(
			<CertificatesPage
				frame={frame}
				isOfRetention={readsRetention(viewer)}
				certificates={await listCertificates(app.db, viewer.partnershipId)}
				byThemselves={await listDisposedByItself(app.db, viewer.partnershipId)}
			/>,
		);
	});
	const certificate = async ({ viewer }: FastifyRequest, id: string) =>
		readsCertificates(viewer)
			? (await listCertificates(app.db, viewer.partnershipId)).find((each) => each.id === id)
			: undefined;
	web.get<Address>(retentionPaths.certificate(":id"), async (request, reply) => {
		const found = await certificate(request as FastifyRequest, request.params.id);
		return found
			? reply.page(<CertificatePage frame={request.frame} certificate={found} />)
			: reply.callNotFound();
	});
	web.get<Address>(
		`${retentionPaths.certificate(":id")}/certificate.pdf`,
		async (request, reply) => {
			const found = await certificate(request as FastifyRequest, request.params.id);
			if (!found) return reply.callNotFound();
			const { partnership } = await partnershipClock(app, app.db, found.partnershipId);
			const paper = certificateOnPaper(certificateDocument(partnership.name, found));
			return sendPaper(reply, "pdf", `disposal-${found.number}`, paper);
		},
	);
};
