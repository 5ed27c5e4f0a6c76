/** The thread in which what somebody typed is read, compared and played: one job after the other. */
import { parentPort } from "node:worker_threads";
import { type Jobs, jobs } from "./jobs.ts";

/** What a thread is asked, and what it answers; `ready` once it can be asked. */
export type Asked = { job: keyof Jobs; given: unknown[] };
export type Answered = "ready" | { answer: unknown } | { problem: unknown };

parentPort?.on("message", async ({ job, given }: Asked) => {
	let answered: Answered;
	try {
		answered = { answer: await (jobs[job] as (...given: unknown[]) => unknown)(...given) };
	} catch (problem) {
		answered = { problem };
	}
	parentPort?.postMessage(answered);
});
parentPort?.postMessage("ready" satisfies Answered);
