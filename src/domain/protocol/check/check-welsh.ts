import type { Faults } from "../file/faults.ts";
import { textsOf } from "../in-welsh.ts";
import type { Protocol } from "../protocol.ts";

/** A Welsh text is in as many lines as its English, with the same places for answers and dates. */
export function checkWelsh(protocol: Protocol, faults: Faults): void {
	for (const [text, welsh] of Object.entries(protocol.welsh))
		if (placesIn(welsh) !== placesIn(text))
			faults.add(
				["welsh", text],
				"What is put into the text is not the same in Welsh",
				`Write each of these once in the Welsh: ${placesIn(text) || "nothing between { and }"}`,
			);
		else if (welsh.includes("\n") && !text.includes("\n"))
			faults.add(
				["welsh", text],
				"The English is in one line, and the Welsh is not",
				"Write it in one line",
			);
}

/** Welsh of a text that is not there, or not any more. It is no fault: whoever changes a sentence need not know Welsh. */
export function warnOfWelsh(protocol: Protocol, warnings: Faults): void {
	const texts = textsOf(protocol);
	for (const text of Object.keys(protocol.welsh))
		if (!texts.has(text))
			warnings.add(
				["welsh", text],
				`No text of this file is “${text}”, so its Welsh is never shown`,
				"Write the English as it stands above, word for word, or take this line out",
			);
}

/** What stands between braces in a text, such as `{decision}`, in one order. */
const placesIn = (text: string): string => (text.match(/\{[^{}]*\}/g) ?? []).sort().join(" ");
