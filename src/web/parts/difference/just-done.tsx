import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { sayToDoer } from "../../../domain/difference/told/say-to-doer.ts";
import { govukNotificationBanner } from "../../kit/govuk.ts";
import { type Html, raw } from "../../kit/html.ts";

/** A banner that says what was just done. @param entry the number of its entry in the record, as an address says it */
export function JustDone({
	opened,
	entry,
	goOn,
}: {
	opened: OpenedDifference;
	entry: unknown;
	/** What to go on with. */
	goOn?: Html | undefined;
}): Html {
	const done = opened.entries.find(({ seq }) => String(seq) === entry);
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
