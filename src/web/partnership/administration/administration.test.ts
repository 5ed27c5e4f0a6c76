import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { listNotYetCome } from "../../../store/invitations.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
const nia = () => ({
	name: "Nia Price",
	email: "Nia Price <nia@oakfield.example>",
	jobTitle: "Class teacher",
	agencyId: office.agencies.school,
	level: "practitioner",
});

test("an administrator invites somebody, sees them until they come, sends again and takes it back", async () => {
	const visitor = await office.visitor(office.people.administrator);
	const page = await visitor.open("/administration/invite");
	expect(await faultsIn(page.body)).toEqual([]);
	const start = await visitor.send(page, nia());
	expect(start.words).toContain("They are invited. The mail is on its way.");
	expect(start.words).toContain("nia@oakfield.example");
	expect(start.words).toContain("The link works until 11am on Thursday 2 April 2026");
	expect(await faultsIn(start.body)).toEqual([]);
	const waiting = await listNotYetCome(office.db, office.partnershipId);
	const nias = waiting.find(({ name }) => name === "Nia Price")?.personId ?? "";
	const again = `/administration/invited/${nias}/again`;
	await visitor.open("/administration");
	expect((await visitor.post(again)).headers.location).toBe("/administration?done=again");
	expect((await visitor.post(again.replace("/again", "/revoke"))).headers.location).toBe(
		"/administration?done=taken-out",
	);
	expect((await visitor.open("/administration")).words).not.toContain("nia@oakfield.example");
});

test("what is wrong is said at its question, and what was typed is kept", async () => {
	const visitor = await office.visitor(office.people.administrator);
	const page = await visitor.open("/administration/invite");
	const empty = await visitor.send(page);
	for (const words of ["Enter their name", "Enter their work address", "Select their agency"])
		expect(empty.words).toContain(words);
	const taken = await visitor.send(page, { ...nia(), email: office.people.teacher.email });
	expect(taken.status).toBe(422);
	expect(taken.words).toContain("is the address of Amy Okafor");
	expect(taken.form.name).toEqual(["Nia Price"]);
});

test("the agencies of another partnership cannot be chosen, and whoever answers for no agency invites nobody", async () => {
	const elsewhere = await office.another();
	const visitor = await office.visitor(office.people.administrator);
	const page = await visitor.open("/administration/invite");
	expect(page.body).not.toContain(elsewhere.agencies.school);
	const foreign = await visitor.send(page, { ...nia(), agencyId: elsewhere.agencies.school });
	expect(foreign.words).toContain("There is no such agency");
	for (const url of [
		"/administration",
		"/administration/invite",
		"/administration/invite/several",
		"/administration/people-import",
	])
		expect((await office.read(office.people.teacher, url)).statusCode).toBe(404);
	for (const url of ["/administration", "/administration/people-import"])
		expect((await office.read(office.people.headteacher, url)).statusCode).toBe(404);
});

test("the list of what is missing says what to do about each", async () => {
	const words = await office.words(office.people.administrator, "/administration");
	expect(words).toContain("Before real use");
	expect(words).toMatch(/An address with https\s+Missing/);
	expect(words).toMatch(/A protocol in force\s+Done/);
	expect(words).toMatch(/Two administrators who have signed in\s+Missing/);
});

test("mail that came back had left, and the address that is named is the partnership’s own", async () => {
	const { db, partnershipId, people } = office;
	const visitor = await office.visitor(people.administrator);
	await visitor.send(await visitor.open("/administration/invite"), nia());
	const fails = (error: string) =>
		db
			.updateTable("message")
			.set({ state: "failed", error, failed_at: "2026-03-26T10:05:00Z" })
			.where("partnership_id", "=", partnershipId)
			.execute();
	await fails("The mail server does not take it");
	expect((await visitor.open("/administration")).words).toMatch(/Mail that leaves\s+Missing/);
	await fails("It came back (5.1.1)");
	await db
		.updateTable("partnership")
		.set({ host: "concord.own.example" })
		.where("id", "=", partnershipId)
		.execute();
	const { words } = await visitor.open("/administration");
	expect(words).toMatch(/Mail that leaves\s+Done/);
	expect(words).toContain("People reach Concord at http://concord.own.example");
});

