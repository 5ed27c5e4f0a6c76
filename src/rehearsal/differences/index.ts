import type { RehearsedDifference } from "../acts.ts";
import type { Days } from "../opening-day.ts";
import { justRaised, resolvedByTalking, waitingForTheFirstTalk } from "./early-resolution.ts";
import { beforeTheExecutive, decidedWithReferral } from "./executive.ts";
import {
	awaitingSignOff,
	beingDrafted,
	receivedToday,
	resolvedByResponse,
	responseDueToday,
	responseOverdue,
	responseToConsider,
	toForwardToday,
} from "./formal-resolution.ts";
import {
	replyDueToday,
	replyOverdue,
	replyToWeigh,
	resolvedByManagers,
	withdrawn,
} from "./informal-resolution.ts";

/** Every difference of the rehearsal, each at another point on its opening day. The children do not exist. */
export const differences: ((days: Days) => RehearsedDifference)[] = [
	justRaised,
	waitingForTheFirstTalk,
	resolvedByTalking,
	replyDueToday,
	replyOverdue,
	replyToWeigh,
	resolvedByManagers,
	withdrawn,
	beingDrafted,
	awaitingSignOff,
	receivedToday,
	toForwardToday,
	responseDueToday,
	responseOverdue,
	responseToConsider,
	resolvedByResponse,
	beforeTheExecutive,
	decidedWithReferral,
];
