import { escaped } from "../draw/draw-text.ts";
import type { Guide } from "./guide.ts";
import { type Block, blocksOf } from "./guide-blocks.ts";

/** Characters to a line, for a terminal. */
const lineLength = 88;

/** The guide as plain text. */
export function guideAsText(guide: Guide): string {
	const title = `${guide.title}\n${"=".repeat(Math.min(guide.title.length, lineLength))}\n${guide.partnership}, version ${guide.version}`;
	return `${[title, ...blocksOf(guide).map(blockAsText)].join("\n\n")}\n`;
}

function blockAsText(block: Block): string {
	switch (block.is) {
		case "heading":
			return `${block.text}\n${"-".repeat(Math.min(block.text.length, lineLength))}`;
		case "text":
			return wrapped(block.text, "", "");
		case "warning":
			return block.lines.map((line) => wrapped(line, "! ", "  ")).join("\n");
		case "list":
			return block.items.map((item) => wrapped(item, "- ", "  ")).join("\n");
		case "table":
			return block.rows
				.map((row) =>
					row
						.map((cell, index) =>
							index === 0
								? wrapped(cell, "- ", "  ")
								: wrapped(`${block.columns[index]}: ${cell}`, "    ", "      "),
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

/** The guide as a piece of HTML to put into a page: headings from `h2` on, no style and no script. */
export function guideAsHtml(guide: Guide): string {
	return [
		`<h1>${escaped(guide.title)}</h1>`,
		`<p>${escaped(`${guide.partnership}, version ${guide.version}`)}</p>`,
		...blocksOf(guide).map(blockAsHtml),
		"",
	].join("\n");
}

function blockAsHtml(block: Block): string {
	switch (block.is) {
		case "heading":
			return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
		case "text":
			return `<p>${escaped(block.text)}</p>`;
		case "warning":
			return block.lines.map((line) => `<p><strong>${escaped(line)}</strong></p>`).join("\n");
		case "list":
			return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join("\n")}\n</ul>`;
		case "table":
			return `<table>\n<thead><tr>${block.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("")}</tr></thead>\n<tbody>\n${block.rows
				.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`)
				.join("\n")}\n</tbody>\n</table>`;
	}
}
