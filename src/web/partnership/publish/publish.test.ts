import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { administrationPaths, paths } from "../../addresses.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });

test("contacts are said, an address of nobody is asked about and kept, and one left empty is left out", async () => {
	const visitor = await office.visitor(office.people.administrator);
	const page = await visitor.open(administrationPaths.contacts);
	expect(await faultsIn(page.body)).toEqual([]);
	const asked = await visitor.send(page, {
		"help-name": "Sam Lee",
		"data-protection-email": "dpo@combe.example",
	});
	expect(asked.status).toBe(422);
	expect(asked.words).toContain("Enter who it is: a person or an office, for data protection");
	expect(asked.form["data-protection-email"]).toEqual(["dpo@combe.example"]);
	const said = await visitor.send(asked, { "data-protection-name": "Jo Park" });
	expect(said.words).toContain("It is published.");
	const { words } = await visitor.open(paths.help);
	expect(words).toContain("Sam Lee");
	expect(words).toContain("dpo@combe.example");
	const again = await visitor.open(administrationPaths.contacts);
	expect(again.form["data-protection-name"]).toEqual(["Jo Park"]);
	await visitor.send(again, { "data-protection-name": "", "data-protection-email": "" });
	expect((await visitor.open(paths.help)).words).not.toContain("Jo Park");
});
