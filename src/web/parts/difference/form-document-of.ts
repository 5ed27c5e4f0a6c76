import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { FormDocument } from "../../../documents/form.ts";
import { decisionsIn, partsOf } from "../../../documents/form-parts.ts";
import { whatsNext } from "../../../domain/difference/told/whats-next.ts";
import { saidDue, sayEnding, sayTask } from "../../../domain/difference/told/words.ts";
import { startingLarge } from "../../../domain/english.ts";
import { type Form, type Protocol, stageTitle } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import { sayText as say, sayDate, withArticle } from "../../../language/say.ts";

/** What a printed form or letter asks of whoever holds it. */
export const handlingOf = ({ words }: Protocol): string =>
	say`Official – sensitive: personal information about ${withArticle(words.child)}. Share only with those who need it.`;

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
		return say`${sayEnding(protocol, difference.status.ending)} on ${sayDate(londonTime(difference.status.at).toPlainDate().toString())}.`;
	const [next] = whatsNext(protocol, difference, opened);
	return [
		`${stageTitle(protocol, difference.stage)}.`,
		...(next ? [sayAskedOf(opened, next)] : []),
	].join(" ");
}

function sayAskedOf(
	opened: OpenedDifference,
	{ who, step, clock }: ReturnType<typeof whatsNext>[number],
): string {
	const asked = startingLarge(who);
	const task = sayTask(opened.protocol, opened, step);
	return clock
		? say`${asked} is asked to ${task}, by ${saidDue(clock.due)}.`
		: say`${asked} is asked to ${task}.`;
}
