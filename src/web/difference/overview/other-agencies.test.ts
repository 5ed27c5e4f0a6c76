import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { testPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";

const text = readFileSync(
	new URL("../../../../test/language/other-agencies.yaml", import.meta.url),
	"utf8",
);

const partnership = officeForAll({
	at: "2026-03-23T10:00",
	make: (db, number) => testPartnership(db, number, [text]),
});

test("an agency that is chosen as it is raised hears of it when something is sent to it, and then gives its part", async () => {
	const { people, agencies } = partnership;
	const teacher = await partnership.visitor(people.teacher);
	let page = await teacher.open("/raise");
	page = await teacher.send(page, { "raise.danger": "no", "raise.scope": "none-of-these" });
	expect(page.words).not.toContain("Which other agencies are involved?");
	page = await teacher.send(page, { "raise.agency": agencies.socialCare });
	expect(page.words).toContain("Which other agencies are involved?");
	// Neither of the two is offered, nor a name that nobody could be told by.
	const [, others = ""] = page.body.split("Which other agencies are involved?");
	expect(others).toContain(agencies.police);
	expect(others).not.toContain(agencies.school);
	expect(others).not.toContain(agencies.socialCare);
	expect(page.words).not.toContain("if it is not in the list");
	page = await teacher.send(page, { "others-0-agency": agencies.police });
	page = await teacher.send(page, { issue: "The plan is late" });
	expect(page.words).toContain("Levels Police is not told when you raise it.");
	expect(await faultsIn(page.body)).toEqual([]);
	page = await teacher.send(page);
	const [id = ""] = /[0-9a-f-]{36}/.exec(page.url) ?? [];
	page = await teacher.open(`/differences/${id}`);
	expect(page.words).toContain("Levels Police Involved. As far as you can see, nothing was sent");
	expect((await partnership.read(people.officer, `/differences/${id}`)).statusCode).toBe(404);

	page = await teacher.open(`/differences/${id}/steps/talk.talk`);
	expect(page.words).toContain(
		"Levels Police is told who and what it is about, and sent the answer to “What do you disagree about?”",
	);
	await teacher.sendAndConfirm(page, { "act.ending": "not-resolved" });
	const read = await partnership.words(people.officer, `/differences/${id}`);
	expect(read).toContain("named Levels Police as an agency that is involved");
	expect(read).toContain("Say what you know");
	expect(await partnership.words(people.officer, "/")).toContain("Say what you know");
});
