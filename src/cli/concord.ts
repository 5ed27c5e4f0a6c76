import { auditCheckReceipt } from "./audit-check-receipt.ts";
import { auditPublish } from "./audit-publish.ts";
import { auditVerify } from "./audit-verify.ts";
import { backup } from "./backup.ts";
import { backupKeygen } from "./backup-keygen.ts";
import { calendarCheck } from "./calendar-check.ts";
import { type Command, runCommand } from "./command.ts";
import { doctor } from "./doctor.ts";
import { due } from "./due.ts";
import { evidence } from "./evidence.ts";
import { exportCommand } from "./export.ts";
import { health } from "./health.ts";
import { importCommand } from "./import.ts";
import { inviteAgain } from "./invite-again.ts";
import { keysCheck } from "./keys-check.ts";
import { keysForget } from "./keys-forget.ts";
import { keysMake } from "./keys-make.ts";
import { keysRotate } from "./keys-rotate.ts";
import { keysShow } from "./keys-show.ts";
import { operatorAdd } from "./operator-add.ts";
import { partnershipCreate } from "./partnership-create.ts";
import { partnershipList } from "./partnership-list.ts";
import { partnershipMove } from "./partnership-move.ts";
import { peopleImport } from "./people-import.ts";
import { protocolCheck } from "./protocol-check.ts";
import { protocolCompare } from "./protocol-compare.ts";
import { protocolDraw } from "./protocol-draw.ts";
import { protocolGuide } from "./protocol-guide.ts";
import { protocolMerge } from "./protocol-merge.ts";
import { protocolSchemaCommand } from "./protocol-schema.ts";
import { report } from "./report.ts";
import { restore } from "./restore.ts";
import { setup } from "./setup.ts";
import { simulate } from "./simulate.ts";

const commands: readonly Command[] = [
	auditCheckReceipt,
	auditPublish,
	auditVerify,
	backupKeygen,
	backup,
	calendarCheck,
	doctor,
	due,
	inviteAgain,
	keysCheck,
	keysForget,
	keysMake,
	keysRotate,
	keysShow,
	operatorAdd,
	partnershipCreate,
	partnershipList,
	partnershipMove,
	peopleImport,
	evidence,
	exportCommand,
	importCommand,
	health,
	protocolCheck,
	protocolCompare,
	protocolDraw,
	protocolGuide,
	protocolMerge,
	protocolSchemaCommand,
	report,
	restore,
	setup,
	simulate,
];

// `concord due --csv - | head` closes our output early: nothing is wrong then.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code !== "EPIPE") throw error;
	process.exit(0);
});

process.exitCode = await runCommand(commands, process.argv.slice(2), {
	in: process.stdin,
	out: process.stdout,
	err: process.stderr,
	env: process.env,
	now: () => Temporal.Now.instant(),
	untilStopped: () => {
		const stopping = new AbortController();
		for (const signal of ["SIGINT", "SIGTERM"] as const)
			process.once(signal, () => stopping.abort());
		return stopping.signal;
	},
});
