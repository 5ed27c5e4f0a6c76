import { createHash, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What is asked of the database whenever figures are read; ages are in seconds. */
export type RunningFigures = {
	queue: { waiting: number; oldest: number | null };
	outbox: { waiting: number; failed: number; oldest: number | null };
	/** Of the last look at what time has brought about; null where there was none yet. */
	sweepAge: number | null;
};

/** Where figures are read: an address of its own, which no page leads to. */
export type MetricsPlace = { host: string; port: number; token: string | undefined };

/** Figures of this process for Prometheus. */
export type Metrics = {
	/** Counts a request that is over. */
	answered: (one: { method: string; path: string | undefined; status: number; ms: number }) => void;
	/** All figures, as text. */
	read: () => Promise<string>;
};

/** Of any other nobody made a page, and whoever asks could make up as many as they like. */
const methods = ["GET", "POST", "HEAD"];

/**
 * Figures of requests, of the process and of what waits. A request is counted under its route as it is written, never
 * under its address.
 *
 * @param running asks the database; when it fails, the figures say that the database is away
 */
export function metrics(running: () => Promise<RunningFigures>): Metrics {
	const register = new Registry();
	collectDefaultMetrics({ register });
	const requests = new Histogram({
		name: "concord_request_seconds",
		help: "How long requests took, by route as it is written; status 0: the other side broke off",
		labelNames: ["method", "route", "status"],
		buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
		registers: [register],
	});
	const gauge = (name: string, help: string) =>
		new Gauge({ name: `concord_${name}`, help, registers: [register] });
	const up = gauge("database_up", "1 while the database answers");
	const asked = {
		queueWaiting: gauge("queue_waiting", "Pieces of work whose time has come"),
		queueAge: gauge("queue_oldest_seconds", "For how long the oldest of them has been due"),
		outboxWaiting: gauge("outbox_waiting", "Messages that have not gone to the mail server"),
		outboxAge: gauge("outbox_oldest_seconds", "For how long the oldest of them has waited"),
		outboxFailed: gauge(
			"outbox_failed",
			"Messages that did not arrive and that nobody has dealt with",
		),
		sweepAge: gauge(
			"sweep_age_seconds",
			"Since Concord last looked at what time has brought about",
		),
	};
	const ask = async () => {
		try {
			const { queue, outbox, sweepAge } = await running();
			up.set(1);
			asked.queueWaiting.set(queue.waiting);
			asked.queueAge.set(queue.oldest ?? 0);
			asked.outboxWaiting.set(outbox.waiting);
			asked.outboxAge.set(outbox.oldest ?? 0);
			asked.outboxFailed.set(outbox.failed);
			asked.sweepAge.set(sweepAge ?? Number.NaN);
		} catch {
			up.set(0);
			for (const each of Object.values(asked)) each.set(Number.NaN);
		}
	};
	return {
		answered: ({ method, path, status, ms }) =>
			requests.observe(
				{
					method: methods.includes(method) ? method : "other",
					route: path ?? "none",
					status: String(status),
				},
				ms / 1000,
			),
		read: async () => {
			await ask();
			return register.metrics();
		},
	};
}

/** Figures cannot be served where they were to be. `message` says why, and what to do. */
export class MetricsFault extends Error {}

/** Serves figures at `/metrics` of an address of their own. @returns what stops it @throws MetricsFault */
export async function serveMetrics(
	{ host, port, token }: MetricsPlace,
	{ read }: Metrics,
): Promise<{ port: number; stop: () => Promise<void> }> {
	const server = createServer(async (request, response) => {
		const answer = (status: number, text: string, type = "text/plain; charset=utf-8") =>
			response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text);
		if (request.url !== "/metrics" || request.method !== "GET") return answer(404, "Not found\n");
		if (token && !isSame(request.headers.authorization ?? "", `Bearer ${token}`))
			return answer(401, "Not for you\n");
		return answer(200, await read(), "text/plain; version=0.0.4; charset=utf-8");
	});
	server.listen(port, host);
	await once(server, "listening").catch(({ code }: NodeJS.ErrnoException) => {
		throw new MetricsFault(
			`CONCORD_METRICS names a place at which nothing can be served (${code}). Set it to a free port of this machine, such as 127.0.0.1:9464.`,
		);
	});
	const at = server.address();
	return {
		port: typeof at === "object" && at ? at.port : port,
		stop: async () => {
			server.close();
			server.closeAllConnections();
		},
	};
}

/** Compares in the same time whatever differs. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const digest = (text: string) => createHash("sha256").update(text).digest();
