import { parseArgs } from "node:util";
import { tryPlace } from "../backup/place.ts";
import { type Config, ConfigFault, howKeysAreKept, readConfig } from "../config.ts";
import { clockOf, tryAddress } from "../doctor/address.ts";
import { backupPlaceFinding } from "../doctor/backup-place.ts";
import { bankHolidayListFinding } from "../doctor/bank-holidays.ts";
import { clocksFinding, type OtherClock } from "../doctor/clock.ts";
import { dataDirectoryFindings } from "../doctor/data-directory.ts";
import { databaseFinding, replicaFinding, versionFinding } from "../doctor/database.ts";
import { keyFinding } from "../doctor/keys.ts";
import { mailServerFinding } from "../doctor/mail.ts";
import { scannerFinding } from "../doctor/scanner.ts";
import { servingRoleFinding } from "../doctor/serving-role.ts";
import type { Finding } from "../domain/running/finding.ts";
import { clamd } from "../files/clamd.ts";
import { openKeyHolder } from "../key-holders/open-key-holder.ts";
import { readAddress } from "../read-address.ts";
import { connect } from "../store/connect.ts";
import type { Db } from "../store/db.ts";
import { inspectServer } from "../store/inspect.ts";
import { isKeyCopied, listWrappedKeys } from "../store/installation-keys.ts";
import { shapeOf } from "../store/ready.ts";
import { asServing, findReplica } from "../store/replica.ts";
import { type Overstep, overstepsOf, servingAddressOf } from "../store/walls.ts";
import { type Command, type Io, WrongCall } from "./command.ts";
import { type Found, tellFindings } from "./findings-out.ts";
import { withAddress, withDatabase } from "./open-database.ts";
import { runningFound } from "./running-found.ts";

/** How long the virus scanner may do nothing, in milliseconds. */
const patience = 15_000;

export const doctor: Command = {
	name: "doctor",
	summary: "Try everything that Concord needs, and say what to mend",
	usage: `Usage:
  concord doctor [--mail-to ADDRESS] [--json]

Tries the settings in the environment: the database, the data directory, the mail server, the address
and its certificate as people reach it, clocks, the virus scanner, where backups go, the list of bank
holidays; and says how Concord is running, as ‘concord health’ does. It changes nothing. Run it as the user of Concord.

  --mail-to  sends one mail there, to see whether it arrives
  --json     for machines

Exit codes: 0 all is well, 1 something should be looked at, 2 something does not work.`,
	run: async (args, io) => {
		const { values } = parseArgs({
			args,
			options: { json: { type: "boolean", default: false }, "mail-to": { type: "string" } },
		});
		const to = values["mail-to"];
		if (to !== undefined && !/^[^\s@]+@[^\s@]+$/.test(to))
			throw new WrongCall(`‘${to}’ is no mail address.`);
		return tellFindings(io, await examine(io, to), values);
	},
};

async function examine(io: Io, to: string | undefined): Promise<Found[]> {
	const { config, findings } = settingsIn(io.env);
	if (!config) return [{ findings }];
	const outside = await tryAddress(config.address, io.now);
	const { scanner } = config.files;
	const rest = [
		await mailServerFinding(config.mail, to),
		...outside.findings,
		await scannerFinding(typeof scanner === "object" ? clamd(scanner, patience) : scanner),
		...(config.bankHolidaysUrl
			? [await bankHolidayListFinding(readAddress(config.bankHolidaysUrl))]
			: []),
	];
	const backups = config.backup
		? [
				await backupPlaceFinding(
					config.backup.to,
					config.databaseUrl ? undefined : config.dataDirectory,
					tryPlace,
				),
			]
		: [];
	const elsewhere = config.bankHolidaysUrl && (await clockOf(config.bankHolidaysUrl, io.now));
	const inside = await examineDatabase(
		io,
		[outside.clock, elsewhere || undefined].filter((clock) => clock !== undefined),
	);
	const directory = await dataDirectoryFindings(config.dataDirectory);
	const [installation, ...partnerships] = inside;
	return [
		{
			findings: [
				...findings,
				...directory,
				...backups,
				...rest,
				// Room on the disk is told with the directory.
				...(installation?.findings ?? []).filter(({ check }) => check !== "disk"),
			],
		},
		...partnerships,
	];
}

