import { readFileSync } from "node:fs";
import { calendarNamed } from "../../calendar/calendar.ts";
import type { Sector } from "../../people/viewer.ts";
import { readProtocol } from "../../protocol/reading/read-protocol.ts";
import { playStory } from "../../story/play.ts";
import { readStory } from "../../story/story.ts";
import { replay } from "../difference.ts";
import { entriesFor } from "../who/may-read.ts";
import type { Names } from "./words.ts";

const { protocol } = readProtocol(readFileSync("protocols/somerset/2021-04.yaml", "utf8"));
if (!protocol) throw new Error("The protocol has faults");

export { protocol };

const school = {
	agencyName: "Oakfield Primary School",
	sector: "education" as Sector,
};
const health = {
	agencyName: "Larkhill Health Visiting",
	sector: "health" as Sector,
};
const office = {
	agencyName: "Partnership office",
	sector: "partnership" as Sector,
};
/** Who plays each part of a story. */
const cast: Record<string, { name: string; jobTitle: string; agencyName: string; sector: Sector }> =
	{
		"raising practitioner": {
			name: "Amy Okafor",
			jobTitle: "Class teacher",
			...school,
		},
		"raising manager": {
			name: "Zoë Marsh",
			jobTitle: "Safeguarding lead",
			...school,
		},
		"raising senior-manager": {
			name: "Siân Pugh",
			jobTitle: "Head teacher",
			...school,
		},
		"receiving practitioner": {
			name: "Łukasz Nowak",
			jobTitle: "Health visitor",
			...health,
		},
		"receiving manager": {
			name: "Dev Anand",
			jobTitle: "Named nurse",
			...health,
		},
		"receiving senior-manager": {
			name: "Ruth Bell",
			jobTitle: "Head of service",
			...health,
		},
		"business-unit": {
			name: "Ian Cole",
			jobTitle: "Business manager",
			...office,
		},
		executive: { name: "Dame Ola Reed", jobTitle: "Chair", ...office },
	};

/** Plays a story and gives it as `side` may read it, with names for everybody in it. */
export function played(side: string, acts: string) {
	const { story, faults } = readStory(`story: For words\nacts:\n${acts}`);
	if (!story) throw new Error(faults.join("\n"));
	if (!protocol) throw new Error("The protocol has faults");
	const rules = { protocol, calendar: calendarNamed(protocol.calendar) };
	const { difference: whole, acts: done } = playStory(rules, story);
	const people: Map<string, (typeof cast)[string]> = new Map();
	for (const { act, events } of done)
		for (const { by } of events) {
			const part = by && cast[act.by ?? ""];
			if (part && by?.person) people.set(by.person, part);
		}
	for (const [id, { answer }] of Object.entries(whole.answers)) {
		const field = protocol.fields[id];
		const part = field?.type === "person" ? cast[field.of] : undefined;
		if (part) people.set((answer as { id: string }).id, part);
	}
	const names: Names = {
		people,
		agencies: { raising: school.agencyName, receiving: health.agencyName },
	};
	const entries = entriesFor(
		done.flatMap(({ events }) => events),
		[side],
	);
	return {
		protocol,
		names,
		entries,
		difference: replay(protocol, whole, entries),
	};
}

/** Stages 1 to 3 over Easter 2026, to the answer that is still owed. */
export const untilForwarded = `
  - { at: 2026-03-24 10:00, by: raising practitioner, do: raise }
  - { at: 2026-03-24 14:15, by: raising practitioner, do: talk, outcome: not-resolved, enter: { talked-at: "2026-03-24T14:00", what-was-said: "They would not visit again.\\nI asked why.", why-not-resolved: No date was offered } }
  - { at: 2026-03-26 09:00, by: raising manager, do: informal-resolution.talk, outcome: time-agreed, enter: { reply-by: "2026-03-30" } }
  - { at: 2026-03-30 12:00, by: receiving manager, do: reply, outcome: replied }
  - { at: 2026-03-31 09:00, by: raising manager, do: weigh, outcome: not-resolved }
  - { at: 2026-04-01 15:00, by: raising practitioner, do: formal-resolution.raise, outcome: submitted }
  - { at: 2026-04-02 16:10, by: raising senior-manager, do: sign-off, outcome: signed }
  - { at: 2026-04-07 11:00, by: business-unit, do: forward, outcome: forwarded }
`;
