/** Links by which somebody without an account answers a step, or raises one difference: given, and taken back. */
import { z } from "zod";
import { openDifference } from "../../actions/open-difference.ts";
import {
	giveLinkToRaise,
	linksToRaise,
	mayGiveLinks,
	takeBackLinkToRaise,
} from "../../actions/raise-by-link.ts";
import { takeBackLink, vouchFor } from "../../actions/vouch.ts";
import { daysByLink } from "../../domain/difference/who/may-vouch.ts";
import { levels } from "../../domain/people/viewer.ts";
import { vouchAsked, whoseLink } from "../difference/by-link/vouch-asked.ts";
import { whoByLink } from "../parts/who-by-link.tsx";
import { actOf, done, keysOf, orAsBefore } from "./acting.ts";
import { answering, aQuestion, questionTold, readGiven } from "./asked.ts";
import { does, reads } from "./operation.ts";
import { goesOnAfterRow, partAfter } from "./paging.ts";
import { aName, instant, nextCursor, ofOne, pageAsked } from "./schemas.ts";

const tag = "Links for people without an account";
const { shape } = whoByLink;

/** Who it is for, read as the page reads it. */
const who = {
	name: shape["link.name"],
	post: shape["link.post"],
	email: shape["link.email"].describe("Their own work address: the link and its code go there."),
	days: z.literal(daysByLink).describe("For how many days it works."),
};

const ofStep = ofOne.extend({ step: aName });
const ofPerson = z.object({ person: z.uuid() });

export const linkOperations = [
	reads({
		id: "readLink",
		path: "/differences/{id}/steps/{step}/links",
		tag,
		summary: "Let somebody answer a step by a link: what it asks",
		scope: "differences:read",
		params: ofStep,
		answer: z.object({
			agency: z.string().describe("They are of it."),
			level: z.enum(levels).describe("At which whoever gives the link says that they work."),
			named: z.string().nullable().describe("Who was given the step and is not in the directory."),
			questions: z.array(aQuestion),
		}),
		run: async ({ app, viewer, params: { id, step } }) => {
			const opened = await openDifference(app, viewer, id, "by-link");
			const asked = opened && (await vouchAsked(app, opened, step));
			return (
				asked && {
					agency: asked.agency,
					level: asked.found.level,
					named: asked.named ?? null,
					questions: [questionTold(opened.protocol, asked.question)],
				}
			);
		},
	}),
	does({
		id: "giveLink",
		path: "/differences/{id}/steps/{step}/links",
		tag,
		summary: "Let somebody answer a step by a link",
		says: "It is mailed to them, and told to nobody else: whoever gives it vouches for who they are. The office may give it before the step is open, where it is to say by name whose the step is: it is mailed when the office does.",
		scope: "differences:act",
		ifUnchanged: true,
		params: ofStep,
		body: z.strictObject({ ...who, ...answering }),
		answer: done,
		run: (asking) =>
			orAsBefore(asking, async () => {
				const { app, viewer, params, body } = asking;
				const opened = await openDifference(app, viewer, params.id, "by-link");
				const asked = opened && (await vouchAsked(app, opened, params.step));
				if (!asked) return undefined;
				const { name, post, email, days } = body;
				const answers = readGiven(opened.protocol, [asked.question], body);
				const after = await vouchFor(app, actOf(asking, opened), {
					step: params.step,
					name,
					post,
					email,
					days,
					answers,
				});
				return after && { difference: after.id, entry: after.seq };
			}),
	}),
	does({
		id: "takeLinkBack",
		path: "/differences/{id}/links/{person}/take-back",
		tag,
		summary: "Take a link back",
		says: "It opens nothing from then on, and its person is told. They stand in the record under `by`.",
		scope: "differences:act",
		ifUnchanged: true,
		params: ofOne.extend(ofPerson.shape),
		answer: done,
		run: (asking) =>
			orAsBefore(asking, async () => {
				const { app, viewer, params } = asking;
				const opened = await openDifference(app, viewer, params.id, "by-link");
				if (!opened || !whoseLink(opened, params.person)) return undefined;
				const after = await takeBackLink(app, actOf(asking, opened), params.person);
				return after && { difference: after.id, entry: after.seq };
			}),
	}),
	reads({
		id: "listLinksToRaise",
		path: "/links-to-raise",
		tag,
		summary: "The links to raise that the office gave, the newest first",
		says: goesOnAfterRow,
		scope: "differences:read",
		query: z.object(pageAsked),
		answer: z.object({
			links: z.array(
				z.object({
					person: z.uuid(),
					name: z.string(),
					agency: z.string(),
					is: z.enum(["used", "over", "open"]),
					givenAt: instant,
					until: instant,
				}),
			),
			next: nextCursor,
		}),
		run: async ({ app, viewer, query: { cursor, limit } }) => {
			if (!mayGiveLinks(viewer)) return undefined;
			const { part, next } = partAfter(
				viewer,
				{ list: "links-to-raise", limit },
				cursor,
				await linksToRaise(app, viewer),
				({ personId }) => personId,
			);
			return {
				links: part.map(({ personId, name, agency, is, vouchedAt, until }) => ({
					person: personId,
					name,
					agency,
					is,
					givenAt: vouchedAt,
					until,
				})),
				next,
			};
		},
	}),
	does({
		id: "giveLinkToRaise",
		path: "/links-to-raise",
		tag,
		summary: "Let somebody raise one difference by a link",
		scope: "differences:act",
		status: 201,
		body: z.strictObject({
			...who,
			agency: z.uuid(),
			level: z.enum(levels),
			because: z.string().trim().min(1).max(500).describe("How you know that it is they."),
		}),
		answer: z.object({ email: z.string() }),
		run: async (asking) => {
			const { app, viewer, body } = asking;
			if (!mayGiveLinks(viewer)) return undefined;
			const { agency, ...given } = body;
			const { key } = keysOf(asking);
			await giveLinkToRaise(app, viewer, { key, agencyId: agency, ...given });
			return { email: given.email };
		},
	}),
	does({
		id: "takeLinkToRaiseBack",
		path: "/links-to-raise/{person}/take-back",
		tag,
		summary: "Take a link to raise back",
		scope: "differences:act",
		anyNumberOfTimes: true,
		params: ofPerson,
		answer: ofPerson,
		run: async ({ app, viewer, params: { person } }) =>
			mayGiveLinks(viewer) && (await takeBackLinkToRaise(app, viewer, person))
				? { person }
				: undefined,
	}),
];
