/** What everybody of a partnership may know: its protocols, what dates they make, its calendar, its agencies and people. */
import { z } from "zod";
import type { App } from "../../actions/app.ts";
import { partnershipClock } from "../../actions/partnership-clock.ts";
import { raisesNothing } from "../../actions/raise-difference.ts";
import { type DueDate, dueDate } from "../../domain/calendar/due-date.ts";
import { isOffered, keepsPeople } from "../../domain/partnership/keep-people.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { type Protocol, stageTitle } from "../../domain/protocol/protocol.ts";
import { Refusal } from "../../domain/refusal.ts";
import { datesOn, happeningsWithDates } from "../../domain/story/what-if.ts";
import { zone } from "../../domain/time.ts";
import { deskOffice } from "../../reports/business-unit-desk.ts";
import { listAgencies } from "../../store/agencies.ts";
import { listDirectory } from "../../store/people.ts";
import { dateValues, readForm } from "../kit/form.ts";
import { calendarInUse } from "../partnership/calendar/calendar-in-use.ts";
import { dueDateAsked, limitOf, startOf } from "../partnership/due-date/asked.ts";
import { rulesIn } from "../parts/protocol/visit-version.ts";
import { offersTo, offerTitle } from "../parts/raising/raising.ts";
import { aQuestion, questionTold } from "./asked.ts";
import { reads } from "./operation.ts";
import { goesOnAfterRow, partAfter } from "./paging.ts";
import { Problem } from "./problem.ts";
import { day, instant, nextCursor, pageAsked } from "./schemas.ts";

const name = z.string().min(1).max(200);

const due = z
	.object({
		due: instant,
		day,
		rule: z.string(),
		start: instant,
		dayZero: day.describe("The day counted from."),
		counted: z.array(day),
		skipped: z.array(z.object({ day, name: z.string() })),
		calendar: z.string(),
		version: z.string(),
		provisional: z.boolean(),
	})
	.meta({ id: "DueDate", description: "When something is due, and why." });

const told = ({ counted, skipped, ...of }: DueDate): z.input<typeof due> => ({
	due: of.due,
	day: of.day,
	rule: of.rule,
	start: of.start,
	dayZero: of.dayZero,
	counted: [...counted],
	skipped: skipped.map(({ day: date, name: called }) => ({ day: date, name: called })),
	calendar: of.calendar,
	version: of.version,
	provisional: of.provisional,
});

const outcome = z.object({ outcome: z.string(), says: z.string(), asks: z.array(z.string()) });

const protocol = z
	.object({
		id: z.string(),
		version: z.string(),
		title: z.string(),
		about: z.string(),
		begins: z
			.array(z.object({ begin: z.string(), title: z.string() }))
			.describe("The ways in which you may begin one."),
		stages: z.array(z.object({ id: z.string(), title: z.string() })),
		steps: z.array(
			z.object({
				id: z.string(),
				stage: z.string(),
				title: z.string(),
				kind: z.string(),
				writesLetter: z.boolean().describe("Which `readLetter` reads."),
				by: z.string().describe("The side that owes it."),
				asks: z.array(z.string()),
				outcomes: z.array(outcome),
			}),
		),
		moves: z.array(
			z.object({
				id: z.string(),
				title: z.string(),
				asks: z.array(z.string()),
				outcomes: z.array(outcome),
			}),
		),
		clocks: z.array(z.object({ id: z.string(), title: z.string() })),
		endings: z.array(z.object({ id: z.string(), title: z.string() })),
		themes: z.array(z.object({ id: z.string(), title: z.string() })),
		questions: z
			.array(aQuestion)
			.describe("Every question, by the field that steps and moves ask."),
	})
	.meta({ id: "Protocol" });

