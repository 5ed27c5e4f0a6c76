/** An evidence pack as one zip: pages that need nothing but a browser, the same as PDF/A, files, receipts, and sums of all. */
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { strToU8 } from "fflate";
import { audiences } from "../../domain/evidence/audience.ts";
import type { Paper } from "../../domain/paper.ts";
import { sayText as say } from "../../language/say.ts";
import { speakingAll } from "../../language/speaking.ts";
import { linkTo, pageOnFile, paperAsHtml, written } from "../html.ts";
import { paperToPdf } from "../paper-files.ts";
import { type FileInZip, zipOf } from "../zip.ts";
import type { EvidenceDifference, EvidencePack } from "./evidence.ts";
import {
	allLearning,
	allPeople,
	allTakenOut,
	allTimeliness,
	differenceOnPaper,
	handling,
	headings,
	indexOnPaper,
	integrityOnPaper,
	type Summary,
} from "./on-paper.ts";

/**
 * @param told how many differences of how many are in it
 * @returns a file that is written while it is read: an error while a difference is read destroys it
 */
export const evidencePack = (
	pack: EvidencePack,
	told: (done: number, whole: number) => Promise<void> = async () => {},
): { name: string; type: string; content: Readable } => ({
	name: `evidence-pack-${pack.number}.zip`,
	type: "application/zip",
	content: zipOf(
		pack.madeOn,
		speakingAll({ language: pack.language, marks: true }, filesOf(pack, told)),
	),
});

async function* filesOf(
	pack: EvidencePack,
	told: (done: number, whole: number) => Promise<void>,
): AsyncGenerator<FileInZip> {
	const sums: string[] = [];
	const summed = (name: string, content: FileInZip["content"]): FileInZip => {
		if (content instanceof Uint8Array) {
			sums.push(`${createHash("sha256").update(content).digest("hex")}  ${name}`);
			return { name, content };
		}
		return { name, content: counted(name, content) };
	};
	async function* counted(name: string, content: AsyncIterable<Uint8Array>) {
		const hash = createHash("sha256");
		for await (const piece of content) {
			hash.update(piece);
			yield piece;
		}
		sums.push(`${hash.digest("hex")}  ${name}`);
	}
	const summaries: Summary[] = [];
	await told(0, pack.count);
	for await (const of of pack.differences) {
		const paper = differenceOnPaper(pack, of);
		const { reference } = of;
		const files = of.files.map(({ name, called }) => ({
			path: `files/${reference}/${name}`,
			called,
		}));
		yield summed(`differences/${reference}.html`, differencePage(pack, of, paper));
		yield summed(`differences/${reference}.pdf`, await paperToPdf(paper, { isForArchive: true }));
		for (const { name, content } of of.files) yield summed(`files/${reference}/${name}`, content);
		for (const { name, text } of of.receipts)
			yield summed(`receipts/${reference}/${name}`, strToU8(text));
		summaries.push({
			reference,
			between: of.between,
			stands: of.stands,
			raisedOn: of.raisedOn,
			timeliness: of.timeliness,
			people: of.people,
			learning: of.learning,
			takenOut: of.takenOut,
			files,
			end: of.end,
		});
		await told(summaries.length, pack.count);
	}
	const parts: [name: string, paper: Paper][] = [
		["timeliness", allTimeliness(pack, summaries)],
		["who-took-part", allPeople(pack, summaries)],
		...(audiences[pack.audience].learning
			? [["learning", allLearning(pack, summaries)] as [string, Paper]]
			: []),
		["taken-out", allTakenOut(pack, summaries)],
		["integrity", integrityOnPaper(pack, summaries)],
	];
	for (const [name, paper] of parts) {
		yield summed(`${name}.html`, partPage(pack, name, paper));
		yield summed(`${name}.pdf`, await paperToPdf(paper, { isForArchive: true }));
	}
	const index = indexOnPaper(pack, summaries);
	yield summed("index.html", indexPage(pack, index, summaries, parts));
	yield summed("index.pdf", await paperToPdf(index, { isForArchive: true }));
	yield { name: "SHA256SUMS", content: strToU8(`${sums.join("\n")}\n`) };
}

const footOf = (pack: EvidencePack): string =>
	`${written(handling())}<br>${written(say`${pack.partnership}, evidence pack ${pack.number}`)}`;

const partPage = (pack: EvidencePack, name: string, paper: Paper): Uint8Array =>
	strToU8(
		pageOnFile(
			paper.title,
			`<p>${linkTo(`${name}.pdf`, say`${paper.title} as PDF`)}</p>\n${paperAsHtml(paper)}`,
			{ above: linkTo("index.html", say`Evidence pack ${pack.number}`), foot: footOf(pack) },
		),
	);

function differencePage(pack: EvidencePack, of: EvidenceDifference, paper: Paper): Uint8Array {
	const { reference } = of;
	const link = (to: string, text: string) =>
		`<a href="../${linkTo(to, text).slice('<a href="'.length)}`;
	const list = (title: string, links: string[]) =>
		links.length === 0
			? ""
			: `<h2>${written(title)}</h2>\n<ul>${links.map((each) => `<li>${each}</li>`).join("")}</ul>`;
	return strToU8(
		pageOnFile(
			reference,
			[
				`<p>${link(`differences/${reference}.pdf`, say`${reference} as PDF`)}</p>`,
				paperAsHtml(paper),
				list(
					say`Files`,
					of.files.map(({ name, called }) => link(`files/${reference}/${name}`, called)),
				),
				list(
					say`Receipts`,
					of.receipts.map(({ name, what }) =>
						link(`receipts/${reference}/${name}`, `${what} (${name})`),
					),
				),
			]
				.filter(Boolean)
				.join("\n"),
			{ above: link("index.html", say`Evidence pack ${pack.number}`), foot: footOf(pack) },
		),
	);
}

function indexPage(
	pack: EvidencePack,
	paper: Paper,
	all: readonly Summary[],
	parts: readonly [name: string, paper: Paper][],
): Uint8Array {
	const item = (page: string, pdf: string, text: string) =>
		`<li>${linkTo(page, text)} (${linkTo(pdf, say`${text} as PDF`)})</li>`;
	const files = all.flatMap(({ reference, files: of }) =>
		of.map(({ path, called }) => `<li>${linkTo(path, `${reference}: ${called}`)}</li>`),
	);
	return strToU8(
		pageOnFile(
			paper.title,
			[
				paperAsHtml(paper),
				`<h2>${written(say`Read a difference`)}</h2>`,
				`<p>${written(say`Each has its chronology, forms, decisions, dates and who took part.`)}</p>`,
				`<ul>${all.map(({ reference }) => item(`differences/${reference}.html`, `differences/${reference}.pdf`, reference)).join("")}</ul>`,
				`<h2>${written(say`Of all of them`)}</h2>`,
				`<ul>${parts.map(([name, { title }]) => item(`${name}.html`, `${name}.pdf`, title)).join("")}</ul>`,
				...(files.length > 0
					? [`<h2>${written(say`Files that were sent`)}</h2>`, `<ul>${files.join("")}</ul>`]
					: []),
				`<ul>${[
					linkTo("index.pdf", say`This page as PDF`),
					linkTo("SHA256SUMS", say`Sums of all files, to check that none was altered`),
					linkTo("integrity.html", headings().integrity),
				]
					.map((link) => `<li>${link}</li>`)
					.join("")}</ul>`,
				`<p class="quiet">${written(say`The PDF files are made as PDF/A-2b, for keeping.`)}</p>`,
			].join("\n"),
			{ foot: footOf(pack) },
		),
	);
}
