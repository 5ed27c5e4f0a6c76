/**
 * Two Concords on one database, each with its own connections, libraries, keys and sessions as two processes have them: what
 * is done at one is so at the other at once.
 */
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../src/actions/app.ts";
import { applyCalendarChange, proposeCalendarChange } from "../src/actions/change-calendar.ts";
import { clamd } from "../src/files/clamd.ts";
import { keyringOf } from "../src/keys/keyring.ts";
import { calendarLibrary } from "../src/store/calendars.ts";
import { connect } from "../src/store/connect.ts";
import { protocolLibrary } from "../src/store/protocols.ts";
import { sessionStore } from "../src/store/sessions.ts";
import { deliver, giveAccount, linkIn, signsIn } from "./support/account.ts";
import { fakeClamd, type TestScanner } from "./support/clamd.ts";
import { testInstallationKey } from "./support/keys.ts";
import { officeForAll } from "./support/office.ts";
import {
	fiveDays,
	putInForce,
	raiseByTeacher,
	raisedTo,
	somersetAs,
} from "./support/partnership.ts";
import { stranger, type Visitor } from "./support/visitor.ts";

const partnership = officeForAll({ at: "2026-03-30T10:00" });
const opened: ReturnType<typeof connect>[] = [];
let one: FastifyInstance;
let other: FastifyInstance;
let scanner: TestScanner;

/** @param differs what it is outside a rehearsal */
function concord(differs: Partial<App> = {}): FastifyInstance {
	const made = connect(partnership.databaseUrl(), {
		most: 3,
		limit: 900_000,
		keys: keyringOf([testInstallationKey]),
	});
	opened.push(made);
	return partnership.serve(
		{ sessions: sessionStore(made.db) },
		{ db: made.db, protocols: protocolLibrary(), calendars: calendarLibrary(), ...differs },
	);
}

beforeAll(async () => {
	scanner = await fakeClamd();
	partnership.app.files = {
		limits: { megabytes: 1, perAct: 3 },
		scanner: clamd({ path: scanner.path }, 60_000),
	};
	one = concord();
	other = concord();
});
afterAll(async () => {
	await Promise.all([scanner.stop(), ...opened.map(({ db }) => db.destroy())]);
});

/** A browser whose requests a balancer gives to one and the other in turn. */
function inTurn(): Visitor {
	let nth = 0;
	const balancer = {
		inject: (...asked: Parameters<FastifyInstance["inject"]>) => {
			nth += 1;
			return (nth % 2 ? one : other).inject(...asked);
		},
	};
	return stranger(balancer as FastifyInstance);
}

async function signedIn(who: keyof typeof partnership.people): Promise<Visitor> {
	const visitor = inTurn();
	await visitor.get(`/enter/${partnership.people[who].id}`);
	return visitor;
}

const talk = (id: string) => `/differences/${id}/steps/early-resolution.talk`;

test("whoever signs in at one is signed in at the other, form and all, and signed out at both", async () => {
	const id = await raiseByTeacher(partnership);
	const teacher = await signedIn("teacher");
	for (let times = 0; times < 4; times += 1)
		expect((await teacher.get(`/differences/${id}`)).statusCode).toBe(200);
	const note = await teacher.open(`/differences/${id}/note`);
	const done = await teacher.send(note, { "choice.for": note.form["choice.for"] ?? [], note: "" });
	expect(done.status).toBe(422);
	const page = await teacher.open(`/differences/${id}`);
	await teacher.send(await teacher.send({ ...page, url: "/sign-out", form: {} }));
	for (let times = 0; times < 2; times += 1)
		expect((await teacher.get("/")).headers.location).toMatch(/sign-in/);
});

test("a draft that two people save at once, one at each, keeps what both typed", async () => {
	const id = await raiseByTeacher(partnership);
	const [teacher, lead] = [stranger(one), stranger(other)];
	await teacher.get(`/enter/${partnership.people.teacher.id}`);
	await lead.get(`/enter/${partnership.people.safeguardingLead.id}`);
	const [first, second] = await Promise.all([teacher.open(talk(id)), lead.open(talk(id))]);
	const draft = `/drafts/${id}/early-resolution.talk`;
	const answers = await Promise.all([
		teacher.post(draft, { ...first.form, "not-resolved.what-was-said": "Rang twice" }),
		lead.post(draft, { ...second.form, "not-resolved.talked-at-time": "11:15" }),
	]);
	expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204]);
	for (const who of [teacher, lead]) {
		const { form } = await who.open(talk(id));
		expect(form["not-resolved.what-was-said"]).toEqual(["Rang twice"]);
		expect(form["not-resolved.talked-at-time"]).toEqual(["11:15"]);
	}
});

