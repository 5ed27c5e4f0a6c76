/**
 * Every setting: what it may be, what is said when it cannot stand, and what it means to the rest of Concord. First the
 * settings by themselves, then what they may be together in a rehearsal and in real use.
 */
import { readFileSync } from "node:fs";
import { isIP, type NetConnectOpts } from "node:net";
import { resolve, sep } from "node:path";
import { z } from "zod";
import { isPublicKey } from "./backup/key.ts";
import type { NightlyBackup } from "./backup/make-backup.ts";
import type { FileLimits } from "./domain/files.ts";
import { isKeyAddress } from "./key-holders/in-transit.ts";
import { type KeysSaid, usualKeyFile } from "./key-holders/open-key-holder.ts";

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
	/** The same PostgreSQL as the owner of the tables; absent: `databaseUrl` is the owner's, and makes who serves. */
	databaseOwnerUrl: string | undefined;
	/** A server that follows it, which is asked what may be some seconds old; absent: nothing is. */
	databaseReplicaUrl: string | undefined;
	/** Where the keys are that close everything else's. */
	keys: KeysSaid;
	/** Signs session cookies. In rehearsal one is made and kept in the data directory. */
	secret: string | undefined;
	/** The secret of before, while it is being changed: what was made under it still holds. */
	secretBefore: string | undefined;
	/** After so many minutes in which somebody asked for nothing they are signed out. */
	idleMinutes: number;
	/** For so many hours somebody reads a sealed difference that they opened in an emergency. */
	hoursInEmergency: number;
	/** How people reach Concord, without a slash at the end. */
	address: string;
	/** From where the proxy reaches Concord that stands in front of it: addresses, networks, or `loopback`. */
	proxies: string[];
	/** Where the list of bank holidays is asked for every night; absent: nowhere. */
	bankHolidaysUrl: string | undefined;
	/** The networks besides the internet in which programs may be told that something happened: addresses, networks, or `loopback`. */
	webhooksMayReach: string[];
	/** The file that says where else than here people may sign in; absent: nowhere. */
	providersFile: string | undefined;
	/** What a mail server shows that hands over mail which came back; absent: there is no such address. */
	bounceToken: string | undefined;
	/** Files that people send with what they do. `scanner` is absent when nothing was said of it: then files wait. */
	files: { limits: FileLimits; scanner: NetConnectOpts | "none" | undefined };
	/** Where Prometheus reads figures; absent: nowhere. */
	metrics: MetricsPlace | undefined;
	/** Absent when nothing was said of it: then no backup is made by itself. */
	backup: NightlyBackup | undefined;
	/** Where each night's signed end of the record is published: a directory, a file, a web address, or `mailto:`; absent: nowhere. */
	publishHeadTo: string | undefined;
	/** Absent in rehearsal: no mail leaves. */
	mail: { url: string; from: string } | undefined;
};

/** Where figures are read; whoever is not on this machine shows the token. */
type MetricsPlace = { host: string; port: number; token: string | undefined };

/** Settings that cannot stand. `message` names each, what is wrong with it and the fix, a line each. */
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

const aPort = "is not a number from 1 to 65535: set it to one, such as 3000";

const wholeNumber = (most: number, otherwise: number) => {
	const amiss = `is not a whole number from 1 to ${most}: set it to one, such as ${otherwise}`;
	return z
		.string()
		.regex(/^\d+$/, amiss)
		.transform(Number)
		.refine((number) => number >= 1 && number <= most, amiss)
		.default(otherwise);
};

const notAKeyAddress =
	"is no address of a key of the Transit engine: set it such as https://bao.example:8200/v1/transit/keys/concord";

