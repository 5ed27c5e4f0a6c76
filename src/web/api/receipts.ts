import { z } from "zod";
import { openDifference } from "../../actions/open-difference.ts";
import { receiptFound, receiptOf, sayReceiptFound } from "../../actions/receipts.ts";
import {
	longestReceipt,
	shapeBesideSaid,
	shapeOfSaid,
	shapeOfSubmitted,
} from "../../chain/receipt.ts";
import { sentAndReceived } from "../../domain/difference/told/sent-and-received.ts";
import { acrossPartnerships } from "../../store/scope.ts";
import { does, reads } from "./operation.ts";
import { Problem } from "./problem.ts";
import { instant, ofOne } from "./schemas.ts";

const tag = "Receipts";

const aReceipt = z
	.object({
		"concord-receipt": z.object({
			...shapeOfSaid,
			at: instant,
			submitted: z.array(z.object(shapeOfSubmitted)),
			link: z.looseObject({ chain: z.string(), position: z.int(), hash: z.string() }),
		}),
		...shapeBesideSaid,
	})
	.meta({
		id: "Receipt",
		description: "What somebody sent or got, signed. Keep it as it came: its words are the proof.",
	});

export const receiptOperations = [
	reads({
		id: "listReceipts",
		path: "/differences/{id}/receipts",
		tag,
		summary: "What was sent by your sides or to them, of which there are receipts",
		scope: "differences:read",
		params: ofOne,
		answer: z.object({
			receipts: z.array(
				z.object({
					entry: z.int(),
					at: instant,
					for: z.enum(["sent", "received"]),
					what: z.string(),
					by: z.string(),
					to: z.string(),
				}),
			),
		}),
		run: async ({ app, viewer, params }) => {
			const opened = await openDifference(app, viewer, params.id, "receipts");
			return (
				opened && {
					receipts: sentAndReceived(opened).map(({ seq, at, for: whose, what, by, to }) => ({
						entry: seq,
						at,
						for: whose,
						what,
						by,
						to,
					})),
				}
			);
		},
	}),
	reads({
		id: "readReceipt",
		path: "/differences/{id}/receipts/{entry}",
		tag,
		summary: "A receipt, as it is kept and checked",
		scope: "differences:read",
		params: ofOne.extend({ entry: z.coerce.number().int().min(1).max(1_000_000_000) }),
		answer: aReceipt,
		run: async ({ app, viewer, params }) => {
			const opened = await openDifference(app, viewer, params.id, "receipt.json");
			return opened && receiptOf(app, opened, params.entry);
		},
	}),
	does({
		id: "checkReceipt",
		path: "/receipts/check",
		tag,
		summary: "Whether a receipt is true, and the record still has what it is for",
		says: "Nothing of it is kept. Its page checks it for anybody, without a token.",
		scope: "differences:read",
		anyNumberOfTimes: true,
		query: z.object({
			reference: z
				.string()
				.max(40)
				.optional()
				.describe("The difference of which it is said to be."),
		}),
		body: { file: true },
		answer: z.object({ is: z.string(), title: z.string(), says: z.string() }),
		run: async ({ app, body, query: { reference } }) => {
			const receipt = await wholeText(body as AsyncIterable<Buffer>);
			// It may be of any partnership of this Concord, and nothing is said that is not in it.
			const found = await acrossPartnerships("public-page", () =>
				receiptFound(receipt, { db: app.db, reference }),
			);
			return { is: found.is, ...sayReceiptFound(found) };
		},
	}),
];

/** @throws Problem where it is longer than any receipt */
async function wholeText(sent: AsyncIterable<Buffer>): Promise<string> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const part of sent) {
		length += part.length;
		if (length <= longestReceipt) parts.push(part);
	}
	if (length > longestReceipt)
		throw new Problem(413, "too-large", "That is larger than any receipt");
	return Buffer.concat(parts).toString("utf8");
}
