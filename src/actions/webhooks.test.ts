import { afterEach, describe, expect, test } from "vitest";
import { verifyWebhook } from "../../clients/typescript/webhook.ts";
import { officeForEach } from "../../test/support/office.ts";
import {
	doStep,
	freshKey,
	raiseByTeacher,
	raisedTo,
	referenceOf,
	toFormal,
} from "../../test/support/partnership.ts";
import {
	type Arrived,
	nameAddress,
	receiving,
	tokenOf,
	workWebhooks,
} from "../../test/support/webhooks.ts";
import { listMailbox } from "../store/messages.ts";
import { countMissed, findWebhook, listLog } from "../store/webhooks.ts";
import type { PostAnswer } from "../webhooks/post.ts";
import { revokeToken } from "./api-tokens.ts";
import { openInEmergency, sealDifference } from "./seal-difference.ts";
import { sendDueWebhooks, sendWebhooks } from "./send-webhooks.ts";
import { sweep } from "./sweep.ts";
import { tellWebhooks } from "./tell-webhooks.ts";
import {
	changeSecret,
	changeWebhook,
	makeWebhook,
	removeWebhook,
	sendAgain,
	sendMissed,
	stopWebhook,
	tryWebhook,
} from "./webhooks.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
// Those of the partnerships of other tests on this database would be sent theirs too.
afterEach(async () => {
	await office.db.deleteFrom("webhook").execute();
});
const refusal = (code: string) => expect.objectContaining({ code });
const typesOf = (arrived: readonly Arrived[]) => arrived.map(({ type }) => type);
const log = async (viewer: (typeof office.people)["teacher"], id: string) =>
	(await listLog(office.serving, viewer, id, { page: 1, pageSize: 100 })).rows;
const waiting = async () =>
	Number(
		(
			await office.db
				.selectFrom("webhook_event")
				.where("state", "=", "waiting")
				.select(({ fn }) => fn.countAll<string>().as("many"))
				.executeTakeFirstOrThrow()
		).many,
	);

describe("what an address is told", () => {
	test("is that it happened, when and where to read more, signed, and not a word more", async () => {
		const { people } = office;
		const arrived = receiving(office);
		const { secret } = await nameAddress(office, people.teacher, { kinds: ["difference.raised"] });
		const difference = await raiseByTeacher(office);
		await workWebhooks(office);
		expect(arrived).toHaveLength(1);
		const [told] = arrived as [Arrived];
		expect(JSON.parse(told.body)).toEqual({
			type: "difference.raised",
			timestamp: "2026-03-26T10:00:00.000Z",
			data: {
				difference,
				reference: await referenceOf(office, difference),
				href: `/api/v1/differences/${difference}`,
			},
		});
		expect(told.headers["webhook-id"]).toMatch(/^msg_[\da-f-]{36}$/);
		await expect(
			verifyWebhook(secret, new Headers(told.headers), told.body, new Date("2026-03-26T10:00:00Z")),
		).resolves.toBeUndefined();
	});

	test("is each kind as its person may know it, through the stages of a difference", async () => {
		const { people, app, at, partnershipId } = office;
		const arrived = receiving(office);
		await nameAddress(office, people.teacher, { address: "https://school.example/" });
		await nameAddress(office, people.director, { address: "https://care.example/" });
		await nameAddress(office, people.officer, { address: "https://police.example/" });
		const told = async () => {
			await workWebhooks(office);
			return arrived
				.splice(0)
				.map(({ address, type }) => `${new URL(address).host} ${type}`)
				.sort();
		};
		const difference = await raiseByTeacher(office);
		expect(await told()).toEqual([
			"school.example difference.changed",
			"school.example difference.raised",
			"school.example step.opened",
		]);
		await toFormal(office, difference, "sign-off");
		expect((await told()).filter((each) => !each.startsWith("school"))).toEqual([]);
		await doStep(
			office,
			difference,
			people.businessUnit,
			"formal-resolution.forward",
			"forwarded",
			{
				"sent-to": { id: people.director.id },
			},
		);
		expect(await told()).toEqual([
			"care.example difference.changed",
			"care.example difference.received",
			"care.example form.sent",
			"care.example step.opened",
			"school.example difference.changed",
		]);
		at("2026-04-20T10:00");
		await sweep(app, partnershipId);
		expect(await told()).toEqual(
			expect.arrayContaining(["care.example clock.ran-out", "school.example clock.ran-out"]),
		);
		await doStep(office, difference, people.director, "formal-resolution.respond", "responded", {
			position: "agree",
			response: "We visit",
		});
		expect(await told()).toContain("school.example difference.changed");
		await doStep(office, difference, people.headteacher, "formal-resolution.consider", "resolved", {
			satisfied: "They visit",
		});
		expect(await told()).toContain("school.example difference.ended");
	});

	test("is nothing of a kind that it did not ask for, and of an act nobody hears twice", async () => {
		const { people, app, partnershipId } = office;
		const arrived = receiving(office);
		await nameAddress(office, people.teacher, { kinds: ["step.opened"] });
		const difference = await raiseByTeacher(office);
		await workWebhooks(office);
		expect(typesOf(arrived)).toEqual(["step.opened"]);
		expect(JSON.parse(arrived[0]?.body ?? "").data.href).toBe(
			`/api/v1/differences/${difference}/steps/early-resolution.talk`,
		);
		await tellWebhooks(app, { partnershipId, differenceId: difference, from: 1, to: 100 });
		await workWebhooks(office);
		expect(arrived).toHaveLength(1);
	});

	test("asks one question of the database in an act, and where nobody is told queues nothing", async () => {
		await raiseByTeacher(office);
		expect(office.queued.filter(({ name }) => name === "tell-webhooks")).toEqual([]);
		await nameAddress(office, office.people.officer);
		await raiseByTeacher(office);
		expect(office.queued.filter(({ name }) => name === "tell-webhooks")).toHaveLength(1);
	});
});

