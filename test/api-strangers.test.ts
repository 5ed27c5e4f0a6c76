/**
 * Of every operation of the API, whoever may not know of a difference, a lesson or whatever else gets exactly what there is of one that
 * does not exist, and somebody of another partnership too; without a token nobody gets anything: also of operations that will be added.
 */
import { beforeAll, expect, test } from "vitest";
import { makeBriefing } from "../src/actions/make-briefing.ts";
import { withinPartnership } from "../src/store/scope.ts";
import { apiPath, type Operation } from "../src/web/api/operation.ts";
import { operations } from "../src/web/api/operations.ts";
import { isUuid } from "../src/web/kit/act-key.ts";
import { programOf, tokenFor } from "./support/api.ts";
import { presentedReport, resolved } from "./support/learning.ts";
import { officeForAll } from "./support/office.ts";
import { freshKey, raisedTo, type TestPartnership } from "./support/partnership.ts";
import { receiving } from "./support/webhooks.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
const nowhere = "00000000-0000-4000-8000-00000000dead";
let difference: string;
let other: TestPartnership;

/** What stands in the places of an address that does not begin with a difference: something that is there. */
let things: Record<string, string>;

beforeAll(async () => {
	difference = await raisedTo(partnership, "raise");
	other = await partnership.another();
	things = await thingsIn(partnership);
});

/** A lesson with its action, a report, a draft of a briefing, a link to raise and an address that is told, made by programs. */
async function thingsIn(of: typeof partnership): Promise<Record<string, string>> {
	const { app, people, agencies, partnershipId } = of;
	receiving(of);
	const unit = await programOf(of, people.businessUnit);
	const learnedFrom = await resolved(of);
	await unit.recordLesson({
		id: learnedFrom,
		key: freshKey(),
		body: {
			theme: "thresholds",
			happened: "A referral was closed.",
			shouldDiffer: "Whoever closes one says why.",
			againOn: "2026-09-30",
			actions: [{ what: "Write it down", agency: agencies.school, dueOn: "2026-05-29" }],
		},
	});
	const lesson = (await unit.listLessons()).data.lessons[0]?.id ?? "";
	const who = { name: "Kim Link", post: "Nurse", email: "kim@example.net", days: 14 as const };
	const link = { ...who, agency: agencies.police, level: "manager" as const, because: "We met" };
	await unit.giveLinkToRaise({ key: freshKey(), body: link });
	const { data: webhook } = await unit.makeWebhook({
		key: freshKey(),
		body: { address: "https://school.example/told", kinds: ["difference.raised"] },
	});
	await unit.tryWebhook({ id: webhook.id, key: freshKey() });
	const { data: protocols } = await unit.listProtocols();
	const [report, briefing] = await withinPartnership({ partnershipId }, async () => {
		const today = "2026-03-26";
		const found = await app.protocols.inForce(
			app.db,
			partnershipId,
			today,
			protocols.protocols[0]?.id,
		);
		if (!found) throw new Error("It is in force");
		const period = { from: "2025-07-01", until: "2025-12-31" };
		const presented = await presentedReport(of, found.protocol, period);
		return [presented, await makeBriefing(app, people.businessUnit, [lesson])];
	});
	return {
		lesson,
		action: (await unit.listLearningActions()).data.actions[0]?.id ?? "",
		report,
		briefing,
		agency: agencies.office,
		person: (await unit.listLinksToRaise()).data.links[0]?.person ?? "",
		id: webhook.id,
		event: (await unit.listWebhookLog({ id: webhook.id })).data.events[0]?.id ?? "",
		audience: "subgroup",
		format: "pdf",
	};
}

/** What stands in the places of an address. */
const places = (id: string): Record<string, string> => ({
	id,
	step: "formal-resolution.sign-off",
	move: "withdraw",
	clock: "formal-resolution.respond",
	how: "extend",
	field: "issue",
	entry: "1",
	side: "receiving",
	act: "steps",
	of: "formal-resolution.sign-off",
	form: "rpd",
	person: partnership.people.teacher.id,
});

/** What an operation takes, where it takes something in particular. */
const bodies: Record<string, unknown> = {
	saySafety: { safe: false },
	recordOnChildsRecord: { step: "early-resolution.talk" },
	moveToVersion: { reason: "A reason" },
	sealDifference: { to: [nowhere], because: "A reason" },
	unsealDifference: { because: "A reason" },
	giveLink: { name: "Rae", post: "Nurse", email: "rae@example.net", days: 7 },
	recordLesson: {
		theme: "thresholds",
		happened: "It was.",
		shouldDiffer: "It is.",
		againOn: "2026-09-30",
	},
	giveFeedback: { heard: "yes", inTime: "yes", helped: "yes" },
	rewordLesson: { happened: "It was.", shouldDiffer: "It is." },
	lookAgain: { found: "It is so." },
	closeLearningAction: { state: "done", result: "It hangs there" },
	moveLearningAction: {
		after: 0,
		agency: nowhere,
		person: null,
		dueOn: "2026-06-30",
		reason: "A reason",
	},
	changeWebhook: { isPaused: true },
	sendWebhookAgain: { after: 0 },
};

const operationOf = (id: string): Operation => {
	const found = operations.find((operation) => operation.id === id);
	if (!found) throw new Error(`There is no ${id}`);
	return found;
};

