import { globSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { madeUp } from "../../../../../protocols/made-up.fixture.ts";
import { rulesFrom, somerset, somersetText } from "../../../../../protocols/somerset.fixture.ts";
import { readProtocolFile } from "../../../../protocol-files.ts";
import { anyProtocolText } from "../../../difference/any-protocol.fixture.ts";
import { oddText } from "../../odd-protocol.fixture.ts";
import type { Protocol } from "../../protocol.ts";
import { drawProtocol } from "./draw.ts";
import { heightOf, widthOf } from "./draw-text.ts";
import { flowOf } from "./flow.ts";
import { type Box, type Layout, layoutOf } from "./layout.ts";

const odd = rulesFrom(oddText).protocol;
const layout = (protocol: Protocol): Layout =>
	layoutOf(flowOf(protocol), protocol.title, "For a test");

const overlap = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** What a drawing gets wrong, in words; nothing when it is sound. */
function wrongIn(protocol: Protocol): string[] {
	const { boxes, arrows, texts, width, height } = layout(protocol);
	const wrong: string[] = [];
	const byId = new Map(boxes.map((box) => [box.id, box]));
	if (byId.size !== boxes.length) wrong.push("two boxes have one name");
	const bands = boxes.filter(({ kind }) => kind === "band");
	const inside = boxes.filter(({ kind }) => kind !== "band");
	for (const group of [bands, inside])
		for (const [index, box] of group.entries())
			for (const other of group.slice(index + 1))
				if (overlap(box, other)) wrong.push(`${box.id} is over ${other.id}`);
	for (const box of boxes) {
		if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
			wrong.push(`${box.id} leaves the sheet`);
		if (heightOf(box.lines) > box.height) wrong.push(`the words of ${box.id} are higher than it`);
		for (const { text, size, bold } of box.lines)
			if (widthOf(text, size, bold) > box.width - 12)
				wrong.push(`“${text}” is wider than ${box.id}`);
	}
	for (const text of texts)
		for (const box of inside)
			if (
				overlap(box, {
					...box,
					x: text.x,
					y: text.y,
					width: Math.max(...text.lines.map(({ text, size }) => widthOf(text, size))),
					height: heightOf(text.lines),
				})
			)
				wrong.push(`“${text.lines[0]?.text}” is over ${box.id}`);
	for (const { from, to, points } of arrows)
		for (const [id, point] of [
			[from, points[0]],
			[to, points.at(-1)],
		] as const) {
			const box = byId.get(id);
			if (!box || !point || !isOnOutline(box, point))
				wrong.push(`the arrow from ${from} to ${to} does not meet ${id}`);
		}
	for (const ending of Object.keys(protocol.endings))
		if (!byId.has(`end ${ending}`)) wrong.push(`${ending} is not drawn`);
	for (const { title } of Object.values(protocol.steps))
		if (
			!boxes.some(({ kind, lines }) => {
				const words = lines.map(({ text }) => text).join("");
				return kind === "step" && words.replaceAll(" ", "").startsWith(title.replaceAll(/\s/g, ""));
			})
		)
			wrong.push(`“${title}” is not drawn`);
	return wrong;
}

const isOnOutline = ({ x, y, width, height }: Box, [px, py]: [number, number]): boolean => {
	const near = (a: number, b: number) => Math.abs(a - b) < 0.5;
	const across = px >= x - 0.5 && px <= x + width + 0.5;
	const along = py >= y - 0.5 && py <= y + height + 0.5;
	return (
		(across && (near(py, y) || near(py, y + height))) ||
		(along && (near(px, x) || near(px, x + width)))
	);
};

const packs = globSync("protocols/*/*.yaml");

test.each(packs)("%s is drawn whole, with nothing over anything", (file) => {
	const { protocol } = readProtocolFile(file);
	expect(protocol && wrongIn(protocol)).toEqual([]);
});

test("a protocol with one of everything is drawn whole, with nothing over anything", () => {
	expect(wrongIn(odd)).toEqual([]);
});

test("so is any protocol", () => {
	fc.assert(
		fc.property(anyProtocolText, (text) => {
			expect(wrongIn(rulesFrom(text).protocol)).toEqual([]);
		}),
		{ numRuns: 60, seed: 20210401 },
	);
});

test("a limit that begins with a stage stands at the stage", () => {
	const { protocol } = readProtocolFile("protocols/adults-with-panel/2026-01.yaml");
	if (!protocol) throw new Error("adults-with-panel");
	const band = layout(protocol).boxes.find(({ kind, id }) => kind === "band" && id === "managers");
	expect(band?.lines.map(({ text }) => text).join(" ")).toContain(
		"Within 15 working days of the start of Level 2: Managers in turn: “Settle it between managers within 15 working days”",
	);
	expect(drawProtocol(protocol).text).toContain(
		"  - Time limits\n    - Within 15 working days of the start of Level 2",
	);
});

test("several ways to begin stand in their order, each with where it leads", () => {
	const { boxes, arrows } = layout(odd);
	const starts = boxes.filter(({ kind }) => kind === "start").toSorted((a, b) => a.y - b.y);
	expect(starts.map(({ lines: [line] }) => line?.text)).toEqual([
		"Raise an escalation",
		"An urgent one",
		"A record of good practice",
	]);
	const ledTo = starts.map(({ id }) => arrows.find(({ from }) => from === id)?.to);
	expect(ledTo).toEqual([
		expect.stringContaining("to Level 1"),
		expect.stringContaining("to Ring the director"),
		expect.stringContaining("to Level 3"),
	]);
});

test("beside another track a stage is not cut from the next, and below it is", () => {
	const { cuts, boxes } = layout(odd);
	expect(cuts.map(({ title }) => title)).toContain("Level 3: Panel");
	for (const { y } of cuts)
		for (const box of boxes) expect(box.y < y && box.y + box.height > y, box.id).toBe(false);
});

const chain = (count: number) =>
	madeUp(`one:
  title: One
  steps:
${Array.from(
	{ length: count },
	(_, index) => `    s${index}:
      kind: note
      title: Step number ${index}
      by: raising practitioner
      outcomes:
        on: { say: Go on, then: ${index === count - 1 ? "end over" : `s${index + 1}`} }
        back: { say: Start again, then: s${Math.max(0, index - (index % 7))} }
        out: { say: Stop, then: end over }`,
).join("\n")}`).protocol;

test("a hundred steps take a hundred times the room of one, no more", () => {
	expect(wrongIn(chain(100))).toEqual([]);
	const [few, many] = [layout(chain(10)), layout(chain(100))];
	expect(many.width).toBe(few.width);
	expect(many.height).toBeLessThan(few.height * 10.5);
	expect(many.height / 100).toBeLessThan(150);
});

test("a long title is broken into lines, and a word as long as a line inside it", () => {
	const long = `${"Resolve it ".repeat(30)}${"x".repeat(300)}`;
	// As long as a title may be.
	const title = (most: number) => `Resolve it ${"x".repeat(most - 11)}`;
	const { protocol } = madeUp(`one:
  title: ${title(150)}
  steps:
    s: { kind: note, title: ${title(200)}, by: raising practitioner, outcomes: { on: { say: ${long}, then: end over } } }`);
	expect(wrongIn(protocol)).toEqual([]);
});

describe("the drawing of Somerset’s protocol", () => {
	const { svg, parts, text } = drawProtocol(somerset.protocol);
	const { boxes, arrows } = layout(somerset.protocol);

	test("says who owes each step by when, and where each outcome leads", () => {
		const box = boxes.find(({ id }) => id === "formal-resolution.respond");
		expect(box?.lines.map((line) => line.text)).toEqual([
			"Answer in part two of the form",
			"Agency B’s senior manager",
			"Within 10 working days of “Send the form to",
			"agency B”",
		]);
		const from = (id: string) => arrows.filter((arrow) => arrow.from === id).map(({ to }) => to);
		expect(from("formal-resolution.sign-off").sort()).toEqual([
			"formal-resolution.forward",
			"formal-resolution.raise",
		]);
		expect(from("informal-resolution.talk")).toContain("informal-resolution.reply");
	});

	test("has a key to its colours and lines, on the page that is printed first too", () => {
		const key = boxes.filter(({ kind }) => kind === "key");
		expect(key.map(({ lines: [line] }) => line?.text)).toEqual([
			"A step of agency A",
			"A step of agency B",
			"A step of an office of the partnership",
			"By when",
			"Somebody chose this",
			"Nobody did it in time",
		]);
		expect(parts[0]).toContain("A step of agency B");
		// Each colour of the key is that of the steps.
		for (const stripe of ["#0f5c63", "#5a2d82", "#b58105"])
			expect(
				svg.match(new RegExp(`width="6" height="[\\d.]+" fill="${stripe}"`, "g"))?.length,
			).toBeGreaterThan(1);
	});

	test("has silence dashed, in it and in the key, and nothing else", () => {
		expect(arrows.filter(({ late }) => late)).toMatchObject([
			{ from: "formal-resolution.respond", to: "formal-resolution.follow-up" },
		]);
		expect(svg.match(/stroke-dasharray="5 3"/g)).toHaveLength(2);
	});

	test("can stand in any page: no script, style, identifier or address in it", () => {
		expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title><desc>/);
		for (const part of [svg, ...parts])
			expect(part).not.toMatch(/<script|<style|style=|\sid=|href|url\(|class=/);
	});

	test("has a text that says the same", () => {
		for (const said of [
			"- Stage 3: Formal resolution\n",
			"  - Send the form to agency B: The SSCP Business Unit, within 2 working days of “Sign off part one” (“I sign it off: send it to the Business Unit”)\n",
			"    - It needs to change first: then “Fill in part one of the form”\n",
			"    - No answer in time: then “Follow up the late response”\n",
			"  - May also be done\n    - Go straight to formal resolution",
			"  - Decided by the Executive. Final: no appeal\n",
		])
			expect(text).toContain(said);
		const anyTime = somersetText.replace(
			/(title: Withdraw it\n.*\n) {4}while: .*/,
			"$1    while: [any]",
		);
		expect(drawProtocol(rulesFrom(anyTime).protocol).text).toContain(
			"- At every stage\n  - Withdraw it",
		);
	});

	test("is cut for printing between its stages, and loses nothing", () => {
		const marks = (drawn: string) => drawn.match(/<(rect|text|polygon) /g) ?? [];
		const heading = 2;
		expect(parts.length).toBe(7);
		expect(parts.flatMap(marks).length).toBe(marks(svg).length - heading);
		expect(parts[1]).toContain("<title>Stage 2: Informal resolution</title>");
	});

	test("is the same each time", () => {
		expect(drawProtocol(somerset.protocol).svg).toBe(svg);
	});
});

test("what a text holds is written, not obeyed", () => {
	const { protocol } = madeUp(`one:
  title: "A & B \\""
  steps:
    s: { kind: note, title: One, by: raising practitioner, outcomes: { on: { say: "5 > 4 < 6 \\x07", then: end over } } }`);
	const { svg } = drawProtocol(protocol);
	expect(svg).toContain("A &amp; B &quot;");
	expect(svg).toContain("5 &gt; 4 &lt; 6");
	expect(svg).not.toContain("\u0007");
});
