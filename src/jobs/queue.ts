import { type ConstructorOptions, fromKysely, PgBoss } from "pg-boss";
import type { App, Job } from "../actions/app.ts";
import { acrossPartnerships } from "../store/scope.ts";
import { onAClock, onAnEvent } from "./index.ts";
import { noteRun } from "./note-run.ts";
import { setMailAside } from "./send-mail.ts";

/** The job queue, on the same database as everything else. */
export type Queue = {
	/** Queues work inside an act's own transaction: it is done if the act is, and not if it is not. */
	enqueue: App["enqueue"];
	/** Begins to work. */
	work: (app: App, problem: (name: string, error: unknown) => void) => Promise<void>;
	/** Lets what is being done finish, then stops. */
	stop: () => Promise<void>;
};

/** Where a message goes that has failed too often: it is given up, and the Business Unit sees that. */
const setAside = "set-aside";

/** Tries of what an act calls for: over about a day, ever further apart. */
const triedForADay = {
	retryLimit: 12,
	retryDelay: 30,
	retryBackoff: true,
	retryDelayMax: 3 * 60 * 60,
	// What a killed Concord was doing is taken up again after this.
	expireInSeconds: 120,
};

/** A message that none of them sent is set aside. */
const whenCalledFor = { ...triedForADay, deadLetter: setAside };

/** What a page asks for: looked for often, because somebody waits. Killed while it ran, it is begun again. */
const whenAskedFor = { retryLimit: 2, retryDelay: 5, expireInSeconds: 900 };

/** One run for each address waits at most. What is missed is made up for each minute, so none is tried again. */
const whenProgramsHear = {
	policy: "short",
	retryLimit: 0,
	expireInSeconds: 120,
	deleteAfterSeconds: 60 * 60,
} as const;

/** What somebody typed on the sign-in page: gone from the queue soon, whether anybody has the address or not. */
const whenTyped = {
	retryLimit: 3,
	retryDelay: 10,
	retryBackoff: true,
	expireInSeconds: 60,
	deleteAfterSeconds: 60 * 60,
};

/**
 * How a queue is made, how often it is looked at, in seconds, and how much of it is done at once: a morning's reminders go out
 * together, and pages still find a connection to the database. Two tasks are done side by side, so that a long one keeps no
 * short one waiting; four addresses of programs, so that one that does not answer keeps none waiting.
 */
const queues = {
	"send-mail": { made: whenCalledFor, lookEvery: 2, atOnce: 5, sideBySide: 1 },
	"run-task": { made: whenAskedFor, lookEvery: 0.5, atOnce: 1, sideBySide: 2 },
	"tell-account": { made: whenTyped, lookEvery: 2, atOnce: 2, sideBySide: 1 },
	"list-disposals": { made: whenCalledFor, lookEvery: 5, atOnce: 1, sideBySide: 1 },
	"tell-webhooks": { made: triedForADay, lookEvery: 2, atOnce: 5, sideBySide: 1 },
	"send-webhooks": { made: whenProgramsHear, lookEvery: 2, atOnce: 1, sideBySide: 4 },
} as const;

/** What is missed is made up for by the next run, so none is tried again, or waits twice, or is kept for long. */
const whenTimeComes = {
	policy: "short",
	retryLimit: 0,
	expireInSeconds: 600,
	deleteAfterSeconds: 60 * 60,
} as const;

/** The schema of the queue's own tables, which pg-boss makes. */
export const queueSchema = "pgboss";

const bossOn = (url: string, options: ConstructorOptions): PgBoss => {
	const boss = new PgBoss({
		connectionString: url,
		application_name: "concord-jobs",
		schema: queueSchema,
		max: 3,
		// Parts of pg-boss that we do not use need not ask the database every few seconds.
		registerInstance: false,
		flowIntervalSeconds: 3600,
		bamIntervalSeconds: 3600,
		...options,
	});
	// It says that it could not reach the database; it goes on trying by itself.
	boss.on("error", () => {});
	return boss;
};

/**
 * Makes the queue's tables, or brings them to this version's.
 *
 * @param ownerUrl the database as its owner: whoever works the queue makes no table
 */
export async function prepareQueue(ownerUrl: string): Promise<void> {
	const boss = bossOn(ownerUrl, { max: 1, supervise: false, schedule: false });
	await boss.start();
	await boss.createQueue(setAside);
	for (const [name, { made }] of Object.entries(queues)) await boss.createQueue(name, made);
	for (const [name, { longest }] of Object.entries(onAClock))
		await boss.createQueue(name, {
			...whenTimeComes,
			...(longest ? { expireInSeconds: longest } : {}),
		});
	await boss.stop({ graceful: false });
}

/**
 * Opens a queue that is prepared; it works only once `work` is called.
 *
 * @param url of the database
 */
export async function openQueue(url: string): Promise<Queue> {
	const boss = bossOn(url, { migrate: false, createSchema: false });
	await boss.start();
	const stopping = new AbortController();

	return {
		enqueue: async (trx, jobs) => {
			for (const [name, ofName] of Map.groupBy(jobs, (job) => job.name))
				await boss.insert(
					name,
					ofName.map(({ data }) => ({
						data,
						...("webhookId" in data && { singletonKey: data.webhookId }),
					})),
					{ db: fromKysely(trx) },
				);
		},
		work: async (app, problem) => {
			for (const [name, job] of Object.entries(onAnEvent))
				await boss.work(
					name,
					{
						pollingIntervalSeconds: queues[name as Job["name"]].lookEvery,
						batchSize: queues[name as Job["name"]].atOnce,
						localConcurrency: queues[name as Job["name"]].sideBySide,
						burstWhenBatchFull: true,
						perJobResults: true,
					},
					(jobs: { id: string; data: Job["data"] }[]) =>
						Promise.all(
							jobs.map(({ id, data }) =>
								told(problem, name, () =>
									(job as (app: App, data: Job["data"]) => Promise<void>)(app, data),
								).then(
									() => ({ id, status: "completed" as const }),
									() => ({ id, status: "failed" as const }),
								),
							),
						),
				);
			await boss.work(
				setAside,
				{ pollingIntervalSeconds: 20 },
				async (jobs: { data: { messageId: string } }[]) => {
					for (const { data } of jobs) await setMailAside(app, data);
				},
			);
			for (const [name, { cron, run }] of Object.entries(onAClock)) {
				const when = typeof cron === "string" ? cron : cron(app);
				if (when === undefined) {
					await boss.unschedule(name);
					continue;
				}
				await boss.work(name, { pollingIntervalSeconds: 20 }, ([job]) =>
					told(problem, name, () =>
						noteRun(app, name, () =>
							acrossPartnerships("clock", () =>
								run(app, AbortSignal.any([stopping.signal, ...(job ? [job.signal] : [])])),
							),
						),
					),
				);
				await boss.schedule(name, when, null, { tz: "Europe/London" });
			}
		},
		stop: async () => {
			stopping.abort();
			await boss.stop({ graceful: true, timeout: 5_000 });
		},
	};
}

/** Tells of a job that failed, and lets the queue try it again. */
async function told(
	problem: (name: string, error: unknown) => void,
	name: string,
	run: () => Promise<void>,
) {
	try {
		await run();
	} catch (error) {
		problem(name, error);
		throw error;
	}
}
