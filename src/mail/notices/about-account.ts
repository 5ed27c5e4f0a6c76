import { isEndOfDay, zone } from "../../domain/time.ts";
import { fromSender, type Sender } from "./about-difference.ts";
import { type Notice, notice } from "./notice.ts";

/** The page that somebody without an account reaches by a link in a mail, with what opens it after it. */
export const answerPath = "/answer";

/** Whom to ring where no protocol says it yet. */
const usualEmergency = "If somebody is in immediate danger, ring 999.";

/**
 * About how somebody signs in.
 *
 * @param path of the page that its link leads to
 * @param emergency what the protocol in force says; left out where none is in force yet
 * @param until how long its link works
 */
export function accountNotice(
	sender: Sender,
	to: { name: string },
	news: (Notice & { kind: "account" })["news"],
	{
		path,
		agency,
		emergency = usualEmergency,
		until,
	}: {
		path: string;
		agency?: string | undefined;
		emergency?: string | undefined;
		until?: Temporal.Instant | undefined;
	},
): Notice {
	const ends = until?.toZonedDateTimeISO(zone);
	return notice.parse({
		kind: "account",
		to: { name: to.name },
		...fromSender(sender),
		emergency,
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
	});
}
