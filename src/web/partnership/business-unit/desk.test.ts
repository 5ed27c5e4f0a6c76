import { describe, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	doStep,
	freshKey,
	raiseByTeacher,
	raisedTo,
	referenceOf,
	toFormal,
} from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { chooseDeputies, enterAbsence } from "../../../actions/arrange-absence.ts";
import { letTimePass } from "../../../actions/change-difference.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { saySafety } from "../../../actions/say-safety.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { notice } from "../../../mail/notices/notice.ts";
import { transact } from "../../../store/db.ts";
import { listMailbox } from "../../../store/messages.ts";
import { savePerson } from "../../../store/people.ts";
import { listWork } from "../../../store/work.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
let second: Viewer;
let head: Viewer;

/** Somebody else of the partnership's office. */
async function alsoOfOffice(number: number, name: string, offices: string[]): Promise<Viewer> {
	const made: Viewer = {
		...partnership.people.businessUnit,
		id: `0000000b-0000-4000-8000-${String(number).padStart(12, "0")}`,
		email: `office.${number}@example.org`,
		name,
		offices,
	};
	await transact(partnership.db, (trx) => savePerson(trx, { ...made }));
	return made;
}

let people = 0;
const arrange = async () => {
	second = await alsoOfOffice(++people, "Nia Webb", ["business-unit"]);
	head = await alsoOfOffice(++people, "Olu Grant", ["business-unit-head"]);
};
const mailTo = async (person: { id: string }) =>
	(await listMailbox(partnership.db, partnership.people.businessUnit, 200)).flatMap(
		({ toPerson, notice: sent }) =>
			toPerson === person.id ? [{ notice: notice.parse(sent) }] : [],
	);
const raised = async (until: Parameters<typeof toFormal>[2]) => {
	const id = await raiseByTeacher(partnership);
	await toFormal(partnership, id, until);
	return id;
};
const timePasses = async (id: string) =>
	letTimePass(
		partnership.app,
		id,
		await partnershipClock(partnership.app, partnership.db, partnership.partnershipId),
	);

test("a child who is not safe comes first, with every duty of their difference", async () => {
	const { app, people, words } = partnership;
	const first = await raised("sign-off");
	const unsafe = await raised("sign-off");
	await saySafety(
		app,
		{ difference: unsafe, by: people.headteacher, key: freshKey() },
		{ safe: false, calls: [], answers: {} },
	);
	const desk = await words(people.businessUnit, "/business-unit");
	const [one, other] = [
		await referenceOf(partnership, unsafe),
		await referenceOf(partnership, first),
	];
	expect(desk).toContain(`Not safe now ${one}`);
	expect(desk.indexOf(one)).toBeLessThan(desk.indexOf(other));
});

test("after a step the office is led to the next of the same kind, and back to the desk", async () => {
	const { people, visitor } = partnership;
	const [one, next] = [await raised("sign-off"), await raised("sign-off")];
	await raised("respond");
	const after = await doStep(
		partnership,
		one,
		people.businessUnit,
		"formal-resolution.forward",
		"forwarded",
		{ "sent-to": { id: people.director.id } },
	);
	const entry = after?.done.at(-1)?.seq;
	const office = await visitor(people.businessUnit);
	const page = await office.open(`/differences/${one}?done=${entry}`);
	expect(page.words).toContain(`Next: ${await referenceOf(partnership, next)}, Send the form to`);
	expect(page.body).toContain(`/differences/${next}/steps/formal-resolution.forward`);
	expect(page.words).toContain("Back to the desk");
	const elsewhere = await (await visitor(people.director)).open(
		`/differences/${one}?done=${entry}`,
	);
	expect(elsewhere.words).not.toContain("Back to the desk");
	expect(await faultsIn(page.body)).toEqual([]);
});

