import { randomUUID } from "node:crypto";
import { morningsBetween } from "../actions/advance-clock.ts";
import type { App } from "../actions/app.ts";
import { completeStep } from "../actions/complete-step.ts";
import { makeMove } from "../actions/make-move.ts";
import { makeProtocolVersion } from "../actions/make-protocol-version.ts";
import { hashPassword } from "../actions/password.ts";
import { raiseDifference } from "../actions/raise-difference.ts";
import { recordOnChildsRecord } from "../actions/record-on-childs-record.ts";
import { saveDraft } from "../actions/save-draft.ts";
import { rehearsalPassword } from "../actions/sign-in.ts";
import { sweepAt } from "../actions/sweep.ts";
import { calendarNamed } from "../domain/calendar/calendar.ts";
import { isWorkingDay } from "../domain/calendar/working-days.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { usualHours } from "../domain/people/working-hours.ts";
import { type Protocol, stepOf } from "../domain/protocol/protocol.ts";
import { readProtocol } from "../domain/protocol/read-protocol.ts";
import { zone } from "../domain/time.ts";
import { saveAgency } from "../store/agencies.ts";
import { type Trx, transact } from "../store/db.ts";
import { saveMessageSent } from "../store/messages.ts";
import { listPartnerships, type Partnership, savePartnership } from "../store/partnerships.ts";
import { savePerson } from "../store/people.ts";
import { saveProtocolVersion } from "../store/protocol-versions.ts";
import type { RehearsedAct } from "./acts.ts";
import { differences } from "./differences/index.ts";
import {
	type AgencyKey,
	agencies,
	type PersonKey,
	partnershipName,
	referencePrefix,
} from "./harbour-vale.ts";
import {
	agencyId,
	draftVersionId,
	earlierVersionId,
	partnershipId,
	personId,
	versionId,
} from "./identifiers.ts";
import { daysAround, openingMoment } from "./opening-day.ts";
import { draftVersion, earlierVersion } from "./protocol-versions.ts";

/** Long before anything in the rehearsal happens. */
const inForceFrom = "2021-04-01";

/**
 * Makes the rehearsal partnership in an empty database, all of it or nothing: its agencies and people, and
 * its differences, which the real actions play through the weeks before. A database with a partnership
 * in it is left as it is.
 *
 * @param protocolSource the text of the protocol file
 * @throws Error when the protocol file is wrong
 */
export function seedRehearsal(app: App, protocolSource: string): Promise<void> {
	return transact(app.db, async (trx) => {
		if ((await listPartnerships(trx)).length > 0) return;
		const { protocol, faults } = readProtocol(protocolSource);
		if (!protocol)
			throw new Error(
				`The rehearsal’s protocol cannot be read: ${faults.map(({ line, wrong }) => `line ${line}: ${wrong}`).join("; ")}`,
			);
		const now = app.clock().toZonedDateTimeISO(zone);
		const header = openingMoment(now, calendarNamed(protocol.calendar));
		const partnership: Partnership = {
			id: partnershipId,
			name: partnershipName,
			referencePrefix,
			clockAhead: Math.ceil(now.until(header).total("seconds")),
			workingHours: usualHours,
		};
		await savePartnership(trx, partnership);
		await saveProtocolVersion(trx, {
			id: versionId,
			partnershipId,
			protocol,
			source: protocolSource,
			inForceFrom,
		});
		const source = earlierVersion.text(protocolSource);
		const earlier = readProtocol(source).protocol;
		if (earlier)
			await saveProtocolVersion(trx, {
				id: earlierVersionId,
				partnershipId,
				protocol: earlier,
				source,
				inForceFrom: earlierVersion.inForceFrom,
			});
		const people = await savePeople(trx);
		await play(app, trx, {
			partnership,
			protocol,
			protocolSource,
			people,
			header,
		});
	});
}

