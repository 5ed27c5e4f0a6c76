import { expect, test } from "vitest";
import { ConcordProblem } from "../../../clients/typescript/concord.ts";
import { clientOf, tokenFor } from "../../../test/support/api.ts";
import { officeForEach } from "../../../test/support/office.ts";
import { freshKey, raiseByTeacher } from "../../../test/support/partnership.ts";
import { receiving, workWebhooks } from "../../../test/support/webhooks.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
const program = async (person = office.people.teacher) =>
	clientOf(office.web(), await tokenFor(office.app, person));
const codeOf = (asked: Promise<unknown>) =>
	asked.then(
		() => "done",
		(problem: unknown) => {
			if (problem instanceof ConcordProblem) return problem.problem.code;
			throw problem;
		},
	);
const body = { address: "https://school.example/told", kinds: ["difference.raised" as const] };

test("a program names an address, tries it, hears, reads the log, has it sent again, changes it and takes it away", async () => {
	const arrived = receiving(office);
	const concord = await program();
	const key = freshKey();
	const { data: made, status } = await concord.makeWebhook({ key, body });
	expect(status).toBe(201);
	expect(made).toMatchObject({ ...body, state: "works", failingSince: null });
	expect(made.secret).toMatch(/^whsec_/);
	expect((await concord.makeWebhook({ key, body })).data).toEqual(made);
	const { secret: _shownOnce, ...kept } = made;
	expect((await concord.listWebhooks()).data.webhooks).toEqual([kept]);

	const { id } = made;
	const trying = { id, key: freshKey() };
	await concord.tryWebhook(trying);
	await concord.tryWebhook(trying);
	const another = await concord.makeWebhook({
		key: freshKey(),
		body: { ...body, kinds: ["difference.ended"] },
	});
	expect(await codeOf(concord.tryWebhook({ ...trying, id: another.data.id }))).toBe("sent-before");
	await concord.removeWebhook({ id: another.data.id });
	const difference = await raiseByTeacher(office);
	await workWebhooks(office);
	expect(arrived.map(({ type }) => type).sort()).toEqual(["difference.raised", "webhook.test"]);
	const { data: log } = await concord.listWebhookLog({ id });
	expect(log.events.find(({ kind }) => kind === "difference.raised")).toMatchObject({
		difference,
		state: "sent",
		nextTryAt: null,
		attempts: [{ at: "2026-03-26T10:00:00Z", status: 200, problem: null }],
	});
	const [event] = log.events;
	await concord.sendWebhookAgain({ id, event: event?.id ?? "", body: { after: 1 } });
	await workWebhooks(office);
	expect(arrived).toHaveLength(3);

	// What was asked for already is not sent once more, however often that is asked.
	await concord.sendWebhookAgain({ id, event: event?.id ?? "", body: { after: 1 } });
	await workWebhooks(office);
	expect(arrived).toHaveLength(3);

	const first = (await concord.listWebhookLog({ id, limit: 1 })).data;
	const second = (await concord.listWebhookLog({ id, limit: 1, cursor: first.next ?? "" })).data;
	expect([...first.events, ...second.events].map(({ id }) => id).sort()).toEqual(
		log.events.map(({ id }) => id).sort(),
	);
	expect(second.next).toBeNull();

	expect((await concord.changeWebhook({ id, body: { isPaused: true } })).data.state).toBe("paused");
	expect(await codeOf(concord.tryWebhook({ id, key: freshKey() }))).toBe("not-told-now");
	await raiseByTeacher(office);
	await workWebhooks(office);
	expect(arrived).toHaveLength(3);
	const other = "https://other.example/";
	const changed = await concord.changeWebhook({ id, body: { isPaused: false, address: other } });
	expect(changed.data).toMatchObject({ state: "works", address: other });
	await concord.removeWebhook({ id });
	expect((await concord.listWebhooks()).data.webhooks).toEqual([]);
	expect(await codeOf(concord.listWebhookLog({ id }))).toBe("not-found");
});

test("what does not fit is refused with its place or its code, and names nothing", async () => {
	receiving(office);
	const concord = await program();
	const wrong = (given: object) =>
		codeOf(concord.makeWebhook({ key: freshKey(), body: { ...body, ...given } as never }));
	expect(await wrong({ address: "http://school.example/" })).toBe("wrong-address");
	expect(await wrong({ address: "x".repeat(501) })).toBe("does-not-fit");
	expect(await wrong({ kinds: [] })).toBe("does-not-fit");
	expect(await wrong({ kinds: ["child.named"] })).toBe("does-not-fit");
	expect(await wrong({ secret: "mine" })).toBe("does-not-fit");
	expect((await concord.listWebhooks()).data.webhooks).toEqual([]);
});

test("another program of the same person, and other people, find nothing of it", async () => {
	receiving(office);
	const { data: made } = await (await program()).makeWebhook({ key: freshKey(), body });
	const { id } = made;
	for (const stranger of [await program(), await program(office.people.administrator)]) {
		expect((await stranger.listWebhooks()).data.webhooks).toEqual([]);
		for (const asked of [
			() => stranger.listWebhookLog({ id }),
			() => stranger.tryWebhook({ id, key: freshKey() }),
			() => stranger.changeWebhook({ id, body: { isPaused: true } }),
			() => stranger.removeWebhook({ id }),
			() => stranger.sendWebhookAgain({ id, event: id, body: { after: 1 } }),
		])
			expect(await codeOf(asked())).toBe("not-found");
	}
});
