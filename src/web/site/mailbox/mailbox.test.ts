import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { raiseByTeacher, talkInVain } from "../../../../test/support/partnership.ts";
import { stranger } from "../../../../test/support/visitor.ts";
import { transact } from "../../../store/db.ts";
import { addMessages, listMailbox } from "../../../store/messages.ts";

const partnership = officeForAll();

const mailbox = "/rehearsal/mailbox";

/** The page as the Business Unit sees it. */
async function mailboxPage(query = ""): Promise<string> {
	const page = await partnership.read(partnership.people.businessUnit, mailbox + query);
	expect(page.statusCode).toBe(200);
	return page.body;
}

/** The teacher raises one and does not settle it; their lead is told that it is their turn. */
const tellTheLead = async () =>
	talkInVain(partnership, await raiseByTeacher(partnership), {
		"why-not-resolved": "He came without a coat",
	});

/** As many messages more, like the first one. */
const sendAgain = (times: number) =>
	transact(partnership.db, async (trx) => {
		const [first] = await listMailbox(trx, partnership.people.teacher, 1);
		if (!first) throw new Error("There is no message yet");
		await addMessages(
			trx,
			partnership.partnershipId,
			first.createdAt,
			Array.from({ length: times }, () => ({ ...first, id: randomUUID() })),
		);
	});

test("before anything happened it says when messages come", async () => {
	expect(await mailboxPage()).toContain("No messages yet");
});

test("each message stands as it would be read, with its recipient, and never a child or a story", async () => {
	await tellTheLead();
	const page = await mailboxPage();
	expect(page).toContain("10am on Thursday 26 March 2026 to Carys Pugh");
	expect(page).toContain("safeguardinglead.1@example.org");
	expect(page).toContain("Dear Carys Pugh");
	expect(page).toContain("It is your turn on professional difference C1-");
	expect(page).not.toContain("Canary");
	expect(page).not.toContain("coat");
});

test("the newest come first, fifty of them, and older ones on asking", async () => {
	await sendAgain(50);
	partnership.at("2026-03-26T11:30");
	await tellTheLead();
	const page = await mailboxPage();
	expect(page.match(/Dear Carys Pugh/g)).toHaveLength(50);
	expect(page.indexOf("11:30am on Thursday 26 March 2026")).toBeGreaterThan(0);
	expect(page.indexOf("11:30am on Thursday 26 March 2026")).toBeLessThan(
		page.indexOf("10am on Thursday 26 March 2026 to"),
	);
	expect(page).toContain(`href="${mailbox}?most=100"`);
	const all = await mailboxPage("?most=100");
	expect(all.match(/Dear Carys Pugh/g)).toHaveLength(52);
	expect(all).not.toContain("Show older messages");
	expect((await mailboxPage("?most=lots")).match(/Dear Carys/g)).toHaveLength(50);
});

test("strangers are asked to sign in, and outside a rehearsal there is no mailbox", async () => {
	expect((await stranger(partnership.web()).get(mailbox)).headers.location).toBe(
		`/sign-in?then=${encodeURIComponent(mailbox)}`,
	);
	const real = partnership.serve({}, { rehearsal: false });
	expect((await stranger(real).get(mailbox)).statusCode).toBe(404);
});
