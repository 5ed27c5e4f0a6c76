import type { App } from "../actions/app.ts";
import { checkFilesThatWait, deleteBrokenOff } from "../actions/check-files.ts";
import { checkOldLogsThatWait } from "../actions/old-log.ts";
import { oneByOne } from "../actions/one-by-one.ts";

/** Every minute: files that came while the virus scanner was away. */
export async function checkFiles(app: App): Promise<void> {
	const failures = await oneByOne([checkFilesThatWait, checkOldLogsThatWait], (check) =>
		check(app),
	);
	if (failures.length > 0) throw failures[0];
}

/** Once a night: what never arrived as a whole leaves the database. */
export const clearFiles = (app: App): Promise<void> => deleteBrokenOff(app);
