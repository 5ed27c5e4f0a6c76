import { z } from "zod";
import { proposeProtocolVersion } from "../../../../actions/propose-protocol-version.ts";
import { Refusal } from "../../../../domain/refusal.ts";
import { protocolPaths } from "../../../addresses.ts";
import { dateOf, type FormState, newForm, optionalText, readForm } from "../../../kit/form.ts";
import type { Routes } from "../../../kit/request.ts";
import { type OfVersion, visitToChange } from "../../../parts/protocol/visit-version.ts";
import { ProposePage } from "./page.tsx";

const asked = z.object({
	_revision: z.coerce.number().int().catch(0),
	day: dateOf({ name: "The day", missing: "Enter the day from which it is to be in force" }),
	note: optionalText({ name: "What they should know", max: 2000 }),
});

export const protocolProposeRoutes: Routes = (web, app) => {
	const address = protocolPaths.propose(":version");
	web.get<OfVersion>(address, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit) return reply.callNotFound();
		return visit.version.state === "draft"
			? reply.page(<ProposePage frame={request.frame} visit={visit} form={newForm()} />)
			: reply.redirect(protocolPaths.version(visit.version.id), 303);
	});

	web.post<OfVersion>(address, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit) return reply.callNotFound();
		const { viewer, frame, body } = request;
		const { id } = visit.version;
		const form = readForm(asked, body);
		const draw = (status: number, state: FormState) =>
			reply.code(status).page(<ProposePage frame={frame} visit={visit} form={state} />);
		if (form.errors) return draw(422, form);
		try {
			await proposeProtocolVersion(app, viewer, {
				version: id,
				revision: form.data._revision,
				inForceFrom: form.data.day,
				note: form.data.note ?? "",
			});
			return reply.redirect(protocolPaths.version(id), 303);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return draw(refusal.code === "day-has-passed" ? 422 : 409, {
				values: form.values,
				errors: { day: { text: refusal.message, href: "#day-day" } },
			});
		}
	});
};
