import { recordOnChildsRecord as decideRecord } from "../domain/difference/acts/record-on-childs-record.ts";
import type { Difference } from "../domain/difference/difference.ts";
import type { Side, StepId } from "../domain/protocol/protocol.ts";
import type { App } from "./app.ts";
import { changeDifference } from "./change-difference.ts";
import type { ActOn } from "./hold-difference.ts";

/** An agency says that a step stands on the child's own record. @throws Refusal 'already-recorded' */
export const recordOnChildsRecord = (
	app: App,
	on: ActOn,
	given: { step: StepId; side: Side },
): Promise<Difference | undefined> =>
	changeDifference(app, on, (rules, difference, now) =>
		decideRecord(rules, difference, given, on.by, now),
	);
