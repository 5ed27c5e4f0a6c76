import fastifySession from "@fastify/session";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { appOpeningAt } from "../../../../test/support/rehearsal.ts";
import { enter, sectionsIn, type Visitor, visitorAs } from "../../../../test/support/visitor.ts";
import type { App } from "../../../actions/app.ts";
import { addWorkingDays, workingDaysBetween } from "../../../domain/calendar/working-days.ts";
import { type RecordedEvent, replay } from "../../../domain/difference/difference.ts";
import { londonTime } from "../../../domain/time.ts";
import { partnershipId, personId } from "../../../rehearsal/identifiers.ts";
import { type Loaded, loadDifference } from "../../../store/differences.ts";
import { reportPaths } from "../../addresses.ts";
import { pages } from "../../routes.ts";
import { buildServer } from "../../server.ts";

const opening = "2026-03-24T10:00";
/** The last half year that is over by then. */
const [from, until] = ["2025-04-01", "2025-09-30"];

let database: TestDatabase;
let app: App;
let office: Visitor;
let web: FastifyInstance;
let records: Loaded[];

beforeAll(async () => {
	database = await testDatabase({ rehearsal: opening });
	app = appOpeningAt(database.db, opening);
	web = buildServer(app, {
		sessions: new fastifySession.MemoryStore(),
		secret: "a secret that is only for these tests, and long",
		routes: [...pages, enter],
	});
	office = await visitorAs(web, { id: personId("sian.prosser") });
	const all = await database.db.selectFrom("difference").select("id").execute();
	records = (await Promise.all(all.map(({ id }) => loadDifference(database.db, id)))).filter(
		(each) => each !== undefined,
	);
});
afterAll(async () => {
	await web.close();
	await database.drop();
});

const dayOf = (at: string) => londonTime(at).toPlainDate().toString();
const isIn = (day: string | undefined) => day !== undefined && from <= day && day <= until;
/** When a step was first done. */
const doneOn = ({ entries }: Loaded, step: string): string | undefined => {
	const done = entries.find((entry) => entry.type === "step-done" && entry.step === step);
	return done && dayOf(done.at);
};
const ended = (entries: RecordedEvent[]) => entries.find(({ type }) => type === "ended");

test("the rehearsal’s last half year has no empty section, and its numbers are those that the records give", async () => {
	const address = reportPaths.period("somerset-rpd", from, until);
	expect((await office.open(reportPaths.start)).body).toContain(`href="${address}"`);
	const page = await office.open(address);
	const sections = sectionsIn(page.body);
	for (const title of [
		"In short",
		"What was raised",
		"How fast it went",
		"How it ended",
		"Who raises, and who does not",
		"What those who took part say",
		"What was learned",
	])
		expect([title, sections[title]]).toEqual([title, expect.stringMatching(/ [1-9]\d*/)]);

	const raised = records.filter(({ header }) => isIn(dayOf(header.raisedAt)));
	const endings = records.flatMap((each) => {
		const end = ended(each.entries);
		return end && isIn(dayOf(end.at)) ? [{ ...each, end }] : [];
	});
	const children = raised.flatMap(({ entries }) =>
		entries.flatMap((entry) =>
			entry.type === "raised" ? (entry.answers.children as object[]) : [],
		),
	);
	const open = records.filter(
		({ header, entries }) =>
			dayOf(header.raisedAt) <= until &&
			!(ended(entries) && dayOf(ended(entries)?.at ?? "") <= until),
	);
	const sent = raised.filter((each) => isIn(doneOn(each, "formal-resolution.sign-off")));
	const [calendars, version] = [
		await app.calendars.in(app.db, partnershipId),
		await app.protocols.inForce(app.db, partnershipId, until),
	];
	if (!version) throw new Error("No protocol is in force");
	const { protocol } = version;
	const calendar = calendars.for(protocol);
	const answered = records.filter((each) => isIn(doneOn(each, "formal-resolution.respond")));
	const late = answered.filter(
		(each) =>
			workingDaysBetween(
				doneOn(each, "formal-resolution.forward") ?? "",
				doneOn(each, "formal-resolution.respond") ?? "",
				calendar,
			) > 10,
	);
	const neverAnswered = records.filter((each) => {
		const forwarded = doneOn(each, "formal-resolution.forward");
		if (forwarded === undefined || doneOn(each, "formal-resolution.respond")) return false;
		const due = addWorkingDays(forwarded, 10, calendar);
		const dropped = each.entries.find(
			(entry) => entry.type === "step-dropped" && entry.step === "formal-resolution.respond",
		);
		const over = dropped && dayOf(dropped.at);
		return isIn(over ?? due) && due < (over ?? until);
	});
	const counts = [raised, endings, answered, late, neverAnswered].map(({ length }) => length);
	expect(counts).toEqual([36, 37, 12, 1, 1]);
	const short = sections["In short"];
	expect(short).toContain(`Professional differences raised ${raised.length} `);
	expect(short).toContain(`Children whom these are about ${children.length} `);
	expect(short).toContain(`Of these, sent to the Business Unit ${sent.length} `);
	expect(short).toContain(`Ended ${endings.length} `);
	expect(short).toContain(`Open at the end ${open.length} `);
	expect(sections["How fast it went"]).toMatch(
		new RegExp(
			`Answer in part two of the form \\(.*?\\) ${answered.length - late.length} ${late.length} ${neverAnswered.length} ${answered.length + neverAnswered.length} `,
		),
	);
	for (const [ending, { title }] of Object.entries(protocol.endings)) {
		const so = endings.filter(({ header, entries }) => {
			const { status } = replay(protocol, header, entries);
			return status.is === "ended" && status.ending === ending;
		});
		expect(sections["How it ended"]).toMatch(new RegExp(`${title} [\\d ]*\\b${so.length}\\b`));
	}
});

test("it shows that fewer answers were in time a year before, and which sector went silent", async () => {
	const shown = async (first: string, last: string) =>
		sectionsIn((await office.open(reportPaths.period("somerset-rpd", first, last))).body);
	const inTime = async (first: string, last: string) => {
		const [, met, all] =
			/Answer in part two of the form \([^()]*\) (\d+) \d+ \d+ (\d+) /.exec(
				(await shown(first, last))["How fast it went"] ?? "",
			) ?? [];
		return Number(met) / Number(all);
	};
	expect(await inTime("2024-04-01", "2025-03-31")).toBeLessThan(0.5);
	expect(await inTime("2025-04-01", "2026-03-31")).toBeGreaterThan(0.6);
	expect((await shown("2025-04-01", "2026-03-31"))["Who raises, and who does not"]).toMatch(
		/Vale and Coast Police 1 \d+ /,
	);
});
