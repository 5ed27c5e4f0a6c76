/** What every operation has in common: who asks, what fits, what is done once, and what is said where it is not. */
import { expect, test } from "vitest";
import { type Concord, ConcordProblem } from "../../../clients/typescript/concord.ts";
import { clientOf, programOf, tokenFor } from "../../../test/support/api.ts";
import { officeForEach } from "../../../test/support/office.ts";
import {
	freshKey,
	raiseByTeacher,
	raisedTo,
	referenceOf,
	said,
} from "../../../test/support/partnership.ts";
import { faultsIn } from "../../../test/support/visitor.ts";
import { revokeToken } from "../../actions/api-tokens.ts";
import { setPeopleShownBy } from "../../actions/set-people-shown-by.ts";
import { listTokensOf } from "../../store/api-tokens.ts";
import type { OpenApi } from "./openapi.ts";
import { operations } from "./operations.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });

/** What was said of something that was not done. @throws Error where it was done */
const problemOf = async (asked: Promise<unknown>) => {
	const problem = await asked.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (!(problem instanceof ConcordProblem)) throw problem ?? new Error("It was done");
	return problem.problem;
};

const note = (text: string) => ({ choice: "own", answers: { "note-text": text } });

test("a program reads what its person owes and one difference as they see it", async () => {
	const id = await raiseByTeacher(office);
	const concord = await programOf(office, office.people.teacher);
	const { data: work } = await concord.listWork();
	expect(work.mine.map(({ difference }) => difference)).toEqual([id]);
	const { data: list } = await concord.listDifferences();
	expect(list).toMatchObject({ total: 1, next: null, differences: [{ id }] });
	const { data: difference } = await concord.readDifference({ id });
	expect(difference.reference).toBe(await referenceOf(office, id));
	expect(difference.answers.issue?.answer).toBe(said("issue"));
	expect(difference.record[0]).toMatchObject({
		entry: 1,
		type: "raised",
		by: { name: "Amy Okafor", side: "raising" },
		through: null,
	});
	expect(difference.acts.map(({ id: act }) => act)).toContain("early-resolution.talk");
});

test("lists say whom a difference is about as the partnership has its pages say it", async () => {
	await raiseByTeacher(office);
	const { app, people } = office;
	const concord = await programOf(office, people.teacher);
	const told = async () => {
		const [owed, listed, found] = [
			(await concord.listWork()).data.mine,
			(await concord.listDifferences()).data.differences,
			(await concord.findDifferences({ body: { about: "Canary" } })).data.differences,
		];
		return [owed, listed, found].map((all) => all.map(({ about }) => about));
	};
	const [[[named = ""] = []] = []] = await told();
	expect(named).toMatch(/^Canary /);
	expect(await told()).toEqual([[[named]], [[named]], [[named]]]);
	await setPeopleShownBy(app, people.administrator, "initials");
	const initials = `${named
		.split(" ")
		.map((word) => word.slice(0, 1))
		.join(".")}.`;
	expect(await told()).toEqual([[[initials]], [[initials]], [[initials]]]);
});

test("an answer that is as it was is not sent again", async () => {
	const id = await raiseByTeacher(office);
	const concord = await programOf(office, office.people.teacher);
	const { etag } = await concord.readDifference({ id });
	expect(await concord.readDifference({ id, ifNoneMatch: etag ?? "" })).toMatchObject({
		status: 304,
	});
	await concord.doNote({ id, key: freshKey(), body: note("We rang again") });
	expect((await concord.readDifference({ id, ifNoneMatch: etag ?? "" })).status).toBe(200);
});

test("what a program does says in the record by which token, to everybody who may read it", async () => {
	const id = await raiseByTeacher(office);
	const concord = await programOf(office, office.people.teacher);
	const { data } = await concord.doNote({ id, key: freshKey(), body: note("We rang again") });
	const { record } = (await concord.readDifference({ id })).data;
	expect(record.find(({ entry }) => entry === data.entry)).toMatchObject({
		type: "note-added",
		by: { name: "Amy Okafor" },
		through: "School system",
	});
	expect(await office.words(office.people.teacher, `/differences/${id}`)).toContain(
		"through “School system”",
	);
});

