/**
 * What a rehearsal begins with: Harbour Vale and Stonemere, each with its people, its protocols and differences at every
 * point of them. The weeks before the opening are lived through by the real actions, what came before by the rules alone.
 */
import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { App } from "../actions/app.ts";
import { addPartnership } from "../actions/create-partnership.ts";
import { makeProtocolVersion } from "../actions/make-protocol-version.ts";
import { sideBySide } from "../actions/one-by-one.ts";
import { hashPassword } from "../actions/password.ts";
import { rehearsalPassword } from "../actions/sign-in.ts";
import { type Calendar, calendarNamed } from "../domain/calendar/calendar.ts";
import type { ContactPoint, Contacts } from "../domain/partnership/identity.ts";
import { dataProtectionOfficer, reportingOffice, type Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { readProtocol } from "../domain/protocol/reading/read-protocol.ts";
import { administrator } from "../domain/protocol/version.ts";
import type { Played } from "../domain/story/play.ts";
import { dateNamed, type OpeningDay } from "../domain/story/story.ts";
import { zone } from "../domain/time.ts";
import { saveAccount } from "../store/accounts.ts";
import { calendarsAsDelivered } from "../store/calendars.ts";
import { type Trx, transact } from "../store/db.ts";
import { addDifferences } from "../store/differences.ts";
import { hasPartnership, lockPartnerships, type Partnership } from "../store/partnerships.ts";
import { savePerson } from "../store/people.ts";
import { saveProtocolVersion } from "../store/protocol-versions.ts";
import { protocolLibrary } from "../store/protocols.ts";
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
import { type PastDifference, playTwoYears, recordOf } from "./two-years.ts";

/** The protocols by which the rehearsed partnerships work, each with its text. */
export type RehearsedProtocols = Record<
	"somerset" | "practiceResolution" | "conferenceChallenge",
	{ protocol: Protocol; text: string }
>;

/** A protocol of a rehearsed partnership, with the differences that are lived through under it. */
type Rehearsed = {
	source: string;
	/** The folder of its stories. */
	stories: string;
	/** ISO day, long before anything in the rehearsal happens; the first of a partnership came first. */
	inForceFrom: string;
};

/** A partnership as it is to be made: all that the rules alone can say of it, before there is a database. */
type PlayedPartnership = {
	directory: string;
	ids: Identifiers;
	/** From which invented numbers are counted. */
	firstPhone: { agency: number; person: number };
	protocols: [Rehearsed, ...Rehearsed[]];
	table: PeopleTable;
	people: Map<string, Viewer>;
	/** When it is made, and when it opens. */
	now: Temporal.ZonedDateTime;
	opens: Temporal.ZonedDateTime;
	opening: OpeningDay;
	calendar: Calendar;
	/** How the stories of each protocol go. */
	stories: { protocol: string; played: Played[] }[];
};

/** A rehearsal that the rules alone have played: what is left is to live through it in a database. */
export type PlayedRehearsal = {
	harbourVale: PlayedPartnership;
	/** Harbour Vale’s two years before. */
	past: PastDifference[];
	/** Left out where Harbour Vale is alone. */
	stonemere?: PlayedPartnership;
	/** Worked out beside everything else, once for everybody. */
	passwordHash: Promise<string>;
	/** Its protocols by their texts: each is read once. */
	read: Map<string, Protocol>;
};

/**
 * Plays what the rules alone can play, in pieces: what else is under way, such as a database that is being made, goes on
 * between them.
 *
 * @param now when the rehearsal is made
 * @throws Error when a protocol or a story is wrong
 */
export async function playRehearsal(
	now: Temporal.Instant,
	protocols: RehearsedProtocols,
): Promise<PlayedRehearsal> {
	const read = new Map(
		Object.values(protocols).map(({ text, protocol }) => [text, protocol] as const),
	);
	const played = await playHarbourVale(now, protocols.somerset.text, read);
	return {
		...played,
		stonemere: await playPartnership(now, read, {
			directory: stonemere,
			ids: stonemereIds,
			firstPhone: { agency: 940, person: 301 },
			protocols: [
				{
					source: protocols.practiceResolution.text,
					stories: "practice-resolution",
					inForceFrom: "2023-01-01",
				},
				{
					source: protocols.conferenceChallenge.text,
					stories: "conference-challenge",
					inForceFrom: "2023-09-01",
				},
			],
		}),
	};
}

async function playHarbourVale(
	now: Temporal.Instant,
	source: string,
	read = new Map<string, Protocol>(),
): Promise<PlayedRehearsal> {
	const passwordHash = hashPassword(rehearsalPassword);
	const partnership = await playPartnership(now, read, {
		directory: harbourVale,
		ids: identifiersIn(""),
		firstPhone: { agency: 900, person: 101 },
		protocols: [{ source, stories: "stories", inForceFrom: "2021-04-01" }],
	});
	const { table, calendar, opening } = partnership;
	await setImmediate();
	const past = await playTwoYears(
		harbourVale,
		table,
		{ protocol: protocolIn(source, read), calendar },
		opening,
	);
	return { harbourVale: partnership, past, passwordHash, read };
}

async function playPartnership(
	made: Temporal.Instant,
	read: Map<string, Protocol>,
	of: Pick<PlayedPartnership, "directory" | "ids" | "firstPhone" | "protocols">,
): Promise<PlayedPartnership> {
	const { directory, ids, protocols } = of;
	const table = readPeople(directory);
	const now = made.toZonedDateTimeISO(zone);
	const calendar = calendarNamed(protocolIn(protocols[0].source, read).calendar);
	const opens = openingMoment(now, calendar);
	const opening = { day: opens.toPlainDate().toString(), calendar };
	const stories: PlayedPartnership["stories"] = [];
	for (const { source, stories: folder } of protocols) {
		await setImmediate();
		const protocol = protocolIn(source, read);
		const rules = { protocol, calendar: calendarNamed(protocol.calendar) };
		await setImmediate();
		const played = await playStories(directory, table, rules, opening, { folder, ids });
		stories.push({ protocol: protocol.id, played: played.map((each) => each.played) });
	}
	return { ...of, table, people: peopleIn(table, ids), now, opens, opening, calendar, stories };
}

/**
 * Makes the rehearsal's partnerships in an empty database, all of it or nothing: Harbour Vale and Stonemere, which know
 * nothing of each other. A database with a partnership in it is left as it is.
 */
export function seedRehearsal(given: App, played: PlayedRehearsal): Promise<void> {
	const app = {
		...given,
		calendars: calendarsAsDelivered,
		protocols: protocolLibrary(
			(source) => played.read.get(source) ?? readProtocol(source).protocol,
		),
	};
	return transact(app.db, async (trx) => {
		// Two that start at once take turns: the second finds it made.
		await lockPartnerships(trx);
		if (await hasPartnership(trx)) return;
		const { harbourVale, stonemere } = played;
		const begun: { made: PlayedPartnership; partnership: Partnership }[] = [];
		// In this order, for somebody of Stonemere has an account in Harbour Vale.
		for (const made of stonemere ? [harbourVale, stonemere] : [harbourVale])
			begun.push({ made, partnership: await beginPartnership(app, trx, made, played) });
		// Side by side: while the database does what one of them asked, the other goes on.
		const failures = await sideBySide(begun, begun.length, async ({ made, partnership }) => {
			const also = made === harbourVale ? await beforeHarbourVale(app, trx, played) : [];
			await liveThrough(app, trx, partnership, [...weeksOf(made, partnership), ...also]);
		});
		if (failures.length > 0) throw failures[0];
	});
}

/** The same with Harbour Vale alone. @param source the text of its protocol’s file */
export async function seedHarbourVale(app: App, source: string): Promise<void> {
	await seedRehearsal(app, await playHarbourVale(app.clock(), source));
}

/**
 * What comes before the weeks that Harbour Vale lives through. What was raised in two years, and has ended, the rules of the
 * real actions play alone, so that it takes no longer; a test holds both to be the same.
 *
 * @returns what else happens in those weeks
 */
async function beforeHarbourVale(
	app: App,
	trx: Trx,
	{ harbourVale: made, past }: PlayedRehearsal,
): Promise<Past[]> {
	const { people, table, opening, protocols } = made;
	const [{ source }] = protocols;
	const protocol = await app.protocols.version(trx, versionId);
	await saveProtocolVersion(trx, {
		id: earlierVersionId,
		partnershipId,
		protocol: { ...protocol, version: earlierVersion.version },
		source: earlierVersion.text(source),
		inForceFrom: earlierVersion.inForceFrom,
	});
	const taken = new Set<string>();
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
}

/** Begins one partnership: its agencies and people, and its protocols. */
async function beginPartnership(
	app: App,
	trx: Trx,
	made: PlayedPartnership,
	{ passwordHash, read }: PlayedRehearsal,
): Promise<Partnership> {
	const { directory, ids, firstPhone, table, people, now, opens } = made;
	const [first, ...others] = made.protocols;
	const partnership = await addPartnership(trx, {
		partnership: {
			id: ids.partnershipId,
			name: table.partnership,
			pathName: basename(directory),
			referencePrefix: table.references,
			clockAhead: Math.ceil(now.until(opens).total("seconds")),
			offersWelsh: table.welsh,
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
			protocol: protocolIn(first.source, read),
			source: first.source,
			inForceFrom: first.inForceFrom,
		},
	});
	for (const [nth, { source, inForceFrom }] of others.entries())
		await saveProtocolVersion(trx, {
			id: ids.versionId(nth + 1),
			partnershipId: partnership.id,
			protocol: protocolIn(source, read),
			source,
			inForceFrom,
		});
	await savePeople(app, trx, made, await passwordHash);
	return partnership;
}

/** The weeks before the opening: their mornings, and what happens in each difference, done by the real actions. */
function weeksOf(made: PlayedPartnership, partnership: Partnership): Past[] {
	const { people, stories, calendar, opens } = made;
	const acts = stories.flatMap(({ protocol, played }) =>
		played.flatMap((each) => actsOf(each, people, protocol)),
	);
	return [...morningsOf(partnership, acts, opens, calendar), ...acts];
}

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

/** Everybody of a table, each with an account; whoever has one in Harbour Vale signs in with that. */
async function savePeople(
	app: App,
	trx: Trx,
	{ table, people, ids, firstPhone }: PlayedPartnership,
	hash: string,
): Promise<void> {
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
			phone: inventedPhone(firstPhone.person + nth),
		})),
	);
}

/** A number of those that are kept for stories: it rings nobody. @see Ofcom, telephone numbers for drama use */
const inventedPhone = (number: number): string => `01632 960${number}`;

/** @param known those that were read, to which it is added @throws Error that names its faults */
function protocolIn(source: string, known: Map<string, Protocol>): Protocol {
	const before = known.get(source);
	if (before) return before;
	const { protocol, faults } = readProtocol(source);
	if (!protocol)
		throw new Error(
			`The rehearsal’s protocol cannot be read: ${faults.map(({ line, wrong }) => `line ${line}: ${wrong}`).join("; ")}`,
		);
	known.set(source, protocol);
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
