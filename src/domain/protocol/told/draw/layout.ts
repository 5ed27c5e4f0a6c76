import { startingLarge } from "../../../english.ts";
import { heightOf, type Line, setText } from "./draw-text.ts";
import type { Band, Flow, FlowLead, FlowStep, Place } from "./flow.ts";

/** Something with an outline; lengths are pixels from the top left corner. */
export type Box = {
	/** The step's or ending's id, or a name of its own; unique in the drawing. */
	id: string;
	/** `stage` and `ending` name a place that something leads to; `band` holds other boxes. */
	kind: "start" | "band" | "step" | "stage" | "ending" | "place" | "words";
	x: number;
	y: number;
	width: number;
	height: number;
	lines: Line[];
	/** Whose step it is. */
	side?: FlowStep["side"];
};

export type Arrow = {
	/** Boxes on whose outlines it begins and ends. */
	from: string;
	to: string;
	points: [x: number, y: number][];
	/** Silence leads there: drawn dashed. */
	late: boolean;
};

/** A protocol's drawing as boxes, arrows and words, each with its place. */
export type Layout = {
	width: number;
	height: number;
	boxes: Box[];
	arrows: Arrow[];
	texts: { x: number; y: number; lines: Line[] }[];
	/** Where it may be cut for printing, and what stands below the cut. */
	cuts: { y: number; title: string }[];
};

/** The width of a drawing: it prints on A4 and shows whole at 1280 pixels. */
const sheet = 960;
const gap = 24;
const pad = 12;
const black = "#0b0c0c";
const grey = "#484949";
const teal = "#0f5c63";

const size = { title: 22, band: 17, step: 15, small: 13 };

/** Room beside the boxes of a band that is as wide as the sheet. */
const wide = { box: 330, label: 226, chip: 218 };
/** Room for jumps inside a stage: lines at the far left, words between them and the boxes. */
const jump = { most: 4, apart: 8, label: 96 };

/** Where everything of a drawing stands. */
export function layoutOf(flow: Flow, title: string, subtitle: string): Layout {
	const [main, ...others] = [...new Set(flow.bands.map(({ track }) => track))];
	// The first track at the left; what others there are under one another at its side.
	const columns = others.length > 0 ? [[main], others] : [[main]];
	const width = sheet;
	const column = (width - gap * (columns.length - 1)) / columns.length;
	const paper = new Paper(width);

	let y = paper.write(0, 0, [
		...setText(title, width, { size: size.title, bold: true, colour: black }),
		...setText(subtitle, width, { size: size.small, colour: grey }),
	]);
	paper.cut({ y: y + 4, title: flow.bands[0]?.title ?? title });
	y = drawStarts(paper, flow, y + 14, columns.length);

	const top = y;
	const seams: Layout["cuts"] = [];
	const bottoms = columns.map((tracks, index) => {
		let below = top;
		for (const track of tracks) {
			const x = index * (column + gap);
			if (below > top) below += gap;
			if (columns.length > 1) below = drawTrackTitle(paper, track, x, below, column);
			const bands = flow.bands.filter((band) => band.track === track);
			below = drawTrack(paper, bands, x, below, column, (seam) => {
				if (index === 0) seams.push(seam);
			});
		}
		return below;
	});
	// Beside another track a cut would go through that one's boxes.
	for (const seam of seams)
		if (bottoms.slice(1).every((bottom) => seam.y >= bottom)) paper.cut(seam);
	y = Math.max(y, ...bottoms);
	const more: [title: string, draw: (y: number) => number][] = [
		["Beside the stages", (at) => drawBeside(paper, flow, at)],
		[
			"Time limits over several stages",
			(at) => drawTexts(paper, "limits", "Time limits over several stages", flow.limits, at),
		],
		["At every stage", (at) => drawTexts(paper, "always", "At every stage", flow.always, at)],
		["How it can end", (at) => drawEndings(paper, flow, at)],
		["Afterwards", (at) => drawAfterwards(paper, flow, at)],
	];
	for (const [title, draw] of more) {
		const bottom = draw(y + 14);
		if (bottom === y + 14) continue;
		paper.cut({ y, title });
		y = bottom;
	}
	return paper.layout(y);
}

function drawBeside(paper: Paper, flow: Flow, y: number): number {
	if (flow.beside.length === 0) return y;
	const band: Band = {
		id: "beside",
		title: "Beside the stages",
		track: undefined,
		notes: ["It does not change the stage."],
		steps: flow.beside,
		moves: [],
	};
	return drawBand(paper, band, 0, y, paper.width);
}

