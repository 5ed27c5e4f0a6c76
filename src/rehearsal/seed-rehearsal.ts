/**
 * What a rehearsal begins with: Harbour Vale and Stonemere, each with its people, its protocols and differences at every
 * point of them. The weeks before the opening are lived through by the real actions, what came before by the rules alone.
 */
import { basename } from "node:path";
import type { App } from "../actions/app.ts";
import { addPartnership } from "../actions/create-partnership.ts";
import { makeProtocolVersion } from "../actions/make-protocol-version.ts";
import { hashPassword } from "../actions/password.ts";
import { rehearsalPassword } from "../actions/sign-in.ts";
import { type Calendar, calendarNamed } from "../domain/calendar/calendar.ts";
import type { ContactPoint, Contacts } from "../domain/partnership/identity.ts";
import { dataProtectionOfficer, reportingOffice, type Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { readProtocol } from "../domain/protocol/reading/read-protocol.ts";
import { administrator } from "../domain/protocol/version.ts";
import { dateNamed, type OpeningDay } from "../domain/story/story.ts";
import { zone } from "../domain/time.ts";
import { saveAccount } from "../store/accounts.ts";
import { type Trx, transact } from "../store/db.ts";
import { addDifferences } from "../store/differences.ts";
import { hasPartnership, lockPartnerships } from "../store/partnerships.ts";
import { savePerson } from "../store/people.ts";
import { saveProtocolVersion } from "../store/protocol-versions.ts";
import {
	draftVersionId,
	earlierVersionId,
	type Identifiers,
	identifiersIn,
	partnershipId,
	stonemereIds,
	versionId,
} from "./identifiers.ts";
import { saveLearnedBefore } from "./learned-before.ts";
import { learningSoFar } from "./learning-so-far.ts";
import { actsOf, liveThrough, morningsOf, type Past } from "./live-through.ts";
import { openingMoment } from "./opening-day.ts";
import { type PeopleTable, peopleIn } from "./people-table.ts";
import { presentedReport } from "./presented-report.ts";
import { draftVersion, earlierVersion } from "./protocol-versions.ts";
import { harbourVale, playStories, readPeople, stonemere } from "./rehearsal-files.ts";
import { playTwoYears, recordOf } from "./two-years.ts";

/** The texts of the protocols by which the rehearsed partnerships work. */
export type RehearsedProtocols = {
	somerset: string;
	practiceResolution: string;
	conferenceChallenge: string;
};

/** A protocol of a rehearsed partnership, with the differences that are lived through under it. */
type Rehearsed = {
	source: string;
	/** The folder of its stories. */
	stories: string;
	/** ISO day, long before anything in the rehearsal happens; the first of a partnership came first. */
	inForceFrom: string;
};

/** What is known of a rehearsed partnership once its people and protocols are there. */
type Ready = {
	protocol: Protocol;
	calendar: Calendar;
	people: Map<string, Viewer>;
	table: PeopleTable;
	opening: OpeningDay;
};

/**
 * Makes the rehearsal's partnerships in an empty database, all of it or nothing: Harbour Vale and Stonemere, which know
 * nothing of each other. A database with a partnership in it is left as it is.
 *
 * @throws Error when a protocol or a story is wrong
 */
export function seedRehearsal(app: App, protocols: RehearsedProtocols): Promise<void> {
	return transact(app.db, async (trx) => {
		// Two that start at once take turns: the second finds it made.
		await lockPartnerships(trx);
		if (await hasPartnership(trx)) return;
		// Worked out beside everything else, once for everybody.
		const passwordHash = hashPassword(rehearsalPassword);
		await makeHarbourVale(app, trx, protocols.somerset, passwordHash);
		await makeStonemere(app, trx, protocols, passwordHash);
	});
}

/** The same with Harbour Vale alone. @param protocolSource the text of the protocol file */
export function seedHarbourVale(app: App, protocolSource: string): Promise<void> {
	return transact(app.db, async (trx) => {
		await lockPartnerships(trx);
		if (await hasPartnership(trx)) return;
		await makeHarbourVale(app, trx, protocolSource, hashPassword(rehearsalPassword));
	});
}

/**
 * Harbour Vale: its differences, which the real actions play through the weeks before. What was raised in the two years
 * before that, and has ended, the rules of these actions play alone, so that it takes no longer; a test holds both to be
 * the same.
 */
const makeHarbourVale = (
	app: App,
	trx: Trx,
	source: string,
	passwordHash: Promise<string>,
): Promise<void> =>
	makePartnership(app, trx, {
		directory: harbourVale,
		ids: identifiersIn(""),
		passwordHash,
		firstPhone: { agency: 900, person: 101 },
		protocols: [{ source, stories: "stories", inForceFrom: "2021-04-01" }],
		before: async ({ protocol, calendar, people, table, opening }) => {
			await saveProtocolVersion(trx, {
				id: earlierVersionId,
				partnershipId,
				protocol: { ...protocol, version: earlierVersion.version },
				source: earlierVersion.text(source),
				inForceFrom: earlierVersion.inForceFrom,
			});
			// Before the weeks that are lived through, so that the report that is made in them has something to tell.
			const taken = new Set<string>();
			const past = playTwoYears(harbourVale, table, { protocol, calendar }, opening);
			await addDifferences(
				trx,
				protocol,
				past.map((each) => ({
					...recordOf(each, table.references, taken),
					partnershipId,
					versionId,
				})),
			);
			await saveLearnedBefore(trx, harbourVale, protocol, past, opening);
			return [
				...presentedReport(protocol, people, opening),
				draftingOf(source, people, opening),
				...learningSoFar(people, opening),
			];
		},
	});

/** Stonemere: two protocols side by side, and differences at every point of both. One of its people is of Harbour Vale too. */
const makeStonemere = (
	app: App,
	trx: Trx,
	{ practiceResolution, conferenceChallenge }: RehearsedProtocols,
	passwordHash: Promise<string>,
): Promise<void> =>
	makePartnership(app, trx, {
		directory: stonemere,
		ids: stonemereIds,
		passwordHash,
		firstPhone: { agency: 940, person: 301 },
		protocols: [
			{ source: practiceResolution, stories: "practice-resolution", inForceFrom: "2023-01-01" },
			{ source: conferenceChallenge, stories: "conference-challenge", inForceFrom: "2023-09-01" },
		],
		before: async () => [],
	});

/**
 * Makes one partnership: its agencies and people, its protocols, and its differences as the real actions play them.
 *
 * @param made `before` does what comes before the weeks that are lived through, and says what else happens in them
 */
async function makePartnership(
	app: App,
	trx: Trx,
	made: {
		directory: string;
		ids: Identifiers;
		passwordHash: Promise<string>;
		/** From which invented numbers are counted. */
		firstPhone: { agency: number; person: number };
		protocols: [Rehearsed, ...Rehearsed[]];
		before: (ready: Ready) => Promise<Past[]>;
	},
): Promise<void> {
	const { directory, ids, firstPhone } = made;
	const [first, ...others] = made.protocols;
	const checked = protocolIn(first.source);
	const table = readPeople(directory);
	const people = peopleIn(table, ids);
	const calendar = calendarNamed(checked.calendar);
	const now = app.clock().toZonedDateTimeISO(zone);
	const opens = openingMoment(now, calendar);
	const opening = { day: opens.toPlainDate().toString(), calendar };
	const partnership = await addPartnership(trx, {
		partnership: {
			id: ids.partnershipId,
			name: table.partnership,
			pathName: basename(directory),
			referencePrefix: table.references,
			clockAhead: Math.ceil(now.until(opens).total("seconds")),
			contacts: contactsAmong([...people.values()]),
		},
		agencies: Object.entries(table.agencies).map(([key, { name, sector }], nth) => ({
			id: ids.agencyId(key),
			name,
			sector,
			outOfHoursPhone: inventedPhone(firstPhone.agency + nth),
		})),
		version: {
			id: ids.versionId(0),
			protocol: checked,
			source: first.source,
			inForceFrom: first.inForceFrom,
		},
	});
	for (const [nth, { source, inForceFrom }] of others.entries())
		await saveProtocolVersion(trx, {
			id: ids.versionId(nth + 1),
			partnershipId: partnership.id,
			protocol: protocolIn(source),
			source,
			inForceFrom,
		});
	await savePeople(app, trx, { table, people, ids, firstPhone: firstPhone.person }, made);
	// As the actions have them: what either makes ready for its questions serves both.
	const protocol = await app.protocols.version(trx, ids.versionId(0));
	const acts: Past[] = [];
	for (const [nth, { stories }] of made.protocols.entries()) {
		const under = await app.protocols.version(trx, ids.versionId(nth));
		const rules = { protocol: under, calendar: calendarNamed(under.calendar) };
		for (const { played } of playStories(directory, table, rules, opening, {
			folder: stories,
			ids,
		}))
			acts.push(...actsOf(played, people, under.id));
	}
	const also = await made.before({ protocol, calendar, people, table, opening });
	await liveThrough(app, trx, partnership, [
		...morningsOf(partnership, acts, opens, calendar),
		...acts,
		...also,
	]);
}

/** Everybody of a table, each with an account; whoever has one in Harbour Vale signs in with that. */
/** Whom the partnership names to ask: the first of its people who is that. */
const contactsAmong = (people: readonly Viewer[]): Contacts => {
	const holding = (office: string): ContactPoint | undefined => {
		const found = people.find(({ offices }) => offices.includes(office));
		return found && { name: found.name, email: found.email, phone: undefined };
	};
	return {
		help: holding(administrator),
		"business-unit": holding(reportingOffice),
		"data-protection": holding(dataProtectionOfficer),
	};
};

async function savePeople(
	app: App,
	trx: Trx,
	{
		table,
		people,
		ids,
		firstPhone,
	}: { table: PeopleTable; people: Map<string, Viewer>; ids: Identifiers; firstPhone: number },
	{ passwordHash }: { passwordHash: Promise<string> },
): Promise<void> {
	const hash = await passwordHash;
	const inHarbourVale = new Map(
		Object.values(table.agencies).flatMap((agency) =>
			Object.entries(agency.people).flatMap(([said, { account }]) =>
				account === undefined ? [] : [[said, identifiersIn("").accountId(account)] as const],
			),
		),
	);
	await saveAccount(
		trx,
		app.clock(),
		...[...people].flatMap(([said, { email }]) =>
			inHarbourVale.has(said) ? [] : [{ id: ids.accountId(said), email, passwordHash: hash }],
		),
	);
	await savePerson(
		trx,
		...[...people].map(([said, person], nth) => ({
			...person,
			accountId: inHarbourVale.get(said) ?? ids.accountId(said),
			phone: inventedPhone(firstPhone + nth),
		})),
	);
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
