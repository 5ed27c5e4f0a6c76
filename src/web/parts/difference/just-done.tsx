import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { RecordedEvent } from "../../../domain/difference/difference.ts";
import { sayToDoer } from "../../../domain/difference/told/say-to-doer.ts";
import { govukNotificationBanner } from "../../kit/govuk.ts";
import { type Html, raw } from "../../kit/html.ts";

/** What was just done, by the number of its entry in the record, as an address says it. */
export const justDoneIn = (
	{ entries }: OpenedDifference,
	number: unknown,
): RecordedEvent | undefined => entries.find(({ seq }) => String(seq) === number);

/** A banner that says what was just done. */
export function JustDone({
	opened,
	done,
	goOn,
}: {
	opened: OpenedDifference;
	/** The entry of it; no banner without one. */
	done: RecordedEvent | undefined;
	/** What to go on with. */
	goOn?: Html | undefined;
}): Html {
	return done
		? govukNotificationBanner({
				type: "success",
				html: (
					<>
						<p class="govuk-notification-banner__heading">
							{sayToDoer(
								opened.protocol,
								opened.difference,
								opened,
								opened.entries,
								done,
								opened.viewer.id,
							)}
						</p>
						{goOn}
					</>
				),
			})
		: raw("");
}
