import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { beforeAll, describe, expect, test } from "vitest";
import { makeProtocolVersion } from "../src/actions/make-protocol-version.ts";
import { officeForAll } from "./support/office.ts";
import { freshKey, raiseByTeacher, somersetAs } from "./support/partnership.ts";
import { type Visitor, visitorAs } from "./support/visitor.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
let web: FastifyInstance;
let teacher: Visitor;
let administrator: Visitor;
let id: string;
let version: string;
const lines: string[] = [];
/** Of somebody who has begun to raise something. */
const draft = "00000000-0000-4000-8000-00000000000d";

beforeAll(async () => {
	id = await raiseByTeacher(partnership);
	web = partnership.serve({
		log: { level: "trace", stream: { write: (line) => lines.push(line) } },
	});
	teacher = await visitorAs(web, partnership.people.teacher);
	administrator = await visitorAs(web, partnership.people.administrator);
	await teacher.post("/raise", {
		_key: draft,
		_asked: "raise.danger raise.scope",
		"raise.danger": "no",
		"raise.scope": "none-of-these",
	});
	expect((await teacher.get(`/raise/${draft}/whom`)).statusCode).toBe(200);
	version = await makeProtocolVersion(partnership.app, partnership.people.administrator, {
		key: freshKey(),
		source: somersetAs("next"),
		note: "",
	});
});

const talk = () => `/differences/${id}/steps/early-resolution.talk`;

/** Forms by whom they are sent to, each with names that it knows. */
const forms: Record<string, () => string> = {
	"the first page of raising": () => "/raise",
	"the first page of raising, again": () => `/raise/${draft}`,
	"whom it is about": () => `/raise/${draft}/whom`,
	"what it is about": () => `/raise/${draft}/what`,
	"the check before raising": () => `/raise/${draft}/check`,
	"a step": talk,
	"a move": () => `/differences/${id}/moves/withdraw`,
	"a change of a date": () => `/differences/${id}/clocks/formal-resolution.respond/extend`,
	"going on under another protocol": () => `/differences/${id}/hand-over`,
	"a draft of a step": () => `/drafts/${id}/early-resolution.talk`,
	"a draft of raising": () => `/drafts/raise/${draft}`,
	"the child’s record": () => `/differences/${id}/childs-record`,
	"how somebody is reminded": () => "/your-settings/reminders",
	"sign-in": () => "/sign-in",
	"the rehearsal’s clock": () => "/rehearsal",
	"the rehearsal’s one click": () => "/rehearsal/sign-in",
};

/** Forms of the administrator. */
const formsOfAdministrator = [
	"/working-days/bank-holiday",
	"/working-days/no-bank-holiday",
	"/working-days/closure",
	"/working-days/no-closure",
	"/working-days/import",
	"/working-days/undo",
	"/working-days/alert-seen",
	"/working-days/reminders",
];

/** The same for an administrator’s pages of a draft of a protocol. */
const versionForms: Record<string, (version: string) => string> = {
	"a new protocol": () => "/protocols/new",
	"a draft of a new protocol": () => "/protocols/new/draft",
	"the check of a text": () => "/protocols/check",
	"a new version": (version) => `/protocols/${version}/copy`,
	"the text of a version": (version) => `/protocols/${version}/edit`,
	"the time limits of a version": (version) => `/protocols/${version}/usual/time-limits`,
	"the themes of a version": (version) => `/protocols/${version}/usual/themes`,
	"whom to ring in a version": (version) => `/protocols/${version}/usual/safety`,
	"a draft of a text": (version) => `/protocols/${version}/draft`,
	"a story on a version": (version) => `/protocols/${version}/simulate`,
	"a proposal": (version) => `/protocols/${version}/propose`,
	"a decision on a version": (version) => `/protocols/${version}/decide`,
	"a withdrawal of a version": (version) => `/protocols/${version}/withdraw`,
};

const names = fc.constantFrom(
	..."_key key _do _add _remove _seen _asked _csrf __proto__ constructor toString a[b][c] a[b][__proto__][c] children-0-name children-999999-name children-0-dateOfBirth-day raise.scope raise.danger raise.agency raise.rang.0-time act.ending act.new-date-day reason-for-change raise.begin raise.continues email password next then person step side day-day time to talked-at what-was-said themes practitioner-b reference agency due-from-day page sort most day-month day-year until-day name nations source why text year from-day amount unit calendar counting from until digest".split(
		" ",
	),
);
/** As they go over the wire: text, and bytes that are no text. */
const wires = fc.oneof(
	fc.constantFrom(
		"",
		"%00",
		"%00%00x",
		"%",
		"%zz",
		"%ff%fe",
		"%ED%A0%80",
		"%F0%9F",
		"%C0%AF",
		"\ud800",
		"-1",
		"1e309",
		"9".repeat(400),
		"2026-99-99T99:99",
		"none-of-these",
		"children",
		"resolved",
		"x".repeat(60_000),
		"%E2%80%AE",
		"00000000-0000-4000-8000-000000000000",
		"__proto__",
	),
	fc
		.string({ unit: "binary", maxLength: 60 })
		.map((text) => encodeURIComponent(text.toWellFormed())),
	fc.string({ maxLength: 30 }),
);
const body = fc
	.array(fc.tuple(fc.oneof(names, wires), wires), { maxLength: 8 })
	.map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&"));