export const partnershipOperations = [
	reads({
		id: "listProtocols",
		path: "/protocols",
		tag: "Partnership",
		summary: "The protocols in force",
		scope: "partnership:read",
		answer: z.object({
			protocols: z.array(z.object({ id: z.string(), version: z.string(), title: z.string() })),
		}),
		run: async ({ app, viewer }) => ({
			protocols: (await inForceIn(app, viewer)).map(({ id, version, title }) => ({
				id,
				version,
				title,
			})),
		}),
	}),
	reads({
		id: "readProtocol",
		path: "/protocols/{protocol}",
		tag: "Partnership",
		summary: "A protocol in force, with its steps and questions",
		scope: "partnership:read",
		params: z.object({ protocol: name }),
		answer: protocol,
		run: async ({ app, viewer, params }) => {
			const found = (await inForceIn(app, viewer)).find(({ id }) => id === params.protocol);
			return found && protocolTold(app, viewer, found);
		},
	}),
	reads({
		id: "workOutDueDate",
		path: "/due-date",
		tag: "Partnership",
		summary: "When something would be due",
		scope: "partnership:read",
		query: z.object({
			from: day,
			time: z.iso.time({ precision: -1 }).optional(),
			amount: z.string().regex(/^-?\d{1,6}$/),
			unit: name.describe("working-days, calendar-days, weeks, calendar-months or hours."),
			calendar: name
				.optional()
				.describe("england-and-wales, scotland, northern-ireland or uk-union."),
			counting: z.enum(["day0", "deemed"]).optional(),
		}),
		answer: due,
		run: async ({ app, viewer, query: { from, ...query } }) => {
			const [first] = await inForceIn(app, viewer);
			const calendars = await app.calendars.in(app.db, viewer.partnershipId);
			const asked = readForm(dueDateAsked, {
				...dateValues("from", from),
				calendar: first?.calendar ?? "england-and-wales",
				counting: first?.counting ?? "day0",
				...query,
			});
			if (asked.errors)
				throw wrong(
					Object.entries(asked.errors).map(([at, error]) => ({ at, says: error?.text ?? "" })),
				);
			const closed = first?.closureDays === "not-counted";
			return told(
				orWrong(() =>
					dueDate(
						startOf(asked.data),
						limitOf(asked.data),
						calendars.named(asked.data.calendar, { closed }),
					),
				),
			);
		},
	}),
	reads({
		id: "listWhatIfs",
		path: "/protocols/{protocol}/what-ifs",
		tag: "Partnership",
		summary: "What sets dates under a protocol",
		scope: "partnership:read",
		params: z.object({ protocol: name }),
		answer: z.object({
			happenings: z.array(
				z.object({
					id: z.string(),
					title: z.string(),
					says: z.string().nullable(),
					stage: z.string().nullable(),
				}),
			),
		}),
		run: async ({ app, viewer, params }) => {
			const found = (await inForceIn(app, viewer)).find(({ id }) => id === params.protocol);
			if (!found) return undefined;
			const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
			const rules = (await rulesIn(app, viewer.partnershipId))(found);
			return {
				happenings: happeningsWithDates(rules, now).map(({ id, title, say, stage }) => ({
					id,
					title,
					says: say ?? null,
					stage: stage ?? null,
				})),
			};
		},
	}),
	reads({
		id: "readWhatIf",
		path: "/protocols/{protocol}/what-ifs/{happening}",
		tag: "Partnership",
		summary: "Which dates it would set if something happened at a moment",
		scope: "partnership:read",
		params: z.object({ protocol: name, happening: name }),
		query: z.object({
			at: z.iso.datetime({ local: true, precision: -1 }).describe("Local: 2026-03-26T14:15."),
		}),
		answer: z.object({
			dates: z.array(z.object({ clock: z.string(), title: z.string(), due })),
		}),
		run: async ({ app, viewer, params, query }) => {
			const found = (await inForceIn(app, viewer)).find(({ id }) => id === params.protocol);
			if (!found) return undefined;
			const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
			const rules = (await rulesIn(app, viewer.partnershipId))(found);
			const happening = happeningsWithDates(rules, now).find(({ id }) => id === params.happening);
			if (!happening) return undefined;
			const at = Temporal.PlainDateTime.from(query.at).toZonedDateTime(zone);
			return {
				dates: orWrong(() => datesOn(rules, happening, at)).map(({ clock, due: date }) => ({
					clock: clock.id,
					title: clock.title,
					due: told(date),
				})),
			};
		},
	}),
	reads({
		id: "readCalendar",
		path: "/calendar",
		tag: "Partnership",
		summary: "By which days dates are counted here",
		scope: "partnership:read",
		answer: z.object({
			nations: z.array(z.string()),
			version: z.string(),
			closureDays: z.array(z.object({ day, name: z.string() })),
			closuresCount: z.boolean().describe("Whether some protocol does not count closure days."),
		}),
		run: async ({ app, viewer }) => {
			const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
			const { nations, own, version, closuresMatter } = await calendarInUse(
				app,
				viewer.partnershipId,
				now,
			);
			return {
				nations,
				version,
				closureDays: own.closureDays.map(({ day: date, name: called }) => ({
					day: date,
					name: called,
				})),
				closuresCount: closuresMatter,
			};
		},
	}),
	reads({
		id: "listAgencies",
		path: "/agencies",
		tag: "Partnership",
		summary: "The agencies of the partnership, by name",
		says: goesOnAfterRow,
		scope: "partnership:read",
		query: z.object(pageAsked),
		answer: z.object({
			agencies: z.array(z.object({ id: z.uuid(), name: z.string(), sector: z.string() })),
			next: nextCursor,
		}),
		run: async ({ app, viewer, query: { cursor, limit } }) => {
			const all = (await listAgencies(app.db, viewer.partnershipId)).filter(isOffered);
			const asked = { list: "agencies", limit };
			const { part, next } = partAfter(viewer, asked, cursor, all, ({ id }) => id);
			return {
				agencies: part.map(({ id, name: called, sector }) => ({ id, name: called, sector })),
				next,
			};
		},
	}),
	reads({
		id: "listPeople",
		path: "/agencies/{agency}/people",
		tag: "Partnership",
		summary: "The people of an agency and of the one that answers for it, by agency and name",
		says: `Of your own; of another where you may raise something with it, or keep its people. ${goesOnAfterRow}`,
		scope: "partnership:read",
		params: z.object({ agency: z.uuid() }),
		query: z.object(pageAsked),
		answer: z.object({
			people: z.array(z.object({ id: z.uuid(), name: z.string(), jobTitle: z.string() })),
			next: nextCursor,
		}),
		run: async ({ app, viewer, params: { agency }, query: { cursor, limit } }) => {
			const all = await listAgencies(app.db, viewer.partnershipId);
			const found = all.find(({ id }) => id === agency);
			if (!found || !mayReadPeople(viewer, found)) return undefined;
			const people = await listDirectory(app.db, viewer.partnershipId, agency);
			const asked = { list: "people", agency, limit };
			const { part, next } = partAfter(viewer, asked, cursor, people, ({ id }) => id);
			return {
				people: part.map(({ id, name: called, jobTitle }) => ({ id, name: called, jobTitle })),
				next,
			};
		},
	}),
];

