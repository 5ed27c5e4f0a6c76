import { BackupFault } from "../backup/backup-fault.ts";
import { type ExitCode, exit, type Io } from "./command.ts";

/** Says on standard error why a backup could not be made or put back. */
export async function toldFaults(
	{ err }: Pick<Io, "err">,
	signal: AbortSignal,
	work: () => Promise<ExitCode>,
): Promise<ExitCode> {
	try {
		return await work();
	} catch (fault) {
		if (!(fault instanceof BackupFault)) throw fault;
		err.write(`${fault.message}\n`);
		return signal.aborted ? exit.stopped : exit.faults;
	}
}