/** What the pages of a version know, with anything in it. */
const textOfVersion = fc
	.array(
		fc.tuple(
			fc.constantFrom(
				..."text _revision _over _do name note reason decision day-day day-month day-year time act who story enter.0.reply-by-day _was _typed _rows themes.+0 themes.other safety.0.call reminders.before-amount".split(
					" ",
				),
			),
			fc.oneof(
				wires,
				fc.constantFrom("send", "check", "later", "discard", "add", "paste", "save", "back"),
				fc.constantFrom("[]", "{", '{"themes.other":"x"}', '{"__proto__":"x"}', '{"a":1}'),
				fc.constantFrom("approve", "refuse", "wait", "2026", "1", "10am"),
			),
		),
		{ maxLength: 6 },
	)
	.map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&"));

describe("whatever is sent is told what is wrong with it, and breaks nothing", () => {
	test.each(Object.keys(forms))("to %s", async (form) => {
		const url = forms[form]?.() ?? "";
		await fc.assert(
			fc.asyncProperty(body, async (payload) => {
				const { statusCode } = await teacher.post(url, payload);
				expect(statusCode).toBeLessThan(500);
			}),
			{ seed: 20_260_326, numRuns: 30 },
		);
	});

	test.each(formsOfAdministrator)("to %s, by the administrator", async (url) => {
		await fc.assert(
			fc.asyncProperty(body, async (payload) => {
				const { statusCode } = await administrator.post(url, payload);
				expect(statusCode).toBeLessThan(500);
			}),
			{ seed: 20_260_326, numRuns: 30 },
		);
	});

	test.each(["/working-days", "/working-days/no-bank-holiday"])(
		"in the address of %s, by the administrator",
		async (path) => {
			await fc.assert(
				fc.asyncProperty(body, async (query) => {
					const { statusCode } = await administrator.get(`${path}?${query}`);
					expect(statusCode).toBeLessThan(500);
				}),
				{ seed: 20_260_326, numRuns: 40 },
			);
		},
	);

	test.each(Object.keys(versionForms))("to %s", async (form) => {
		const url = versionForms[form]?.(version) ?? "";
		await fc.assert(
			fc.asyncProperty(body, textOfVersion, async (payload, more) => {
				const { statusCode } = await administrator.post(url, `${more}&${payload}`);
				expect(statusCode).toBeLessThan(500);
			}),
			{ seed: 20_260_326, numRuns: 30 },
		);
	});

	test.each([
		"/due-date",
		"/what-if",
		"/differences",
		"/sign-in",
		"/raise",
		"/business-unit/log",
		"/rehearsal/mailbox",
	])("in the address of %s", async (path) => {
		await fc.assert(
			fc.asyncProperty(body, async (query) => {
				const { statusCode } = await teacher.get(`${path}?${query}`);
				expect(statusCode).toBeLessThan(500);
			}),
			{ seed: 20_260_326, numRuns: 40 },
		);
	});

	test("as part of an address", async () => {
		await fc.assert(
			fc.asyncProperty(wires, fc.integer({ min: 0, max: 9 }), async (part, at) => {
				const url = [
					`/differences/${part}`,
					`/differences/${id}/steps/${part}`,
					`/differences/${id}/moves/${part}`,
					`/raise/${part}`,
					`/raise/${draft}/${part}`,
					`/raise/not-here/${part}`,
					`/differences/${id}/form?form=${part}`,
					`/differences/${id}/clocks/${part}/extend`,
					`/differences/${id}/letters/${part}/letter.pdf`,
					`/raise?begin=${part}`,
				][at] as string;
				expect((await teacher.get(url)).statusCode).toBeLessThan(500);
				expect((await teacher.post(url, "")).statusCode).toBeLessThan(500);
			}),
			{ seed: 20_260_326, numRuns: 60 },
		);
	});
});

/** What must be in no line of the log, wherever it was sent. */
const canary = "Canary Kestrel-Brown had no coat";
const sent = encodeURIComponent(canary);

test("no line of the log holds what was typed, searched for or asked for", async () => {
	const asked = [
		teacher.post(talk(), `act.ending=resolved&resolved.what-was-said=${sent}`),
		teacher.post(`/differences/${id}/steps/${sent}`, `story=${sent}`),
		teacher.post(
			`/differences/${id}/childs-record`,
			`step=early-resolution.talk&side=raising&story=${sent}`,
		),
		teacher.post("/sign-in", `email=${sent}&password=${sent}`),
		teacher.get(`/differences?reference=${sent}`),
		teacher.get(`/differences/${sent}`),
		teacher.get(`/${sent}`),
		teacher.get(`/${sent}/%zz`),
		teacher.post(`/${sent}`, `story=${sent}`),
		web.inject({ method: "POST", url: `/${sent}`, payload: { story: canary } }),
		web.inject({ url: "/", headers: { "user-agent": canary, host: canary } }),
	];
	await Promise.all(asked);
	expect(lines.some((line) => line.includes('"/differences/:id"'))).toBe(true);
	expect(lines.filter((line) => /canary|kestrel/i.test(line))).toEqual([]);
});

test("an address that does not exist, of a page or of a style of before an update, is no error", async () => {
	const before = lines.length;
	for (const url of ["/assets/gone.css", "/assets/manifest.json", "/gone"])
		expect((await web.inject(url)).statusCode).toBe(404);
	// 50 is the level of an error.
	expect(lines.slice(before).filter((line) => /"level":[56]0/.test(line))).toEqual([]);
});
