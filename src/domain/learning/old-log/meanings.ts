import { type Sector, sectors } from "../../people/viewer.ts";
import { type Protocol, stageTitle } from "../../protocol/protocol.ts";
import { sectorNames } from "../../protocol/told/table/asked.ts";
import { type SpokenTo, saidWhole, sayTo } from "../../said.ts";
import { type Mapping, type Meaning, type ValueKind, valueKey } from "./mapping.ts";

/** A meaning as a form sends it, and as it is said. */
export type Choice = { value: string; says: string };

type Known = { protocol: Protocol; agencies: { id: string; name: string }[] };

/** What a value of a kind can mean, in the order in which it is offered. @param reader how whoever chooses is spoken to */
export function choicesOf(
	kind: ValueKind,
	{ protocol, agencies }: Known,
	reader: SpokenTo = {},
): Choice[] {
	const say = sayTo(reader);
	const named = (titles: [string, string][]) =>
		titles.map(([id, says]) => ({ value: `named:${id}`, says }));
	switch (kind) {
		case "agency":
			return [
				...agencies.map(({ id, name }) => ({ value: `agency:${id}`, says: name })),
				...sectors.map((sector) => ({
					value: `sector:${sector}`,
					says: say`Not in the directory: ${saidWhole(sectorNames[sector])}`,
				})),
				{ value: "nothing", says: say`No other agency` },
			];
		case "theme":
			return [
				...named(Object.entries(protocol.themes)),
				{ value: "own-words", says: say`Another theme, as the log says it` },
				{ value: "nothing", says: say`No theme` },
			];
		case "stage":
			return [
				...named(protocol.stages.map(({ id }) => [id, stageTitle(protocol, id)])),
				{ value: "nothing", says: say`Not said` },
			];
		case "ending":
			return [
				...named(Object.values(protocol.endings).map(({ id, title }) => [id, title])),
				{ value: "open", says: say`It had not ended` },
				{ value: "own-words", says: say`Another ending, as the log says it` },
				{ value: "nothing", says: say`Not said` },
			];
	}
}

/** @returns undefined for what no form of ours sends */
export function meaningOf(value: string): Meaning | undefined {
	const [is, ...rest] = value.split(":");
	const id = rest.join(":");
	switch (is) {
		case "agency":
		case "named":
			return { is, id };
		case "sector":
			return sectors.includes(id as Sector) ? { is, sector: id as Sector } : undefined;
		case "own-words":
		case "nothing":
		case "open":
			return { is };
		default:
			return undefined;
	}
}

const asSent = (meaning: Meaning): string =>
	"id" in meaning
		? `${meaning.is}:${meaning.id}`
		: meaning.is === "sector"
			? `sector:${meaning.sector}`
			: meaning.is;

/**
 * What a value most likely means: what it meant in the file before, or what is called the same; a theme or an ending that
 * is not known keeps its words.
 *
 * @returns undefined where somebody has to say it
 */
export function guessMeaning(
	kind: ValueKind,
	value: string,
	choices: Choice[],
	before: Mapping["values"],
): string | undefined {
	const key = valueKey(value);
	const known = Object.hasOwn(before[kind], key) ? before[kind][key] : undefined;
	const sent = known && asSent(known);
	if (sent && choices.some((choice) => choice.value === sent)) return sent;
	const alike = choices.find(
		(choice) =>
			/^(agency|named):/.test(choice.value) &&
			(valueKey(choice.says) === key ||
				valueKey(choice.value.replace(/^\w+:/, "")) === key ||
				// "Stage 2", or "2", for "Stage 2: Formal resolution".
				(kind === "stage" &&
					[choice.says.split(":")[0] ?? "", /\d+/.exec(choice.says.split(":")[0] ?? "")?.[0] ?? ""]
						.map(valueKey)
						.includes(key))),
	);
	if (alike) return alike.value;
	return kind === "theme" || kind === "ending" ? "own-words" : undefined;
}
