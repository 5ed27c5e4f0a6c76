/** Hostile requests against a server with everything in it, and what came of them. */
import type { FastifyInstance } from "fastify";
import { makeProtocolVersion } from "../../src/actions/make-protocol-version.ts";
import { apiPath } from "../../src/web/api/operation.ts";
import { operations } from "../../src/web/api/operations.ts";
import { tokenFor } from "./api.ts";
import { type RouteThere, serveEveryRoute } from "./every-route.ts";
import { chanceFrom, hostileRequest } from "./hostile.ts";
import type { Office } from "./office.ts";
import {
	freshKey,
	raisedTo,
	referenceOf,
	somersetAs,
	type TestPartnership,
} from "./partnership.ts";

export type Target = {
	web: FastifyInstance;
	routes: RouteThere[];
	/** The log, which has a line for each fault. */
	failed: string[];
	/** Of things that are there, of both partnerships. */
	ids: string[];
	/** Who asks, and what must stand in none of their answers. */
	attackers: { who: string; id: string | undefined; hidden: RegExp; token?: string }[];
};

/** Two partnerships with a difference each, and everybody who tries. */
export async function targetIn(one: Office, other: TestPartnership): Promise<Target> {
	const failed: string[] = [];
	const ours = await raisedTo(one, "forward");
	const theirs = await raisedTo(other, "forward");
	const version = await makeProtocolVersion(one.app, one.people.administrator, {
		key: freshKey(),
		source: somersetAs("next"),
		note: "",
	});
	const [reference, otherReference] = [
		await referenceOf(one, ours),
		await referenceOf(other, theirs),
	];
	const { web, routes } = await serveEveryRoute({
		serve: (options) =>
			one.serve({
				...options,
				apiPerMinute: { token: 1_000_000, stranger: 1_000_000 },
				log: { level: "error", stream: { write: (line) => failed.push(line) } },
			}),
	});
	// Names and sentences of the story, and by what it is known.
	const ofOurs = new RegExp(`canary|${reference}`, "i");
	const ofBoth = new RegExp(`canary|${reference}|${otherReference}`, "i");
	return {
		web,
		routes: [
			...routes,
			...operations.map(({ method, path }) => ({
				method,
				url: `${apiPath}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
				isPublic: false,
			})),
		],
		failed,
		ids: [
			ours,
			theirs,
			version,
			other.versionId,
			one.people.teacher.id,
			other.people.teacher.id,
			one.agencies.school,
			other.agencies.school,
			freshKey(),
		],
		attackers: [
			{ who: "nobody", id: undefined, hidden: ofBoth },
			{
				who: "of another partnership",
				id: other.people.officer.id,
				hidden: ofOurs,
				token: await tokenFor(other.app, other.people.officer),
			},
			{
				who: "of the police",
				id: one.people.officer.id,
				hidden: ofBoth,
				token: await tokenFor(one.app, one.people.officer),
			},
			{
				who: "an administrator",
				id: one.people.administrator.id,
				hidden: ofBoth,
				token: await tokenFor(one.app, one.people.administrator),
			},
		],
	};
}

export type Attacked = {
	/** Answers from 500 on, as status and request. */
	faults: string[];
	/** Answers that told what is hidden. */
	told: string[];
	/** How often each status was answered. */
	answered: Map<number, number>;
};

/** Sends so many hostile requests, each attacker in turn. */
export async function attack(
	{ web, routes, ids, attackers, failed }: Target,
	{ requests, seed }: { requests: number; seed: number },
): Promise<Attacked> {
	const chance = chanceFrom(seed);
	// To be signed in or out is what the others are tried as.
	// A rehearsal's mailbox has the mail of everybody, and nothing in it is real.
	const tried = routes.filter(
		({ url }) => !/^\/(enter|rehearsal\/(sign-in|mailbox)|sign-out)/.test(url),
	);
	const result: Attacked = { faults: [], told: [], answered: new Map() };
	const sessions = new Map<string, { cookie: string; token: string }>();
	const sessionOf = async (who: string, id: string | undefined) => {
		const known = sessions.get(who);
		if (known) return known;
		const { cookies, body } = await web.inject(id ? `/enter/${id}` : "/sign-in");
		const begun = {
			cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; "),
			token: /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? "",
		};
		sessions.set(who, begun);
		return begun;
	};
	for (let number = 0; number < requests; number++) {
		const {
			who,
			id,
			hidden,
			token: bearer,
		} = attackers[number % attackers.length] as (typeof attackers)[number];
		const { cookie, token } = await sessionOf(who, id);
		const request = hostileRequest(chance, tried, ids, token);
		const { statusCode, body, headers } = await web.inject({
			...request,
			headers: {
				cookie,
				...(bearer && {
					authorization: `Bearer ${bearer}`,
					"idempotency-key": `hostile-${number}`,
				}),
				...request.headers,
			},
		});
		const said = `${statusCode} ${request.method} ${request.url.slice(0, 200)} ${request.headers["content-type"] ?? ""} as ${who} (request ${number})`;
		result.answered.set(statusCode, (result.answered.get(statusCode) ?? 0) + 1);
		if (statusCode >= 500) result.faults.push(`${said}\n${placeOf(failed.at(-1))}`);
		if (hidden.test(body) || hidden.test(JSON.stringify(headers))) result.told.push(said);
	}
	return result;
}

/** Where in Concord's own code it came from, as the log says. */
const placeOf = (line = "{}"): string => {
	const { err } = JSON.parse(line) as { err?: { type: string; code?: string; stack: string } };
	const ours = (err?.stack ?? "").split("\n").filter((at) => /\/src\//.test(at));
	return `${err?.type} ${err?.code ?? ""}${ours.slice(0, 4).join("")}`;
};

/** What is written of every difference. */
export async function hiddenFrom({ db }: Pick<Office, "db">): Promise<unknown> {
	return {
		events: await db
			.selectFrom("event")
			.select(["difference_id", "seq", "type"])
			.orderBy("difference_id")
			.orderBy("seq")
			.execute(),
		differences: await db
			.selectFrom("difference")
			.select(["id", "status", "last_seq"])
			.orderBy("id")
			.execute(),
	};
}
