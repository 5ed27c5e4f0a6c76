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

const tags: Record<VersionStatus, [text: string, tone: Tone]> = {
	draft: ["Draft", "quiet"],
	proposed: ["Waits for approval", "act"],
	coming: ["Coming", "running"],
	"in-force": ["In force", "good"],
	replaced: ["Replaced", "quiet"],
	refused: ["Refused", "late"],
	withdrawn: ["Withdrawn", "quiet"],
};

export const VersionStatusTag = ({ status }: { status: VersionStatus }): Html => {
	const [text, tone] = tags[status];
	return <StatusTag text={text} tone={tone} />;
};

const did = {
	made: "Made",
	edited: "Edited",
	proposed: "Proposed",
	approved: "Approved",
	refused: "Refused",
	withdrawn: "Withdrawn",
} as const;

/** Who did the last thing to a version, and when: "Approved by Lou Birch, 2pm on 26 March 2026". */
export function sayLastAct(
	{ history, inForceFrom }: StoredVersion,
	people: ReadonlyMap<string, Person>,
): string {
	const last = history.at(-1);
	if (!last) return inForceFrom ? "Set up with your partnership" : "";
	return `${did[last.type]} by ${people.get(last.by)?.name ?? "somebody"}, ${sayMoment(londonTime(last.at))}`;
}

/** Where a version stands, in a sentence. */
export function sayVersionStatus({ status, inForceFrom }: Listed): string {
	const day = inForceFrom ? dayInWords(inForceFrom) : "";
	return {
		draft: "A draft. Nobody works by it.",
		proposed: "It waits for a second administrator to approve it.",
		coming: say`Approved. In force from ${day}.`,
		"in-force": say`In force since ${day}. Whatever is raised now runs under it.`,
		replaced: say`It came into force on ${day} and has been replaced. What began under it stays under it.`,
		refused: "It was refused, and never came into force.",
		withdrawn: "It was withdrawn, and never came into force.",
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
				title: did[type],
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
