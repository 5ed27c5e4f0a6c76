import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../src/project-root.ts";

/** The built product, running as people start it. */
export type Product = {
	address: string;
	process: ChildProcess;
	/** Everything it has printed. */
	printed: () => string;
	/** Sends a signal and waits until it has ended. @returns its exit code, or the signal that ended it */
	end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals>;
};

/** A directory for its data, empty; `remove` it afterwards. */
export function dataDirectory(): { path: string; remove: () => void } {
	const path = mkdtempSync(join(tmpdir(), "concord-start-"));
	// Run by root, the database runs as somebody else, who must get in.
	chmodSync(path, 0o711);
	return {
		path,
		remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
	};
}

/** A port that nobody uses. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as { port: number };
	server.close();
	await once(server, "close");
	return port;
}

// What is started is what the sources say now, also when no npm script has built it.
execFileSync(process.execPath, [join(projectRoot, "tools/build.ts"), "--if-stale"]);
const command = [join(projectRoot, "dist/main.js")];

/** Starts the product and waits until it says where it is. @throws Error with what it printed when it ends instead */
export async function startProduct(settings: Record<string, string>): Promise<Product> {
	const child = spawn(process.execPath, command, {
		env: { PATH: process.env.PATH, ...settings },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let printed = "";
	const address = await new Promise<string>((resolve, reject) => {
		const read = (text: Buffer) => {
			printed += text;
			const found = /Concord is at (\S+)/.exec(printed)?.[1];
			if (found) resolve(found);
		};
		child.stdout.on("data", read);
		child.stderr.on("data", read);
		child.once("exit", (code) => reject(new Error(`Ended with ${code}: ${printed}`)));
	});
	return {
		address,
		process: child,
		printed: () => printed,
		end: async (signal) => {
			const ended = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
			child.kill(signal);
			const [code, by] = await ended;
			return code ?? by ?? 0;
		},
	};
}

/** Runs the product with settings that it must refuse. @returns its exit code and what it said */
export function refusedStart(settings: Record<string, string>): {
	code: number | null;
	said: string;
} {
	const { status, stderr } = spawnSync(process.execPath, command, {
		env: { PATH: process.env.PATH, ...settings },
		encoding: "utf8",
		timeout: 600_000,
	});
	return { code: status, said: stderr };
}

/** The process of the database that runs on a data directory. */
export const postmasterOf = (directory: string): number =>
	Number.parseInt(readFileSync(join(directory, "postgres/postmaster.pid"), "utf8"), 10);

/** Waits until nothing runs the database of a data directory any more. */
export async function untilDatabaseStopped(directory: string): Promise<void> {
	for (;;) {
		try {
			readFileSync(join(directory, "postgres", "postmaster.pid"));
		} catch {
			return;
		}
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
