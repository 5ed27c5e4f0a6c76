import { randomUUID } from "node:crypto";
import { clockOf, type Difference, type RecordedEvent } from "../domain/difference/difference.ts";
import {
	type Addressee,
	type Notification,
	notificationsOf,
} from "../domain/difference/who/is-told.ts";
import { answersForAgency, atLeast } from "../domain/people/viewer.ts";
import { emergencyLine } from "../domain/protocol/emergency-line.ts";
import {
	isAgencySide,
	type Party,
	type Protocol,
	roleOf,
	stageTitle,
	stepOf,
} from "../domain/protocol/protocol.ts";
import { isEndOfDay, londonTime } from "../domain/time.ts";
import { type Notice, notice, shortForMail } from "../mail/notice.ts";
import { listAgenciesById } from "../store/agencies.ts";
import type { Trx } from "../store/db.ts";
import { addMessages } from "../store/messages.ts";
import { listDirectoryOn, type Person } from "../store/people.ts";
import type { App } from "./app.ts";
import type { PartnershipClock } from "./partnership-clock.ts";

/** Where a difference is read: links in mail lead here. */
export const differenceAddress = (app: App, id: string) => `${app.address}/differences/${id}`;

/**
 * Writes the messages that an act calls for, in the transaction of the act: a person who owes the next thing
 * or waits for it is told, or the act did not happen.
 */
export async function notify(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	protocol: Protocol,
	difference: Difference,
	happened: RecordedEvent[],
): Promise<void> {
	const all = notificationsOf(protocol, difference, happened);
	if (all.length === 0) return;
	const directory = await listDirectoryOn(
		trx,
		here.partnership.id,
		here.now.toPlainDate().toString(),
	);
	const agencies = await listAgenciesById(trx, [
		difference.raisingAgency,
		difference.receivingAgency,
	]);
	const actor = happened.find(({ by }) => by)?.by?.person;
	const told = new Set<string>();
	for (const telling of all)
		for (const person of recipients(protocol, difference, telling.to, directory)) {
			if (told.has(person.id) || (person.id === actor && telling.about !== "acknowledged"))
				continue;
			told.add(person.id);
			await queueMessage(trx, app, here, {
				differenceId: difference.id,
				to: person,
				notice: noticeOf(app, here, protocol, difference, telling, person, (side) =>
					side === "raising"
						? nameOf(agencies, difference.raisingAgency)
						: nameOf(agencies, difference.receivingAgency),
				),
			});
		}
}

/** When the partnership first held a form: the first sending to a side that is no agency. */
const receivedAt = (difference: Difference): string =>
	difference.sent.find(({ to }) => to.some((side) => !isAgencySide(side)))?.at ??
	difference.raisedAt;

const nameOf = (agencies: { id: string; name: string }[], id: string): string =>
	agencies.find((agency) => agency.id === id)?.name ?? "the other agency";

/** The two agencies of a difference. */
type Agencies = Pick<Difference, "raisingAgency" | "receivingAgency">;

/**
 * The people of the directory who are asked or told: one person, or all who answer in a role. For somebody who
 * is away their deputies are asked as well; where there is none, and for somebody who has left, all who
 * answer in the role. Where an agency has nobody in it and the protocol lets its proxy agency answer, those of
 * that one.
 */
export function recipients(
	protocol: Protocol,
	difference: Agencies,
	to: Addressee,
	directory: Person[],
): Person[] {
	const inRole = (): Person[] =>
		to.party ? inRoleOf(protocol, difference, to.party, directory) : [];
	const withTheirs = (people: Person[], otherwise: () => Person[]) =>
		withDeputies(people, mayReadAs(protocol, to), directory, otherwise);
	if (to.person === undefined) return withTheirs(inRole(), () => []);
	const named = directory.filter(({ id }) => id === to.person);
	return named.length > 0 ? withTheirs(named, inRole) : withTheirs(inRole(), () => []);
}

/** What somebody owes, as far as it takes to say who. */
type OwedBy = Agencies & {
	versionId: string;
	/** The person it was given to, and people who may not do it. */
	personId: string | null;
	barred: string[];
};

