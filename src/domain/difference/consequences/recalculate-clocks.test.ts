import fc from "fast-check";
import { expect, test } from "vitest";
import { noOwnDays, withOwnDays } from "../../calendar/calendar.ts";
import { isoDay } from "../../calendar/iso-day.ts";
import { londonTime } from "../../time.ts";
import { play, type Turn, turns } from "../any-play.fixture.ts";
import { anyProtocolText, rulesOfText } from "../any-protocol.fixture.ts";
import { evolve } from "../difference.ts";
import { countedFrom, recalculateDates, recalculatesBy } from "./clock-dates.ts";
import { recalculateClocks } from "./recalculate-clocks.ts";

/** Played inside the property, so that a counterexample is what was chosen, not all that came of it. */
function courseOf(text: string, given: Turn[], begin: number) {
	const rules = rulesOfText(text);
	return { rules, ...play(rules, given, begin) };
}
const later = londonTime("2026-03-21T09:00:00Z");
const runs = { seed: 20_260_330, numRuns: 60 };

test("property: counted again by the same calendar, no date moves, whatever protocol and course", () => {
	fc.assert(
		fc.property(anyProtocolText, turns, fc.nat(10), (...chosen) => {
			const { rules, states } = courseOf(...chosen);
			for (const { difference } of states)
				expect(recalculateClocks(rules, difference, later, "calendar")).toEqual([]);
		}),
		runs,
	);
});

test("property: another bank holiday makes no date sooner that is counted forwards, and without it every date is as before", () => {
	fc.assert(
		fc.property(
			anyProtocolText,
			turns,
			fc.nat(10),
			fc.array(fc.integer({ min: 20_532, max: 20_700 }).map(isoDay), {
				minLength: 1,
				maxLength: 4,
			}),
			(text, given, begin, days) => {
				const { rules, states } = courseOf(text, given, begin);
				const more = {
					...rules,
					calendar: withOwnDays(
						rules.calendar,
						{
							...noOwnDays,
							bankHolidays: days.map((day) => ({
								nation: "england-and-wales" as const,
								day,
								name: "A day of thanks",
								from: "entered" as const,
								source: "Proclamation",
							})),
						},
						"1",
						{ closed: false },
					),
				};
				const before = states.at(-1)?.difference;
				if (!before) return;
				const moved = recalculateClocks(more, before, later, "calendar");
				const after = moved.reduce(
					(difference, event) => evolve(rules.protocol, difference, event),
					before,
				);
				for (const [index, { due }] of after.clocks.entries()) {
					const was = before.clocks[index]?.due;
					if (was && was.day >= was.dayZero) expect(due.due >= was.due).toBe(true);
				}
				const back = recalculateClocks(rules, after, later, "calendar").reduce(
					(difference, event) => evolve(rules.protocol, difference, event),
					after,
				);
				expect(back.clocks.map(({ due }) => due.due)).toEqual(
					before.clocks.map(({ due }) => due.due),
				);
			},
		),
		runs,
	);
});

test("property: thousands that are counted together are dated as each is by itself", () => {
	fc.assert(
		fc.property(anyProtocolText, turns, fc.nat(10), (...chosen) => {
			const { rules, states } = courseOf(...chosen);
			const together = recalculatesBy(rules.calendar);
			for (const { difference } of states)
				for (const clock of difference.clocks) {
					const counted = countedFrom(rules.protocol, difference, clock);
					// Begun again up to the last second of its day, whatever was counted on that day before.
					for (const shift of counted ? [0, 3_600, 53_999.5, 86_400] : []) {
						const start = Temporal.Instant.from(counted?.start ?? "")
							.add({ milliseconds: shift * 1_000 })
							.toString();
						const moved = { ...counted, start } as NonNullable<typeof counted>;
						expect(together(moved)).toEqual(recalculateDates(moved, rules.calendar));
					}
				}
		}),
		runs,
	);
});
