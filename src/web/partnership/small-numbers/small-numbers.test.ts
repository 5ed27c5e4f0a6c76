import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import type { TestPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { setSmallNumbersBelow } from "../../../actions/set-small-numbers-below.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
const path = "/working-days/small-numbers";

const as = (person: keyof TestPartnership["people"]) =>
	partnership.visitor(partnership.people[person]);

test.each(["administrator", "businessUnit"] as const)(
	"the %s sets which numbers do not leave the Business Unit, and the working days say which",
	async (person) => {
		const somebody = await as(person);
		const page = await somebody.open(path);
		expect(page.form.below).toEqual(["5"]);
		expect(await faultsIn(page.body)).toEqual([]);
		const after = await somebody.send(page, { below: "10" });
		expect(after.words).toContain("Numbers from 1 to 9 do not leave the Business Unit.");
	},
);

test("one of those offered is chosen, and it is nobody else’s to set", async () => {
	const { app, people } = partnership;
	const kit = await as("administrator");
	await kit.get(path);
	for (const below of [{}, { below: "1" }]) {
		const none = await kit.post(path, below);
		expect(none.statusCode).toBe(422);
		expect(none.body).toContain("Select which numbers are too small to show");
	}
	expect((await (await as("headteacher")).get(path)).statusCode).toBe(404);
	expect(() => setSmallNumbersBelow(app, people.headteacher, 10)).toThrow(
		expect.objectContaining({ code: "not-yours" }),
	);
	expect(() => setSmallNumbersBelow(app, people.administrator, 1)).toThrow(
		expect.objectContaining({ code: "unknown-way" }),
	);
});
