import type { Readable } from "node:stream";
import { strToU8 } from "fflate";
import type { Language } from "../domain/language.ts";
import { heading, type Paper, paragraph } from "../domain/paper.ts";
import { sayText as say, sayDate } from "../language/say.ts";
import { speakingAll, speakingNow } from "../language/speaking.ts";
import { escaped, linkTo, pageOnFile as page, written } from "./html.ts";
import { paperToPdf } from "./paper-files.ts";
import { type FileInZip, zipOf } from "./zip.ts";

/** What somebody is given who asked what is held about them. Everything in it was looked at. */
export type SubjectAccessPack = {
	partnership: string;
	/** In which Concord speaks in it, as whoever makes it chose. What people wrote is as they wrote it. */
	language: Language;
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
	content: zipOf(
		pack.madeOn,
		speakingAll({ language: pack.language, marks: true }, filesOf(pack, told)),
	),
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

const inParagraph = (text: string): string => `<p>${written(text)}</p>`;

const indexPage = (pack: SubjectAccessPack): string =>
	page(
		say`What ${pack.partnership} holds about ${pack.about}`,
		[
			inParagraph(
				say`You asked on ${sayDate(pack.receivedOn)}. This is the answer of ${sayDate(pack.madeOn)} to request ${pack.number}.`,
			),
			"<ul>",
			...pack.records.map(
				({ title, name }) =>
					`<li>${linkTo(`${name}.html`, title)} (${linkTo(`${name}.pdf`, say`${title} as PDF`)})</li>`,
			),
			`<li>${linkTo("withheld.html", say`What is not in it, and why`)}</li>`,
			"</ul>",
			inParagraph(say`It holds personal information. Keep it where others do not find it.`),
			inParagraph(
				say`If you think that something is missing or wrong, write to the partnership. You can also complain to the Information Commissioner’s Office: ico.org.uk, telephone 0303 123 1113.`,
			),
		].join("\n"),
	);

/** In which act it stands, and on which day. */
const aboutAt = (about: string, on: string | null): string =>
	on === null ? about : `${about}, ${sayDate(on)}`;

const recordPage = (pack: SubjectAccessPack, record: Entry): string =>
	page(
		record.title,
		[
			`<p>${linkTo("index.html", say`Everything that you were given`)}</p>`,
			...record.parts.map(({ title, about, on, text, ground, file }) =>
				[
					`<h2>${written(title)}</h2>`,
					`<p class="quiet">${written(aboutAt(about, on))}</p>`,
					text === null
						? `<p><strong>${written(say`Withheld.`)}</strong> ${written(ground ?? "")}</p>`
						: file
							? `<p>${linkTo(`${record.name}/${file.name}`, text)}</p>`
							: `<p class="typed">${written(text)}</p>`,
					...(text !== null && ground
						? [`<p class="quiet">${written(say`Part of it was taken out. ${ground}`)}</p>`]
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
				: [
						text === null
							? say`${of}, ${title}: withheld. ${ground}`
							: say`${of}, ${title}: given in part. ${ground}`,
					],
		),
	);
	return page(
		say`What is not in it, and why`,
		rows.length === 0
			? inParagraph(say`Nothing was withheld.`)
			: ["<ul>", ...rows.map((row) => `<li>${written(row)}</li>`), "</ul>"].join("\n"),
	);
}

const recordOnPaper = (pack: SubjectAccessPack, record: Entry): Paper => ({
	title: record.title,
	from: pack.partnership,
	day: pack.madeOn,
	language: speakingNow().language,
	look: "form",
	head: [pack.partnership, record.title],
	foot: [say`Subject access request ${pack.number}`],
	blocks: [
		heading(1, record.title),
		...record.parts.flatMap(({ title, about, on, text, ground }) => [
			heading(2, title),
			paragraph(aboutAt(about, on), "quiet"),
			paragraph(text ?? `${say`Withheld.`} ${ground ?? ""}`),
			...(text !== null && ground
				? [paragraph(say`Part of it was taken out. ${ground}`, "quiet")]
				: []),
		]),
	],
});
