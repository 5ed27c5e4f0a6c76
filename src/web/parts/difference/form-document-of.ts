import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { FormDocument } from "../../../documents/form.ts";
import { decisionsIn, partsOf } from "../../../documents/form-parts.ts";
import { sayDate } from "../../../domain/calendar/day-in-words.ts";
import { whatsNext } from "../../../domain/difference/told/whats-next.ts";
import { sayDue, sayEnding, sayTask } from "../../../domain/difference/told/words.ts";
import { startingLarge, withArticle } from "../../../domain/english.ts";
import { type Form, type Protocol, stageTitle } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";

/** What a printed form or letter asks of whoever holds it. */
export const handlingOf = ({ words }: Protocol): string =>
	`Official – sensitive: personal information about ${withArticle(words.child)}. Share only with those who need it.`;

/** A form as one reader may see it, ready for paper. */
export const formDocumentOf = (opened: OpenedDifference, form: Form): FormDocument => ({
	title: form.title,
	partnership: opened.here.partnership.name,
	reference: opened.header.reference,
	protocol: {
		title: opened.protocol.title,
		version: opened.protocol.version,
	},
	status: whereItStands(opened),
	handling: handlingOf(opened.protocol),
	decided: decisionsIn(opened),
	parts: partsOf(opened, form),
	producedOn: opened.here.now.toPlainDate().toString(),
});

/** Where the difference stands, in a sentence or two. */
export function whereItStands(opened: OpenedDifference): string {
	const { protocol, difference } = opened;
	if (difference.status.is === "ended")
		return `${sayEnding(protocol, difference.status.ending)} on ${sayDate(londonTime(difference.status.at).toPlainDate().toString())}.`;
	const [next] = whatsNext(protocol, difference, opened);
	const due = next?.clock ? `, by ${sayDue(next.clock.due)}` : "";
	return [
		`${stageTitle(protocol, difference.stage)}.`,
		next && `${startingLarge(next.who)} is asked to ${sayTask(protocol, opened, next.step)}${due}.`,
	]
		.filter(Boolean)
		.join(" ");
}
