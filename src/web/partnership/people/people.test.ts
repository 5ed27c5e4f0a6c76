import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	freshKey,
	raiseByTeacher,
	raisedTo,
	referenceOf,
} from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { leave } from "../../../actions/leave.ts";
import { sweep } from "../../../actions/sweep.ts";
import { vouchFor } from "../../../actions/vouch.ts";
import { countPeopleOf } from "../../../store/agencies.ts";
import { findLeaving } from "../../../store/leaving.ts";
import { findViewer } from "../../../store/people.ts";
import { administrationPaths, agencyPaths, peoplePaths } from "../../addresses.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });

test("an administrator sees everybody, a lead their own agency, and nobody else anything", async () => {
	const { people, words, read } = partnership;
	const all = await words(people.administrator, peoplePaths.list);
	expect(all).toContain("Amy Okafor");
	expect(all).toContain("Grace Lund");
	for (const lead of [people.safeguardingLead, people.headteacher]) {
		const own = await words(lead, `${peoplePaths.list}?agency=${people.director.agencyId}`);
		expect(own).toContain("Amy Okafor");
		expect(own).not.toContain("Grace Lund");
		expect(own).toContain("You invite people of Oakfield Primary School up to your own level");
	}
	for (const other of [people.teacher, people.executive])
		if (other === people.teacher)
			for (const path of [
				peoplePaths.list,
				peoplePaths.person(people.teacher.id),
				peoplePaths.leave(people.teacher.id),
			])
				expect((await read(other, path)).statusCode, path).toBe(404);
	for (const path of [peoplePaths.person, peoplePaths.leave])
		expect((await read(people.director, path(people.teacher.id))).statusCode).toBe(404);
});

test("whoever answers by a link is in no list, counted nowhere and nobody’s to keep", async () => {
	const { app, db, people, read, words } = partnership;
	const { agencyId } = people.director;
	const before = await countPeopleOf(db, agencyId);
	const agencies = await words(people.administrator, agencyPaths.list);
	const difference = await raisedTo(partnership, "forward");
	await vouchFor(
		app,
		{ difference, by: people.businessUnit, key: freshKey() },
		{
			step: "formal-resolution.respond",
			name: "Pat Locum",
			post: "Interim service manager",
			email: "pat.locum@combe.gov.uk",
			answers: { "vouched-because": "Rang the switchboard" },
		},
	);
	const { id } = await db
		.selectFrom("person")
		.where("only_in", "=", difference)
		.select("id")
		.executeTakeFirstOrThrow();
	for (const one of [people.administrator, people.director]) {
		const list = await words(one, peoplePaths.list);
		expect(list).toContain("Grace Lund");
		expect(list).not.toContain("Pat Locum");
		for (const path of [peoplePaths.person(id), peoplePaths.leave(id)])
			expect((await read(one, path)).statusCode, path).toBe(404);
	}
	expect(await countPeopleOf(db, agencyId)).toBe(before);
	expect(await words(people.administrator, agencyPaths.list)).toBe(agencies);
});

test("people are found by letters, which no address holds, and by agency, office and standing", async () => {
	const { people, visitor, words, agencies } = partnership;
	const administrator = await visitor(people.administrator);
	const page = await administrator.open(peoplePaths.list);
	const { body } = await administrator.post(peoplePaths.find, { letters: "okaf" });
	expect(body).toContain("Amy Okafor");
	expect(body).not.toContain("Ben Hale");
	expect((await administrator.post(peoplePaths.find, { letters: "%" })).body).toContain(
		"Nobody is found",
	);
	expect(page.status).toBe(200);
	const of = (query: string) => words(people.administrator, `${peoplePaths.list}?${query}`);
	expect(await of(`agency=${agencies.police}`)).toContain("Hugh Tan");
	expect(await of("office=executive")).toContain("Jo Frith");
	expect(await of("office=executive")).not.toContain("Ines Cole");
	expect(await of("standing=left")).toContain("Nobody");
});

test("a lead hands over what somebody owes and sees references, and the administrator not even a count", async () => {
	const { app, db, people, visitor, words } = partnership;
	const difference = await raiseByTeacher(partnership);
	const reference = await referenceOf(partnership, difference);
	const path = peoplePaths.leave(people.teacher.id);
	expect(await words(people.headteacher, path)).toContain(reference);
	const asAdministrator = await words(people.administrator, path);
	expect(asAdministrator).not.toContain(reference);
	expect(asAdministrator).toContain("You know of nothing that they owe");

	const head = await visitor(people.headteacher);
	const page = await head.open(path);
	const wrong = await head.send(page, {});
	expect(wrong.status).toBe(422);
	expect(wrong.words).toContain("Select when they go");
	const done = await head.send(page, {
		when: "now",
		to: "colleague",
		colleague: people.otherTeacher.id,
	});
	expect(done.words).toContain("What was theirs is handed over");
	expect(done.words).not.toContain("Amy Okafor");
	expect(await findViewer(db, people.teacher.id, app.clock())).toBeUndefined();
	const record = await words(people.otherTeacher, `/differences/${difference}`);
	expect(record).toContain("is now for Ben Hale");
});

