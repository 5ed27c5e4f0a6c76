import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { raiseByTeacher, raisedTo } from "../../../../test/support/partnership.ts";
import type { Visitor } from "../../../../test/support/visitor.ts";
import { saveAccount, saveAccountOf } from "../../../store/accounts.ts";
import { transact } from "../../../store/db.ts";
import { agencyPaths, paths, putRightPaths, stepPath } from "../../addresses.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });

const begin = async (visitor: Visitor) =>
	visitor.send(await visitor.open("/raise"), {
		"raise.danger": "no",
		"raise.scope": "none-of-these",
	});

test("an agency that is in no list is named, and the office is asked to confirm it; nobody else is offered it before", async () => {
	const { db, people, visitor, words } = partnership;
	const teacher = await visitor(people.teacher);
	const page = await begin(teacher);
	await teacher.send(page, { "raise.agency-name": "Brook Hospice" });
	const named = () => db.selectFrom("agency").where("name", "=", "Brook Hospice").selectAll();
	expect(await named().execute()).toMatchObject([{ is_listed: false, sector: "other" }]);
	// The same name typed in another way is the same agency.
	const other = await visitor(people.otherTeacher);
	const again = await begin(other);
	expect(again.words).not.toContain("Brook Hospice");
	await other.send(again, { "raise.agency-name": "brook  hospice" });
	expect(await named().execute()).toHaveLength(1);

	// Nor where it is said of another difference with whom it is.
	const early = await raiseByTeacher(partnership);
	expect((await teacher.open(putRightPaths.changeAgency(early))).body).toContain("Levels Police");
	expect((await teacher.open(putRightPaths.changeAgency(early))).body).not.toContain(
		"Brook Hospice",
	);

	expect(await words(people.businessUnit, paths.businessUnit)).toContain("Add 1 agency");
	const office = await visitor(people.businessUnit);
	const [row] = await named().execute();
	await office.open(agencyPaths.agency(row?.id ?? ""));
	await office.post(agencyPaths.agency(row?.id ?? ""), {
		name: "Brook Hospice",
		sector: "voluntary",
	});
	expect(await named().execute()).toMatchObject([{ is_listed: true, sector: "voluntary" }]);
	expect((await begin(await visitor(people.headteacher))).body).toContain("Brook Hospice");
});

test("the opposite number is proposed first", async () => {
	const { db, people, visitor } = partnership;
	await db
		.updateTable("person")
		.set({ level: "director", name: "Aaa Director" })
		.where("id", "=", people.teamManager.id)
		.execute();
	const difference = await raisedTo(partnership, "sign-off");
	const page = await (await visitor(people.businessUnit)).open(
		stepPath(difference, "formal-resolution.forward"),
	);
	// A senior manager signed it off: the other agency's senior manager comes before its director.
	expect(page.body.indexOf("Grace Lund")).toBeGreaterThan(0);
	expect(page.body.indexOf("Grace Lund")).toBeLessThan(page.body.indexOf("Aaa Director"));
});

test("whoever has several posts reads for which agency they raise it, and may act for another", async () => {
	const { app, db, people, visitor } = partnership;
	const account = randomUUID();
	expect((await (await visitor(people.teacher)).open("/raise")).words).not.toContain(
		"You raise this for",
	);
	await transact(db, async (trx) => {
		const email = `${account}@example.org`;
		await saveAccount(trx, app.clock(), { id: account, email, passwordHash: null });
		await saveAccountOf(trx, account, [people.teacher.id, people.officer.id]);
	});
	const page = await (await visitor(people.teacher)).open("/raise");
	expect(page.words).toContain("You raise this for Oakfield Primary School");
	expect(page.body).toContain("/acting-for?then=/raise");
});
