import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { sweep } from "../../../actions/sweep.ts";
import { listMailbox } from "../../../store/messages.ts";
import { agencyPaths, paths } from "../../addresses.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
const addressOf = (url: string) => url.split("?")[0] ?? "";

test("the office adds an agency, puts it right and ends it; nobody else sees one", async () => {
	const { people, visitor, read, words } = partnership;
	for (const one of [people.headteacher, people.teacher, people.executive])
		expect((await read(one, agencyPaths.list)).statusCode).toBe(404);
	const office = await visitor(people.businessUnit);
	const add = await office.open(agencyPaths.add);
	expect((await office.send(add, {})).status).toBe(422);
	const twice = await office.send(add, { name: "levels police", sector: "police" });
	expect(twice.words).toContain("There is an agency “Levels Police” already");
	const added = await office.send(add, {
		name: "Brook Childminders",
		sector: "early-years",
		nation: "wales",
		proxy: partnership.agencies.socialCare,
		phone: "01632 960 001",
	});
	expect(added.words).toContain("The agency is added");
	expect(await words(people.administrator, agencyPaths.list)).toContain(
		"Combe Children’s Social Care answers for it",
	);
	const url = addressOf(added.url);
	expect((await office.open(url)).form).toMatchObject({ nation: ["wales"] });
	const renamed = { name: "Brook Day Care", sector: "early-years", nation: "wales" };
	expect((await office.post(url, renamed)).statusCode).toBe(303);
	expect((await office.open(url)).words).toContain("Brook Day Care");
	const ended = await office.post(`${addressOf(added.url)}/end`);
	expect(ended.statusCode).toBe(303);
	expect(await words(people.administrator, `${agencyPaths.list}?standing=ended`)).toContain(
		"Ended on 30 March 2026",
	);
});

test("an agency that was ended by mistake goes on, and one that answers for another does not end", async () => {
	const { people, visitor, agencies, words } = partnership;
	const office = await visitor(people.businessUnit);
	const add = async (name: string, proxy = "") =>
		addressOf(
			(await office.send(await office.open(agencyPaths.add), { name, sector: "education", proxy }))
				.url,
		);
	const trust = await add("Brook Trust");
	const school = await add("Brook School", trust.split("/").at(-1));
	const kept = await office.post(`${trust}/end`);
	expect(kept.statusCode).toBe(422);
	expect(kept.body).toContain("Brook Trust answers for Brook School. Say first who else does.");
	expect((await office.post(`${school}/end`)).statusCode).toBe(303);
	expect((await office.post(`${school}/end`)).statusCode).toBe(404);
	const ended = await office.open(school);
	expect(ended.words).toContain("Ended on 30 March 2026");
	expect(await faultsIn(ended.body)).toEqual([]);
	expect((await office.post(`${school}/go-on`)).statusCode).toBe(303);
	expect((await office.post(`${school}/go-on`)).statusCode).toBe(404);
	expect(await words(people.businessUnit, agencyPaths.list)).toContain("Brook School");
	const teacher = await visitor(people.teacher);
	await teacher.open(paths.myWork);
	expect((await teacher.post(`${agencyPaths.agency(agencies.police)}/go-on`)).statusCode).toBe(404);
});

test("of an agency with nobody the office reads whom to ask, and an administrator invites", async () => {
	const { people, visitor, words, agencies } = partnership;
	const office = await visitor(people.businessUnit);
	const added = await office.send(await office.open(agencyPaths.add), {
		name: "Brook Hospice",
		sector: "health",
	});
	expect(added.words).toContain("Ask an administrator of the partnership to invite somebody");
	const url = addressOf(added.url);
	expect(await words(people.administrator, url)).toContain("Invite somebody who answers for it");
	expect(await words(people.administrator, agencyPaths.agency(agencies.police))).not.toContain(
		"Nobody works there yet",
	);
});

test("an agency whose people are still there does not end, and none answers for itself", async () => {
	const { people, visitor, agencies } = partnership;
	const office = await visitor(people.businessUnit);
	await office.open(agencyPaths.agency(agencies.police));
	const { statusCode, body } = await office.post(agencyPaths.end(agencies.police));
	expect(statusCode).toBe(422);
	expect(body).toContain("Somebody still works at Levels Police");
	const own = await office.post(agencyPaths.agency(agencies.police), {
		name: "Levels Police",
		sector: "police",
		proxy: agencies.police,
	});
	expect(own.body).toContain("Choose another agency");
});

