import { actOperations } from "./acts.ts";
import { briefingOperations } from "./briefings.ts";
import { differenceOperations } from "./differences.ts";
import { feedbackOperations } from "./feedback.ts";
import { fileOperations } from "./files.ts";
import { handOverOperations } from "./hand-over.ts";
import { learningOperations } from "./learning.ts";
import { letterOperations } from "./letters.ts";
import { linkOperations } from "./links.ts";
import { officeOperations } from "./office.ts";
import { onPaperOperations } from "./on-paper.ts";
import type { Operation } from "./operation.ts";
import { partnershipOperations } from "./partnership.ts";
import { putRightOperations } from "./put-right.ts";
import { raisingOperations } from "./raising.ts";
import { receiptOperations } from "./receipts.ts";
import { reportOperations } from "./reports.ts";
import { sealOperations } from "./seals.ts";
import { versionOperations } from "./versions.ts";
import { webhookOperations } from "./webhooks.ts";
import { whoLookedOperations } from "./who-looked.ts";
import { workOperations } from "./work.ts";

/** Every operation of the API, in the order in which they are read. */
export const operations: readonly Operation[] = [
	...workOperations,
	...differenceOperations,
	...whoLookedOperations,
	...raisingOperations,
	...handOverOperations,
	...actOperations,
	...putRightOperations,
	...versionOperations,
	...onPaperOperations,
	...officeOperations,
	...sealOperations,
	...linkOperations,
	...fileOperations,
	...letterOperations,
	...receiptOperations,
	...feedbackOperations,
	...partnershipOperations,
	...reportOperations,
	...learningOperations,
	...briefingOperations,
	...webhookOperations,
];
