import { actOperations } from "./acts.ts";
import { differenceOperations } from "./differences.ts";
import { fileOperations } from "./files.ts";
import type { Operation } from "./operation.ts";
import { partnershipOperations } from "./partnership.ts";
import { putRightOperations } from "./put-right.ts";
import { raisingOperations } from "./raising.ts";
import { reportOperations } from "./reports.ts";
import { webhookOperations } from "./webhooks.ts";
import { workOperations } from "./work.ts";

/** Every operation of the API, in the order in which they are read. */
export const operations: readonly Operation[] = [
	...workOperations,
	...differenceOperations,
	...raisingOperations,
	...actOperations,
	...putRightOperations,
	...fileOperations,
	...partnershipOperations,
	...reportOperations,
	...webhookOperations,
];
