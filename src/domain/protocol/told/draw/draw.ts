import { sayList, startingLarge } from "../../../english.ts";
import type { Protocol } from "../../protocol.ts";
import { escaped, type Line, leading } from "./draw-text.ts";
import { type Flow, type FlowStep, flowOf, type Place } from "./flow.ts";
import { type Arrow, type Box, type Layout, layoutOf, markWidth, sayTrack } from "./layout.ts";

/** A line of the text alternative, and the lines under it. */
export type Told = { says: string; inside: Told[] };

/**
 * A protocol as a flow diagram, and the same in words.
 *
 * @returns `svg` is one element with no script, style or identifier in it, so that it can stand in any page;
 *   `parts` are the same drawing without its heading, one element for each stage, to be printed on several pages;
 *   `text` is a nested list, for whoever does not see it; `told` is the same list
 */
export function drawProtocol(protocol: Protocol): {
	svg: string;
	parts: string[];
	text: string;
	told: Told[];
} {
	const flow = flowOf(protocol);
	const layout = layoutOf(
		flow,
		protocol.title,
		`${protocol.partnership}, version ${protocol.version}`,
	);
	const told = tell(flow);
	return {
		svg: svgOf(layout, 0, layout.height, {
			title: `${protocol.title}: how it goes`,
			description: `A flow diagram: ${flow.bands.map(({ title }) => title).join("; ")}. The same stands as a list beside it.`,
		}),
		parts: partsOf(layout),
		text: written(told),
		told,
	};
}

/** The drawing cut between its bands, the heading left out. */
function partsOf(layout: Layout): string[] {
	const { cuts, boxes, arrows, texts, height } = layout;
	const part = (y: number) => cuts.findLastIndex((cut) => cut.y <= y);
	const boxesOf = Map.groupBy(boxes, ({ y }) => part(y));
	const arrowsOf = Map.groupBy(arrows, ({ points }) => part(points[0]?.[1] ?? 0));
	const textsOf = Map.groupBy(texts, ({ y }) => part(y));
	return cuts.map(({ y, title }, index) =>
		svgOf(
			{
				...layout,
				boxes: boxesOf.get(index) ?? [],
				arrows: arrowsOf.get(index) ?? [],
				texts: textsOf.get(index) ?? [],
			},
			y,
			cuts[index + 1]?.y ?? height,
			{ title, description: "The same stands in the list beside it." },
		),
	);
}

/** What the drawing shows, as a list. */
function tell(flow: Flow): Told[] {
	const line = (says: string, inside: Told[] = []): Told => ({ says, inside });
	const lines = (title: string, said: string[]): Told[] =>
		said.length > 0
			? [
					line(
						title,
						said.map((each) => line(each)),
					),
				]
			: [];
	const step = ({ title, who, clock, opened, leads }: FlowStep): Told =>
		line(`${title}: ${who}${clock ? `, ${clock}` : ""}${opened ? `. ${opened}` : ""}`, [
			...leads.map(({ says, to }) =>
				line(says ? `${says}: ${sayTo(to)}` : startingLarge(sayTo(to))),
			),
		]);
	return [
		line(
			"It begins",
			flow.starts.map(({ title, says, to }) =>
				line(`${title}: ${says.join(". ")}`, [
					line(`It begins at: ${sayList(to.map((place) => place.says))}`),
				]),
			),
		),
		...lines("Time limits over several stages", flow.limits),
		...flow.bands.map(({ title, track, notes, limits, steps, moves }) =>
			line([title, track && `(${sayTrack(track)})`, ...notes].filter(Boolean).join(" "), [
				...lines("Time limits", limits),
				...steps.map(step),
				...lines("May also be done", moves),
			]),
		),
		...(flow.beside.length > 0 ? [line("Beside the stages", flow.beside.map(step))] : []),
		...lines("At every stage", flow.always),
		line(
			"How it can end",
			flow.endings.map(({ title, says }) => line([title, ...says].join(". "))),
		),
		...(flow.afterwards.length + flow.after.length > 0
			? [
					line("Afterwards", [
						...flow.afterwards.map(step),
						...flow.after.map((each) => line(each)),
					]),
				]
			: []),
	];
}

const sayTo = (place: Place): string =>
	place.is === "end"
		? `it ends, “${place.says}”`
		: place.is === "step"
			? `then “${place.says}”`
			: place.says;

const written = (told: Told[], depth = 0): string =>
	told
		.map(({ says, inside }) => `${"  ".repeat(depth)}- ${says}\n${written(inside, depth + 1)}`)
		.join("");

const colours = {
	band: "#f1f6f6",
	line: "#b5cccd",
	heading: "#d9e8e8",
	arrow: "#0b0c0c",
	late: "#8a2a0a",
	box: "#ffffff",
	edge: "#6f777b",
};
/** Whose step it is, as a stripe; the words say it too. */
const stripes: Record<FlowStep["side"], string> = {
	raising: "#0f5c63",
	receiving: "#5a2d82",
	involved: "#2a5a8a",
	office: "#b58105",
};