test("people are imported from a file on a page: tried, put right, imported and undone", async () => {
	const visitor = await office.visitor(office.people.administrator);
	const choose = await visitor.open("/administration/people-import");
	expect(await faultsIn(choose.body)).toEqual([]);
	const file = (level: string) => ({
		name: "people.csv",
		content: `Name,Email,Job,Agency,Level\nNia Price,nia@oakfield.example,Teacher,Oakfield Primary School,${level}`,
	});
	const faulty = await visitor.send(choose, {}, undefined, [file("boss")]);
	expect(faulty.words).toContain("1 line has a fault");
	expect(faulty.words).toContain("“boss” is no level");
	expect(await faultsIn(faulty.body)).toEqual([]);
	expect(faulty.words).not.toContain("Import 1 person");
	const right = await visitor.send(choose, {}, undefined, [file("manager")]);
	expect(right.words).toContain("1 person can be imported");
	expect(await faultsIn(right.body)).toEqual([]);
	await visitor.post(`${right.url}/import`, { invite: "yes" });
	const done = await visitor.open(right.url);
	expect(done.words).toContain("1 person is in the directory from this file");
	expect((await visitor.open("/administration")).words).toContain("nia@oakfield.example");
	await visitor.post(`${right.url}/undo`);
	const undone = await visitor.open(right.url);
	expect(undone.words).toContain("This import was undone");
	expect((await visitor.open("/administration")).words).not.toContain("nia@oakfield.example");
	const none = await visitor.send(choose, {}, undefined, [{ name: "x.csv", content: "nothing" }]);
	expect(none).toMatchObject({ status: 422 });
	expect(none.words).toContain("This file has no table of several columns");
});

test("whoever answers for an agency invites into it up to their own level, and administrators read who did", async () => {
	const { people, agencies, db, partnershipId } = office;
	const head = await office.visitor(people.headteacher);
	const page = await head.open("/administration/invite");
	expect(page.words).toContain("For Oakfield Primary School");
	expect(page.words).not.toContain("Director or chief officer");
	expect(page.words).not.toContain("Offices and posts in the partnership");
	expect(await faultsIn(page.body)).toEqual([]);
	const done = await head.send(page, nia());
	expect(done.words).toContain("They are invited");
	for (const wrong of [
		{ level: "director" },
		{ agencyId: agencies.socialCare },
		{ offices: "administrator" },
	]) {
		const refused = await head.send(page, { ...nia(), email: "x@oakfield.example", ...wrong });
		expect(refused.status, JSON.stringify(wrong)).toBe(422);
	}
	const waiting = await listNotYetCome(db, partnershipId);
	expect(waiting.filter(({ email }) => email === "x@oakfield.example")).toEqual([]);
	expect(await office.words(people.administrator, "/administration")).toContain(
		`Invited by ${people.headteacher.name} at 10am`,
	);

	// Their own they send again and take back; nobody else’s.
	const list = await head.open("/people");
	expect(await faultsIn(list.body)).toEqual([]);
	expect(list.words).toContain("Invited by you, and not here yet");
	const nias = waiting.find(({ name }) => name === "Nia Price")?.personId ?? "";
	const colleague = await office.visitor(people.safeguardingLead);
	expect((await colleague.open("/people")).words).not.toContain("nia@oakfield.example");
	const again = `/administration/invited/${nias}/again`;
	expect((await colleague.post(again)).statusCode).toBe(404);
	expect((await head.post(again)).headers.location).toBe("/people?done=again");
	expect((await head.post(again.replace("/again", "/revoke"))).headers.location).toBe(
		"/people?done=taken-out",
	);
	expect((await head.open("/people")).words).not.toContain("Invited by you");
	const byAdministrator = await office.visitor(people.administrator);
	await byAdministrator.send(await byAdministrator.open("/administration/invite"), {
		...nia(),
		lead: "yes",
	});
	expect((await byAdministrator.open("/administration")).words).toContain(
		"Practitioner, safeguarding lead",
	);
	const [another] = (await listNotYetCome(db, partnershipId)).filter(
		({ name }) => name === "Nia Price",
	);
	expect((await head.post(`/administration/invited/${another?.personId}/revoke`)).statusCode).toBe(
		404,
	);
});

test("several are invited as a list: all of them, or nobody where a line is wrong", async () => {
	const { people, agencies, db, partnershipId } = office;
	const visitor = await office.visitor(people.administrator);
	const page = await visitor.open("/administration/invite/several");
	expect(await faultsIn(page.body)).toEqual([]);
	const entered = { agencyId: agencies.school, level: "practitioner" };
	const wrong = await visitor.send(page, {
		...entered,
		people: "Nia Price, nia@oakfield.example, Class teacher\nOwen Rees, Class teacher",
	});
	expect(wrong.status).toBe(422);
	expect(wrong.words).toContain("Line 2: Enter their work address");
	expect(wrong.form.people?.[0]).toContain("Owen Rees");
	expect(await faultsIn(wrong.body)).toEqual([]);
	const names = async () =>
		(await listNotYetCome(db, partnershipId)).map(({ name, jobTitle }) => [name, jobTitle]);
	expect(await names()).not.toContainEqual(["Nia Price", "Class teacher"]);
	await visitor.send(page, {
		...entered,
		people: "Nia Price, nia@oakfield.example, Class teacher\n\nOwen Rees <owen@oakfield.example>",
		job: "Teaching assistant",
	});
	expect(await names()).toContainEqual(["Nia Price", "Class teacher"]);
	expect(await names()).toContainEqual(["Owen Rees", "Teaching assistant"]);
});
