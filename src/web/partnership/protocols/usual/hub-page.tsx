import type { Protocol } from "../../../../domain/protocol/protocol.ts";
import { reminders } from "../../../../domain/protocol/told/table/whole.ts";
import { placesOf } from "../../../../domain/protocol/usual/change.ts";
import type { UsualThings } from "../../../../domain/protocol/usual/parts.ts";
import type { Part } from "../../../../domain/protocol/usual/place.ts";
import { protocolPaths } from "../../../addresses.ts";
import { counted } from "../../../kit/dates.ts";
import { govukInsetText, govukNotificationBanner, govukSummaryList } from "../../../kit/govuk.ts";
import type { Child, Html } from "../../../kit/html.ts";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { say, sayWhole } from "../../../kit/say.tsx";
import { Link } from "../../../kit/text.tsx";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";
import type { Visit } from "../../../parts/protocol/visit-version.ts";

/** What of a draft can be changed without its text, each thing with what it says now. */
export const UsualHubPage = ({
	frame,
	visit,
	protocol,
	usual,
	saved,
	hasTyped,
}: {
	frame: PageFrame;
	visit: Visit;
	protocol: Protocol;
	usual: UsualThings;
	/** What was saved just now, by its title. */
	saved: string | undefined;
	/** Whether the reader has typed some of the text and not saved it. */
	hasTyped: boolean;
}): Html => {
	const edit = protocolPaths.edit(visit.version.id);
	const list = (parts: Part[], says: (part: Part) => Child) =>
		govukSummaryList({
			rows: parts.map((part) => ({
				key: { text: sayWhole(part.title) },
				value: { html: <>{says(part)}</> },
				actions: {
					items: [
						{
							text: say`Change`,
							visuallyHiddenText: sayWhole(part.title),
							href: protocolPaths.usualPart(visit.version.id, part.id),
						},
					],
				},
			})),
		});
	return (
		<VersionLayout frame={frame} visit={visit} title={say`Change the usual things`}>
			{saved && govukNotificationBanner({ type: "success", text: say`${sayWhole(saved)}: saved` })}
			<p class="govuk-body">{say`You see what each change does before you save it. For anything else,
				${<Link href={edit}>{say`edit the text`}</Link>}: these pages change the same text,
				and leave its comments and order as they are.`}</p>
			{hasTyped &&
				govukInsetText({
					html: say`You have text of your own under
							${<Link href={edit}>{say`Edit the text`}</Link>} that is not saved. What you
							save here does not touch it, and is not in it.`,
				})}
			{list(usual.things, (part) => gistOf(part, protocol))}
			<h2 class="govuk-heading-m">{say`Words`}</h2>
			{list(usual.words, (part) => counted(placesOf(part).length, "text"))}
		</VersionLayout>
	);
};

/** What a thing says now, in a few words. */
function gistOf(part: Part, protocol: Protocol): Child {
	const places = placesOf(part);
	const lines = (texts: (string | undefined)[]) =>
		texts.map((text, index) => (
			<>
				{index > 0 && <br />}
				{text}
			</>
		));
	switch (part.id) {
		case "safety":
			return lines(protocol.safety.map(({ name, call }) => `${call}, ${name}`));
		case "themes":
			return counted(places.length, "theme");
		case "reminders":
			return lines(reminders.map(({ says }) => says(protocol.reminders, protocol)));
		case "roles":
			return lines(Object.values(protocol.roles).map(({ called }) => called));
		default:
			return counted(places.length, "time limit");
	}
}