const settings = z.object({
	CONCORD_MODE: z
		.enum(["rehearsal", "production"], "is neither rehearsal nor production: set it to one of them")
		.default("rehearsal"),
	HOST: z.string().default("127.0.0.1"),
	PORT: z
		.string()
		.regex(/^\d+$/, aPort)
		.transform(Number)
		.refine((port) => port >= 1 && port <= 65_535, aPort)
		.default(3000),
	CONCORD_DATA: z.string().default("./data"),
	DATABASE_URL: z
		.string()
		.regex(
			/^postgres(ql)?:\/\//,
			"does not begin with postgres://: set it such as postgres://user:password@host/database",
		)
		.optional(),
	DATABASE_OWNER_URL: z
		.string()
		.regex(
			/^postgres(ql)?:\/\//,
			"does not begin with postgres://: set it such as postgres://user:password@host/database",
		)
		.optional(),
	DATABASE_REPLICA_URL: z
		.string()
		.regex(
			/^postgres(ql)?:\/\//,
			"does not begin with postgres://: set it such as postgres://host/database",
		)
		.optional(),
	CONCORD_KEY_FILE: z.string().optional(),
	CONCORD_KEY_SERVICE: z
		.url({ protocol: /^https?$/, error: notAKeyAddress, abort: true })
		.refine(isKeyAddress, notAKeyAddress)
		.refine(
			(url) => new URL(url).protocol === "https:" || isLoopback(new URL(url).hostname),
			"is not https: on the way others could read keys",
		)
		.optional(),
	CONCORD_KEY_SERVICE_TOKEN_FILE: z.string().optional(),
	CONCORD_KEY_SERVICE_CA: z.string().optional(),
	CONCORD_SECRET: z
		.string()
		.min(32, "is shorter than 32 characters: make one with “openssl rand -base64 48”")
		.refine(
			(secret) =>
				!knownSecrets.some((known) => secret.toLowerCase().includes(known)) &&
				new Set(secret).size > 8,
			"is one that others know or can guess: make one with “openssl rand -base64 48”",
		)
		.optional(),
	CONCORD_SECRET_BEFORE: z
		.string()
		.min(32, "is shorter than 32 characters: set it to what CONCORD_SECRET was, or take it away")
		.optional(),
	CONCORD_IDLE_MINUTES: wholeNumber(720, 60),
	CONCORD_URL: z
		.url({
			protocol: /^https?$/,
			error: "is not a web address: set it such as https://concord.example.gov.uk",
			abort: true,
		})
		.refine(
			(url) => new URL(url).pathname === "/",
			"has something after the host: Concord answers at the top of its address, so leave that out",
		)
		.optional(),
	CONCORD_PROXY: z
		.string()
		.default("loopback")
		.transform((list) => list.split(",").map((each) => each.trim()))
		.refine(
			(list) => list.every(isAddressOrNetwork),
			"is no list of addresses: set it to those from which your proxy reaches Concord, such as 10.0.3.7 or 10.0.3.0/24, with commas between them",
		),
	CONCORD_WEBHOOKS_MAY_REACH: z
		.string()
		.optional()
		.transform((list) => list?.split(",").map((each) => each.trim()))
		.refine(
			(list) => list === undefined || list.every(isAddressOrNetwork),
			"is no list of addresses: set it to networks in which programs wait to be told, such as 10.0.3.0/24, with commas between them",
		),
	BANK_HOLIDAYS_URL: z
		.url({
			protocol: /^https?$/,
			error: "is not a web address: set it such as https://www.gov.uk/bank-holidays.json",
			abort: true,
		})
		.refine(
			(url) => new URL(url).protocol === "https:" || isLoopback(new URL(url).hostname),
			"is not https: on the way others could change what it says. Set it such as https://www.gov.uk/bank-holidays.json",
		)
		.optional(),
	SMTP_URL: z
		.url({
			protocol: /^smtps?$/,
			error:
				"does not begin with smtp:// or smtps://: set it such as smtps://user:password@mail.example:465",
		})
		.optional(),
	CONCORD_PROVIDERS: z.string().optional(),
	CONCORD_BOUNCE_TOKEN: z
		.string()
		.min(32, "is shorter than 32 characters: make one with “openssl rand -base64 48”")
		.optional(),
	CONCORD_METRICS: z
		.string()
		.regex(
			/^([\w.-]+|\[[\da-f:]+\]):\d{1,5}$/i,
			"is no host and port: set it such as 127.0.0.1:9464",
		)
		.optional(),
	CONCORD_METRICS_TOKEN: z
		.string()
		.min(32, "is shorter than 32 characters: make one with “openssl rand -base64 48”")
		.optional(),
	CONCORD_CLAMD: z
		.string()
		.regex(
			/^(none|\/.+|[\w.-]+:\d{1,5}|\[[\da-f:]+\]:\d{1,5})$/i,
			"is neither a socket, nor a host and a port, nor none: set it such as /run/clamav/clamd.ctl or 127.0.0.1:3310",
		)
		.optional(),
	CONCORD_FILE_MB: wholeNumber(100, 25),
	CONCORD_FILES_PER_ACT: wholeNumber(50, 10),
	CONCORD_EMERGENCY_HOURS: wholeNumber(72, 4),
	CONCORD_BACKUP_TO: z.string().optional(),
	CONCORD_BACKUP_KEY: z
		.string()
		.refine(
			isPublicKey,
			"is no public key: make a pair with “concord backup keygen” and set it to the one that begins with age1",
		)
		.optional(),
	CONCORD_BACKUP_AT: z
		.string()
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is no time of day: set it such as 02:30")
		.default("02:30"),
	CONCORD_BACKUP_KEEP: wholeNumber(1000, 14),
	CONCORD_PUBLISH_HEAD_TO: z
		.string()
		.refine(
			(place) =>
				!/^\w+:/.test(place) ||
				/^mailto:[^\s@]+@[^\s@]+$/.test(place) ||
				(URL.canParse(place) &&
					(new URL(place).protocol === "https:" ||
						(new URL(place).protocol === "http:" && isLoopback(new URL(place).hostname)))),
			"is neither a directory, a file, an https address nor mailto: with an address: set it such as /mnt/elsewhere/heads/ or mailto:records@council.example",
		)
		.optional(),
	MAIL_FROM: z
		.string()
		.regex(
			/@[\w.-]+>?$/,
			"does not end with an e-mail address: set it such as Concord <no-reply@partnership.example>",
		)
		.optional(),
});

