import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { raisedTo } from "../../../../test/support/partnership.ts";
import type { Visitor } from "../../../../test/support/visitor.ts";

const bearer = "a token that is only for these tests, and long";
const partnership = officeForAll({ at: "2026-03-30T10:00" });
let plain: FastifyInstance;
let teacher: Visitor;
let director: Visitor;
let businessUnit: Visitor;

beforeAll(async () => {
	const { people } = partnership;
	teacher = await partnership.visitor(people.teacher);
	director = await partnership.visitor(people.director);
	businessUnit = await partnership.visitor(people.businessUnit);
	plain = partnership.serve({ bounceToken: bearer });
});

const days = (from: string, until: string) =>
	Object.fromEntries(
		[
			["from", from],
			["until", until],
		].flatMap(([name, day]) =>
			["day", "month", "year"].map((part) => [
				`${name}-${part}`,
				String(Temporal.PlainDate.from(day as string)[part as "day"]),
			]),
		),
	);
/** Sends a form of a page that has several. */
const post = async (visitor: Visitor, url: string, form: Record<string, string> = {}) => {
	await visitor.get("/your-settings");
	return (await visitor.post(url, form)).statusCode;
};

describe("your settings", () => {
	test("somebody says when they are away and who stands in, and takes it back", async () => {
		const { people } = partnership;
		expect(await post(director, "/your-settings/away", days("2026-04-01", "2026-04-10"))).toBe(303);
		await post(director, "/your-settings/deputies", {
			deputies: people.teamManager.id,
		});
		const page = await director.open("/your-settings");
		expect(page.words).toContain("1 April 2026 to 10 April 2026");
		expect(page.body).toMatch(new RegExp(`value="${people.teamManager.id}"[^>]*checked`));
		const [absence = ""] = page.form.absence ?? [];
		expect(await post(director, "/your-settings/back", { absence })).toBe(303);
		expect((await director.open("/your-settings")).words).not.toContain("1 April 2026");
	});

	test("a deputy who is not of this partnership, or is nobody, is refused aloud", async () => {
		const elsewhere = await partnership.another();
		for (const deputies of [
			elsewhere.people.teamManager.id,
			"00000000-0000-4000-8000-000000000000",
		]) {
			await director.get("/your-settings");
			const told = await director.post("/your-settings/deputies", { deputies });
			expect(told.statusCode).toBe(422);
			expect(told.body).toContain("Choose colleagues of the same agency or office");
		}
	});

	test("days that cannot be are shown again as typed, with what to do", async () => {
		const page = await teacher.open("/your-settings");
		const again = await teacher.send(
			{ ...page, url: "/your-settings/away", form: {} },
			days("2026-04-05", "2026-04-01"),
		);
		expect(again.status).toBe(422);
		expect(again.form["from-day"]).toEqual(["5"]);
		expect(again.form["until-day"]).toEqual(["1"]);
		expect(again.words).toContain("There is a problem");
		expect(again.body).toContain('href="#until-day"');
	});

	test("somebody says that their address is right", async () => {
		await post(teacher, "/your-settings/contact");
		expect((await teacher.open("/your-settings")).words).toContain(
			"You said on 30 March 2026 that it is right.",
		);
	});
});

