/**
 * A backup could not be made or put back. `message` says why and what to do, to whoever runs Concord; it names files and
 * settings, and nothing of what the database holds.
 */
export class BackupFault extends Error {
	readonly code: string;

	/** @param code of the log, such as `BACKUP_NO_PLACE` */
	constructor(code: string, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

/** Somebody stopped it, or Concord. */
export const stopped = (): BackupFault =>
	new BackupFault("BACKUP_STOPPED", "It was stopped before it was done.");

/** What the system says of a file or a disk, for whoever runs Concord; anything else as it is. */
export function inPlainWords(problem: unknown, place: string): unknown {
	switch ((problem as NodeJS.ErrnoException).code) {
		case "ENOSPC":
			return new BackupFault("BACKUP_DISK_FULL", `The disk of ${place} is full. Make room there.`);
		case "ENOENT":
			return new BackupFault("BACKUP_NO_PLACE", `${place} is not there. Make it, or mount it.`);
		case "EACCES":
		case "EPERM":
			return new BackupFault(
				"BACKUP_NOT_ALLOWED",
				`${place} may not be read or written by the user that Concord runs as. Give that user the right to.`,
			);
		case "EROFS":
			return new BackupFault(
				"BACKUP_NOT_ALLOWED",
				`${place} may only be read from here. Where systemd starts Concord, name it in ReadWritePaths of the service: see docs/operations/backup.md.`,
			);
		default:
			return problem;
	}
}
