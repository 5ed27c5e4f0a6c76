/**
 * Of every operation of the API, whoever may not know of a difference gets exactly what there is of one that does not exist,
 * and somebody of another partnership too; without a token nobody gets anything: also of operations that will be added.
 */
import { beforeAll, expect, test } from "vitest";
import { apiPath, type Operation } from "../src/web/api/operation.ts";
import { operations } from "../src/web/api/operations.ts";
import { tokenFor } from "./support/api.ts";
import { officeForAll } from "./support/office.ts";
import { freshKey, raisedTo, type TestPartnership } from "./support/partnership.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
const nowhere = "00000000-0000-4000-8000-00000000dead";
let difference: string;
let other: TestPartnership;

beforeAll(async () => {
	difference = await raisedTo(partnership, "raise");
	other = await partnership.another();
});

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
};

async function ask(
	{ method, path, body, id: operation }: Operation,
	id: string,
	token: string | undefined,
) {
	const isFile = body !== undefined && "file" in body;
	const url = `${apiPath}${path.replaceAll(/\{(\w+)\}/g, (_, place: string) => places(id)[place] ?? nowhere)}`;
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
	return { statusCode, body: answered.replaceAll(difference, nowhere) };
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
			const theirs = await ask(operation, difference, token);
			expect(theirs, `${operation.id} as ${person.name}`).toEqual(
				await ask(operation, nowhere, token),
			);
			expect(theirs.statusCode, `${operation.id} as ${person.name}`).toBe(404);
		}
	}
});

test("no operation does anything without a token, or with one that is not for it", async () => {
	const { app, people } = partnership;
	for (const operation of operations) {
		const theirs = await ask(operation, difference, undefined);
		expect([401, 429], operation.id).toContain(theirs.statusCode);
		const only = operation.scope === "work:read" ? "reports:read" : "work:read";
		const token = await tokenFor(app, people.otherTeacher, { only: [only] });
		expect((await ask(operation, difference, token)).statusCode, operation.id).toBe(403);
		await partnership.db.deleteFrom("api_token").execute();
	}
});
