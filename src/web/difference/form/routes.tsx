import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { formToDocx } from "../../../documents/docx.ts";
import type { FormDocument } from "../../../documents/form-document.ts";
import { formToPdf } from "../../../documents/pdf.ts";
import type { Form } from "../../../domain/protocol/protocol.ts";
import { formPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { formDocumentOf } from "../../parts/difference/form-document-of.ts";
import { formsIn } from "../../parts/difference/form-parts.ts";
import { openFor } from "../../parts/difference/open-for.ts";
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
	web.get(`${formPath(":id")}.docx`, (request, reply) =>
		download(app, request, reply, {
			extension: "docx",
			type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			write: formToDocx,
		}),
	);
	web.get(`${formPath(":id")}.pdf`, (request, reply) =>
		download(app, request, reply, {
			extension: "pdf",
			type: "application/pdf",
			write: formToPdf,
		}),
	);
};

/** The form that the address names, else the first of those that the reader may see. */
function formAsked(opened: OpenedDifference, request: FastifyRequest): Form | undefined {
	const forms = formsIn(opened);
	const { form } = request.query as { form?: string };
	return forms.find(({ id }) => id === form) ?? forms[0];
}

/** Sends the form as a file whose name says the reference and nothing else. */
async function download(
	app: App,
	request: FastifyRequest,
	reply: FastifyReply,
	format: {
		extension: string;
		type: string;
		write: (form: FormDocument) => Promise<Buffer>;
	},
): Promise<FastifyReply> {
	const opened = await openFor(app, request, `form.${format.extension}`);
	const form = opened && formAsked(opened, request);
	if (!opened || !form) {
		reply.callNotFound();
		return reply;
	}
	return reply
		.type(format.type)
		.header(
			"content-disposition",
			`attachment; filename="${opened.header.reference}.${format.extension}"`,
		)
		.send(await format.write(formDocumentOf(opened, form)));
}
