/** Somebody at a browser, over HTTP: what `visitor.ts` sends is sent to a server that runs elsewhere, and its bytes are counted. */
import { Agent, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { stranger, type Visitor } from "../../test/support/visitor.ts";

export type Hand = Visitor & {
	/** One page without reading it. @returns bytes on the wire */
	fetch: (url: string) => Promise<number>;
	/** Bytes on the wire so far. */
	bytes: () => number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

type Sent = {
	url: string;
	method?: string;
	payload?: string | Buffer;
	cookies?: Record<string, string>;
	headers?: Record<string, string>;
};
type Answer = {
	status: number;
	headers: NodeJS.Dict<string | string[]>;
	body: Buffer;
	bytes: number;
};

/** Signs in by the button that the sign-in page of a rehearsal has for somebody. */
export async function signedIn(address: string, place: string, person: string): Promise<Hand> {
	let bytes = 0;
	const cookies: Record<string, string> = {};
	const send = async (sent: Sent): Promise<Answer> => {
		const answer = await ask(address, { ...sent, cookies });
		bytes += answer.bytes;
		for (const cookie of [answer.headers["set-cookie"] ?? []].flat()) {
			const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			cookies[name] = decodeURIComponent(value);
		}
		return answer;
	};
	const web = {
		inject: async (sent: Sent | string) => {
			const { status, headers, body } = await send(typeof sent === "string" ? { url: sent } : sent);
			return { statusCode: status, headers, body: body.toString("utf8"), cookies: [] };
		},
	} as unknown as FastifyInstance;
	const visitor = stranger(web);
	const page = await visitor.open(`/${place}/sign-in`);
	const [, action] = /action="([^"]*\/rehearsal\/sign-in)"/.exec(page.body) ?? [];
	const answer = await visitor.post(action ?? "/rehearsal/sign-in", { person, next: "/" });
	if (answer.statusCode >= 400) throw new Error(`Sign-in answered ${answer.statusCode}`);
	return {
		...visitor,
		bytes: () => bytes,
		fetch: async (url) => {
			const { status, bytes: its } = await send({ url });
			if (status !== 200) throw new Error(`${url} answered ${status}`);
			return its;
		},
	};
}

function ask(
	address: string,
	{ url, method = "GET", payload, cookies = {}, headers }: Sent,
): Promise<Answer> {
	return new Promise((answered, failed) => {
		const asked = request(
			new URL(url, address),
			{
				agent,
				method,
				headers: {
					"accept-encoding": "gzip, br",
					cookie: Object.entries(cookies)
						.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
						.join("; "),
					...headers,
				},
			},
			(answer) => {
				const pieces: Buffer[] = [];
				answer.on("data", (piece: Buffer) => pieces.push(piece));
				answer.on("error", failed);
				answer.on("end", () => {
					const sent = Buffer.concat(pieces);
					const how = answer.headers["content-encoding"];
					answered({
						status: answer.statusCode ?? 0,
						headers: answer.headers,
						body:
							how === "br" ? brotliDecompressSync(sent) : how === "gzip" ? gunzipSync(sent) : sent,
						bytes: sent.length + answer.rawHeaders.join(": ").length,
					});
				});
			},
		);
		asked.on("error", failed);
		asked.end(payload);
	});
}
