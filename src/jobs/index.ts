import type { App, Job } from "../actions/app.ts";
import { endSessions } from "./end-sessions.ts";
import { sendMail } from "./send-mail.ts";
import { sweepPartnerships } from "./sweep.ts";

/** What an act calls for. */
export const onAnEvent: {
	[Name in Job["name"]]: (app: App, data: Job["data"]) => Promise<void>;
} = {
	"send-mail": sendMail,
};

/** What the time of day calls for, by London's clock. */
export const onAClock: Record<
	string,
	{ cron: string; run: (app: App) => Promise<void> }
> = {
	sweep: { cron: "* * * * *", run: sweepPartnerships },
	"end-sessions": { cron: "17 3 * * *", run: endSessions },
};