/**
 * Who is asked for what is owed: those whom `recipients` names who may do it. Asked of thousands at once, so the
 * answer for a role in an agency is kept.
 */
export function assigneesIn(
	directory: Person[],
): (protocol: Protocol, of: OwedBy, party: Party) => Person[] {
	const known = new Map<string, Person[]>();
	return (protocol, of, party) => {
		const { versionId, raisingAgency, receivingAgency, personId, barred } = of;
		const key = [
			versionId,
			party.side,
			party.role,
			raisingAgency,
			receivingAgency,
			personId,
			...barred,
		].join(" ");
		// Who may not do it brings in nobody who stands in for them either, but whoever may do it by themself stays.
		const found =
			known.get(key) ??
			recipients(
				protocol,
				of,
				{ ...(personId && { person: personId }), party },
				directory.filter(({ id }) => !barred.includes(id)),
			);
		known.set(key, found);
		return found;
	};
}

/** All who answer in a role, or the proxy agency's people where an agency has nobody. */
function inRoleOf(
	protocol: Protocol,
	difference: Agencies,
	party: Party,
	directory: Person[],
): Person[] {
	const own = directory.filter((person) => answersIn(protocol, difference, party, person));
	if (own.length > 0 || !roleOf(protocol, party).proxy) return own;
	return directory.filter((person) =>
		(person.proxyFor ?? []).some((small) =>
			answersIn(protocol, difference, party, { ...person, agencyId: small }),
		),
	);
}

/**
 * Whether a deputy may read what somebody is asked or told, who may be so as one of an agency or as a holder of an
 * office. Where that is not known, only who shares both.
 */
function mayReadAs(protocol: Protocol, { party }: Addressee) {
	const office = party && roleOf(protocol, party).office;
	return (deputy: Person, asked: Person): boolean => {
		if (office !== undefined) return deputy.offices.includes(office);
		return (
			deputy.agencyId === asked.agencyId &&
			(party !== undefined || asked.offices.every((each) => deputy.offices.includes(each)))
		);
	};
}

/** People, and for each who is away whoever stands in for them and may read it; `otherwise` when nobody does. */
function withDeputies(
	people: Person[],
	mayRead: (deputy: Person, asked: Person) => boolean,
	directory: Person[],
	otherwise: () => Person[],
): Person[] {
	const standIns = directory.filter(
		(deputy) =>
			!deputy.away &&
			people.some((asked) => asked.away?.deputies.includes(deputy.id) && mayRead(deputy, asked)),
	);
	const nobodyThere = people.every(({ away }) => away) && standIns.length === 0;
	return [...new Set([...people, ...standIns, ...(nobodyThere ? otherwise() : [])])];
}

/** Whether a person is asked first for a role: those just at its level before those above. */
function answersIn(
	protocol: Protocol,
	difference: Agencies,
	party: Party,
	person: Person,
): boolean {
	const role = roleOf(protocol, party);
	if (role.office !== undefined) return person.offices.includes(role.office);
	const agency = party.side === "raising" ? difference.raisingAgency : difference.receivingAgency;
	if (person.agencyId !== agency) return false;
	if (role.post !== undefined && !person.offices.includes(role.post)) return false;
	return role.level === "manager"
		? answersForAgency(person)
		: atLeast(person.level, role.level ?? "practitioner");
}

type Queued = { differenceId: string | null; to: Person; notice: Notice };

/**
 * Puts messages in the outbox and asks for them to be sent once the transaction stands.
 *
 * @returns their identifiers, in order
 */
export async function queueMessages(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	messages: readonly Queued[],
): Promise<string[]> {
	if (messages.length === 0) return [];
	const withIds = messages.map((message) => ({ ...message, id: randomUUID() }));
	await addMessages(
		trx,
		here.partnership.id,
		here.now.toInstant().toString(),
		withIds.map(({ id, differenceId, to, notice }) => ({
			id,
			differenceId,
			toPerson: to.id,
			kind: notice.kind,
			notice,
		})),
	);
	for (const { id } of withIds)
		await app.enqueue(trx, { name: "send-mail", data: { messageId: id } });
	return withIds.map(({ id }) => id);
}