const drawTrackTitle = (
	paper: Paper,
	track: string | undefined,
	x: number,
	y: number,
	width: number,
): number =>
	paper.write(
		x,
		y,
		setText(track === undefined ? "Ordinary track" : sayTrack(track), width, {
			size: size.band,
			bold: true,
			colour: black,
		}),
	) + 6;

/** Stages one under the other, with an arrow where one leads into the next; `onSeam` hears where one may be cut from the next. */
function drawTrack(
	paper: Paper,
	bands: Band[],
	x: number,
	y: number,
	width: number,
	onSeam: (seam: { y: number; title: string }) => void,
): number {
	let below = y;
	for (const [place, band] of bands.entries()) {
		const before = bands[place - 1];
		if (before) {
			onSeam({ y: below, title: band.title });
			if (leadsInto(before, band)) {
				const line = x + trunk(width);
				paper.arrow({
					from: before.id,
					to: band.id,
					points: [
						[line, below],
						[line, below + gap],
					],
					late: false,
				});
			}
			below += gap;
		}
		below = drawBand(paper, band, x, below, width);
	}
	return below;
}

const sayTrack = (track: string) => `${startingLarge(track)} track`.replaceAll("-", " ");

/** Where the lines from box to box run, from the left of a band. */
const trunk = (width: number) => (width >= sheet ? leftOfBoxes + 40 : pad + 18);
const leftOfBoxes = pad + jump.most * jump.apart + 10 + jump.label;

const leadsInto = (band: Band, next: Band): boolean =>
	band.steps.some(({ leads }) => leads.some(({ to }) => to.is === "stage" && to.id === next.id));

/** Takes what is drawn; an id is given once. */
class Paper {
	readonly #layout: Layout;
	readonly #ids = new Map<string, number>();

	constructor(width: number) {
		this.#layout = {
			width,
			height: 0,
			boxes: [],
			arrows: [],
			texts: [],
			cuts: [],
		};
	}

	get width(): number {
		return this.#layout.width;
	}

	cut(seam: Layout["cuts"][number]): void {
		this.#layout.cuts.push(seam);
	}

	box(box: Box): Box {
		const before = this.#ids.get(box.id) ?? 0;
		this.#ids.set(box.id, before + 1);
		const placed = before === 0 ? box : { ...box, id: `${box.id}#${before + 1}` };
		this.#layout.boxes.push(placed);
		return placed;
	}

	arrow(arrow: Arrow): void {
		this.#layout.arrows.push(arrow);
	}

	/** @returns how far down the lines reach */
	write(x: number, y: number, lines: Line[]): number {
		if (lines.length > 0) this.#layout.texts.push({ x, y, lines });
		return y + heightOf(lines);
	}

	layout(height: number): Layout {
		return { ...this.#layout, height: Math.ceil(height) };
	}
}

function drawStarts(paper: Paper, flow: Flow, from: number, columns: number): number {
	let y = from;
	const first = flow.bands[0];
	const inner = wide.box - 2 * pad - 12;
	// The usual way stands last, on top of the stage that it leads into.
	for (const start of flow.starts.toReversed()) {
		const { title, says, to } = start;
		const lines = [
			...setText(title, inner, { size: size.step, bold: true, colour: black }),
			...says.flatMap((said) => small(said, inner)),
		];
		const box = paper.box({
			id: `start ${title}`,
			kind: "start",
			x: leftOfBoxes,
			y,
			width: wide.box,
			height: heightOf(lines) + 16,
			lines,
		});
		y += box.height;
		if (start === flow.starts[0] && columns === 1 && to.is === "stage" && to.id === first?.id) {
			const x = trunk(sheet);
			paper.arrow({
				from: box.id,
				to: first.id,
				points: [
					[x, y],
					[x, y + gap],
				],
				late: false,
			});
			y += gap;
		} else {
			const chip = placeBox(to, wide.chip);
			const middle = box.y + box.height / 2;
			const there = paper.box({
				...chip,
				x: box.x + box.width + 60,
				y: middle - chip.height / 2,
			});
			paper.arrow({
				from: box.id,
				to: there.id,
				points: [
					[box.x + box.width, middle],
					[there.x, middle],
				],
				late: false,
			});
			y = Math.max(y, there.y + there.height) + 12;
		}
	}
	return y;
}

