/**
 * What somebody typed is read, compared and played in threads beside the server's own, each job within a limit of
 * time: whatever the text is, it keeps nobody else waiting.
 */
import { once } from "node:events";
import { extname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Rules } from "../domain/difference/rules.ts";
import type { TypedTable, UnreadableTable } from "../domain/learning/old-log/typed-table.ts";
import type { Fault } from "../domain/protocol/file/faults.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import type { Change } from "../domain/protocol/told/compare/compare.ts";
import type { TriedStory } from "../domain/story/try-story.ts";
import type { Answered, Asked } from "./beside-worker.ts";
import type { Jobs, TypedProtocol } from "./jobs.ts";

export type Beside = {
	/** A text that takes too long has one fault, which says so. @param others the protocols that it may hand over to */
	read: (text: string, others: Protocol[]) => Promise<TypedProtocol>;
	/** Undefined where it takes too long, or too many wait. */
	compare: (before: Protocol, after: Protocol) => Promise<Change[] | undefined>;
	/** A story that takes too long has one fault, which says so. */
	play: (rules: Rules, text: string) => Promise<TriedStory | { faults: Fault[] }>;
	/** The table in a file. One that takes too long, or too much memory, cannot be read, and says so. */
	readTable: (bytes: Uint8Array) => Promise<TypedTable | UnreadableTable>;
	stop: () => Promise<void>;
};

/** The thread's own time on the processor, so that a busy machine refuses nothing: a protocol takes a fiftieth of it. */
const mostMilliseconds = 2_000;
const lookEvery = 50;
/** A file may be read for longer: 100,000 lines of a workbook take some seconds, and nobody waits at the page. */
const longestTable = 60_000;
const mostThreads = 2;
/** So many who wait are more than type at one time. */
const mostWaiting = 50;
/** Enough for the longest text; more is taken from nobody else. */
const memory = { maxOldGenerationSizeMb: 384 };

/** It took too much time or memory. */
const tooLong = Symbol("too long");
/** It was not begun. */
const tooMany = Symbol("too many");
type Refused = typeof tooLong | typeof tooMany;

type Thread = { worker: Worker; ready: Promise<unknown> };
type Task = Asked & {
	/** Milliseconds of the processor. */
	most: number;
	resolve: (answer: unknown) => void;
	reject: (problem: unknown) => void;
};

/** Threads begin when they are first needed. @param most milliseconds of the processor for one job */
export function beside(most = mostMilliseconds): Beside {
	const all = new Set<Thread>();
	const idle: Thread[] = [];
	const waiting: Task[] = [];

	function start(): Thread {
		const worker = new Worker(
			// Beside this file in src/ and, bundled, in dist/.
			new URL(`./beside-worker${extname(import.meta.filename)}`, import.meta.url),
			{ resourceLimits: memory, env: {} },
		);
		const thread = { worker, ready: once(worker, "message") };
		all.add(thread);
		return thread;
	}

	function next(): void {
		if (waiting.length === 0 || (idle.length === 0 && all.size >= mostThreads)) return;
		const task = waiting.shift();
		const thread = idle.pop() ?? start();
		if (task)
			void doIn(thread, task).then((isAlive) => {
				if (isAlive) idle.push(thread);
				else all.delete(thread);
				next();
			});
	}

	const ask = <Job extends keyof Jobs>(job: Job, ...given: Parameters<Jobs[Job]>) =>
		askWithin(most, job, ...given);

	function askWithin<Job extends keyof Jobs>(
		most: number,
		job: Job,
		...given: Parameters<Jobs[Job]>
	): Promise<Awaited<ReturnType<Jobs[Job]>> | Refused> {
		if (waiting.length >= mostWaiting) return Promise.resolve(tooMany);
		return new Promise((resolve, reject) => {
			waiting.push({ job, given, most, resolve: resolve as Task["resolve"], reject });
			next();
		});
	}

	return {
		read: async (text, others) => {
			const read = await ask("read", text, others);
			return isRefused(read) ? { faults: [why(read, "text", "check")] } : read;
		},
		compare: async (before, after) => {
			const changes = await ask("compare", before, after);
			return isRefused(changes) ? undefined : changes;
		},
		play: async (rules, text) => {
			const played = await ask("play", rules, text);
			return isRefused(played) ? { faults: [why(played, "story", "play")] } : played;
		},
		readTable: async (bytes) => {
			const read = await askWithin(longestTable, "readTable", bytes);
			return isRefused(read) ? why(read, "file", "read") : read;
		},
		stop: async () => {
			await Promise.all([...all].map(({ worker }) => worker.terminate()));
		},
	};
}

const isRefused = (answer: unknown): answer is Refused => answer === tooLong || answer === tooMany;

const why = (refused: Refused, what: string, doing: string) => ({
	line: 1,
	where: "",
	...(refused === tooLong
		? { wrong: `It takes too long to ${doing} this ${what}, so Concord stopped`, fix: "Shorten it" }
		: { wrong: "Too many people are checking texts just now", fix: "Try again in a minute" }),
});

/** @returns whether the thread can be asked again */
async function doIn({ worker, ready }: Thread, task: Task): Promise<boolean> {
	const { job, given, most, resolve, reject } = task;
	const done = new AbortController();
	try {
		worker.ref();
		await ready;
		const before = await timeOf(worker);
		const asked: Asked = { job, given };
		const answer = once(worker, "message", { signal: done.signal });
		worker.postMessage(asked);
		const first = await Promise.race([
			answer.then(([answered]) => answered as Exclude<Answered, "ready">),
			untilTimeIsUp(worker, before + most, done.signal),
		]);
		if (first === tooLong) {
			await worker.terminate();
			resolve(tooLong);
			return false;
		}
		if ("problem" in first) reject(first.problem);
		else resolve(first.answer);
		worker.unref();
		return true;
	} catch (problem) {
		if (isOutOfMemory(problem)) resolve(tooLong);
		else reject(problem);
		await worker.terminate();
		return false;
	} finally {
		done.abort();
	}
}

async function untilTimeIsUp(
	worker: Worker,
	end: number,
	signal: AbortSignal,
): Promise<typeof tooLong> {
	do await wait(lookEvery, undefined, { signal });
	while ((await timeOf(worker)) < end);
	return tooLong;
}

/** Milliseconds that a thread has had of the processor. */
async function timeOf(worker: Worker): Promise<number> {
	const { user, system } = await worker.cpuUsage();
	return (user + system) / 1000;
}

const isOutOfMemory = (problem: unknown): boolean =>
	(problem as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY";
