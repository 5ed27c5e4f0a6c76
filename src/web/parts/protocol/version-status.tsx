import type { VersionStatus } from "../../../domain/protocol/version.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Person } from "../../../store/people.ts";
import type { StoredVersion } from "../../../store/protocol-versions.ts";
import { dayInWords } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayMoment } from "../../kit/say.tsx";
import { StatusTag, type Tone } from "../../kit/status-tag.tsx";
import { Timeline } from "../../kit/timeline.tsx";
import type { Listed } from "./visit-version.ts";

const tags = (): Record<VersionStatus, [text: string, tone: Tone]> => ({
	draft: [say`Draft`, "quiet"],
	proposed: [say`Waits for approval`, "act"],
	coming: [say`Coming`, "running"],
	"in-force": [say`In force`, "good"],
	replaced: [say`Replaced`, "quiet"],
	refused: [say`Refused`, "late"],
	withdrawn: [say`Withdrawn`, "quiet"],
});

export const VersionStatusTag = ({ status }: { status: VersionStatus }): Html => {
	const [text, tone] = tags()[status];
	return <StatusTag text={text} tone={tone} />;
};

const did = () => ({
	made: say`Made`,
	edited: say`Edited`,
	proposed: say`Proposed`,
	approved: say`Approved`,
	refused: say`Refused`,
	withdrawn: say`Withdrawn`,
});

/** Who did the last thing to a version, and when: "Approved by Lou Birch, 2pm on 26 March 2026". */
export function sayLastAct(
	{ history, inForceFrom }: StoredVersion,
	people: ReadonlyMap<string, Person>,
): string {
	const last = history.at(-1);
	if (!last) return inForceFrom ? say`Set up with your partnership` : "";
	return say`${did()[last.type]} by ${people.get(last.by)?.name ?? say`somebody`}, ${sayMoment(londonTime(last.at))}`;
}

/** Where a version stands, in a sentence. */
export function sayVersionStatus({ status, inForceFrom }: Listed): string {
	const day = inForceFrom ? dayInWords(inForceFrom) : "";
	return {
		draft: say`A draft. Nobody works by it.`,
		proposed: say`It waits for a second administrator to approve it.`,
		coming: say`Approved. In force from ${day}.`,
		"in-force": say`In force since ${day}. Whatever is raised now runs under it.`,
		replaced: say`It came into force on ${day} and has been replaced. What began under it stays under it.`,
		refused: say`It was refused, and never came into force.`,
		withdrawn: say`It was withdrawn, and never came into force.`,
	}[status];
}

/** Everything that was done to a version, in order. */
export const History = ({
	version,
	versions,
	people,
}: {
	version: StoredVersion;
	versions: StoredVersion[];
	people: ReadonlyMap<string, Person>;
}): Html => (
	<Timeline
		items={version.history.map(({ type, at, by, note, copiedFrom, inForceFrom }) => {
			const from = versions.find(({ id }) => id === copiedFrom);
			const more = [
				...(from ? [say`From version ${from.version}.`] : []),
				...(inForceFrom ? [say`To be in force from ${dayInWords(inForceFrom)}.`] : []),
			].join(" ");
			return {
				title: did()[type],
				by: people.get(by)?.name,
				at: londonTime(at),
				...((more || note) && {
					detail: (
						<>
							{more && <p class="govuk-body">{more}</p>}
							{note && <p class="govuk-body concord-as-typed">{note}</p>}
						</>
					),
				}),
			};
		})}
	/>
);
