import { expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { freshKey, raiseByTeacher, referenceOf } from "../../test/support/partnership.ts";
import { visitorAs } from "../../test/support/visitor.ts";
import { runningFigures } from "../reports/running.ts";
import { transact } from "../store/db.ts";
import { addMessages } from "../store/messages.ts";
import { saveJobRun } from "../store/running.ts";
import { metrics, type RunningFigures, serveMetrics } from "./metrics.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
const token = "a token of these tests that is long enough";

const nothingWaits: RunningFigures = {
	queue: { waiting: 0, oldest: null },
	outbox: { waiting: 0, failed: 0, oldest: null },
	sweepAge: 12,
};

test("requests are counted by route as it is written, and no address, reference or name is among the figures", async () => {
	const { app, db, people } = partnership;
	const id = await raiseByTeacher(partnership);
	const reference = await referenceOf(partnership, id);
	await saveJobRun(db, "sweep", "done", "2026-03-26T09:59:00Z");
	await transact(db, (trx) =>
		addMessages(trx, partnership.partnershipId, "2026-03-26T09:30:00Z", [
			{
				id: freshKey(),
				differenceId: id,
				toPerson: people.teacher.id,
				kind: "your-turn",
				notice: {},
			},
		]),
	);
	const figures = metrics(() => runningFigures(db, app.clock()));
	const web = partnership.serve({ onAnswered: figures.answered });
	const teacher = await visitorAs(web, people.teacher);
	await teacher.get(`/differences/${id}?q=${reference}`);
	await teacher.get(`/none/${reference}/there`);
	await web.inject({ url: "/", method: "OPTIONS" });
	const text = await figures.read();
	expect(text).toContain(
		'concord_request_seconds_count{method="GET",route="/differences/:id",status="200"} 1',
	);
	expect(text).toContain(
		'concord_request_seconds_count{method="GET",route="/:partnership/*",status="404"} 1',
	);
	expect(text).toContain(
		'concord_request_seconds_count{method="other",route="none",status="404"} 1',
	);
	expect(text).toMatch(/^concord_database_up 1$/m);
	expect(text).toMatch(/^concord_sweep_age_seconds 60$/m);
	expect(text).toMatch(/^concord_outbox_waiting 1$/m);
	expect(text).toMatch(/^concord_outbox_oldest_seconds 1800$/m);
	for (const name of ["nodejs_eventloop_lag_seconds", "process_resident_memory_bytes"])
		expect(text).toContain(name);
	for (const secret of [id, reference, people.teacher.name, "Canary"])
		expect(text).not.toContain(secret);
});

test("while the database is away the figures of the process are there, and say so", async () => {
	const text = await metrics(async () => {
		throw new Error("away");
	}).read();
	expect(text).toMatch(/^concord_database_up 0$/m);
	expect(text).toMatch(/^concord_queue_waiting Nan$/m);
});

test("they are read at one address, by whoever shows the token where one is set", async () => {
	const { port, stop } = await serveMetrics(
		{ host: "127.0.0.1", port: 0, token },
		metrics(async () => nothingWaits),
	);
	const ask = (path: string, authorization = `Bearer ${token}`) =>
		fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization } });
	try {
		expect((await ask("/metrics")).status).toBe(200);
		expect((await ask("/metrics", "Bearer another")).status).toBe(401);
		expect((await ask("/")).status).toBe(404);
	} finally {
		await stop();
	}
});
