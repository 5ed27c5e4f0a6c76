import { z } from "zod";
import { makeProtocolVersion } from "../../../../actions/make-protocol-version.ts";
import { Refusal } from "../../../../domain/refusal.ts";
import { protocolPaths } from "../../../addresses.ts";
import { actKeyOf } from "../../../kit/act-key.ts";
import { newForm, optionalText, readForm, requiredText, withError } from "../../../kit/form.ts";
import type { Routes } from "../../../kit/request.ts";
import { type OfVersion, visitToChange } from "../../../parts/protocol/visit-version.ts";
import { CopyPage } from "./page.tsx";

const asked = z.object({
	name: requiredText({
		missing: "Enter a name for the new version",
		name: "The name",
		max: 40,
	}).regex(
		/^[\w][\w.-]*$/,
		"The name must be of letters, digits, dots and hyphens, such as 2026-05",
	),
	note: optionalText({ name: "Why it is made", max: 2000 }),
});

export const protocolCopyRoutes: Routes = (web, app) => {
	const address = protocolPaths.copy(":version");
	web.get<OfVersion>(address, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit) return reply.callNotFound();
		return reply.page(<CopyPage frame={request.frame} visit={visit} form={newForm()} />);
	});

	web.post<OfVersion>(address, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit) return reply.callNotFound();
		const { viewer, frame, body } = request;
		const form = readForm(asked, body);
		if (form.errors)
			return reply.code(422).page(<CopyPage frame={frame} visit={visit} form={form} />);
		try {
			const made = await makeProtocolVersion(app, viewer, {
				key: actKeyOf(body),
				source: renamed(visit.version.source, form.data.name),
				copiedFrom: visit.version.id,
				note: form.data.note ?? "",
			});
			return reply.redirect(protocolPaths.edit(made), 303);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			const text =
				refusal.code === "name-taken"
					? `There is a version “${form.data.name}” already. Choose another name`
					: refusal.message;
			return reply
				.code(422)
				.page(<CopyPage frame={frame} visit={visit} form={withError(form.values, "name", text)} />);
		}
	});
};

/** The text with another name for its version; every other line stays as it is. */
const renamed = (source: string, name: string): string =>
	source.replace(/^version:.*$/m, `version: ${JSON.stringify(name)}`);
