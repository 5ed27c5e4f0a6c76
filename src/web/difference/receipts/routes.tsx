import { receiptOf } from "../../../actions/receipts.ts";
import { receiptOnPaper } from "../../../documents/receipt.ts";
import { sentAndReceived } from "../../../domain/difference/told/sent-and-received.ts";
import { paths, receiptPath, receiptsPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { openAsWritten, openFor } from "../../parts/difference/open-for.ts";
import { sendPaper } from "../../parts/paper-file.ts";
import { ReceiptsPage } from "./page.tsx";

type Address = { Params: { id: string; seq: string } };

/** Receipts of what was sent in a difference, for whoever sent or got it. */
export const receiptRoutes: Routes = (web, app) => {
	web.get(receiptsPath(":id"), async (request, reply) => {
		const opened = await openFor(app, request, "receipts");
		return opened
			? reply.page(
					<ReceiptsPage frame={request.frame} opened={opened} sent={sentAndReceived(opened)} />,
				)
			: reply.callNotFound();
	});
	web.get<Address>(receiptPath(":id", ":seq", "json"), async (request, reply) => {
		const opened = await openAsWritten(app, request, "receipt.json");
		const receipt = opened && (await receiptOf(app, opened, Number(request.params.seq)));
		if (!receipt) return reply.callNotFound();
		return reply
			.type("application/json")
			.header(
				"content-disposition",
				`attachment; filename="${opened.header.reference}-receipt-${request.params.seq}.json"`,
			)
			.send(`${JSON.stringify(receipt, null, "\t")}\n`);
	});
	web.get<Address>(receiptPath(":id", ":seq", "pdf"), async (request, reply) => {
		const opened = await openAsWritten(app, request, "receipt.pdf");
		const receipt = opened && (await receiptOf(app, opened, Number(request.params.seq)));
		if (!receipt) return reply.callNotFound();
		return sendPaper(
			reply,
			"pdf",
			`${opened.header.reference}-receipt-${request.params.seq}`,
			receiptOnPaper(receipt, `${app.address}${paths.checkReceipt}`),
		);
	});
};
