import { expect, test } from "vitest";
import { somersetText } from "../../protocols/somerset.fixture.ts";
import { calling, fileWith, somerset } from "./command.fixture.ts";
import { protocolCompare } from "./protocol-compare.ts";

const concord = calling(protocolCompare);

test("two versions are compared by stage, with wording counted", async () => {
	const after = fileWith(
		"after.yaml",
		somersetText
			.replace('version: "2021-04"', 'version: "2027-01"')
			.replace("within: 10 working days, from", "within: 5 working days, from")
			.replace("title: Early resolution", "title: First talk"),
	);
	const { code, out } = await concord(["protocol", "compare", somerset, after]);
	expect(code).toBe(0);
	expect(out).toBe(`From version 2021-04 to version 2027-01 of “Resolving professional differences”

Stage 3: Formal resolution
  - “Answer in part two of the form” (agency B’s senior manager): now within 5 working days; before, within 10 working days.

1 change of wording alone. ‘--wording’ tells it.
`);
	const full = await concord(["protocol", "compare", somerset, after, "--wording"]);
	expect(full.out).toContain(
		"Wording\n\nStage 1: First talk\n  - “Early resolution” is now called “First talk”.\n",
	);
	const { out: json } = await concord(["protocol", "compare", somerset, after, "--json"]);
	expect(JSON.parse(json)).toMatchObject({
		before: { id: "somerset-rpd", version: "2021-04" },
		after: { id: "somerset-rpd", version: "2027-01" },
		onlyWording: false,
		changes: [
			{
				area: "Stage 3: Formal resolution",
				kind: "changed",
				weight: expect.any(Number),
			},
			{ area: "Stage 1: First talk", kind: "wording" },
		],
	});
});

test("that nothing but wording changed, or nothing at all, is said", async () => {
	const words = fileWith(
		"words.yaml",
		somersetText.replace("title: Early resolution", "title: First talk"),
	);
	expect((await concord(["protocol", "compare", somerset, words])).out).toContain(
		"Nothing but wording has changed.\n1 change of wording alone.",
	);
	expect((await concord(["protocol", "compare", somerset, somerset])).out).toContain(
		"Nothing has changed.",
	);
});
