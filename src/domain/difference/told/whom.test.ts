import { expect, test } from "vitest";
import { sayWhom } from "./whom.ts";

const named = (...names: string[]) => names.map((name) => ({ name }));

test.each([
	[named("Ella Brook"), "Ella Brook", "E.B."],
	[named("Ella Brook", "Tom Brook-Lowe"), "Ella Brook and Tom Brook-Lowe", "E.B. and T.B.L."],
	[named("Élodie ‘Lo’ N’Diaye"), "Élodie ‘Lo’ N’Diaye", "É.L.N."],
	[named("李小龙"), "李小龙", "李."],
	[named(" ", "Ella"), "Ella", "E."],
	[named(), "", ""],
])("%j is named or known by initials", (people, name, initials) => {
	expect(sayWhom(people, "name")).toBe(name);
	expect(sayWhom(people, "initials")).toBe(initials);
});
