import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import { raisedTo } from "../../test/support/partnership.ts";
import { type Message, Undeliverable } from "../mail/transport.ts";
import { listUndelivered } from "../store/messages.ts";
import type { Job } from "./app.ts";
import { giveUpMessage, sendMessage } from "./send-message.ts";
import { correctAddress, noteTold } from "./update-contact.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
let sent: Message[];
/** What the mail server does with a mail. */
let server: (message: Message) => Promise<void>;

beforeEach(async () => {
	sent = [];
	server = async (message) => {
		sent.push(message);
	};
	partnership.app.mail = { send: (message) => server(message) };
	await raisedTo(partnership, "sign-off");
});

/** Sends everything that was queued and not sent before. */
async function sendAll(): Promise<void> {
	for (const job of partnership.queued.splice(0))
		await sendMessage(partnership.app, messageOf(job));
}
const messageOf = (job: Job | undefined) => (job?.name === "send-mail" ? job.data.messageId : "");
const undelivered = () => listUndelivered(partnership.db, partnership.people.businessUnit);

test("an address that the mail server refuses for good shows to the Business Unit, with what it was about and since when", async () => {
	server = async ({ to }) => {
		if (to.startsWith("headteacher")) throw new Undeliverable(550, "No such user");
		sent.push({} as Message);
	};
	await sendAll();
	expect(await undelivered()).toEqual([
		expect.objectContaining({
			name: "Dilip Rao",
			since: expect.stringMatching(/^2026-03-30T/),
			references: [expect.stringMatching(/^[A-Z]/)],
		}),
	]);
	expect(sent.length).toBeGreaterThan(0);
});

test("the office learns of no difference by it that it does not know: whom mail does not reach, and nothing more", async () => {
	partnership.queued.length = 0;
	const _hidden = await raisedTo(partnership, "raise");
	server = async () => {
		throw new Undeliverable(550, "No such user");
	};
	await sendAll();
	const unreached = await undelivered();
	expect(unreached.map(({ name }) => name)).toContain("Dilip Rao");
	expect(unreached.flatMap(({ references }) => references)).toEqual([]);
});

test("a fault of the moment is tried again, and shows to nobody", async () => {
	server = async () => {
		throw new Error("Greylisted, come back later");
	};
	const [job] = partnership.queued;
	await expect(sendMessage(partnership.app, messageOf(job))).rejects.toThrow("Greylisted");
	expect(await undelivered()).toEqual([]);
});

test("what did not arrive goes again once the address is put right", async () => {
	server = async () => {
		throw new Undeliverable(550, "No such user");
	};
	await sendAll();
	server = async (message) => {
		sent.push(message);
	};
	const { app, people } = partnership;
	// That the form was for them to sign, and that the Business Unit has it.
	expect(
		await correctAddress(app, people.businessUnit, people.headteacher.id, "head@oakfield.example"),
	).toBe(2);
	await sendAll();
	expect(sent.map(({ to }) => to)).toEqual(["head@oakfield.example", "head@oakfield.example"]);
	expect((await undelivered()).map(({ name }) => name)).not.toContain("Dilip Rao");
});

test("only the Business Unit puts an address right, and not to one that somebody else has", async () => {
	const { app, people } = partnership;
	expect(
		await correctAddress(app, people.headteacher, people.teacher.id, "a@oakfield.example"),
	).toBeUndefined();
	await expect(
		correctAddress(
			app,
			people.businessUnit,
			people.teacher.id,
			people.headteacher.email.toUpperCase(),
		),
	).rejects.toMatchObject({ code: "address-taken" });
});

test("the address of somebody who has left is theirs for ever", async () => {
	const { app, people } = partnership;
	await sql`update person set left_at = now() where id = ${people.officer.id}`.execute(
		partnership.db,
	);
	await expect(
		correctAddress(app, people.businessUnit, people.teacher.id, people.officer.email),
	).rejects.toMatchObject({ code: "address-taken" });
});

test("a message that came back afterwards, or was tried for a day, shows until the office has dealt with it", async () => {
	const [job] = partnership.queued;
	const messageId = messageOf(job);
	await sendAll();
	expect(await giveUpMessage(partnership.app, messageId, "It came back (5.1.1)")).toBe(true);
	const [first] = await undelivered();
	expect(first?.name).toBe("Dilip Rao");
	const told = (shownAt: string) =>
		noteTold(partnership.app, partnership.people.businessUnit, first?.personId ?? "", shownAt);
	// It failed after the page was shown on which they say so.
	await told(new Date(Date.parse(first?.since ?? "") - 1000).toISOString());
	expect(await undelivered()).toHaveLength(1);
	await told(first?.since ?? "");
	expect(await undelivered()).toEqual([]);
});
