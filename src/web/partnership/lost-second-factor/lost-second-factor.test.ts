import type { FastifyInstance } from "fastify";
import { beforeEach, expect, test } from "vitest";
import { deliver, giveAccount, setsUpApp, signsIn } from "../../../../test/support/account.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { pages } from "../../routes.ts";

const here = officeForEach({ at: "2026-03-26T10:00" });
let web: FastifyInstance;
let administrator: Visitor;
let businessUnit: Visitor;

beforeEach(async () => {
	web = here.serve({ sessions: sessionStore(here.db), routes: pages }, { rehearsal: false });
	for (const person of [here.people.administrator, here.people.businessUnit]) {
		await giveAccount(here, person);
		const { visitor } = await signsIn(web, person);
		await setsUpApp(visitor, here);
		if (person === here.people.administrator) administrator = visitor;
		else businessUnit = visitor;
	}
	here.queued.length = 0;
});

const lost = ({ id }: { id: string }) => `/lost-second-factor/${id}`;
const resets = async (who: Visitor, person: { id: string }) => {
	await who.get("/your-settings/sign-in");
	return who.post(lost(person));
};

test("an administrator takes away what somebody has lost: it is noted, mailed to them, and every session ends", async () => {
	const whom = here.people.businessUnit;
	const list = await administrator.open("/lost-second-factor");
	expect(list.words).toContain(whom.name);
	expect(await faultsIn(list.body)).toEqual([]);
	const asked = await administrator.open(lost(whom));
	expect(asked.words).toContain("on a number that you know");
	await administrator.send(asked);
	expect((await businessUnit.get("/")).headers.location).toBe("/sign-in");
	const [mail, more] = await deliver(here);
	expect(more).toBeUndefined();
	expect(mail?.to).toBe(whom.email);
	expect(mail?.text).toContain("An administrator took away the passkeys");
	// With their password they come to set up another, and see who it was.
	const { visitor, page } = await signsIn(web, whom);
	expect(page.words).toContain("a password alone is not enough");
	await setsUpApp(visitor, here);
	expect((await visitor.open("/your-settings/sign-in")).words).toContain(
		`were taken away by ${here.people.administrator.name}`,
	);
	expect((await administrator.open("/lost-second-factor")).words).toContain(whom.name);
});

test("nobody does it for themself, and nobody but an administrator does it", async () => {
	const { administrator: ola, businessUnit: office } = here.people;
	expect((await administrator.open(lost(ola))).status).toBe(404);
	expect((await resets(administrator, ola)).statusCode).toBe(404);
	expect((await businessUnit.open("/lost-second-factor")).status).toBe(404);
	expect((await resets(businessUnit, ola)).statusCode).toBe(404);
	// Nor by another post of one’s own account.
	await here.db
		.updateTable("person")
		.set({ account_id: ola.id })
		.where("id", "=", here.people.teacher.id)
		.execute();
	expect((await resets(administrator, here.people.teacher)).statusCode).toBe(404);
	expect((await businessUnit.open("/")).status).toBe(200);
	expect(
		await here.db
			.selectFrom("authenticator_app")
			.where("account_id", "in", [ola.id, office.id])
			.select("account_id")
			.execute(),
	).toHaveLength(2);
});

test("nobody of another partnership is within reach, nor anybody who has no account", async () => {
	const there = await here.another();
	await giveAccount(there, there.people.businessUnit);
	for (const person of [there.people.businessUnit, here.people.officer, { id: "nobody" }])
		expect((await resets(administrator, person)).statusCode).toBe(404);
});
