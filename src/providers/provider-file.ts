import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** What an operator says of one provider. */
export type ProviderSaid = {
	key: string;
	name: string;
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** The ends of the addresses that it speaks for, such as harbourvale.gov.uk. */
	addresses: string[];
	/** `claim`: each address must be said to be verified; `provider`: the provider gives its own people theirs. */
	verifiedBy: "claim" | "provider";
	/** Which claim holds the work address. */
	addressClaim: string;
	/** Hosts of partnerships’ own to which it sends people back too, as web addresses. */
	returnsTo: string[];
};

/** A file of providers that cannot stand. `message` says what is wrong and the fix, a line each. */
export class ProviderFault extends Error {}

const file = z.array(
	z.strictObject({
		key: z
			.string()
			.regex(/^[a-z][a-z0-9-]{0,30}$/, "is not a short name in small letters, such as council"),
		name: z.string().min(1).max(60),
		issuer: z.url({ protocol: /^https?$/, error: "is not a web address" }).refine((issuer) => {
			const { protocol, hostname } = new URL(issuer);
			return protocol === "https:" || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
		}, "is not https"),
		"client-id": z.string().min(1),
		"client-secret-file": z.string().min(1),
		addresses: z
			.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "is no end of an address"))
			.min(1, "names no addresses: say for which it speaks, such as harbourvale.gov.uk"),
		"verified-by": z.enum(["claim", "provider"]).default("claim"),
		"address-claim": z.string().min(1).default("email"),
		"returns-to": z
			.array(
				z
					.url({ protocol: /^https?$/, error: "is not a web address" })
					.refine(
						(address) => new URL(address).origin === address,
						"is more than a web address and a host, such as https://concord.northfield.example",
					),
			)
			.default([]),
	}),
);

/**
 * Reads where else than here people may sign in.
 *
 * @param path a YAML file: a list of providers
 * @throws ProviderFault with everything that is wrong
 */
export function readProviders(path: string): ProviderSaid[] {
	const refuse = (lines: string[]): never => {
		throw new ProviderFault(lines.map((line) => `CONCORD_PROVIDERS, ${path}: ${line}.`).join("\n"));
	};
	let content: unknown;
	try {
		content = parse(readFileSync(path, "utf8"));
	} catch {
		return refuse(["it cannot be read, or is not YAML. Check its path and who may read it"]);
	}
	const read = file.safeParse(content);
	if (!read.success)
		return refuse(
			read.error.issues.map(
				({ path: [nth, ...field], message }) =>
					`${nth === undefined ? "the list" : `number ${Number(nth) + 1}${field.length > 0 ? `, ${field.join(".")}` : ""}`} ${message}`,
			),
		);
	const keys = read.data.map(({ key }) => key);
	const twice = keys.find((key, nth) => keys.indexOf(key) !== nth);
	if (twice) return refuse([`two are called ${twice}. Give each its own key`]);
	return read.data.map((said) => ({
		key: said.key,
		name: said.name,
		issuer: said.issuer,
		clientId: said["client-id"],
		clientSecret: secretIn(resolve(dirname(path), said["client-secret-file"]), refuse),
		addresses: said.addresses,
		verifiedBy: said["verified-by"],
		addressClaim: said["address-claim"],
		returnsTo: said["returns-to"],
	}));
}

function secretIn(path: string, refuse: (lines: string[]) => never): string {
	try {
		return readFileSync(path, "utf8").trim();
	} catch {
		return refuse([`the client-secret-file ${path} cannot be read`]);
	}
}
