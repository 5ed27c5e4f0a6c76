/**
 * Where everything of a drawing stands: blocks stacked under one another and set beside each other, each with the height
 * of what is in it. What is drawn is in flow.ts, how it becomes SVG in draw.ts.
 */
import { nameInWords, startingLarge } from "../../../english.ts";
import { heightOf, type Line, setText, widthOf } from "./draw-text.ts";
import type { Band, Flow, FlowLead, FlowStep, Mark, Place } from "./flow.ts";

/** Something with an outline; lengths are pixels from the top left corner. */
export type Box = {
	/** The step's or ending's id, or a name of its own; unique in the drawing. */
	id: string;
	/** `stage` and `ending` name a place that something leads to; `band` holds other boxes. */
	kind: "start" | "band" | "step" | "stage" | "ending" | "place" | "words" | "key";
	x: number;
	y: number;
	width: number;
	height: number;
	lines: Line[];
	/** Whose step it is. */
	side?: FlowStep["side"];
	/** What a word of the key stands beside. */
	mark?: Mark;
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

/** Something that is drawn wherever it is put; its height is known before. */
type Block = { height: number; draw: (paper: Paper, x: number, y: number) => void };

const space = (height: number): Block => ({ height, draw: () => undefined });

/** Blocks one under the other. */
const stack = (...blocks: Block[]): Block => ({
	height: blocks.reduce((sum, { height }) => sum + height, 0),
	draw: (paper, x, y) => {
		let below = y;
		for (const { height, draw } of blocks) {
			draw(paper, x, below);
			below += height;
		}
	},
});

/** Blocks beside each other, each so far from the left. */
const row = (...blocks: [left: number, block: Block][]): Block => ({
	height: Math.max(0, ...blocks.map(([, { height }]) => height)),
	draw: (paper, x, y) => {
		for (const [left, block] of blocks) block.draw(paper, x + left, y);
	},
});

const written = (lines: Line[]): Block => ({
	height: heightOf(lines),
	draw: (paper, x, y) => paper.write(x, y, lines),
});

/** A box that is not put anywhere yet. */
type Shape = Omit<Box, "x" | "y">;

const boxed = (shape: Shape): Block => ({
	height: shape.height,
	draw: (paper, x, y) => void paper.box(shape, x, y),
});

const bold = (text: string, width: number, how: Partial<Line> = {}): Line[] =>
	setText(text, width, { size: size.step, bold: true, colour: black, ...how });
const small = (text: string, width: number, colour = black): Line[] =>
	setText(text, width, { size: size.small, colour });

/** Takes what is drawn; an id is given once. */
class Paper {
	readonly #layout: Omit<Layout, "height">;
	readonly #ids = new Map<string, number>();

	constructor(width: number) {
		this.#layout = { width, boxes: [], arrows: [], texts: [], cuts: [] };
	}

	cut(y: number, title: string): void {
		this.#layout.cuts.push({ y, title });
	}

	box(shape: Shape, x: number, y: number): Box {
		const before = this.#ids.get(shape.id) ?? 0;
		this.#ids.set(shape.id, before + 1);
		const id = before === 0 ? shape.id : `${shape.id}#${before + 1}`;
		const placed = { ...shape, id, x, y };
		this.#layout.boxes.push(placed);
		return placed;
	}

	arrow(from: string, to: string, late: boolean, ...points: Arrow["points"]): void {
		this.#layout.arrows.push({ from, to, points, late });
	}

	write(x: number, y: number, lines: Line[]): void {
		if (lines.length > 0) this.#layout.texts.push({ x, y, lines });
	}

	layout(height: number): Layout {
		return { ...this.#layout, height: Math.ceil(height) };
	}
}

/** Where everything of a drawing stands. */
export function layoutOf(flow: Flow, title: string, subtitle: string): Layout {
	const paper = new Paper(sheet);
	let y = 0;
	const put = (block: Block, x = 0) => {
		block.draw(paper, x, y);
		y += block.height;
	};
	put(written([...bold(title, sheet, { size: size.title }), ...small(subtitle, sheet, grey)]));
	paper.cut(y + 4, flow.bands[0]?.title ?? title);
	y += 14;
	put(keyBlock(flow.key));
	y += 14;

	const [main, ...others] = [...new Set(flow.bands.map(({ track }) => track))];
	// The first track at the left; what others there are under one another at its side.
	const columns = others.length > 0 ? [[main], others] : [[main]];
	put(startsBlock(flow, columns.length));
	const width = (sheet - gap * (columns.length - 1)) / columns.length;
	const seams: Layout["cuts"] = [];
	const top = y;
	const bottoms = columns.map((tracks, index) => {
		y = top;
		for (const track of tracks) {
			if (y > top) y += gap;
			if (columns.length > 1) {
				const called = track === undefined ? "Ordinary track" : startingLarge(sayTrack(track));
				put(
					stack(written(bold(called, width, { size: size.band })), space(6)),
					index * (width + gap),
				);
			}
			const bands = flow.bands.filter((band) => band.track === track);
			for (const [place, band] of bands.entries()) {
				const before = bands[place - 1];
				if (before) {
					if (index === 0) seams.push({ y, title: band.title });
					put(between(before, band, width), index * (width + gap));
				}
				put(bandBlock(band, width), index * (width + gap));
			}
		}
		return y;
	});
	// Beside another track a cut would go through that one's boxes.
	for (const seam of seams)
		if (bottoms.slice(1).every((bottom) => seam.y >= bottom)) paper.cut(seam.y, seam.title);
	y = Math.max(...bottoms);
	for (const [heading, block] of more(flow)) {
		paper.cut(y, heading);
		y += 14;
		put(block);
	}
	return paper.layout(y);
}

export const sayTrack = (track: string): string => `${nameInWords(track)} track`;

/** Room for the sample of a colour or a line in the key. */
export const markWidth = 36;

/** The key, in rows as wide as the sheet. */
function keyBlock(key: Flow["key"]): Block {
	const rows: [number, Block][][] = [[]];
	let x = 0;
	for (const { mark, says } of key) {
		const lines =
			mark === "time" ? bold(says, sheet, { size: size.small, colour: teal }) : small(says, sheet);
		const before = mark === "time" ? 0 : markWidth;
		const width =
			before + Math.max(...lines.map((one) => widthOf(one.text, one.size, one.bold))) + 24;
		if (x > 0 && x + width > sheet) {
			rows.push([]);
			x = 0;
		}
		const shape: Shape = { id: `key ${mark}`, kind: "key", mark, width, height: 22, lines };
		rows.at(-1)?.push(at(x, boxed(shape)));
		x += width;
	}
	return stack(...rows.map((blocks) => row(...blocks)));
}

/** What stands under the stages. */
function more(flow: Flow): [heading: string, block: Block][] {
	const { limits, always, beside, endings, after, afterwards } = flow;
	const sentences = (id: string, title: string, moves: string[]): [string, Block][] =>
		moves.length > 0
			? [
					[
						title,
						bandBlock(
							{ id, title, track: undefined, notes: [], limits: [], steps: [], moves },
							sheet,
						),
					],
				]
			: [];
	const gridBand = (id: string, title: string, boxes: Shape[], said: string[]): [string, Block] => [
		title,
		frame(
			id,
			bold(title, sheet - 2 * pad, { size: size.band }),
			sheet,
			stack(space(6), grid(boxes), space(12), ...saidBelow(said, sheet - 2 * pad)),
		),
	];
	return [
		...(beside.length > 0
			? [
					[
						"Beside the stages",
						bandBlock(
							{
								id: "beside",
								title: "Beside the stages",
								track: undefined,
								notes: ["It does not change the stage."],
								limits: [],
								steps: beside,
								moves: [],
							},
							sheet,
						),
					] satisfies [string, Block],
				]
			: []),
		...sentences("limits", "Time limits over several stages", limits),
		...sentences("always", "At every stage", always),
		gridBand(
			"endings",
			"How it can end",
			endings.map(({ id, title, says }) => {
				const lines = [
					...bold(title, third - 40),
					...says.flatMap((said) => small(said, third - 40, grey)),
				];
				const height = heightOf(lines) + 14;
				return { id: `end ${id}`, kind: "ending", width: third, height, lines };
			}),
			[],
		),
		...(afterwards.length + after.length > 0
			? [
					gridBand(
						"afterwards",
						"Afterwards",
						afterwards.map((step) => stepBox(step, third)),
						after,
					),
				]
			: []),
	];
}

/** The width of one of three boxes in a row. */
const third = (sheet - 2 * pad - 2 * 14) / 3;

/** Boxes in rows of three, those of a row as high as the highest. */
function grid(boxes: Shape[]): Block {
	const rows: Block[] = [];
	for (let index = 0; index < boxes.length; index += 3) {
		const three = boxes.slice(index, index + 3);
		const height = Math.max(...three.map((box) => box.height));
		if (index > 0) rows.push(space(10));
		rows.push(
			row(...three.map((box, place) => at(pad + place * (third + 14), boxed({ ...box, height })))),
		);
	}
	// Nothing is as high as the room between two rows, taken away.
	return rows.length > 0 ? stack(...rows) : space(-10);
}

const at = (left: number, block: Block): [number, Block] => [left, block];

/** A band with its heading; what is in it begins below. */
function frame(id: string, heading: Line[], width: number, inside: Block): Block {
	const top = heightOf(heading) + 18;
	const height = top + inside.height;
	return {
		height,
		draw: (paper, x, y) => {
			paper.box({ id, kind: "band", width, height, lines: heading }, x, y);
			inside.draw(paper, x, y + top);
		},
	};
}

/** A stage, or what stands beside the stages. */
function bandBlock({ id, title, notes, limits, steps, moves }: Band, width: number): Block {
	const inner = width - 2 * pad;
	const heading = [
		...bold(title, inner, { size: size.band }),
		...(notes.length > 0 ? small(notes.join(" "), inner, grey) : []),
		...limits.flatMap((limit) => bold(limit, inner, { size: size.small, colour: teal })),
	];
	if (steps.length === 0)
		return frame(id, heading, width, stack(space(6), ...saidBelow(moves, inner)));
	const isWide = width >= sheet;
	const also = written(bold("May also be done", inner, { size: size.small }));
	const beside = isWide
		? row([pad, also], [0, sentencesAt(leftOfBoxes, moves, width - leftOfBoxes - pad)])
		: stack(row([pad, also]), space(3), ...saidBelow(moves, inner));
	return frame(
		id,
		heading,
		width,
		stack(
			space(10),
			isWide ? wideSteps(steps, width) : narrowSteps(steps, width),
			space(14),
			...(moves.length > 0 ? [beside] : []),
		),
	);
}

const sentencesAt = (left: number, sentences: string[], width: number): Block =>
	row([
		left,
		stack(...sentences.flatMap((said) => [written(small(said, width)), space(5)]), space(5)),
	]);

/** Sentences at the left of a band; none when there are none. */
const saidBelow = (sentences: string[], width: number): Block[] =>
	sentences.length > 0 ? [sentencesAt(pad, sentences, width)] : [];

/** The room between two stages, with an arrow where one leads into the next. */
const between = (before: Band, next: Band, width: number): Block => ({
	height: gap,
	draw: (paper, x, y) => {
		const line = x + trunk(width);
		if (before.steps.some(({ leads }) => leads.some(({ to }) => isStage(to, next))))
			paper.arrow(before.id, next.id, false, [line, y], [line, y + gap]);
	},
});

const isStage = (to: Place, band: Band | undefined): boolean =>
	to.is === "stage" && to.id === band?.id;

const leftOfBoxes = pad + jump.most * jump.apart + 10 + jump.label;
/** Where the lines from box to box run, from the left of a band. */
const trunk = (width: number) => (width >= sheet ? leftOfBoxes + 40 : pad + 18);

/** The ways to begin, in their order. The only one stands on top of the stage that it leads into. */
function startsBlock({ starts, bands: [first] }: Flow, columns: number): Block {
	const inner = wide.box - 2 * pad - 12;
	return stack(
		...starts.map((start): Block => {
			const { title, says, to } = start;
			const lines = [...bold(title, inner), ...says.flatMap((said) => small(said, inner, grey))];
			const height = heightOf(lines) + 16;
			const shape: Shape = { id: `start ${title}`, kind: "start", width: wide.box, height, lines };
			const [only] = to;
			if (first && only && starts.length === 1 && columns === 1 && isStage(only, first))
				return {
					height: height + gap,
					draw: (paper, x, y) => {
						const { id } = paper.box(shape, x + leftOfBoxes, y);
						const line = x + trunk(sheet);
						paper.arrow(id, first.id, false, [line, y + height], [line, y + height + gap]);
					},
				};
			const chips = to.map((place) => placeBox(place, wide.chip));
			const beside = heightsOf(chips) + 8 * (chips.length - 1);
			return {
				height: Math.max(height, beside) + 12,
				draw: (paper, x, y) => {
					const tall = Math.max(height, beside);
					const box = paper.box({ ...shape, height: tall }, x + leftOfBoxes, y);
					const end = box.x + wide.box;
					let top = y + (tall - beside) / 2;
					for (const chip of chips) {
						const middle = top + chip.height / 2;
						const there = paper.box(chip, end + 60, top);
						paper.arrow(box.id, there.id, false, [end, middle], [there.x, middle]);
						top += chip.height + 8;
					}
				},
			};
		}),
	);
}

/** A step's box, as high as its words. */
function stepBox({ id, title, who, clock, opened, side }: FlowStep, width: number): Shape {
	const inner = width - 2 * pad - 6;
	const lines = [
		...bold(title, inner),
		...small(who, inner),
		...(clock ? bold(startingLarge(clock), inner, { size: size.small, colour: teal }) : []),
		...(opened ? small(opened, inner, grey) : []),
	];
	return { id, kind: "step", width, height: heightOf(lines) + 16, lines, side };
}

/** The box for a place that is named, not drawn in full. */
function placeBox(place: Place, width: number): Shape {
	const lines = setText(place.is === "step" ? `“${place.says}”` : place.says, width - 24, {
		size: size.small,
		colour: black,
		bold: place.is === "stage",
	});
	const kind = ({ stage: "stage", end: "ending", step: "place", words: "words" } as const)[
		place.is
	];
	return { id: `to ${place.says}`, kind, width, height: heightOf(lines) + 10, lines };
}

/** A way out of a step: words over a line, and the box that it leads to at the end of it. */
type WayOut = {
	height: number;
	/** @param corners of the line, from the step on, to the height at which it comes to the box */
	draw: (
		paper: Paper,
		from: string,
		y: number,
		corners: (line: number) => Arrow["points"],
		wordsAt: number,
		boxAt: number,
	) => void;
};

/** Ways out of a step, as boxes of a width. The same words as before are not said again. */
function waysOut(
	step: FlowStep,
	steps: FlowStep[],
	leads: FlowLead[],
	boxWidth: number,
	label: number,
): WayOut[] {
	return leads.map(({ says, late, to }, place) => {
		const aside = steps.find(
			({ id, asideOf }) => asideOf === step.id && to.is === "step" && to.id === id,
		);
		const shape = aside ? stepBox(aside, boxWidth) : placeBox(to, boxWidth);
		const words = small(says !== "" && says === leads[place - 1]?.says ? "and" : says, label);
		const over = Math.max(heightOf(words) + 5, shape.height / 2 + 2);
		return {
			height: over + shape.height / 2 + 4,
			draw: (paper, from, y, corners, wordsAt, boxAt) => {
				const line = y + over;
				const there = paper.box(shape, boxAt, line - shape.height / 2);
				paper.arrow(from, there.id, late, ...corners(line), [boxAt, line]);
				paper.write(wordsAt, line - heightOf(words) - 4, words);
			},
		};
	});
}

const isTo = ({ to }: FlowLead, step: FlowStep | undefined): boolean =>
	to.is === "step" && to.id === step?.id;

const heightsOf = (blocks: { height: number }[]): number =>
	blocks.reduce((sum, { height }) => sum + height, 0);

/** Steps one under the other, ways out to the right, jumps inside the stage to the left. */
function wideSteps(steps: FlowStep[], width: number): Block {
	const main = steps.filter(({ asideOf }) => asideOf === undefined);
	const places = new Map(main.map(({ id }, index) => [id, index]));
	const lanes = lanesFor(main, places);
	const drawn = new Map<string, Box>();
	const jumps: { from: string; to: string; y: number; late: boolean }[] = [];
	const [right, chips] = [leftOfBoxes + wide.box, width - pad - wide.chip];

	const blocks = main.map((step, index): Block => {
		const next = main[index + 1];
		const isInside = ({ to }: FlowLead) => to.is === "step" && lanes.has(to.id);
		const down = step.leads.filter((lead) => isTo(lead, next));
		const others = step.leads.filter((lead) => !isTo(lead, next));
		const away = others.filter((lead) => !isInside(lead));
		const ways = waysOut(step, steps, away, wide.chip, wide.label);
		const back = others.filter(isInside).map((lead) => {
			const words = small(lead.says, jump.label);
			return { lead, words, height: heightOf(words) + 12 };
		});
		const entered = lanes.has(step.id) ? 22 : 4;
		const shape = stepBox(step, wide.box);
		const height = Math.max(shape.height, heightsOf(ways) + 4, heightsOf(back) + entered);
		const words = down.flatMap(({ says }) => small(says, wide.box - 60));
		const room = down.length > 0 ? Math.max(gap + 4, heightOf(words) + 14) : next ? 16 : 0;
		return {
			height: height + room,
			draw: (paper, x, y) => {
				drawn.set(step.id, paper.box({ ...shape, height }, x + leftOfBoxes, y));
				let out = y + 2;
				for (const way of ways) {
					way.draw(paper, step.id, out, (line) => [[x + right, line]], x + right + 10, x + chips);
					out += way.height;
				}
				let inwards = y + entered;
				for (const { lead, words, height } of back) {
					paper.write(x + leftOfBoxes - 8 - jump.label, inwards, words);
					if (lead.to.is === "step")
						jumps.push({
							from: step.id,
							to: lead.to.id,
							y: inwards + heightOf(words) + 4,
							late: lead.late,
						});
					inwards += height;
				}
				if (down.length === 0 || !next) return;
				const [line, end] = [x + leftOfBoxes + 40, y + height + room];
				paper.write(line + 12, y + height + (room - heightOf(words)) / 2 - 2, words);
				const late = down.every((lead) => lead.late);
				paper.arrow(step.id, next.id, late, [line, y + height], [line, end]);
			},
		};
	});
	const all = stack(...blocks);
	return {
		height: all.height,
		draw: (paper, x, y) => {
			all.draw(paper, x, y);
			for (const { from, to, y: out, late } of jumps) {
				const target = drawn.get(to);
				if (!target) continue;
				const lane = x + pad + (lanes.get(to) ?? 0) * jump.apart;
				const [side, into] = [x + leftOfBoxes, target.y + 12];
				paper.arrow(from, to, late, [side, out], [lane, out], [lane, into], [side, into]);
			}
		},
	};
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
function narrowSteps(steps: FlowStep[], width: number): Block {
	const main = steps.filter(({ asideOf }) => asideOf === undefined);
	const boxWidth = width - 2 * pad;
	const chip = 178;
	const [trunkAt, chips] = [pad + 18, width - pad - chip];
	return stack(
		...main.map((step, index): Block => {
			const next = main[index + 1];
			const shape = stepBox(step, boxWidth);
			const others = step.leads.filter((lead) => !isTo(lead, next));
			const ways = waysOut(step, steps, others, chip, chips - trunkAt - 16);
			const down = step.leads.filter((lead) => isTo(lead, next));
			const words = down.flatMap(({ says }) => small(says, boxWidth - 40));
			const under = 6 + heightsOf(ways);
			const room =
				down.length > 0 ? Math.max(under + heightOf(words) + 10, gap) : under + (next ? 12 : 0);
			return {
				height: shape.height + room,
				draw: (paper, x, y) => {
					paper.box(shape, x + pad, y);
					const [line, bottom] = [x + trunkAt, y + shape.height];
					let out = bottom + 6;
					for (const way of ways) {
						way.draw(
							paper,
							step.id,
							out,
							(height) => [
								[line, bottom],
								[line, height],
							],
							line + 8,
							x + chips,
						);
						out += way.height;
					}
					if (down.length === 0 || !next) return;
					paper.write(line + 8, bottom + room - heightOf(words) - 8, words);
					const late = down.every((lead) => lead.late);
					paper.arrow(step.id, next.id, late, [line, bottom], [line, bottom + room]);
				},
			};
		}),
	);
}