test("a last day is planned, shown and taken back", async () => {
	const { db, people, visitor } = partnership;
	const head = await visitor(people.headteacher);
	const planned = await head.send(await head.open(peoplePaths.leave(people.teacher.id)), {
		when: "day",
		"day-day": "17",
		"day-month": "4",
		"day-year": "2026",
		to: "whoever",
	});
	expect(planned.words).toContain("Their last day is 17 April 2026");
	expect(await findLeaving(db, people.teacher.id)).toMatchObject({ lastDay: "2026-04-17" });
	await head.post(peoplePaths.stay(people.teacher.id));
	expect(await findLeaving(db, people.teacher.id)).toBeUndefined();
});

test("the last administrator is told in plain words what to do, and what is vacant is said to be meant", async () => {
	const { db, people, visitor } = partnership;
	await db
		.updateTable("person")
		.set({ left_at: "2026-03-01T00:00:00Z" })
		.where("id", "in", [people.secondAdministrator.id, people.thirdAdministrator.id])
		.execute();
	const administrator = await visitor(people.administrator);
	const mine = await administrator.open(peoplePaths.leave(people.administrator.id));
	const refused = await administrator.send(mine, {
		when: "now",
		to: "whoever",
		knowsVacant: "yes",
	});
	expect(refused.status).toBe(422);
	expect(refused.words).toContain("Make somebody else an administrator first");
	const post = await administrator.open(peoplePaths.person(people.administrator.id));
	expect((await administrator.send(post, { offices: [] })).words).toContain(
		"Make somebody else an administrator first",
	);
	const officer = await administrator.open(peoplePaths.leave(people.officer.id));
	expect(officer.words).toContain("Nobody else answers for Levels Police");
	const asked = await administrator.send(officer, { when: "now", to: "whoever" });
	expect(asked.words).toContain("Say that this is meant");
	const done = await administrator.send(asked, {
		when: "now",
		to: "whoever",
		knowsVacant: "yes",
	});
	expect(done.words).toContain("What was theirs is handed over");
});

test("an administrator whose last day is over and who is the only one reads so, and leaves once there is another", async () => {
	const { app, db, people, partnershipId, visitor, words } = partnership;
	for (const one of [people.administrator, people.secondAdministrator, people.thirdAdministrator])
		await leave(app, people.administrator, one.id, {
			when: { day: "2026-04-02" },
			to: null,
			knowsVacant: false,
		});
	expect(await words(people.administrator, administrationPaths.start)).not.toContain(
		"nobody else is an administrator",
	);
	partnership.at("2026-04-03T03:00");
	await sweep(app, partnershipId);
	const there = [];
	for (const one of [people.administrator, people.secondAdministrator, people.thirdAdministrator])
		if (await findViewer(db, one.id, app.clock())) there.push(one);
	const [last] = there;
	if (!last || there.length !== 1) throw new Error("One administrator should be there");
	const administrator = await visitor(last);
	const start = await administrator.open(administrationPaths.start);
	expect(start.words).toContain(`The last day of ${last.name} was 2 April 2026.`);
	expect(start.body).toContain(peoplePaths.person(last.id));
	expect(await faultsIn(start.body)).toEqual([]);
	expect((await administrator.open(peoplePaths.person(last.id))).words).toContain(
		"They leave as soon as somebody else is an administrator.",
	);
	const teacher = await administrator.open(peoplePaths.person(people.teacher.id));
	expect((await administrator.send(teacher, { offices: ["administrator"] })).words).toContain(
		"Saved",
	);
	await sweep(app, partnershipId);
	expect(await findViewer(db, last.id, app.clock())).toBeUndefined();
});

test("a post is changed, and what it was before stands on the page", async () => {
	const { people, visitor } = partnership;
	const head = await visitor(people.headteacher);
	const page = await head.open(peoplePaths.person(people.teacher.id));
	const saved = await head.send(page, { jobTitle: "Year head", level: "manager" });
	expect(saved.words).toContain("Year head");
	expect(saved.words).toContain("practitioner (practitioner), until 30 March 2026");
	const own = await head.send(await head.open(peoplePaths.person(people.headteacher.id)), {
		level: "director",
	});
	expect(own.words).toContain("You cannot change your own level");
});

test("the pages are valid HTML", async () => {
	const { people, read } = partnership;
	for (const path of [
		peoplePaths.list,
		peoplePaths.person(people.teacher.id),
		peoplePaths.leave(people.teacher.id),
	])
		expect(await faultsIn((await read(people.administrator, path)).body), path).toEqual([]);
});
