/** What Word and Excel call a language. */
export const wordsLanguage = { en: "en-GB", cy: "cy-GB" } as const;

/**
 * The document's properties with the day the copy was produced as its date. The library would
 * write the wall clock, and the same document would give a different file every time.
 */
export const coreProperties = ({
	title,
	author,
	day,
	language,
}: {
	title: string;
	author: string;
	/** ISO day. */
	day: string;
	/** Such as en-GB. */
	language: string;
}) => ({
	path: "docProps/core.xml",
	data: `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:modified></cp:coreProperties>`,
});

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * Dates every entry of a zip file to the start of `day`, in place.
 *
 * @see APPNOTE.TXT 4.3 (the headers), 4.4.6 (the date, counted from 1980)
 */
export function dateZipEntries(zip: Buffer, day: string): Buffer {
	const { year, month, day: dayOfMonth } = Temporal.PlainDate.from(day);
	const stamp = ((year - 1980) << 25) | (month << 21) | (dayOfMonth << 16);
	const end = zip.lastIndexOf("PK\u0005\u0006");
	let entry = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
		zip.writeUInt32LE(stamp, entry + 12);
		zip.writeUInt32LE(stamp, zip.readUInt32LE(entry + 42) + 10);
		entry +=
			46 +
			zip.readUInt16LE(entry + 28) +
			zip.readUInt16LE(entry + 30) +
			zip.readUInt16LE(entry + 32);
	}
	return zip;
}
