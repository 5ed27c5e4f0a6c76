/**
 * The words of a draft that people read, part by part: titles, texts, questions, letters. Each is a place that can be
 * changed by itself; one that the file says for each case is a place for each.
 */
import type { Path } from "../file/edit-yaml.ts";
import { afterwards, beside, stageTitle } from "../protocol.ts";
import { areas } from "../told/table/whole.ts";
import {
	type Draft,
	type Group,
	itemsUnder,
	type Part,
	type Place,
	placesByCase,
	type Section,
	textAt,
	textPlace,
	wordsUnder,
} from "./place.ts";
import { stepsOf } from "./steps.ts";

/**
 * Everything that people read: a part for the protocol as a whole, one for each stage, and one for each other group of
 * the file. A question stands with the first thing that asks it.
 */
export function wordsOfProtocol(draft: Draft): Part[] {
	const asked = new Set<string>();
	const questionsIn = (at: Path): Group[] => {
		const fields = [...askedIn(draft, draft.file.at(at))].filter(
			(id) => !asked.has(id) && draft.file.at(["fields", id]) !== undefined,
		);
		for (const id of fields) asked.add(id);
		return fields.length > 0
			? [{ title: "Questions", sections: fields.map((id) => question(draft, id)) }]
			: [];
	};
	const part = (id: string, title: string, groups: Group[], at: Path): Part => ({
		id,
		title,
		groups: [...groups, ...questionsIn(at)].filter(({ sections }) => sections.length > 0),
	});
	const parts = [
		part("raise", areas.raise ?? "", [{ sections: beginnings(draft) }], ["raise"]),
		...wordsUnder(draft, ["stages"]).map((stage) =>
			part(
				`stages.${stage}`,
				stageTitle(draft.protocol, stage),
				[{ sections: [theStage(draft, stage), ...steps(draft, stage)] }],
				["stages", stage],
			),
		),
		part(beside, areas.beside ?? "", [{ sections: steps(draft, beside) }], [beside]),
		part("moves", areas.moves ?? "", [{ sections: moves(draft) }], ["moves"]),
		part("endings", areas.endings ?? "", [{ sections: endings(draft) }], ["endings"]),
		part(
			afterwards,
			areas.afterwards ?? "",
			[{ sections: steps(draft, afterwards) }],
			[afterwards],
		),
		part("forms", areas.forms ?? "", forms(draft), ["forms"]),
		part("letters", areas.letters ?? "", [{ sections: letters(draft) }], ["letters"]),
	];
	const others = wordsUnder(draft, ["fields"]).filter((id) => !asked.has(id));
	return [
		theWhole(draft),
		...parts,
		{
			id: "questions",
			title: "Other questions",
			groups: [{ sections: others.map((id) => question(draft, id)) }],
		},
	]
		.filter(({ groups }) => groups.some(({ sections }) => sections.length > 0))
		.map((part) => ({
			...part,
			groups: part.groups.map((group) => ({
				...group,
				sections: group.sections.map((section) => ({
					...section,
					places: section.places.flatMap((place) => placesByCase(draft, place)),
				})),
			})),
		}));
}

/** The fields that stand under any `asks` in something, and in the parts of forms that it fills in. */
function askedIn(draft: Draft, value: unknown): Set<string> {
	if (typeof value !== "object" || value === null) return new Set();
	const { asks, form, part } = value as { asks?: unknown; form?: unknown; part?: unknown };
	const ofForm =
		typeof form === "string" && typeof part === "string"
			? draft.file.at(["forms", form, "parts", part])
			: undefined;
	return new Set([
		...(Array.isArray(asks) ? asks.map((each) => String(each?.ask ?? each)) : []),
		...askedIn(draft, ofForm),
		...Object.values(value).flatMap((inner) => [...askedIn(draft, inner)]),
	]);
}

const title = (draft: Draft, at: Path): Place =>
	textPlace(draft, [...at, "title"], "title", "line");

const guidance = (draft: Draft, at: Path): Place =>
	textPlace(draft, [...at, "says"], "guidance", "text", { isOptional: true, after: "title" });

/** What it is called, what it is for and what not, and its own vocabulary. */
function theWhole(draft: Draft): Part {
	const { words } = draft.protocol;
	const vocabulary = {
		difference: words.difference,
		differences: words.differences,
		stage: words.stage,
		child: words.child,
		raising: words.raising,
		receiving: words.receiving,
		"business-unit": words.businessUnit,
	};
	return {
		id: "words",
		title: "The protocol as a whole",
		groups: [
			{
				sections: [
					{
						title: "The protocol",
						places: [title(draft, []), textPlace(draft, ["about"], "about", "text")],
					},
					{
						title: "What things are called",
						note: "Words for the two agencies stand in titles and texts too: pages put the agency’s name there. If you change them here, change them there.",
						places: Object.entries(vocabulary).map(([word, says]) =>
							textPlace(draft, ["words", word], "word", "line", {
								of: word,
								says,
								isOptional: true,
							}),
						),
					},
				],
			},
			{
				title: "Guidance",
				sections: itemsUnder(draft, ["guidance"]).map((index) => ({
					title: textAt(draft, ["guidance", index, "title"]),
					places: [
						title(draft, ["guidance", index]),
						textPlace(draft, ["guidance", index, "says"], "guidance", "text"),
					],
				})),
			},
			{
				title: areas.notFor,
				sections: wordsUnder(draft, ["not-for"]).map((id) => ({
					title: textAt(draft, ["not-for", id, "if"]),
					places: [
						textPlace(draft, ["not-for", id, "if"], "not-for", "line"),
						textPlace(draft, ["not-for", id, "go"], "go", "line"),
					],
				})),
			},
		].filter(({ sections }) => sections.length > 0),
	};
}

