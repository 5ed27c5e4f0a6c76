import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { raiseDifference } from "../../../../src/actions/raise-difference.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey, testPartnership } from "../../../../test/support/partnership.ts";
import { projectRoot } from "../../../project-root.ts";
import { listMailbox } from "../../../store/messages.ts";

const text = readFileSync(join(projectRoot, "test/language/words-by-the-case.yaml"), "utf8");
const partnership = officeForEach({
	at: "2026-06-01T10:00",
	make: (db, number) => testPartnership(db, number, [text]),
});
const either = "Children’s conference or Adults’ conference";
let id: string;

beforeEach(async () => {
	const { app, people, agencies } = partnership;
	id = await raiseDifference(app, people.teacher, {
		key: freshKey(),
		protocol: "words-by-the-case",
		receivingAgency: agencies.socialCare,
		answers: { issue: "The plan", about: "adult" },
		urgentContacts: [],
	});
});

test("its pages and lists call a stage as its case is", async () => {
	const { people, words } = partnership;
	for (const url of [`/differences/${id}`, "/differences"]) {
		const says = (await words(people.teacher, url)).replaceAll(either, "");
		expect(says).toContain("Adults’ conference");
		expect(says).not.toContain("Children’s conference");
	}
});

test("whoever does not know the case reads no word of it, on no page and in no mail", async () => {
	const { people, db, words } = partnership;
	for (const url of [
		`/differences/${id}`,
		"/differences",
		"/",
		`/differences/${id}/steps/talk.reply`,
	]) {
		const says = await words(people.teamManager, url);
		expect(says.replaceAll(either, "")).not.toMatch(/adult/i);
		if (url !== "/") expect(says).toContain(either);
	}
	const mailed = (await listMailbox(db, people.businessUnit, 50)).filter(
		({ toPerson }) => toPerson === people.teamManager.id,
	);
	expect(JSON.stringify(mailed)).toContain(either);
	expect(JSON.stringify(mailed).replaceAll(either, "")).not.toMatch(/adults/i);
});

test("a letter is the one of its case", async () => {
	const { people, visitor } = partnership;
	const manager = await visitor(people.teamManager);
	const reply = await manager.open(`/differences/${id}/steps/talk.reply`);
	await manager.sendAndConfirm(reply, { reply: "We agree" });
	const says = await partnership.words(people.teacher, `/differences/${id}/steps/talk.write`);
	expect(says).toContain("Dear adult, Stage 1: Adults’ conference: We agree");
	expect(says).not.toContain("Dear parents");
});
