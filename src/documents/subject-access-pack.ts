import { Readable } from "node:stream";
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { sayDate } from "../domain/calendar/day-in-words.ts";
import { heading, type Paper, paragraph } from "../domain/paper.ts";
import { paperToPdf } from "./pdf.ts";

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
	content: Readable.from(zipped(pack, told)),
});

async function* zipped(
	pack: SubjectAccessPack,
	told: (done: number, whole: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
	const { year, month, day } = Temporal.PlainDate.from(pack.madeOn);
	let packed: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		packed.push(chunk);
	});
	const add = (name: string, content: Uint8Array) => {
		const entry = name.endsWith(".html") ? new ZipDeflate(name) : new ZipPassThrough(name);
		entry.mtime = new Date(year, month - 1, day);
		zip.add(entry);
		entry.push(content, true);
	};
	add("index.html", strToU8(indexPage(pack)));
	add("withheld.html", strToU8(withheldPage(pack)));
	for (const [nth, record] of pack.records.entries()) {
		await told(nth, pack.records.length);
		add(`${record.name}.html`, strToU8(recordPage(pack, record)));
		add(`${record.name}.pdf`, await paperToPdf(recordOnPaper(pack, record)));
		yield* packed;
		packed = [];
		for (const { file } of record.parts) {
			if (!file) continue;
			const pieces: Uint8Array[] = [];
			for await (const piece of file.content) pieces.push(piece);
			add(`${record.name}/${file.name}`, Buffer.concat(pieces));
			yield* packed;
			packed = [];
		}
	}
	zip.end();
	yield* packed;
}

type Entry = SubjectAccessPack["records"][number];

const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 1.1rem/1.5 Arial, sans-serif; color: #0b0c0c; max-width: 45rem; margin: 2rem auto; padding: 0 1rem }
a { color: #1d70b8 }
h2 { margin-top: 2.5rem; border-top: 1px solid #b1b4b6; padding-top: 1rem }
p { white-space: pre-wrap; overflow-wrap: anywhere }
.quiet { color: #505a5f }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;

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
							: `<p>${escaped(text)}</p>`,
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
