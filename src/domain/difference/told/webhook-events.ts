import type { WebhookKind } from "../../people/webhook.ts";
import type { StepId } from "../../protocol/protocol.ts";
import type { RecordedEvent } from "../difference.ts";
import { isFor, type Reader } from "../who/may-read.ts";

/** Something that happened, as a program is told of it. */
export type WebhookEvent = {
	kind: WebhookKind;
	/** The entry of the record by which it happened: whoever may not read that hears nothing. */
	entry: number;
	/** When, as an ISO instant. */
	at: string;
	/** The step that opened. */
	step?: StepId;
};

/**
 * What somebody is told of one act. Whoever may read no entry of it hears nothing; whoever knew nothing of the difference
 * before hears that it was raised, or that it reached them.
 *
 * @param seen what they may read, and as whom
 * @param act the first and the last entry of the act
 * @param mayDo whether a step is open that they may do
 */
export function webhookEvents(
	{ entries, readers }: { entries: readonly RecordedEvent[]; readers: readonly Reader[] },
	act: { from: number; to: number },
	mayDo: (step: StepId) => boolean,
): WebhookEvent[] {
	// What reached them enclosed in something is older than that, and is told with it.
	const own = entries.filter((entry) => isFor(readers, entry));
	const theirs = own.filter(({ seq }) => seq >= act.from && seq <= act.to);
	const last = theirs.at(-1);
	if (!last) return [];
	const of = (kind: WebhookKind, { seq, at }: RecordedEvent): WebhookEvent => ({
		kind,
		entry: seq,
		at,
	});
	const isNew = own[0] === theirs[0];
	const raised = theirs.find(({ type }) => type === "raised");
	return [
		...(raised ? [of("difference.raised", raised)] : []),
		...(isNew && !raised ? [of("difference.received", theirs[0] ?? last)] : []),
		...theirs.flatMap((entry): WebhookEvent[] => {
			switch (entry.type) {
				case "sent":
					return [of("form.sent", entry)];
				case "step-opened":
					return mayDo(entry.step) ? [{ ...of("step.opened", entry), step: entry.step }] : [];
				case "clock-ran-out":
					return [of("clock.ran-out", entry)];
				case "ended":
					return [of("difference.ended", entry)];
				default:
					return [];
			}
		}),
		of("difference.changed", last),
	];
}
