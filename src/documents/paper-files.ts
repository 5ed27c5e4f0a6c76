/**
 * A paper as a file to keep, print or work on. What draws it is read when the first one is drawn: it is a third of what a
 * start would read, and Concord starts faster and smaller without it.
 */
import type { Paper } from "../domain/paper.ts";

/** @see paperToDocx in docx.ts */
export const paperToDocx = async (paper: Paper): Promise<Buffer> =>
	(await import("./docx.ts")).paperToDocx(paper);

/** @see paperToPdf in pdf.ts */
export const paperToPdf = async (
	...paper: Parameters<typeof import("./pdf.ts").paperToPdf>
): Promise<Buffer> => (await import("./pdf.ts")).paperToPdf(...paper);