async function savePeople(trx: Trx): Promise<Map<PersonKey, Viewer>> {
	const saved = new Map<PersonKey, Viewer>();
	const passwordHash = await hashPassword(rehearsalPassword);
	for (const [key, agency] of Object.entries(agencies)) {
		const id = agencyId(key as AgencyKey);
		const { name, sector } = agency;
		await saveAgency(trx, { id, partnershipId, name, sector });
		for (const [who, { lead, offices, ...person }] of Object.entries(agency.people)) {
			const viewer: Viewer = {
				...person,
				id: personId(who as PersonKey),
				partnershipId,
				agencyId: id,
				agencyName: name,
				sector,
				email: `${who}@${key}.example.org`,
				safeguardingLead: lead ?? false,
				offices: offices ?? [],
			};
			await savePerson(trx, { ...viewer, passwordHash });
			saved.set(who as PersonKey, viewer);
		}
	}
	return saved;
}

type Rehearsal = {
	partnership: Partnership;
	protocol: Protocol;
	protocolSource: string;
	people: Map<PersonKey, Viewer>;
	header: Temporal.ZonedDateTime;
};

/** Lives through the weeks before the opening: every act at its time, and every morning's reminders. */
async function play(
	app: App,
	trx: Trx,
	{ partnership, protocol, protocolSource, people, header }: Rehearsal,
): Promise<void> {
	let now = header;
	const then: App = {
		...app,
		db: trx,
		// The partnership's clock is ahead of the real one, and actions add what it is ahead by.
		clock: () => now.subtract({ seconds: partnership.clockAhead }).toInstant(),
		enqueue: (trx, { data }) => saveMessageSent(trx, data.messageId, now.toInstant().toString()),
	};
	const calendar = calendarNamed(protocol.calendar);
	const days = daysAround(header.toPlainDate().toString(), calendar);
	const ids = new Map<number, string>();
	const acts = differences.flatMap((difference, index) =>
		difference(days).map((act) => ({
			at: Temporal.PlainDateTime.from(act.at).toZonedDateTime(zone),
			happens: async () => {
				const id = await perform(then, protocol, people, act, ids.get(index));
				ids.set(index, id);
			},
		})),
	);
	const first = acts.map(({ at }) => at).sort(Temporal.ZonedDateTime.compare)[0];
	const mornings = morningsBetween(first ?? header, header, partnership.workingHours.from)
		.filter((at) => isWorkingDay(at.toPlainDate().toString(), calendar))
		.map((at) => ({
			at,
			happens: async () => {
				await sweepAt(then, { partnership, now });
			},
		}));
	const drafting = {
		at: Temporal.PlainDateTime.from(days.at(-4, "14:20")).toZonedDateTime(zone),
		happens: async () => {
			const by = people.get(draftVersion.by);
			if (!by) throw new RangeError(`Nobody is called ${draftVersion.by}`);
			await makeProtocolVersion(then, by, {
				key: draftVersionId,
				source: draftVersion.text(protocolSource),
				copiedFrom: versionId,
				note: draftVersion.note,
			});
		},
	};
	for (const { at, happens } of [...mornings, ...acts, drafting].sort((one, other) =>
		Temporal.ZonedDateTime.compare(one.at, other.at),
	)) {
		now = at;
		await happens();
	}
}

/** @returns the identifier of the difference that was acted on */
async function perform(
	then: App,
	protocol: Protocol,
	people: Map<PersonKey, Viewer>,
	act: RehearsedAct,
	difference: string | undefined,
): Promise<string> {
	const by = people.get(act.by);
	if (!by) throw new RangeError(`Nobody is called ${act.by}`);
	const key = randomUUID();
	if ("raises" in act)
		return raiseDifference(then, by, {
			key,
			receivingAgency: agencyId(act.raises),
			answers: act.answers,
			urgentContacts: act.urgentContacts ?? [],
		});
	if (difference === undefined) throw new RangeError(`${act.by} acts before anything was raised`);
	const on = { difference, by, key };
	if ("does" in act)
		await completeStep(then, on, {
			step: act.does,
			outcome: act.outcome,
			answers: act.answers,
		});
	else if ("moves" in act) await makeMove(then, on, { move: act.moves, answers: act.answers });
	else if ("drafts" in act)
		await saveDraft(then, by, { differenceId: difference, page: act.drafts }, act.content);
	else {
		const step = act.recordsOnChildsRecord;
		await recordOnChildsRecord(then, on, {
			step,
			side: stepOf(protocol, step).by.side,
		});
	}
	return difference;
}
