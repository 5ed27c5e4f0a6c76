import type { FastifyRequest } from "fastify";
import { type ReceiptFound, receiptFound } from "../../../actions/receipts.ts";
import { longestReceipt } from "../../../chain/receipt.ts";
import { paths } from "../../addresses.ts";
import { errorAt, type FormState, newForm } from "../../kit/form.ts";
import { filesOf } from "../../kit/posted-files.ts";
import type { Routes } from "../../kit/request.ts";
import { CheckReceiptPage } from "./page.tsx";

/** Where anybody has a receipt checked; nothing of it is kept, and nothing is said that is not in it. */
export const checkReceiptRoutes: Routes = (web, app) => {
	const show = (request: FastifyRequest, form: FormState, found?: ReceiptFound) => (
		<CheckReceiptPage frame={request.frame} form={form} found={found} />
	);
	web.get(paths.checkReceipt, { config: { public: true } }, (request, reply) =>
		reply.page(show(request, newForm())),
	);
	web.post(
		paths.checkReceipt,
		{
			config: { public: true, takesFiles: true, rateLimit: { max: 60, timeWindow: "1 minute" } },
		},
		async (request, reply) => {
			const { reference } = (request.body ?? {}) as { reference?: unknown };
			const typed = typeof reference === "string" ? reference.slice(0, 40) : "";
			const text = await chosenText(request);
			if (typeof text !== "string")
				return reply.code(422).page(
					show(request, {
						values: { reference: typed },
						errors: errorAt(
							"file",
							text ? "The file is too large to be a receipt" : "Choose a receipt",
						),
					}),
				);
			const found = await receiptFound(text, { db: app.db, reference: typed });
			return reply.page(show(request, newForm({ reference: typed }), found));
		},
	);
};

/** The text of the first file; undefined where none was chosen. */
async function chosenText(
	request: FastifyRequest,
): Promise<string | { tooLong: true } | undefined> {
	for await (const { content } of filesOf(request)) {
		const parts: Uint8Array[] = [];
		let length = 0;
		for await (const part of content) {
			length += part.length;
			if (length <= longestReceipt) parts.push(part);
		}
		return length > longestReceipt ? { tooLong: true } : Buffer.concat(parts).toString("utf8");
	}
	return undefined;
}