function svgOf(
	{ width, boxes, arrows, texts }: Layout,
	top: number,
	bottom: number,
	said: { title: string; description: string },
): string {
	const marks = [
		...boxes.map(drawBox),
		// Silence first: where lines share a way, the line that people take is seen.
		...arrows.filter(({ late }) => late).map(drawArrow),
		...arrows.filter(({ late }) => !late).map(drawArrow),
		...texts.map(({ x, y, lines }) => drawLines(lines, x, y)),
	];
	return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width + 2}" height="${n(bottom - top + 2)}" viewBox="-1 ${n(top - 1)} ${width + 2} ${n(bottom - top + 2)}" font-family="arial, sans-serif"><title>${escaped(said.title)}</title><desc>${escaped(said.description)}</desc>${marks.join("")}</svg>`;
}

function drawBox(box: Box): string {
	const { kind, x, y, width, height, lines, side } = box;
	const outline = (more: string) =>
		`<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" ${more}/>`;
	const words = (dx: number, dy: number) => drawLines(lines, x + dx, y + dy);
	switch (kind) {
		case "band": {
			const heading = lines.reduce((sum, line) => sum + leading(line), 0) + 14;
			return `${outline(`fill="${colours.band}" stroke="${colours.line}"`)}<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(heading)}" fill="${colours.heading}" stroke="${colours.line}"/>${words(12, 7)}`;
		}
		case "step":
			return `${outline(`fill="${colours.box}" stroke="${colours.edge}"`)}<rect x="${n(x)}" y="${n(y)}" width="6" height="${n(height)}" fill="${stripes[side ?? "office"]}"/>${words(16, 8)}`;
		case "start":
			return `${outline(`rx="${n(Math.min(22, height / 2))}" fill="${colours.box}" stroke="${stripes.raising}" stroke-width="2"`)}${words(18, 8)}`;
		case "ending":
			return `${outline(`rx="${n(Math.min(18, height / 2))}" fill="${colours.box}" stroke="${colours.arrow}" stroke-width="1.5"`)}${words(14, centred(lines, height))}`;
		case "stage":
			return `${outline(`fill="${colours.heading}" stroke="${colours.edge}"`)}${words(12, centred(lines, height))}`;
		case "place":
			return `${outline(`fill="${colours.box}" stroke="${colours.edge}"`)}${words(12, centred(lines, height))}`;
		case "key":
			return `${drawMark(box)}${words(box.mark === "time" ? 0 : markWidth, centred(lines, height))}`;
		case "words":
			return `${outline(`fill="${colours.band}" stroke="${colours.line}" stroke-dasharray="2 2"`)}${words(12, centred(lines, height))}`;
	}
}

/** The sample at the left of a word of the key. */
function drawMark({ mark, x, y, height }: Box): string {
	const middle = y + height / 2;
	if (mark === "way" || mark === "late")
		return drawArrow({
			from: "",
			to: "",
			late: mark === "late",
			points: [
				[x, middle],
				[x + markWidth - 8, middle],
			],
		});
	// A time is told from the rest by its letters.
	if (mark === "time" || mark === undefined) return "";
	return `<rect x="${n(x + markWidth - 14)}" y="${n(middle - 8)}" width="6" height="16" fill="${stripes[mark]}"/>`;
}

const centred = (lines: Line[], height: number): number =>
	(height - lines.reduce((sum, line) => sum + leading(line), 0)) / 2;

/** A line with its head at the last point. */
function drawArrow({ points, late }: Arrow): string {
	const [tip = [0, 0], before = [0, 0]] = points.toReversed();
	const [dx, dy] = [Math.sign(tip[0] - before[0]), Math.sign(tip[1] - before[1])];
	// The line ends inside its head, so that its end does not show beside the tip.
	const shaft = [...points.slice(0, -1), [tip[0] - dx * 4, tip[1] - dy * 4]];
	const colour = late ? colours.late : colours.arrow;
	const corner = (along: number, across: number) =>
		`${n(tip[0] - dx * along + dy * across)},${n(tip[1] - dy * along + dx * across)}`;
	return `<polyline points="${shaft.map(([x = 0, y = 0]) => `${n(x)},${n(y)}`).join(" ")}" fill="none" stroke="${colour}" stroke-width="1.5"${late ? ' stroke-dasharray="5 3"' : ""}/><polygon points="${corner(0, 0)} ${corner(8, 4)} ${corner(8, -4)}" fill="${colour}"/>`;
}

function drawLines(lines: Line[], x: number, y: number): string {
	let baseline = y;
	return lines
		.map(({ text, size, bold, colour }) => {
			baseline += leading({ size });
			return `<text x="${n(x)}" y="${n(baseline - size * 0.3)}" font-size="${size}"${bold ? ' font-weight="700"' : ""} fill="${colour ?? colours.arrow}">${escaped(text)}</text>`;
		})
		.join("");
}

const n = (length: number): string => String(Math.round(length * 10) / 10);
