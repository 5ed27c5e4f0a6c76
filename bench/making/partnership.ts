/** Harbour Vale with as many agencies and people as a real partnership, and differences of every shape, played by the real actions. */
import { randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "../../src/actions/app.ts";
import { makeMove } from "../../src/actions/make-move.ts";
import { type Calendar, calendarNamed } from "../../src/domain/calendar/calendar.ts";
import { addWorkingDays } from "../../src/domain/calendar/working-days.ts";
import type { Viewer } from "../../src/domain/people/viewer.ts";
import type { Protocol } from "../../src/domain/protocol/protocol.ts";
import { noOriginal } from "../../src/domain/protocol/protocol.ts";
import { readProtocol } from "../../src/domain/protocol/reading/read-protocol.ts";
import { type Played, playStory } from "../../src/domain/story/play.ts";
import { readStory, type Story } from "../../src/domain/story/story.ts";
import { zone } from "../../src/domain/time.ts";
import { agencyId, partnershipId } from "../../src/rehearsal/identifiers.ts";
import { actsOf, liveThrough, morningsOf, type Past } from "../../src/rehearsal/live-through.ts";
import { castOf, type PeopleTable, peopleIn } from "../../src/rehearsal/people-table.ts";
import { harbourVale, readPeople } from "../../src/rehearsal/rehearsal-files.ts";
import { playRehearsal, seedRehearsal } from "../../src/rehearsal/seed-rehearsal.ts";
import { saveAgency } from "../../src/store/agencies.ts";
import { type Trx, transact } from "../../src/store/db.ts";
import { findPartnership } from "../../src/store/partnerships.ts";
import { savePerson } from "../../src/store/people.ts";
import { saveProtocolVersion } from "../../src/store/protocol-versions.ts";
import { somersetSource } from "../../test/support/partnership.ts";
import { rehearsedProtocols } from "../../test/support/rehearsal.ts";
import { type Alike, manyPeople } from "./agencies.ts";

/** So many working days before or after its own opening day each story stands: what it owes is due on as many days. */
const daysOff = [-20, -10, -4, -2, -1, 1, 2, 4, 6, 8, 11];

/** How many notes the longest differences have. */
const notesOfLong = 180;

/** By which other agencies may be involved. */
const withInvolved = (source: string): string =>
	[
		[/^version: .*$/m, 'version: "2026-01"'],
		[
			/^raise:\n/m,
			"involved: { chosen-in: [others], at-most: 3, called: partner agency }\n\nraise:\n",
		],
		[
			/^moves:\n/m,
			`moves:
  involve:
    title: Involve another agency
    by: [business-unit]
    while: [formal-resolution]
    asks: [others]
    sends: { what: [rpd], to: [involved] }
    then: stay
`,
		],
		[
			/^fields:\n/m,
			"fields:\n  others: { type: agencies, label: Which other agencies should know of it? }\n",
		],
	].reduce<string>((text, [from, to]) => text.replace(from as RegExp, to as string), source);

/**
 * Makes the rehearsal, as a start does, then what makes it large.
 *
 * @param app as the owner of the tables of an empty database
 * @returns who may stand in a copy for whom
 */
export async function makePartnership(app: App): Promise<Alike> {
	const now = app.clock();
	await seedRehearsal(app, await playRehearsal(now, rehearsedProtocols));
	const table = readPeople(harbourVale);
	const { agencies, people, alike } = manyPeople(table, partnershipId);
	const source = withInvolved(somersetSource);
	const { protocol, faults } = readProtocol(source);
	if (!protocol) throw new Error(JSON.stringify(faults));
	await transact(app.db, async (trx) => {
		await saveAgency(trx, ...agencies);
		await savePerson(trx, ...people);
		await saveProtocolVersion(trx, {
			id: randomUUID(),
			partnershipId,
			protocol,
			source,
			inForceFrom: "2026-01-01",
		});
	});
	await transact(app.db, (trx) => playMore(app, trx, table, protocol));
	return alike;
}

async function playMore(app: App, trx: Trx, table: PeopleTable, protocol: Protocol): Promise<void> {
	const partnership = await findPartnership(trx, partnershipId);
	if (!partnership) throw new Error("Harbour Vale is not there");
	const opens = app.clock().add({ seconds: partnership.clockAhead }).toZonedDateTimeISO(zone);
	const calendar = calendarNamed(protocol.calendar);
	const rules = { protocol, calendar };
	const people = peopleIn(table);
	const cast = castOf(table);
	const acts = storiesAround(opens.toPlainDate().toString(), calendar)
		.flatMap((story) => [
			...actsOf(withoutOriginals(playStory(rules, story, cast)), people),
			...(story.story === involving ? [involves(story, people)] : []),
		])
		.filter(({ at }) => Temporal.ZonedDateTime.compare(at, opens) <= 0);
	await liveThrough(app, trx, partnership, [
		...morningsOf(partnership, acts, opens, calendar),
		...acts,
	]);
}

/** What came on paper is not attached: it is on paper in the story alone. */
const withoutOriginals = (played: Played): Played => ({
	...played,
	acts: played.acts.map((each) =>
		each.done && "receivedAt" in each.done.act
			? {
					...each,
					done: {
						...each.done,
						act: {
							...each.done.act,
							answers: { ...each.done.act.answers, [noOriginal]: "It is kept at the surgery" },
						},
					},
				}
			: each,
	),
});

const involving = "Another agency is involved once the form has been sent on";

/** The office involves other agencies an hour after it sent the form on: no story can name those of a directory. */
function involves({ acts }: Story, people: Map<string, Viewer>): Past {
	const at = (act: string) =>
		Temporal.PlainDateTime.from(
			acts.find(({ do: does }) => does === act)?.at.replace(" ", "T") ?? "",
		).toZonedDateTime(zone);
	const by = people.get("tendai.moyo");
	if (!by) throw new Error("Nobody is there to involve anybody");
	return {
		at: at("forward").add({ hours: 1 }),
		happens: async (then) => {
			const { id } = await then.db
				.selectFrom("difference")
				.where("raised_at", "=", at("raise").toInstant().toString() as never)
				.where("partnership_id", "=", partnershipId)
				.select("id")
				.executeTakeFirstOrThrow();
			await makeMove(
				then,
				{ difference: id, by, key: randomUUID() },
				{
					move: "involve",
					answers: {
						others: ["police", "healthvisiting"].map((key) => ({ id: agencyId(key), name: key })),
					},
				},
			);
		},
	};
}

/** The stories of the rehearsal and of this folder, each so many times as there are days that it may stand off its own. */
function storiesAround(today: string, calendar: Calendar): Story[] {
	const files = [
		...globSync(join(harbourVale, "stories/*.yaml")),
		...globSync(join(import.meta.dirname, "stories/*.yaml")),
	].sort();
	return daysOff.flatMap((off) => {
		const day = addWorkingDays(today, off, calendar);
		const read = (file: string): Story => {
			const { story, faults } = readStory(readFileSync(file, "utf8"), { day, calendar });
			if (!story) throw new Error(`${file}: ${JSON.stringify(faults)}`);
			return story;
		};
		const stories = files.map(read);
		const long = files.flatMap((file, nth) =>
			/with-a-third|13-response-due/.test(file) && off === -10
				? [lengthened(stories[nth] as Story)]
				: [],
		);
		return [...stories, ...long];
	});
}

/** The same with as many entries as a difference has that went on for long: the office and both agencies write notes. */
function lengthened(story: Story): Story {
	const last = story.acts.at(-1)?.at ?? "";
	const [day = "", time = "12:00"] = last.split(/[ T]/);
	const notes = Array.from({ length: notesOfLong }, (_, nth) => ({
		at: `${day} ${Temporal.PlainTime.from(time)
			.add({ minutes: nth + 1 })
			.toString({ smallestUnit: "minute" })}`,
		by: ["zoe.hartnell", "tendai.moyo", "rafiq.chowdhury"][nth % 3] ?? "",
		do: nth % 2 === 0 ? "add-note all" : "add-note own",
		enter: {
			note: `Rang at ${nth + 1} minutes past. We go on as agreed, and meet again next week.`,
		},
	}));
	return { ...story, acts: [...story.acts, ...notes.map((note) => ({ ...note, enter: {} }))] };
}