const small = (text: string, width: number, colour = grey): Line[] =>
	setText(text, width, { size: size.small, colour });

/** A band of sentences; nothing when there are none. */
function drawTexts(
	paper: Paper,
	id: string,
	title: string,
	sentences: string[],
	y: number,
): number {
	if (sentences.length === 0) return y;
	const band: Band = {
		id,
		title,
		track: undefined,
		notes: [],
		steps: [],
		moves: sentences,
	};
	return drawBand(paper, band, 0, y, paper.width);
}

/** @returns the bottom of the band */
function drawBand(paper: Paper, band: Band, x: number, y: number, width: number): number {
	const inner = width - 2 * pad;
	const heading = [
		...setText(band.title, inner, {
			size: size.band,
			bold: true,
			colour: black,
		}),
		...(band.notes.length > 0 ? small(band.notes.join(" "), inner) : []),
	];
	const frame: Box = {
		id: band.id,
		kind: "band",
		x,
		y,
		width,
		height: 0,
		lines: heading,
	};
	paper.box(frame);
	let below = y + heightOf(heading) + 18;
	if (band.steps.length > 0)
		below =
			(width >= sheet
				? drawWideSteps(paper, band.steps, x, below + 10, width)
				: drawNarrowSteps(paper, band.steps, x, below + 10, width)) + 14;
	else below += 6;
	if (band.moves.length > 0) {
		const isWide = width >= sheet && band.steps.length > 0;
		if (band.steps.length > 0) {
			const title = setText("May also be done", inner, {
				size: size.small,
				bold: true,
				colour: black,
			});
			const end = paper.write(x + pad, below, title);
			if (!isWide) below = end + 3;
		}
		below = drawSentences(
			paper,
			band.moves,
			isWide ? x + leftOfBoxes : x + pad,
			below,
			isWide ? width - leftOfBoxes - pad : inner,
		);
	}
	frame.height = below - y;
	return y + frame.height;
}

/** @returns the bottom, with room below it */
function drawSentences(
	paper: Paper,
	sentences: string[],
	x: number,
	y: number,
	width: number,
): number {
	let below = y;
	for (const said of sentences) below = paper.write(x, below, small(said, width, black)) + 5;
	return below + 5;
}

/** A step's box, at 0, 0 and as high as its words. */
function stepBox(step: FlowStep, width: number): Box {
	const inner = width - 2 * pad - 6;
	const lines = [
		...setText(step.title, inner, {
			size: size.step,
			bold: true,
			colour: black,
		}),
		...small(step.who, inner, black),
		...(step.clock
			? setText(startingLarge(step.clock), inner, {
					size: size.small,
					bold: true,
					colour: teal,
				})
			: []),
		...(step.opened ? small(step.opened, inner) : []),
	];
	return {
		id: step.id,
		kind: "step",
		x: 0,
		y: 0,
		width,
		height: heightOf(lines) + 16,
		lines,
		side: step.side,
	};
}

/** The box for a place that is named, not drawn in full. */
function placeBox(place: Place, width: number): Box {
	const lines = setText(place.is === "step" ? `“${place.says}”` : place.says, width - 24, {
		size: size.small,
		colour: black,
		bold: place.is === "stage",
	});
	return {
		id: `to ${place.says}`,
		kind:
			place.is === "stage"
				? "stage"
				: place.is === "end"
					? "ending"
					: place.is === "step"
						? "place"
						: "words",
		x: 0,
		y: 0,
		width,
		height: heightOf(lines) + 10,
		lines,
	};
}

/** Words over a line that leads to a box, at 0, 0; the same words as the line before are not said again. */
function wayOut(lead: FlowLead, before: FlowLead | undefined, box: Box, label: number) {
	const words = small(
		lead.says !== "" && lead.says === before?.says ? "and" : lead.says,
		label,
		black,
	);
	const over = Math.max(heightOf(words) + 5, box.height / 2 + 2);
	return { lead, box, words, line: over, height: over + box.height / 2 + 4 };
}

