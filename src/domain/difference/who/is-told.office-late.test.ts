import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Course, rulesFrom, somebody } from "../../../../protocols/somerset.fixture.ts";
import { notificationsOf } from "./is-told.ts";
import { recipients } from "./recipients.ts";

/** The office owes the answer at a stage that practitioners of the other agency do not read. */
const rules = rulesFrom(
	readFileSync(
		new URL("../../../../test/language/not-read-by.yaml", import.meta.url),
		"utf8",
	).replace("by: receiving manager\n        due: 5", "by: business-unit\n        due: 5"),
);
const { protocol } = rules;

test("that an office is late is told to those of a side who may read what it is late with, and to nobody else of it", () => {
	const course = new Course(rules)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "receiving manager", "talk.answer not-resolved")
		.does("2026-03-02 11:00", "raising manager", "managers.write done")
		.does("2026-03-02 12:00", "raising manager", "formal.forward done");
	const before = course.events.length;
	course.until("2026-03-11 09:00");
	const told = notificationsOf(protocol, course.difference, course.events.slice(before))
		.filter(({ about }) => about === "office-late")
		.flatMap(({ to }) =>
			recipients(
				protocol,
				course.difference,
				to,
				[
					"raising practitioner",
					"raising manager",
					"receiving practitioner",
					"receiving manager",
				].map((said) => somebody(said, protocol)),
			),
		)
		.map(({ id }) => id);
	const idOf = (said: string) => somebody(said, protocol).id;
	expect(told).toEqual(
		expect.arrayContaining([idOf("raising practitioner"), idOf("receiving manager")]),
	);
	expect(told).not.toContain(idOf("receiving practitioner"));
});