describe("nothing goes to whoever may not know it when it is sent", () => {
	/** The teacher is told of what they raised, but nothing was sent yet. */
	async function toldNotSent() {
		const named = await nameAddress(office, office.people.teacher, {
			kinds: ["difference.changed"],
		});
		const difference = await raisedTo(office, "raise");
		const jobs = office.queued.splice(0);
		for (const job of jobs)
			if (job.name === "tell-webhooks") await tellWebhooks(office.app, job.data);
		expect(await waiting()).toBeGreaterThan(0);
		return { ...named, difference };
	}

	test("a token that was revoked", async () => {
		const { app, people } = office;
		const arrived = receiving(office);
		const { token, difference } = await toldNotSent();
		await revokeToken(app, people.teacher, token.id);
		await workWebhooks(office);
		expect(arrived).toEqual([]);
		expect(await waiting()).toBe(0);
		await doStep(office, difference, people.headteacher, "formal-resolution.sign-off", "signed");
		await workWebhooks(office);
		expect(arrived).toEqual([]);
	});

	test("a token that has expired", async () => {
		const arrived = receiving(office);
		await toldNotSent();
		office.at("2026-04-26T10:00");
		await workWebhooks(office);
		expect(arrived).toEqual([]);
		expect(await waiting()).toBe(0);
	});

	test("somebody who has left", async () => {
		const { db, people } = office;
		const arrived = receiving(office);
		await toldNotSent();
		await db
			.updateTable("person")
			.set({ left_at: "2026-03-26T09:00:00Z" })
			.where("id", "=", people.teacher.id)
			.execute();
		await workWebhooks(office);
		expect(arrived).toEqual([]);
		expect(await waiting()).toBe(0);
	});

	test("somebody who has another post by now, for whose office a password is not enough", async () => {
		const { app, db, people } = office;
		const arrived = receiving(office);
		await toldNotSent();
		app.rehearsal = false;
		await db.updateTable("api_token").set({ second_factor: false }).execute();
		await db
			.updateTable("person")
			.set({ offices: ["business-unit"] })
			.where("id", "=", people.teacher.id)
			.execute();
		await workWebhooks(office);
		expect(arrived).toEqual([]);
	});

	test("a difference of which they read nothing any more", async () => {
		const { db, people, agencies } = office;
		const arrived = receiving(office);
		const { webhook } = await toldNotSent();
		await db
			.updateTable("person")
			.set({ agency_id: agencies.police })
			.where("id", "=", people.teacher.id)
			.execute();
		await db.deleteFrom("difference_person").where("person_id", "=", people.teacher.id).execute();
		await workWebhooks(office);
		expect(arrived).toEqual([]);
		// Nothing shows that there was something.
		expect(await log({ ...people.teacher, agencyId: agencies.police }, webhook.id)).toEqual([]);
		expect(await waiting()).toBe(0);
	});

	test("a difference that was sealed, of which the log says nothing either", async () => {
		const { app, people } = office;
		const arrived = receiving(office);
		const { webhook } = await nameAddress(office, people.safeguardingLead);
		const difference = await raisedTo(office, "raise");
		await workWebhooks(office);
		expect(arrived.length).toBeGreaterThan(0);
		expect((await log(people.safeguardingLead, webhook.id)).length).toBe(arrived.length);
		arrived.splice(0);
		await sealDifference(
			app,
			{ difference, by: people.headteacher, key: freshKey() },
			{
				to: [people.teacher.id, people.headteacher.id],
				answers: { "sealed-because": "Somebody of the school is named" },
			},
		);
		await doStep(office, difference, people.headteacher, "formal-resolution.sign-off", "signed");
		await workWebhooks(office);
		expect(arrived).toEqual([]);
		expect(await log(people.safeguardingLead, webhook.id)).toEqual([]);
		// Opened in an emergency, it is read by them and told to no program of theirs.
		await openInEmergency(
			app,
			{ difference, by: people.safeguardingLead, key: freshKey() },
			{ answers: { "glass-because": "The child is missing" } },
		);
		await workWebhooks(office);
		expect(arrived).toEqual([]);
	});
});

