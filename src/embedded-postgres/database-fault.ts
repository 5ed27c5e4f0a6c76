/** The database that comes with Concord cannot be started. `message` says why, and what to do. */
export class DatabaseFault extends Error {}

/** Why the database did not start, and what to do where that is known. @param trouble PostgreSQL's last words */
export function whyNotStarted(cluster: string, trouble: string): string {
	if (/No space left on device/.test(trouble))
		return `The disk of ${cluster} is full. Make room, then start Concord again.`;
	if (/Read-only file system|Permission denied/.test(trouble))
		return `The database in ${cluster} cannot be written (${trouble}). Let Concord write there, or set CONCORD_DATA to a directory that it may write to.`;
	return `The database in ${cluster} did not start: ${trouble}.`;
}
