/** The words of ways to begin, of moves and of endings. Those of the steps between are in steps.ts. */
import { nameInWords, withArticle } from "../../../english.ts";
import { type Said, said, sayItTo, sayTo } from "../../../said.ts";
import { type Ending, type Move, type Party, stageTitle, type Way } from "../../protocol.ts";
import {
	anyOf,
	sayLabels,
	sayParties,
	sayPlaces,
	sayRaisers,
	sayWhile,
	sayWindow,
} from "../protocol-in-words.ts";
import { all, byItsTitle, each, flag, inside, type Kind, quoted, text, whole } from "./row.ts";
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
export const withWords: Record<Way["with"], Said | undefined> = {
	"another-agency": undefined,
	"own-agency": said`with their own agency`,
	"no-agency": said`with no other agency`,
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
		by: each(70, (roles, protocol) => sayTo(protocol)`by ${sayRaisers(protocol, roles)}`),
		with: whole(90, (whom, protocol) => {
			const words = withWords[whom];
			return words && sayItTo(protocol, words);
		}),
		bothSides: flag(75, said`one person may act for both sides`),
		window: whole(80, (window, protocol) => sayWindow(protocol, window)),
		asks,
		askedIf,
		sends,
		copies,
		raisedAt: whole(
			85,
			(field, protocol) =>
				sayTo(protocol)`raised at the time in the answer to ${sayLabels(protocol, [field])}`,
		),
		start: all(85, (start, protocol) => sayTo(protocol)`begins at ${sayPlaces(protocol, start)}`),
	},
};

export const move: Kind<Move> = {
	noun: "move",
	weight: 75,
	...byItsTitle,
	words: {
		id: "elsewhere",
		title: "its name",
		by: each<Party>(
			70,
			(parties, protocol) => sayTo(protocol)`by ${sayParties(protocol, parties)}`,
		),
		while: each(70, (places, protocol) =>
			anyOf(protocol, [...new Set(places.map((when) => sayWhile(protocol, when)))]),
		),
		whenLate: flag(65, said`once its time has passed`),
		once: flag(50, said`once`),
		says: text("with the guidance"),
		consults,
		asks,
		askedIf,
		skips: flag(60, said`passes over stages, with its reason on the form`),
		private: flag(55, said`for its own side alone to read`),
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
		is: whole(40, (is, protocol) => sayTo(protocol)`counted as ${quoted(nameInWords(is))}`),
		final: flag(80, said`final: no appeal`),
		handsOff: whole(
			70,
			({ to, carries }, protocol) =>
				sayTo(
					protocol,
				)`goes on under the protocol ${quoted(to)}, with ${sayLabels(protocol, carries)}`,
		),
		opens: whole(
			65,
			({ from, steps }, protocol) =>
				sayTo(
					protocol,
				)`leads to ${sayPlaces(protocol, steps)} if it came to ${stageTitle(protocol, from)}`,
		),
	},
};
