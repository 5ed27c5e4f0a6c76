import { beforeEach, expect, test } from "vitest";
import { challenge, challengePartnership } from "../../../../test/support/challenge.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { doStep, said } from "../../../../test/support/partnership.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00", make: challengePartnership });
let teacher: Visitor;
let id: string;

beforeEach(async () => {
	const { people } = partnership;
	teacher = await partnership.visitor(people.teacher);
	id = await challenge(partnership);
	await doStep(partnership, id, people.teacher, "talk.talk", "elsewhere", {
		"consulted-raising-manager": { id: people.headteacher.id },
		said: said("talk"),
	});
});

const path = () => `/differences/${id}/hand-over`;

test("what ended by going on elsewhere is begun there with its answers, and the two name each other", async () => {
	const ended = await teacher.open(`/differences/${id}`);
	expect(ended.words).toContain("Begin it under “Combe conference challenge”");
	const page = await teacher.open(path());
	expect(page.words).toContain(said("issue"));
	expect(page.words).toContain("Canary Person");
	expect(page.words).not.toContain(said("talk"));
	expect(await faultsIn(page.body)).toEqual([]);

	let raising = await teacher.send(page);
	expect(raising.url).toMatch(/^\/raise\/[0-9a-f-]{36}$/);
	const { url } = raising;
	// Nothing is asked that is known already.
	raising = await teacher.send(raising, { "raise.danger": "no" });
	expect(raising.url).toBe(`${url}/check`);
	const whom = await teacher.open(`${url}/whom`);
	expect(whom.form["raise.agency"]).toEqual([partnership.agencies.socialCare]);
	expect(whom.form["adults-0-name"]).toEqual(["Canary Person"]);
	raising = await teacher.open(`${url}/what?change=yes`);
	expect(raising.form.issue).toEqual([said("issue")]);
	const check = await teacher.send(raising, { issue: "Said again" });
	const raised = await teacher.send(check);
	expect((await teacher.send(check)).url).toBe(raised.url);
	const begun = await teacher.open(raised.url.replace(/\/steps.*|\?.*/, ""));
	expect(begun.words).toContain("It continues C");
	expect(begun.body).toContain(`href="/differences/${id}"`);

	const again = await teacher.open(`/differences/${id}`);
	expect(again.words).toContain("It goes on as C");
	expect(again.words).not.toContain("Begin it under");
	expect((await teacher.open(path())).status).toBe(404);
});

test("what somebody has begun to raise is not lost by it", async () => {
	const page = await teacher.send(await teacher.open("/raise"), {
		"raise.begin": "combe-challenge.urgent",
	});
	const other = await teacher.send(page, {
		"raise.danger": "no",
		"raise.scope": "none-of-these",
	});
	await teacher.send(other, { "adults-0-name": "Somebody Else" }, "_do=later");
	const handing = await teacher.open(path());
	const raising = await teacher.send(handing);
	expect(raising.form["raise.danger"]).toBeUndefined();
	expect((await teacher.open(other.url)).form["adults-0-name"]).toEqual(["Somebody Else"]);
	// Sent again, it leads to what it began.
	expect((await teacher.send(await teacher.open(path()))).url).toBe(raising.url);
});

test("begun and come back to, it goes on with what was typed meanwhile", async () => {
	const page = await teacher.open(path());
	let raising = await teacher.send(page);
	const { url } = raising;
	await teacher.send(raising, { "raise.danger": "no" });
	await teacher.send(await teacher.open(`${url}/what`), { issue: "Said again, at length" });
	raising = await teacher.send(page);
	expect(raising.url).toBe(url);
	raising = await teacher.open(`${url}/what`);
	expect(raising.form.issue).toEqual(["Said again, at length"]);
});

test("only one of an agency begins it, and nobody of another does", async () => {
	const head = await partnership.visitor(partnership.people.headteacher);
	const checks = [];
	for (const one of [teacher, head]) {
		let page = await one.send(await one.open(path()));
		page = await one.send(page, { "raise.danger": "no" });
		checks.push(page);
	}
	const [first, second] = checks;
	if (!first || !second) throw new Error("Not checked");
	const { url } = await teacher.send(first);
	expect((await teacher.open(url.replace(/\/steps.*|\?.*/, ""))).words).toContain("It continues");
	const late = await head.send(second);
	expect(late.status).toBe(409);
	expect(late.words).toContain("Somebody has begun this already");
	for (const name of ["director", "businessUnit", "officer"] as const) {
		const stranger = await partnership.visitor(partnership.people[name]);
		expect((await stranger.open(path())).status).toBe(404);
	}
});

test("where the other protocol is not in force, it says so and what to do", async () => {
	await partnership.app.db
		.updateTable("protocol_version")
		.set({ in_force_from: "2030-01-01" })
		.where("partnership_id", "=", partnership.partnershipId)
		.where("protocol", "=", "combe-conference")
		.execute();
	const ended = await teacher.open(`/differences/${id}`);
	expect(ended.words).toContain("is not in force in Concord here. Ask your");
	expect((await teacher.open(path())).status).toBe(404);
});

const beginIt = "Begin it under the other protocol";

test("whoever raised it owes the beginning, until it is begun there", async () => {
	expect((await teacher.open("/")).words).toContain(beginIt);
	let page = await teacher.send(await teacher.open(path()));
	page = await teacher.send(page, { "raise.danger": "no" });
	expect((await teacher.send(page)).url).toContain("?done=1");
	expect((await teacher.open("/")).words).not.toContain(beginIt);
	expect((await teacher.open(`/differences/${id}`)).words).toContain(
		"began it under the other protocol",
	);
});

test("or until it is said that it will not be, with the reason", async () => {
	const link = `/differences/${id}/steps/afterwards.begin-after-to-conference`;
	const step = await teacher.open(link);
	expect(step.words).toContain("Begin it from the page of this one.");
	expect(await faultsIn(step.body)).toEqual([]);
	expect((await teacher.send(step)).status).toBe(422);
	const done = await teacher.send(step, { "why-not-begun": "The conference was put off" });
	expect(done.words).toContain("The conference was put off");
	expect((await teacher.open("/")).words).not.toContain(beginIt);
});
