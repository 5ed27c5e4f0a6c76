import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { raiseByTeacher, type TestPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { setPeopleShownBy } from "../../../actions/set-people-shown-by.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
const path = "/working-days/how-children-are-shown";

const as = (person: keyof TestPartnership["people"]) =>
	partnership.visitor(partnership.people[person]);
const words = (person: keyof TestPartnership["people"], url: string) =>
	partnership.words(partnership.people[person], url);

test.each(["administrator", "businessUnit"] as const)(
	"the %s sets whether lists name a child or give initials, and the working days say which",
	async (person) => {
		const id = await raiseByTeacher(partnership);
		const somebody = await as(person);
		const page = await somebody.open(path);
		expect(page.form.shownBy).toEqual(["name"]);
		expect(await faultsIn(page.body)).toEqual([]);
		expect(await words(person, "/working-days")).toContain("Lists say whom it is about by name.");

		const after = await somebody.send(page, { shownBy: "initials" });
		expect(after.words).toContain("Lists say whom it is about by initials.");
		const name = (await words("teacher", `/differences/${id}`)).match(/Robin \w+/)?.[0];
		if (name) expect(await words("teacher", "/")).not.toContain(name);
	},
);

test("one of the two is chosen, and it is nobody else’s to set", async () => {
	const { app, people } = partnership;
	const kit = await as("administrator");
	await kit.get(path);
	const none = await kit.post(path, {});
	expect(none.statusCode).toBe(422);
	expect(none.body).toContain("Select how lists say whom it is about");

	expect((await (await as("headteacher")).get(path)).statusCode).toBe(404);
	expect(() => setPeopleShownBy(app, people.headteacher, "initials")).toThrow(
		expect.objectContaining({ code: "not-yours" }),
	);
});