const files = [
	"DATABASE_URL",
	"DATABASE_OWNER_URL",
	"DATABASE_REPLICA_URL",
	"CONCORD_SECRET",
	"CONCORD_SECRET_BEFORE",
	"CONCORD_BOUNCE_TOKEN",
	"CONCORD_METRICS_TOKEN",
	"SMTP_URL",
] as const;

/**
 * Reads the settings.
 *
 * @param env such as process.env; NAME_FILE names a file that holds NAME, for secrets
 * @throws ConfigFault with everything that is wrong, at once
 */
export function readConfig(env: Record<string, string | undefined>): Config {
	// One fault of each setting: a secret that cannot be read is not missing as well.
	const faults = new Map<string, string>();
	const add = (name: string, fault: string) => {
		if (!faults.has(name)) faults.set(name, fault);
	};
	const given = withoutBlanks(env);
	for (const name of files) {
		const file = given[`${name}_FILE`];
		if (!file) continue;
		if (given[name]) add(name, `${name} and ${name}_FILE are both set. Take one of them away.`);
		try {
			given[name] = readFileSync(file, "utf8").trim();
		} catch {
			add(
				name,
				`${name}_FILE names a file that cannot be read: ${file}. Check its path and who may read it.`,
			);
		}
	}
	for (const { path, message } of settings.safeParse(given).error?.issues ?? []) {
		const name = path.join(".");
		add(name, `${name} ${message}.`);
		// As if it were not set, so that what is wrong with the others is told too.
		delete given[name];
	}
	const said = settings.parse(given);
	const rehearsal = said.CONCORD_MODE === "rehearsal";
	if (!faults.has("CONCORD_MODE"))
		for (const [name, fault] of rehearsal ? rehearsalFaults(said) : productionFaults(said))
			add(name, fault);
	const metrics = said.CONCORD_METRICS ? hostAndPort(said.CONCORD_METRICS) : undefined;
	if (metrics && !isLoopback(metrics.host) && !said.CONCORD_METRICS_TOKEN)
		add(
			"CONCORD_METRICS",
			`CONCORD_METRICS is ${said.CONCORD_METRICS}, which others can reach. Set CONCORD_METRICS_TOKEN, or use 127.0.0.1.`,
		);
	if (said.DATABASE_OWNER_URL && !said.DATABASE_URL)
		add(
			"DATABASE_URL",
			"DATABASE_URL is missing, and DATABASE_OWNER_URL is set. Set it to the same database as the user that Concord serves with.",
		);
	if (said.DATABASE_REPLICA_URL && !said.DATABASE_URL)
		add(
			"DATABASE_REPLICA_URL",
			"DATABASE_REPLICA_URL is set, and DATABASE_URL is not: nothing follows the embedded database. Set both, or take it away.",
		);
	for (const [name, fault] of backupFaults(said)) add(name, fault);
	if (said.CONCORD_KEY_SERVICE && !said.CONCORD_KEY_SERVICE_TOKEN_FILE)
		add(
			"CONCORD_KEY_SERVICE_TOKEN_FILE",
			"CONCORD_KEY_SERVICE_TOKEN_FILE is missing. Set it to the file that holds the token for CONCORD_KEY_SERVICE.",
		);
	if (faults.size > 0) throw new ConfigFault([...faults.values()].join("\n"));
	return {
		rehearsal,
		host: said.HOST,
		port: said.PORT,
		dataDirectory: resolve(said.CONCORD_DATA),
		databaseUrl: said.DATABASE_URL,
		databaseOwnerUrl: said.DATABASE_OWNER_URL,
		databaseReplicaUrl: said.DATABASE_REPLICA_URL,
		keys: {
			file: said.CONCORD_KEY_FILE
				? resolve(said.CONCORD_KEY_FILE)
				: usualKeyFile(resolve(said.CONCORD_DATA)),
			isNamed: said.CONCORD_KEY_FILE !== undefined,
			service:
				said.CONCORD_KEY_SERVICE && said.CONCORD_KEY_SERVICE_TOKEN_FILE
					? {
							address: said.CONCORD_KEY_SERVICE,
							tokenFile: resolve(said.CONCORD_KEY_SERVICE_TOKEN_FILE),
							caFile: said.CONCORD_KEY_SERVICE_CA && resolve(said.CONCORD_KEY_SERVICE_CA),
						}
					: undefined,
		},
		secret: said.CONCORD_SECRET,
		secretBefore: said.CONCORD_SECRET_BEFORE,
		idleMinutes: said.CONCORD_IDLE_MINUTES,
		hoursInEmergency: said.CONCORD_EMERGENCY_HOURS,
		address: (said.CONCORD_URL ?? `http://${hostInUrl(said.HOST)}:${said.PORT}`).replace(
			/\/+$/,
			"",
		),
		proxies: said.CONCORD_PROXY,
		webhooksMayReach: said.CONCORD_WEBHOOKS_MAY_REACH ?? (rehearsal ? ["loopback"] : []),
		bankHolidaysUrl: said.BANK_HOLIDAYS_URL,
		providersFile: said.CONCORD_PROVIDERS && resolve(said.CONCORD_PROVIDERS),
		bounceToken: said.CONCORD_BOUNCE_TOKEN,
		files: {
			limits: { megabytes: said.CONCORD_FILE_MB, perAct: said.CONCORD_FILES_PER_ACT },
			scanner: whereScannerListens(said.CONCORD_CLAMD),
		},
		publishHeadTo: said.CONCORD_PUBLISH_HEAD_TO,
		metrics: metrics && { ...metrics, token: said.CONCORD_METRICS_TOKEN },
		backup:
			said.CONCORD_BACKUP_TO && said.CONCORD_BACKUP_KEY
				? {
						to: resolve(said.CONCORD_BACKUP_TO),
						publicKey: said.CONCORD_BACKUP_KEY,
						at: said.CONCORD_BACKUP_AT,
						keep: said.CONCORD_BACKUP_KEEP,
					}
				: undefined,
		mail:
			said.SMTP_URL && said.MAIL_FROM ? { url: said.SMTP_URL, from: said.MAIL_FROM } : undefined,
	};
}

