import { globSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { waysOf } from "../src/domain/protocol/protocol.ts";
import { readProtocolFile } from "../src/protocol-files.ts";

const protocols = globSync("*/*.yaml", { cwd: import.meta.dirname }).flatMap(
	(file) => readProtocolFile(join(import.meta.dirname, file)).protocol ?? [],
);

const handOffs = protocols.flatMap((from) =>
	Object.values(from.endings).flatMap(({ handsOff }) => (handsOff ? [{ from, ...handsOff }] : [])),
);

test("two protocols hand over to each other", () => {
	expect(handOffs.map(({ from, to }) => [from.id, to])).toEqual(
		expect.arrayContaining([
			["rotherham-practice-resolution", "rotherham-conference-challenge"],
			["rotherham-conference-challenge", "rotherham-practice-resolution"],
		]),
	);
});

test("whoever must begin it is of the agency that raised it, and owes that until they have", () => {
	for (const { from, step } of handOffs) {
		expect(from.steps[step]?.by.side).toBe("raising");
		expect(from.steps[step]?.outcomes.map(({ asks }) => asks)).toEqual([["why-not-begun"]]);
	}
});

test.each(handOffs)(
	"$from.id hands over to $to what that one asks at its beginning, as the same kind of answer",
	({ from, to, carries }) => {
		const into = protocols.filter(
			({ id, partnership }) => id === to && partnership === from.partnership,
		);
		expect(into).not.toEqual([]);
		for (const protocol of into) {
			const asked = waysOf(protocol).flatMap(({ asks }) => asks);
			for (const field of carries) {
				expect(asked).toContain(field);
				expect(protocol.fields[field]?.type).toBe(from.fields[field]?.type);
			}
		}
	},
);
