import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ConfigFault, readConfig } from "./config.ts";

const secret = "q7Zp2vX9tLr4Nw8sKd3fGh6jYb1mVc5R";
const production = {
	CONCORD_MODE: "production",
	CONCORD_SECRET: secret,
	CONCORD_URL: "https://concord.combe.gov.uk/",
	SMTP_URL: "smtps://concord:letter@mail.combe.gov.uk:465",
	MAIL_FROM: "Concord <no-reply@combe.gov.uk>",
};

/** What is wrong, a line for each fault. */
function faultsOf(env: Record<string, string>): string[] {
	try {
		readConfig(env);
	} catch (problem) {
		expect(problem).toBeInstanceOf(ConfigFault);
		return (problem as Error).message.split("\n");
	}
	return [];
}

describe("with nothing set", () => {
	test("Concord is a rehearsal on this machine alone, with its own database and no mail", () => {
		expect(readConfig({})).toEqual({
			rehearsal: true,
			hoursInEmergency: 4,
			files: { limits: { megabytes: 25, perAct: 10 }, scanner: undefined },
			host: "127.0.0.1",
			port: 3000,
			dataDirectory: resolve("data"),
			databaseUrl: undefined,
			keys: { file: resolve("data/installation-key"), isNamed: false, service: undefined },
			secret: undefined,
			webhooksMayReach: ["loopback"],
			address: "http://127.0.0.1:3000",
			idleMinutes: 60,
			proxies: ["loopback"],
			backup: undefined,
			mail: undefined,
		});
	});

	test("a setting that is there but empty counts as not set", () => {
		expect(readConfig({ PORT: "", SMTP_URL: "" })).toEqual(readConfig({}));
	});
});

describe("the keys of the installation", () => {
	const service = {
		CONCORD_KEY_SERVICE: "https://bao.combe.gov.uk:8200/v1/transit/keys/concord",
		CONCORD_KEY_SERVICE_TOKEN_FILE: "/run/secrets/token",
	};

	test("are in a file that is named, or in a key service with its token and certificate", () => {
		expect(readConfig({ CONCORD_KEY_FILE: "/etc/concord/key" }).keys).toEqual({
			file: "/etc/concord/key",
			isNamed: true,
			service: undefined,
		});
		expect(readConfig({ ...service, CONCORD_KEY_SERVICE_CA: "/etc/ssl/bao.pem" }).keys).toEqual({
			file: resolve("data/installation-key"),
			isNamed: false,
			service: {
				address: service.CONCORD_KEY_SERVICE,
				tokenFile: "/run/secrets/token",
				caFile: "/etc/ssl/bao.pem",
			},
		});
	});

	test.each([
		["bao.combe.gov.uk", /^CONCORD_KEY_SERVICE is no address of a key/],
		["https://bao.combe.gov.uk/transit/concord", /^CONCORD_KEY_SERVICE is no address of a key/],
		[
			"http://bao.combe.gov.uk/v1/transit/keys/concord",
			/^CONCORD_KEY_SERVICE is not https: on the way others could read keys/,
		],
	])("are not asked of %s", (CONCORD_KEY_SERVICE, fault) => {
		expect(faultsOf({ ...service, CONCORD_KEY_SERVICE })).toEqual([expect.stringMatching(fault)]);
	});

	test("are asked of no service without a token", () => {
		expect(faultsOf({ CONCORD_KEY_SERVICE: service.CONCORD_KEY_SERVICE })).toEqual([
			expect.stringMatching(/^CONCORD_KEY_SERVICE_TOKEN_FILE is missing/),
		]);
	});
});