test("the same form sent to both at once acts once", async () => {
	const id = await raiseByTeacher(partnership);
	const teacher = await signedIn("teacher");
	const form = {
		"withdrawal-reason": "The family has moved away",
		_key: "00000000-0000-4000-8000-00000000c0de",
		_seen: "1",
		_do: "send-checked",
	};
	await teacher.open(talk(id));
	const answers = await Promise.all(
		[1, 2, 3, 4].map(() => teacher.post(`/differences/${id}/moves/withdraw`, form)),
	);
	expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303]);
	const acts = await partnership.db
		.selectFrom("event")
		.where("difference_id", "=", id)
		.where("type", "=", "move-made")
		.select("seq")
		.execute();
	expect(acts).toHaveLength(1);
});

test("a file that is sent at one is read at both, byte for byte", async () => {
	const id = await raisedTo(partnership, "raise");
	const head = await signedIn("headteacher");
	const content = `%PDF-1.7\n${"a chronology ".repeat(20_000)}\n%%EOF`;
	const page = await head.open(`/differences/${id}/steps/formal-resolution.sign-off`);
	await head.sendAndConfirm(page, { "act.ending": "signed" }, "_do=send", [
		{ name: "Chronology.pdf", content },
	]);
	const { body } = await head.open(`/differences/${id}`);
	const [, file = "none"] = /href="(\/differences\/[^"]*\/files\/[^"]+)"/.exec(body) ?? [];
	for (let times = 0; times < 2; times += 1) expect((await head.get(file)).body).toBe(content);
});

test("a link for a new password that was used at one leads nowhere at the other", async () => {
	const [first, second] = [concord({ rehearsal: false }), concord({ rehearsal: false })];
	const { teacher } = partnership.people;
	await giveAccount(partnership, teacher);
	const asks = stranger(first);
	await asks.send(
		{ ...(await asks.open("/forgotten-password")), form: {} },
		{ email: teacher.email },
	);
	const mail = (await deliver(partnership)).find(({ text }) => text.includes("/new-password/"));
	const link = mail ? linkIn(mail) : "";
	const chooses = async (web: FastifyInstance, chosen: string) => {
		const visitor = stranger(web);
		await visitor.open("/forgotten-password");
		return visitor.send({ ...(await visitor.open(link)), form: {} }, { "new-password": chosen });
	};
	expect((await chooses(second, "coffee tram pebble")).words).toContain(
		"Your new password is saved",
	);
	expect((await chooses(first, "another tram pebble")).words).not.toContain(
		"Your new password is saved",
	);
	const { page } = await signsIn(first, teacher, { password: "coffee tram pebble" });
	expect(page.words).toContain("My work");
});

test("how often something is asked for counts over both", async () => {
	const visitor = inTurn();
	const statuses: number[] = [];
	for (let asked = 0; asked < 62; asked += 1)
		statuses.push((await visitor.get("/calendar-feed/nobody-has-this.ics")).statusCode);
	expect(statuses.filter((status) => status === 404)).toHaveLength(60);
	expect(statuses.slice(60)).toEqual([429, 429]);
});

test("a calendar that is changed, a protocol that comes into force and a person who leaves are so at both at once", async () => {
	const { app, people } = partnership;
	const days = async (web: FastifyInstance) => {
		const visitor = stranger(web);
		await visitor.get(`/enter/${people.businessUnit.id}`);
		return (
			await visitor.get(
				"/due-date?from-day=1&from-month=4&from-year=2026&amount=10&unit=working-days&calendar=england-and-wales&counting=day0",
			)
		).body;
	};
	const protocols = async (web: FastifyInstance) => {
		const visitor = stranger(web);
		await visitor.get(`/enter/${people.businessUnit.id}`);
		return (await visitor.open("/protocols")).words;
	};
	// Both have read what there is, and would keep it if they kept anything for long.
	for (const web of [one, other]) await Promise.all([days(web), protocols(web)]);
	const change = await proposeCalendarChange(app, people.administrator, {
		what: "bank-holiday",
		nations: ["england-and-wales"],
		day: "2026-04-08",
		name: "A day of thanks",
		source: "Royal proclamation",
		why: "Royal proclamation",
	});
	await applyCalendarChange(app, people.administrator, change);
	for (const web of [one, other]) expect(await days(web)).toContain("A day of thanks");

	await putInForce(partnership, somersetAs("2026-03", fiveDays));
	for (const web of [one, other]) expect(await protocols(web)).toContain("2026-03");

	const officer = stranger(one);
	await officer.get(`/enter/${people.officer.id}`);
	expect((await officer.get("/")).statusCode).toBe(200);
	await partnership.db
		.updateTable("person")
		.set({ left_at: app.clock().toString() })
		.where("id", "=", people.officer.id)
		.execute();
	expect((await officer.get("/")).statusCode).toBe(303);
});
