import { z } from "zod";
import { withdrawProtocolVersion } from "../../../../actions/withdraw-protocol-version.ts";
import { Refusal } from "../../../../domain/refusal.ts";
import { protocolPaths } from "../../../addresses.ts";
import { newForm, readForm, requiredText, withError } from "../../../kit/form.ts";
import type { Routes } from "../../../kit/request.ts";
import { type OfVersion, visitToChange } from "../../../parts/protocol/visit-version.ts";
import { WithdrawPage } from "./page.tsx";

const asked = z.object({
	reason: requiredText({ missing: "Enter why it is withdrawn", name: "The reason", max: 2000 }),
});

export const protocolWithdrawRoutes: Routes = (web, app) => {
	const address = protocolPaths.withdraw(":version");
	web.get<OfVersion>(address, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit) return reply.callNotFound();
		const { id, status } = visit.version;
		return ["draft", "proposed", "coming"].includes(status)
			? reply.page(<WithdrawPage frame={request.frame} visit={visit} form={newForm()} />)
			: reply.redirect(protocolPaths.version(id), 303);
	});

	web.post<OfVersion>(address, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit) return reply.callNotFound();
		const { viewer, frame, body } = request;
		const { id } = visit.version;
		const form = readForm(asked, body);
		if (form.errors)
			return reply.code(422).page(<WithdrawPage frame={frame} visit={visit} form={form} />);
		try {
			await withdrawProtocolVersion(app, viewer, { version: id, reason: form.data.reason });
			return reply.redirect(protocolPaths.version(id), 303);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return reply
				.code(409)
				.page(
					<WithdrawPage
						frame={frame}
						visit={visit}
						form={withError(form.values, "reason", refusal.message)}
					/>,
				);
		}
	});
};
