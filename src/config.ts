import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

/** Every setting of Concord, read once at start. `docs/operations/settings.md` is its table. */
export type Config = {
	/** Everything is made up and each person can be tried with one click. */
	rehearsal: boolean;
	host: string;
	port: number;
	/** Where the embedded database and the rehearsal's secret are kept; absolute. */
	dataDirectory: string;
	/** A PostgreSQL of the operator's; absent: the embedded one. */
	databaseUrl: string | undefined;
	/** Signs session cookies. In rehearsal one is made and kept in the data directory. */
	secret: string | undefined;
	/** How people reach Concord, without a slash at the end. */
	address: string;
	/** Absent in rehearsal: no mail leaves. */
	mail: { url: string; from: string } | undefined;
};

/** Settings that cannot stand. `message` names each, what is wrong with it and the mend, a line each. */
export class ConfigFault extends Error {}

/** Read from examples and tutorials all over the world: not secrets. */
const knownSecrets = [
	"changeme",
	"change-me",
	"secret",
	"password",
	"keyboard cat",
	"example",
	"concord",
];

const settings = z.object({
	CONCORD_MODE: z
		.enum(["rehearsal", "production"], "is neither rehearsal nor production")
		.default("rehearsal"),
	HOST: z.string().default("127.0.0.1"),
	PORT: z
		.string()
		.regex(/^\d+$/, "is not a number")
		.transform(Number)
		.refine((port) => port <= 65_535, "is not a port: the highest is 65535")
		.default(3000),
	CONCORD_DATA: z.string().min(1, "is empty").default("./data"),
	DATABASE_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//, "does not begin with postgres://")
		.optional(),
	CONCORD_SECRET: z
		.string()
		.min(
			32,
			"is shorter than 32 characters: make one with “openssl rand -base64 48”",
		)
		.refine(
			(secret) =>
				!knownSecrets.some((known) => secret.toLowerCase().includes(known)) &&
				new Set(secret).size > 8,
			"is one that others know or can guess: make one with “openssl rand -base64 48”",
		)
		.optional(),
	CONCORD_URL: z
		.url({ protocol: /^https?$/, error: "is not a web address" })
		.optional(),
	SMTP_URL: z
		.url({
			protocol: /^smtps?$/,
			error: "does not begin with smtp:// or smtps://",
		})
		.optional(),
	MAIL_FROM: z
		.string()
		.regex(/@[\w.-]+>?$/, "has no e-mail address in it")
		.optional(),
});

const files = ["DATABASE_URL", "CONCORD_SECRET", "SMTP_URL"] as const;

/**
 * Reads the settings.
 *
 * @param env such as process.env; NAME_FILE names a file that holds NAME, for secrets
 * @throws ConfigFault with everything that is wrong, at once
 */
export function readConfig(env: Record<string, string | undefined>): Config {
	const faults: string[] = [];
	const given = withoutBlanks(env);
	for (const name of files) {
		const file = given[`${name}_FILE`];
		if (!file) continue;
		if (given[name])
			faults.push(
				`${name} and ${name}_FILE are both set. Take one of them away.`,
			);
		try {
			given[name] = readFileSync(file, "utf8").trim();
		} catch {
			faults.push(
				`${name}_FILE names a file that cannot be read: ${file}. Check its path and who may read it.`,
			);
		}
	}
	const read = settings.safeParse(given);
	if (!read.success) {
		for (const { path, message } of read.error.issues)
			faults.push(`${path.join(".")} ${message}.`);
		throw new ConfigFault(faults.join("\n"));
	}
	const said = read.data;
	const rehearsal = said.CONCORD_MODE === "rehearsal";
	faults.push(...(rehearsal ? rehearsalFaults(said) : productionFaults(said)));
	if (faults.length > 0) throw new ConfigFault(faults.join("\n"));
	return {
		rehearsal,
		host: said.HOST,
		port: said.PORT,
		dataDirectory: resolve(said.CONCORD_DATA),
		databaseUrl: said.DATABASE_URL,
		secret: said.CONCORD_SECRET,
		address: (
			said.CONCORD_URL ?? `http://${hostInUrl(said.HOST)}:${said.PORT}`
		).replace(/\/+$/, ""),
		mail:
			said.SMTP_URL && said.MAIL_FROM
				? { url: said.SMTP_URL, from: said.MAIL_FROM }
				: undefined,
	};
}

type Said = z.infer<typeof settings>;

/** A rehearsal has doors that open with one click: it is for this machine alone. */
function rehearsalFaults(said: Said): string[] {
	const production =
		"A rehearsal is for trying out, on this machine alone. Take it away, or set CONCORD_MODE=production";
	return [
		!isLoopback(said.HOST) && `HOST is ${said.HOST}. ${production}.`,
		said.SMTP_URL && `SMTP_URL is set. ${production}.`,
		said.MAIL_FROM && `MAIL_FROM is set. ${production}.`,
		said.CONCORD_URL &&
			!isLoopback(new URL(said.CONCORD_URL).hostname) &&
			`CONCORD_URL is ${said.CONCORD_URL}. ${production}.`,
	].filter((fault) => typeof fault === "string" && fault !== "") as string[];
}

function productionFaults(said: Said): string[] {
	const url = said.CONCORD_URL ? new URL(said.CONCORD_URL) : undefined;
	return [
		!said.CONCORD_SECRET &&
			"CONCORD_SECRET is missing. Make one with “openssl rand -base64 48” and keep it.",
		!url &&
			"CONCORD_URL is missing. Set it to the address at which people reach Concord, such as https://concord.example.gov.uk.",
		url?.protocol === "http:" &&
			!isLoopback(url.hostname) &&
			"CONCORD_URL is not https. Put Concord behind TLS and set its https address.",
		!said.SMTP_URL &&
			"SMTP_URL is missing. Without mail nobody hears that it is their turn: set it, such as smtps://user:password@mail.example:465.",
		!said.MAIL_FROM &&
			"MAIL_FROM is missing. Set the sender of mail, such as Concord <no-reply@partnership.example>.",
	].filter((fault) => typeof fault === "string");
}

const withoutBlanks = (
	env: Record<string, string | undefined>,
): Record<string, string | undefined> =>
	Object.fromEntries(
		Object.entries(env).filter(
			([, value]) => value !== undefined && value !== "",
		),
	);

const isLoopback = (host: string): boolean =>
	/^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);

const hostInUrl = (host: string): string =>
	isIP(host) === 6 ? `[${host}]` : host;
