/** The worked example of clients/example-school, against the built product as people start it. */
import { afterAll, expect, test } from "vitest";
import { fillInPartOne, goToFormal, hear, raise } from "../clients/example-school/school.ts";
import { Concord } from "../clients/typescript/concord.ts";
import { scopes } from "../src/domain/people/api-token.ts";
import { freshKey } from "./support/partnership.ts";
import { dataDirectory, freePort, startProduct, untilDatabaseStopped } from "./support/product.ts";

const data = dataDirectory();
afterAll(data.remove);

/** Signs somebody of the rehearsal in, lets them make a token on their page, and gives it to a program. */
async function programOf(address: string, name: string): Promise<Concord> {
	const cookies = new Map<string, string>();
	const ask = async (path: string, form?: string) => {
		const answer = await fetch(address + path, {
			redirect: "manual",
			headers: {
				cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join("; "),
				...(form !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
			},
			...(form !== undefined && { method: "POST", body: form }),
		});
		for (const each of answer.headers.getSetCookie()) {
			const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
			cookies.set(key, value);
		}
		return answer.text();
	};
	const csrf = (page: string) =>
		encodeURIComponent(/name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? "");
	await ask("/harbour-vale");
	const signIn = await ask("/sign-in");
	const person = new RegExp(
		`name="person" value="([^"]+)"(?:(?!name="person")[\\s\\S])*? as ${name}<`,
	).exec(signIn)?.[1];
	await ask("/rehearsal/sign-in", `_csrf=${csrf(signIn)}&person=${person}`);
	const page = await ask("/your-settings/api-tokens");
	const made = await ask(
		"/your-settings/api-tokens",
		`_csrf=${csrf(page)}&name=School+system&for=system&days=30${Object.keys(scopes)
			.map((scope) => `&scopes=${encodeURIComponent(scope)}`)
			.join("")}`,
	);
	return new Concord({ address, token: /concord_[\w-]{43}/.exec(made)?.[0] ?? "" });
}

test("a school’s system raises a difference, fills in part one and is told of the answer", async () => {
	const product = await startProduct({
		PORT: String(await freePort()),
		CONCORD_DATA: data.path,
	});
	const { address } = product;
	const teacher = await programOf(address, "Zoë Hartnell");
	const key = freshKey();
	const concern = {
		agency: "Harbour Vale Children’s Social Care",
		practitioner: "Łukasz Wrona",
		child: { name: "Robin Example", dateOfBirth: "2018-05-14", identifier: "" },
		themes: ["thresholds"],
		issue: "He came without a coat again, and nobody has visited.",
		outcomeWanted: "A visit this week.",
	};
	const id = await raise(teacher, concern, key);
	expect(await raise(teacher, concern, key)).toBe(id);
	await goToFormal(teacher, id, "Both managers have talked in vain before.", freshKey());
	await fillInPartOne(
		teacher,
		id,
		{
			"children-in-full": [concern.child],
			"child-safe": "interim",
			evidence: "Five notes of our own.",
			impact: "He is cold and ill.",
			"history-early": "We rang twice.",
			"history-informal": "Our lead rang theirs.",
			"why-not-resolved": "They see no need to visit.",
			contact: "01632 960 000",
		},
		freshKey(),
	);

	// What others do meanwhile: the head signs, the Business Unit forwards, the other agency answers.
	const others: [string, string, string, Parameters<Concord["doStep"]>[0]["body"]["answers"]][] = [
		["Philip Thorne", "sign-off", "signed", {}],
		["Tendai Moyo", "forward", "forwarded", {}],
		[
			"Rafiq Chowdhury",
			"respond",
			"responded",
			{ position: "agree", response: "We visit on Friday." },
		],
	];
	const port = await freePort();
	const told = { port, address: `http://127.0.0.1:${port}/concord` };
	const ear = await hear(teacher, told, freshKey());
	const answer = ear.answerTo(id);
	// Somebody else who says so is not believed.
	const forged = await fetch(told.address, {
		method: "POST",
		body: JSON.stringify({ type: "difference.changed", data: { difference: id } }),
		headers: {
			"webhook-id": "msg_1",
			"webhook-timestamp": String(Math.floor(Date.now() / 1000)),
			"webhook-signature": "v1,AAAA",
		},
	});
	expect(forged.status).toBe(400);
	for (const [name, step, outcome, answers] of others) {
		const concord = await programOf(address, name);
		const at = { id, step: `formal-resolution.${step}` };
		const { data: asked } = await concord.readStep(at);
		const to = asked.questions
			.find(({ field }) => field === "sent-to")
			?.people?.find((person) => person.name === "Rafiq Chowdhury");
		await concord.doStep({
			...at,
			key: freshKey(),
			body: { outcome, answers: { ...answers, ...(to && { "sent-to": { id: to.id } }) } },
		});
	}
	const answered = await answer;
	await ear.close();
	expect(answered.answers.response?.says).toBe("We visit on Friday.");
	expect(answered.record.find(({ type }) => type === "raised")?.through).toBe("School system");
	expect(await product.end("SIGTERM")).toBe(0);
	await untilDatabaseStopped(data.path);
});
