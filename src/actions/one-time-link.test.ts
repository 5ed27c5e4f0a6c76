import { expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import { accountNotice } from "../mail/notices/about-account.ts";
import { transact } from "../store/db.ts";
import { makeOneTimeLink, mintSecret, openOneTimeLink, useOneTimeLink } from "./one-time-link.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { sendMessage } from "./send-message.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });

/** An invitation for the teacher, and what opens it. */
const invited = async () => {
	const { app, db, people } = office;
	return transact(db, async (trx) => {
		const { id } = await makeOneTimeLink(app, trx, {
			kind: "invitation",
			personId: people.teacher.id,
		});
		return mintSecret(trx, id);
	});
};
const open = (secret: string, kind: "invitation" | "new-password" = "invitation") =>
	openOneTimeLink(office.app, office.db, kind, secret);

test("it opens for its week, as often as one looks, and for what it was made for alone", async () => {
	const secret = await invited();
	office.at("2026-04-02T09:59");
	expect(await open(secret)).toMatchObject({ personId: office.people.teacher.id });
	expect(await open(secret)).toMatchObject({ kind: "invitation" });
	expect(await open(secret, "new-password")).toBeUndefined();
	office.at("2026-04-02T11:00");
	expect(await open(secret)).toBe("over");
});

test("it is used once, and a newer one takes its place", async () => {
	const { app, db } = office;
	const first = await invited();
	const second = await invited();
	expect(await open(first)).toBe("over");
	const link = await open(second);
	if (!link || link === "over") throw new Error("It should open");
	expect(await transact(db, (trx) => useOneTimeLink(app, trx, link))).toBe(true);
	expect(await transact(db, (trx) => useOneTimeLink(app, trx, link))).toBe(false);
	expect(await open(second)).toBe("over");
});

test("one that never was opens nothing", async () => {
	await invited();
	expect(await open("")).toBeUndefined();
	expect(await open("A".repeat(32))).toBeUndefined();
});

test("what opens it is in the mail, and nowhere in the database", async () => {
	const { app, db, people, partnershipId } = office;
	const sent: string[] = [];
	const id = await transact(db, async (trx) => {
		const clock = await partnershipClock(app, trx, partnershipId);
		const link = await makeOneTimeLink(app, trx, {
			kind: "invitation",
			personId: people.teacher.id,
		});
		const said = accountNotice(senderOf(app, clock), people.teacher, "invited", {
			path: "/welcome",
			agency: people.teacher.agencyName,
			until: link.until,
		});
		const [message] = await queueMessages(trx, app, clock, [
			{ differenceId: null, to: people.teacher, notice: said, oneTimeLinkId: link.id },
		]);
		return String(message);
	});
	const mail = { send: async ({ text }: { text: string }) => void sent.push(text) };
	await sendMessage({ ...app, mail: mail as never }, id);
	const secret = /\/welcome\/([\w-]{32})/.exec(sent[0] ?? "")?.[1] ?? "";
	expect(await open(secret)).toMatchObject({ personId: people.teacher.id });
	expect(sent[0]).toContain("until 11am on Thursday 2 April 2026");
	const rows = await Promise.all([
		db.selectFrom("message").selectAll().execute(),
		db.selectFrom("one_time_link").selectAll().execute(),
	]);
	expect(JSON.stringify(rows)).not.toContain(secret);
});