test("once a year an agency is asked whether its people are right, each week until it has said so", async () => {
	const { app, people, partnershipId, agencies, visitor, words } = partnership;
	const asked = async () =>
		(await listMailbox(app.db, people.administrator, 500)).filter(
			({ kind, toEmail }) => kind === "people" && toEmail === people.headteacher.email,
		).length;
	await sweep(app, partnershipId);
	partnership.at("2027-03-29T10:00");
	await sweep(app, partnershipId);
	expect(await asked()).toBe(0);
	expect(await words(people.headteacher, paths.myWork)).not.toContain("still right");
	partnership.at("2027-03-30T10:00");
	await sweep(app, partnershipId);
	await sweep(app, partnershipId);
	expect(await asked()).toBe(1);
	partnership.at("2027-04-06T10:00");
	await sweep(app, partnershipId);
	expect(await asked()).toBe(2);
	expect(await words(people.headteacher, paths.myWork)).toContain(
		"Say whether the people of Oakfield Primary School are still right",
	);
	expect(await words(people.businessUnit, `${agencyPaths.list}?standing=unanswered`)).toContain(
		"Oakfield Primary School",
	);

	const head = await visitor(people.headteacher);
	const page = await head.open(agencyPaths.check(agencies.school));
	expect((await head.send(page)).words).toContain("Say of Amy Okafor whether they are right");
	const of = (name: keyof typeof people, is: string) => ({ [`is-${people[name].id}`]: is });
	const others = {
		...of("otherTeacher", "right"),
		...of("safeguardingLead", "right"),
		...of("headteacher", "right"),
	};
	const left = await head.send(page, { ...others, ...of("teacher", "left") });
	expect(left.words).toContain("Amy Okafor has left");
	expect(left.body).toContain(`/people/${people.teacher.id}/leave`);
	const done = await head.send(page, { ...others, ...of("teacher", "right") });
	expect(done.words).not.toContain("still right");
	expect(await words(people.businessUnit, `${agencyPaths.list}?standing=unanswered`)).not.toContain(
		"Oakfield Primary School",
	);
	// The same page sent again, by whoever had it open too.
	const again = await (await visitor(people.safeguardingLead)).post(
		agencyPaths.check(agencies.school),
		{ ...others, ...of("teacher", "right"), before: "2026-03-30" },
	);
	expect(again.statusCode).toBe(409);
	partnership.at("2027-04-13T10:00");
	await sweep(app, partnershipId);
	expect(await asked()).toBe(2);
});

test("a new agency says that its people are right before the first year is counted", async () => {
	const { app, people, partnershipId, agencies, visitor, words } = partnership;
	const officer = await visitor(people.officer);
	const page = await officer.open(agencyPaths.check(agencies.police));
	await sweep(app, partnershipId);
	const done = await officer.send(page, { [`is-${people.officer.id}`]: "right" });
	expect(done.status).toBe(200);
	expect(await words(people.administrator, `${agencyPaths.list}?standing=here`)).toMatch(
		/Levels Police Police 1 30 March 2026/,
	);
});

test("no agency says it of another, and the pages are valid HTML", async () => {
	const { people, read, agencies } = partnership;
	expect((await read(people.director, agencyPaths.check(agencies.school))).statusCode).toBe(404);
	expect((await read(people.teacher, agencyPaths.check(agencies.school))).statusCode).toBe(404);
	for (const path of [
		agencyPaths.list,
		agencyPaths.add,
		agencyPaths.agency(agencies.school),
		agencyPaths.check(agencies.school),
	])
		expect(await faultsIn((await read(people.administrator, path)).body), path).toEqual([]);
});

test("an agency is asked, too, when nobody has found one of its work addresses right for a year, by a mail that says so", async () => {
	const { app, db, people, partnershipId, agencies, visitor, words } = partnership;
	const asked = async () =>
		(await listMailbox(app.db, people.administrator, 500)).filter(
			({ notice, toEmail }) =>
				(notice as { is?: string }).is === "contacts" && toEmail === people.headteacher.email,
		);
	await sweep(app, partnershipId);
	const found = (day: string) =>
		db
			.updateTable("person")
			.set({ contact_checked_on: day })
			.where("id", "=", people.teacher.id)
			.execute();
	await found("2025-09-01");
	partnership.at("2026-08-28T10:00");
	await sweep(app, partnershipId);
	expect(await asked()).toHaveLength(0);
	partnership.at("2026-09-01T10:00");
	await sweep(app, partnershipId);
	await sweep(app, partnershipId);
	expect(await asked()).toHaveLength(1);
	partnership.at("2026-09-08T10:00");
	await sweep(app, partnershipId);
	expect(await asked()).toHaveLength(2);
	const head = await visitor(people.headteacher);
	const page = await head.open(agencyPaths.check(agencies.school));
	expect(page.words).toContain("which nobody has checked for a year");
	const all = ["otherTeacher", "safeguardingLead", "headteacher", "teacher"] as const;
	await head.send(page, Object.fromEntries(all.map((who) => [`is-${people[who].id}`, "right"])));
	expect(await words(people.headteacher, paths.myWork)).not.toContain("still right");
	partnership.at("2026-09-15T10:00");
	await sweep(app, partnershipId);
	expect(await asked()).toHaveLength(2);
});
