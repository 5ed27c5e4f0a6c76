import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import type { Listed } from "../../people/who-answers.ts";
import { postsOfRoles } from "./who-is-of-a-level.ts";

const text = readFileSync(
	new URL("../../../../test/language/five-tiers.yaml", import.meta.url),
	"utf8",
);
const person = (agencyId: string, of: Partial<Listed> = {}): Listed => ({
	id: `${agencyId} ${of.level} ${of.offices}`,
	agencyId,
	level: "practitioner",
	safeguardingLead: false,
	offices: [],
	...of,
});
const agencies = ["council", "school", "board", "surgery"];
const directory = [
	person("council", { level: "manager", offices: ["service-manager"] }),
	person("council", { level: "manager" }),
	person("school", { level: "senior-manager" }),
	person("board", { level: "director", proxyFor: ["surgery"] }),
	person("surgery"),
];
const told = (protocol: string) =>
	postsOfRoles(rulesFrom(protocol).protocol, agencies, directory).map(
		({ role, posts, heldByNobody, nobodyIn }) => [role.id, posts, heldByNobody, nobodyIn],
	);

test("the posts that each level asks for, those that nobody holds, and the agencies with nobody of it or above", () =>
	expect(told(text)).toEqual([
		["service-manager", ["service-manager", "chief-inspector"], ["chief-inspector"], ["surgery"]],
		[
			"assistant-director",
			["assistant-director"],
			["assistant-director"],
			["council", "school", "surgery"],
		],
	]));

test("an agency for which another answers in the role has somebody", () => {
	const answered = text.replace("level: service-manager,", "level: service-manager, proxy: true,");
	expect(told(answered)[0]).toEqual([
		"service-manager",
		["service-manager", "chief-inspector"],
		["chief-inspector"],
		[],
	]);
});

test("of a role that asks for one post, only whether anybody holds it: not every agency has a conference chair", () => {
	const chair = text.replace(
		"director: { level: director }\nraise",
		"director: { level: director }\n  chair: { level: practitioner, post: conference-chair }\nraise",
	);
	expect(told(chair).at(-1)).toEqual(["chair", ["conference-chair"], ["conference-chair"], []]);
});
