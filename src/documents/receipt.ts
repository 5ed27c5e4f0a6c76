import type { Receipt } from "../chain/receipt.ts";
import { inGroups } from "../chain/signed.ts";
import { sayMoment } from "../domain/calendar/day-in-words.ts";
import { heading, type Paper, paragraph } from "../domain/paper.ts";
import { londonTime } from "../domain/time.ts";

/** A receipt as people read it. What can be checked is the file beside it. @param where anybody can have it checked */
export function receiptOnPaper(receipt: Receipt, where: string): Paper {
	const { "concord-receipt": says, key } = receipt;
	const at = londonTime(says.at);
	return {
		title: `Receipt, ${says.reference}`,
		from: says.partnership,
		day: at.toPlainDate().toString(),
		look: "form",
		head: [says.partnership, "Receipt"],
		foot: ["It names nobody", says.reference],
		blocks: [
			heading(
				1,
				says.for === "sent" ? "Receipt for what you sent" : "Receipt for what you received",
			),
			{
				is: "answers",
				answers: [
					{ label: "Reference", value: says.reference },
					{ label: "What", value: says.what },
					{ label: "From", value: says.by },
					{ label: "To", value: says.to },
					{ label: "Recorded at", value: sayMoment(at) },
				],
			},
			heading(2, "What proves it"),
			paragraph(
				`This page is for reading. The file that ends with .json is what can be checked: at ${where}, or with “concord audit check-receipt” and no help of the partnership.`,
			),
			{
				is: "answers",
				answers: [
					...says.submitted.map(({ act, sha256 }) => ({
						label: `SHA-256 of act ${act}`,
						value: inGroups(sha256),
					})),
					{ label: `SHA-256 of entry ${says.link.position}`, value: inGroups(says.link.hash) },
					{ label: "Key that signed it", value: inGroups(key.fingerprint) },
				],
			},
		],
	};
}
