import { afterAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { appOn, somersetSource } from "../../test/support/partnership.ts";
import { listAgencies } from "../store/agencies.ts";
import { findPartnership, hasPartnership, listPartnerships } from "../store/partnerships.ts";
import { listDirectory } from "../store/people.ts";
import type { App } from "./app.ts";
import { createPartnership, type PartnershipToBe } from "./create-partnership.ts";
import { beginFirstRun, finishFirstRun, openFirstRun, saveFirstRun } from "./first-run.ts";
import { acceptInvitation } from "./follow-invitation.ts";
import { addressOfInvitation } from "./invite.ts";
import { signIn } from "./sign-in.ts";

let database: TestDatabase;
let app: App;
let now = Temporal.Instant.from("2026-03-26T10:00:00Z");
const used: TestDatabase[] = [];
beforeEach(async () => {
	database = await testDatabase();
	used.push(database);
	now = Temporal.Instant.from("2026-03-26T10:00:00Z");
	app = { ...appOn(database.db, () => now), rehearsal: false, address: "https://concord.example" };
});
afterAll(() => Promise.all(used.map(({ drop }) => drop())));

const northfield: PartnershipToBe = {
	name: "Northfield Safeguarding Children Partnership",
	references: "NSP",
	nation: "england",
	logo: "Northfield",
	colour: "#5b2a86",
	contacts: { help: { name: "Ana Reis", email: "ana@northfield.example", phone: undefined } },
	from: "2026-03-26",
	agencies: [
		{ name: "Partnership office", sector: "partnership" },
		{ name: "Oakfield Primary School", sector: "education" },
	],
	administrators: [
		{ name: "Ana Reis", email: "ana@northfield.example", job: "Business manager" },
		{ name: "Bo Lund", email: "bo@northfield.example", job: "Systems officer" },
	],
	source: somersetSource,
};
const first = { onlyFirst: true, byMail: true };

test("a partnership begins with its agencies, its protocol in force and two administrators in its office", async () => {
	const { partnershipId } = await createPartnership(app, northfield, first);
	expect(await findPartnership(app.db, partnershipId)).toMatchObject({
		name: northfield.name,
		pathName: "northfield-safeguarding-children-partnership",
		logoText: "Northfield",
		colour: "#5b2a86",
		contacts: { help: { name: "Ana Reis" } },
	});
	const agencies = await listAgencies(app.db, partnershipId);
	expect(agencies.map(({ name }) => name)).toEqual([
		"Oakfield Primary School",
		"Partnership office",
	]);
	const people = await listDirectory(app.db, partnershipId);
	expect(people.map(({ name, agencyName, offices }) => [name, agencyName, offices])).toEqual([
		["Ana Reis", "Partnership office", ["administrator"]],
		["Bo Lund", "Partnership office", ["administrator"]],
	]);
	const inForce = await app.protocols.inForce(app.db, partnershipId, "2026-03-26");
	expect(inForce?.protocol.id).toBe("somerset-rpd");
	expect(await app.protocols.inForce(app.db, partnershipId, "2026-03-25")).toBeUndefined();
});

test("each administrator is mailed, and can sign in once they have chosen a password", async () => {
	const { administrators } = await createPartnership(app, northfield, first);
	const messages = await app.db.selectFrom("message").select(["kind", "state"]).execute();
	expect(messages).toEqual([
		{ kind: "account", state: "waiting" },
		{ kind: "account", state: "waiting" },
	]);
	const [ana] = administrators;
	if (!ana) throw new Error("There should be one");
	const address = await addressOfInvitation(app, ana);
	expect(address).toMatch(/^https:\/\/concord\.example\/welcome\/[\w-]{32}$/);
	await acceptInvitation(app, address.split("/").at(-1) ?? "", "three odd horses");
	const signedIn = await signIn(
		app,
		{ email: "ana@northfield.example", password: "three odd horses" },
		"192.0.2.1",
	);
	expect(signedIn).toMatchObject({ posts: [{ personId: ana.personId }] });
});

test("a protocol with a fault makes nothing, and says where the fault is", async () => {
	const faulty = { ...northfield, source: somersetSource.replace("asks: [sent-to]", "asks: [x]") };
	await expect(createPartnership(app, faulty, first)).rejects.toMatchObject({
		code: "wrong-protocol",
		message: expect.stringMatching(/^The text has .*Line \d+: /),
	});
	expect(await hasPartnership(app.db)).toBe(false);
});

test("a second one is refused where it is to be the first, or could be taken for the other", async () => {
	await createPartnership(app, northfield, first);
	await expect(createPartnership(app, northfield, first)).rejects.toMatchObject({
		code: "already-begun",
	});
	const another = { onlyFirst: false, byMail: false };
	await expect(createPartnership(app, northfield, another)).rejects.toMatchObject({
		code: "name-taken",
	});
	await expect(
		createPartnership(app, { ...northfield, name: "Southfield" }, another),
	).rejects.toMatchObject({ code: "name-taken" });
	await createPartnership(app, { ...northfield, name: "Southfield", references: "SSP" }, another);
	expect(await listPartnerships(app.db)).toHaveLength(2);
});

test("two who set it up at once make one", async () => {
	const made = await Promise.allSettled([
		createPartnership(app, northfield, first),
		createPartnership(app, northfield, first),
	]);
	expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	expect(await listPartnerships(app.db)).toHaveLength(1);
});

const secretIn = (address: string | undefined) => address?.split("/").at(-1) ?? "";

test("the address of a first run works for a day, and each start makes another", async () => {
	const one = secretIn(await beginFirstRun(app));
	expect(await openFirstRun(app, one)).toEqual({});
	const two = secretIn(await beginFirstRun(app));
	expect(await openFirstRun(app, one)).toBe("over");
	expect(await openFirstRun(app, "A".repeat(32))).toBeUndefined();
	now = now.add({ hours: 24 });
	expect(await openFirstRun(app, two)).toBe("over");
	await expect(saveFirstRun(app, two, { name: "Northfield" })).rejects.toMatchObject({
		code: "not-open",
	});
});

test("what a first run was answered is kept over the next start, and nothing is made of half of it", async () => {
	const one = secretIn(await beginFirstRun(app));
	const { source, administrators, ...most } = northfield;
	await saveFirstRun(app, one, most);
	const two = secretIn(await beginFirstRun(app));
	expect(await openFirstRun(app, two)).toMatchObject({ name: northfield.name });
	await expect(finishFirstRun(app, two)).rejects.toMatchObject({ code: "wrong-answers" });
	expect(await hasPartnership(app.db)).toBe(false);

	await saveFirstRun(app, two, { administrators, protocol: { source } });
	expect((await finishFirstRun(app, two)).administrators).toHaveLength(2);
	expect(await openFirstRun(app, two)).toBeUndefined();
	expect(await beginFirstRun(app)).toBeUndefined();
	expect(await app.db.selectFrom("setup_draft").selectAll().execute()).toEqual([]);
});
