import type { Readable } from "node:stream";
import { strToU8 } from "fflate";
import { sayDate } from "../domain/calendar/day-in-words.ts";
import { heading, type Paper, paragraph } from "../domain/paper.ts";
import { escaped, pageOnFile as page } from "./html.ts";
import { paperToPdf } from "./paper-files.ts";
import { type FileInZip, zipOf } from "./zip.ts";

/** What somebody is given who asked what is held about them. Everything in it was looked at. */
export type SubjectAccessPack = {
	partnership: string;
	/** Of whom it is. */
	about: string;
	number: number;
	/** ISO days. */
	receivedOn: string;
	madeOn: string;
	/** A difference, or what the directory has, each with its parts in order. */
	records: {
		title: string;
		/** Of its files in the pack, such as `HV-7K4PN`. */
		name: string;
		parts: {
			title: string;
			about: string;
			on: string | null;
			/** Null for what is withheld. */
			text: string | null;
			ground: string | null;
			file: { name: string; content: AsyncIterable<Uint8Array> } | null;
		}[];
	}[];
};

/** Everything in one zip: an index, each record as a page and as a PDF, its files, and what was withheld and why. */
export const subjectAccessPack = (
	pack: SubjectAccessPack,
	told: (done: number, whole: number) => Promise<void> = async () => {},
): { name: string; type: string; content: Readable } => ({
	name: `subject-access-${pack.number}.zip`,
	type: "application/zip",
	content: zipOf(pack.madeOn, filesOf(pack, told)),
});

async function* filesOf(
	pack: SubjectAccessPack,
	told: (done: number, whole: number) => Promise<void>,
): AsyncGenerator<FileInZip> {
	yield { name: "index.html", content: strToU8(indexPage(pack)) };
	yield { name: "withheld.html", content: strToU8(withheldPage(pack)) };
	for (const [nth, record] of pack.records.entries()) {
		await told(nth, pack.records.length);
		yield { name: `${record.name}.html`, content: strToU8(recordPage(pack, record)) };
		yield { name: `${record.name}.pdf`, content: await paperToPdf(recordOnPaper(pack, record)) };
		for (const { file } of record.parts)
			if (file) yield { name: `${record.name}/${file.name}`, content: file.content };
	}
}

type Entry = SubjectAccessPack["records"][number];

const indexPage = (pack: SubjectAccessPack): string =>
	page(
		`What ${pack.partnership} holds about ${pack.about}`,
		[
			`<p>You asked on ${sayDate(pack.receivedOn)}. This is the answer of ${sayDate(pack.madeOn)} to request ${pack.number}.</p>`,
			"<ul>",
			...pack.records.map(
				({ title, name }) =>
					`<li><a href="${escaped(name)}.html">${escaped(title)}</a> (<a href="${escaped(name)}.pdf">${escaped(title)} as PDF</a>)</li>`,
			),
			'<li><a href="withheld.html">What is not in it, and why</a></li>',
			"</ul>",
			"<p>It holds personal information. Keep it where others do not find it.</p>",
			"<p>If you think that something is missing or wrong, write to the partnership. You can also complain to the Information Commissioner’s Office: ico.org.uk, telephone 0303 123 1113.</p>",
		].join("\n"),
	);

const recordPage = (pack: SubjectAccessPack, record: Entry): string =>
	page(
		record.title,
		[
			'<p><a href="index.html">Everything that you were given</a></p>',
			...record.parts.map(({ title, about, on, text, ground, file }) =>
				[
					`<h2>${escaped(title)}</h2>`,
					`<p class="quiet">${escaped(about)}${on === null ? "" : `, ${sayDate(on)}`}</p>`,
					text === null
						? `<p><strong>Withheld.</strong> ${escaped(ground ?? "")}</p>`
						: file
							? `<p><a href="${encodeURI(`${record.name}/${file.name}`)}">${escaped(text)}</a></p>`
							: `<p class="typed">${escaped(text)}</p>`,
					...(text !== null && ground
						? [`<p class="quiet">Part of it was taken out. ${escaped(ground)}</p>`]
						: []),
				].join("\n"),
			),
			`<p class="quiet">${escaped(pack.partnership)}</p>`,
		].join("\n"),
	);

function withheldPage(pack: SubjectAccessPack): string {
	const rows = pack.records.flatMap(({ title: of, parts }) =>
		parts.flatMap(({ title, text, ground }) =>
			ground === null
				? []
				: [{ of, title, is: text === null ? "Withheld" : "Given in part", ground }],
		),
	);
	return page(
		"What is not in it, and why",
		rows.length === 0
			? "<p>Nothing was withheld.</p>"
			: [
					"<ul>",
					...rows.map(
						({ of, title, is, ground }) =>
							`<li>${escaped(of)}, ${escaped(title)}: ${is.toLowerCase()}. ${escaped(ground)}</li>`,
					),
					"</ul>",
				].join("\n"),
	);
}

const recordOnPaper = (pack: SubjectAccessPack, record: Entry): Paper => ({
	title: record.title,
	from: pack.partnership,
	day: pack.madeOn,
	look: "form",
	head: [pack.partnership, record.title],
	foot: [`Subject access request ${pack.number}`],
	blocks: [
		heading(1, record.title),
		...record.parts.flatMap(({ title, about, on, text, ground }) => [
			heading(2, title),
			paragraph(`${about}${on === null ? "" : `, ${sayDate(on)}`}`, "quiet"),
			paragraph(text ?? `Withheld. ${ground ?? ""}`),
			...(text !== null && ground
				? [paragraph(`Part of it was taken out. ${ground}`, "quiet")]
				: []),
		]),
	],
});
