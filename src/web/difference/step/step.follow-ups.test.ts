import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { raiseDifference } from "../../../../src/actions/raise-difference.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey, testPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../test/support/visitor.ts";
import { projectRoot } from "../../../project-root.ts";

const text = readFileSync(join(projectRoot, "test/language/follow-up.yaml"), "utf8");
const partnership = officeForEach({
	at: "2026-06-01T10:00",
	make: (db, number) => testPartnership(db, number, [text]),
});
let id: string;

beforeEach(async () => {
	const { app, people, agencies } = partnership;
	id = await raiseDifference(app, people.teacher, {
		key: freshKey(),
		protocol: "follow-up",
		receivingAgency: agencies.socialCare,
		answers: { issue: "The plan", safe: "for-now", "safe-until": "2026-06-20" },
		urgentContacts: [],
	});
});

const open = async (person: "teacher" | "teamManager", step: string): Promise<[Visitor, Seen]> => {
	const visitor = await partnership.visitor(partnership.people[person]);
	return [visitor, await visitor.open(`/differences/${id}/steps/${step}`)];
};

test("a follow-up stands under its option, or says when it is asked, in valid HTML", async () => {
	const [, page] = await open("teamManager", "reply.reply");
	expect(await faultsIn(page.body)).toEqual([]);
	expect(page.body).toMatch(
		/data-aria-controls="conditional-agreed"[\s\S]*What will you do by then/,
	);
	expect(page.words).toContain("Why not? Only if “Do you agree?” is “No” or “In part”.");
});

test("a follow-up must be answered where its question is answered so, and what was typed is kept", async () => {
	const [manager, page] = await open("teamManager", "reply.reply");
	const wrong = await manager.send(page, { agreed: "in-part", plan: "Talk" });
	expect(wrong.status).toBe(422);
	expect(wrong.words).toContain("Enter an answer to “Why not?”");
	expect(wrong.words).not.toContain("Enter an answer to “What will you do by then?”");
	expect(wrong.body).toContain('href="#why"');
	expect(wrong.form.plan).toEqual(["Talk"]);
	expect(await faultsIn(wrong.body)).toEqual([]);
});

test("a follow-up whose question is answered otherwise is not kept, and stands on no page or form", async () => {
	const [manager, page] = await open("teamManager", "reply.reply");
	const done = await manager.sendAndConfirm(page, { agreed: "yes", why: "CANARY", plan: "Talk" });
	expect(done.url).toContain("?done=");
	const form = await manager.open(`/differences/${id}/form`);
	for (const each of [done, form]) {
		expect(each.words).toContain("What will you do by then?");
		expect(each.words).not.toContain("Why not?");
		expect(each.words).not.toContain("CANARY");
	}
});

test("a follow-up to what was answered before, or to another way to begin, is not asked here", async () => {
	const [manager, reply] = await open("teamManager", "reply.reply");
	await manager.sendAndConfirm(reply, { agreed: "no", why: "Not yet" });
	const [, page] = await open("teacher", "reply.weigh");
	expect(page.words).not.toContain("How was it urgent?");
	expect(page.words).toContain("What will you do next?");
});
