import type { StepKind } from "../../domain/protocol/file/file.ts";

/** Everything that a mail can say is owed. A new kind of step does not compile until it has words here. */
export const owedInWords = {
	discussion: "talk to the other agency and record what was said",
	form: "complete your part of the form",
	"sign-off": "sign off the form or send it back",
	forward: "send the form to the other agency",
	reply: "reply to the other agency",
	judgement: "say whether it is resolved or goes on",
	decision: "record the decision",
	"follow-up": "follow up with the agency",
	referral: "act on the referral",
	note: "add a note to the record",
	meeting: "hold the meeting and record it",
	letter: "write the letter and send it",
	notice: "tell those who must be told",
	choice: "choose how it goes on",
	task: "do what is asked and record it",
	"childs-record": "put it on the record in your own system",
	"time-limit": "get this done",
} as const satisfies Record<StepKind | "childs-record" | "time-limit", string>;

export type Owed = keyof typeof owedInWords;
export const owedKinds = Object.keys(owedInWords) as [Owed, ...Owed[]];
