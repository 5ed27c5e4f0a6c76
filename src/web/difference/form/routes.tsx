import type { FastifyRequest } from "fastify";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { formOnPaper } from "../../../documents/form.ts";
import { formsIn } from "../../../documents/form-parts.ts";
import type { Form } from "../../../domain/protocol/protocol.ts";
import { formPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { formDocumentOf } from "../../parts/difference/form-document-of.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { paperFormats, sendPaper } from "../../parts/paper-file.ts";
import { FormPage, NoFormPage } from "./page.tsx";

export const formRoutes: Routes = (web, app) => {
	web.get(formPath(":id"), async (request, reply) => {
		const opened = await openFor(app, request, "form");
		if (!opened) return reply.callNotFound();
		const form = formAsked(opened, request);
		return reply.page(
			form ? (
				<FormPage frame={request.frame} opened={opened} form={form} />
			) : (
				<NoFormPage frame={request.frame} opened={opened} />
			),
		);
	});
	for (const format of paperFormats)
		web.get(
			`${formPath(":id")}.${format}`,
			{ config: { givesFile: true } },
			async (request, reply) => {
				const opened = await openFor(app, request, `form.${format}`);
				const form = opened && formAsked(opened, request);
				if (!form) return reply.callNotFound();
				const paper = formOnPaper(formDocumentOf(opened, form));
				return sendPaper(reply, format, opened.header.reference, paper);
			},
		);
};

/** The form that the address names, else the first of those that the reader may see. */
function formAsked(opened: OpenedDifference, request: FastifyRequest): Form | undefined {
	const forms = formsIn(opened);
	const { form } = request.query as { form?: string };
	return forms.find(({ id }) => id === form) ?? forms[0];
}
