import { randomUUID } from "node:crypto";
import { mayVerifyRecord } from "../domain/people/record-watch.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { isUnderWay, type Task } from "../domain/task.ts";
import { transact } from "../store/db.ts";
import {
	addRecordCheck,
	listRecordChecks,
	type RecordCheck,
	saveRecordFound,
} from "../store/record-checks.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { askForTask, type Works } from "./task.ts";
import { type Verified, verifyRecord } from "./verify-record.ts";

/** So many are told of. */
const mostTold = 10;

/** A time at which the record was verified, how far that is, and what was found once it is over. */
export type CheckedRecord = Omit<RecordCheck, "found"> & {
	task: Task | undefined;
	found: Verified | null;
};

/** Those of somebody’s partnership, the latest first; undefined for whoever does not see to it. */
export async function recordChecks(app: App, viewer: Viewer): Promise<CheckedRecord[] | undefined> {
	if (!mayVerifyRecord(viewer)) return undefined;
	const checks = await listRecordChecks(app.db, viewer.partnershipId, mostTold);
	return Promise.all(
		checks.map(async (check) => ({
			...check,
			found: check.found as Verified | null,
			task: await latestTaskAbout(app.db, check.id),
		})),
	);
}

/** Has the record verified, beside the page; one that is under way is enough. @throws Refusal 'not-yours' */
export async function askToVerify(app: App, by: Viewer): Promise<void> {
	const checks = await recordChecks(app, by);
	if (!checks)
		throw new Refusal("not-yours", "Only those who look after the record can have it verified.");
	if (checks.some(({ task }) => task && isUnderWay(task))) return;
	const id = randomUUID();
	await transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const at = now.toInstant().toString();
		await addRecordCheck(trx, { id, partnershipId: by.partnershipId, askedBy: by.id, at });
		await askForTask(app, trx, by, "verify-record", id, now);
	});
}

/** What is done beside the page. */
export const recordWorks: Works<"verify-record", Pick<App, "db" | "clock" | "protocols">> = {
	"verify-record": async (app, task, told) => {
		let last = -1;
		const found = await verifyRecord(app, task.partnershipId, {
			told: async (part) => {
				const percent = Math.floor(part * 100);
				if (percent > last) await told(percent, 100);
				last = Math.max(last, percent);
			},
		});
		await transact(app.db, (trx) => saveRecordFound(trx, task.aboutId, found));
	},
};
