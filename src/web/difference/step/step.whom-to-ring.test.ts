import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { raiseByTeacher, talkInVain } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });

const talk = (id: string) => `/differences/${id}/steps/early-resolution.talk`;

test("a talk says under which number the other is rung, and who stands in today", async () => {
	const { people } = partnership;
	const id = await raiseByTeacher(partnership);
	const teacher = await partnership.visitor(people.teacher);
	expect((await teacher.open(talk(id))).words).toContain(
		"There is no telephone number for them in the directory",
	);

	// They say their number themself; whoever answers for the agency says its number out of hours.
	const worker = await partnership.visitor(people.socialWorker);
	let settings = await worker.open("/your-settings");
	expect(settings.words).not.toContain("Out of hours");
	const bad = await worker.post("/your-settings/telephone", { phone: "ask for Elin" });
	expect(bad.statusCode).toBe(422);
	expect(bad.body).toContain("Telephone must be a telephone number");
	expect(await faultsIn(bad.body)).toEqual([]);
	await worker.post("/your-settings/telephone", { phone: "01632 960101", outOfHours: "999" });
	const manager = await partnership.visitor(people.teamManager);
	settings = await manager.open("/your-settings");
	expect(settings.words).toContain("Out of hours, Combe Children’s Social Care");
	expect(await faultsIn(settings.body)).toEqual([]);
	await manager.post("/your-settings/telephone", {
		phone: "01632 960102",
		mobile: "",
		outOfHours: "01632 960900",
	});
	await worker.post("/your-settings/deputies", { deputies: people.teamManager.id });
	await manager.post(`/colleagues/${people.socialWorker.id}/away`, {
		"from-day": "26",
		"from-month": "3",
		"from-year": "2026",
		"until-day": "31",
		"until-month": "3",
		"until-year": "2026",
	});

	const page = await teacher.open(talk(id));
	expect(page.body).toContain('href="tel:01632960101"');
	expect(page.words).toContain("Away until 31 March 2026");
	expect(page.words).toMatch(/stands in\. Ring\s+01632 960102/);
	expect(page.words).toContain("Out of hours, Combe Children’s Social Care: 01632 960900");
	expect(await faultsIn(page.body)).toEqual([]);

	// Whoever may not arrange anything for somebody does not say their number.
	expect((await teacher.get(`/colleagues/${people.socialWorker.id}`)).statusCode).toBe(404);
	const forged = await teacher.post(`/colleagues/${people.socialWorker.id}/telephone`, {
		phone: "0900 000000",
	});
	expect(forged.statusCode).toBe(404);
	expect((await teacher.open(talk(id))).body).toContain("tel:01632960101");

	// The office sees and says every number.
	const office = await partnership.visitor(people.businessUnit);
	expect((await office.open("/colleagues")).words).toContain("01632 960101");
	const person = await office.open(`/colleagues/${people.socialWorker.id}`);
	expect(person.form.outOfHours).toEqual(["01632 960900"]);
	expect(await faultsIn(person.body)).toEqual([]);
});

test("a talk with nobody named yet says who does it there, each with a number", async () => {
	const { people } = partnership;
	const id = await raiseByTeacher(partnership);
	const manager = await partnership.visitor(people.teamManager);
	await manager.post("/your-settings/telephone", { phone: "01632 960102" });
	await talkInVain(partnership, id, { "manager-a": { id: people.headteacher.id } });
	const head = await partnership.visitor(people.headteacher);
	const page = await head.open(`/differences/${id}/steps/informal-resolution.talk`);
	expect(page.words).toContain(people.teamManager.name);
	expect(page.body).toContain('href="tel:01632960102"');
	expect(await faultsIn(page.body)).toEqual([]);
});
