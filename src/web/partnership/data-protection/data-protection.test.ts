import { beforeAll, describe, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });

beforeAll(async () => {
	await partnership.db
		.updateTable("person")
		.set({ offices: ["data-protection-officer"] })
		.where("id", "=", partnership.people.thirdAdministrator.id)
		.execute();
});

/** The links of the menu as somebody sees it on a page: each with its address, and whether it is marked. */
const menu = async (person: "thirdAdministrator" | "administrator" | "teacher", at: string) => {
	const { body } = await partnership.read(partnership.people[person], at);
	const list = /<ul[^>]* id="navigation">.*?<\/ul>/s.exec(body)?.[0] ?? "";
	return [...list.matchAll(/href="([^"]*)"( aria-current="[^"]*")?/g)].map(
		([, href, marked]) => `${href}${marked ? " here" : ""}`,
	);
};

describe("the menu", () => {
	test("has one item for the pages about data protection, and marks it on each of them", async () => {
		for (const page of ["/sealed", "/retention/schedule", "/subject-access", "/record"])
			expect(await menu("thirdAdministrator", page)).toContain("/data-protection here");
		expect(await menu("thirdAdministrator", "/")).toContain("/data-protection");
	});

	test("has the same for whoever administers, who opens two of them, and none for whoever may open none", async () => {
		const { people, words } = partnership;
		for (const page of ["/record", "/sealed"])
			expect(await menu("administrator", page)).toContain("/data-protection here");
		const said = await words(people.administrator, "/data-protection");
		for (const page of ["Record", "Sealed"]) expect(said).toContain(page);
		for (const page of ["Who looked", "Retention"]) expect(said).not.toContain(page);
		const others = await menu("teacher", "/");
		expect(others).not.toContain("/data-protection");
		expect(others).not.toContain("/record");
	});
});

test("where they begin is sound, and names what each page is for", async () => {
	const { people, read, words } = partnership;
	expect(await faultsIn((await read(people.thirdAdministrator, "/data-protection")).body)).toEqual(
		[],
	);
	const said = await words(people.thirdAdministrator, "/data-protection");
	for (const page of ["Data breaches", "Who looked", "Subject access", "Retention", "Record"])
		expect(said).toContain(page);
	expect((await read(people.teacher, "/data-protection")).statusCode).toBe(404);
});
