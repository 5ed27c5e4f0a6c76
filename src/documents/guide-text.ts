import { type LabelledAnswer, paragraph } from "../domain/paper.ts";
import { escaped } from "../domain/protocol/told/draw/draw-text.ts";
import type { Guide } from "../domain/protocol/told/guide/guide.ts";
import { type GuideBlock, guideBlocks } from "./guide.ts";

/** Characters to a line, for a terminal. */
const lineLength = 88;

/** The guide as plain text. */
export const guideAsText = (guide: Guide): string =>
	`${withOrigin(guide).map(blockAsText).join("\n\n")}\n`;

/** The guide as a piece of HTML to put into a page: no style and no script. */
export const guideAsHtml = (guide: Guide): string =>
	`${withOrigin(guide).map(blockAsHtml).join("\n")}\n`;

/** On paper, whose it is stands at the head of each page; here, under the title. */
function withOrigin(guide: Guide): GuideBlock[] {
	const [title, ...rest] = guideBlocks(guide);
	return [title, paragraph(`${guide.partnership}, version ${guide.version}`), ...rest];
}

const underlines = { 1: "=", 2: "-", 3: "." };

const linesOf = (answer: LabelledAnswer): string[] =>
	"value" in answer ? (answer.value ?? "").split("\n") : [];

function blockAsText(block: GuideBlock): string {
	switch (block.is) {
		case "heading":
			return `${block.text}\n${underlines[block.level].repeat(Math.min(block.text.length, lineLength))}`;
		case "paragraph":
			return wrapped(block.text, "", "");
		case "warning":
			return block.lines.map((line) => wrapped(line, "! ", "  ")).join("\n");
		case "list":
			return block.items.map((item) => wrapped(item, "- ", "  ")).join("\n");
		case "table":
			return block.rows
				.map((row) =>
					row
						.flatMap((cell, index) => {
							if (index === 0) return [wrapped(cell, "- ", "  ")];
							return cell === ""
								? []
								: [wrapped(`${block.columns[index]}: ${cell}`, "    ", "      ")];
						})
						.join("\n"),
				)
				.join("\n");
		case "answers":
			return block.answers
				.map((answer) =>
					linesOf(answer)
						.map((line, index) =>
							wrapped(
								index === 0 ? `${answer.label}: ${line}` : line,
								index === 0 ? "" : "    ",
								"    ",
							),
						)
						.join("\n"),
				)
				.join("\n");
	}
}

/** Broken at spaces; `first` and `later` begin the lines. */
function wrapped(text: string, first: string, later: string): string {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(/\s+/u).filter(Boolean)) {
		const start = lines.length === 0 ? first : later;
		if (line !== "" && start.length + line.length + word.length + 1 > lineLength) {
			lines.push(start + line);
			line = word;
		} else line = line === "" ? word : `${line} ${word}`;
	}
	return [...lines, (lines.length === 0 ? first : later) + line].join("\n");
}

function blockAsHtml(block: GuideBlock): string {
	switch (block.is) {
		case "heading":
			return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
		case "paragraph":
			return `<p>${escaped(block.text)}</p>`;
		case "warning":
			return block.lines.map((line) => `<p><strong>${escaped(line)}</strong></p>`).join("\n");
		case "list":
			return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join("\n")}\n</ul>`;
		case "answers":
			return `<dl>\n${block.answers
				.map(
					(answer) =>
						`<dt>${escaped(answer.label)}</dt>\n${linesOf(answer)
							.map((line) => `<dd>${escaped(line)}</dd>`)
							.join("\n")}`,
				)
				.join("\n")}\n</dl>`;
		case "table":
			return `<table>\n<thead><tr>${block.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("")}</tr></thead>\n<tbody>\n${block.rows
				.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`)
				.join("\n")}\n</tbody>\n</table>`;
	}
}