describe("the calendar feed", () => {
	const make = async (visitor: Visitor): Promise<string> => {
		const page = await visitor.open("/your-settings");
		const made = await visitor.send({ ...page, url: "/your-settings/calendar-feed", form: {} });
		const [, address = ""] = /id="feed-address">\s*([^<\s]+)/.exec(made.body) ?? [];
		return new URL(address).pathname;
	};

	test("shows what somebody owes and by when, without a session, a name or a sentence", async () => {
		const _difference = await raisedTo(partnership, "forward");
		const feed = await make(director);
		const { statusCode, headers, body } = await plain.inject(feed);
		expect(statusCode).toBe(200);
		expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
		expect(headers["cache-control"]).toContain("no-store");
		// Forwarded on Monday 30 March: the tenth working day is Wednesday 15 April, past Good Friday and Easter Monday.
		expect(body).toContain("DTSTART;VALUE=DATE:20260415");
		expect(body).toMatch(/SUMMARY:[A-Z0-9]+-\w+: complete your part of the form/);
		for (const { name, agencyName } of Object.values(partnership.people)) {
			expect(body).not.toContain(name);
			expect(body).not.toContain(agencyName);
		}
		expect(body).not.toMatch(/canary/i);
	});

	test("leaves out what is due when the time stands still", async () => {
		const state = (from: string, to: string) =>
			sql`update clock set state = ${to} where state = ${from}`.execute(partnership.db);
		const feed = await make(director);
		await state("running", "paused");
		const { body } = await plain.inject(feed);
		await state("paused", "running");
		expect(body).not.toContain("BEGIN:VEVENT");
		expect((await plain.inject(feed)).body).toContain("BEGIN:VEVENT");
	});

	test("answers a wrong address, one that was replaced and one that was taken away alike", async () => {
		const first = await make(director);
		const second = await make(director);
		expect((await plain.inject(second)).statusCode).toBe(200);
		await post(director, "/your-settings/no-calendar-feed");
		const answers = await Promise.all(
			[first, second, "/calendar-feed/guessed.ics"].map(async (url) => {
				const { statusCode, body } = await plain.inject(url);
				return [statusCode, body.replaceAll(/nonce="[^"]+"/g, "")];
			}),
		);
		expect(answers[0]?.[0]).toBe(404);
		expect(answers[1]).toEqual(answers[0]);
		expect(answers[2]).toEqual(answers[0]);
	});

	test("an address is long enough that nobody guesses it, and not kept", async () => {
		const address = await make(teacher);
		const secret = address.split("/").at(-1)?.replace(".ics", "") ?? "";
		expect(Buffer.from(secret, "base64url").length).toBeGreaterThanOrEqual(16);
		expect((await teacher.open("/your-settings")).body).not.toContain(secret);
	});
});

describe("who is away", () => {
	test("whoever answers for an agency says it of its people; a teacher has no such page", async () => {
		const { people } = partnership;
		expect((await teacher.open("/colleagues")).status).toBe(404);
		const lead = await partnership.visitor(people.safeguardingLead);
		const list = await lead.open("/colleagues");
		expect(list.words).toContain("Amy Okafor");
		expect(list.words).not.toContain("Elin Moss");
		expect(
			await post(lead, `/colleagues/${people.teacher.id}/away`, days("2026-03-30", "2026-04-02")),
		).toBe(303);
		expect((await lead.open("/colleagues")).words).toContain("Until 2 April 2026");
		expect((await lead.open(`/colleagues/${people.director.id}`)).status).toBe(404);
		expect(
			await post(lead, `/colleagues/${people.teacher.id}/address`, {
				email: "x@example.org",
			}),
		).toBe(404);
	});

	test("the Business Unit puts an address right", async () => {
		const { people } = partnership;
		const url = `/colleagues/${people.officer.id}`;
		expect((await businessUnit.open(url)).words).toContain("Work address");
		expect(await post(businessUnit, `${url}/address`, { email: "no address" })).toBe(422);
		expect(
			await post(businessUnit, `${url}/address`, {
				email: "desk@levels-police.example",
			}),
		).toBe(303);
		expect((await businessUnit.open(url)).body).toContain('value="desk@levels-police.example"');
	});
});

describe("mail that came back", () => {
	const handOver = (authorization: string, payload: string) =>
		plain.inject({
			method: "POST",
			url: "/mail/bounced",
			headers: { authorization, "content-type": "message/rfc822" },
			payload,
		});

	test("is taken from a mail server that shows the token, and shows on the desk", async () => {
		const [job] = partnership.queued;
		const report = `Action: failed\r\nStatus: 5.1.1\r\n\r\nMessage-ID: <${job?.name === "send-mail" && job.data.messageId}@partnership.example>\r\n`;
		expect((await handOver("Bearer guessed", report)).statusCode).toBe(401);
		const hello = await handOver(`Bearer ${bearer}`, "Hello");
		expect([hello.statusCode, hello.body]).toEqual([
			200,
			"Nothing to do: no report of mail that failed for good.\n",
		]);
		expect((await handOver(`Bearer ${bearer}`, report)).statusCode).toBe(204);
		const desk = await businessUnit.open("/business-unit");
		expect(desk.words).toContain("Mail that did not arrive");
		expect(desk.words).toContain("Ring them, and put the address right");
	});

	test("has no address where no token is set", async () => {
		const { statusCode } = await partnership.web().inject({
			method: "POST",
			url: "/mail/bounced",
		});
		expect([401, 403, 404]).toContain(statusCode);
	});
});