/** Steps one under the other, ways out to the right, jumps inside the stage to the left. */
function drawWideSteps(
	paper: Paper,
	steps: FlowStep[],
	left: number,
	top: number,
	width: number,
): number {
	const main = steps.filter(({ asideOf }) => asideOf === undefined);
	const places = new Map(main.map(({ id }, index) => [id, index]));
	const x = left + leftOfBoxes;
	const chipX = left + width - pad - wide.chip;
	const lanes = lanesFor(main, places);
	const drawn = new Map<string, Box>();
	const jumps: { from: string; to: string; y: number; late: boolean }[] = [];
	let y = top;

	for (const [index, step] of main.entries()) {
		const next = main[index + 1];
		const down: FlowLead[] = [];
		const away: FlowLead[] = [];
		const inside: FlowLead[] = [];
		for (const lead of step.leads)
			if (lead.to.is !== "step" || !places.has(lead.to.id)) away.push(lead);
			else if (lead.to.id === next?.id) down.push(lead);
			else if (lanes.has(lead.to.id)) inside.push(lead);
			else away.push(lead);

		const ways = away.map((lead, place) => {
			const aside = steps.find(
				({ id, asideOf }) => asideOf === step.id && lead.to.is === "step" && lead.to.id === id,
			);
			return wayOut(
				lead,
				away[place - 1],
				aside ? stepBox(aside, wide.chip) : placeBox(lead.to, wide.chip),
				wide.label,
			);
		});
		const back = inside.map((lead) => {
			const words = small(lead.says, jump.label, black);
			return { lead, words, height: heightOf(words) + 12 };
		});
		const box = stepBox(step, wide.box);
		box.x = x;
		box.y = y;
		const entered = lanes.has(step.id) ? 22 : 4;
		box.height = Math.max(
			box.height,
			ways.reduce((sum, { height }) => sum + height, 0) + 4,
			back.reduce((sum, { height }) => sum + height, entered),
		);
		drawn.set(step.id, paper.box(box));

		let out = y + 2;
		for (const { lead, box: to, words, line, height } of ways) {
			const there = paper.box({
				...to,
				x: chipX,
				y: out + line - to.height / 2,
			});
			paper.arrow({
				from: box.id,
				to: there.id,
				points: [
					[x + wide.box, out + line],
					[chipX, out + line],
				],
				late: lead.late,
			});
			paper.write(x + wide.box + 10, out + line - heightOf(words) - 4, words);
			out += height;
		}
		let inwards = y + entered;
		for (const { lead, words, height } of back) {
			paper.write(x - 8 - jump.label, inwards, words);
			if (lead.to.is === "step")
				jumps.push({
					from: step.id,
					to: lead.to.id,
					y: inwards + heightOf(words) + 4,
					late: lead.late,
				});
			inwards += height;
		}

		y += box.height;
		if (down.length > 0 && next) {
			const words = down.flatMap(({ says }) => small(says, wide.box - 60, black));
			const room = Math.max(gap + 4, heightOf(words) + 14);
			paper.write(x + 52, y + (room - heightOf(words)) / 2 - 2, words);
			paper.arrow({
				from: step.id,
				to: next.id,
				points: [
					[x + 40, y],
					[x + 40, y + room],
				],
				late: down.every(({ late }) => late),
			});
			y += room;
		} else if (next) y += 16;
	}
	for (const { from, to, y: at, late } of jumps) {
		const target = drawn.get(to);
		const lane = left + pad + (lanes.get(to) ?? 0) * jump.apart;
		if (target)
			paper.arrow({
				from,
				to,
				points: [
					[x, at],
					[lane, at],
					[lane, target.y + 12],
					[x, target.y + 12],
				],
				late,
			});
	}
	return y;
}

/**
 * Which of the lines at the left leads to a step: one for each step that is jumped to, so few that they stay
 * apart. A step for which there is no line is named instead.
 */
function lanesFor(main: FlowStep[], places: Map<string, number>): Map<string, number> {
	const spans = new Map<string, [from: number, to: number]>();
	for (const [index, { leads }] of main.entries())
		for (const { to } of leads) {
			const target = to.is === "step" ? places.get(to.id) : undefined;
			if (to.is !== "step" || target === undefined || target === index + 1) continue;
			const [from, until] = spans.get(to.id) ?? [target, target];
			spans.set(to.id, [Math.min(from, index), Math.max(until, index)]);
		}
	const lanes = new Map<string, number>();
	const ends = Array.from({ length: jump.most }, () => -1);
	for (const [id, [from, to]] of [...spans].sort(([, a], [, b]) => a[0] - b[0])) {
		const free = ends.findLastIndex((end) => end < from);
		if (free < 0) continue;
		ends[free] = to;
		lanes.set(id, free);
	}
	return lanes;
}