test("with one key it is done once, and another body under that key is told apart", async () => {
	const id = await raiseByTeacher(office);
	const concord = await programOf(office, office.people.teacher);
	const key = freshKey();
	const first = await concord.doNote({ id, key, body: note("We rang again") });
	const again = await concord.doNote({ id, key, body: note("We rang again") });
	expect(again.data.difference).toBe(first.data.difference);
	const { record } = (await concord.readDifference({ id })).data;
	expect(record.filter(({ type }) => type === "note-added")).toHaveLength(1);
	expect(await problemOf(concord.doNote({ id, key, body: note("Something else") }))).toMatchObject({
		status: 422,
		code: "sent-before",
	});
	// The same key of another token is another.
	const other = clientOf(office.web(), await tokenFor(office.app, office.people.teacher));
	await other.doNote({ id, key, body: note("Something else") });
	expect((await concord.readDifference({ id })).data.record.at(-1)?.answers).toMatchObject({
		"note-text": "Something else",
	});
});

test("a step that was done is not done again by the same request, and says the same", async () => {
	const id = await raiseByTeacher(office);
	const concord = await programOf(office, office.people.teacher);
	const asked = {
		id,
		step: "early-resolution.talk",
		key: freshKey(),
		body: {
			outcome: "not-resolved",
			answers: {
				"talked-at": "2026-03-26T09:30",
				"why-not-resolved": "No answer",
				"manager-a": { id: office.people.safeguardingLead.id },
			},
		},
	};
	const first = await concord.doStep(asked);
	expect((await concord.doStep(asked)).data).toEqual(first.data);
	const { record } = (await concord.readDifference({ id })).data;
	expect(record.filter(({ type }) => type === "step-done")).toHaveLength(1);
	expect(await problemOf(concord.doStep({ ...asked, key: freshKey() }))).toMatchObject({
		status: 409,
		code: "not-open",
	});
});

test("nothing is done where the difference changed since it was read", async () => {
	const id = await raiseByTeacher(office);
	const concord = await programOf(office, office.people.teacher);
	const { etag } = await concord.readDifference({ id });
	const key = freshKey();
	const asked = { id, key, ifMatch: etag ?? "", body: note("First") };
	const first = await concord.doNote(asked);
	expect(await problemOf(concord.doNote({ ...asked, key: freshKey() }))).toMatchObject({
		status: 412,
		code: "changed-since-read",
	});
	// Sent again, what was done is done.
	expect((await concord.doNote(asked)).data.difference).toBe(first.data.difference);
	const { etag: now } = await concord.readDifference({ id });
	await concord.doNote({ ...asked, key: freshKey(), ifMatch: now ?? "", body: note("Second") });
});

test("each fault in what was sent is said at its place, and nothing is lost in silence", async () => {
	const id = await raiseByTeacher(office);
	const concord = await programOf(office, office.people.teacher);
	const step = (answers: Parameters<Concord["doStep"]>[0]["body"]["answers"], outcome?: string) =>
		problemOf(
			concord.doStep({
				id,
				step: "early-resolution.talk",
				key: freshKey(),
				body: { ...(outcome && { outcome }), ...(answers && { answers }) },
			}),
		);
	expect(await step({})).toMatchObject({ status: 422, errors: [{ at: "#/outcome" }] });
	expect(
		await step(
			{
				"talked-at": "yesterday",
				"why-not-resolved": ["a list"],
				"manager-a": { id: office.people.director.id },
				"not-there": "x",
			},
			"not-resolved",
		),
	).toMatchObject({
		status: 422,
		code: "does-not-fit",
		errors: expect.arrayContaining([
			{ at: "#/answers/not-there", says: "This is not asked here" },
			expect.objectContaining({ at: "#/answers/talked-at" }),
			expect.objectContaining({ at: "#/answers/why-not-resolved" }),
			expect.objectContaining({ at: "#/answers/manager-a" }),
		]),
	});
	expect((await concord.readDifference({ id })).data.record.at(-1)?.type).not.toBe("step-done");
});

test("what is doubted is taken once it is confirmed", async () => {
	const id = await raiseByTeacher(office);
	const concord = await programOf(office, office.people.teacher);
	const asked = (confirms: Record<string, string> = {}) =>
		concord.doStep({
			id,
			step: "early-resolution.talk",
			key: freshKey(),
			body: {
				outcome: "not-resolved",
				answers: {
					"talked-at": "2024-03-26T09:30",
					"why-not-resolved": "No answer",
					"manager-a": { id: office.people.safeguardingLead.id },
				},
				confirms,
			},
		});
	const { errors = [] } = await problemOf(asked());
	expect(errors).toMatchObject([{ at: "#/answers/talked-at", confirm: expect.any(String) }]);
	const [{ at, confirm = "" } = { at: "" }] = errors;
	expect((await asked({ [at]: confirm })).data.difference).toBe(id);
});

