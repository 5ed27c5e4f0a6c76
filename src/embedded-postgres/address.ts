import { randomBytes } from "node:crypto";
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { superuser } from "./cluster.ts";
import type { RunAs } from "./run-as.ts";

/** Where the database is reached. */
export type Address = {
	url: string;
	/** What PostgreSQL must be told to listen there. */
	settings: Record<string, string>;
	/** Takes away what was made for it. */
	remove: () => void;
};

/** The most bytes that the path of a socket may have, on the systems that have the least room for it. */
const longestSocketPath = 103;
const port = 5432;

/** A socket that its user alone can reach: in the database's own directory, unless that has too long a path. */
export function socketAddress(cluster: string, runAs: RunAs | undefined): Address {
	const socketIn = (directory: string) => join(directory, `.s.PGSQL.${port}`);
	const fits = Buffer.byteLength(socketIn(cluster)) <= longestSocketPath;
	// A new name each time: one that could be foretold could be taken by somebody else.
	const directory = fits ? cluster : mkdtempSync(join(tmpdir(), "concord-"));
	if (!fits && runAs) chownSync(directory, runAs.uid, runAs.gid);
	return {
		url: socketUrl(directory),
		settings: {
			listen_addresses: "",
			port: String(port),
			unix_socket_directories: directory,
			unix_socket_permissions: "0700",
		},
		remove: () => {
			if (!fits) rmSync(directory, { recursive: true, force: true });
		},
	};
}

/**
 * Where the database that runs on a data directory is reached by a socket, as its files say: for looking into
 * it from outside while Concord runs.
 *
 * @throws Error when none runs there
 */
export function postgresAddressOf(directory: string): string {
	const [, , , , sockets] = readFileSync(
		join(directory, "postgres", "postmaster.pid"),
		"utf8",
	).split("\n");
	return socketUrl(sockets ?? "");
}

const socketUrl = (directory: string) =>
	`postgres:///postgres?host=${encodeURIComponent(directory)}&port=${port}&user=${superuser}`;

/** A free port of this machine, for Windows, where directories do not guard sockets: a password does. */
export async function loopbackAddress(password: string): Promise<Address> {
	const free = await freePort();
	return {
		url: `postgres://${superuser}:${password}@127.0.0.1:${free}/postgres`,
		settings: { listen_addresses: "127.0.0.1", port: String(free) },
		remove: () => {},
	};
}

/** The password of a database that is reached by TCP, kept beside it; made at the first start. */
export function keptPassword(directory: string): string {
	const file = join(directory, "database-password");
	try {
		return readFileSync(file, "utf8");
	} catch {
		const made = randomBytes(24).toString("hex");
		writeFileSync(file, made, { mode: 0o600 });
		return made;
	}
}

function freePort(): Promise<number> {
	const server = createServer();
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
		});
	});
}
