import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseFault } from "./database-fault.ts";

/**
 * Holds a data directory for this process until it ends, however it ends: the system closes what a dead
 * process listened on, which no file with a process number in it would tell.
 *
 * @param directory its real path
 * @returns lets go of it
 * @throws DatabaseFault when another process holds it
 */
export async function holdDirectory(directory: string): Promise<() => Promise<void>> {
	const place = listeningPlace(directory);
	const server = await listen(place);
	if (server) return letGo(server);

	const holder = await whoHolds(place);
	if (holder !== undefined)
		throw new DatabaseFault(
			`Concord is already running on ${directory} (process ${holder}). Stop it, or set CONCORD_DATA to another directory.`,
		);
	// Left behind by a process that was killed, where the system keeps such files.
	rmSync(place, { force: true });
	const again = await listen(place);
	if (!again)
		throw new DatabaseFault(
			`Concord is already starting on ${directory}. Stop it, or set CONCORD_DATA to another directory.`,
		);
	return letGo(again);
}

/** A name in the system's own list where there is one (a leading zero byte on Linux), else a file. */
function listeningPlace(directory: string): string {
	const name = `concord-${createHash("sha256").update(directory).digest("hex").slice(0, 32)}`;
	if (process.platform === "linux") return `\0${name}`;
	if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
	return join(tmpdir(), name);
}

/** Undefined when the place is taken. */
function listen(place: string): Promise<Server | undefined> {
	const server = createServer((asked) => {
		asked.on("error", () => asked.destroy());
		asked.end(String(process.pid));
	});
	// It keeps nothing alive by itself.
	server.unref();
	return new Promise((resolve, reject) => {
		server.once("error", (problem: NodeJS.ErrnoException) =>
			problem.code === "EADDRINUSE" ? resolve(undefined) : reject(problem),
		);
		server.listen(place, () => resolve(server));
	});
}

/** The process that listens; undefined when nobody answers. */
function whoHolds(place: string): Promise<string | undefined> {
	return new Promise((resolve) => {
		let said = "";
		connect(place)
			.setEncoding("utf8")
			.on("data", (text) => {
				said += text;
			})
			.on("error", () => resolve(undefined))
			.on("end", () => resolve(said));
	});
}

const letGo = (server: Server) => () =>
	new Promise<void>((resolve) => server.close(() => resolve()));
