import type { Protocol } from "../../domain/protocol/protocol.ts";
import { isEndOfDay, zone } from "../../domain/time.ts";
import { sayProtocol } from "../../language/protocol-words.ts";
import { sayText as say } from "../../language/say.ts";
import { emergencyNow, fromSender, type Sender } from "./about-difference.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import { type Notice, notice } from "./notice.ts";

/** The page that somebody without an account reaches by a link in a mail, with what opens it after it. */
export const answerPath = "/answer";

/**
 * About how somebody signs in.
 *
 * @param path of the page that its link leads to
 * @param protocol the one in force, which says whom to ring; left out where none is in force yet
 * @param until how long its link works
 */
export function accountNotice(
	sender: Sender,
	to: { name: string },
	news: (Notice & { kind: "account" })["news"],
	{
		path,
		agency,
		protocol,
		until,
	}: {
		path: string;
		agency?: string | undefined;
		protocol?: Protocol | undefined;
		until?: Temporal.Instant | undefined;
	},
): Notice {
	const ends = until?.toZonedDateTimeISO(zone);
	return inBothLanguages(sender, () =>
		notice.parse({
			kind: "account",
			to: { name: to.name },
			...fromSender(sender),
			emergency: protocol
				? emergencyNow(sayProtocol(protocol))
				: say`If somebody is in immediate danger, ring 999.`,
			link: `${sender.address}${path}`,
			news,
			...(agency && { agency }),
			...(ends && {
				until: {
					day: ends.toPlainDate().toString(),
					...(!isEndOfDay(ends) && {
						time: ends.toPlainTime().toString({ smallestUnit: "minute" }),
					}),
				},
			}),
		}),
	);
}
