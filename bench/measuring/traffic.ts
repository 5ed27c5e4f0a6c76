/** What is asked of a database, read on its way there: each statement with its values, in PostgreSQL's own protocol. */
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Asked = { text: string; values: (string | Buffer | null)[] };

export type Traffic = {
	/** Where to connect to instead. */
	url: string;
	/** All that was asked since the last time, the queue's own left out. */
	take: () => Asked[];
	stop: () => Promise<void>;
};

/** @param url of a database that is reached by a socket */
export async function readTraffic(url: string): Promise<Traffic> {
	const host = new URL(url).searchParams.get("host") ?? "";
	const directory = mkdtempSync(join(tmpdir(), "concord-traffic-"));
	let asked: Asked[] = [];
	const server = createServer((client) => {
		const database = connect(join(host, ".s.PGSQL.5432"));
		const texts = new Map<string, string>();
		const portals = new Map<string, Asked>();
		let rest: Buffer = Buffer.alloc(0);
		let isFirst = true;
		client.on("data", (piece: Buffer) => {
			database.write(piece);
			rest = Buffer.concat([rest, piece]);
			for (;;) {
				// The first message has no letter before its length.
				const head = isFirst ? 0 : 1;
				if (rest.length < head + 4) return;
				const length = rest.readInt32BE(head) + head;
				if (rest.length < length) return;
				const body = rest.subarray(head + 4, length);
				if (!isFirst) read(String.fromCharCode(rest[0] ?? 0), body);
				isFirst = false;
				rest = rest.subarray(length);
			}
		});
		const read = (letter: string, body: Buffer) => {
			const [first, second] = textsIn(body, 2);
			if (letter === "Q") note({ text: first, values: [] });
			else if (letter === "P") texts.set(first, second);
			else if (letter === "B")
				portals.set(first, {
					text: texts.get(second) ?? "",
					values: valuesIn(body, first, second),
				});
			else if (letter === "E") {
				const portal = portals.get(first);
				if (portal) note(portal);
			}
		};
		const note = (one: Asked) => {
			if (!/pgboss/.test(one.text)) asked.push(one);
		};
		database.pipe(client);
		for (const [one, other] of [
			[client, database],
			[database, client],
		] as const) {
			one.on("error", () => other.destroy());
			one.on("close", () => other.destroy());
		}
	});
	await new Promise<void>((ready) => server.listen(join(directory, ".s.PGSQL.5432"), ready));
	const through = new URL(url);
	through.searchParams.set("host", directory);
	return {
		url: through.href,
		take: () => {
			const taken = asked;
			asked = [];
			return taken;
		},
		stop: async () => {
			server.close();
			rmSync(directory, { recursive: true, force: true });
		},
	};
}

function textsIn(body: Buffer, count: number): [string, string] {
	const found: string[] = [];
	let from = 0;
	for (let nth = 0; nth < count; nth++) {
		const end = body.indexOf(0, from);
		if (end < 0) break;
		found.push(body.toString("utf8", from, end));
		from = end + 1;
	}
	return [found[0] ?? "", found[1] ?? ""];
}

function valuesIn(body: Buffer, portal: string, statement: string): Asked["values"] {
	let at = Buffer.byteLength(portal) + Buffer.byteLength(statement) + 2;
	const formats = Array.from({ length: body.readInt16BE(at) }, (_, nth) =>
		body.readInt16BE(at + 2 + 2 * nth),
	);
	at += 2 + 2 * formats.length;
	const count = body.readInt16BE(at);
	at += 2;
	return Array.from({ length: count }, (_, nth) => {
		const length = body.readInt32BE(at);
		at += 4;
		if (length < 0) return null;
		const value = body.subarray(at, at + length);
		at += length;
		return (formats[formats.length === 1 ? 0 : nth] ?? 0) === 1
			? Buffer.from(value)
			: value.toString("utf8");
	});
}
