import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { doStep, testPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../test/support/visitor.ts";
import type { Db } from "../../../store/db.ts";

const read = (name: string) =>
	readFileSync(new URL(`../../../../test/language/${name}.yaml`, import.meta.url), "utf8");
/** A dissent that may also go on as a difference with another agency. */
const dissent = read("no-agency")
	.replace(
		"        sends: { what: [answer], to: [raising] }\n        then: end recorded",
		"        outcomes: { recorded: { sends: { what: [answer], to: [raising] }, then: end recorded }, go-on: { sends: { what: [], to: [raising] }, then: end goes-on } }",
	)
	.replace(
		"endings:",
		"endings:\n  goes-on: { title: Goes on, is: transferred, hands-off: { to: made-up, carries: [issue] } }",
	);
const withAnother = madeUpText(`one:
  title: One
  steps:
    talk: { kind: note, title: Note it, by: raising practitioner, then: end over }
`).replace("issue: { type: text", "issue: { type: long-text");

/** A school with a conference chair and a team manager, and an office for conferences. */
async function schoolOfTwoSides(db: Db, number?: number) {
	const made = await testPartnership(db, number, [read("own-agency"), dissent, withAnother]);
	for (const [person, offices] of [
		["teacher", ["conference-chair", "team-manager"]],
		["headteacher", ["team-manager"]],
		["businessUnit", ["conference-office"]],
	] as const)
		await db
			.updateTable("person")
			.set({ offices: [...offices] })
			.where("id", "=", made.people[person].id)
			.execute();
	return made;
}

const partnership = officeForEach({ at: "2026-03-26T10:00", make: schoolOfTwoSides });
let teacher: Visitor;

beforeEach(async () => {
	teacher = await partnership.visitor(partnership.people.teacher);
});

/** From the choice to the page after the first one. */
async function begin(way: string): Promise<Seen> {
	const page = await teacher.send(await teacher.open("/raise"), { "raise.begin": way });
	return teacher.send(page, { "raise.danger": "no", "raise.scope": "none-of-these" });
}

const idIn = ({ url }: Seen): string => /[0-9a-f-]{36}/.exec(url)?.[0] ?? "";

describe("raised inside one’s own agency", () => {
	test("no agency is asked for, whoever raises it is not offered for the other side, and pages call the sides by the protocol’s words", async () => {
		let page = await begin("own-agency");
		expect(page.url).toMatch(/\/whom$/);
		expect(page.words).not.toContain("Which agency");
		expect(page.body).toContain(partnership.people.headteacher.id);
		expect(page.body).not.toContain(partnership.people.teacher.id);
		page = await teacher.send(page, { "team-manager": partnership.people.headteacher.id });
		page = await teacher.send(page, { issue: "The plan is late" });
		expect(page.url).toMatch(/\/check$/);
		expect(page.words).not.toContain("Agency");
		expect(page.words).toContain("The social work team is told when you raise it.");
		expect(await faultsIn(page.body)).toEqual([]);
		const raised = await teacher.send(page);
		expect(raised.url).toMatch(/\?done=1$/);
		expect(raised.body).toContain("The conference service and the social work team");

		const head = await partnership.visitor(partnership.people.headteacher);
		const work = await head.open("/");
		expect(work.words).toContain("Within your agency");
		const answering = await head.open(`/differences/${idIn(raised)}/steps/challenge.answer`);
		expect(answering.words).toContain("Answer the conference service");
		expect((await head.open("/differences")).words).toContain("Their own agency");
		expect(
			await partnership.app.db
				.selectFrom("message")
				.select(["to_person", "kind"])
				.where("difference_id", "=", idIn(raised))
				.execute(),
		).toEqual([{ to_person: partnership.people.headteacher.id, kind: "sent-to-you" }]);
		const colleague = await partnership.visitor(partnership.people.otherTeacher);
		expect((await colleague.get(`/differences/${idIn(raised)}`)).statusCode).toBe(404);
	});
});

describe("raised with no other agency", () => {
	const raise = async () =>
		teacher.send(await teacher.send(await begin("no-agency.dissent"), { issue: "I do not agree" }));

	test("no agency is asked for, and pages, lists and the record say that there is none", async () => {
		const page = await begin("no-agency.dissent");
		expect(page.url).toMatch(/\/what$/);
		expect((await teacher.get(page.url.replace("what", "whom"))).statusCode).toBe(404);
		const check = await teacher.send(page, { issue: "I do not agree" });
		expect(check.words).not.toContain("The other agency");
		expect(check.words).not.toContain("is not told");
		const raised = await teacher.send(check);
		expect(raised.words).toContain("Amy Okafor of Oakfield Primary School raised it");
		expect(raised.words).not.toContain("raised it with");
		expect(raised.words).not.toMatch(/null|undefined/);
		expect(await faultsIn(raised.body)).toEqual([]);
		expect((await teacher.open("/differences")).words).toContain("No other agency");
		const office = await partnership.visitor(partnership.people.businessUnit);
		const work = await office.open("/");
		expect(work.words).toContain("Say what follows from it");
		expect(work.words).not.toMatch(/null|undefined/);
		expect((await office.get(`/differences/${idIn(raised)}`)).statusCode).toBe(200);
	});

	test("what goes on under a protocol that needs another agency asks for it", async () => {
		const id = idIn(await raise());
		await doStep(
			partnership,
			id,
			{ ...partnership.people.businessUnit, offices: ["conference-office"] },
			"dissent.consider",
			"go-on",
			{ answer: "Challenge it" },
		);
		let page = await teacher.send(await teacher.open(`/differences/${id}/hand-over`));
		page = await teacher.send(page, { "raise.danger": "no" });
		expect(page.url).toMatch(/\/whom$/);
		expect(page.form["raise.agency"]).toBeUndefined();
		page = await teacher.send(page, { "raise.agency": partnership.agencies.socialCare });
		expect(page.form.issue).toEqual(["I do not agree"]);
	});
});