/** Steps one under the other, ways out under each. */
function drawNarrowSteps(
	paper: Paper,
	steps: FlowStep[],
	left: number,
	top: number,
	width: number,
): number {
	const main = steps.filter(({ asideOf }) => asideOf === undefined);
	const x = left + pad;
	const boxWidth = width - 2 * pad;
	const chip = 178;
	const chipX = left + width - pad - chip;
	const line = x + 18;
	let y = top;
	for (const [index, step] of main.entries()) {
		const next = main[index + 1];
		const box = paper.box({ ...stepBox(step, boxWidth), x, y });
		const bottom = y + box.height;
		y = bottom + 6;
		const isDown = ({ to }: FlowLead) => to.is === "step" && to.id === next?.id;
		const ways = step.leads.filter((each) => !isDown(each));
		for (const [place, lead] of ways.entries()) {
			const aside = steps.find(
				({ id, asideOf }) => asideOf === step.id && lead.to.is === "step" && lead.to.id === id,
			);
			const way = wayOut(
				lead,
				ways[place - 1],
				aside ? stepBox(aside, chip) : placeBox(lead.to, chip),
				chipX - line - 16,
			);
			const at = y + way.line;
			const there = paper.box({
				...way.box,
				x: chipX,
				y: at - way.box.height / 2,
			});
			paper.arrow({
				from: box.id,
				to: there.id,
				points: [
					[line, bottom],
					[line, at],
					[chipX, at],
				],
				late: lead.late,
			});
			paper.write(line + 8, at - heightOf(way.words) - 4, way.words);
			y += way.height;
		}
		const down = step.leads.filter(isDown);
		if (down.length > 0 && next) {
			const words = down.flatMap(({ says }) => small(says, boxWidth - 40, black));
			const until = Math.max(y + heightOf(words) + 10, bottom + gap);
			paper.write(line + 8, until - heightOf(words) - 8, words);
			paper.arrow({
				from: box.id,
				to: next.id,
				points: [
					[line, bottom],
					[line, until],
				],
				late: down.every(({ late }) => late),
			});
			y = until;
		} else if (next) y += 12;
	}
	return y;
}

/** Boxes in rows of three. @returns how far down they reach */
function drawGrid(paper: Paper, boxes: (width: number) => Box[], top: number): number {
	const { width } = paper;
	const each = (Math.min(width, sheet) - 2 * pad - 2 * 14) / 3;
	const all = boxes(each);
	let y = top;
	for (let index = 0; index < all.length; index += 3) {
		const row = all.slice(index, index + 3);
		const height = Math.max(...row.map((box) => box.height));
		for (const [place, box] of row.entries())
			paper.box({ ...box, height, x: pad + place * (each + 14), y });
		y += height + 10;
	}
	return y - 10;
}

function drawEndings(paper: Paper, flow: Flow, y: number): number {
	return drawGridBand(paper, "endings", "How it can end", [], y, (width) =>
		flow.endings.map(({ id, title, says }) => {
			const lines = [
				...setText(title, width - 40, {
					size: size.step,
					bold: true,
					colour: black,
				}),
				...says.flatMap((said) => small(said, width - 40)),
			];
			return {
				id: `end ${id}`,
				kind: "ending",
				x: 0,
				y: 0,
				width,
				height: heightOf(lines) + 14,
				lines,
			};
		}),
	);
}

function drawAfterwards(paper: Paper, flow: Flow, y: number): number {
	if (flow.afterwards.length === 0 && flow.after.length === 0) return y;
	return drawGridBand(paper, "afterwards", "Afterwards", flow.after, y, (width) =>
		flow.afterwards.map((step) => stepBox(step, width)),
	);
}

function drawGridBand(
	paper: Paper,
	id: string,
	title: string,
	sentences: string[],
	y: number,
	boxes: (width: number) => Box[],
): number {
	const { width } = paper;
	const heading = setText(title, width - 2 * pad, {
		size: size.band,
		bold: true,
		colour: black,
	});
	const frame: Box = {
		id,
		kind: "band",
		x: 0,
		y,
		width,
		height: 0,
		lines: heading,
	};
	paper.box(frame);
	let below = drawGrid(paper, boxes, y + heightOf(heading) + 24) + 12;
	if (sentences.length > 0) below = drawSentences(paper, sentences, pad, below, width - 2 * pad);
	frame.height = below - y;
	return y + frame.height;
}
