import type { Protocol } from "../../domain/protocol/protocol.ts";
import { sayProtocol } from "../../language/protocol-words.ts";
import { emergencyNow, fromSender, type Sender } from "./about-difference.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import { type Notice, notice } from "./notice.ts";

/**
 * Of who works at an agency, to those who answer for it: that somebody's last day comes, or that they are asked whether its
 * people are right. It names nobody.
 *
 * @param protocol whose emergency line it ends with
 */
export const peopleNotice = (
	sender: Sender,
	protocol: Protocol,
	to: { name: string },
	{
		is,
		agency,
		day,
		path,
	}: {
		is: (Notice & { kind: "people" })["is"];
		agency: string;
		/** ISO day: the last day, or from which the year is counted. */
		day: string;
		/** Of the page that its link leads to. */
		path: string;
	},
): Notice =>
	inBothLanguages(sender, () =>
		notice.parse({
			kind: "people",
			to: { name: to.name },
			...fromSender(sender),
			emergency: emergencyNow(sayProtocol(protocol)),
			link: `${sender.address}${path}`,
			is,
			agency,
			day,
		}),
	);
