/**
 * Sealing: who alone may know of a difference. Opening what is sealed in an emergency is a person’s to do, on its page, and what they
 * opened so no program of theirs reads: `knowTokens` leaves it out of what a token stands for.
 */
import { z } from "zod";
import type { App } from "../../actions/app.ts";
import {
	findSealable,
	findSealableByReference,
	findToOpenInEmergency,
	idsOfKept,
	listKept,
	type SealAsRead,
	type Sealable,
	sealDifference,
	unsealDifference,
} from "../../actions/seal-difference.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { longest } from "../../domain/protocol/file/field.ts";
import { sealedBecause, unsealedBecause } from "../../domain/protocol/protocol.ts";
import { Refusal } from "../../domain/refusal.ts";
import { inEnglish } from "../../domain/said.ts";
import { sealPaths } from "../addresses.ts";
import { differenceDoneBefore, keysOf } from "./acting.ts";
import { type Asking, does, reads } from "./operation.ts";
import { goesOnAfterRow, partAfter } from "./paging.ts";
import { Problem } from "./problem.ts";
import { aPerson, instant, nextCursor, ofOne, pageAsked } from "./schemas.ts";
import { matches, tagOf } from "./serve-operation.ts";

const tag = "Sealed differences";
const because = z.string().trim().min(1).max(longest["long-text"]);
const sealed = z.object({ difference: z.uuid() });

const kept = z
	.object({
		difference: z.uuid(),
		reference: z.string(),
		sealed: z
			.object({ at: instant, by: aPerson.nullable(), to: z.array(aPerson) })
			.nullable()
			.describe("Null where the seal is off."),
		stuck: z.boolean().describe("Something is owed that nobody who may know of it can do."),
		opened: z
			.array(z.object({ by: aPerson.nullable(), at: instant, until: instant, because: z.string() }))
			.describe("Openings in an emergency."),
		keptFrom: z
			.string()
			.nullable()
			.describe("Why whoever asks does not see to this one; who opened it is not told then."),
	})
	.meta({ id: "Sealed", description: "A difference that is sealed or was, by reference alone." });

const named = (person: { id: string; name: string } | undefined) =>
	person ? { id: person.id, name: person.name } : null;

const aSeal = z.object({
	difference: z.uuid(),
	reference: z.string(),
	sealedTo: z.array(z.uuid()).nullable().describe("Null where it is not sealed."),
	couldKnow: z.array(aPerson.extend({ agency: z.string() })),
	readable: z.boolean().describe("Whether you may read it yourself."),
});

const sealTold = ({
	id,
	reference,
	sealedTo,
	couldKnow,
	isReadable,
}: Sealable): z.input<typeof aSeal> => ({
	difference: id,
	reference,
	sealedTo: sealedTo ?? null,
	couldKnow: couldKnow.map((person) => ({
		id: person.id,
		name: person.name,
		agency: person.agencyName,
	})),
	readable: isReadable,
});

const onIt = (asking: Asking<{ id: string }, unknown, unknown>, found: Sealable) => {
	const sent = asking.request.headers["if-match"];
	const asRead: SealAsRead | undefined =
		sent === undefined
			? undefined
			: matches(sent, tagOf(JSON.stringify(sealTold(found))))
				? { to: found.sealedTo }
				: "changed";
	return { difference: asking.params.id, by: asking.viewer, asRead, ...keysOf(asking) };
};

