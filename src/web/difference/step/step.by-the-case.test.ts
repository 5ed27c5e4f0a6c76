import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { raiseDifference } from "../../../../src/actions/raise-difference.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey, testPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { projectRoot } from "../../../project-root.ts";

const text = readFileSync(join(projectRoot, "test/language/recipient.yaml"), "utf8");
const partnership = officeForEach({
	at: "2026-06-01T10:00",
	make: (db, number) => testPartnership(db, number, [text]),
});

test("who is copied in only in some cases is named with the case, before the answer that decides it", async () => {
	const { app, people, agencies } = partnership;
	const id = await raiseDifference(app, people.teacher, {
		key: freshKey(),
		protocol: "recipient",
		receivingAgency: agencies.socialCare,
		answers: { issue: "The plan", about: "adult" },
		urgentContacts: [],
	});
	const manager = await partnership.visitor(people.teamManager);
	const page = await manager.open(`/differences/${id}/steps/reply.reply`);
	expect(page.words).toContain(
		"If “Do you agree?” is “No” and “Whom is it about?” is “An adult”, the board is told, and can read where it stands and what was chosen.",
	);
	expect(await faultsIn(page.body)).toEqual([]);
	const done = await manager.sendAndConfirm(page, { agreed: "yes", answer: "We agree" });
	expect(done.url).toContain("?done=");
	expect(done.words).not.toContain("board");
});
