import { expect, test } from "vitest";
import { filledIn, serveEveryRoute } from "./support/every-route.ts";
import { officeForAll } from "./support/office.ts";
import { raisedTo } from "./support/partnership.ts";
import { visitorAs } from "./support/visitor.ts";

/** Whoever looks at anything of a difference is noted, on every route there is, also on those that will be added. */
const it = officeForAll({ at: "2026-03-26T10:00" });

/** Of a difference in its address and without anything of it: what somebody typed themself, and how it went for them. */
const tellsNothing = ["/differences/:id/feedback"];

test("every page and file of a difference that answers notes a reading", async () => {
	const id = await raisedTo(it, "forward");
	const { web, routes } = await serveEveryRoute(it);
	const { teacher, headteacher, businessUnit, director } = it.people;
	const asked = routes.filter(
		({ method, url }) =>
			method === "GET" && /^\/differences\/:id(\/|$)/.test(url) && !tellsNothing.includes(url),
	);
	const readings = async (person: string) =>
		(
			await it.db
				.selectFrom("reading")
				.where("difference_id", "=", id)
				.where("person_id", "=", person)
				.select("id")
				.execute()
		).length;
	const answered = new Set<string>();
	const unnoted: string[] = [];
	for (const person of [teacher, headteacher, businessUnit, director]) {
		const visitor = await visitorAs(web, person);
		for (const { url } of asked)
			for (const step of ["formal-resolution.respond", "formal-resolution.raise"]) {
				const before = await readings(person.id);
				const answer = await visitor.get(filledIn(url, id, { step }));
				if (answer.statusCode !== 200) continue;
				answered.add(url);
				if ((await readings(person.id)) === before) unnoted.push(`${person.name} ${url}`);
			}
	}
	expect(unnoted).toEqual([]);
	// Many of them are there to be asked: the difference, its form and papers, receipts, who looked, steps and moves.
	expect([...answered]).toEqual(
		expect.arrayContaining([
			"/differences/:id",
			"/differences/:id/form",
			"/differences/:id/form.pdf",
			"/differences/:id/receipts",
			"/differences/:id/who-looked",
		]),
	);
});
