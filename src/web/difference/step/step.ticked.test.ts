import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { raiseDifference } from "../../../../src/actions/raise-difference.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey, testPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../test/support/visitor.ts";
import { projectRoot } from "../../../project-root.ts";

const text = readFileSync(join(projectRoot, "test/language/follow-up-ticked.yaml"), "utf8");
const partnership = officeForEach({
	at: "2026-06-01T10:00",
	make: (db, number) => testPartnership(db, number, [text]),
});
let manager: Visitor;
let page: Seen;

beforeEach(async () => {
	const { app, people, agencies } = partnership;
	const id = await raiseDifference(app, people.teacher, {
		key: freshKey(),
		protocol: "follow-up-ticked",
		receivingAgency: agencies.socialCare,
		answers: { issue: "The plan" },
		urgentContacts: [],
	});
	manager = await partnership.visitor(people.teamManager);
	page = await manager.open(`/differences/${id}/steps/reply.reply`);
});

test("a follow-up to one checkbox stands under it, and its own follow-up under its option", async () => {
	expect(await faultsIn(page.body)).toEqual([]);
	expect(page.body).toMatch(
		/id="conditional-wrong-with"[\s\S]*Only if you chose “The plan”[\s\S]*Which plan[\s\S]*id="conditional-which-plan-2"[\s\S]*Which other plan/,
	);
});

test("a follow-up to several checkboxes stands below them and says when it is asked", () => {
	expect(page.words).toContain(
		"Who was not there? Only if “What went wrong?” includes “The meeting” or “The visit”.",
	);
});

test("a follow-up must be answered where its checkbox is ticked, whatever else is", async () => {
	const wrong = await manager.send(page, {
		"wrong-with": ["plan", "visit"],
		"which-plan": "other",
	});
	expect(wrong.status).toBe(422);
	expect(wrong.words).toContain("Enter an answer to “Which other plan?”");
	expect(wrong.words).toContain("Enter an answer to “Who was not there?”");
	expect(wrong.form["wrong-with"]).toEqual(expect.arrayContaining(["plan", "visit"]));
	expect(await faultsIn(wrong.body)).toEqual([]);
});

test("a follow-up whose checkbox is not ticked is neither required nor kept", async () => {
	const done = await manager.sendAndConfirm(page, {
		"wrong-with": ["meeting"],
		"which-plan": "other",
		"which-other": "CANARY",
		"who-was-not-there": "The nurse",
	});
	expect(done.url).toContain("?done=");
	expect(done.words).toContain("The nurse");
	expect(done.words).not.toContain("CANARY");
	expect(done.words).not.toContain("Which plan?");
});
