import { type EditableYaml, editableYaml } from "../file/edit-yaml.ts";
import type { Protocol } from "../protocol.ts";
import { sectorNames } from "../told/table/asked.ts";
import { areas } from "../told/table/whole.ts";
import { sayWithin } from "../within.ts";
import { timeLimits } from "./limits.ts";
import {
	type Draft,
	itemsUnder,
	lengthPlace,
	type Part,
	textAt,
	textPlace,
	wordsUnder,
} from "./place.ts";
import { wordsOfProtocol } from "./words.ts";

/** What can be changed in a protocol without touching its file by hand. */
export type UsualThings = {
	file: EditableYaml;
	/** Time limits, whom to ring, themes, reminders and roles. */
	things: Part[];
	/** What people read, by where it stands. */
	words: Part[];
};

/** @param source what `protocol` was read from */
export function usualThings(source: string, protocol: Protocol): UsualThings {
	const file = editableYaml(source);
	const draft = { file, protocol };
	return {
		file,
		things: [timeLimits(draft), whomToRing(draft), themes(draft), reminders(draft), roles(draft)],
		words: wordsOfProtocol(draft),
	};
}

const whomToRing = (draft: Draft): Part => ({
	id: "safety",
	title: "Whom to ring",
	groups: [
		{
			sections: itemsUnder(draft, ["safety"]).map((index) => ({
				title: textAt(draft, ["safety", index, "name"]),
				places: contact.map((word) => textPlace(draft, ["safety", index, word], word, "line")),
			})),
		},
	],
	rows: { of: "safety", asks: contact },
});
const contact: ("if" | "call" | "name")[] = ["name", "call", "if"];

const themes = (draft: Draft): Part => ({
	id: "themes",
	title: areas.themes ?? "",
	groups: [
		{
			sections: [
				{
					title: "Themes",
					places: wordsUnder(draft, ["themes"]).map((id, index) =>
						textPlace(draft, ["themes", id], "theme", "line", { of: String(index + 1) }),
					),
				},
			],
		},
	],
	rows: { of: "themes", asks: ["theme"] },
});

function reminders(draft: Draft): Part {
	const { before, lateEvery, noClockEvery } = draft.protocol.reminders;
	const words = { before, "late-every": lateEvery, "no-clock-every": noClockEvery };
	return {
		id: "reminders",
		title: areas.reminders ?? "",
		groups: [
			{
				sections: Object.entries(words).map(([word, length]) => ({
					title: word,
					places: [
						lengthPlace(draft, ["reminders", word], {
							is: "reminder",
							of: word,
							otherwise: sayWithin(length),
						}),
					],
				})),
			},
		],
	};
}

const roles = (draft: Draft): Part => ({
	id: "roles",
	title: areas.roles ?? "",
	groups: [
		{
			sections: Object.values(draft.protocol.roles).map((role) => ({
				title: role.called,
				places: [
					textPlace(draft, ["roles", role.id, "called"], "called", "line", {
						says: role.called,
						isOptional: true,
						after: role.level ? "level" : "office",
					}),
					...(role.level
						? Object.keys(sectorNames).map((sector) =>
								textPlace(draft, ["roles", role.id, "in", sector], "in-sector", "line", {
									of: sector,
									isOptional: true,
								}),
							)
						: []),
				],
			})),
		},
	],
});