describe("an address that takes nothing", () => {
	test("is tried again, further apart each time, until it is given up; each try is in the log", async () => {
		const { app, people, at } = office;
		const arrived = receiving(office, () => ({ status: 500 }));
		const { webhook } = await nameAddress(office, people.teacher, { kinds: ["difference.raised"] });
		await raiseByTeacher(office);
		await workWebhooks(office);
		const begun = app.clock();
		const minutes = [1, 6, 36, 156, 456, 1056, 1896, 3096, 4319];
		for (const [tries, after] of minutes.entries()) {
			expect(arrived).toHaveLength(tries + 1);
			at(localTime(begun.add({ seconds: after * 60 - 1 })));
			await sendDueWebhooks(app);
			await workWebhooks(office);
			expect(arrived, `just before try ${tries + 2}`).toHaveLength(tries + 1);
			at(localTime(begun.add({ minutes: after })));
			await sendDueWebhooks(app);
			await workWebhooks(office);
			if (tries === 7) break;
		}
		expect(arrived).toHaveLength(9);
		// One message is the same each time.
		expect(new Set(arrived.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
		const [row] = await log(people.teacher, webhook.id);
		expect(row?.attempts.map(({ status }) => status)).toEqual(Array(9).fill(500));
		expect(row?.attempts[1]?.at).toBe("2026-03-26T10:01:00Z");
	});

	test("for three days is told nothing more, and its owner is mailed, once and without a name", async () => {
		const { app, people, at, serving } = office;
		const arrived = receiving(office, () => ({ problem: "not-reached" }));
		const { webhook } = await nameAddress(office, people.teacher);
		await raiseByTeacher(office);
		await workWebhooks(office);
		for (const moment of ["2026-03-27T10:00", "2026-03-29T09:59", "2026-03-30T10:00"]) {
			at(moment);
			await sendDueWebhooks(app);
			await workWebhooks(office);
		}
		expect(await findWebhook(serving, { personId: people.teacher.id }, webhook.id)).toMatchObject({
			state: "failing",
		});
		const many = arrived.length;
		at("2026-04-02T10:00");
		await raiseByTeacher(office);
		await sendDueWebhooks(app);
		await workWebhooks(office);
		expect(arrived).toHaveLength(many);
		const mails = (await listMailbox(serving, people.administrator, 100)).filter(
			({ notice }) => (notice as { news?: string }).news === "webhook-paused",
		);
		expect(mails).toHaveLength(1);
		expect(mails[0]?.toPerson).toBe(people.teacher.id);
		expect(JSON.stringify(mails[0]?.notice)).not.toMatch(/school\.example|School system|C1-/);
		// Told again, it hears at once what waited.
		receiving(office);
		await changeWebhook(app, { personId: people.teacher.id }, webhook.id, { isPaused: false });
		expect(await waiting()).toBeGreaterThan(0);
		await workWebhooks(office);
		expect(await waiting()).toBe(0);
	});

	test("and says that it is gone is told nothing more at once", async () => {
		const { people, serving } = office;
		const arrived = receiving(office, () => ({ status: 410 }));
		const { webhook } = await nameAddress(office, people.teacher);
		await raiseByTeacher(office);
		await workWebhooks(office);
		// Those that were under way together.
		expect(arrived.length).toBeLessThanOrEqual(5);
		expect(await findWebhook(serving, { personId: people.teacher.id }, webhook.id)).toMatchObject({
			state: "failing",
		});
	});

	test("and does not answer rests, with all that waits for it; others are sent theirs", async () => {
		const { app, people, at } = office;
		const arrived = receiving(office, ({ address }) =>
			address.includes("hangs") ? { problem: "timed-out" } : { status: 200 },
		);
		await nameAddress(office, people.teacher, { address: "https://hangs.example/" });
		await nameAddress(office, people.headteacher, { address: "https://well.example/" });
		const raised = await Promise.all(Array.from({ length: 4 }, () => raiseByTeacher(office)));
		await workWebhooks(office);
		const to = (host: string) => arrived.filter(({ address }) => address.includes(host)).length;
		expect(to("well")).toBeGreaterThanOrEqual(raised.length);
		expect(to("hangs")).toBe(5);
		await sendDueWebhooks(app);
		await workWebhooks(office);
		expect(to("hangs")).toBe(5);
		at("2026-03-26T10:06");
		await sendDueWebhooks(app);
		await workWebhooks(office);
		expect(to("hangs")).toBe(10);
	});

	test("and asks to be left alone is, with all that waits for it, for as long as it says", async () => {
		const { people } = office;
		let answer: PostAnswer = { status: 503, retryAfter: "7200" };
		const arrived = receiving(office, () => answer);
		const { webhook } = await nameAddress(office, people.teacher, {
			kinds: ["difference.raised"],
		});
		await raiseByTeacher(office);
		await workWebhooks(office);
		expect(arrived).toHaveLength(1);
		// Another happens, and nothing is sent before two hours are over: neither this nor that.
		await raiseByTeacher(office);
		await workWebhooks(office);
		office.at("2026-03-26T11:59");
		await sendDueWebhooks(office.app);
		await workWebhooks(office);
		expect(arrived).toHaveLength(1);
		answer = { status: 200 };
		office.at("2026-03-26T12:01");
		await sendDueWebhooks(office.app);
		await workWebhooks(office);
		expect(arrived).toHaveLength(3);
		expect((await log(people.teacher, webhook.id)).map(({ state }) => state)).toEqual([
			"sent",
			"sent",
		]);
	});

	test("gets what happened while it was paused in one act, counted first, as far as it may still be known", async () => {
		const { app, people } = office;
		const arrived = receiving(office);
		const { webhook } = await nameAddress(office, people.safeguardingLead, {
			kinds: ["difference.raised"],
		});
		const whose = { personId: people.safeguardingLead.id };
		await changeWebhook(app, whose, webhook.id, { isPaused: true });
		const first = await raiseByTeacher(office);
		const second = await raiseByTeacher(office);
		await workWebhooks(office);
		expect(arrived).toEqual([]);
		const count = () => countMissed(app.db, people.safeguardingLead, webhook.id);
		expect(await count()).toBe(2);
		await expect(sendMissed(app, people.safeguardingLead, whose, webhook.id)).rejects.toThrow(
			"Let it be told again first",
		);
		// One of them is sealed from them meanwhile: it is not counted, and not sent.
		await sealDifference(
			app,
			{ difference: second, by: people.headteacher, key: freshKey() },
			{ to: [people.teacher.id], answers: { "sealed-because": "Somebody is named" } },
		);
		expect(await count()).toBe(1);
		await changeWebhook(app, whose, webhook.id, { isPaused: false });
		expect(await sendMissed(app, people.safeguardingLead, whose, webhook.id)).toBe(1);
		await workWebhooks(office);
		expect(arrived.map(({ body }) => JSON.parse(body).data.difference)).toEqual([first]);
		expect(await count()).toBe(0);
		expect(await sendMissed(app, people.teacher, { personId: people.teacher.id }, webhook.id)).toBe(
			undefined,
		);
	});

	test("whose secret was changed is told with both for a day, and then with the new one alone", async () => {
		const { app, people } = office;
		const arrived = receiving(office);
		const { webhook, secret: before } = await nameAddress(office, people.teacher);
		const whose = { personId: people.teacher.id };
		const key = freshKey();
		const changed = await changeSecret(app, whose, webhook.id, key);
		const secret = changed?.secret ?? "";
		expect(secret).not.toBe(before);
		expect((await changeSecret(app, whose, webhook.id, key))?.secret).toBe(secret);
		const holds = async (known: string) => {
			const { headers, body } = arrived.at(-1) ?? { headers: {}, body: "" };
			const now = new Date(app.clock().epochMilliseconds);
			return verifyWebhook(known, new Headers(headers), body, now).then(
				() => true,
				() => false,
			);
		};
		await tryWebhook(app, whose, webhook.id);
		await workWebhooks(office);
		expect([await holds(secret), await holds(before)]).toEqual([true, true]);
		office.at("2026-03-27T10:00");
		await tryWebhook(app, whose, webhook.id);
		await workWebhooks(office);
		expect([await holds(secret), await holds(before)]).toEqual([true, false]);
		const others = { personId: people.headteacher.id };
		expect(await changeSecret(app, others, webhook.id, freshKey())).toBe(undefined);
	});

	test("is sent to by one at a time", async () => {
		const { app, people, queued } = office;
		let most = 0;
		let now = 0;
		let runs = 0;
		receiving(office, async () => {
			most = Math.max(most, ++now);
			if (runs++ === 0)
				expect(await sendWebhooks(app, named.webhook.id), "somebody else, meanwhile").toBe(0);
			now--;
			return { status: 200 };
		});
		const named = await nameAddress(office, people.teacher);
		await Promise.all(Array.from({ length: 8 }, () => raiseByTeacher(office)));
		const tells = queued.splice(0);
		for (const job of tells) if (job.name === "tell-webhooks") await tellWebhooks(app, job.data);
		queued.splice(0);
		expect(await sendWebhooks(app, named.webhook.id)).toBe(24);
		expect(most).toBeLessThanOrEqual(5);
	});
});

describe("whoever has the token", () => {
	test("sends again what is in the log, whatever came of it", async () => {
		const { app, people } = office;
		const arrived = receiving(office);
		const { webhook, token } = await nameAddress(office, people.teacher, {
			kinds: ["difference.raised"],
		});
		await raiseByTeacher(office);
		await workWebhooks(office);
		const [row] = await log(people.teacher, webhook.id);
		expect(row?.state).toBe("sent");
		const whose = { tokenId: token.id };
		expect(await sendAgain(app, whose, webhook.id, row?.id ?? "")).toBe(true);
		await workWebhooks(office);
		expect(arrived).toHaveLength(2);
		expect(arrived[0]?.headers["webhook-id"]).toBe(arrived[1]?.headers["webhook-id"]);
		expect((await log(people.teacher, webhook.id))[0]?.attempts).toHaveLength(2);
		expect(await sendAgain(app, whose, webhook.id, freshKey())).toBe(false);
	});

	test("names only an address that can be told, by https, of something, and not too many", async () => {
		const { app, people } = office;
		receiving(office);
		const token = await tokenOf(office, people.teacher);
		const make = (address: string, kinds = ["difference.ended" as const]) =>
			makeWebhook(app, people.teacher, token, { address, kinds });
		for (const wrong of [
			"",
			"school",
			"ftp://school.example/",
			"http://school.example/",
			"https://me:secret@school.example/",
			"https://school.example/#there",
			`https://school.example/${"a".repeat(500)}`,
			"javascript:alert(1)",
			"file:///etc/passwd",
		])
			await expect(make(wrong), wrong).rejects.toEqual(refusal("wrong-address"));
		await expect(make("https://school.example/", [])).rejects.toEqual(refusal("no-scope"));
		for (let nth = 0; nth < 10; nth++) await make(`https://school.example/${nth}`);
		await expect(make("https://school.example/")).rejects.toEqual(refusal("too-many-webhooks"));
		const readsNothing = await tokenOf(office, people.headteacher, ["webhooks:manage"]);
		await expect(
			makeWebhook(app, people.headteacher, readsNothing, {
				address: "https://school.example/",
				kinds: ["difference.ended"],
			}),
		).rejects.toEqual(refusal("no-scope"));
	});

	test("asks twice with one key and has one address, with the same secret", async () => {
		const { app, people } = office;
		receiving(office);
		const token = await tokenOf(office, people.teacher);
		const id = freshKey();
		const given = { id, address: "https://school.example/", kinds: ["difference.ended" as const] };
		const first = await makeWebhook(app, people.teacher, token, given);
		expect(await makeWebhook(app, people.teacher, token, given)).toEqual(first);
		await expect(
			makeWebhook(app, people.teacher, token, { ...given, address: "https://other.example/" }),
		).rejects.toEqual(refusal("sent-before"));
	});

	test("keeps the secret nowhere in plain", async () => {
		receiving(office);
		const { secret } = await nameAddress(office, office.people.teacher);
		const [row] = await office.db.selectFrom("webhook").selectAll().execute();
		const kept = JSON.stringify({ ...row, sealed: row?.secret_sealed.toString("latin1") });
		expect(kept).not.toContain(secret.slice(6, 20));
	});

	test("takes an address away, and its log; another’s they neither change nor take away", async () => {
		const { app, people, serving } = office;
		const arrived = receiving(office);
		const { webhook } = await nameAddress(office, people.teacher);
		await raiseByTeacher(office);
		const others = { personId: people.headteacher.id };
		expect(await removeWebhook(app, others, webhook.id)).toBe(false);
		expect(await changeWebhook(app, others, webhook.id, { isPaused: true })).toBeUndefined();
		expect(await stopWebhook(app, people.headteacher, webhook.id)).toBe(false);
		expect(await removeWebhook(app, { personId: people.teacher.id }, webhook.id)).toBe(true);
		await workWebhooks(office);
		expect(arrived).toEqual([]);
		expect(await serving.selectFrom("webhook_event").selectAll().execute()).toEqual([]);
	});

	test("hears no more once an administrator stopped it, and cannot undo that", async () => {
		const { app, people } = office;
		const arrived = receiving(office);
		const { webhook } = await nameAddress(office, people.teacher);
		expect(await stopWebhook(app, people.administrator, webhook.id)).toBe(true);
		await raiseByTeacher(office);
		await workWebhooks(office);
		expect(arrived).toEqual([]);
		await expect(
			changeWebhook(app, { personId: people.teacher.id }, webhook.id, { isPaused: false }),
		).rejects.toEqual(refusal("not-told-now"));
	});
});

const localTime = (instant: Temporal.Instant) =>
	instant.toZonedDateTimeISO("Europe/London").toPlainDateTime().toString();
