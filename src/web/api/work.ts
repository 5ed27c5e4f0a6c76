import { z } from "zod";
import { partnershipClock } from "../../actions/partnership-clock.ts";
import { whatIsOwed } from "../../domain/difference/told/what-is-owed.ts";
import { eachShown, type PeopleShownBy } from "../../domain/difference/told/whom.ts";
import { namesOfSides, withAgencyNames } from "../../domain/difference/told/words.ts";
import { bindingOf, type Protocol, stageTitle } from "../../domain/protocol/protocol.ts";
import { listQuestionsAsked } from "../../store/questions.ts";
import { inWordsFor } from "../../store/words-of-difference.ts";
import { findWork, type OwedStep } from "../../store/work.ts";
import { reads } from "./operation.ts";
import { goesOnAtPage, nextAfter, pageOf } from "./paging.ts";
import { aBinding, instant, nextCursor, pageAsked, shownAbout } from "./schemas.ts";

const owed = z
	.object({
		difference: z.uuid(),
		reference: z.string(),
		raising: z.string().describe("The agency that raised it."),
		receiving: z.string().nullable(),
		about: shownAbout,
		stage: z.string(),
		is: z
			.enum(["step", "clock", "record"])
			.describe("A step, a time limit, or the child’s own record of a step."),
		id: z.string().describe("The step, or the clock, by its name in the protocol."),
		title: z.string(),
		side: z.string().describe("The side that owes it."),
		person: z.string().nullable().describe("The name of whoever it was given to."),
		openedAt: instant,
		dueAt: instant.nullable(),
		binding: aBinding.nullable().describe("What the date is; null without one."),
		paused: z.boolean(),
		notSafe: z.boolean().describe("The child is said not to be safe now."),
	})
	.meta({ id: "Owed", description: "Something that somebody owes in a difference." });

export const workOperations = [
	reads({
		id: "listWork",
		path: "/work",
		tag: "Work",
		summary: "What is open to you",
		says: `What you owe, what others of your agency owe that you may step in for, and what you wait for; what is due soonest first. A page has \`limit\` of each; questions are on every page. ${goesOnAtPage}`,
		scope: "work:read",
		query: z.object(pageAsked),
		answer: z.object({
			mine: z.array(owed),
			agency: z.array(owed),
			waitingFor: z.array(owed),
			totals: z
				.object({ mine: z.int(), agency: z.int(), waitingFor: z.int() })
				.describe("How many there are of each on all pages."),
			next: nextCursor,
			questions: z.array(
				z.object({ difference: z.uuid(), reference: z.string(), entry: z.int(), askedAt: instant }),
			),
		}),
		run: async ({ app, viewer, query: { cursor, limit } }) => {
			const page = pageOf(viewer, { limit }, cursor);
			const { now, partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
			const found = await findWork(app.db, viewer, {
				day: now.toPlainDate().toString(),
				at: now.toInstant().toString(),
			});
			const part = { offset: (page - 1) * limit, limit };
			const { mine, agency, waitingFor } = await found.read({
				mine: part,
				agency: part,
				waitingFor: part,
			});
			const totals = {
				mine: found.counts.mine.total,
				agency: found.counts.agency.total,
				waitingFor: found.counts.waitingFor.total,
			};
			const inWords = (all: OwedStep[]) =>
				Promise.all(
					all.map(async (each) => {
						const version = await app.protocols.version(app.db, each.versionId);
						const protocol = await inWordsFor(app.db, version, each.differenceId, viewer);
						return told(protocol, each, partnership.peopleShownBy);
					}),
				);
			const questions = await listQuestionsAsked(app.db, viewer, found.owesIn);
			return {
				mine: await inWords(mine),
				agency: await inWords(agency),
				waitingFor: await inWords(waitingFor),
				totals,
				next: nextAfter(viewer, { limit }, page, {
					total: Math.max(...Object.values(totals)),
					isMore: false,
				}),
				questions: questions.map(({ differenceId, reference, seq, askedAt }) => ({
					difference: differenceId,
					reference,
					entry: seq,
					askedAt,
				})),
			};
		},
	}),
];

type Owed = z.input<typeof owed>;

function told(protocol: Protocol, each: OwedStep, shownBy: PeopleShownBy): Owed {
	const names = { agencies: namesOfSides(protocol, each) };
	const { stage, title } = whatIsOwed(protocol, each);
	return {
		difference: each.differenceId,
		reference: each.reference,
		raising: each.raising,
		receiving: each.receiving,
		about: eachShown(each.about, shownBy),
		stage: stageTitle(protocol, stage),
		is: each.toRecord ? "record" : each.step ? "step" : "clock",
		id: each.toRecord ?? each.step ?? each.clock ?? "",
		title: withAgencyNames(protocol, names, title),
		side: each.side,
		person: each.personName,
		openedAt: each.openedAt,
		dueAt: each.dueAt,
		binding: each.strength && bindingOf(each.strength),
		paused: each.paused,
		notSafe: each.notSafe,
	};
}
