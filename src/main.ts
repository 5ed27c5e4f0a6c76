/**
 * The one place where Concord's parts are joined: what a start does in its order, what serves, and how all of it stops.
 * What an operator can mend is said in a sentence.
 */
import { randomBytes } from "node:crypto";
import {
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { App } from "./actions/app.ts";
import { chainOlder } from "./actions/chain-older.ts";
import { deriveWhatIsOld } from "./actions/derive-again.ts";
import { disposeAgain, listDisposalsOutside } from "./actions/dispose.ts";
import { beginFirstRun, firstRunHours } from "./actions/first-run.ts";
import { openKeys, tryKeys } from "./actions/open-keys.ts";
import { queueAgain } from "./actions/queue-again.ts";
import { sealUnder } from "./actions/seal.ts";
import { tryPlace } from "./backup/place.ts";
import { beside } from "./beside/beside.ts";
import { type Config, ConfigFault, howKeysAreKept, readConfig } from "./config.ts";
import { diskOf } from "./doctor/disk.ts";
import { DatabaseFault, startEmbeddedPostgres } from "./embedded-postgres/start.ts";
import { clamd } from "./files/clamd.ts";
import { prepareDatabase } from "./jobs/prepare-database.ts";
import { openQueue } from "./jobs/queue.ts";
import { SealFault } from "./keys/faults.ts";
import { noTransport, smtpTransport } from "./mail/transport.ts";
import { MetricsFault, metrics, serveMetrics } from "./metrics/metrics.ts";
import { projectRoot } from "./project-root.ts";
import { listShippedProtocols, ProtocolFault, readShippedProtocol } from "./protocol-files.ts";
import { ProviderFault, readProviders } from "./providers/provider-file.ts";
import { publishesTo } from "./publish-head.ts";
import { readAddress } from "./read-address.ts";
import { RealPeopleFault, refuseRealPeople } from "./rehearsal/refuse-real-people.ts";
import { type PlayedRehearsal, playRehearsal, seedRehearsal } from "./rehearsal/seed-rehearsal.ts";
import { runningFigures } from "./reports/running.ts";
import { calendarLibrary } from "./store/calendars.ts";
import { connect, ServerFault } from "./store/connect.ts";
import type { Db } from "./store/db.ts";
import { MigrationFault } from "./store/migrate.ts";
import { hasPartnership } from "./store/partnerships.ts";
import { protocolLibrary } from "./store/protocols.ts";
import { watchShape } from "./store/ready.ts";
import { asServing, findReplica, openReplica, type Replica } from "./store/replica.ts";
import { acrossPartnerships } from "./store/scope.ts";
import { sessionStore } from "./store/sessions.ts";
import { takeStartTurn } from "./store/start-turn.ts";
import { WallFault } from "./store/walls.ts";
import { buildServer } from "./web/server.ts";
import { postTo } from "./webhooks/post.ts";
import { mayReach } from "./webhooks/reachable.ts";

/** For so long the virus scanner may do nothing, in milliseconds, before a file waits. */
const scannerPatience = 15_000;

/** For so long after the database went away pages wait for it, in milliseconds, before they say so. */
const patience = 10_000;

/**
 * How long a connection is kept that nobody uses, in milliseconds. Whoever opens a page now and then finds one with its plans: to
 * connect and to plan anew takes several times as long as the page.
 */
const keptWarm = 10 * 60_000;

/** What stops, last started first. */
const running: (() => Promise<unknown>)[] = [];

async function start(): Promise<void> {
	const config = readConfig(process.env);

	const { databaseUrl, databaseOwnerUrl } = config;
	const ownerUrl = databaseOwnerUrl ?? databaseUrl ?? (await startOwnDatabase(config));
	const endTurn = await takeStartTurn(ownerUrl, () =>
		say("Another Concord starts on this database. This one goes on when that serves."),
	);
	const { keys, holder, made } = await openKeys(ownerUrl, config.keys, Temporal.Now.instant());
	if (made)
		say(
			`The key that closes what is told here is in ${holder.place}. Without it nobody can read the database or its disk. Keep a copy somewhere else.`,
		);
	const { owner, serving, isAhead } = await prepareDatabase(ownerUrl, {
		servingUrl: databaseOwnerUrl && databaseUrl,
		across: "start",
		keys,
	});
	const closeOwner = closedOnce(owner);
	running.push(closeOwner);
	for (const told of await tryKeys(owner, holder, Temporal.Now.instant())) say(told);
	if (config.rehearsal) await refuseRealPeople(owner);

	const { url } = serving;
	const replica = config.databaseReplicaUrl && (await replicaFor(config.databaseReplicaUrl, url));
	if (replica) running.push(replica.stop);
	const { db } = connect(url, {
		keys,
		wait: patience,
		idle: keptWarm,
		replica: replica || undefined,
	});
	running.push(() => db.destroy());
	const queue = await openQueue(url);
	running.push(queue.stop);
	const typed = beside();
	running.push(typed.stop);
	const secrets: [string, ...string[]] = [
		config.secret ?? rehearsalSecret(config.dataDirectory),
		...(config.secretBefore ? [config.secretBefore] : []),
	];
	const reach = mayReach(config.webhooksMayReach, config.rehearsal);
	const app: App = {
		db,
		beside: typed,
		clock: () => Temporal.Now.instant(),
		enqueue: queue.enqueue,
		mail: config.mail ? smtpTransport(config.mail.url, config.mail.from) : noTransport,
		protocols: protocolLibrary(),
		calendars: calendarLibrary(),
		bankHolidays: config.bankHolidaysUrl
			? {
					address: config.bankHolidaysUrl,
					read: readAddress(config.bankHolidaysUrl),
				}
			: undefined,
		files: {
			limits: config.files.limits,
			scanner:
				typeof config.files.scanner === "object"
					? clamd(config.files.scanner, scannerPatience)
					: config.files.scanner,
		},
		webhooks: { post: postTo(reach), mayBePlain: reach.allowsSome },
		signIn: { seal: sealUnder(secrets), idleMinutes: config.idleMinutes },
		hoursInEmergency: config.hoursInEmergency,
		shippedProtocols,
		keys: { holder, ...howKeysAreKept(config) },
		disk: () => diskOf(config.dataDirectory),
		backup: config.backup && { ...config.backup, url },
		disposalLists: [config.dataDirectory, ...(config.backup ? [config.backup.to] : [])],
		publishes: publishesTo(config.publishHeadTo),
		providers: await providersOf(config),
		rehearsal: config.rehearsal,
		address: config.address,
	};
	if (config.backup)
		await tryPlace(config.backup.to).catch((problem: Error) =>
			say(`The backup of the coming night cannot be written. ${problem.message}`),
		);
	if (isAhead)
		say(
			"Another Concord has brought this database to a newer version. This one serves beside it; bring it to that version too.",
		);
	const beforeServing = { ...app, db: owner };
	const linked = await chainOlder(beforeServing);
	if (linked > 0) say(`Linked ${linked} entries of the record that are older than its chains.`);
	const again = await disposeAgain(beforeServing, app.disposalLists ?? []);
	if (again > 0) say(`Disposed again of ${again} differences that a backup had brought back.`);
	await listDisposalsOutside(beforeServing);
	await deriveOld(beforeServing);
	const queued = await queueAgain(beforeServing);
	if (queued > 0) say(`Queued ${queued} messages and tasks that waited and were in no queue.`);
	if (config.rehearsal && !(await hasPartnership(owner))) await makeRehearsal(beforeServing);
	const firstRun = await beginFirstRun(beforeServing);
	// From here on nothing is done as the owner.
	await closeOwner();
	await endTurn();

	const figures = metrics(() =>
		acrossPartnerships("figures", () => runningFigures(db, app.clock())),
	);
	if (config.metrics) running.push((await serveMetrics(config.metrics, figures)).stop);
	const shape = watchShape(db, () => {
		say(
			"Another Concord has brought this database to a newer version. This one serves nothing more. Install that version and start it.",
		);
		void queue.stop();
	});
	running.push(async () => shape.stop());
	const web = buildServer(app, {
		isPassed: shape.isPassed,
		hasReplica: replica !== undefined,
		onAnswered: figures.answered,
		sessions: sessionStore(db, config),
		secret: secrets,
		proxies: config.proxies,
		bounceToken: config.bounceToken,
		log: { stream: process.stdout, level: config.rehearsal ? "warn" : "info" },
	});
	running.push(() => web.close());
	await web.listen({ host: config.host, port: config.port });
	await queue.work(app, (name, error) =>
		web.log.error({ job: name, error: codeOf(error) }, "A job failed"),
	);
	say(
		`Concord is at ${config.address}${config.rehearsal ? " (rehearsal: nothing in it is real)" : ""}`,
	);
	if (firstRun)
		say(
			`It is not set up yet. Set it up at this address, which works for ${firstRunHours} hours and until the next start:\n${firstRun}\nOr on this machine with: concord setup`,
		);
}

/** Who signs people in besides Concord. The library for it is read where there is one. */
async function providersOf({ providersFile, address }: Config): Promise<App["providers"]> {
	if (!providersFile) return [];
	const said = readProviders(providersFile);
	const { openIdConnect } = await import("./providers/open-id-connect.ts");
	return said.map((one) => openIdConnect(one, address));
}

/** What an older version kept in its own way is as this one keeps it before anybody reads a list. */
async function deriveOld(app: App): Promise<void> {
	const { derived, failures } = await deriveWhatIsOld(app);
	if (derived > 0) say(`Brought ${derived} differences to the way this version keeps them.`);
	if (failures.length > 0)
		say(
			`${failures.length} differences could not be brought to the way this version keeps them (${codeOf(failures[0])}). Lists may show them as they were before. The next start tries again.`,
		);
}

/** A replica that is away at a start is asked once it is there. */
async function replicaFor(said: string, servingUrl: string): Promise<Replica> {
	const url = asServing(said, servingUrl);
	const told = {
		follows: undefined,
		behind: "is far behind",
		"leads-itself": "leads to the server on which everything is written",
		away: "does not answer",
	}[await findReplica(url, servingUrl)];
	if (told)
		say(`DATABASE_REPLICA_URL ${told}. Pages ask DATABASE_URL until a server there follows it.`);
	return openReplica(url, servingUrl);
}

/** Closes a database the first time it is called. */
function closedOnce(db: Db): () => Promise<void> {
	let closed: Promise<void> | undefined;
	return () => {
		closed ??= db.destroy();
		return closed;
	};
}

/** Whoever starts at the same time waits until it is made, however long that takes. */
async function makeRehearsal(app: App): Promise<void> {
	await seedRehearsal(app, await playedRehearsal());
}

let played: Promise<PlayedRehearsal> | undefined;

/** The rehearsal as the rules play it, once: begun while its database is being made, where that is made. */
function playedRehearsal(): Promise<PlayedRehearsal> {
	played ??= playShipped();
	return played;
}

async function playShipped(): Promise<PlayedRehearsal> {
	const shipped = (file: string) => readShippedProtocol(join(projectRoot, "protocols"), file);
	return playRehearsal(Temporal.Now.instant(), {
		somerset: shipped("somerset/2021-04.yaml"),
		practiceResolution: shipped("rotherham-practice-resolution/2025.yaml"),
		conferenceChallenge: shipped("rotherham-conference-challenge/2025.yaml"),
	});
}

async function startOwnDatabase({ dataDirectory, rehearsal }: Config): Promise<string> {
	const postgres = await startEmbeddedPostgres({
		directory: dataDirectory,
		whileMaking: () => {
			// What is wrong with it is said when it is asked for.
			if (rehearsal) playedRehearsal().catch(() => {});
		},
	});
	running.push(postgres.stop);
	// Without its database Concord can do nothing: whatever started it may start both again.
	void postgres.failed.then((why) => stopFor(1, `Concord stops. ${why}`));
	return postgres.url;
}

/** Made once, so that a restart does not sign everybody out; two that start at once have the same. */
function rehearsalSecret(directory: string): string {
	const file = join(directory, "rehearsal-secret");
	const kept = () => (existsSync(file) ? readFileSync(file, "utf8") : "");
	// A start that was killed while it wrote left less.
	if (kept().length >= 64) return kept();
	mkdirSync(directory, { recursive: true });
	const mine = `${file}-${process.pid}`;
	writeFileSync(mine, randomBytes(48).toString("base64"), { mode: 0o600 });
	try {
		if (kept() === "") linkSync(mine, file);
		else renameSync(mine, file);
	} catch (problem) {
		if (codeOf(problem) !== "EEXIST") throw problem;
	} finally {
		rmSync(mine, { force: true });
	}
	return kept();
}

let shipped: ReturnType<typeof listShippedProtocols> | undefined;

/** Read when somebody first asks: only a partnership that begins needs them. */
function shippedProtocols() {
	shipped ??= listShippedProtocols(join(projectRoot, "protocols"));
	return shipped;
}

let stopping = false;

/** Stops everything in order: no more requests, then the jobs, then the database. */
async function stop(code: number): Promise<void> {
	if (stopping) return;
	stopping = true;
	for (const each of running.splice(0).reverse())
		await each().catch((problem) => say(`While stopping: ${codeOf(problem)}`));
	process.exit(code);
}

function stopFor(code: number, why: string): Promise<void> {
	// What fails because Concord is stopping is no news.
	if (!stopping) process.stderr.write(`${why}\n`);
	return stop(code);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));

