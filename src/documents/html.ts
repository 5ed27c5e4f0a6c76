/** Pages that are read without Concord: from a file, on any machine, by eye, by ear and on paper. */
import {
	type Block,
	type LabelledAnswer,
	type Paper,
	paragraphsOf,
	printable,
	type Table,
} from "../domain/paper.ts";
import { piecesOf, withoutMarks } from "../language/marks.ts";
import { sayText as say } from "../language/say.ts";
import { speakingNow } from "../language/speaking.ts";

/** A text that stands in HTML as it is. */
export const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same of a text that may say in which language it is: a part in another than the page is one for whoever hears it. */
export const written = (text: string): string =>
	piecesOf(text)
		.map(({ text: piece, language }) =>
			language === undefined || language === speakingNow().language
				? escaped(piece)
				: `<span lang="${language}">${escaped(piece)}</span>`,
		)
		.join("");

/** A link to another file of the same pack. @param to its name, from the page on which the link stands */
export const linkTo = (to: string, text: string): string =>
	`<a href="${escaped(to.split("/").map(encodeURIComponent).join("/"))}">${written(text)}</a>`;

/**
 * A page by itself, in the language in which it is spoken now: all that it needs is in it, and it asks nothing of any other
 * machine.
 *
 * @param body HTML
 */
export const pageOnFile = (
	title: string,
	body: string,
	{ above = "", foot = "" }: { above?: string; foot?: string } = {},
): string => `<!doctype html>
<html lang="${speakingNow().language === "cy" ? "cy" : "en-GB"}">
<head>
<meta charset="utf-8">
<title>${escaped(withoutMarks(title))}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${style}</style>
</head>
<body>
${above ? `<nav aria-label="${escaped(withoutMarks(say`This pack`))}">${above}</nav>\n` : ""}<main>
<h1>${written(title)}</h1>
${body}
</main>
${foot ? `<footer>${foot}</footer>\n` : ""}</body>
</html>
`;

const style = `
:root { color-scheme: light }
body { font: 1.05rem/1.5 Arial, sans-serif; color: #0b0c0c; background: #fff; max-width: 52rem; margin: 1.5rem auto 3rem; padding: 0 1rem }
a { color: #1a65a6 }
a:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; background: #fd0; color: #0b0c0c }
h1 { color: #1f3a5f; font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 1rem; overflow-wrap: anywhere }
h2 { color: #1f3a5f; font-size: 1.4rem; line-height: 1.25; margin: 2.5rem 0 .75rem; border-top: 2px solid #1f3a5f; padding-top: .75rem }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem }
p, dd, li { overflow-wrap: anywhere }
td, th { overflow-wrap: break-word }
.short { white-space: nowrap }
p { margin: .5rem 0 }
dd p, .warning p { margin: 0 }
dd p + p { margin-top: .5rem }
.typed { white-space: pre-wrap }
.quiet, footer { color: #505a5f }
.warning { border-left: 4px solid #1f3a5f; background: #eef2f6; padding: .75rem 1rem; font-weight: bold; margin: 1rem 0 }
.rows { overflow-x: auto }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .95rem }
caption { text-align: left; font-weight: bold; padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem .25rem; border-bottom: 1px solid #b1b4b6 }
thead th { background: #eef2f6 }
.number { text-align: right; font-variant-numeric: tabular-nums }
dl { display: grid; grid-template-columns: minmax(8rem, 1fr) 2.2fr; gap: 0; margin: 1rem 0 }
dt, dd { margin: 0; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #b1b4b6 }
dt { font-weight: bold; overflow-wrap: break-word }
footer { border-top: 1px solid #b1b4b6; margin-top: 3rem; padding-top: .5rem; font-size: .9rem }
nav { font-size: .95rem }
@media (max-width: 40em) { dl { display: block } dt { border: 0; padding-bottom: 0 } }
@media print { body { max-width: none; margin: 0; font-size: 10.5pt } nav { display: none } h2, h3, caption { break-after: avoid } tr, dt, dd, .warning { break-inside: avoid } a { color: inherit; text-decoration: none } .rows { overflow: visible } thead { display: table-header-group } }
`;