function settingsIn(env: Io["env"]): { config?: Config; findings: Finding[] } {
	const title = "Settings";
	try {
		const config = readConfig(env);
		const says = `They can stand. This is ${config.rehearsal ? "a rehearsal" : "real use"}.`;
		return { config, findings: [{ check: "settings", title, state: "well", says }] };
	} catch (fault) {
		if (!(fault instanceof ConfigFault)) throw fault;
		return {
			findings: fault.message
				.split("\n")
				.map((says) => ({ check: "settings", title, state: "broken", says })),
		};
	}
}

const keysFound = async (db: Db, config: Config): Promise<Finding> =>
	keyFinding(() => openKeyHolder(config.keys).holder, await listWrappedKeys(db), {
		isBesideData: howKeysAreKept(config).isBesideData,
		isCopied: !howKeysAreKept(config).isInFile || (await isKeyCopied(db)),
		rehearsal: config.rehearsal,
	});

/** What the role that serves may do and must not; undefined where it cannot be asked. */
const overstepsHere = (owner: Db, config: Config): Promise<Overstep[] | undefined> =>
	withAddress(config, async (ownerUrl) => {
		const url =
			config.databaseOwnerUrl && config.databaseUrl
				? config.databaseUrl
				: await servingAddressOf(owner, ownerUrl);
		const { db } = connect(url, { most: 1 });
		try {
			return await overstepsOf(db);
		} catch {
			return undefined;
		} finally {
			await db.destroy();
		}
	});

/** Where the replica that the settings name is reached, and how it stands. */
const replicaFound = (owner: Db, config: Config): Promise<Finding[]> =>
	withAddress(config, async (ownerUrl) => {
		if (!config.databaseReplicaUrl) return [];
		const serving =
			config.databaseOwnerUrl && config.databaseUrl
				? config.databaseUrl
				: await servingAddressOf(owner, ownerUrl);
		const url = asServing(config.databaseReplicaUrl, serving);
		return [replicaFinding(await findReplica(url, serving))];
	});

async function examineDatabase(io: Io, others: readonly OtherClock[]): Promise<Found[]> {
	try {
		return await withDatabase(io, async (db, config) => {
			const facts = await inspectServer(db);
			const ours = io.now().toString();
			const clocks = clocksFinding([
				{ whose: "the database’s", shows: facts.clock, ours },
				...others,
			]);
			const shape = await shapeOf(db);
			const [installation, ...partnerships] =
				shape === "same" ? await runningFound(db, config, io.now()) : [];
			return [
				{
					findings: [
						databaseFinding(facts),
						versionFinding(shape),
						...(shape === "same" ? [servingRoleFinding(await overstepsHere(db, config))] : []),
						...(await replicaFound(db, config)),
						...(clocks ? [clocks] : []),
						...(shape === "same" ? [await keysFound(db, config)] : []),
						...(installation?.findings ?? []),
					],
				},
				...partnerships,
			];
		});
	} catch (problem) {
		const { message, code } = problem as NodeJS.ErrnoException;
		const says =
			problem instanceof WrongCall
				? message
				: // What the server itself says has a number for machines and words for people.
					`It cannot be asked (${/^[0-9A-Z]{5}$/.test(code ?? "") ? message : (code ?? message)}).`;
		const fix =
			problem instanceof WrongCall
				? "The first start makes it. If Concord has run before, it is elsewhere."
				: "Check that it runs, and DATABASE_URL.";
		return [{ findings: [{ check: "database", title: "Database", state: "broken", says, fix }] }];
	}
}
