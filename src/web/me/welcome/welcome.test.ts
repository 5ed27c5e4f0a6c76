import { beforeEach, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn, stranger } from "../../../../test/support/visitor.ts";
import { addressOfInvitation, invitePeople } from "../../../actions/invite.ts";
import { hashPassword } from "../../../actions/password.ts";
import {
	findAccountAtProvider,
	saveAccount,
	saveAccountAtProvider,
} from "../../../store/accounts.ts";
import { transact } from "../../../store/db.ts";
import { countSecondFactors, saveRecoveryCodes } from "../../../store/second-factors.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
let email: string;
beforeEach(() => {
	email = `nia.${office.partnershipId}@oakfield.example`;
});

/** The path of an invitation for a new teacher. */
async function invited(): Promise<string> {
	const [one] = await invitePeople(office.app, office.people.administrator, [
		{
			name: "Nia Price",
			email,
			jobTitle: "Class teacher",
			agencyId: office.agencies.school,
			level: "practitioner",
			safeguardingLead: false,
			offices: [],
		},
	]);
	if (!one) throw new Error("Nobody was invited");
	return new URL(await addressOfInvitation(office.app, one)).pathname;
}

test("whoever follows their invitation chooses a password and is signed in", async () => {
	const visitor = stranger(office.web());
	const path = await invited();
	const page = await visitor.open(path);
	expect(page.words).toContain("invites you as Class teacher, Oakfield Primary School");
	expect(await faultsIn(page.body)).toEqual([]);
	const short = await visitor.send(page, { "new-password": "short" });
	expect(short.status).toBe(422);
	expect(short.words).toContain("Password must be 10 characters or more");
	expect(short.body).not.toContain('value="short"');
	const home = await visitor.send(short, { "new-password": "three odd horses" });
	expect(home).toMatchObject({ url: "/", status: 200 });
	expect(home.body).toContain("Nia Price, Oakfield Primary School");

	const again = await stranger(office.web()).open(path);
	expect(again.status).toBe(410);
	expect(again.words).toContain("This link works no more");
});

test("a mail system that opens the link before its reader uses nothing up", async () => {
	const path = await invited();
	for (let look = 0; look < 3; look++)
		expect((await stranger(office.web()).open(path)).status).toBe(200);
	await office.web().inject({ url: path, method: "HEAD" });
	const visitor = stranger(office.web());
	const home = await visitor.send(await visitor.open(path), { "new-password": "three odd horses" });
	expect(home.url).toBe("/");
});

test("a forged link opens what any address that is not there does", async () => {
	const visitor = stranger(office.web());
	const forged = await visitor.open(`/welcome/${"A".repeat(32)}`);
	expect(forged.status).toBe(404);
	await visitor.open("/sign-in");
	expect(
		await visitor.post(`/welcome/${"A".repeat(32)}`, { "new-password": "three odd horses" }),
	).toMatchObject({ statusCode: 404 });
});

test("with an account already one signs in first; only the holder of the link learns that it is there", async () => {
	const { db, app, web } = office;
	const passwordHash = await hashPassword("old clever stones");
	await transact(db, (trx) =>
		saveAccount(trx, app.clock(), {
			id: office.people.teacher.id,
			email,
			passwordHash,
		}),
	);
	await db
		.updateTable("person")
		.set({ account_id: office.people.teacher.id, email })
		.where("id", "=", office.people.teacher.id)
		.execute();
	await db
		.updateTable("person")
		.set({ name: "Nia Price", agency_id: office.agencies.police })
		.where("id", "=", office.people.teacher.id)
		.execute();
	const path = await invited();
	const visitor = stranger(web());
	const page = await visitor.open(path);
	expect(page.words).toContain("You have an account already");
	expect(page.body).not.toContain('name="new-password"');
	await visitor.open(`/sign-in?then=${encodeURIComponent(path)}`);
	const signedIn = await visitor.post("/sign-in", {
		email,
		password: "old clever stones",
		next: path,
	});
	expect(signedIn.headers.location).toBe(path);
	const back = await visitor.open(path);
	expect(back.words).toContain(`You are signed in as ${email}`);
	const home = await visitor.send(back);
	expect(home).toMatchObject({ url: "/", status: 200 });
	expect(home.body).toContain("Nia Price, Oakfield Primary School");
	expect(home.body).toContain("Act for another");
});

test("whoever left everywhere and is invited again chooses a password anew; nothing from before opens the account", async () => {
	const { db, app, web, people } = office;
	const accountId = people.teacher.id;
	await transact(db, async (trx) => {
		await saveAccount(trx, app.clock(), {
			id: accountId,
			email,
			passwordHash: await hashPassword("old clever stones"),
		});
		await saveAccountAtProvider(trx, {
			issuer: "https://sign-in.example",
			subject: "nia",
			accountId,
			linkedAt: app.clock(),
		});
		await saveRecoveryCodes(trx, accountId, ["a hash"]);
	});
	const left = { name: "Nia Price", account_id: accountId, email, left_at: "2026-03-01T10:00:00Z" };
	await db.updateTable("person").set(left).where("id", "=", people.teacher.id).execute();

	const path = await invited();
	const visitor = stranger(web());
	const page = await visitor.open(path);
	expect(page.words).not.toContain("You have an account already");
	const home = await visitor.send(page, { "new-password": "three odd horses" });
	expect(home).toMatchObject({ url: "/", status: 200 });
	expect(home.body).toContain("Nia Price, Oakfield Primary School");
	expect(home.body).not.toContain("Act for another");

	const visit = stranger(web());
	await visit.open("/sign-in");
	expect((await visit.post("/sign-in", { email, password: "old clever stones" })).statusCode).toBe(
		422,
	);
	expect((await visit.post("/sign-in", { email, password: "three odd horses" })).statusCode).toBe(
		303,
	);
	expect(
		await findAccountAtProvider(db, { issuer: "https://sign-in.example", subject: "nia" }),
	).toBeUndefined();
	expect(await countSecondFactors(db, accountId)).toMatchObject({ recoveryCodes: 0 });
});