/** What a paper says, as the body of a page: without its heading of the first level, which is the page’s own. */
export function paperAsHtml(given: Paper): string {
	const { blocks } = printable(given);
	const html: string[] = [];
	for (const [index, block] of blocks.entries()) {
		const before = blocks[index - 1];
		// A caption stands in the table that it names.
		if (isCaption(block) && blocks[index + 1]?.is === "table") continue;
		const caption = block.is === "table" && isCaption(before) ? before.text : undefined;
		html.push(blockAsHtml(block, caption));
	}
	return html.filter(Boolean).join("\n");
}

const isCaption = (
	block: Block | undefined,
): block is Extract<Block, { is: "paragraph" }> & { tone: "caption" } =>
	block?.is === "paragraph" && block.tone === "caption";

function blockAsHtml(block: Block, caption: string | undefined): string {
	switch (block.is) {
		case "letterhead":
			return `<p><strong>${written(block.from)}</strong></p>`;
		case "heading":
			return block.level === 1 ? "" : `<h${block.level}>${written(block.text)}</h${block.level}>`;
		case "paragraph":
			return paragraphAsHtml(block.text, block.tone);
		case "warning":
			return `<div class="warning">${block.lines.map((line) => `<p>${written(line)}</p>`).join("")}</div>`;
		case "list":
			return `<ul>${block.items.map((item) => `<li class="typed">${written(item)}</li>`).join("")}</ul>`;
		case "answers":
			return answersAsHtml(block.answers);
		case "table":
			return tableAsHtml(block, caption);
		case "figure":
			return `<p>${written(block.says)}</p>`;
		case "signature":
			return block.by ? `<p>${written(`${block.by.name}, ${block.by.role}`)}</p>` : "";
	}
}

const paragraphAsHtml = (text: string, tone: string | undefined): string =>
	tone === "strong" || tone === "caption"
		? `<p class="typed"><strong>${written(text)}</strong></p>`
		: `<p class="${tone === "quiet" ? "typed quiet" : "typed"}">${written(text)}</p>`;

/** Labels and answers, and each list of rows as a table under them. */
function answersAsHtml(answers: LabelledAnswer[]): string {
	const parts: string[] = [];
	let rows: string[] = [];
	const end = () => {
		if (rows.length > 0) parts.push(`<dl>${rows.join("")}</dl>`);
		rows = [];
	};
	for (const answer of answers) {
		if ("table" in answer && answer.table.rows.length > 0) {
			end();
			parts.push(tableAsHtml(answer.table, answer.label));
			continue;
		}
		const said = "table" in answer ? undefined : paragraphsOf(answer.value);
		const value = said
			? said.map((text) => `<p>${written(text)}</p>`).join("")
			: `<p class="quiet">${written(say`Not yet answered`)}</p>`;
		rows.push(`<dt>${written(answer.label)}</dt><dd>${value}</dd>`);
	}
	end();
	return parts.join("\n");
}

/** A reference is not broken at its hyphen. */
const longestUnbroken = 12;

function tableAsHtml({ columns, rows, numbers }: Table, caption: string | undefined): string {
	const at = (index: number) => (numbers?.includes(index) ? ' class="number"' : "");
	return [
		// On a narrow screen it is moved sideways, also by keys.
		`<div class="rows" role="group" tabindex="0" aria-label="${escaped(withoutMarks(caption ?? columns.join(", ")))}"><table>`,
		caption === undefined ? "" : `<caption>${written(caption)}</caption>`,
		`<thead><tr>${columns.map((text, index) => `<th scope="col"${at(index)}>${written(text)}</th>`).join("")}</tr></thead>`,
		`<tbody>${rows
			.map(
				(row) =>
					`<tr>${row
						.map((text, index) =>
							index === 0
								? `<th scope="row"${withoutMarks(text).length <= longestUnbroken ? ' class="short"' : at(index)}>${written(text)}</th>`
								: `<td${at(index)}>${written(text)}</td>`,
						)
						.join("")}</tr>`,
			)
			.join("")}</tbody>`,
		"</table></div>",
	].join("");
}
