import type { App, Job } from "../actions/app.ts";
import { refreshBankHolidays } from "../actions/refresh-bank-holidays.ts";
import { checkFiles, clearFiles } from "./check-files.ts";
import { endSessions } from "./end-sessions.ts";
import { clearDownloads, clearOldLogs, runTaskAsked } from "./run-task.ts";
import { sendMail } from "./send-mail.ts";
import { sweepPartnerships } from "./sweep.ts";

/** What an act calls for. */
export const onAnEvent: {
	[Name in Job["name"]]: (app: App, data: Extract<Job, { name: Name }>["data"]) => Promise<void>;
} = {
	"send-mail": sendMail,
	"run-task": runTaskAsked,
};

/** What the time of day calls for, by London's clock. */
export const onAClock: Record<string, { cron: string; run: (app: App) => Promise<void> }> = {
	sweep: { cron: "* * * * *", run: sweepPartnerships },
	"check-files": { cron: "* * * * *", run: checkFiles },
	"clear-files": { cron: "23 3 * * *", run: clearFiles },
	"refresh-bank-holidays": { cron: "41 4 * * *", run: refreshBankHolidays },
	"clear-old-logs": { cron: "29 3 * * *", run: clearOldLogs },
	"clear-downloads": { cron: "11 * * * *", run: clearDownloads },
	"end-sessions": { cron: "17 3 * * *", run: endSessions },
};
