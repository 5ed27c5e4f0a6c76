import { beforeEach, expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import { raiseByTeacher } from "../../test/support/partnership.ts";
import type { ToInvite } from "../domain/partnership/invitation.ts";
import { saveDeputies } from "../store/absences.ts";
import { findAccount, listPosts, saveAccount, saveOperator } from "../store/accounts.ts";
import { saveAgencyEnded } from "../store/agencies.ts";
import { transact } from "../store/db.ts";
import { listNotYetCome } from "../store/invitations.ts";
import { findViewer, listDirectory } from "../store/people.ts";
import { listWork } from "../store/work.ts";
import { enterAbsence } from "./arrange-absence.ts";
import { acceptInvitation, joinByInvitation, openInvitation } from "./follow-invitation.ts";
import {
	addressOfInvitation,
	type Invited,
	inviteAgain,
	invitePeople,
	revokeInvitation,
} from "./invite.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
let nia: ToInvite;
let by: typeof office.people.administrator;
beforeEach(() => {
	by = office.people.administrator;
	nia = {
		name: "Nia Price",
		email: `nia.${office.partnershipId}@oakfield.example`,
		jobTitle: "Class teacher",
		agencyId: office.agencies.school,
		level: "practitioner",
		safeguardingLead: false,
		offices: [],
	};
});

const password = "three odd horses";
const invite = async (...people: ToInvite[]): Promise<Invited[]> =>
	invitePeople(office.app, by, people);
const one = async (person = nia): Promise<Invited> => {
	const [invited] = await invite(person);
	if (!invited) throw new Error("Nobody was invited");
	return invited;
};
/** What opens an invitation, as its mail would have it. */
const secretOf = async (invited: Invited): Promise<string> =>
	(await addressOfInvitation(office.app, invited)).split("/").at(-1) ?? "";
const names = async () =>
	(await listDirectory(office.db, office.partnershipId)).map(({ name }) => name);

test("whoever is invited is in the directory, and listed until they come", async () => {
	const invited = await one();
	expect(await names()).toContain("Nia Price");
	const waiting = async () =>
		(await listNotYetCome(office.db, office.partnershipId)).filter(
			({ invitedAt }) => invitedAt !== null,
		);
	expect(await waiting()).toMatchObject([
		{ name: "Nia Price", agencyName: "Oakfield Primary School", mail: "waiting" },
	]);
	const came = await acceptInvitation(office.app, await secretOf(invited), password);
	expect(came.personId).toBe(invited.personId);
	expect(await waiting()).toEqual([]);
	const account = await findAccount(office.db, nia.email);
	expect(await listPosts(office.db, account?.id ?? "")).toMatchObject([
		{ personId: invited.personId, agency: "Oakfield Primary School" },
	]);
});

test("an invitation opens for 7 days, is used once, and looking at it uses nothing up", async () => {
	const { app } = office;
	const secret = await secretOf(await one());
	for (let look = 0; look < 3; look++)
		expect(await openInvitation(app, secret)).toMatchObject({ hasAccount: false });
	await acceptInvitation(app, secret, password);
	expect(await openInvitation(app, secret)).toBe("over");
	await expect(acceptInvitation(app, secret, password)).rejects.toMatchObject({
		code: "changed-meanwhile",
	});
	expect(await openInvitation(app, "A".repeat(32))).toBeUndefined();

	const old = await secretOf(
		await one({ ...nia, name: "Old Mill", email: "mill@oakfield.example" }),
	);
	office.at("2026-04-02T11:00");
	expect(await openInvitation(app, old)).toBe("over");
	await expect(acceptInvitation(app, old, password)).rejects.toMatchObject({
		code: "changed-meanwhile",
	});
});

test("a password that others guess makes no account, and uses nothing up", async () => {
	const { app, db } = office;
	const secret = await secretOf(await one());
	for (const bad of ["short", "1234567890"])
		await expect(acceptInvitation(app, secret, bad)).rejects.toMatchObject({
			code: "wrong-answers",
		});
	expect(await findAccount(db, nia.email)).toBeUndefined();
	await acceptInvitation(app, secret, password);
});

test("another invitation takes the place of the one before", async () => {
	const { app } = office;
	const invited = await one();
	const first = await secretOf(invited);
	const again = await inviteAgain(app, by, invited.personId);
	expect(await openInvitation(app, first)).toBe("over");
	if (!again) throw new Error("It should be there");
	expect(await openInvitation(app, await secretOf(again))).toMatchObject({
		invitee: { name: "Nia Price" },
	});
});

test("one that is taken back works no more, as whoever follows it reads, and its address can be invited anew", async () => {
	const { app } = office;
	const invited = await one({ ...nia, name: "Nia Prise" });
	const secret = await secretOf(invited);
	expect(await revokeInvitation(app, by, invited.personId)).toBe("taken-out");
	expect(await openInvitation(app, secret)).toBe("over");
	await expect(acceptInvitation(app, secret, password)).rejects.toMatchObject({
		code: "changed-meanwhile",
	});
	expect(await names()).not.toContain("Nia Prise");
	await one();
});

test("whom the record names already stays in it when their invitation is taken back", async () => {
	const { app, people, db } = office;
	const invited = await one({
		...nia,
		agencyId: office.agencies.socialCare,
		level: "manager",
	});
	const id = await raiseByTeacher(office);
	await db
		.insertInto("difference_person")
		.values({
			difference_id: id,
			partnership_id: office.partnershipId,
			person_id: invited.personId,
			side: "receiving",
		} as never)
		.execute();
	expect(await revokeInvitation(app, by, invited.personId)).toBe("left");
	expect(await names()).not.toContain("Nia Price");
	expect(people.teacher.id).toBeDefined();
});

test("who never comes and was to stand in for somebody leaves nobody to nobody", async () => {
	const { app, db, people } = office;
	await raiseByTeacher(office);
	const invited = await one();
	await transact(db, (trx) => saveDeputies(trx, people.teacher, [invited.personId]));
	await enterAbsence(app, people.headteacher, people.teacher.id, {
		from: "2026-03-26",
		until: "2026-04-02",
	});
	const asked = async (personId: string) => {
		const viewer = await findViewer(db, personId, app.clock());
		if (!viewer) throw new Error("They have left");
		return (await listWork(db, viewer, "2026-03-26")).mine.length;
	};
	expect(await asked(people.safeguardingLead.id)).toBe(0);
	expect(await revokeInvitation(app, by, invited.personId)).toBe("left");
	expect(await db.selectFrom("deputy").selectAll().execute()).toEqual([]);
	expect(await asked(people.safeguardingLead.id)).toBe(1);
});

test("with an account already, one signs in to it and adds the post; nobody makes a second one", async () => {
	const { app, db } = office;
	const accountId = "00000008-0000-4000-8000-000000000001";
	await transact(db, async (trx) => {
		await saveAccount(trx, app.clock(), { id: accountId, email: nia.email, passwordHash: null });
		// One that somebody can sign in to, though it has no post.
		await saveOperator(trx, accountId);
	});
	const secret = await secretOf(await one());
	expect(await openInvitation(app, secret)).toMatchObject({ hasAccount: true });
	await expect(acceptInvitation(app, secret, password)).rejects.toMatchObject({
		code: "address-taken",
	});
	const strange = "00000008-0000-4000-8000-000000000002";
	await transact(db, (trx) =>
		saveAccount(trx, app.clock(), { id: strange, email: "x@y.example", passwordHash: null }),
	);
	await expect(joinByInvitation(app, secret, strange)).rejects.toMatchObject({ code: "not-yours" });
	await joinByInvitation(app, secret, accountId);
	expect(await listPosts(db, accountId)).toMatchObject([{ agency: "Oakfield Primary School" }]);
});

test("who works for two agencies is invited for both under one address", async () => {
	await invite(nia, { ...nia, agencyId: office.agencies.police });
	await expect(one()).rejects.toMatchObject({
		code: "address-taken",
		message: expect.stringContaining("is in this agency already"),
	});
});

test("nobody is invited under somebody else’s address, and then nobody of the others is", async () => {
	const other = { ...nia, name: "Owen Rees", email: office.people.teacher.email };
	await expect(invite(nia, other)).rejects.toMatchObject({
		code: "address-taken",
		message: expect.stringContaining("is the address of Amy Okafor"),
	});
	expect(await names()).not.toContain("Nia Price");
});

test("nobody invites into an agency that is not theirs, and administrators only into those of their partnership that are still there", async () => {
	const { app, people } = office;
	for (const person of [people.businessUnit, people.director, people.teacher])
		await expect(invitePeople(app, person, [nia])).rejects.toMatchObject({ code: "not-yours" });
	const elsewhere = await office.another();
	await expect(one({ ...nia, agencyId: elsewhere.agencies.school })).rejects.toMatchObject({
		code: "no-such-agency",
	});
	await transact(office.db, (trx) => saveAgencyEnded(trx, office.agencies.police, "2026-03-25"));
	await expect(one({ ...nia, agencyId: office.agencies.police })).rejects.toMatchObject({
		code: "no-such-agency",
		message: "Levels Police has ended. Nobody works there any more.",
	});
	const invited = await one();
	const foreign = elsewhere.people.administrator;
	expect(await inviteAgain(app, foreign, invited.personId)).toBeUndefined();
	expect(await revokeInvitation(app, foreign, invited.personId)).toBeUndefined();
	await expect(one({ ...nia, email: "a@b.example", offices: ["king"] })).rejects.toMatchObject({
		code: "wrong-answers",
	});
});