/** In a file or by a service; and whether on the same disk as the database, for all that is known. */
export const howKeysAreKept = ({
	keys,
	databaseUrl,
	dataDirectory,
}: Config): { isInFile: boolean; isBesideData: boolean } => {
	const isInFile = keys.service === undefined;
	return {
		isInFile,
		isBesideData:
			isInFile && databaseUrl === undefined && keys.file.startsWith(`${dataDirectory}${sep}`),
	};
};

type Said = z.infer<typeof settings>;

/** A setting's name and what is wrong with it. */
type Fault = [name: string, fault: string];

/** A rehearsal has doors that open with one click: it is for this machine alone. */
function rehearsalFaults(said: Said): Fault[] {
	const faults: Fault[] = [];
	const refuse = (name: string, what: string) =>
		faults.push([
			name,
			`${name} is ${what}. A rehearsal is for trying out, on this machine alone. Take it away, or set CONCORD_MODE=production.`,
		]);
	if (!isLoopback(said.HOST)) refuse("HOST", said.HOST);
	if (said.SMTP_URL) refuse("SMTP_URL", "set");
	if (said.MAIL_FROM) refuse("MAIL_FROM", "set");
	if (said.CONCORD_URL && !isLoopback(new URL(said.CONCORD_URL).hostname))
		refuse("CONCORD_URL", said.CONCORD_URL);
	return faults;
}

