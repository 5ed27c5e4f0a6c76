import { beforeEach, describe, expect, test } from "vitest";
import {
	codeOf,
	deliver,
	giveAccount,
	setsUpApp,
	signsIn,
} from "../../../../test/support/account.ts";
import { officer } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { transact } from "../../../store/db.ts";
import { savePerson } from "../../../store/people.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { pages } from "../../routes.ts";

const here = officeForEach({ at: "2026-03-26T10:00" });
const log = "/business-unit/log/download";
let web: ReturnType<typeof here.serve>;

beforeEach(async () => {
	web = here.serve({ sessions: sessionStore(here.db), routes: pages }, { rehearsal: false });
	await giveAccount(here, here.people.businessUnit);
});

/** The office, signed in with a password and, by now, an authenticator app. */
const signedIn = async () => {
	const { visitor } = await signsIn(web, here.people.businessUnit);
	const { key } = await setsUpApp(visitor, here);
	await deliver(here);
	return { visitor, key };
};

describe("what gives away much at once", () => {
	test("leads by the page on which somebody shows again who they are, to where they wanted", async () => {
		const { visitor, key } = await signedIn();
		here.at("2099-01-01T10:00");
		const asked = await visitor.open(log);
		expect(asked.url).toBe(`/sign-in-again?then=${encodeURIComponent(log)}`);
		expect(asked.words).toContain(`You are signed in as ${here.people.businessUnit.name}`);
		expect(await faultsIn(asked.body)).toEqual([]);
		const wrong = await visitor.send({ ...asked, url: "/sign-in-again/code" }, { code: "000000" });
		expect(wrong.status).toBe(422);
		const shown = await visitor.send(
			{ ...asked, url: "/sign-in-again/code" },
			{ code: codeOf(key, here.app.clock()) },
		);
		expect(shown.url).toBe(log);
		expect(shown.words).toContain("Download 0 rows");
	});

	test("is asked before something is disposed of for good, and nothing is by a browser left open", async () => {
		const head = await officer(here, "business-unit-head", "Noor Head");
		await giveAccount(here, head);
		const { visitor } = await signsIn(web, head);
		await setsUpApp(visitor, here);
		const own = "/retention/differences/20000000-0000-4000-8000-000000000001";
		await visitor.get("/retention");
		expect((await visitor.post(`${own}/dispose`)).statusCode).toBe(404);
		here.at("2099-01-01T10:00");
		const asked = await visitor.post(`${own}/dispose`);
		expect(asked.headers.location).toBe(`/sign-in-again?then=${encodeURIComponent(own)}`);
	});

	test("asks again after five minutes, and not before", async () => {
		const { visitor, key } = await signedIn();
		here.at("2099-01-01T10:00");
		const asked = await visitor.open(log);
		await visitor.send(
			{ ...asked, url: "/sign-in-again/code" },
			{ code: codeOf(key, here.app.clock()) },
		);
		here.at("2099-01-01T10:04");
		expect((await visitor.get(log)).statusCode).toBe(200);
		here.at("2099-01-01T10:06");
		expect((await visitor.get(log)).statusCode).toBe(303);
	});

	test("takes no password alone from whoever has a second factor", async () => {
		const { visitor } = await signedIn();
		here.at("2099-01-01T10:00");
		const asked = await visitor.open(log);
		expect(asked.body).not.toContain('name="password"');
		const sent = await visitor.post("/sign-in-again/password", {
			password: "four quiet boats at anchor",
			next: log,
		});
		expect(sent.statusCode).toBe(422);
	});
});

test("to take data out is a right of its own: who reads the log need not have it", async () => {
	const { businessUnit } = here.people;
	const reader = {
		...businessUnit,
		id: "00000081-0000-4000-8000-000000000001",
		name: "Rea Reader",
		email: "reader@example.org",
		offices: ["business-unit"],
	};
	await transact(here.db, (trx) => savePerson(trx, reader));
	expect(await here.words(reader, "/business-unit/log")).not.toContain("Your downloads");
	for (const url of [log, "/business-unit/log.csv", "/business-unit/log.xlsx", "/downloads"])
		expect((await here.read(reader, url)).statusCode).toBe(404);
	expect((await here.read(businessUnit, log)).statusCode).toBe(200);
});

test("what is taken out is listed for the data protection officer: who, what, how many rows, when", async () => {
	const { businessUnit } = here.people;
	const officer = {
		...businessUnit,
		id: "00000081-0000-4000-8000-000000000002",
		name: "Omar Officer",
		email: "officer@example.org",
		offices: ["data-protection-officer"],
	};
	await transact(here.db, (trx) => savePerson(trx, officer));
	expect(await here.words(officer, "/exports")).toContain("Nothing was taken out");
	await here.read(businessUnit, "/business-unit/log.csv?status=open");
	const { body, statusCode } = await here.read(officer, "/exports");
	expect(statusCode).toBe(200);
	expect(await faultsIn(body)).toEqual([]);
	const words = await here.words(officer, "/exports");
	expect(words).toContain(businessUnit.name);
	expect(words).toMatch(/Log of forms Still open 0 rows CSV/);
	expect((await here.read(businessUnit, "/exports")).statusCode).toBe(404);
});
