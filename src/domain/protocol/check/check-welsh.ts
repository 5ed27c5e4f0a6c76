import type { Faults } from "../file/faults.ts";
import { textsOf } from "../in-welsh.ts";
import type { Protocol } from "../protocol.ts";

/** Every Welsh text is that of a text of the protocol, in as many lines, with the same places for answers and dates. */
export function checkWelsh(protocol: Protocol, faults: Faults): void {
	const texts = textsOf(protocol);
	for (const [text, welsh] of Object.entries(protocol.welsh)) {
		const path = ["welsh", text];
		if (!texts.has(text))
			faults.add(
				path,
				`No text of this file is “${text}”, so its Welsh would never be shown`,
				"Write the English as it stands above, word for word, or take this line out",
			);
		else if (placesIn(welsh) !== placesIn(text))
			faults.add(
				path,
				"What is put into the text is not the same in Welsh",
				`Write each of these once in the Welsh: ${placesIn(text) || "nothing between { and }"}`,
			);
		else if (welsh.includes("\n") && !text.includes("\n"))
			faults.add(path, "The English is in one line, and the Welsh is not", "Write it in one line");
	}
}

/** What stands between braces in a text, such as `{decision}`, in one order. */
const placesIn = (text: string): string => (text.match(/\{[^{}]*\}/g) ?? []).sort().join(" ");
