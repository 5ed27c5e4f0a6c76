import type { StepKind } from "../../domain/protocol/file/file.ts";
import { sayText as say } from "../../language/say.ts";

/** Everything that a mail can say is owed. A new kind of step does not compile until it has words here. */
const words = {
	discussion: () => say`talk to the other agency and record what was said`,
	form: () => say`complete your part of the form`,
	"sign-off": () => say`sign off the form or send it back`,
	forward: () => say`send the form to the other agency`,
	reply: () => say`reply to the other agency`,
	judgement: () => say`say whether it is resolved or goes on`,
	decision: () => say`record the decision`,
	"follow-up": () => say`follow up with the agency`,
	referral: () => say`act on the referral`,
	note: () => say`add a note to the record`,
	meeting: () => say`hold the meeting and record it`,
	letter: () => say`write the letter and send it`,
	notice: () => say`tell those who must be told`,
	choice: () => say`choose how it goes on`,
	task: () => say`do what is asked and record it`,
	"childs-record": () => say`put it on the record in your own system`,
	"time-limit": () => say`get this done`,
} as const satisfies Record<StepKind | "childs-record" | "time-limit", () => string>;

export type Owed = keyof typeof words;
export const owedKinds = Object.keys(words) as [Owed, ...Owed[]];

/** What somebody needs to do, after “to”. */
export const owedInWords = (owed: Owed): string => words[owed]();
