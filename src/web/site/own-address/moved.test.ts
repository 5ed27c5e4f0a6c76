import { beforeEach, expect, test } from "vitest";
import { giveAccount, signsIn } from "../../../../test/support/account.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { stranger } from "../../../../test/support/visitor.ts";
import { movePartnership } from "../../../actions/move-partnership.ts";
import { findPartnership } from "../../../store/partnerships.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { pages } from "../../routes.ts";

const here = officeForEach({ at: "2026-03-26T10:00" });
let number = 0;
let fresh: string;
beforeEach(() => {
	number += 1;
	fresh = `moved-${number}`;
});
const serve = () =>
	here.serve(
		{ sessions: sessionStore(here.db), routes: pages },
		{ address: "http://concord.test" },
	);
const now = async () => (await findPartnership(here.db, here.partnershipId)) ?? { pathName: "" };

test("what leads to the path that a partnership had leads on, and its people sign in again", async () => {
	const { pathName } = await now();
	await giveAccount(here, here.people.teacher);
	const web = serve();
	const { visitor } = await signsIn(web, here.people.teacher);
	expect((await visitor.get("/differences")).statusCode).toBe(200);
	await movePartnership(here.app, here.partnershipId, { pathName: fresh });
	expect((await visitor.get("/differences")).headers.location).toContain("/sign-in");
	const guest = stranger(web);
	expect((await guest.get(`/${pathName}/differences?mine=yes`)).headers.location).toBe(
		`/${fresh}/differences?mine=yes`,
	);
	expect((await guest.get(`/${fresh}`)).headers.location).toBe("/");
});

test("a host that it had leads on to where it is, and a form that is sent there is not lost", async () => {
	const host = `old-${fresh}.test`;
	await movePartnership(here.app, here.partnershipId, { host });
	await movePartnership(here.app, here.partnershipId, { host: `new-${fresh}.test` });
	const web = serve();
	const guest = stranger(web, { host });
	expect((await guest.get("/help?x=1")).headers.location).toBe(`http://new-${fresh}.test/help?x=1`);
	expect((await guest.post("/raise", { issue: "Typed for an hour" })).statusCode).not.toBe(303);
	await movePartnership(here.app, here.partnershipId, { host });
	expect((await stranger(web, { host }).get("/help")).statusCode).toBe(200);
});

test("no partnership takes an address that another has or had, or that a page of Concord has", async () => {
	const other = await here.another();
	const { pathName } = await now();
	await movePartnership(here.app, here.partnershipId, { pathName: fresh });
	for (const taken of [pathName, fresh])
		await expect(
			movePartnership(here.app, other.partnershipId, { pathName: taken }),
		).rejects.toMatchObject({ code: "address-taken" });
	for (const none of ["raise", "Not A Path", ""])
		await expect(
			movePartnership(here.app, here.partnershipId, { pathName: none }),
		).rejects.toMatchObject({ code: "wrong-answers" });
});
