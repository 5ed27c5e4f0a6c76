import type { App } from "../../../actions/app.ts";
import type { PartnershipClock } from "../../../actions/partnership-clock.ts";
import { reminderPlan } from "../../../domain/difference/reminders/reminders.ts";
import { bindingOf } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import {
	alreadySent,
	findDigest,
	listRulesAlreadySent,
	obligationOf,
	recordName,
} from "../../../store/reminders.ts";
import type { OwedStep } from "../../../store/work.ts";

/**
 * When somebody is next reminded of each thing that they owe: the moment for each that has one. Undefined for
 * somebody who gets one message each morning with all of it.
 */
export async function nextReminders(
	app: App,
	{ partnership, now }: PartnershipClock,
	personId: string,
	mine: OwedStep[],
): Promise<Map<OwedStep, Temporal.ZonedDateTime> | undefined> {
	if ((await findDigest(app.db, personId)) === "each-morning") return undefined;
	const calendars = await app.calendars.in(app.db, partnership.id);
	const sent = await listRulesAlreadySent(
		app.db,
		mine.map(({ differenceId }) => differenceId),
	);
	const next = new Map<OwedStep, Temporal.ZonedDateTime>();
	for (const owed of mine) {
		const protocol = await app.protocols.version(app.db, owed.versionId);
		// A date that is only meant reminds nobody.
		const dueAt = owed.strength === "indicative" ? null : owed.dueAt;
		const obligation = obligationOf(
			owed.toRecord === null
				? (owed.step ?? owed.clock ?? "")
				: recordName(owed.toRecord, owed.agency),
			owed.openedAt,
			dueAt ?? undefined,
		);
		const plan = reminderPlan(
			protocol,
			calendars.for(protocol),
			partnership.workingHours,
			{
				openedOn: londonTime(owed.openedAt).toPlainDate().toString(),
				dueAt,
				paused: owed.paused,
				binding: bindingOf(owed.strength ?? "hard"),
			},
			alreadySent(sent, { differenceId: owed.differenceId, obligation }),
			now,
		);
		const at = plan?.coming[0]?.at;
		if (at) next.set(owed, at);
	}
	return next;
}
