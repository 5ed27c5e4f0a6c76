import type { App } from "../../../actions/app.ts";
import type { PartnershipClock } from "../../../actions/partnership-clock.ts";
import { reminderPlan } from "../../../domain/difference/reminders/reminders.ts";
import {
	alreadySent,
	findDigest,
	listRulesAlreadySent,
	listToRemind,
	type ToRemind,
} from "../../../store/reminders.ts";
import type { OwedStep } from "../../../store/work.ts";

/**
 * When somebody is next reminded of each thing that they owe: the moment for each that has one, from the same rows and
 * by the same rule as the sweep’s. Undefined for somebody who gets one message each morning with all of it.
 */
export async function nextReminders(
	app: App,
	{ partnership, now }: PartnershipClock,
	personId: string,
	mine: OwedStep[],
): Promise<Map<OwedStep, Temporal.ZonedDateTime> | undefined> {
	if ((await findDigest(app.db, personId)) === "each-morning") return undefined;
	const differences = [...new Set(mine.map(({ differenceId }) => differenceId))];
	if (differences.length === 0) return new Map();
	const calendars = await app.calendars.in(app.db, partnership.id);
	const rows = await listToRemind(app.db, partnership.id, { differences });
	const rowOf = new Map(rows.map((row) => [keyOf(row, row.what, row.owed), row]));
	const sent = await listRulesAlreadySent(app.db, differences, personId);
	const next = new Map<OwedStep, Temporal.ZonedDateTime>();
	for (const owed of mine) {
		const row = rowOf.get(keyOf(owed, ...whatIsOwed(owed)));
		if (!row) continue;
		const protocol = await app.protocols.version(app.db, owed.versionId);
		const plan = reminderPlan(
			protocol,
			calendars.for(protocol),
			partnership.workingHours,
			row,
			alreadySent(sent, row),
			now,
		);
		const at = plan?.coming[0]?.at;
		if (at) next.set(owed, at);
	}
	return next;
}

const keyOf = (
	{ differenceId, agency }: Pick<ToRemind, "differenceId" | "agency">,
	what: ToRemind["what"],
	owed: string,
): string => `${differenceId} ${agency} ${what} ${owed}`;

const whatIsOwed = ({ step, toRecord, clock }: OwedStep): [ToRemind["what"], string] => {
	if (step !== null) return ["step", step];
	return toRecord === null ? ["clock", clock ?? ""] : ["record", toRecord];
};
