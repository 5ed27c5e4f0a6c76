import { parseDocument, stringify } from "yaml";
import type { Fault } from "./faults.ts";
import { readYaml, type YamlRead } from "./read-yaml.ts";

/** The word by which a local text names the regional one that it stands over. */
export const over = "over";

/** The file that a text stands over; undefined for a text that stands alone. */
export function baseNamedIn(text: string): string | undefined {
	// Most texts stand alone: to read them once is enough.
	if (!/\bover["']?\s*:/.test(text)) return undefined;
	const { content } = readYaml(text) as Partial<YamlRead>;
	const named = isGroup(content) ? content[over] : undefined;
	return typeof named === "string" ? named : undefined;
}

/** Whether a file names another that it stands over. */
export const standsOver = ({ content }: YamlRead): boolean => isGroup(content) && over in content;

/**
 * A local text laid over a regional one: groups are joined word by word, anything else takes the place of what
 * was there, and a word with nothing after it takes that out.
 *
 * @returns the whole; a fault in what only the base says has the line of the nearest word of the overlay
 */
export function laidOver(
	overlay: YamlRead,
	base: string,
): (YamlRead & { faults?: never }) | { faults: Fault[] } {
	const under = readYaml(base);
	if (under.faults)
		return {
			faults: under.faults.map((fault) => ({
				...fault,
				where: `the text that this one stands over${fault.where && ` › ${fault.where}`}`,
			})),
		};
	if (standsOver(under))
		return {
			faults: [
				{
					line: overlay.lineOf([over]),
					where: over,
					wrong: "The text that this one stands over stands over another itself",
					fix: "Stand over the one that is whole, or write the two below out as one with “concord protocol merge”",
				},
			],
		};
	const { [over]: _, ...own } = isGroup(overlay.content) ? overlay.content : {};
	return {
		content: joined(under.content, own),
		lineOf: (path) => overlay.lineOf(path),
		writtenAt: (path) => overlay.writtenAt(path) ?? under.writtenAt(path),
	};
}

/** The whole of a local text and the regional one that it stands over, as one file. */
export function writeLaidOver(overlay: string, base: string): string {
	const local = parseDocument(overlay).toJS() as Record<string, unknown>;
	const { [over]: _, ...own } = local;
	return stringify(joined(parseDocument(base).toJS(), own), { lineWidth: 100 });
}

function joined(under: unknown, upper: unknown): unknown {
	if (!isGroup(under) || !isGroup(upper)) return upper;
	const whole: Record<string, unknown> = { ...under };
	for (const [word, value] of Object.entries(upper))
		if (value === null) delete whole[word];
		else whole[word] = joined(under[word], value);
	return whole;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