test("a token opens nothing once it was revoked, has expired, or its person has left", async () => {
	const { app, people, web, db } = office;
	const token = await tokenFor(app, people.teacher);
	const concord = clientOf(web(), token);
	await concord.listWork();
	const [made] = await listTokensOf(db, people.teacher.id);
	expect(made?.lastUsedAt).not.toBeNull();
	expect(token.startsWith(made?.prefix ?? "?")).toBe(true);
	await revokeToken(app, people.teacher, made?.id ?? "");
	expect(await problemOf(concord.listWork())).toMatchObject({ status: 401, code: "no-token" });

	const later = clientOf(web(), await tokenFor(app, people.teacher));
	office.at("2026-04-25T11:01");
	expect(await problemOf(later.listWork())).toMatchObject({ status: 401, code: "no-token" });

	const leaves = clientOf(web(), await tokenFor(app, people.teacher));
	await leaves.listWork();
	await db
		.updateTable("person")
		.set({ left_at: "2026-04-25T10:00:00Z" })
		.where("id", "=", people.teacher.id)
		.execute();
	expect(await problemOf(leaves.listWork())).toMatchObject({ status: 401, code: "no-token" });
});

test("of a token its hash alone is kept", async () => {
	const token = await tokenFor(office.app, office.people.teacher);
	const rows = await office.db.selectFrom("api_token").selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain(token.slice(14));
	expect(rows[0]?.hash).toHaveLength(32);
});

test("a token does only what it was made for", async () => {
	const id = await raiseByTeacher(office);
	const { app, people, web } = office;
	const reads = clientOf(
		web(),
		await tokenFor(app, people.teacher, { only: ["differences:read"] }),
	);
	await reads.readDifference({ id });
	expect(await problemOf(reads.listWork())).toMatchObject({ status: 403, code: "not-in-scope" });
	expect(await problemOf(reads.doNote({ id, key: freshKey(), body: note("No") }))).toMatchObject({
		status: 403,
		code: "not-in-scope",
	});
});

test("outside a rehearsal, whoever must show more than a password makes tokens with that alone", async () => {
	const { app, people, db } = office;
	const web = office.serve({}, { rehearsal: false });
	const concord = clientOf(web, await tokenFor(app, people.businessUnit));
	await concord.listWork();
	await db.updateTable("api_token").set({ second_factor: false }).execute();
	expect(await problemOf(concord.listWork())).toMatchObject({ status: 401 });
});

test("what was sent wrongly is answered plainly, and no cookie opens anything", async () => {
	const id = await raiseByTeacher(office);
	const web = office.web();
	const token = await tokenFor(office.app, office.people.teacher);
	const cookie = (await web.inject(`/enter/${office.people.teacher.id}`)).cookies
		.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
		.join("; ");
	const ask = async (
		url: string,
		headers: Record<string, string>,
		payload?: string,
	): Promise<[number, string]> => {
		const answer = await web.inject({
			method: payload === undefined ? "GET" : "POST",
			url: `/api/v1${url}`,
			headers,
			...(payload !== undefined && { payload }),
		});
		expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
		expect(answer.headers["set-cookie"]).toBeUndefined();
		return [answer.statusCode, (answer.json() as { code: string }).code];
	};
	const bearer = { authorization: `Bearer ${token}` };
	const json = { ...bearer, "content-type": "application/json", "idempotency-key": freshKey() };
	expect(await ask("/work", { cookie })).toEqual([401, "no-token"]);
	expect(await ask("/work", { authorization: "Bearer nothing" })).toEqual([401, "no-token"]);
	expect(await ask("/work", { authorization: `Basic ${token}` })).toEqual([401, "no-token"]);
	expect(await ask("/nowhere", bearer)).toEqual([404, "not-found"]);
	expect(await ask("/differences/no-uuid", bearer)).toEqual([404, "not-found"]);
	expect(await ask("/differences?limit=1000000", bearer)).toEqual([400, "wrong-parameter"]);
	expect(await ask("/differences?cursor=bm9uZQ", bearer)).toEqual([400, "bad-cursor"]);
	const notes = `/differences/${id}/notes`;
	expect(await ask(notes, json, "{")).toEqual([400, "not-understood"]);
	expect(await ask(notes, json, '{"__proto__": {"a": 1}}')).toEqual([400, "not-understood"]);
	expect(await ask(notes, json, '{"other": 1}')).toEqual([422, "does-not-fit"]);
	expect(await ask(notes, { ...json, "content-type": "text/xml" }, "<a/>")).toEqual([
		415,
		"wrong-type",
	]);
	expect(await ask(notes, { ...json, "content-type": "application/octet-stream" }, "x")).toEqual([
		415,
		"wrong-type",
	]);
	expect(await ask(notes, json, JSON.stringify({ answers: { a: "x".repeat(1_100_000) } }))).toEqual(
		[413, "too-large"],
	);
	const { "idempotency-key": _, ...noKey } = json;
	expect(await ask(notes, noKey, JSON.stringify(note("x")))).toEqual([400, "idempotency-key"]);
});

