import { type ISectionOptions, PageNumber, Paragraph, TabStopType, TextRun } from "docx";

// Word measures lengths in twentieths of a point, type in half points and lines in eighths of a point.
const page = { width: 11906, height: 16838, side: 1077, top: 1474, foot: 1304 };
export const across = page.width - 2 * page.side;

export const dark = "1F3A5F";
export const grey = "505A5F";
export const line = "B1B4B6";
export const tint = "EEF2F6";

export const pageSetup: NonNullable<ISectionOptions["properties"]> = {
	page: {
		size: { width: page.width, height: page.height },
		margin: {
			top: page.top,
			bottom: page.foot,
			left: page.side,
			right: page.side,
			header: 567,
			footer: 510,
		},
	},
};

const heading = (size: number, before: number, after: number) => ({
	run: { font: "Arial", size, bold: true, color: dark },
	paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

export const styles = {
	default: {
		document: {
			run: { font: "Arial", size: 20, language: { value: "en-GB" } },
			paragraph: { spacing: { line: 269, after: 80 } },
		},
		heading1: heading(36, 0, 160),
		heading2: heading(26, 440, 40),
		heading3: heading(21, 260, 100),
	},
};

/** How it is to be looked after, its reference and the number of the page. */
export const runningFoot = ({ handling, reference }: { handling: string; reference: string }) =>
	new Paragraph({
		tabStops: [{ type: TabStopType.RIGHT, position: across }],
		children: [
			small(handling),
			new TextRun({
				size: 16,
				color: grey,
				children: [`\t${reference} · page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
			}),
		],
	});

export const small = (text: string) => new TextRun({ text, size: 16, color: grey });
