import { expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { freshKey, raiseByTeacher } from "../../test/support/partnership.ts";
import { sweepPartnerships } from "../jobs/sweep.ts";

const partnership = officeForAll({ at: "2026-03-27T10:00" });

test("a clock that goes back is noticed, and no entry comes before the last one", async () => {
	const id = await raiseByTeacher(partnership);
	const teacher = await partnership.visitor(partnership.people.teacher);
	await teacher.get(`/differences/${id}`);

	partnership.at("2026-03-26T10:00");
	const answer = await teacher.post(`/differences/${id}/moves/withdraw`, {
		_key: freshKey(),
		_do: "send-checked",
		"withdrawal-reason": "Resolved",
	});
	expect(answer.statusCode).toBe(303);
	const entries = await partnership.db
		.selectFrom("event")
		.where("difference_id", "=", id)
		.orderBy("seq")
		.select("at")
		.execute();
	const times = entries.map(({ at }) => at.getTime());
	expect(times).toEqual(times.toSorted((one, other) => one - other));
	// Whoever only asks whether it serves is told nothing of it.
	expect((await teacher.get("/health")).body).toBe("ok\n");
	// Whoever can see to it reads so on their pages, and what to do; nobody else is troubled with it.
	const { administrator, businessUnit } = partnership.people;
	for (const [person, url] of [
		[administrator, "/"],
		[administrator, "/working-days"],
		[businessUnit, "/business-unit"],
	] as const)
		expect(await partnership.words(person, url), url).toContain(
			"Ask whoever looks after that computer to set its clock right",
		);
	// In a rehearsal that is whoever moves its time.
	expect((await teacher.get("/rehearsal")).body).toContain("was set back");
	expect((await teacher.get("/")).body).not.toContain("was set back");
	await expect(sweepPartnerships(partnership.app)).rejects.toMatchObject({
		code: "CLOCK_WENT_BACK",
	});

	partnership.at("2026-03-27T10:00");
	expect(await partnership.words(administrator, "/")).not.toContain("was set back");
});
