import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../../actions/app.ts";
import {
	approveProtocolVersion,
	refuseProtocolVersion,
} from "../../../../actions/decide-protocol-version.ts";
import { compareProtocols } from "../../../../domain/protocol/told/compare/compare.ts";
import { Refusal } from "../../../../domain/refusal.ts";
import { protocolPaths } from "../../../addresses.ts";
import {
	choiceOf,
	dateOf,
	dateValues,
	type FormState,
	newForm,
	optionalText,
	readForm,
	requiredText,
} from "../../../kit/form.ts";
import type { Html } from "../../../kit/html.ts";
import type { Routes } from "../../../kit/request.ts";
import {
	type OfVersion,
	readVersion,
	type Visit,
	visitToChange,
} from "../../../parts/protocol/visit-version.ts";
import { DecidePage } from "./page.tsx";

const decision = z.object({
	decision: choiceOf(["approve", "refuse"], "Choose whether you approve or refuse it"),
});
const approval = z.object({
	day: dateOf({ name: "The day", missing: "Enter the day from which it is in force" }),
	note: optionalText({ name: "The note", max: 2000 }),
});
const refusal = z.object({
	reason: requiredText({ missing: "Enter why you refuse it", name: "The reason", max: 2000 }),
});

export const protocolDecideRoutes: Routes = (web, app) => {
	const address = protocolPaths.decide(":version");
	web.get<OfVersion>(address, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit) return reply.callNotFound();
		const { version } = visit;
		if (version.state !== "proposed") return reply.redirect(protocolPaths.version(version.id), 303);
		const day = version.history.at(-1)?.inForceFrom;
		return reply.page(
			await draw(
				app,
				request,
				visit,
				newForm(day && day >= visit.today ? dateValues("day", day) : {}),
			),
		);
	});

	web.post<OfVersion>(address, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit) return reply.callNotFound();
		const { viewer, body } = request;
		const version = visit.version.id;
		const again = async (status: number, form: FormState) =>
			reply.code(status).page(await draw(app, request, visit, form));
		const chosen = readForm(decision, body);
		if (chosen.errors) return again(422, chosen);
		try {
			if (chosen.data.decision === "approve") {
				const form = readForm(approval, body);
				if (form.errors) return again(422, form);
				const { day, note = "" } = form.data;
				await approveProtocolVersion(app, viewer, { version, inForceFrom: day, note });
			} else {
				const form = readForm(refusal, body);
				if (form.errors) return again(422, form);
				const { reason } = form.data;
				await refuseProtocolVersion(app, viewer, { version, reason });
			}
			return reply.redirect(protocolPaths.version(version), 303);
		} catch (refused) {
			if (!(refused instanceof Refusal)) throw refused;
			const inDay = refused.code === "day-has-passed";
			const field = inDay ? "day" : "decision";
			return again(inDay ? 422 : 409, {
				values: chosen.values,
				errors: { [field]: { text: refused.message, href: inDay ? "#day-day" : "#decision" } },
			});
		}
	});
};

async function draw(
	app: App,
	{ frame, viewer }: FastifyRequest,
	visit: Visit,
	form: FormState,
): Promise<Html> {
	const { inForce, protocol } = visit;
	const before = inForce && (await readVersion(app, viewer.partnershipId, inForce.id));
	return (
		<DecidePage
			frame={frame}
			visit={visit}
			viewer={viewer}
			changes={before && protocol ? compareProtocols(before, protocol) : undefined}
			form={form}
		/>
	);
}
