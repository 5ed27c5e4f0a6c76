import { expect, test } from "vitest";
import { clientOf, tokenFor } from "../../../../test/support/api.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { listTokensOf } from "../../../store/api-tokens.ts";
import { listMailbox } from "../../../store/messages.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
const path = "/your-settings/api-tokens";
const filledIn = { name: "School system", for: "system", scopes: ["work:read"], days: "30" };

test("somebody makes a token, which is shown once, works as it says, and is revoked at once", async () => {
	const { people, web, db } = office;
	const teacher = await office.visitor(people.teacher);
	const made = await teacher.send(await teacher.open(path), filledIn);
	expect(await faultsIn(made.body)).toEqual([]);
	const token = /concord_[\w-]{43}/.exec(made.body)?.[0] ?? "";
	const concord = clientOf(web(), token);
	expect((await concord.listWork()).status).toBe(200);
	await expect(concord.readRaising()).rejects.toMatchObject({ problem: { status: 403 } });
	// Whoever has it in their name hears so, whoever made it, without what it is called.
	const [mail] = await listMailbox(db, people.administrator, 10);
	expect(mail).toMatchObject({ toPerson: people.teacher.id, notice: { news: "token-made" } });
	expect(JSON.stringify(mail?.notice)).not.toMatch(/School system|concord_/);
	const again = await teacher.open(path);
	expect(again.body).not.toContain(token);
	expect(again.words).toContain("School system Works");
	expect(again.words).toContain("25 April 2026");
	const [{ id } = { id: "" }] = await listTokensOf(db, people.teacher.id);
	await teacher.post(`${path}/${id}/revoke`);
	await expect(concord.listWork()).rejects.toMatchObject({ problem: { status: 401 } });
	expect((await teacher.open(path)).words).toContain("School system Revoked");
});

test("a form that is not whole, or that comes after some minutes, makes none and keeps what was typed", async () => {
	const { people, db } = office;
	const teacher = await office.visitor(people.teacher);
	const wrong = await teacher.send(await teacher.open(path), { name: "School system", days: "30" });
	expect(wrong.status).toBe(422);
	expect(wrong.words).toContain("Select what it is for");
	expect(wrong.form.name).toEqual(["School system"]);
	const none = await teacher.send(await teacher.open(path), { ...filledIn, scopes: [] });
	expect(none.words).toContain("Choose at least one thing that it may do");
	const page = await teacher.open(path);
	// The visitors of tests have shown who they are until then.
	office.at("9999-01-01T00:06");
	const late = await teacher.send(page, filledIn);
	expect(late.status).toBe(422);
	expect(late.words).toContain("Show again that it is you: no token was made");
	expect(late.form.name).toEqual(["School system"]);
	expect(await listTokensOf(db, people.teacher.id)).toEqual([]);
});

test("nobody revokes another’s token but an administrator that of a system", async () => {
	const { app, people, web, db } = office;
	const concord = clientOf(web(), await tokenFor(app, people.teacher));
	const [{ id } = { id: "" }] = await listTokensOf(db, people.teacher.id);
	const head = await office.visitor(people.headteacher);
	expect((await head.get("/administration/api-tokens")).statusCode).toBe(404);
	expect((await head.post(`${path}/${id}/revoke`)).statusCode).toBe(404);
	expect((await head.post(`/administration/api-tokens/${id}/revoke`)).statusCode).toBe(404);
	await concord.listWork();
	const administrator = await office.visitor(people.administrator);
	const list = await administrator.open("/administration/api-tokens");
	expect(await faultsIn(list.body)).toEqual([]);
	expect(list.words).toContain("Amy Okafor, Oakfield Primary School");
	await administrator.post(`/administration/api-tokens/${id}/revoke`);
	await expect(concord.listWork()).rejects.toMatchObject({ problem: { status: 401 } });
});
