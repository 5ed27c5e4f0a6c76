import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { z } from "zod";
import { SealFault } from "../keys/faults.ts";
import type { InstallationKey } from "../keys/installation-key.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { keyOf, type Place } from "../keys/sealed.ts";

/** Where a key service is and what it is shown. */
export type TransitSaid = {
	/** The address of the key: `https://bao.example:8200/v1/transit/keys/concord`. */
	address: string;
	/** The file of the token. It is read at each call: an agent that renews the token writes it anew. */
	tokenFile: string;
	/** The file of the certificate of whoever vouches for the service; those that Node knows when left out. */
	caFile?: string | undefined;
};

/** How long the service has to answer, in milliseconds. Somebody waits at a page. */
const patience = 4_000;
/** So much it may say, in bytes: a key and what surrounds it is less than one thousand. */
const largestAnswer = 64 * 1024;

/**
 * The installation's keys in the Transit engine of OpenBao or HashiCorp Vault: they wrap and unwrap there and never leave
 * (https://openbao.org/api-docs/secret/transit/). A key of that engine has versions; each is a key by itself here, with its
 * mount, name and version for its id, such as `transit/concord:3`.
 */
export function inTransit({ address, tokenFile, caFile }: TransitSaid): KeyHolder {
	const { origin, mount, name } = partsOf(address);
	const ask = asker(origin, tokenFile, caFile);
	const post = (verb: string, body: unknown) => ask("POST", `/v1/${mount}/${verb}/${name}`, body);
	const idOf = (version: number) => `${mount}/${name}:${version}`;

	const key = (version: number): InstallationKey => ({
		id: idOf(version),
		wrap: async (inner, place) => {
			const { ciphertext } = read(
				z.object({ ciphertext: z.string() }),
				await post("encrypt", {
					plaintext: inner.export().toString("base64"),
					associated_data: base64Of(place),
					key_version: version,
				}),
			);
			return Buffer.from(ciphertext);
		},
		unwrap: async (wrapped, place) => {
			const { plaintext } = read(
				z.object({ plaintext: z.base64() }),
				await post("decrypt", {
					ciphertext: Buffer.from(wrapped).toString(),
					associated_data: base64Of(place),
				}),
			);
			return keyOf(Buffer.from(plaintext, "base64"));
		},
	});
	const today = async () => {
		const { latest_version: latest } = read(
			z.object({ latest_version: z.number().int().positive() }),
			await ask("GET", `/v1/${mount}/keys/${name}`),
		);
		return key(latest);
	};
	return {
		place: address,
		today,
		find: async (id) => {
			const version = Number(id.slice(id.lastIndexOf(":") + 1));
			return idOf(version) === id ? key(version) : undefined;
		},
		renew: async () => {
			await ask("POST", `/v1/${mount}/keys/${name}/rotate`);
			return today();
		},
		forget: async (id) =>
			`The key service keeps ${id} until min_decryption_version of ${name} is raised beyond it there.`,
		toKeep: () => undefined,
	};
}

const base64Of = (place: Place): string => Buffer.from(JSON.stringify(place)).toString("base64");

/** Whether an address is one of a key of the engine, as its API writes it. */
export const isKeyAddress = (address: string): boolean =>
	/^https?:\/\/[^/]+\/v1\/[\w-]+(\/[\w-]+)*\/keys\/[\w-]+$/.test(address);

function partsOf(address: string): { origin: URL; mount: string; name: string } {
	const url = new URL(address);
	const [, mount = "", name = ""] = /^\/v1\/(.+)\/keys\/([^/]+)$/.exec(url.pathname) ?? [];
	return { origin: url, mount, name };
}

type Ask = (method: "GET" | "POST", path: string, body?: unknown) => Promise<unknown>;

/** Node's own client, for it alone may trust a certificate that nothing else of Concord trusts. */
const asker =
	(origin: URL, tokenFile: string, caFile: string | undefined): Ask =>
	async (method, path, body) => {
		const { status, text } = await new Promise<{ status: number; text: string }>(
			(resolve, reject) => {
				const token = textOf(tokenFile, "CONCORD_KEY_SERVICE_TOKEN_FILE");
				const request = (origin.protocol === "https:" ? https : http).request(
					new URL(path, origin),
					{
						method,
						signal: AbortSignal.timeout(patience),
						agent: false,
						...(caFile && { ca: textOf(caFile, "CONCORD_KEY_SERVICE_CA") }),
						headers: {
							"x-vault-token": token,
							"x-vault-request": "true",
							"content-type": "application/json",
						},
					},
					(answer) => {
						const parts: Buffer[] = [];
						let size = 0;
						answer.on("data", (part: Buffer) => {
							size += part.length;
							if (size > largestAnswer) request.destroy(new Error("too much"));
							else parts.push(part);
						});
						answer.on("error", reject);
						answer.on("end", () =>
							resolve({
								status: answer.statusCode ?? 0,
								text: Buffer.concat(parts).toString("utf8"),
							}),
						);
					},
				);
				request.on("error", reject);
				request.end(body === undefined ? undefined : JSON.stringify(body));
			},
		).catch((problem: NodeJS.ErrnoException) => {
			throw problem instanceof SealFault
				? problem
				: new SealFault(
						"away",
						`The key service at ${origin.host} does not answer (${problem.code ?? problem.name}). What needs no sealed word goes on. Check that it runs and is unsealed, its certificate, and the way to it.`,
					);
		});
		if (status === 200 || status === 204) return parsed(text);
		throw refused(status, path, origin.host);
	};

/** By the codes that the API documents. What the service says beside them may name keys and policies: it is not repeated. */
function refused(status: number, path: string, host: string): SealFault {
	if (status === 400 && path.includes("/decrypt/"))
		return new SealFault(
			"damaged",
			"The key service does not open a key of the database: the key there is another, its version is no longer allowed, or what stands in the database is damaged.",
		);
	if (status === 403)
		return new SealFault(
			"away",
			`The key service at ${host} does not accept the token, or its policy does not allow ${path}. Renew the token, or widen the policy.`,
		);
	if (status === 400 || status === 404 || status === 405)
		return new SealFault(
			"no-key",
			`The key service at ${host} has nothing at ${path}. Make the key there, or mend CONCORD_KEY_SERVICE.`,
		);
	return new SealFault(
		"away",
		`The key service at ${host} cannot answer now (${status}): it may be sealed or starting. What needs no sealed word goes on.`,
	);
}

/** What the API wraps in `data`. */
function read<Shape>(shape: z.ZodType<Shape>, answer: unknown): Shape {
	const found = z.object({ data: shape }).safeParse(answer);
	if (!found.success) throw unreadable();
	return found.data.data as Shape;
}

const unreadable = (): SealFault =>
	new SealFault(
		"away",
		"The key service answers in another way than its documentation says. Check CONCORD_KEY_SERVICE.",
	);

function parsed(text: string): unknown {
	try {
		return text === "" ? undefined : JSON.parse(text);
	} catch {
		throw unreadable();
	}
}

function textOf(path: string, setting: string): string {
	try {
		return readFileSync(path, "utf8").trim();
	} catch (problem) {
		throw new SealFault(
			"away",
			`${setting} names a file that cannot be read: ${path} (${(problem as NodeJS.ErrnoException).code}).`,
		);
	}
}