export const sealOperations = [
	reads({
		id: "listSealed",
		path: "/sealed",
		tag,
		summary: "What is or was sealed, and was opened in an emergency",
		says: `For whoever keeps seals; for whoever administers, what none of these is left to see to. ${goesOnAfterRow}`,
		scope: "differences:read",
		query: z.object(pageAsked),
		answer: z.object({ sealed: z.array(kept), next: nextCursor }),
		run: async ({ app, viewer, query: { cursor, limit } }) => {
			const ids = await idsOfKept(app, viewer);
			if (!ids) return undefined;
			const asked = { list: "sealed", limit };
			const { part, next } = partAfter(viewer, asked, cursor, ids, (each) => each);
			const all = await listKept(app, viewer, part);
			return (
				all && {
					next,
					sealed: all.map(({ id, reference, sealed: seal, isStuck, opened, keptFrom }) => ({
						difference: id,
						reference,
						sealed: seal
							? {
									at: seal.at,
									by: named(seal.by),
									to: seal.to.map(({ id: of, name }) => ({ id: of, name })),
								}
							: null,
						stuck: isStuck,
						keptFrom: keptFrom ? inEnglish(keptFrom) : null,
						opened: opened.map(({ by, at, until, because: why }) => ({
							by: named(by),
							at,
							until,
							because: why,
						})),
					})),
				}
			);
		},
	}),
	does({
		id: "findToSeal",
		path: "/sealed/find",
		tag,
		summary: "The difference of a reference, for whoever keeps its seal",
		scope: "differences:read",
		anyNumberOfTimes: true,
		body: z.strictObject({ reference: z.string().trim().min(1).max(200) }),
		answer: sealed,
		run: async ({ app, viewer, body }) => {
			const found = await findSealableByReference(app, viewer, body.reference);
			return found === undefined ? undefined : { difference: found };
		},
	}),
	reads({
		id: "readSeal",
		path: "/differences/{id}/seal",
		tag,
		summary: "Who may know of a difference, and who could be named",
		says: "For whoever keeps its seal, and whoever answers for the agency that raised it. Whoever a conflict of interest keeps from it is told so.",
		scope: "differences:read",
		params: ofOne,
		answer: aSeal,
		run: async ({ app, viewer, params }) => {
			const found = await findOwnSeal(app, viewer, params.id);
			return found && sealTold(found);
		},
	}),
	does({
		id: "sealDifference",
		path: "/differences/{id}/seal",
		tag,
		summary: "Seal a difference, or name others than before",
		says: "Nobody else knows of it from then on. Whoever leaves themself out may not know of it either.",
		scope: "differences:act",
		ifUnchanged: "readSeal",
		params: ofOne,
		body: z.strictObject({ to: z.array(z.uuid()).min(1).max(500), because }),
		answer: sealed,
		run: async (asking) => {
			const { app, viewer, params, body } = asking;
			const found = await findOwnSeal(app, viewer, params.id);
			if (!found) return differenceDoneBefore(asking);
			const answers = { [sealedBecause]: body.because };
			await sealDifference(app, onIt(asking, found), { to: body.to, answers });
			return { difference: params.id };
		},
	}),
	does({
		id: "unsealDifference",
		path: "/differences/{id}/seal/off",
		tag,
		summary: "Take the seal off",
		scope: "differences:act",
		ifUnchanged: "readSeal",
		params: ofOne,
		body: z.strictObject({ because }),
		answer: sealed,
		run: async (asking) => {
			const { app, viewer, params, body } = asking;
			const found = await findOwnSeal(app, viewer, params.id);
			if (!found) return differenceDoneBefore(asking);
			await unsealDifference(app, onIt(asking, found), {
				answers: { [unsealedBecause]: body.because },
			});
			return { difference: params.id };
		},
	}),
];

/** What somebody may seal. @throws Refusal 'not-your-own' to whoever a conflict of interest keeps from it */
async function findOwnSeal(app: App, viewer: Viewer, id: string): Promise<Sealable | undefined> {
	const found = await findSealable(app, viewer, id);
	if (found?.keptFrom) throw new Refusal("not-your-own", found.keptFrom);
	return found;
}

/**
 * Whoever would know of a difference were it not sealed is told that it is, as its page tells them, and that a program does not
 * open it.
 *
 * @throws Problem 403 `sealed`
 */
export async function refuseSealed(app: App, viewer: Viewer, id: string): Promise<void> {
	if (await findToOpenInEmergency(app, viewer, id))
		throw new Problem(403, "sealed", "This difference is sealed", {
			detail: `You are not among those who may know of it. In an emergency a person opens it, and no program: ${app.address}${sealPaths.open(id)}`,
		});
}
