import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import type { TestPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { setOffersWelsh } from "../../../actions/set-offers-welsh.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
const path = "/working-days/welsh";
const as = (person: keyof TestPartnership["people"]) =>
	partnership.visitor(partnership.people[person]);

test.each(["administrator", "businessUnit"] as const)(
	"the %s offers Welsh, which everybody may choose from then on, and takes it back",
	async (person) => {
		const somebody = await as(person);
		const teacher = await as("teacher");
		expect((await teacher.open("/")).body).not.toContain("Cymraeg");
		const page = await somebody.open(path);
		expect(page.form.offered).toEqual(["no"]);
		expect(page.words).toContain("A Welsh speaker has not checked these translations yet");
		expect(await faultsIn(page.body)).toEqual([]);

		const after = await somebody.send(page, { offered: "yes" });
		expect(after.words).toContain("People may choose Welsh.");
		expect((await teacher.open("/")).body).toContain("Cymraeg");

		const again = await somebody.open(path);
		expect(again.form.offered).toEqual(["yes"]);
		expect((await somebody.send(again, { offered: "no" })).words).toContain(
			"Pages are in English.",
		);
		expect((await teacher.open("/")).body).not.toContain("Cymraeg");
	},
);

test("one of the two is chosen, and it is nobody else’s to set", async () => {
	const { app, people } = partnership;
	const kit = await as("administrator");
	await kit.get(path);
	const none = await kit.post(path, {});
	expect(none.statusCode).toBe(422);
	expect(none.body).toContain("Select yes if people may choose Welsh");
	expect((await (await as("headteacher")).get(path)).statusCode).toBe(404);
	expect(() => setOffersWelsh(app, people.headteacher, true)).toThrow(
		expect.objectContaining({ code: "not-yours" }),
	);
});
