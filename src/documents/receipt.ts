import type { Receipt } from "../chain/receipt.ts";
import { inGroups } from "../chain/signed.ts";
import { heading, type Paper, paragraph } from "../domain/paper.ts";
import { londonTime } from "../domain/time.ts";
import { asEnglish, sayText as say, sayMoment } from "../language/say.ts";
import { speakingNow } from "../language/speaking.ts";

/** A receipt as people read it, with what it says in the words that were signed. What can be checked is the file beside it. @param where anybody can have it checked */
export function receiptOnPaper(receipt: Receipt, where: string): Paper {
	const { "concord-receipt": says, key } = receipt;
	const at = londonTime(says.at);
	return {
		title: say`Receipt, ${says.reference}`,
		from: says.partnership,
		day: at.toPlainDate().toString(),
		language: speakingNow().language,
		look: "form",
		head: [says.partnership, say`Receipt`],
		foot: [say`It names nobody`, says.reference],
		blocks: [
			heading(
				1,
				says.for === "sent" ? say`Receipt for what you sent` : say`Receipt for what you received`,
			),
			{
				is: "answers",
				answers: [
					{ label: say`Reference`, value: says.reference },
					{ label: say`What`, value: asEnglish(says.what) },
					{ label: say`From`, value: says.by },
					{ label: say`To`, value: says.to },
					{ label: say`Recorded at`, value: sayMoment(at) },
				],
			},
			heading(2, say`What proves it`),
			paragraph(
				say`This page is for reading. The file that ends with .json is what can be checked: at ${where}, or with “concord audit check-receipt” and no help of the partnership.`,
			),
			{
				is: "answers",
				answers: [
					...says.submitted.map(({ act, sha256 }) => ({
						label: say`SHA-256 of act ${String(act)}`,
						value: inGroups(sha256),
					})),
					{
						label: say`SHA-256 of entry ${String(says.link.position)}`,
						value: inGroups(says.link.hash),
					},
					{ label: say`Key that signed it`, value: inGroups(key.fingerprint) },
				],
			},
		],
	};
}
