import {
	BorderStyle,
	Document,
	Footer,
	Header,
	HeadingLevel,
	Packer,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TabStopType,
	TextRun,
	WidthType,
} from "docx";
import { coreProperties, dateZipEntries } from "./docx-dates.ts";
import {
	across,
	dark,
	grey,
	line,
	pageSetup,
	runningFoot,
	small,
	styles,
	tint,
} from "./docx-style.ts";
import {
	type FormDocument,
	type FormField,
	type FormPart,
	type FormTable,
	isWide,
	notYetAnswered,
	paragraphsOf,
	printable,
	signaturesOf,
	summaryOf,
} from "./form-document.ts";
import { columnShares } from "./table-columns.ts";

/**
 * The form as a Word document: A4, headings and repeated table headers that a screen reader
 * announces, English (United Kingdom).
 *
 * @returns the same bytes for the same form
 */
export async function formToDocx(given: FormDocument): Promise<Buffer> {
	const form = printable(given);
	const document = new Document({
		title: form.title,
		creator: form.partnership,
		styles,
		sections: [
			{
				properties: pageSetup,
				headers: { default: new Header({ children: [runningHead(form)] }) },
				footers: { default: new Footer({ children: [runningFoot(form)] }) },
				children: [...opening(form), ...form.parts.flatMap(partOf)],
			},
		],
	});
	return dateZipEntries(
		await Packer.toBuffer(document, undefined, [
			coreProperties({
				title: `${form.title}, ${form.reference}`,
				author: form.partnership,
				day: form.producedOn,
			}),
		]),
		form.producedOn,
	);
}

const runningHead = ({ partnership, title }: FormDocument) =>
	new Paragraph({
		tabStops: [{ type: TabStopType.RIGHT, position: across }],
		border: {
			bottom: { style: BorderStyle.SINGLE, size: 4, color: line, space: 5 },
		},
		children: [small(partnership), small(`\t${title}`)],
	});

const labelWidth = Math.round(across * 0.32);

const opening = (form: FormDocument) => [
	new Paragraph({ heading: HeadingLevel.HEADING_1, text: form.title }),
	highlighted(form.handling),
	labelledRows(summaryOf(form)),
];

/** To be seen first: bold on a tint. */
export const highlighted = (text: string) =>
	new Paragraph({
		shading: { type: ShadingType.CLEAR, fill: tint },
		border: {
			top: { style: BorderStyle.SINGLE, size: 4, color: tint, space: 6 },
			bottom: { style: BorderStyle.SINGLE, size: 4, color: tint, space: 6 },
			left: { style: BorderStyle.SINGLE, size: 24, color: dark, space: 8 },
		},
		indent: { left: 200 },
		spacing: { after: 200 },
		children: [new TextRun({ text, bold: true })],
	});

const partOf = (part: FormPart) => {
	const signatures = signaturesOf(part);
	return [
		new Paragraph({
			heading: HeadingLevel.HEADING_2,
			text: part.title,
			border: {
				top: { style: BorderStyle.SINGLE, size: 18, color: dark, space: 8 },
			},
		}),
		new Paragraph({
			keepNext: true,
			spacing: { after: 160 },
			children: [new TextRun({ text: part.side, color: grey })],
		}),
		...part.sections.flatMap(({ heading, fields }) => [
			...(heading ? [new Paragraph({ heading: HeadingLevel.HEADING_3, text: heading })] : []),
			...fieldsOf(fields),
		]),
		...(signatures
			? [
					new Paragraph({
						heading: HeadingLevel.HEADING_3,
						text: "Completed and signed off",
					}),
					tableOf(signatures),
				]
			: []),
	];
};

/** Short answers beside their labels, as one table for as long as they follow one another. */
function fieldsOf(fields: FormField[]): (Paragraph | Table)[] {
	const blocks: (Paragraph | Table)[] = [];
	let short: { label: string; value: string | undefined }[] = [];
	const endShort = () => {
		if (short.length > 0) blocks.push(labelledRows(short));
		short = [];
	};
	for (const field of fields) {
		if (!("table" in field) && !isWide(field)) {
			short.push(field);
			continue;
		}
		endShort();
		blocks.push(
			new Paragraph({
				keepNext: true,
				spacing: { before: 180, after: 50 },
				children: [label(field.label)],
			}),
			...("table" in field && field.table.rows.length > 0
				? [tableOf(field.table)]
				: answer("table" in field ? undefined : field.value)),
		);
	}
	endShort();
	return blocks;
}

const label = (text: string) => new TextRun({ text, bold: true });

const answer = (value: string | undefined) =>
	paragraphsOf(value)?.map((text) => new Paragraph({ text, spacing: { after: 100 } })) ?? [
		new Paragraph({
			children: [new TextRun({ text: notYetAnswered, color: grey, italics: true })],
		}),
	];

const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" };
const hairline = { style: BorderStyle.SINGLE, size: 4, color: line };
const cellMargins = { top: 60, bottom: 20, left: 90, right: 90 };
const between = {
	top: hairline,
	bottom: hairline,
	left: noBorder,
	right: noBorder,
	insideHorizontal: hairline,
	insideVertical: noBorder,
};

const labelledRows = (fields: { label: string; value?: string | undefined }[]) =>
	new Table({
		layout: TableLayoutType.FIXED,
		width: { size: across, type: WidthType.DXA },
		columnWidths: [labelWidth, across - labelWidth],
		borders: between,
		margins: { ...cellMargins, left: 0 },
		rows: fields.map(
			(field) =>
				new TableRow({
					cantSplit: true,
					children: [
						new TableCell({
							children: [new Paragraph({ children: [label(field.label)] })],
						}),
						new TableCell({ children: answer(field.value) }),
					],
				}),
		),
	});

export function tableOf(table: FormTable): Table {
	const columnWidths = columnShares(table).map((share) => Math.round(share * across));
	const cell = (text: string, bold: boolean) =>
		new TableCell({
			...(bold ? { shading: { type: ShadingType.CLEAR, fill: tint } } : {}),
			children: (paragraphsOf(text) ?? [""]).map(
				(paragraph) =>
					new Paragraph({
						keepNext: bold,
						children: [new TextRun({ text: paragraph, size: 18, bold })],
					}),
			),
		});
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: across, type: WidthType.DXA },
		columnWidths,
		borders: between,
		margins: cellMargins,
		rows: [
			new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: table.columns.map((column) => cell(column, true)),
			}),
			...table.rows.map(
				(row) =>
					new TableRow({
						cantSplit: true,
						children: table.columns.map((_, index) => cell(row[index] ?? "", false)),
					}),
			),
		],
	});
}