function beginnings(draft: Draft): Section[] {
	return [
		...(textAt(draft, ["raise", "title"])
			? [{ title: textAt(draft, ["raise", "title"]), places: [title(draft, ["raise"])] }]
			: []),
		...wordsUnder(draft, ["raise", "ways"]).map((id) => ({
			title: textAt(draft, ["raise", "ways", id, "title"]),
			places: [title(draft, ["raise", "ways", id]), guidance(draft, ["raise", "ways", id])],
		})),
	];
}

const theStage = (draft: Draft, stage: string): Section => ({
	title: "The stage",
	places: [title(draft, ["stages", stage]), guidance(draft, ["stages", stage])],
});

const steps = (draft: Draft, stage: string): Section[] =>
	stepsOf(draft, stage).map(({ name, at }) => ({
		title: textAt(draft, [...at, "title"]),
		places: [
			title(draft, at),
			guidance(draft, at),
			...choices(draft, at, (outcome) =>
				Object.values(draft.protocol.steps)
					.find((step) => step.stage === stage && step.writtenAs === name)
					?.outcomes.find(({ id }) => id === outcome),
			),
		],
	}));

const moves = (draft: Draft): Section[] =>
	wordsUnder(draft, ["moves"]).map((id) => ({
		title: textAt(draft, ["moves", id, "title"]),
		places: [
			title(draft, ["moves", id]),
			guidance(draft, ["moves", id]),
			...choices(draft, ["moves", id], (outcome) =>
				draft.protocol.moves
					.find((move) => move.id === id)
					?.outcomes.find((each) => each.id === outcome),
			),
		],
	}));

/** The choices of a step or a move; one that is written short, as the place it leads to, is written out for its words. */
const choices = (
	draft: Draft,
	at: Path,
	compiled: (outcome: string) => { say: string } | undefined,
): Place[] =>
	wordsUnder(draft, [...at, "outcomes"]).map((id, index) => {
		const outcome = [...at, "outcomes", id];
		const value = draft.file.at(outcome);
		const isShort = typeof value === "string" || Array.isArray(value);
		const place = textPlace(draft, [...outcome, "say"], "choice", "line", {
			of: String(index + 1),
			says: compiled(id)?.say ?? "",
			isOptional: true,
		});
		return isShort
			? {
					...place,
					at: outcome,
					isOptional: false,
					isShared: draft.file.isShared(outcome),
					// biome-ignore lint/suspicious/noThenProperty: the protocol's word
					written: (say) => ({ say, then: value }),
				}
			: place;
	});

const endings = (draft: Draft): Section[] =>
	wordsUnder(draft, ["endings"]).map((id) => ({
		title: textAt(draft, ["endings", id, "title"]),
		places: [title(draft, ["endings", id])],
	}));

const forms = (draft: Draft): Group[] =>
	wordsUnder(draft, ["forms"]).map((form) => {
		const parts = wordsUnder(draft, ["forms", form, "parts"]);
		return {
			title: textAt(draft, ["forms", form, "title"]),
			sections: [
				{ title: "The form", places: [title(draft, ["forms", form])] },
				...parts.map((part) => {
					const at = ["forms", form, "parts", part];
					return {
						title: textAt(draft, [...at, "title"]),
						places: [
							title(draft, at),
							...itemsUnder(draft, [...at, "sections"]).map((index) => ({
								...title(draft, [...at, "sections", index]),
								of: String(index + 1),
							})),
						],
					};
				}),
			],
		};
	});

const letters = (draft: Draft): Section[] =>
	wordsUnder(draft, ["letters"]).map((id) => ({
		title: textAt(draft, ["letters", id, "title"]),
		note: "Leave what stands between { and } as it is: answers and dates are put there.",
		places: [
			title(draft, ["letters", id]),
			textPlace(draft, ["letters", id, "to"], "to", "line", { isOptional: true, after: "title" }),
			textPlace(draft, ["letters", id, "text"], "letter", "text"),
		],
	}));

function question(draft: Draft, id: string): Section {
	const at = ["fields", id];
	return {
		title: textAt(draft, [...at, "label"]),
		places: [
			textPlace(draft, [...at, "label"], "question", "line"),
			textPlace(draft, [...at, "hint"], "hint", "line", { isOptional: true, after: "label" }),
			...answers(draft, at),
			...(draft.file.at([...at, "row"]) === undefined
				? []
				: [textPlace(draft, [...at, "row"], "row", "line")]),
			...(["facts", "columns"] as const).flatMap((cells) => cellsOf(draft, [...at, cells])),
		],
	};
}

const answers = (draft: Draft, at: Path): Place[] =>
	wordsUnder(draft, [...at, "options"]).map((option, index) =>
		textPlace(draft, [...at, "options", option], "answer", "line", { of: String(index + 1) }),
	);

/** What is asked in every row of a list; one that the file writes short is its label alone. */
const cellsOf = (draft: Draft, at: Path): Place[] =>
	wordsUnder(draft, at).flatMap((id, index) => {
		const cell = [...at, id];
		const of = String(index + 1);
		return typeof draft.file.at(cell) === "string"
			? [textPlace(draft, cell, "cell", "line", { of })]
			: [
					textPlace(draft, [...cell, "label"], "cell", "line", { of }),
					textPlace(draft, [...cell, "hint"], "hint", "line", {
						isOptional: true,
						after: "label",
					}),
					...answers(draft, cell),
				];
	});
