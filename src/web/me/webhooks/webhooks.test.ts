import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey, raiseByTeacher } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { receiving, tokenOf, workWebhooks } from "../../../../test/support/webhooks.ts";
import { listWebhooks } from "../../../store/webhooks.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
const tokens = "/your-settings/api-tokens";
const filledIn = { address: "https://school.example/told", kinds: ["difference.raised"] };

/** The teacher names an address on the page of a token. */
async function named() {
	const { people, serving } = office;
	const token = await tokenOf(office, people.teacher);
	const teacher = await office.visitor(people.teacher);
	const path = `${tokens}/${token.id}/addresses`;
	const made = await teacher.send(await teacher.open(path), filledIn);
	const [webhook] = await listWebhooks(serving, { personId: people.teacher.id });
	if (!webhook) throw new Error(made.words);
	return { teacher, made, path, webhook, one: `${tokens}/addresses/${webhook.id}` };
}

test("somebody names an address, whose secret is shown once, and sees what it was told", async () => {
	receiving(office, () => ({ status: 503 }));
	const { teacher, made, path, webhook, one } = await named();
	expect(await faultsIn(made.body)).toEqual([]);
	const secret = /whsec_[\w+/]{43}=/.exec(made.body)?.[0] ?? "";
	expect(secret).not.toBe("");
	expect((await teacher.open(tokens)).words).toContain("Addresses that are told");
	const again = await teacher.open(path);
	expect(again.body).not.toContain(secret);
	expect(again.words).toContain(webhook.address);

	const difference = await raiseByTeacher(office);
	await workWebhooks(office);
	const page = await teacher.open(one);
	expect(await faultsIn(page.body)).toEqual([]);
	expect(page.words).toContain("A difference was raised on your side Waits");
	expect(page.words).toContain("answered 503");
	expect(page.body).toContain(`/differences/${difference}`);
});

test("it is paused, told again, tried, sent again and taken away on its page", async () => {
	const arrived = receiving(office);
	const { teacher, webhook, one } = await named();
	await teacher.post(`${one}/try`);
	await workWebhooks(office);
	expect(arrived.map(({ type }) => type)).toEqual(["webhook.test"]);
	const page = await teacher.open(one);
	const again = /addresses\/[\w-]+\/again\/[\w-]+/.exec(page.body)?.[0];
	await teacher.post(`${tokens}/${again}`);
	await workWebhooks(office);
	expect(arrived).toHaveLength(2);
	await teacher.post(`${one}/pause`);
	expect((await teacher.open(one)).words).toContain("Nothing is sent while it is paused");
	await teacher.post(`${one}/tell`);
	expect((await teacher.open(one)).words).toContain("State Told");
	await teacher.post(`${one}/remove`);
	expect((await teacher.get(one)).statusCode).toBe(404);
	expect(await listWebhooks(office.serving, { tokenId: webhook.tokenId })).toEqual([]);
});

test("what happened while it was paused is counted on its page and sent in one act, and its secret is changed there", async () => {
	const arrived = receiving(office);
	const { teacher, made, one } = await named();
	await teacher.post(`${one}/pause`);
	await raiseByTeacher(office);
	await workWebhooks(office);
	expect((await teacher.open(one)).words).toContain("Did not get 1 thing of the last 30 days");
	await teacher.post(`${one}/tell`);
	const page = await teacher.open(one);
	expect(await faultsIn(page.body)).toEqual([]);
	expect(page.words).toContain("Not sent");
	await teacher.post(`${one}/missed`);
	await workWebhooks(office);
	expect(arrived.map(({ type }) => type)).toEqual(["difference.raised"]);
	expect((await teacher.open(one)).words).not.toContain("Did not get");

	const secretIn = (body: string) => /whsec_[\w+/]{43}=/.exec(body)?.[0];
	const changed = await teacher.post(`${one}/secret`, { _key: freshKey() });
	expect(secretIn(changed.body)).toBeDefined();
	expect(secretIn(changed.body)).not.toBe(secretIn(made.body));
	expect(await faultsIn(changed.body)).toEqual([]);
	// Some minutes later it is asked again who they are, and nothing is changed.
	office.at("9999-01-01T00:06");
	const later = await teacher.post(`${one}/secret`, { _key: freshKey() });
	expect(later.statusCode).toBe(303);
	expect((await teacher.open(one)).body).toContain("/sign-in-again");
});

test("what cannot be told is said beside its question, with what was typed; and after some minutes who they are is asked", async () => {
	receiving(office);
	const { people, serving } = office;
	const token = await tokenOf(office, people.teacher);
	const teacher = await office.visitor(people.teacher);
	const path = `${tokens}/${token.id}/addresses`;
	const page = await teacher.open(path);
	const plain = await teacher.send(page, { ...filledIn, address: "http://school.example/" });
	expect(plain.status).toBe(422);
	expect(plain.words).toContain("Enter an address that begins with https://");
	expect(plain.form.address).toEqual(["http://school.example/"]);
	const none = await teacher.send(page, { ...filledIn, kinds: [] });
	expect(none.words).toContain("Choose at least one thing that it is told of");
	office.at("9999-01-01T00:06");
	await serving.updateTable("api_token").set({ expires_at: "9999-12-31T00:00:00Z" }).execute();
	const late = await teacher.send(page, filledIn);
	expect(late.words).toContain("Show again that it is you: no address was named");
	expect(late.form.address).toEqual([filledIn.address]);
	expect(await listWebhooks(serving, { personId: people.teacher.id })).toEqual([]);
});

test("nobody else finds it; an administrator sees whose it is and its host alone, and stops it for good", async () => {
	receiving(office);
	const { people } = office;
	const { teacher, path, one, webhook } = await named();
	const head = await office.visitor(people.headteacher);
	expect((await head.get(path)).statusCode).toBe(404);
	expect((await head.get(one)).statusCode).toBe(404);
	for (const deed of ["pause", "tell", "try", "remove"])
		expect((await head.post(`${one}/${deed}`)).statusCode).toBe(404);
	const stop = `/administration/api-tokens/addresses/${webhook.id}/stop`;
	expect((await head.post(stop)).statusCode).toBe(404);
	const administrator = await office.visitor(people.administrator);
	const list = await administrator.open("/administration/api-tokens");
	expect(await faultsIn(list.body)).toEqual([]);
	expect(list.words).toContain("school.example");
	expect(list.words).toContain("Amy Okafor, Oakfield Primary School");
	expect(list.body).not.toContain("/told");
	await administrator.post(stop);
	expect((await teacher.open(one)).words).toContain("administrators stopped it for good");
	await teacher.post(`${one}/tell`);
	expect((await teacher.open(one)).words).toContain("State Stopped");
});