/** The same of one message. */
export const queueMessage = (
	trx: Trx,
	app: App,
	here: PartnershipClock,
	message: Queued,
): Promise<string[]> => queueMessages(trx, app, here, [message]);

/** What every notice of a difference says. */
export const aboutDifference = (
	app: App,
	here: PartnershipClock,
	protocol: Protocol,
	difference: Pick<Difference, "id" | "reference" | "stage">,
	to: Person,
) => ({
	to: { name: to.name },
	partnership: here.partnership.name,
	emergency: emergencyLine(protocol),
	link: differenceAddress(app, difference.id),
	reference: difference.reference,
	difference: shortForMail(protocol.words.difference),
	stage: shortForMail(stageTitle(protocol, difference.stage)),
});

/** A due time as mail says it: the day, and the time of day unless the whole day is left. */
export function dueInMail(
	dueAt: string | null | undefined,
): { day: string; time?: string } | undefined {
	if (!dueAt) return undefined;
	const due = londonTime(dueAt);
	const day = due.toPlainDate().toString();
	return isEndOfDay(due)
		? { day }
		: { day, time: due.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** When a step is due, if a clock runs on it. */
const dueOf = (difference: Difference, step: string) =>
	dueInMail(clockOf(difference, step)?.due.due);

function noticeOf(
	app: App,
	here: PartnershipClock,
	protocol: Protocol,
	difference: Difference,
	telling: Notification,
	to: Person,
	agencyName: (side: string) => string,
): Notice {
	const about = aboutDifference(app, here, protocol, difference, to);
	const today = here.now.toPlainDate().toString();
	switch (telling.about) {
		case "your-turn":
		case "sent-to-you": {
			const step = stepOf(protocol, telling.step);
			return notice.parse({
				...about,
				kind: telling.about,
				owes: step.kind,
				due: dueOf(difference, step.id),
				...(telling.about === "sent-to-you" && {
					from: agencyName(step.by.side === "raising" ? "receiving" : "raising"),
				}),
			});
		}
		case "follow-up": {
			const late = difference.clocks.findLast(({ state }) => state === "ran-out");
			const step = stepOf(protocol, late?.clock ?? telling.step);
			return notice.parse({
				...about,
				kind: "follow-up",
				agency: agencyName(step.by.side),
				owes: step.kind,
				due: dueOf(difference, step.id) ?? { day: today },
			});
		}
		case "acknowledged": {
			const step = stepOf(protocol, telling.sentTo);
			return notice.parse({
				...about,
				kind: "acknowledged",
				receivedOn: londonTime(receivedAt(difference)).toPlainDate().toString(),
				sentOn: today,
				sentTo: {
					role: shortForMail(roleOf(protocol, step.by).called),
					agency: agencyName(step.by.side),
				},
				due: dueOf(difference, step.id),
			});
		}
		case "response-received":
			return notice.parse({
				...about,
				kind: "response-received",
				from: isAgencySide(telling.from) ? agencyName(telling.from) : here.partnership.name,
			});
		case "decided": {
			const step = stepOf(protocol, telling.step);
			return notice.parse({
				...about,
				kind: "decided",
				by: shortForMail(roleOf(protocol, step.by).called),
				final: step.final,
			});
		}
		case "closed":
			return notice.parse({ ...about, kind: "closed", closedOn: today });
		case "copied":
			return notice.parse({ ...about, kind: "copied" });
		case "date-changed": {
			const clock = clockOf(difference, telling.clock);
			const change = clock?.changes.at(-1);
			const step = protocol.clocks.find(({ id }) => id === telling.clock)?.step;
			return notice.parse({
				...about,
				kind: "date-changed",
				owes: step && stepOf(protocol, step).kind,
				was: change?.was ?? today,
				due: dueInMail(clock?.due.due) ?? { day: today },
			});
		}
	}
}
