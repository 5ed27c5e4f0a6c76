import type { App } from "../actions/app.ts";
import { saveJobRun } from "../store/running.ts";

/** Runs a job that goes by the clock, and notes when it ended and how: whoever watches sees when it last did. */
export async function noteRun(app: App, name: string, run: () => Promise<void>): Promise<void> {
	const note = (ended: "done" | "failed") =>
		saveJobRun(app.db, name, ended, app.clock().toString());
	try {
		await run();
	} catch (problem) {
		// Where the database is away this is not noted either; what failed is what is told.
		await note("failed").catch(() => {});
		throw problem;
	}
	await note("done");
}
