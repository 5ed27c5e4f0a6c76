/**
 * A school’s system and Concord: it raises a difference for the teacher who is worried, fills in part one of the form when
 * they go straight to formal resolution, and is told once the other agency has answered. Under Somerset’s protocol; another one asks
 * other questions, which `readRaising` and `readStep` tell.
 */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { type Answer, Concord, type Difference, eachPage } from "../typescript/concord.ts";
import { verifyWebhook, type WebhookMessage } from "../typescript/webhook.ts";

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
	const agency = await agencyCalled(concord, concern.agency);
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

async function agencyCalled(concord: Concord, called: string) {
	const pages = eachPage((cursor) => concord.listAgencies({ ...(cursor && { cursor }) }));
	for await (const { agencies } of pages) {
		const found = agencies.find(({ name }) => name === called);
		if (found) return found;
	}
	return undefined;
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

/** Where a school’s system hears that something happened. */
export type Ear = {
	/** The difference once the other agency has answered. */
	answerTo: (id: string) => Promise<Difference>;
	/** Hears nothing more. */
	close: () => Promise<void>;
};

/**
 * Waits at an address and names it to Concord, which tells there that something happened and nothing else. What it is, is read
 * with the token. Of one that runs for longer the school keeps the secret and names the address once.
 *
 * @param at the port to wait at, and the address by which Concord reaches it
 */
export async function hear(
	concord: Concord,
	at: { port: number; address: string },
	key: string,
): Promise<Ear> {
	const { data: webhook } = await concord.makeWebhook({
		key,
		body: { address: at.address, kinds: ["difference.changed"] },
	});
	const waiting = new Map<string, (answered: Difference) => void>();
	const look = async (id: string) => {
		const answered = waiting.get(id);
		const { data } = await concord.readDifference({ id });
		if (answered && data.answers.response) answered(data);
	};
	const server = createServer(async (request, reply) => {
		const body = await text(request);
		const headers = new Headers(
			Object.entries(request.headers).map(([name, value]): [string, string] => [
				name,
				String(value),
			]),
		);
		try {
			await verifyWebhook(webhook.secret, headers, body);
		} catch {
			// From somebody else: nothing is done, and nothing said of why.
			return reply.writeHead(400).end();
		}
		const { data } = JSON.parse(body) as WebhookMessage;
		try {
			if (data && waiting.has(data.difference)) await look(data.difference);
			reply.writeHead(204).end();
		} catch {
			// It could not be read just now: Concord tells it again.
			reply.writeHead(503).end();
		}
	});
	server.listen(at.port, "127.0.0.1");
	await once(server, "listening");
	return {
		answerTo: async (id) => {
			const answered = new Promise<Difference>((resolve) => waiting.set(id, resolve));
			// It may have been answered before anybody waited.
			await look(id);
			return answered;
		},
		close: async () => {
			await concord.removeWebhook({ id: webhook.id });
			server.close();
			server.closeAllConnections();
		},
	};
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
