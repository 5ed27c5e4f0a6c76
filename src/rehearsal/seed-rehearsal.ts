import type { App } from "../actions/app.ts";
import { addPartnership } from "../actions/create-partnership.ts";
import { makeProtocolVersion } from "../actions/make-protocol-version.ts";
import { hashPassword } from "../actions/password.ts";
import { rehearsalPassword } from "../actions/sign-in.ts";
import { calendarNamed } from "../domain/calendar/calendar.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { readProtocol } from "../domain/protocol/reading/read-protocol.ts";
import { dateNamed, type OpeningDay } from "../domain/story/story.ts";
import { zone } from "../domain/time.ts";
import { saveAccount } from "../store/accounts.ts";
import { transact } from "../store/db.ts";
import { addDifferences } from "../store/differences.ts";
import { hasPartnership, lockPartnerships } from "../store/partnerships.ts";
import { savePerson } from "../store/people.ts";
import { saveProtocolVersion } from "../store/protocol-versions.ts";
import {
	accountId,
	agencyId,
	draftVersionId,
	earlierVersionId,
	partnershipId,
	versionId,
} from "./identifiers.ts";
import { learningSoFar } from "./learning-so-far.ts";
import { actsOf, liveThrough, morningsOf, type Past } from "./live-through.ts";
import { openingMoment } from "./opening-day.ts";
import { peopleIn } from "./people-table.ts";
import { presentedReport } from "./presented-report.ts";
import { draftVersion, earlierVersion } from "./protocol-versions.ts";
import { harbourVale, playStories, readPeople } from "./rehearsal-files.ts";
import { playTwoYears, recordOf } from "./two-years.ts";

/** Long before anything in the rehearsal happens. */
const inForceFrom = "2021-04-01";

/**
 * Makes the rehearsal partnership in an empty database, all of it or nothing: its agencies and people, and
 * its differences, which the real actions play through the weeks before. What was raised in the two years before that,
 * and has ended, the rules of these actions play alone, so that it takes no longer; a test holds both to be the same.
 * A database with a partnership in it is left as it is.
 *
 * @param protocolSource the text of the protocol file
 * @throws Error when the protocol file is wrong
 */
export function seedRehearsal(app: App, protocolSource: string): Promise<void> {
	return transact(app.db, async (trx) => {
		// Two that start at once take turns: the second finds it made.
		await lockPartnerships(trx);
		if (await hasPartnership(trx)) return;
		// Worked out beside everything else.
		const passwordHash = hashPassword(rehearsalPassword);
		const checked = protocolIn(protocolSource);
		const table = readPeople(harbourVale);
		const people = peopleIn(table);
		const calendar = calendarNamed(checked.calendar);
		const now = app.clock().toZonedDateTimeISO(zone);
		const opens = openingMoment(now, calendar);
		const opening = { day: opens.toPlainDate().toString(), calendar };
		const partnership = await addPartnership(trx, {
			partnership: {
				id: partnershipId,
				name: table.partnership,
				referencePrefix: table.references,
				clockAhead: Math.ceil(now.until(opens).total("seconds")),
			},
			agencies: Object.entries(table.agencies).map(([key, { name, sector }], nth) => ({
				id: agencyId(key),
				name,
				sector,
				outOfHoursPhone: inventedPhone(900 + nth),
			})),
			version: { id: versionId, protocol: checked, source: protocolSource, inForceFrom },
		});
		await saveProtocolVersion(trx, {
			id: earlierVersionId,
			partnershipId,
			protocol: { ...checked, version: earlierVersion.version },
			source: earlierVersion.text(protocolSource),
			inForceFrom: earlierVersion.inForceFrom,
		});
		const hash = await passwordHash;
		await saveAccount(
			trx,
			app.clock(),
			...[...people].map(([said, { email }]) => ({
				id: accountId(said),
				email,
				passwordHash: hash,
			})),
		);
		await savePerson(
			trx,
			...[...people].map(([said, person], nth) => ({
				...person,
				accountId: accountId(said),
				phone: inventedPhone(101 + nth),
			})),
		);
		// As the actions have it: what either makes ready for its questions serves both.
		const protocol = await app.protocols.version(trx, versionId);
		const acts = playStories(harbourVale, table, { protocol, calendar }, opening).flatMap((each) =>
			actsOf(each.played, people),
		);
		// Before the weeks that are lived through, so that the report that is made in them has something to tell.
		const taken = new Set<string>();
		await addDifferences(
			trx,
			protocol,
			playTwoYears(harbourVale, table, { protocol, calendar }, opening).map((each) => ({
				...recordOf(each, table.references, taken),
				partnershipId,
				versionId,
			})),
		);
		await liveThrough(app, trx, partnership, [
			...morningsOf(partnership, acts, opens, calendar),
			...acts,
			...presentedReport(protocol, people, opening),
			draftingOf(protocolSource, people, opening),
			...learningSoFar(people, opening),
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
