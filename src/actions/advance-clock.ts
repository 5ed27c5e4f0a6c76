import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { transact } from "../store/db.ts";
import { saveClockAhead } from "../store/partnerships.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { type SweepReport, sweepAt } from "./sweep.ts";

/** How far one jump may go, in days: each of them is lived through. */
export const longestJump = 100;

/** What happened while the clock was moved. */
export type Jump = {
	/** ISO instants. */
	from: string;
	to: string;
	/** ISO days on which something happened, in order. */
	days: ({ day: string } & SweepReport)[];
};

/**
 * Moves a rehearsal's clock forward, and lives through the time on the way: each morning, and on arrival,
 * what has run out is noted and people are reminded, as they would have been.
 *
 * @param to a later moment
 * @throws Refusal 'not-in-rehearsal' | 'not-later' | 'too-far'
 */
export async function advanceClock(
	app: App,
	partnershipId: string,
	to: Temporal.ZonedDateTime,
): Promise<Jump> {
	if (!app.rehearsal)
		throw new Refusal("not-in-rehearsal", "Time can be moved in a rehearsal only.");
	const { partnership, from } = await transact(app.db, async (trx) => {
		const { partnership, now } = await partnershipClock(app, trx, partnershipId);
		if (Temporal.ZonedDateTime.compare(to, now) <= 0)
			throw new Refusal("not-later", "Time goes forward only. Enter a later day or time.");
		if (now.until(to).total("hours") > longestJump * 24)
			throw new Refusal(
				"too-far",
				said`Enter a day no more than ${longestJump} days from now. You can jump again from there.`,
			);
		const ahead = Math.ceil(now.until(to).total("seconds"));
		await saveClockAhead(trx, partnershipId, partnership.clockAhead + ahead);
		return { partnership, from: now };
	});

	const days: Jump["days"] = [];
	const { workingHours } = partnership;
	for (const now of [...morningsBetween(from, to, workingHours.from), to]) {
		const report = await sweepAt(app, { partnership, now });
		if (report.ranOut > 0 || report.reminded > 0)
			days.push({ day: now.toPlainDate().toString(), ...report });
	}
	return {
		from: from.toInstant().toString(),
		to: to.toInstant().toString(),
		days,
	};
}

/** The time at which people are first reminded, of each day after `from` and before `to`. @param time HH:MM */
export function morningsBetween(
	from: Temporal.ZonedDateTime,
	to: Temporal.ZonedDateTime,
	time: string,
): Temporal.ZonedDateTime[] {
	const mornings: Temporal.ZonedDateTime[] = [];
	for (
		let morning = from.withPlainTime(time);
		Temporal.ZonedDateTime.compare(morning, to) < 0;
		morning = morning.add({ days: 1 })
	)
		if (Temporal.ZonedDateTime.compare(morning, from) > 0) mornings.push(morning);
	return mornings;
}
