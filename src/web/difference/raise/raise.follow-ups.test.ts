import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { testPartnership } from "../../../../test/support/partnership.ts";
import { projectRoot } from "../../../project-root.ts";

const text = readFileSync(join(projectRoot, "test/language/follow-up.yaml"), "utf8");
const partnership = officeForEach({
	at: "2026-06-01T10:00",
	make: (db, number) => testPartnership(db, number, [text]),
});

test("a follow-up stands under its answer and is asked only where its question is answered so, also when that is changed later", async () => {
	const teacher = await partnership.visitor(partnership.people.teacher);
	let page = await teacher.send(await teacher.open("/raise"), { "raise.begin": "follow-up" });
	page = await teacher.send(page, { "raise.danger": "no", "raise.scope": "none-of-these" });
	page = await teacher.send(page, { "raise.agency": partnership.agencies.socialCare });
	expect(page.body).toContain('name="safe-until-day"');
	expect(page.body).toMatch(/<noscript>.*Only if you chose/s);
	const { url } = page;
	const toCheck = await teacher.send(page, { issue: "The plan", safe: "yes" });
	expect(toCheck.words).toContain("Check your answers");
	expect(toCheck.words).not.toContain("Until when?");

	page = await teacher.send(await teacher.open(`${url}?change=yes`), { safe: "for-now" });
	expect(page.status).toBe(422);
	expect(page.body).toContain('href="#safe-until-day"');
	page = await teacher.send(page, {
		"safe-until-day": "20",
		"safe-until-month": "6",
		"safe-until-year": "2026",
	});
	expect(page.words).toContain("Check your answers");
	expect(page.words).toContain("Until when? 20 June 2026");

	page = await teacher.send(await teacher.open(`${url}?change=yes`), { safe: "yes" });
	expect(page.words).not.toContain("Until when?");
	const raised = await teacher.send(page);
	expect(raised.url).toContain("?done=");
	expect(raised.words).not.toContain("20 June");
});