/** What an operator can mend is said in a sentence; anything else is a fault of ours and says where. */
function inPlainWords(problem: unknown): string {
	if (
		problem instanceof ConfigFault ||
		problem instanceof ProtocolFault ||
		problem instanceof MigrationFault ||
		problem instanceof DatabaseFault ||
		problem instanceof MetricsFault ||
		problem instanceof ProviderFault ||
		problem instanceof RealPeopleFault ||
		problem instanceof SealFault ||
		problem instanceof ServerFault ||
		problem instanceof WallFault
	)
		return problem.message;
	const { syscall } = problem as NodeJS.ErrnoException;
	switch (codeOf(problem)) {
		case "EADDRINUSE":
			return "PORT is in use by another program. Stop that program, or set PORT to another number.";
		case "EADDRNOTAVAIL":
			return "HOST is no address of this machine. Set it to one that is, such as 127.0.0.1.";
		case "EACCES":
			if (syscall === "listen")
				return "PORT may not be used by this user. Set it to a number above 1023.";
			break;
		case "ENOSPC":
		case "53100":
			return "The disk is full. Make room, then start Concord again.";
		case "42501":
			return "The database's owner may not create tables. Give Concord a database of its own.";
	}
	return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}

const codeOf = (problem: unknown): string =>
	String(
		(problem as { code?: string }).code ?? (problem instanceof Error ? problem.name : problem),
	);

const say = (line: string) => process.stdout.write(`${line}\n`);

start().catch((problem) => stopFor(2, `Concord did not start.\n${inPlainWords(problem)}`));
