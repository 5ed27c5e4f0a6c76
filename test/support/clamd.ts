/**
 * Virus scanners for tests: one that speaks clamd's protocol in this process, and Debian's own, started with a small
 * signature of ours. Both find a virus where `virus` stands.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Harmless: only the signature below makes it a virus. */
export const virus = "concord-test-virus-7c41e0";

export type TestScanner = {
	/** The socket that it listens on. */
	path: string;
	/** How it answers from now on; as a scanner does when left out. */
	behave: (how?: Misbehaviour) => void;
	stop: () => Promise<void>;
};

type Misbehaviour = "says nothing" | "hangs up" | "cannot" | "talks nonsense";

/** Speaks clamd's protocol: four bytes of size and so many bytes, again and again, until a size of none. */
export async function fakeClamd(): Promise<TestScanner> {
	const directory = mkdtempSync(join(tmpdir(), "concord-fake-clamd-"));
	const path = join(directory, "clamd.ctl");
	let how: Misbehaviour | undefined;
	const open = new Set<Socket>();
	const server = createServer((socket) => {
		open.add(socket);
		socket.on("close", () => open.delete(socket));
		socket.on("error", () => {});
		let come = Buffer.alloc(0);
		socket.on("data", (bytes: Buffer) => {
			if (how === "hangs up") return void socket.destroy();
			if (how === "says nothing") return;
			if (how === "cannot") return void socket.end("INSTREAM size limit exceeded. ERROR\0");
			if (how === "talks nonsense") return void socket.end("HTTP/1.1 400 OK\r\n");
			come = Buffer.concat([come, bytes]);
			const content = contentOf(come);
			if (content)
				socket.end(
					content.includes(virus) ? "stream: Concord.Test.UNOFFICIAL FOUND\0" : "stream: OK\0",
				);
		});
	});
	await new Promise<void>((resolve) => server.listen(path, resolve));
	return {
		path,
		behave: (now) => {
			how = now;
		},
		stop: async () => {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
			rmSync(directory, { recursive: true, force: true });
		},
	};
}

const command = Buffer.from("zINSTREAM\0");

/** What was sent, once its end is there. @throws Error for what clamd would not understand */
function contentOf(come: Buffer): Buffer | undefined {
	if (come.length < command.length) return undefined;
	if (!come.subarray(0, command.length).equals(command)) throw new Error("No INSTREAM");
	const pieces: Buffer[] = [];
	for (let at = command.length; at + 4 <= come.length; ) {
		const size = come.readUInt32BE(at);
		if (size === 0) return Buffer.concat(pieces);
		pieces.push(come.subarray(at + 4, at + 4 + size));
		at += 4 + size;
	}
	return undefined;
}

/** Where Debian's package puts it; undefined where it is not installed. */
export const clamdProgram = ["/usr/sbin/clamd", "/usr/local/sbin/clamd", "/usr/bin/clamd"].find(
	(path) => {
		try {
			accessSync(path, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	},
);

/** ClamAV's own daemon, with one signature and nothing else. @throws Error with what it said when it does not start */
export async function realClamd(program: string): Promise<Pick<TestScanner, "path" | "stop">> {
	const directory = mkdtempSync(join(tmpdir(), "concord-clamd-"));
	const path = join(directory, "clamd.ctl");
	// name:target:offset:hex, where target 0 is any file.
	writeFileSync(
		join(directory, "concord.ndb"),
		`Concord.Test:0:*:${Buffer.from(virus).toString("hex")}\n`,
	);
	const settings = join(directory, "clamd.conf");
	writeFileSync(
		settings,
		[
			`LocalSocket ${path}`,
			`DatabaseDirectory ${directory}`,
			`TemporaryDirectory ${directory}`,
			"Foreground yes",
			"StreamMaxLength 26M",
		].join("\n"),
	);
	const daemon = spawn(program, ["--config-file", settings], { stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	for (const stream of [daemon.stdout, daemon.stderr])
		stream.on("data", (bytes) => {
			said += String(bytes);
		});
	await listening(daemon, path, () => said);
	return {
		path,
		stop: async () => {
			const ended = new Promise((resolve) => daemon.once("exit", resolve));
			daemon.kill("SIGKILL");
			await ended;
			rmSync(directory, { recursive: true, force: true });
		},
	};
}

/** Once its socket is there; it makes it when it has read its signatures. */
const listening = (daemon: ChildProcess, path: string, said: () => string) =>
	new Promise<void>((resolve, reject) => {
		const look = setInterval(() => {
			if (!existsSync(path)) return;
			clearInterval(look);
			resolve();
		}, 50);
		daemon.once("exit", () => {
			clearInterval(look);
			reject(new Error(`clamd did not start: ${said()}`));
		});
	});
