import type { App } from "../actions/app.ts";
import { checkFilesThatWait, deleteBrokenOff } from "../actions/check-files.ts";

/** Every minute: files that came while the virus scanner was away. */
export const checkFiles = (app: App): Promise<void> => checkFilesThatWait(app);

/** Once a night: what never arrived as a whole leaves the database. */
export const clearFiles = (app: App): Promise<void> => deleteBrokenOff(app);
