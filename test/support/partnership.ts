/**
 * A small partnership on any database, and short ways to let something happen in it under Somerset's protocol; in
 * challenge.ts, under one that says what Somerset's does not. Tests get theirs, with a database, from office.ts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { App, Job } from "../../src/actions/app.ts";
import { completeStep } from "../../src/actions/complete-step.ts";
import { approveProtocolVersion } from "../../src/actions/decide-protocol-version.ts";
import { makeMove } from "../../src/actions/make-move.ts";
import { makeProtocolVersion } from "../../src/actions/make-protocol-version.ts";
import { proposeProtocolVersion } from "../../src/actions/propose-protocol-version.ts";
import { raiseDifference } from "../../src/actions/raise-difference.ts";
import { sealUnder } from "../../src/actions/seal.ts";
import { beside } from "../../src/beside/beside.ts";
import type { Level, Sector, Viewer } from "../../src/domain/people/viewer.ts";
import type { Answers } from "../../src/domain/protocol/answers.ts";
import type { Protocol } from "../../src/domain/protocol/protocol.ts";
import { readProtocol } from "../../src/domain/protocol/reading/read-protocol.ts";
import { zone } from "../../src/domain/time.ts";
import { noTransport } from "../../src/mail/transport.ts";
import { projectRoot } from "../../src/project-root.ts";
import { saveAgency } from "../../src/store/agencies.ts";
import { calendarLibrary } from "../../src/store/calendars.ts";
import { type Db, transact } from "../../src/store/db.ts";
import { savePartnership } from "../../src/store/partnerships.ts";
import { savePerson } from "../../src/store/people.ts";
import { saveProtocolVersion } from "../../src/store/protocol-versions.ts";
import { protocolLibrary } from "../../src/store/protocols.ts";

/** An identifier that tells in a failing test what it is of. */
const id = (kind: number, number: number) =>
	`0000000${kind}-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** For every partnership of a test run: threads that begin when somebody types. */
const typed = beside();

let keys = 0;
/** The key of a form that is sent for the first time. */
export const freshKey = (): string => id(9, ++keys);

export const somersetSource = readFileSync(
	join(projectRoot, "protocols/somerset/2021-04.yaml"),
	"utf8",
);

/** Somerset's text as another version of it. */
export const somersetAs = (version: string, change = (text: string) => text): string =>
	change(somersetSource.replace('version: "2021-04"', `version: "${version}"`));

/** The other agency answers within five working days instead of ten. */
export const fiveDays = (text: string): string =>
	text.replace("within: 10 working days", "within: 5 working days");

/** A partnership with a school and children's social care, small enough to hold in mind. */
export type TestPartnership = {
	app: App;
	partnershipId: string;
	agencies: Record<"school" | "socialCare" | "police" | "office", string>;
	people: Record<PersonName, Viewer>;
	/** The version of its first protocol. */
	versionId: string;
	/** Sets the clock: local time, such as `2026-03-26T10:00`. */
	at: (moment: string) => void;
	/** What was queued. */
	queued: Job[];
};

type PersonName =
	| "teacher"
	| "otherTeacher"
	| "safeguardingLead"
	| "headteacher"
	| "socialWorker"
	| "teamManager"
	| "director"
	| "officer"
	| "businessUnit"
	| "executive"
	| "administrator"
	| "secondAdministrator"
	| "thirdAdministrator";

const posts: Record<
	PersonName,
	[
		agency: keyof TestPartnership["agencies"],
		level: Level,
		name: string,
		offices?: string[],
		lead?: boolean,
	]
> = {
	teacher: ["school", "practitioner", "Amy Okafor"],
	otherTeacher: ["school", "practitioner", "Ben Hale"],
	safeguardingLead: ["school", "practitioner", "Carys Pugh", [], true],
	headteacher: ["school", "senior-manager", "Dilip Rao"],
	socialWorker: ["socialCare", "practitioner", "Elin Moss"],
	teamManager: ["socialCare", "manager", "Femi Ade"],
	director: ["socialCare", "senior-manager", "Grace Lund"],
	officer: ["police", "senior-manager", "Hugh Tan"],
	businessUnit: ["office", "manager", "Ines Cole", ["business-unit", "exporter"]],
	executive: ["office", "director", "Jo Frith", ["executive"]],
	administrator: ["office", "practitioner", "Kit Shaw", ["administrator"]],
	secondAdministrator: ["office", "practitioner", "Lou Birch", ["administrator"]],
	thirdAdministrator: ["office", "practitioner", "Max Coyle", ["administrator"]],
};

const agencyNames: Record<keyof TestPartnership["agencies"], [string, Sector]> = {
	school: ["Oakfield Primary School", "education"],
	socialCare: ["Combe Children’s Social Care", "social-care"],
	police: ["Levels Police", "police"],
	office: ["Partnership office", "partnership"],
};

/**
 * Makes the partnership in an empty database.
 *
 * @param number tells several on one database apart
 * @param texts its protocols, all of them in force
 */
export async function testPartnership(
	db: Db,
	number = 1,
	texts: string[] = [somersetSource],
): Promise<TestPartnership> {
	const partnershipId = id(1, number);
	const versionId = (index: number) => id(4, number + index * 1000);
	const agencies = Object.fromEntries(
		Object.keys(agencyNames).map((name, index) => [name, id(2, number * 100 + index)]),
	) as TestPartnership["agencies"];
	const people = Object.fromEntries(
		Object.entries(posts).map(([key, [agency, level, name, offices = [], lead = false]], index) => [
			key,
			{
				id: id(3, number * 100 + index),
				partnershipId,
				agencyId: agencies[agency],
				agencyName: agencyNames[agency][0],
				sector: agencyNames[agency][1],
				name,
				jobTitle: level,
				email: `${key.toLowerCase()}.${number}@example.org`,
				level,
				safeguardingLead: lead,
				offices,
			} satisfies Viewer,
		]),
	) as TestPartnership["people"];

	await transact(db, async (trx) => {
		await savePartnership(trx, {
			id: partnershipId,
			name: `Combe Partnership ${number}`,
			referencePrefix: `C${number}`,
			clockAhead: 0,
		});
		for (const [key, [name, sector]] of Object.entries(agencyNames))
			await saveAgency(trx, {
				id: agencies[key as keyof typeof agencies],
				partnershipId,
				name,
				sector,
			});
		for (const person of Object.values(people)) await savePerson(trx, { ...person });
		for (const [index, source] of texts.entries()) {
			await saveProtocolVersion(trx, {
				id: versionId(index),
				partnershipId,
				protocol: protocolOf(source),
				source,
				inForceFrom: "2021-04-01",
			});
		}
	});

	let now = Temporal.Instant.from("2026-03-26T10:00:00Z");
	const queued: Job[] = [];
	const app = appOn(db, () => now);
	app.enqueue = async (_trx, jobs) => {
		queued.push(...jobs);
	};
	return {
		app,
		partnershipId,
		versionId: versionId(0),
		agencies,
		people,
		queued,
		at: (moment) => {
			now = Temporal.PlainDateTime.from(moment).toZonedDateTime(zone).toInstant();
		},
	};
}

/** What runs in rehearsal on a database, and sends nothing. */
export const appOn = (db: Db, clock: App["clock"]): App => ({
	db,
	clock,
	enqueue: async () => {},
	mail: noTransport,
	protocols: protocolLibrary(protocolOf),
	beside: typed,
	calendars: calendarLibrary(),
	files: { limits: { megabytes: 25, perAct: 10 } },
	signIn: { seal: sealUnder(["a secret that is only for these tests, and long"]), idleMinutes: 60 },
	rehearsal: true,
	address: "http://127.0.0.1:3000",
});

const read = new Map<string, Protocol>();

/** The protocol that a text is, read once for all tests. @throws Error with its faults */
function protocolOf(text: string): Protocol {
	const known = read.get(text);
	if (known) return known;
	const { protocol, faults } = readProtocol(text);
	if (!protocol) throw new Error(JSON.stringify(faults));
	read.set(text, protocol);
	return protocol;
}

/** A sentence that must turn up nowhere but where it was sent. */
export const said = (what: string) => `Canary ${what}: he came without a coat again`;

/** The teacher raises a difference with children's social care. @param protocol the first when left out */
export const raiseByTeacher = (
	{ app, people, agencies }: TestPartnership,
	protocol?: string,
): Promise<string> =>
	raiseDifference(app, people.teacher, {
		key: freshKey(),
		...(protocol && { protocol }),
		receivingAgency: agencies.socialCare,
		answers: {
			"practitioner-b": { id: people.socialWorker.id },
			themes: ["thresholds"],
			children: [
				{
					name: "Canary Child",
					dateOfBirth: "2018-05-14",
					identifier: "CANARY-1",
				},
			],
			issue: said("issue"),
			"outcome-wanted": said("outcome wanted"),
		},
		urgentContacts: [],
	});

/** The reference by which people know it. */
export const referenceOf = async ({ app }: TestPartnership, difference: string): Promise<string> =>
	(
		await app.db
			.selectFrom("difference")
			.where("id", "=", difference)
			.select("reference")
			.executeTakeFirstOrThrow()
	).reference;

/** Puts a version in force today, made by one administrator and approved by another. @returns its id */
export async function putInForce({ app, people }: TestPartnership, source: string) {
	const { administrator, secondAdministrator } = people;
	const version = await makeProtocolVersion(app, administrator, {
		key: freshKey(),
		source,
		note: "",
	});
	const inForceFrom = app.clock().toZonedDateTimeISO(zone).toPlainDate().toString();
	const given = { version, inForceFrom, note: "" };
	await proposeProtocolVersion(app, administrator, { ...given, revision: 1 });
	await approveProtocolVersion(app, secondAdministrator, given);
	return version;
}

/** Does a step with the answers given. @throws Refusal as the rule */
export const doStep = (
	{ app }: TestPartnership,
	difference: string,
	by: Viewer,
	step: string,
	outcome: string,
	answers: Answers = {},
) => completeStep(app, { difference, by, key: freshKey() }, { step, outcome, answers });

/** Makes a move with the answers given. @throws Refusal as the rule */
export const doMove = (
	{ app }: TestPartnership,
	difference: string,
	by: Viewer,
	move: string,
	answers: Answers = {},
	outcome?: string,
) => makeMove(app, { difference, by, key: freshKey() }, { move, answers, outcome });

/** What stands on the first part of the form of stage 3. @param lead a telephone number */
export const partOne = (lead: string): Answers => ({
	"children-in-full": [{ name: "Canary Child", dateOfBirth: "2018-05-14", identifier: "CANARY-1" }],
	"child-safe": "interim",
	themes: ["thresholds"],
	issue: said("issue in full"),
	evidence: said("evidence"),
	impact: said("impact"),
	"outcome-wanted": said("outcome wanted"),
	"history-early": said("history 1"),
	"history-informal": said("history 2"),
	"why-not-resolved": said("why not resolved"),
	contact: lead,
});

/** Takes a raised difference to the moment after one of these steps of stage 3. */
export async function toFormal(
	partnership: TestPartnership,
	difference: string,
	until: "raise" | "sign-off" | "forward" | "respond",
): Promise<void> {
	const { people } = partnership;
	const step = (name: string) => `formal-resolution.${name}`;
	await doMove(partnership, difference, people.teacher, "straight-to-formal", {
		"skip-reason": said("skip reason"),
	});
	await doStep(
		partnership,
		difference,
		people.teacher,
		step("raise"),
		"submitted",
		partOne("01632 960 000"),
	);
	if (until === "raise") return;
	await doStep(partnership, difference, people.headteacher, step("sign-off"), "signed");
	if (until === "sign-off") return;
	await doStep(partnership, difference, people.businessUnit, step("forward"), "forwarded", {
		"sent-to": { id: people.director.id },
	});
	if (until === "forward") return;
	await doStep(partnership, difference, people.director, step("respond"), "responded", {
		position: "in-part",
		response: said("response"),
		"further-actions": [{ what: said("action"), who: "Femi Ade", by: "2026-05-01" }],
	});
}

/** Such as `2026-03-26T10:00`. */
const localTimeOf = ({ clock }: App): string =>
	clock().toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" });

/** Raised by the teacher and taken as far. */
export async function raisedTo(
	partnership: TestPartnership,
	until: Parameters<typeof toFormal>[2],
): Promise<string> {
	const difference = await raiseByTeacher(partnership);
	await toFormal(partnership, difference, until);
	return difference;
}

/** The director answers what was forwarded: they disagree. */
export const respond = (partnership: TestPartnership, difference: string) =>
	doStep(
		partnership,
		difference,
		partnership.people.director,
		"formal-resolution.respond",
		"responded",
		{ position: "disagree", response: "We have seen the family" },
	);

/** The head is not content with the answer, and asks the Executive to decide. */
export async function askExecutive(
	partnership: TestPartnership,
	difference: string,
): Promise<void> {
	const { headteacher } = partnership.people;
	await doStep(partnership, difference, headteacher, "formal-resolution.consider", "not-resolved", {
		outstanding: "No visit yet",
	});
	await doStep(partnership, difference, headteacher, "executive.request", "requested", {
		"exceptional-reason": "Both have tried",
	});
}

/** The teacher and the social worker do not agree, and it goes to their managers. */
export const talkInVain = (
	partnership: TestPartnership,
	difference: string,
	answers: Answers = {},
) => {
	const { app, people } = partnership;
	return doStep(partnership, difference, people.teacher, "early-resolution.talk", "not-resolved", {
		"talked-at": localTimeOf(app),
		"why-not-resolved": "No answer",
		"manager-a": { id: people.safeguardingLead.id },
		...answers,
	});
};

/** Neither do their managers yet: the other agency's replies by a day. */
export async function toReplyAgreed(
	partnership: TestPartnership,
	difference: string,
	replyBy: string,
): Promise<void> {
	await talkInVain(partnership, difference);
	const { app, people } = partnership;
	await doStep(
		partnership,
		difference,
		people.safeguardingLead,
		"informal-resolution.talk",
		"time-agreed",
		{
			"talked-at": localTimeOf(app),
			"manager-b": { id: people.teamManager.id },
			issue: "He came without a coat",
			"outcome-wanted": "A visit",
			"children-in-full": [
				{ name: "Canary Child", dateOfBirth: "2018-05-14", identifier: "CANARY-1" },
			],
			"reply-by": replyBy,
		},
	);
}

/** From 2022 on the Business Unit is held to 20 working days from stage 3 on: a time limit of no one step. */
export async function withWholeLimit({ app, partnershipId }: TestPartnership): Promise<void> {
	const source = somersetAs("2022-01").concat(
		`
clocks:
  whole:
    title: Settle it within 20 working days
    by: business-unit
    within: 20 working days
    from: stage formal-resolution
    until: [end, stage executive]
`,
	);
	await transact(app.db, (trx) =>
		saveProtocolVersion(trx, {
			id: partnershipId.replace(/^0+1/, "00000008"),
			partnershipId,
			protocol: protocolOf(source),
			source,
			inForceFrom: "2022-01-01",
		}),
	);
}
