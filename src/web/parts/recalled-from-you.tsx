import type { App } from "../../actions/app.ts";
import { senderOf } from "../../actions/outbox.ts";
import { partnershipClock } from "../../actions/partnership-clock.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { londonTime } from "../../domain/time.ts";
import type { Contact } from "../../mail/notices/about-difference.ts";
import { listDirectoryOn } from "../../store/people.ts";
import { listRecalledFrom, type RecalledFrom } from "../../store/recalls.ts";
import type { Html } from "../kit/html.ts";
import { say, sayAny, sayDate } from "../kit/say.tsx";
import { Bullets, Section } from "../kit/text.tsx";

/** What was recalled from somebody, and whom of the office to ask about it. */
export type RecalledFromYou = { recalls: RecalledFrom[]; ask: readonly Contact[] };

export async function recalledFromYou(app: App, viewer: Viewer): Promise<RecalledFromYou> {
	const recalls = await listRecalledFrom(app.db, viewer);
	if (recalls.length === 0) return { recalls, ask: [] };
	const here = await partnershipClock(app, app.db, viewer.partnershipId);
	const today = here.now.toPlainDate().toString();
	const directory = await listDirectoryOn(app.db, viewer.partnershipId, today);
	return { recalls, ask: senderOf(app, here, directory).ask ?? [] };
}

/** That something was sent by mistake and recalled, when, and whom to ask: nothing of what it was. */
export const RecalledSection = ({ recalls, ask }: RecalledFromYou): Html => (
	<>
		{recalls.length > 0 && (
			<Section id="recalled" title={say`Sent by mistake, and recalled`}>
				<p class="govuk-body">
					{say`You cannot open these any more. Destroy what you printed or saved, and tell nobody what it said.`}{" "}
					{ask.length > 0 &&
						say`To ask about one, contact ${sayAny(ask.map(({ name, jobTitle, email }) => `${name}, ${jobTitle} (${email})`))}.`}
				</p>
				<Bullets
					items={recalls.map(
						({ reference, at, agency }) =>
							say`${reference}: sent to ${agency} by mistake, and recalled on ${sayDate(londonTime(at).toPlainDate().toString())}`,
					)}
				/>
			</Section>
		)}
	</>
);