describe("a difference that somebody of the office has taken", () => {
	test("is theirs to do, and a colleague’s to step in for; they are reminded and the others are not", async () => {
		await arrange();
		const { people, visitor, words, db } = partnership;
		const id = await raised("sign-off");
		const office = await visitor(people.businessUnit);
		await office.open("/business-unit");
		await office.post("/business-unit/take", { difference: id });
		expect(await words(second, "/business-unit")).toContain(`Ines Cole Take it over`);
		expect(await words(people.businessUnit, "/business-unit")).toContain("You Give it back");
		const mine = async (person: Viewer) => {
			const work = await listWork(db, person, "2026-03-30");
			return [work.mine.length, work.agency.length];
		};
		expect(await mine(people.businessUnit)).toEqual([1, 0]);
		expect(await mine(second)).toEqual([0, 1]);
		// Others may still act.
		await doStep(partnership, id, second, "formal-resolution.forward", "forwarded", {
			"sent-to": { id: people.director.id },
		});
		partnership.at("2026-04-17T10:00");
		await timePasses(id);
		const followUps = async (person: Viewer) =>
			(await mailTo(person)).filter(({ notice: { kind } }) => kind === "follow-up").length;
		expect(await followUps(people.businessUnit)).toBe(1);
		expect(await followUps(second)).toBe(0);
	});

	test("is taken over by another, and given back to all", async () => {
		await arrange();
		const { people, visitor, words } = partnership;
		const id = await raised("sign-off");
		await (await visitor(people.businessUnit)).post("/business-unit/take", { difference: id });
		const office = await visitor(people.businessUnit);
		await office.open("/business-unit");
		await office.post("/business-unit/take", { difference: id, on: "difference" });
		const other = await visitor(second);
		await other.open("/business-unit");
		await other.post("/business-unit/take", { difference: id });
		expect(await words(people.businessUnit, `/differences/${id}`)).toContain("Nia Webb. Reminders");
		await other.post("/business-unit/release", { difference: id });
		expect(await words(people.businessUnit, `/differences/${id}`)).toContain("Taken by Nobody.");
	});

	test("is taken by nobody outside the office, and not by its head", async () => {
		await arrange();
		const { people, visitor } = partnership;
		const id = await raised("sign-off");
		for (const person of [people.headteacher, head]) {
			const them = await visitor(person);
			await them.open("/");
			expect((await them.post("/business-unit/take", { difference: id })).statusCode).toBe(404);
		}
	});
});

describe("whoever heads the office", () => {
	test("reads the desk, the log and a difference, and does none of its work", async () => {
		await arrange();
		const { read, words, db } = partnership;
		const id = await raised("sign-off");
		const desk = await read(head, "/business-unit");
		expect(desk.body).toContain(await referenceOf(partnership, id));
		expect(desk.body).not.toContain("/steps/");
		expect(desk.body).not.toContain("Take it");
		expect(await words(head, "/business-unit")).toContain("Send the form to");
		expect((await read(head, "/business-unit/log")).statusCode).toBe(200);
		expect((await read(head, `/differences/${id}`)).statusCode).toBe(200);
		expect(
			(await read(head, `/differences/${id}/steps/formal-resolution.forward`)).statusCode,
		).toBe(409);
		expect(await listWork(db, head, "2026-03-30")).toEqual({
			mine: [],
			agency: [],
			waitingFor: [],
		});
		expect(await faultsIn(desk.body)).toEqual([]);
	});

	test("is told when the office itself is late, and so is the agency that waits", async () => {
		await arrange();
		const { people } = partnership;
		const id = await raised("sign-off");
		partnership.at("2026-04-01T10:00");
		await timePasses(id);
		const late = async (person: Viewer) =>
			(await mailTo(person)).filter(({ notice: { kind } }) => kind === "office-late");
		expect(await late(head)).toEqual([]);
		partnership.at("2026-04-02T10:00");
		await timePasses(id);
		expect((await late(head)).map(({ notice }) => notice)).toMatchObject([
			{ office: "SSCP Business Unit", owes: "forward", reader: "head", due: { day: "2026-04-01" } },
		]);
		expect((await late(people.teacher)).map(({ notice }) => notice)).toMatchObject([
			{ reader: "waiting" },
		]);
		expect(await late(people.director)).toEqual([]);
	});
});

describe("reminding those who owe something", () => {
	test("is checked first, sends one message to each, stands on the record and is done once a day", async () => {
		const { people, visitor, words } = partnership;
		const [one, other] = [await raised("forward"), await raised("forward")];
		const owed = [one, other].map((id) => `${id} formal-resolution.respond`);
		const office = await visitor(people.businessUnit);
		const desk = await office.open("/business-unit");
		expect((await office.post("/business-unit/remind")).statusCode).toBe(422);
		const check = await office.post("/business-unit/remind", { owed });
		expect(check.body).toContain("To Grace Lund");
		expect(await faultsIn(check.body)).toEqual([]);
		expect(
			(await mailTo(people.director)).filter(({ notice: { kind } }) => kind === "several"),
		).toEqual([]);
		const sent = await office.post("/business-unit/send-reminders", { owed });
		expect(sent.headers.location).toBe("/business-unit?reminded=1");
		const again = await office.post("/business-unit/send-reminders", { owed });
		expect(again.headers.location).toBe("/business-unit?reminded=0");
		expect(
			(await mailTo(people.director)).filter(({ notice: { kind } }) => kind === "several"),
		).toHaveLength(1);
		expect(await words(people.director, `/differences/${one}`)).toContain("sent a reminder of");
		expect(await words(people.headteacher, `/differences/${one}`)).not.toContain(
			"sent a reminder of",
		);
		expect(await words(people.businessUnit, "/business-unit")).toContain("Reminded today");
		partnership.at("2026-03-31T10:00");
		const tomorrow = await office.post("/business-unit/send-reminders", { owed: owed.slice(0, 1) });
		expect(tomorrow.headers.location).toBe("/business-unit?reminded=1");
		expect(
			(await mailTo(people.director)).filter(
				({ notice: { kind } }) => kind === "reminder-by-office",
			),
		).toHaveLength(1);
		expect(desk.status).toBe(200);
	});

	test("is for what others owe, and for whoever holds the office", async () => {
		await arrange();
		const { people, visitor } = partnership;
		const id = await raised("sign-off");
		const office = await visitor(people.businessUnit);
		await office.open("/business-unit");
		const own = await office.post("/business-unit/send-reminders", {
			owed: `${id} formal-resolution.forward`,
		});
		expect(own.headers.location).toBe("/business-unit?reminded=0");
		for (const person of [head, people.headteacher]) {
			const them = await visitor(person);
			await them.open("/");
			expect((await them.post("/business-unit/send-reminders", {})).statusCode).toBe(404);
		}
	});
});

