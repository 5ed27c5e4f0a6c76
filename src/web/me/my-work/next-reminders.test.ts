import fc from "fast-check";
import { expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import {
	freshKey,
	raiseByTeacher,
	type TestPartnership,
	toFormal,
	toReplyAgreed,
	withWholeLimit,
} from "../../../../test/support/partnership.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { saySafety } from "../../../actions/say-safety.ts";
import { sweep } from "../../../actions/sweep.ts";
import { listWork } from "../../../store/work.ts";
import { nextReminders } from "./next-reminders.ts";

const office = officeForAll();

/** How far each difference goes on the first morning. */
const ways = ["raised", "reply-agreed", "raise", "sign-off", "forward"] as const;
const whoever = ["teacher", "headteacher", "director", "businessUnit", "teamManager"] as const;
const course = fc.record({
	way: fc.constantFrom(...ways),
	/** When somebody says that the child is not safe, in working days from the first; null for never. */
	unsafeFrom: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
	/** When My work is read, and at which hour. */
	readOn: fc.integer({ min: 0, max: 12 }),
	hour: fc.integer({ min: 8, max: 18 }),
	/** Whether the sweep has run until then. */
	swept: fc.boolean(),
});

const monday = Temporal.PlainDate.from("2026-03-30");
const moment = (days: number, hour: number) =>
	`${monday.add({ days })}T${String(hour).padStart(2, "0")}:00`;

async function live(partnership: TestPartnership, at: string): Promise<void> {
	partnership.at(at);
	await sweep(partnership.app, partnership.partnershipId);
}

test("My work says the day on which the sweep reminds, whether or not the child is safe", async () => {
	await fc.assert(
		fc.asyncProperty(course, async ({ way, unsafeFrom, readOn, hour, swept }) => {
			const partnership = await office.another();
			const { app, people } = partnership;
			const { db } = office;
			partnership.at(moment(0, 9));
			await withWholeLimit(partnership);
			partnership.at(moment(0, 10));
			const difference = await raiseByTeacher(partnership);
			if (way === "reply-agreed") await toReplyAgreed(partnership, difference, "2026-04-09");
			else if (way !== "raised") await toFormal(partnership, difference, way);
			const saysUnsafe = async () =>
				saySafety(
					app,
					{ difference, by: people.teacher, key: freshKey() },
					{ safe: false, calls: [], answers: {} },
				);
			for (let day = 0; day <= readOn; day++) {
				if (swept && day < readOn) await live(partnership, moment(day, 11));
				if (day === unsafeFrom) {
					partnership.at(moment(day, 12));
					await saysUnsafe();
				}
			}

			// Read later than anything that happened on that day.
			const readAt = moment(readOn, Math.max(hour, 12));
			partnership.at(readAt);
			const here = await partnershipClock(app, db, partnership.partnershipId);
			const said = await Promise.all(
				whoever.map(async (who) => {
					const person = people[who];
					const { mine } = await listWork(db, person, here.now.toPlainDate().toString());
					return [...((await nextReminders(app, here, person.id, mine)) ?? [])].map(
						([owed, at]) => ({
							person: person.id,
							owed: owed.toRecord ? `record:${owed.toRecord}` : (owed.step ?? owed.clock ?? ""),
							at,
						}),
					);
				}),
			).then((lists) => lists.flat());
			const from = here.now.toInstant().toString();
			// At the moments that were said, and each morning: nothing may go before it was said to.
			const last =
				said
					.map(({ at }) => at.toPlainDate().toString())
					.sort()
					.at(-1) ?? "2026-03-30";
			const mornings = [];
			for (
				let day = monday.add({ days: readOn + 1 });
				day.toString() <= last;
				day = day.add({ days: 1 })
			)
				mornings.push(`${day}T09:00`);
			const moments = [
				readAt,
				...mornings,
				...said.map(({ at }) => at.add({ minutes: 1 }).toPlainDateTime().toString().slice(0, 16)),
			];
			for (const at of [...new Set(moments)].sort()) await live(partnership, at);

			const went = await db
				.selectFrom("reminder")
				.where("difference_id", "=", difference)
				.where("at", ">=", new Date(from))
				.select(["person_id", "obligation", "at"])
				.orderBy("at")
				.execute();
			const firstDay = ({ person, owed }: (typeof said)[number]) => {
				const first = went.find(
					(each) => each.person_id === person && each.obligation.startsWith(owed),
				);
				return first?.at.toISOString().slice(0, 10);
			};
			expect(said.map((each) => `${each.owed} ${firstDay(each)}`)).toEqual(
				said.map(({ owed, at }) => `${owed} ${at.toPlainDate()}`),
			);
		}),
		{ numRuns: 12 },
	);
});
