import { expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { listJobRuns } from "../store/running.ts";
import { noteRun } from "./note-run.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });

test("when a job ended well and when it failed stay beside each other, and what failed is told on", async () => {
	const { app, db } = partnership;
	await noteRun(app, "sweep", async () => {});
	partnership.at("2026-03-26T10:01");
	const failure = new Error("The mail server is away");
	const failing = noteRun(app, "sweep", async () => {
		throw failure;
	});
	await expect(failing).rejects.toBe(failure);
	expect(await listJobRuns(db)).toEqual([
		{
			name: "sweep",
			doneAt: "2026-03-26T10:00:00.000Z",
			failedAt: "2026-03-26T10:01:00.000Z",
		},
	]);
});