describe("a rehearsal", () => {
	test.each(["127.0.0.1", "127.0.0.2", "localhost", "::1"])("may listen on %s", (HOST) => {
		expect(readConfig({ HOST }).host).toBe(HOST);
	});

	test("writes an IPv6 address as browsers read it", () => {
		expect(readConfig({ HOST: "::1" }).address).toBe("http://[::1]:3000");
	});

	test.each([
		["HOST", "0.0.0.0"],
		["HOST", "::"],
		["HOST", "192.168.1.4"],
		["HOST", "127.0.0.1.combe.gov.uk"],
		["SMTP_URL", production.SMTP_URL],
		["MAIL_FROM", production.MAIL_FROM],
		["CONCORD_URL", production.CONCORD_URL],
	])("refuses %s %s, which is for real work", (name, value) => {
		expect(faultsOf({ [name]: value })).toEqual([
			expect.stringMatching(
				new RegExp(
					`^${name} is .+ on this machine alone\\. Take it away, or set CONCORD_MODE=production\\.$`,
				),
			),
		]);
	});
});

describe("production", () => {
	test("stands with a secret, an https address and mail", () => {
		expect(readConfig({ ...production, HOST: "0.0.0.0" })).toMatchObject({
			rehearsal: false,
			host: "0.0.0.0",
			secret,
			address: "https://concord.combe.gov.uk",
			mail: { url: production.SMTP_URL, from: production.MAIL_FROM },
		});
	});

	test("the secret of before, and after how long somebody is signed out, are as they are set", () => {
		const before = secret.split("").reverse().join("");
		expect(
			readConfig({
				...production,
				CONCORD_SECRET_BEFORE: before,
				CONCORD_IDLE_MINUTES: "30",
			}),
		).toMatchObject({ secretBefore: before, idleMinutes: 30 });
		expect(
			faultsOf({ ...production, CONCORD_SECRET_BEFORE: "short", CONCORD_IDLE_MINUTES: "0" }),
		).toEqual([
			expect.stringMatching(/^CONCORD_SECRET_BEFORE is shorter than 32 characters/),
			expect.stringMatching(/^CONCORD_IDLE_MINUTES is not a whole number from 1 to 720/),
		]);
	});

	test("tells everything that is missing at once", () => {
		expect(faultsOf({ CONCORD_MODE: "production" })).toEqual([
			expect.stringMatching(/^CONCORD_SECRET is missing\./),
			expect.stringMatching(/^CONCORD_URL is missing\./),
			expect.stringMatching(/^SMTP_URL is missing\./),
			expect.stringMatching(/^MAIL_FROM is missing\./),
		]);
	});

	test.each([
		["short", /^CONCORD_SECRET is shorter than 32 characters/],
		["a".repeat(64), /^CONCORD_SECRET is one that others know or can guess/],
		[
			"changeme-q7Zp2vX9tLr4Nw8sKd3fGh6jYb1mVc5R",
			/^CONCORD_SECRET is one that others know or can guess/,
		],
		[
			"Keyboard Cat q7Zp2vX9tLr4Nw8sKd3fGh6jYb1",
			/^CONCORD_SECRET is one that others know or can guess/,
		],
	])("refuses the secret %s", (CONCORD_SECRET, fault) => {
		expect(faultsOf({ ...production, CONCORD_SECRET })).toEqual([expect.stringMatching(fault)]);
	});

	test("refuses an address without TLS, unless it is this machine's own", () => {
		const at = (CONCORD_URL: string) => faultsOf({ ...production, CONCORD_URL });
		expect(at("http://concord.combe.gov.uk")).toEqual([
			expect.stringMatching(/^CONCORD_URL is not https\./),
		]);
		expect(at("http://localhost:3000")).toEqual([]);
	});
});

