import { sayAny, sayNumber } from "./english.ts";
import { Refusal } from "./refusal.ts";
import { said } from "./said.ts";

/** What a file may be, by its content. The first of its endings is added to a name that has none of them. */
export const fileTypes = {
	pdf: { called: "PDF", mime: "application/pdf", endings: ["pdf"] },
	docx: {
		called: "Word (.docx)",
		mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		endings: ["docx"],
	},
	xlsx: {
		called: "Excel (.xlsx)",
		mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		endings: ["xlsx"],
	},
	odt: {
		called: "OpenDocument text (.odt)",
		mime: "application/vnd.oasis.opendocument.text",
		endings: ["odt"],
	},
	jpeg: { called: "JPEG", mime: "image/jpeg", endings: ["jpg", "jpeg"] },
	png: { called: "PNG", mime: "image/png", endings: ["png"] },
	txt: { called: "plain text", mime: "text/plain; charset=utf-8", endings: ["txt"] },
	eml: { called: "e-mail saved as .eml", mime: "message/rfc822", endings: ["eml"] },
	msg: { called: ".msg", mime: "application/vnd.ms-outlook", endings: ["msg"] },
} as const;

export type FileType = keyof typeof fileTypes;

/** "PDF, Word (.docx), … e-mail saved as .eml or .msg" */
export const typesTaken: string = sayAny(Object.values(fileTypes).map(({ called }) => called));

/** A file that was sent with an act, as the record keeps it: its bytes are elsewhere, and these say which they were. */
export type AttachedFile = {
	id: string;
	/** As whoever sent it called it: it may tell as much as the file. */
	name: string;
	type: FileType;
	/** In bytes, as it is kept. */
	size: number;
	/** Of the bytes that are kept, in hexadecimal. */
	sha256: string;
};

/** How much may be sent with one act. */
export type FileLimits = {
	/** Of one file, in megabytes of 1,048,576 bytes. */
	megabytes: number;
	/** Files with one act. */
	perAct: number;
};

/**
 * What the virus scanner said: nothing yet, that it found nothing, or that it found something. What was found
 * is never opened again, and what waits only where whoever runs Concord has said that files are not checked.
 */
export type FileState = "waiting" | "clean" | "infected";

/** How files are checked here: by a scanner, by none because whoever runs Concord said so, or by none so far. */
export type Scanning = "scanner" | "none" | "not-set-up";

/** Whether those who may read what a file was sent with may open it now. */
export const isOpenable = (state: FileState, scanning: Scanning): boolean =>
	state === "clean" || (state === "waiting" && scanning === "none");

/** What somebody who sees a file listed is told of it; nothing where it was checked and is clean. */
export function sayFileState(state: FileState, scanning: Scanning): string | undefined {
	if (state === "clean") return undefined;
	if (state === "infected") return "A virus was found in this file. Nobody can open it.";
	switch (scanning) {
		case "scanner":
			return "This file is being checked for viruses. It can be opened once that is done.";
		case "none":
			return "This file has not been checked for viruses.";
		case "not-set-up":
			return "This file has not been checked for viruses, because no virus scanner is set up. Until it has been, nobody can open it.";
	}
}

/** "640 KB", "1.2 MB"; never 0. @param size in bytes */
export function sayFileSize(size: number): string {
	const kilobytes = Math.max(1, Math.round(size / 1024));
	if (kilobytes < 1024) return `${kilobytes} KB`;
	return `${sayNumber(Math.round((size / 1024 / 1024) * 10) / 10)} MB`;
}

const longestName = 150;

/**
 * A name as it is kept and shown: without folders, without letters that nobody sees or that turn the others round,
 * and with an ending that says truly what the file is, so that no program takes it for something else.
 */
export function nameOfFile(given: string, type: FileType): string {
	const { endings } = fileTypes[type];
	const name = shownName(given);
	const hasEnding = endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
	return hasEnding && name.includes(".", 1) ? name : `${name}.${endings[0]}`;
}

/** A name as it may be shown of a file that is not taken. */
export function shownName(given: string): string {
	const name = (given.toWellFormed().split(/[\\/]/).at(-1) ?? "")
		.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
		.trim();
	const letters = [...name];
	if (letters.length === 0) return "File";
	return letters.length <= longestName
		? name
		: `${letters.slice(0, longestName - 20).join("")}…${letters.slice(-19).join("")}`;
}

/**
 * Whether these files may be sent with an act. Several people may add to one draft, and nobody sends under their name what
 * they do not know of.
 *
 * @param seen those that stood on the page which was sent, by their identifiers; left out by what has no page
 * @throws Refusal 'files-changed' | 'too-many-files' | 'virus-found'
 */
export function checkFiles(
	files: readonly { id: string; name: string; state: FileState; addedBy: { name: string } }[],
	{ perAct }: Pick<FileLimits, "perAct">,
	seen?: readonly string[],
): void {
	const unseen = seen && files.find(({ id }) => !seen.includes(id));
	if (unseen)
		throw filesChanged(`${unseen.addedBy.name} added “${unseen.name}” after you opened this page.`);
	if (seen?.some((id) => files.every((file) => file.id !== id)))
		throw filesChanged("A file was taken away from here after you opened this page.");
	const infected = files.find(({ state }) => state === "infected");
	if (infected)
		throw new Refusal(
			"virus-found",
			said`A virus was found in “${infected.name}”. Remove it, then send this again.`,
		);
	if (files.length > perAct) throw tooManyFiles(perAct);
}

const filesChanged = (how: string): Refusal =>
	new Refusal("files-changed", said`${how} Check the files, then send this again.`);

/** Said of one file more than may be sent at once. */
export const tooManyFiles = (perAct: number): Refusal =>
	new Refusal(
		"too-many-files",
		perAct === 1
			? said`You can send 1 file at a time.`
			: said`You can send ${perAct} files at a time.`,
	);
