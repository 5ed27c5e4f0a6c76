import { randomUUID } from "node:crypto";
import { morningsBetween } from "../actions/advance-clock.ts";
import type { App } from "../actions/app.ts";
import { changeClock } from "../actions/change-clock.ts";
import { completeStep } from "../actions/complete-step.ts";
import { enterBeginning, enterForm } from "../actions/enter-form.ts";
import type { ActOn } from "../actions/hold-difference.ts";
import { makeMove } from "../actions/make-move.ts";
import { makeProtocolVersion } from "../actions/make-protocol-version.ts";
import { hashPassword } from "../actions/password.ts";
import { addNote, askForTime, correct, recall, refuseTime } from "../actions/put-right.ts";
import { raiseDifference } from "../actions/raise-difference.ts";
import { recordOnChildsRecord } from "../actions/record-on-childs-record.ts";
import { saveDraft } from "../actions/save-draft.ts";
import { saySafety } from "../actions/say-safety.ts";
import { rehearsalPassword } from "../actions/sign-in.ts";
import { sweepAt } from "../actions/sweep.ts";
import { type Calendar, calendarNamed } from "../domain/calendar/calendar.ts";
import { isWorkingDay } from "../domain/calendar/working-days.ts";
import type { EnteredForm, OnPaper } from "../domain/difference/acts/enter-for.ts";
import { usualThreshold } from "../domain/learning/suppress.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { usualHours } from "../domain/people/working-hours.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { readProtocol } from "../domain/protocol/reading/read-protocol.ts";
import type { Act } from "../domain/story/player.ts";
import { dateNamed, type OpeningDay } from "../domain/story/story.ts";
import { zone } from "../domain/time.ts";
import { saveAgency } from "../store/agencies.ts";
import { type Trx, transact } from "../store/db.ts";
import { saveMessageSent } from "../store/messages.ts";
import {
	listPartnerships,
	lockPartnerships,
	type Partnership,
	savePartnership,
} from "../store/partnerships.ts";
import { savePerson } from "../store/people.ts";
import { saveProtocolVersion } from "../store/protocol-versions.ts";
import {
	agencyId,
	draftVersionId,
	earlierVersionId,
	partnershipId,
	versionId,
} from "./identifiers.ts";
import { openingMoment } from "./opening-day.ts";
import { peopleIn } from "./people-table.ts";
import { draftVersion, earlierVersion } from "./protocol-versions.ts";
import {
	harbourVale,
	playStories,
	type RehearsedDifference,
	readPeople,
} from "./rehearsal-files.ts";

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
		// Two that start at once take turns: the second finds it made.
		await lockPartnerships(trx);
		if ((await listPartnerships(trx)).length > 0) return;
		// Worked out beside everything else.
		const passwordHash = hashPassword(rehearsalPassword);
		const checked = protocolIn(protocolSource);
		const table = readPeople(harbourVale);
		const people = peopleIn(table);
		const calendar = calendarNamed(checked.calendar);
		const now = app.clock().toZonedDateTimeISO(zone);
		const opens = openingMoment(now, calendar);
		const opening = { day: opens.toPlainDate().toString(), calendar };
		const partnership: Partnership = {
			id: partnershipId,
			name: table.partnership,
			referencePrefix: table.references,
			clockAhead: Math.ceil(now.until(opens).total("seconds")),
			workingHours: usualHours,
			peopleShownBy: "name",
			smallNumbersBelow: usualThreshold,
		};
		await savePartnership(trx, partnership);
		await saveProtocolVersion(trx, {
			id: versionId,
			partnershipId,
			protocol: checked,
			source: protocolSource,
			inForceFrom,
		});
		await saveProtocolVersion(trx, {
			id: earlierVersionId,
			partnershipId,
			protocol: { ...checked, version: earlierVersion.version },
			source: earlierVersion.text(protocolSource),
			inForceFrom: earlierVersion.inForceFrom,
		});
		await saveAgency(
			trx,
			...Object.entries(table.agencies).map(([key, { name, sector }], nth) => ({
				id: agencyId(key),
				partnershipId,
				name,
				sector,
				outOfHoursPhone: inventedPhone(900 + nth),
			})),
		);
		const hash = await passwordHash;
		await savePerson(
			trx,
			...[...people.values()].map((person, nth) => ({
				...person,
				passwordHash: hash,
				phone: inventedPhone(101 + nth),
			})),
		);
		// As the actions have it: what either makes ready for its questions serves both.
		const protocol = await app.protocols.version(trx, versionId);
		const acts = playStories(harbourVale, table, { protocol, calendar }, opening).flatMap((each) =>
			actsOf(each, people),
		);
		await liveThrough(app, trx, partnership, [
			...morningsOf(partnership, acts, opens, calendar),
			...acts,
			draftingOf(protocolSource, people, opening),
		]);
	});
}

/** A number of those that are kept for stories: it rings nobody. @see Ofcom, telephone numbers for drama use */
const inventedPhone = (number: number): string => `01632 960${number}`;