describe("a setting that cannot be read", () => {
	test.each([
		[{ PORT: "http" }, /^PORT is not a number from 1 to 65535/],
		[{ PORT: "0" }, /^PORT is not a number from 1 to 65535/],
		[{ PORT: "65536" }, /^PORT is not a number from 1 to 65535/],
		[{ DATABASE_URL: "mysql://combe" }, /^DATABASE_URL does not begin with postgres:\/\//],
		[
			{ CONCORD_MODE: "live", HOST: "0.0.0.0" },
			/^CONCORD_MODE is neither rehearsal nor production/,
		],
		[{ ...production, CONCORD_URL: "concord" }, /^CONCORD_URL is not a web address/],
		[
			{ ...production, CONCORD_URL: "https://combe.gov.uk/concord" },
			/^CONCORD_URL has something after the host/,
		],
		[{ ...production, SMTP_URL: "mail.combe.gov.uk" }, /^SMTP_URL does not begin with smtp/],
		[
			{ ...production, BANK_HOLIDAYS_URL: "gov.uk/bank-holidays" },
			/^BANK_HOLIDAYS_URL is not a web address/,
		],
		[
			{ ...production, BANK_HOLIDAYS_URL: "http://holidays.example/list" },
			/^BANK_HOLIDAYS_URL is not https/,
		],
		[{ ...production, MAIL_FROM: "Concord" }, /^MAIL_FROM does not end with an e-mail address/],
	])("is named, with what is wrong and the mend: %$", (env, fault) => {
		expect(faultsOf(env)).toEqual([expect.stringMatching(fault)]);
	});

	test("does not hide what is wrong with the others", () => {
		expect(faultsOf({ PORT: "http", HOST: "0.0.0.0" })).toEqual([
			expect.stringMatching(/^PORT /),
			expect.stringMatching(/^HOST /),
		]);
	});
});

describe("a secret in a file", () => {
	const directory = mkdtempSync(join(tmpdir(), "concord-settings-"));
	const file = join(directory, "secret");
	beforeAll(() => writeFileSync(file, `${secret}\n`));
	afterAll(() => rmSync(directory, { recursive: true }));
	const { CONCORD_SECRET: _, ...withoutSecret } = production;

	test("is read without the end of its line", () => {
		expect(readConfig({ ...withoutSecret, CONCORD_SECRET_FILE: file }).secret).toBe(secret);
	});

	test("and one beside it are one too many", () => {
		expect(faultsOf({ ...production, CONCORD_SECRET_FILE: file })).toEqual([
			"CONCORD_SECRET and CONCORD_SECRET_FILE are both set. Take one of them away.",
		]);
	});

	test("that is not there is told once, and not as missing too", () => {
		expect(
			faultsOf({
				...withoutSecret,
				CONCORD_SECRET_FILE: join(directory, "none"),
			}),
		).toEqual([expect.stringMatching(/^CONCORD_SECRET_FILE names a file that cannot be read/)]);
	});
});

describe("files", () => {
	const scannerOf = (CONCORD_CLAMD: string) => readConfig({ CONCORD_CLAMD }).files.scanner;

	test("a virus scanner is a socket, or a host and a port; that there is none has to be said", () => {
		expect(scannerOf("/run/clamav/clamd.ctl")).toEqual({ path: "/run/clamav/clamd.ctl" });
		expect(scannerOf("clamd.internal:3310")).toEqual({ host: "clamd.internal", port: 3310 });
		expect(scannerOf("[::1]:3310")).toEqual({ host: "::1", port: 3310 });
		expect(scannerOf("none")).toBe("none");
		expect(scannerOf("")).toBeUndefined();
	});

	test("what is no scanner, no size and no number is refused with a fix", () => {
		const faults = () =>
			readConfig({
				CONCORD_CLAMD: "clamd",
				CONCORD_FILE_MB: "0",
				CONCORD_FILES_PER_ACT: "many",
			});
		expect(faults).toThrow(
			[
				"CONCORD_CLAMD is neither a socket, nor a host and a port, nor none: set it such as /run/clamav/clamd.ctl or 127.0.0.1:3310.",
				"CONCORD_FILE_MB is not a whole number from 1 to 100: set it to one, such as 25.",
				"CONCORD_FILES_PER_ACT is not a whole number from 1 to 50: set it to one, such as 10.",
			].join("\n"),
		);
	});
});

describe("the proxy in front of it", () => {
	test("is named by its addresses or networks", () => {
		expect(
			readConfig({ CONCORD_PROXY: "loopback, 10.0.3.7,10.0.4.0/24,fd00::/8" }).proxies,
		).toEqual(["loopback", "10.0.3.7", "10.0.4.0/24", "fd00::/8"]);
	});

	test.each(["proxy.example", "10.0.3", "0.0.0.0/0", "10.0.3.0/40", "10.0.3.7/8/8", "true"])(
		"is not “%s”",
		(CONCORD_PROXY) => {
			expect(faultsOf({ CONCORD_PROXY })).toEqual([
				expect.stringMatching(/^CONCORD_PROXY is no list of addresses/),
			]);
		},
	);
});

describe("figures for Prometheus", () => {
	test("are served where they are set, on this machine without more", () => {
		expect(readConfig({ CONCORD_METRICS: "127.0.0.1:9464" }).metrics).toEqual({
			host: "127.0.0.1",
			port: 9464,
			token: undefined,
		});
		expect(readConfig({ CONCORD_METRICS: "[::1]:9464" }).metrics?.host).toBe("::1");
	});

	test("where others can reach them, a token is required", () => {
		const CONCORD_METRICS = "0.0.0.0:9464";
		expect(faultsOf({ CONCORD_METRICS })).toEqual([
			"CONCORD_METRICS is 0.0.0.0:9464, which others can reach. Set CONCORD_METRICS_TOKEN, or use 127.0.0.1.",
		]);
		expect(readConfig({ CONCORD_METRICS, CONCORD_METRICS_TOKEN: secret }).metrics?.token).toBe(
			secret,
		);
	});

	test.each([
		[{ CONCORD_METRICS: "9464" }, /^CONCORD_METRICS is no host and port/],
		[
			{ CONCORD_METRICS: "127.0.0.1:9464", CONCORD_METRICS_TOKEN: "short" },
			/^CONCORD_METRICS_TOKEN is shorter/,
		],
	])("%j cannot stand", (env, fault) => {
		expect(faultsOf(env)).toEqual([expect.stringMatching(fault)]);
	});
});

describe("the nightly backup", () => {
	const key = "age1aqf6w3cnq0vr5khjqmde7lldfxmw7sjcmls243njgavlhj6xcszqqapegz";

	test("is made at half past two and kept for 14 nights, unless it is said otherwise", () => {
		const to = { CONCORD_BACKUP_TO: "/srv/backups", CONCORD_BACKUP_KEY: key };
		expect(readConfig(to).backup).toEqual({
			to: "/srv/backups",
			publicKey: key,
			at: "02:30",
			keep: 14,
		});
		expect(
			readConfig({ ...to, CONCORD_BACKUP_AT: "23:05", CONCORD_BACKUP_KEEP: "60" }).backup,
		).toMatchObject({ at: "23:05", keep: 60 });
	});

	test.each([
		[{ CONCORD_BACKUP_TO: "/srv/backups" }, "CONCORD_BACKUP_KEY is missing"],
		[{ CONCORD_BACKUP_KEY: key }, "CONCORD_BACKUP_TO is missing"],
		[{ CONCORD_BACKUP_KEY: "AGE-SECRET-KEY-1", CONCORD_BACKUP_TO: "/x" }, "is no public key"],
		[{ CONCORD_BACKUP_AT: "2.30" }, "CONCORD_BACKUP_AT is no time of day"],
		[{ CONCORD_BACKUP_KEEP: "0" }, "CONCORD_BACKUP_KEEP is not a whole number from 1"],
	])("%j is refused with its fix", (env, said) => {
		const faults = faultsOf(env as Record<string, string>);
		expect(faults[0]).toContain(said);
		expect(faults.join()).not.toContain("AGE-SECRET-KEY-1");
	});
});

describe("where programs may be told", () => {
	const reach = (given: Record<string, string>) => readConfig(given).webhooksMayReach;
	test("is this machine alone in a rehearsal, unless networks are named", () => {
		expect(reach({})).toEqual(["loopback"]);
		expect(reach({ CONCORD_WEBHOOKS_MAY_REACH: "10.0.3.0/24, fd12::/16" })).toEqual([
			"10.0.3.0/24",
			"fd12::/16",
		]);
	});
	test("is said with its fix where it is no network", () => {
		expect(() => reach({ CONCORD_WEBHOOKS_MAY_REACH: "everywhere" })).toThrow(
			"CONCORD_WEBHOOKS_MAY_REACH is no list of addresses",
		);
	});
});
