import { beforeEach, expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import { inEnglish } from "../domain/said.ts";
import { listNotYetCome } from "../store/invitations.ts";
import { listDirectory } from "../store/people.ts";
import { listPeopleImports } from "../store/people-imports.ts";
import { acceptInvitation } from "./follow-invitation.ts";
import {
	choosePeople,
	deletePeopleFilesLeft,
	importPeople,
	mapPeople,
	tryPeople,
	undoPeopleImport,
} from "./import-people.ts";
import { addressOfInvitation } from "./invite.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
let by: typeof office.people.administrator;
beforeEach(() => {
	by = office.people.administrator;
});

const heading = "Name;Work address;Job title;School;Level;DSL;Offices";
const chosen = (...lines: string[]): Promise<string> =>
	choosePeople(office.app, by, {
		fileName: "people.csv",
		content: Buffer.from([heading, ...lines].join("\n")),
	});
const nia = "Nia Price;nia@oakfield.example;Teacher;Oakfield Primary School;Practitioner;yes;";
const owen = "Owen Rees;owen@combe.example;Officer;Partnership office;manager;no;Business Unit";
const names = async () =>
	(await listDirectory(office.db, office.partnershipId)).map(({ name }) => name);

test("a trial says who would come and imports nobody", async () => {
	const id = await chosen(nia);
	const tried = await tryPeople(office.app, by, id);
	expect(tried?.read).toMatchObject({
		faults: [],
		people: [{ line: 2, name: "Nia Price", level: "practitioner", safeguardingLead: true }],
	});
	expect(await names()).not.toContain("Nia Price");
});

test("every line with a fault is named, in words that say what to do, and keeps all others out", async () => {
	const id = await chosen(
		nia,
		"No Address;;Teacher;Oakfield Primary School;manager;no;",
		"Eve Lost;eve@x.example;Teacher;Nowhere School;boss;maybe;king",
		`Owen Rees;${office.people.teacher.email};Teacher;Oakfield Primary School;manager;no;`,
		nia,
	);
	const faults = (await tryPeople(office.app, by, id))?.read.faults ?? [];
	expect(faults.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
	const wrong = faults.map((fault) => inEnglish(fault.wrong));
	expect(wrong[0]).toBe("Enter their work address");
	expect(wrong[1]).toContain("There is no agency “Nowhere School”");
	expect(wrong[1]).toContain("“boss” is no level");
	expect(wrong[1]).toContain("There is no office or post “king”");
	expect(wrong[2]).toContain("is the address of Amy Okafor");
	expect(wrong[3]).toContain("is in this agency already");
	await expect(importPeople(office.app, by, id, { invite: true })).rejects.toMatchObject({
		code: "wrong-answers",
	});
	expect(await names()).not.toContain("Nia Price");
});

test("an import brings everybody, invites them only when asked to, and keeps nothing of the file", async () => {
	const { app, db } = office;
	const id = await chosen(nia, owen);
	expect(await importPeople(app, by, id, { invite: false })).toMatchObject({ people: 2 });
	expect(await names()).toEqual(expect.arrayContaining(["Nia Price", "Owen Rees"]));
	const waiting = await listNotYetCome(db, office.partnershipId);
	expect(waiting.find(({ name }) => name === "Nia Price")).toMatchObject({ invitedAt: null });
	const row = await db
		.selectFrom("people_import")
		.where("id", "=", id)
		.select(["state", "content"])
		.executeTakeFirst();
	expect(row).toEqual({ state: "imported", content: null });
	expect(await importPeople(app, by, id, { invite: false })).toBeUndefined();

	const invited = await importPeople(app, by, await chosen(nia.replace(/Nia|nia/g, "Mia")), {
		invite: true,
	});
	expect(invited?.invited).toHaveLength(1);
});

test("columns of other names are chosen by hand", async () => {
	const { app } = office;
	const id = await choosePeople(app, by, {
		fileName: "people.csv",
		content: Buffer.from(
			"Wer,Mail,Job,Agency,Level\nNia Price,nia@x.example,Teacher,Oakfield Primary School,manager",
		),
	});
	expect((await tryPeople(app, by, id))?.read.faults.map(({ wrong }) => inEnglish(wrong))[0]).toBe(
		"No column is chosen for Name",
	);
	const columns = { name: "Wer", email: "Mail", job: "Job", agency: "Agency", level: "Level" };
	expect(await mapPeople(app, by, id, columns)).toBe(true);
	expect((await tryPeople(app, by, id))?.read.people).toHaveLength(1);
});

test("an import is undone until somebody of it has come", async () => {
	const { app } = office;
	const first = await chosen(nia);
	await importPeople(app, by, first, { invite: true });
	expect(await undoPeopleImport(app, by, first)).toBe(1);
	expect(await names()).not.toContain("Nia Price");
	expect(await undoPeopleImport(app, by, first)).toBeUndefined();

	const second = await chosen(nia);
	const done = await importPeople(app, by, second, { invite: true });
	const [one] = done?.invited ?? [];
	if (!one) throw new Error("Nobody was invited");
	const secret = (await addressOfInvitation(app, one)).split("/").at(-1) ?? "";
	await acceptInvitation(app, secret, "three odd horses");
	await expect(undoPeopleImport(app, by, second)).rejects.toMatchObject({ code: "has-ended" });
	expect(await names()).toContain("Nia Price");
});

test("nobody imports but an administrator, and only what is their partnership’s", async () => {
	const { app, people } = office;
	await expect(
		choosePeople(app, people.businessUnit, { fileName: "x.csv", content: Buffer.from("a,b\n1,2") }),
	).rejects.toMatchObject({ code: "not-yours" });
	const id = await chosen(nia);
	const foreign = (await office.another()).people.administrator;
	expect(await tryPeople(app, foreign, id)).toBeUndefined();
	expect(await importPeople(app, foreign, id, { invite: false })).toBeUndefined();
	expect(await mapPeople(app, foreign, id, {})).toBe(false);
});

test("a file that nobody imports is thrown away after a week, whether or not another is chosen", async () => {
	const id = await chosen(nia);
	const kept = async () => {
		await deletePeopleFilesLeft(office.app);
		return (await listPeopleImports(office.db, office.partnershipId)).map((file) => file.id);
	};
	expect(await kept()).toEqual([id]);
	office.at("2026-04-02T09:59");
	expect(await kept()).toEqual([id]);
	office.at("2026-04-02T11:01");
	expect(await kept()).toEqual([]);
});

test("what is no table is refused in words", async () => {
	for (const content of ["", "just a line"])
		await expect(
			choosePeople(office.app, by, { fileName: "x.csv", content: Buffer.from(content) }),
		).rejects.toMatchObject({ code: "wrong-file", message: expect.stringMatching(/\.$/) });
});