/** @throws Error that names its faults */
function protocolIn(source: string): Protocol {
	const { protocol, faults } = readProtocol(source);
	if (!protocol)
		throw new Error(
			`The rehearsal’s protocol cannot be read: ${faults.map(({ line, wrong }) => `line ${line}: ${wrong}`).join("; ")}`,
		);
	return protocol;
}

/** Something that happens in the weeks before the opening. */
type Past = { at: Temporal.ZonedDateTime; happens: (then: App) => Promise<unknown> };

/** Lives through the weeks before the opening, each thing at its time. */
async function liveThrough(
	app: App,
	trx: Trx,
	partnership: Partnership,
	past: Past[],
): Promise<void> {
	for (const { at, happens } of past.toSorted((one, other) =>
		Temporal.ZonedDateTime.compare(one.at, other.at),
	))
		await happens({
			...app,
			db: trx,
			// The partnership's clock is ahead of the real one, and actions add what it is ahead by.
			clock: () => at.subtract({ seconds: partnership.clockAhead }).toInstant(),
			enqueue: (trx, { data }) => saveMessageSent(trx, data.messageId, at.toInstant().toString()),
		});
}

/** The acts of a difference, done by the real actions. */
function actsOf({ played }: RehearsedDifference, people: Map<string, Viewer>): Past[] {
	let difference = "";
	return played.acts.flatMap(({ at, act, done, refused }) => {
		const by = people.get(act["entered-by"] ?? act.by ?? "");
		if (!by || !done || refused) return [];
		return {
			at,
			happens: async (then: App) => {
				const key = randomUUID();
				if (done.act.does === "raise")
					difference = await raiseDifference(then, by, {
						...done.act,
						key,
						receivingAgency: played.header.receivingAgency ?? undefined,
					});
				else if (done.act.does === "enter-beginning")
					difference = await enterBeginning(then, by, {
						...done.act,
						...onPaper(done.act),
						raisedBy: named(done.act.raisedBy),
						key,
						protocol: undefined,
						raisingAgency: played.header.raisingAgency,
						receivingAgency: played.header.receivingAgency ?? undefined,
						draft: key,
					});
				else await perform(then, { difference, by, key }, done.act);
			},
		};
	});
}

/** Who did what on a form that came on paper, as a page would say it. */
const onPaper = ({ doneBy }: EnteredForm) => ({
	doneBy: Object.fromEntries(Object.entries(doneBy).map(([step, whom]) => [step, named(whom)])),
});

const named = (whom: OnPaper) => ("person" in whom ? { id: whom.person.id } : whom);

function perform(
	then: App,
	on: ActOn,
	act: Exclude<Act, { does: "raise" | "enter-beginning" }>,
): Promise<unknown> {
	switch (act.does) {
		case "enter-form":
			return enterForm(then, on, act.step, { ...act, ...onPaper(act) });
		case "step":
			return completeStep(then, on, act);
		case "move":
			return makeMove(then, on, act);
		case "change-clock":
			return changeClock(then, on, act);
		case "record-on-childs-record":
			return recordOnChildsRecord(then, on, { step: act.step, side: act.side });
		case "say-safety":
			return saySafety(then, on, act);
		case "correct":
			return correct(then, on, act);
		case "add-note":
			return addNote(then, on, act);
		case "ask-for-time":
			return askForTime(then, on, act);
		case "refuse-time":
			return refuseTime(then, on, act);
		case "recall":
			return recall(then, on, act);
		case "draft":
			return saveDraft(
				then,
				on.by,
				{ differenceId: on.difference, page: act.step, isShared: true },
				() => ({ content: act.content }),
			);
	}
}

/** Every morning on which people are reminded, from the first act on. */
function morningsOf(
	partnership: Partnership,
	acts: Past[],
	opening: Temporal.ZonedDateTime,
	calendar: Calendar,
): Past[] {
	const first = acts.map(({ at }) => at).sort(Temporal.ZonedDateTime.compare)[0] ?? opening;
	return morningsBetween(first, opening, partnership.workingHours.from)
		.filter((at) => isWorkingDay(at.toPlainDate().toString(), calendar))
		.map((at) => ({ at, happens: (then) => sweepAt(then, { partnership, now: at }) }));
}

/** An administrator begins the next version of the protocol. */
function draftingOf(
	protocolSource: string,
	people: Map<string, Viewer>,
	opening: OpeningDay,
): Past {
	const { at, by, note, text } = draftVersion;
	const administrator = people.get(by);
	const local = dateNamed(at, opening);
	if (!administrator || !local) throw new RangeError(`Nobody is called ${by}`);
	return {
		at: Temporal.PlainDateTime.from(local).toZonedDateTime(zone),
		happens: (then) =>
			makeProtocolVersion(then, administrator, {
				key: draftVersionId,
				source: text(protocolSource),
				copiedFrom: versionId,
				note,
			}),
	};
}
