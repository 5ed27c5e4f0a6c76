import { once } from "node:events";
import { createServer } from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { SealFault } from "../keys/faults.ts";
import { close, type Key, newKey, open } from "../keys/sealed.ts";

/** What was asked of the service, in order. */
type Asked = { method: string; path: string; token: string };

/**
 * A key service that answers as the documentation of the Transit engine says
 * (https://openbao.org/api-docs/secret/transit/), with one key `concord` and the token `a-token`.
 */
export type TransitService = {
	address: string;
	asked: Asked[];
	/** As after a restart, until somebody unseals it. */
	seal: (sealed: boolean) => void;
	/** Versions below it open nothing any more. */
	allowFrom: (version: number) => void;
	stop: () => Promise<void>;
};

/** @param tls with which certificate it answers by https */
export async function transitService(tls?: { key: string; cert: string }): Promise<TransitService> {
	const versions: Key[] = [newKey()];
	const asked: Asked[] = [];
	let sealed = false;
	let least = 1;
	const answer = (method: string, path: string, token: string, body: Record<string, unknown>) => {
		if (sealed) return { status: 503, says: { errors: ["Vault is sealed"] } };
		if (token !== "a-token") return { status: 403, says: { errors: ["permission denied"] } };
		const place = [String(body.associated_data)];
		switch (`${method} ${path}`) {
			case "GET /v1/transit/keys/concord":
				return {
					status: 200,
					says: { data: { name: "concord", latest_version: versions.length } },
				};
			case "POST /v1/transit/keys/concord/rotate":
				versions.push(newKey());
				return { status: 204 };
			case "POST /v1/transit/encrypt/concord": {
				const version = Number(body.key_version) || versions.length;
				const ciphertext = close(
					versions[version - 1] as Key,
					Buffer.from(String(body.plaintext), "base64"),
					place,
				);
				return {
					status: 200,
					says: { data: { ciphertext: `vault:v${version}:${ciphertext.toString("base64")}` } },
				};
			}
			case "POST /v1/transit/decrypt/concord": {
				const [, version = "", text = ""] =
					/^vault:v(\d+):(.+)$/.exec(String(body.ciphertext)) ?? [];
				const key = Number(version) < least ? undefined : versions[Number(version) - 1];
				try {
					if (!key) throw new SealFault("no-key", "Too old");
					const plaintext = open(key, Buffer.from(text, "base64"), place).toString("base64");
					return { status: 200, says: { data: { plaintext } } };
				} catch {
					return { status: 400, says: { errors: ["cipher: message authentication failed"] } };
				}
			}
			default:
				return { status: 404, says: { errors: [] } };
		}
	};
	const listen = async (
		request: import("node:http").IncomingMessage,
		response: import("node:http").ServerResponse,
	) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const text = Buffer.concat(chunks).toString();
		const { method = "", url = "", headers } = request;
		const token = String(headers["x-vault-token"]);
		asked.push({ method, path: url, token });
		const { status, says } = answer(method, url, token, text ? JSON.parse(text) : {});
		response.writeHead(status, { "content-type": "application/json" });
		response.end(says && JSON.stringify(says));
	};
	const server = tls ? https.createServer(tls, listen) : createServer(listen);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		address: `${tls ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}/v1/transit/keys/concord`,
		asked,
		seal: (now) => {
			sealed = now;
		},
		allowFrom: (version) => {
			least = version;
		},
		stop: async () => {
			server.close();
			server.closeAllConnections();
		},
	};
}
