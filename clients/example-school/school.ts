/**
 * A school’s system and Concord: it raises a difference for the teacher who is worried, fills in part one of the form when
 * they go straight to formal resolution, and hears of the other agency’s answer. Under Somerset’s protocol; another one asks
 * other questions, which `readRaising` and `readStep` tell.
 */
import { randomUUID } from "node:crypto";
import { type Answer, Concord, ConcordProblem, type Difference } from "../typescript/concord.ts";

/** What the school’s system knows of a concern: whoever is worried has read it and means it. */
export type Concern = {
	/** The other agency, by its name in Concord. */
	agency: string;
	/** Who there is concerned, by name. */
	practitioner: string;
	child: { name: string; dateOfBirth: string; identifier: string };
	/** As the protocol names them. */
	themes: string[];
	issue: string;
	outcomeWanted: string;
};

/**
 * Raises it. A school’s system keeps `key` with its concern: asked again after a broken line, Concord raises it once.
 *
 * @returns its identifier in Concord
 */
export async function raise(concord: Concord, concern: Concern, key: string): Promise<string> {
	const { agencies } = (await concord.listAgencies()).data;
	const agency = agencies.find(({ name }) => name === concern.agency);
	if (!agency) throw new Error(`${concern.agency} is no agency of this partnership`);
	const { questions } = (await concord.readRaising({ agency: agency.id })).data;
	const people = questions.find(({ field }) => field === "practitioner-b")?.people ?? [];
	const person = people.find(({ name }) => name === concern.practitioner);
	const { data } = await concord.raiseDifference({
		key,
		body: {
			// Whoever is worried was shown what is not raised here, and that the child is in no danger just now.
			scope: "none-of-these",
			inDanger: false,
			agency: agency.id,
			answers: {
				"practitioner-b": person ? { id: person.id } : { name: concern.practitioner },
				children: [concern.child],
				themes: concern.themes,
				issue: concern.issue,
				"outcome-wanted": concern.outcomeWanted,
			},
		},
	});
	return data.difference;
}

/** Goes straight to formal resolution, with the reason that the protocol asks for. */
export const goToFormal = (concord: Concord, id: string, reason: string, key: string) =>
	concord.doMove({
		id,
		move: "straight-to-formal",
		key,
		body: { answers: { "skip-reason": reason } },
	});

/**
 * Fills in part one: what is known already is offered, and `more` goes before it. It is sent on only if nothing happened
 * since it was read.
 */
export async function fillInPartOne(
	concord: Concord,
	id: string,
	more: Record<string, Answer>,
	key: string,
): Promise<void> {
	const step = "formal-resolution.raise";
	const { etag } = await concord.readDifference({ id });
	const { data: asked } = await concord.readStep({ id, step });
	const offered = asked.questions.flatMap(({ field, offered: known }): [string, Answer][] =>
		known === null ? [] : [[field, known]],
	);
	await concord.doStep({
		id,
		step,
		key,
		...(etag !== null && { ifMatch: etag }),
		body: { outcome: "submitted", answers: { ...Object.fromEntries(offered), ...more } },
	});
}

/**
 * Asks again and again until the other agency has answered. What has not changed is not sent again; whoever asks too often is
 * told when to come back.
 *
 * @param pause waits between two questions: a minute is often enough
 */
export async function answerTo(
	concord: Concord,
	id: string,
	pause: () => Promise<void>,
): Promise<Difference> {
	let etag: string | undefined;
	for (;;) {
		const read = await concord
			.readDifference({ id, ...(etag !== undefined && { ifNoneMatch: etag }) })
			.catch((problem: unknown) => {
				if (problem instanceof ConcordProblem && problem.retryAfter !== null) return undefined;
				throw problem;
			});
		if (read?.status === 200) {
			if (read.data.answers.response) return read.data;
			etag = read.etag ?? undefined;
		}
		await pause();
	}
}

/** `CONCORD_ADDRESS=… CONCORD_TOKEN=… npx tsx clients/example-school/school.ts` */
if (import.meta.main) {
	const { CONCORD_ADDRESS: address = "", CONCORD_TOKEN: token = "" } = process.env;
	const concord = new Concord({ address, token });
	const { data } = await concord.listWork();
	console.log(`${data.mine.length} things are yours to do.`);
	for (const { reference, title, dueAt } of data.mine)
		console.log(`${reference}: ${title}${dueAt ? `, by ${dueAt}` : ""}`);
	console.log(`A key for what you do next: ${randomUUID()}`);
}
