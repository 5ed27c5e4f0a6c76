import { expect, test } from "vitest";
import { servingRoleFinding } from "./serving-role.ts";

test("a role that owns nothing is well, and any other is told with what it may do", () => {
	expect(servingRoleFinding([])).toMatchObject({ state: "well" });
	const { state, says, fix } = servingRoleFinding(["superuser", "owns"]);
	expect(state).toBe("broken");
	expect(says).toContain("It is a superuser and owns tables");
	expect(fix).toContain("DATABASE_OWNER_URL");
});

test("one that is not there yet is no fault", () => {
	expect(servingRoleFinding(undefined)).toMatchObject({ state: "look" });
});
