import { headOf, reportingOffice } from "../domain/people/viewer.ts";
import { administrator } from "../domain/protocol/version.ts";
import { isToBeAsked } from "../domain/retention/decision.ts";
import type { ByItself } from "../domain/retention/schedule.ts";
import { firstRemindedBefore, isToBeReminded } from "../domain/subject-access/request.ts";
import { rightsNotice } from "../mail/notices/about-rights.ts";
import { type Trx, transact } from "../store/db.ts";
import { addDisposedByItself, disposeOfDrafts, disposeOfMessages } from "../store/disposals.ts";
import { listDirectoryOn } from "../store/people.ts";
import { findRetentionReminder, findSchedule, saveRetentionReminder } from "../store/retention.ts";
import { disposeOfRequests, listRequestsDue, saveReminded } from "../store/subject-access.ts";
import type { App } from "./app.ts";
import { keepPeopleNoLonger } from "./keep-no-longer.ts";
import { tellThose } from "./outbox.ts";
import type { PartnershipClock } from "./partnership-clock.ts";
import { listStanding } from "./retention.ts";

/**
 * What a partnership’s schedule asks for on a day: what goes by itself goes, and whoever decides on the rest is asked. What
 * nobody reviews is never disposed of: its officer is asked again, and the head of the Business Unit told.
 */
export async function keepToSchedule(app: App, here: PartnershipClock): Promise<void> {
	await disposeByItself(app, here);
	await keepPeopleNoLonger(app, here);
	await askForReviews(app, here);
	await remindOfRequests(app, here);
}

const removes: Record<
	ByItself,
	(trx: Trx, partnershipId: string, before: string) => Promise<number>
> = { drafts: disposeOfDrafts, messages: disposeOfMessages, requests: disposeOfRequests };

async function disposeByItself(app: App, { partnership, now }: PartnershipClock): Promise<void> {
	const { version, rules } = await findSchedule(app.db, partnership.id);
	for (const kind of Object.keys(removes) as ByItself[]) {
		const days = rules[kind];
		if (days === null) continue;
		await transact(app.db, async (trx) => {
			const before = now.subtract({ days }).toInstant().toString();
			const rows = await removes[kind](trx, partnership.id, before);
			const onDay = now.toPlainDate().toString();
			if (rows > 0)
				await addDisposedByItself(trx, partnership.id, {
					kind,
					onDay,
					scheduleVersion: version,
					rows,
				});
		});
	}
}

async function askForReviews(app: App, here: PartnershipClock): Promise<void> {
	const { partnership, now } = here;
	const today = now.toPlainDate().toString();
	const due = (await listStanding(app, partnership.id, { today })).flatMap(({ standing }) =>
		standing.is === "due" ? [standing.dueOn] : [],
	);
	await transact(app.db, async (trx) => {
		const last = await findRetentionReminder(trx, partnership.id);
		const [first] = due.toSorted();
		if (first === undefined) {
			if (last) await saveRetentionReminder(trx, partnership.id, undefined);
			return;
		}
		const asked = isToBeAsked(today, last);
		if (!asked.officer && !asked.head) return;
		const offices = [
			...(asked.officer ? [["to-review", "data-protection-officer"] as const] : []),
			...(asked.head ? [["not-reviewed", "business-unit-head"] as const] : []),
		];
		for (const [is, office] of offices)
			await tell(app, trx, here, office, { is, count: due.length, day: first });
		await saveRetentionReminder(trx, partnership.id, {
			dueSince: last?.dueSince ?? today,
			remindedOn: asked.officer ? today : (last?.remindedOn ?? today),
			headToldOn: asked.head ? today : (last?.headToldOn ?? null),
		});
	});
}

async function remindOfRequests(app: App, here: PartnershipClock): Promise<void> {
	const { partnership, now } = here;
	const today = now.toPlainDate();
	const by = today.add({ days: firstRemindedBefore }).toString();
	await transact(app.db, async (trx) => {
		const due = await listRequestsDue(trx, partnership.id, by);
		const [first] = due;
		if (!first || !due.some((each) => isToBeReminded(today.toString(), each))) return;
		await tell(app, trx, here, "data-protection-officer", {
			is: "access-due",
			count: due.length,
			day: first.dueOn,
		});
		await saveReminded(
			trx,
			due.map(({ id }) => id),
			today.toString(),
		);
	});
}

/** Who is told where nobody holds one of these offices, or whoever does is away: whom it concerns next, and who can give it. */
const next = {
	"data-protection-officer": [headOf(reportingOffice), administrator],
	"business-unit-head": [administrator],
};

async function tell(
	app: App,
	trx: Trx,
	here: PartnershipClock,
	office: keyof typeof next,
	said: Parameters<typeof rightsNotice>[3],
): Promise<void> {
	const { partnership, now } = here;
	const today = now.toPlainDate().toString();
	const [inForce] = await app.protocols.listInForce(trx, partnership.id, today);
	if (!inForce) return;
	const holds = ({ offices }: { offices: readonly string[] }) => offices.includes(office);
	const isThere = (await listDirectoryOn(trx, partnership.id, today)).some(
		(person) => holds(person) && !person.away,
	);
	await tellThose(
		app,
		trx,
		here,
		(person) =>
			holds(person) || (!isThere && next[office].some((one) => person.offices.includes(one))),
		(sender, to) =>
			rightsNotice(sender, inForce.protocol, to, holds(to) ? said : { ...said, nobodyIs: office }),
	);
}
