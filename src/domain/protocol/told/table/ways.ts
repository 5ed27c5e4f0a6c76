/** The words of ways to begin, of moves and of endings. Those of the steps between are in steps.ts. */
import { nameInWords, sayAny, withArticle } from "../../../english.ts";
import { type Ending, type Move, type Party, stageTitle, type Way } from "../../protocol.ts";
import {
	sayLabels,
	sayParties,
	sayPlaces,
	sayRaisers,
	sayWhile,
	sayWindow,
} from "../protocol-in-words.ts";
import { all, byItsTitle, each, flag, inside, type Kind, quoted, said, text } from "./row.ts";
import {
	askedIf,
	asks,
	consults,
	copies,
	moveOutcome,
	sayChoices,
	sends,
	withoutConsulted,
} from "./steps.ts";

/** With whom it is, where that is not an agency that is chosen. */
export const withWords: Record<Way["with"], string | undefined> = {
	"another-agency": undefined,
	"own-agency": "with their own agency",
	"no-agency": "with no other agency",
};

export const way: Kind<Way> = {
	noun: "way to begin",
	weight: 75,
	idOf: ({ id = "" }) => id,
	knownBy: ({ title = "" }) => title,
	name: ({ id, title = "" }, { words }) =>
		id === undefined ? `raising ${withArticle(words.difference)}` : quoted(title),
	words: {
		id: "elsewhere",
		title: { ...text("called"), weight: 8 },
		says: text("with the guidance"),
		by: each(70, (roles, protocol) => `by ${sayRaisers(protocol, roles)}`),
		with: said(90, (whom) => withWords[whom]),
		bothSides: flag(75, "one person may act for both sides"),
		window: said(80, (window, protocol) => sayWindow(protocol, window)),
		asks,
		askedIf,
		sends,
		copies,
		raisedAt: said(
			85,
			(field, protocol) => `raised at the time in the answer to ${sayLabels(protocol, [field])}`,
		),
		start: all(85, (start, protocol) => `begins at ${sayPlaces(protocol, start)}`),
	},
};

export const move: Kind<Move> = {
	noun: "move",
	weight: 75,
	...byItsTitle,
	words: {
		id: "elsewhere",
		title: "its name",
		by: each<Party>(70, (parties, protocol) => `by ${sayParties(protocol, parties)}`),
		while: each(70, (places, protocol) =>
			sayAny([...new Set(places.map((when) => sayWhile(protocol, when)))]),
		),
		whenLate: flag(65, "once its time has passed"),
		once: flag(50, "once"),
		says: text("with the guidance"),
		consults,
		asks,
		askedIf,
		skips: flag(60, "passes over stages, with its reason on the form"),
		private: flag(55, "for its own side alone to read"),
		outcomes: inside(
			moveOutcome,
			(outcomes) => outcomes,
			(outcomes, protocol) => sayChoices(moveOutcome, outcomes, protocol),
		),
		leadsTo: "elsewhere",
	},
};

export const toldMove = (each: Move): Move => ({ ...each, asks: withoutConsulted(each.asks) });

export const ending: Kind<Ending> = {
	noun: "ending",
	weight: 75,
	...byItsTitle,
	words: {
		id: "elsewhere",
		title: "its name",
		is: said(40, (is) => `counted as ${quoted(nameInWords(is))}`),
		final: flag(80, "final: no appeal"),
		handsOff: said(
			70,
			({ to, carries }, protocol) =>
				`goes on under the protocol ${quoted(to)}, with ${sayLabels(protocol, carries)}`,
		),
		opens: said(
			65,
			({ from, steps }, protocol) =>
				`leads to ${sayPlaces(protocol, steps)} if it came to ${stageTitle(protocol, from)}`,
		),
	},
};