async function ask(
	{ method, path, body, id: operation }: Operation,
	at: Record<string, string>,
	token: string | undefined,
) {
	const isFile = body !== undefined && "file" in body;
	const url = `${apiPath}${path.replaceAll(/\{(\w+)\}/g, (_, place: string) => at[place] ?? nowhere)}`;
	const { statusCode, body: answered } = await partnership.web().inject({
		method,
		url: isFile ? `${url}?name=letter.pdf` : url,
		headers: {
			...(token && { authorization: `Bearer ${token}` }),
			"idempotency-key": freshKey(),
			...(body && { "content-type": isFile ? "application/octet-stream" : "application/json" }),
		},
		...(body && { payload: isFile ? "%PDF-" : JSON.stringify(bodies[operation] ?? {}) }),
	});
	// Whatever of it were told back would tell it apart from what is not there.
	const told = [difference, ...Object.values(things).filter((one) => isUuid(one))].reduce(
		(said, one) => said.replaceAll(one, nowhere),
		answered,
	);
	return { statusCode, body: told };
}

test("of every operation on a difference, a stranger gets what there is of one that does not exist", async () => {
	const ofDifferences = operations.filter(({ path }) => path.startsWith("/differences/{id}"));
	expect(ofDifferences.length).toBeGreaterThan(30);
	const { people, app } = partnership;
	const strangers = [
		[app, people.otherTeacher],
		[app, people.socialWorker],
		[app, people.businessUnit],
		[other.app, other.people.teacher],
	] as const;
	for (const [of, person] of strangers) {
		const token = await tokenFor(of, person);
		for (const operation of ofDifferences) {
			const theirs = await ask(operation, places(difference), token);
			expect(theirs, `${operation.id} as ${person.name}`).toEqual(
				await ask(operation, places(nowhere), token),
			);
			expect(theirs.statusCode, `${operation.id} as ${person.name}`).toBe(404);
		}
	}
});

/** What names no thing that somebody could be kept from: a name of the protocol, or an identifier of the program’s own. */
const namesNothing = new Set(["protocol", "happening", "from", "until", "draft"]);

test("of every operation on something else with an identifier, whoever may not know of it gets what there is of one that does not exist", async () => {
	const ofThings = operations.filter(
		({ path }) =>
			!path.startsWith("/differences/{id}") &&
			[...path.matchAll(/\{(\w+)\}/g)].some(([, place = ""]) => !namesNothing.has(place)) &&
			!path.includes("{protocol}"),
	);
	expect(new Set(ofThings.map(({ path }) => path.split("/")[1]))).toEqual(
		new Set([
			"lessons",
			"learning-actions",
			"reports",
			"agencies",
			"links-to-raise",
			"webhooks",
			"briefings",
		]),
	);
	const missing = Object.fromEntries(
		Object.entries(things).map(([place, one]) => [place, isUuid(one) ? nowhere : one]),
	);
	// Whoever may do it all here is answered, so that these answers are of what is there.
	const { app, people } = partnership;
	const unit = await tokenFor(app, people.businessUnit);
	for (const { id, path, method } of ofThings)
		if (method === "GET" && !path.startsWith("/webhooks"))
			expect((await ask(operationOf(id), things, unit)).statusCode, id).toBe(200);
	for (const [of, person] of [
		// They have every right, in another partnership.
		[other.app, other.people.businessUnit],
		[other.app, other.people.teacher],
		[app, people.otherTeacher],
		[app, people.socialWorker],
	] as const) {
		const token = await tokenFor(of, person);
		for (const operation of ofThings) {
			const what = `${operation.id} as ${person.name}`;
			const theirs = await ask(operation, things, token);
			expect(theirs, what).toEqual(await ask(operation, missing, token));
			expect(theirs.statusCode, what).toBe(404);
		}
	}
});

test("nobody’s address that is told is another program’s, nor another person’s of the same right", async () => {
	const { app, people } = partnership;
	for (const person of [people.businessUnit, people.administrator]) {
		const token = await tokenFor(app, person);
		for (const operation of operations.filter(({ path }) => path.startsWith("/webhooks/{id}"))) {
			const theirs = await ask(operation, things, token);
			expect(theirs, operation.id).toEqual(await ask(operation, { event: nowhere }, token));
			expect(theirs.statusCode, operation.id).toBe(404);
		}
	}
});

test("at the address that is one partnership’s own, a token of another is none", async () => {
	const { app, people, db } = partnership;
	await db
		.updateTable("partnership")
		.set({ host: "other.example" })
		.where("id", "=", other.partnershipId)
		.execute();
	const answered = async (token: string, host: string) =>
		(
			await partnership.web().inject({
				url: `${apiPath}/work`,
				headers: { authorization: `Bearer ${token}`, host },
			})
		).statusCode;
	const [ours, theirs] = [
		await tokenFor(app, people.teacher),
		await tokenFor(other.app, other.people.teacher),
	];
	const everybodys = new URL(app.address).host;
	expect(await answered(ours, "other.example")).toBe(401);
	expect(await answered(theirs, "other.example")).toBe(200);
	expect(await answered(ours, everybodys)).toBe(200);
	expect(await answered(theirs, everybodys)).toBe(200);
});

test("no operation does anything without a token, or with one that is not for it", async () => {
	const { app, people } = partnership;
	for (const operation of operations) {
		const theirs = await ask(operation, places(difference), undefined);
		expect([401, 429], operation.id).toContain(theirs.statusCode);
		const only = operation.scope === "work:read" ? "reports:read" : "work:read";
		const token = await tokenFor(app, people.otherTeacher, { only: [only] });
		expect((await ask(operation, places(difference), token)).statusCode, operation.id).toBe(403);
		await partnership.db
			.deleteFrom("api_token")
			.where("person_id", "=", people.otherTeacher.id)
			.execute();
	}
});