function productionFaults(said: Said): Fault[] {
	const faults: Fault[] = [];
	if (!said.CONCORD_SECRET)
		faults.push([
			"CONCORD_SECRET",
			"CONCORD_SECRET is missing. Make one with “openssl rand -base64 48” and keep it.",
		]);
	if (!said.CONCORD_URL)
		faults.push([
			"CONCORD_URL",
			"CONCORD_URL is missing. Set it to the address at which people reach Concord, such as https://concord.example.gov.uk.",
		]);
	else if (
		new URL(said.CONCORD_URL).protocol === "http:" &&
		!isLoopback(new URL(said.CONCORD_URL).hostname)
	)
		faults.push([
			"CONCORD_URL",
			"CONCORD_URL is not https. Put Concord behind TLS and set its https address.",
		]);
	if (!said.SMTP_URL)
		faults.push([
			"SMTP_URL",
			"SMTP_URL is missing. Without mail nobody hears that it is their turn: set it, such as smtps://user:password@mail.example:465.",
		]);
	if (!said.MAIL_FROM)
		faults.push([
			"MAIL_FROM",
			"MAIL_FROM is missing. Set the sender of mail, such as Concord <no-reply@partnership.example>.",
		]);
	return faults;
}

/** Where to and with which key: one without the other would be a backup that is never made. */
function backupFaults(said: Said): Fault[] {
	const { CONCORD_BACKUP_TO: to, CONCORD_BACKUP_KEY: key } = said;
	if (to && !key)
		return [
			[
				"CONCORD_BACKUP_KEY",
				"CONCORD_BACKUP_KEY is missing, and CONCORD_BACKUP_TO is set. Make a pair with “concord backup keygen”, keep the private key elsewhere, and set this to the public one.",
			],
		];
	if (key && !to)
		return [
			[
				"CONCORD_BACKUP_TO",
				"CONCORD_BACKUP_TO is missing, and CONCORD_BACKUP_KEY is set. Set it to the directory that backups are written to, on another disk than the data.",
			],
		];
	return [];
}

/** A socket of this machine, or a host and its port. */
function whereScannerListens(said: string | undefined): NetConnectOpts | "none" | undefined {
	if (said === undefined) return undefined;
	if (said.toLowerCase() === "none") return "none";
	return said.startsWith("/") ? { path: said } : hostAndPort(said);
}

function hostAndPort(said: string): { host: string; port: number } {
	const colon = said.lastIndexOf(":");
	return {
		host: said.slice(0, colon).replace(/^\[|\]$/g, ""),
		port: Number(said.slice(colon + 1)),
	};
}

const withoutBlanks = (
	env: Record<string, string | undefined>,
): Record<string, string | undefined> =>
	Object.fromEntries(
		Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
	);

/** `loopback`, an address, or a network such as 10.0.3.0/24; not all addresses there are. */
function isAddressOrNetwork(given: string): boolean {
	if (given === "loopback") return true;
	const [address = "", bits, ...more] = given.split("/");
	const version = isIP(address);
	if (version === 0 || more.length > 0) return false;
	if (bits === undefined) return true;
	return /^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (version === 4 ? 32 : 128);
}

const isLoopback = (host: string): boolean =>
	/^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);

const hostInUrl = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);