describe("the box finds", () => {
	const find = async (person: Viewer, typed: string) => {
		const them = await partnership.visitor(person);
		await them.open("/business-unit");
		return them.post("/business-unit/find", { find: typed });
	};

	test("a reference however it is typed or pasted, and leads straight to it", async () => {
		const id = await raised("forward");
		const reference = await referenceOf(partnership, id);
		for (const typed of [
			reference,
			reference.toLowerCase().replace("-", ""),
			reference.replace("-", "–"),
			`RE: ${reference} overdue`,
			`FW: Re: ${reference.replace("-", " ")}: the response`,
		]) {
			const answer = await find(partnership.people.businessUnit, typed);
			expect(answer.headers.location, typed).toBe(`/differences/${id}`);
		}
	});

	test("by agency, by child and by whoever has a part in it", async () => {
		const id = await raised("forward");
		const reference = await referenceOf(partnership, id);
		for (const typed of ["combe", "Canary", "grace lund"]) {
			const { body } = await find(partnership.people.businessUnit, typed);
			expect(body, typed).toContain(reference);
			expect(await faultsIn(body)).toEqual([]);
		}
		const none = await find(partnership.people.businessUnit, "Ben Hale");
		expect(none.body).toContain("Nothing found");
		expect((await find(partnership.people.businessUnit, "a")).statusCode).toBe(422);
	});

	test("nothing that the office was not sent, and nothing for anybody else", async () => {
		const unsent = await raised("raise");
		const { people } = partnership;
		const reference = await referenceOf(partnership, unsent);
		const answer = await find(people.businessUnit, `Re: ${reference}`);
		expect(answer.body).toContain("Nothing found");
		expect((await find(people.headteacher, reference)).statusCode).toBe(404);
	});
});

test("the log is narrowed by period, agency, theme and state, with totals, also as a file", async () => {
	const { people, agencies, words, read } = partnership;
	const open = await raised("forward");
	partnership.at("2026-04-20T10:00");
	const ended = await raised("respond");
	await doStep(partnership, ended, people.headteacher, "formal-resolution.consider", "resolved", {
		satisfied: "A visit each week",
	});
	const [one, other] = [
		await referenceOf(partnership, open),
		await referenceOf(partnership, ended),
	];
	const log = async (query: string) => {
		const said = await words(people.businessUnit, `/business-unit/log?${query}`);
		return [one, other].filter((reference) => said.includes(reference));
	};
	expect(await words(people.businessUnit, "/business-unit/log")).toContain(
		"2 forms: 1 open, 1 ended.",
	);
	expect(await log("from-day=1&from-month=4&from-year=2026")).toEqual([other]);
	expect(await log("to-day=30&to-month=3&to-year=2026")).toEqual([one]);
	expect(await log("status=open")).toEqual([one]);
	expect(await log(`agency=${agencies.socialCare}`)).toEqual([one, other]);
	expect(await log(`agency=${agencies.police}`)).toEqual([]);
	expect(await log("theme=thresholds")).toEqual([one, other]);
	expect(await log("theme=timeliness")).toEqual([]);
	const file = await read(people.businessUnit, "/business-unit/log.csv?status=ended");
	expect(file.body).toContain(other);
	expect(file.body).not.toContain(one);
	const wrong = await read(people.businessUnit, "/business-unit/log?from-day=40");
	expect(wrong.body).toContain("There is a problem");
	expect(await faultsIn(wrong.body)).toEqual([]);
});

test("forwarding says who is away until when, and who stands in", async () => {
	const { app, people, words } = partnership;

	await chooseDeputies(app, people.director, people.director.id, [people.teamManager.id]);
	await enterAbsence(app, people.director, people.director.id, {
		from: "2026-03-30",
		until: "2026-04-10",
	});
	const id = await raisedTo(partnership, "sign-off");
	expect(
		await words(people.businessUnit, `/differences/${id}/steps/formal-resolution.forward`),
	).toContain("Away until 10 April 2026. Femi Ade stands in.");
});
