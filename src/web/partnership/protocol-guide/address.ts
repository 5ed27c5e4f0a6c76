/** Where the protocol in force is read. */
export const protocolPath = "/protocol";

/** The same as a file to keep, print or send. */
export const protocolFilePath = (file: "guide.pdf" | "guide.docx" | "drawing.svg"): string =>
	`${protocolPath}/${file}`;