/** Whom a page offers to somebody who raises something, or shows to whoever keeps the directory. */
const mayReadPeople = (viewer: Viewer, agency: { id: string; sector: string }): boolean =>
	agency.id === viewer.agencyId ||
	viewer.offices.includes(deskOffice) ||
	(keepsPeople(viewer) && viewer.offices.includes("administrator")) ||
	(!raisesNothing(viewer) && agency.sector !== "partnership");

async function inForceIn(app: App, viewer: Viewer): Promise<Protocol[]> {
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const versions = await app.protocols.listInForce(
		app.db,
		viewer.partnershipId,
		now.toPlainDate().toString(),
	);
	return versions.map(({ protocol: each }) => each);
}

async function protocolTold(
	app: App,
	viewer: Viewer,
	found: Protocol,
): Promise<z.input<typeof protocol>> {
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const { offers } = await offersTo(app, viewer, now);
	const endings = (outcomes: { id: string; say: string; asks: string[] }[]) =>
		outcomes.map(({ id, say, asks }) => ({ outcome: id, says: say, asks }));
	return {
		id: found.id,
		version: found.version,
		title: found.title,
		about: found.about,
		begins: offers
			.filter((each) => each.protocol.id === found.id)
			.map((each) => ({ begin: each.begin, title: offerTitle(each) })),
		stages: found.stages.map(({ id }) => ({ id, title: stageTitle(found, id) })),
		steps: Object.values(found.steps).map((step) => ({
			id: step.id,
			stage: step.stage,
			title: step.title,
			kind: step.kind,
			writesLetter: step.letter !== undefined,
			by: step.by.side,
			asks: step.asks,
			outcomes: endings(step.outcomes),
		})),
		moves: found.moves.map(({ id, title, asks, outcomes }) => ({
			id,
			title,
			asks,
			outcomes: endings(outcomes),
		})),
		clocks: found.clocks.map(({ id, title }) => ({ id, title })),
		endings: Object.values(found.endings).map(({ id, title }) => ({ id, title })),
		themes: Object.entries(found.themes).map(([id, title]) => ({ id, title })),
		questions: Object.values(found.fields).map((field) =>
			questionTold(found, { field, name: field.id, label: field.label, people: [] }),
		),
	};
}

const wrong = (errors: { at: string; says: string }[]): Problem =>
	new Problem(400, "wrong-parameter", "A parameter cannot be used", { errors });

/** What a rule will not work out is a parameter that cannot be used. */
function orWrong<T>(work: () => T): T {
	try {
		return work();
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		throw new Problem(400, refusal.code, "That cannot be worked out", { detail: refusal.message });
	}
}
