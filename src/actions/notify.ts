import type { Difference, RecordedEvent } from "../domain/difference/difference.ts";
import { namesOfSides } from "../domain/difference/told/words.ts";
import {
	type Addressee,
	type Notification,
	notificationsOf,
} from "../domain/difference/who/is-told.ts";
import { leftToNobody, recipients } from "../domain/difference/who/recipients.ts";
import { headOf, reportingOffice } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { noticeOf } from "../mail/notices/about-difference.ts";
import { listAgenciesById } from "../store/agencies.ts";
import type { Db, Trx } from "../store/db.ts";
import { listToldOf } from "../store/messages.ts";
import { listWhoMayBeAsked, type Person } from "../store/people.ts";
import { listTakenBy, type TakenBy } from "../store/taken.ts";
import { inWordsFor } from "../store/words-of-difference.ts";
import type { App } from "./app.ts";
import { type Outgoing, queueMessages, senderOf } from "./outbox.ts";
import type { PartnershipClock } from "./partnership-clock.ts";
import { tellPrograms } from "./tell-programs.ts";

/** Who may be asked today. */
export type Directory = () => Promise<Person[]>;

/** The same, read when it is first asked for and then kept. */
function directoryOf(db: Db | Trx, { partnership, now }: PartnershipClock): Directory {
	let read: Promise<Person[]> | undefined;
	return () => {
		read ??= listWhoMayBeAsked(db, partnership.id, now.toPlainDate().toString());
		return read;
	};
}

/**
 * Writes the messages that an act calls for, in the transaction of the act: a person who owes the next thing
 * or waits for it is told, or the act did not happen. Each person gets the first of those that are for them; whoever
 * acted only the acknowledgement. Programs that somebody named an address for are told beside that.
 */
export async function notify(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	protocol: Protocol,
	difference: Difference,
	happened: RecordedEvent[],
	directory: Directory = directoryOf(trx, here),
): Promise<void> {
	await tellPrograms(trx, app, here.partnership.id, difference.id, happened);
	const act = happened.find(({ by }) => by);
	const actor = (act?.entered?.by ?? act?.by)?.person ?? undefined;
	const notifications = notificationsOf(
		protocol,
		difference,
		happened,
		await listToldOf(trx, difference.id),
	);
	// Whoever must see to it hears that, and not only that a seal was changed.
	if (happened.some(({ type }) => mayLeaveToNobody.includes(type)))
		notifications.unshift(...(await stuck(protocol, difference, directory)));
	await sendNotifications(trx, app, here, protocol, difference, notifications, actor, directory);
}

/** What may be followed by something owed that nobody is left to do. */
const mayLeaveToNobody: readonly RecordedEvent["type"][] = [
	"step-opened",
	"conflict-declared",
	// Such as whose decision it challenges.
	"corrected",
	"sealed",
];

/** Whoever heads the office, and of what is sealed whoever keeps the seal, hears that something is owed which nobody is left to do. */
async function stuck(
	protocol: Protocol,
	difference: Difference,
	directory: Directory,
): Promise<Notification[]> {
	if (leftToNobody(protocol, difference, await directory()).length === 0) return [];
	const to: Addressee = difference.sealed
		? { keepsSeal: "else-nobody" }
		: { office: headOf(reportingOffice), else: "administrator" };
	return [{ to, about: "left-to-nobody" }];
}

/** Writes the messages that these notifications are. @param actor who acted, and is told only that it was received */
export async function sendNotifications(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	protocol: Protocol,
	difference: Difference,
	notifications: Notification[],
	actor?: string,
	listed: Directory = directoryOf(trx, here),
): Promise<void> {
	if (notifications.length === 0) return;
	const today = here.now.toPlainDate().toString();
	const directory = await listed();
	const agencies = await listAgenciesById(trx, [
		difference.raisingAgency,
		...(difference.receivingAgency === null ? [] : [difference.receivingAgency]),
		...Object.values(difference.involved).map(({ agency }) => agency),
	]);
	const nameOf = (agency: string) =>
		agencies.find(({ id }) => id === agency)?.name ?? "the other agency";
	const names = namesOfSides(protocol, {
		raising: nameOf(difference.raisingAgency),
		receiving: difference.receivingAgency && nameOf(difference.receivingAgency),
		involved: Object.fromEntries(
			Object.entries(difference.involved).map(([side, { agency }]) => [side, nameOf(agency)]),
		),
	});
	const sender = senderOf(app, here, directory);
	const takenBy = await listTakenBy(trx, difference.id);
	const messages = new Map<string, Outgoing>();
	for (const each of notifications)
		for (const to of recipients(protocol, difference, asTaken(each.to, takenBy), directory)) {
			if (messages.has(to.id) || (to.id === actor && each.about !== "acknowledged")) continue;
			messages.set(to.id, {
				differenceId: difference.id,
				to,
				notice: noticeOf(
					sender,
					await inWordsFor(trx, protocol, difference.id, to),
					difference,
					each,
					to,
					names,
					directory,
					today,
				),
			});
		}
	await queueMessages(trx, app, here, [...messages.values()]);
}

/** What an office owes in a difference that somebody of it has taken is asked of them. */
function asTaken(to: Addressee, takenBy: ReadonlyMap<string, TakenBy>): Addressee {
	if (!("duty" in to) || to.duty.office === null || to.duty.person !== null) return to;
	const taker = takenBy.get(to.duty.office);
	return taker ? { duty: { ...to.duty, person: taker.id } } : to;
}
