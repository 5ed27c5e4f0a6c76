import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { Course, rulesFrom } from "../../../../protocols/somerset.fixture.ts";

const convening = (field: string) =>
	new Course(
		rulesFrom(
			madeUpText(
				"one: { title: One, steps: { convene: { kind: task, title: Convene, by: raising practitioner, asks: [when], then: end over } } }",
			).replace("fields:", `fields:\n  when: { ${field}, label: When? }`),
		),
	)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "raising practitioner", "one.convene done", {
			when: "2026-03-20T14:00",
		});

test("when a meeting is to be may lie ahead, where the protocol says so", () => {
	expect(convening("type: moment, ahead: true").difference.status).toMatchObject({ is: "ended" });
});

test("any other moment has passed: a talk was not in the future", () => {
	expect(() => convening("type: moment")).toThrow("“When?” must be now or earlier.");
});
