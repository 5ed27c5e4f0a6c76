import type { App } from "../actions/app.ts";
import { makeNightlyBackup } from "../backup/make-backup.ts";

/** Every night at the time that the settings name, in cron's words; undefined where they name no place for it. */
export const whenToBackUp = ({ backup }: App): string | undefined => {
	if (!backup) return undefined;
	const [hour, minute] = backup.at.split(":").map(Number);
	return `${minute} ${hour} * * *`;
};

/** Makes the backup of this night. What goes wrong is in the log, and in the table of backups. */
export async function backUp(app: App, signal: AbortSignal): Promise<void> {
	if (app.backup)
		await makeNightlyBackup(app.backup, {
			...app,
			url: app.backup.url,
			signal,
			keys: app.keys?.holder,
		});
}
