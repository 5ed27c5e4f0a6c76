import { spawn } from "node:child_process";
import { type Postmaster, stopCommand } from "./postmaster.ts";

/**
 * Starts a small process that holds the end of a pipe from this one. The pipe ends when this process does,
 * however it went; then the database is stopped. Without it a killed Concord would leave its database running.
 *
 * @returns sends it away
 */
export function watch(postmaster: Postmaster): () => void {
	const stop = stopCommand(postmaster);
	const [program, ...args] =
		process.platform === "win32"
			? [process.execPath, "-e", stopAtEndOfInput, ...stop]
			: ["/bin/sh", "-c", 'while read -r _; do :; done; exec "$0" "$@"', ...stop];
	const watchdog = spawn(program ?? "", args, {
		...postmaster.runAs,
		cwd: "/",
		// In a group of its own, so that Ctrl-C in the terminal does not end it.
		detached: true,
		windowsHide: true,
		stdio: ["pipe", "ignore", "ignore"],
	});
	watchdog.unref();
	return () => watchdog.kill("SIGKILL");
}

/** There is no shell on Windows that waits for the end of its input. */
const stopAtEndOfInput = `
const [program, ...args] = process.argv.slice(1);
process.stdin.resume().on("end", () =>
	require("node:child_process").spawnSync(program, args, { stdio: "ignore" }),
);`;
