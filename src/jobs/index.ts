import type { App, Job } from "../actions/app.ts";
import { refreshBankHolidays } from "../actions/refresh-bank-holidays.ts";
import { backUp, whenToBackUp } from "./back-up.ts";
import { checkFiles, clearFiles } from "./check-files.ts";
import { deriveAgain } from "./derive-again.ts";
import { endSessions } from "./end-sessions.ts";
import { keepToSchedules } from "./keep-to-schedule.ts";
import { listDisposals } from "./list-disposals.ts";
import { publishHeads } from "./publish-heads.ts";
import { clearDownloads, clearOldLogs, runTaskAsked } from "./run-task.ts";
import { sendMail } from "./send-mail.ts";
import { sweepPartnerships } from "./sweep.ts";
import { tellAccountAsked } from "./tell-account.ts";
import {
	clearWebhookLogs,
	sendWebhooksAsked,
	sendWebhooksDue,
	tellWebhooksAsked,
} from "./tell-webhooks.ts";

/** What an act calls for. */
export const onAnEvent: {
	[Name in Job["name"]]: (app: App, data: Extract<Job, { name: Name }>["data"]) => Promise<void>;
} = {
	"send-mail": sendMail,
	"run-task": runTaskAsked,
	"tell-account": tellAccountAsked,
	"list-disposals": listDisposals,
	"tell-webhooks": tellWebhooksAsked,
	"send-webhooks": sendWebhooksAsked,
};

/**
 * What the time of day calls for, by London's clock. Left undone where `cron` says no time.
 *
 * `run` ends soon once the signal says that Concord stops, and is given up after `longest` seconds, ten minutes when left out.
 */
export const onAClock: Record<
	string,
	{
		cron: string | ((app: App) => string | undefined);
		run: (app: App, signal: AbortSignal) => Promise<void>;
		longest?: number;
	}
> = {
	sweep: { cron: "* * * * *", run: sweepPartnerships },
	"derive-again": { cron: "*/5 * * * *", run: deriveAgain, longest: 60 * 60 },
	"check-files": { cron: "* * * * *", run: checkFiles },
	"clear-files": { cron: "23 3 * * *", run: clearFiles },
	"refresh-bank-holidays": { cron: "41 4 * * *", run: refreshBankHolidays },
	"clear-old-logs": { cron: "29 3 * * *", run: clearOldLogs },
	"back-up": { cron: whenToBackUp, run: backUp, longest: 12 * 60 * 60 },
	"publish-heads": { cron: "53 1 * * *", run: publishHeads },
	"send-webhooks-due": { cron: "* * * * *", run: sendWebhooksDue },
	"clear-webhook-log": { cron: "37 3 * * *", run: clearWebhookLogs },
	"clear-downloads": { cron: "11 * * * *", run: clearDownloads },
	"keep-to-schedule": { cron: "7 9 * * 1-5", run: keepToSchedules },
	"list-disposals-again": { cron: "47 1 * * *", run: listDisposals },
	"end-sessions": { cron: "17 3 * * *", run: endSessions },
};
