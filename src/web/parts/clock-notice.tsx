import type { App } from "../../actions/app.ts";
import { isBeforeLastReading } from "../../store/readings.ts";
import { govukNotificationBanner } from "../kit/govuk.ts";
import { type Html, raw } from "../kit/html.ts";
import { say } from "../kit/say.tsx";

/** Whether the clock of the machine that Concord runs on was set back. @see isBeforeLastReading */
export const didClockGoBack = ({ db, clock }: App, partnershipId?: string): Promise<boolean> =>
	isBeforeLastReading(db, clock(), partnershipId);

/** In a banner above the page: that the machine’s clock went back, what that does and what to do; nothing where it did not. */
export const ClockNotice = ({ wentBack }: { wentBack: boolean }): Html =>
	wentBack
		? govukNotificationBanner({
				titleId: "clock-went-back",
				html: (
					<>
						<p class="govuk-notification-banner__heading">{say`The clock of the computer that Concord runs on was set back`}</p>
						<p class="govuk-body">{say`It shows a time that has passed already. Until it is right, what people do is
							recorded with the time of the entry before it, and time limits and reminders
							come late.`}</p>
						<p class="govuk-body">{say`Ask whoever looks after that computer to set its clock right, and to have it set
							by a time server. Nothing has to be entered again, and this message goes by
							itself.`}</p>
					</>
				),
			})
		: raw("");