test("a list goes on by its cursor, and by no other", async () => {
	for (let number = 0; number < 3; number++) await raiseByTeacher(office);
	const concord = await programOf(office, office.people.teacher);
	const { data: first } = await concord.listDifferences({ limit: 2, sort: "reference" });
	expect(first).toMatchObject({ total: 3, next: expect.any(String) });
	const cursor = first.next ?? "";
	const { data: second } = await concord.listDifferences({ limit: 2, sort: "reference", cursor });
	expect(second.next).toBeNull();
	const ids = [...first.differences, ...second.differences].map(({ id }) => id);
	expect(new Set(ids).size).toBe(3);
	const { data: owed } = await concord.listWork({ limit: 2 });
	expect(owed).toMatchObject({ totals: { mine: 3, agency: 0, waitingFor: 0 } });
	const { data: rest } = await concord.listWork({ limit: 2, cursor: owed.next ?? "" });
	expect(rest.next).toBeNull();
	expect(new Set([...owed.mine, ...rest.mine].map(({ difference }) => difference))).toEqual(
		new Set(ids),
	);
	// With another search, by somebody else, and far beyond everything.
	expect(await problemOf(concord.listDifferences({ limit: 2, cursor }))).toMatchObject({
		status: 400,
		code: "bad-cursor",
	});
	const other = await programOf(office, office.people.headteacher);
	expect(
		await problemOf(other.listDifferences({ limit: 2, sort: "reference", cursor })),
	).toMatchObject({ code: "bad-cursor" });
	const [, digest] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as [number, string];
	const far = Buffer.from(JSON.stringify([1_000_000, digest])).toString("base64url");
	expect(
		await problemOf(concord.listDifferences({ limit: 2, sort: "reference", cursor: far })),
	).toMatchObject({ code: "bad-cursor" });
});

test("whoever asks too often waits, each token for itself", async () => {
	const { app, people } = office;
	const web = office.serve({ apiPerMinute: { token: 3, stranger: 2 } });
	const busy = clientOf(web, await tokenFor(app, people.teacher));
	for (let number = 0; number < 3; number++) await busy.readRaising();
	expect(await problemOf(busy.readRaising())).toMatchObject({ status: 429, code: "too-often" });
	await clientOf(web, await tokenFor(app, people.teacher)).readRaising();
	const guesses = clientOf(web, "concord_guessed");
	for (let number = 0; number < 2; number++)
		expect(await problemOf(guesses.readRaising())).toMatchObject({ status: 401 });
	expect(await problemOf(guesses.readRaising())).toMatchObject({ status: 429 });
});

test("who may not know of a difference gets what there is of one that does not exist", async () => {
	const id = await raisedTo(office, "forward");
	for (const person of ["otherTeacher", "officer"] as const) {
		const concord = await programOf(office, office.people[person]);
		const nowhere = "00000000-0000-4000-8000-00000000dead";
		expect(await problemOf(concord.readDifference({ id }))).toEqual(
			await problemOf(concord.readDifference({ id: nowhere })),
		);
		expect((await concord.listDifferences()).data).toEqual({
			differences: [],
			total: 0,
			isMore: false,
			next: null,
		});
		expect((await concord.findDifferences({ body: { about: "Canary" } })).data.total).toBe(0);
	}
});

test("the page of the API says every operation, as the document for programs does", async () => {
	const web = office.web();
	const page = await web.inject("/api");
	expect(page.statusCode).toBe(200);
	expect(await faultsIn(page.body)).toEqual([]);
	const { paths } = (await web.inject("/api/v1/openapi.json")).json() as OpenApi;
	const described = Object.values(paths).flatMap((each) => Object.values(each));
	expect(described.map(({ operationId }) => operationId).sort()).toEqual(
		operations.map(({ id }) => id).sort(),
	);
	for (const { operationId } of described) expect(page.body).toContain(`id="${operationId}"`);
});
