import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unknownWay } from "./condition.ts";
import { inCase } from "./in-case.ts";
import { stageTitle } from "./protocol.ts";
import { readProtocol } from "./reading/read-protocol.ts";

const { protocol } = readProtocol(
	readFileSync(new URL("../../../test/language/words-by-the-case.yaml", import.meta.url), "utf8"),
);
if (!protocol) throw new Error("The protocol does not read");

const adult = inCase(protocol, { way: "urgent", answers: { about: "adult" } });
const unknown = inCase(protocol, { way: unknownWay, answers: {} });

test("a protocol speaks of a difference as its case is, in stages, forms, letters, choices and words", () => {
	expect(stageTitle(adult, "talk")).toBe("Stage 1: Adults’ conference");
	expect(adult.stages[0]?.says).toBe("Both sides talk today.");
	expect(adult.clocks.map(({ title }) => title)).toEqual(["Adults’ conference"]);
	expect(adult.words).toMatchObject({ child: "adult", difference: "alert" });
	expect(adult.forms.reply).toMatchObject({
		title: "Form A",
		parts: [{ title: "The adult’s reply" }],
	});
	expect(adult.letters.outcome).toMatchObject({
		title: "Outcome of the alert",
		to: "The adult",
		text: "Dear adult, {stage}: {reply}",
	});
	expect(adult.steps["talk.reply"]?.outcomes[0]?.say).toBe("Reply at once");
	expect(adult.stages[0]?.steps[0]).toBe(adult.steps["talk.reply"]);
});

test("where the case is not known the usual word stands, or all of them", () => {
	expect(unknown).toEqual(protocol);
	expect(stageTitle(unknown, "talk")).toBe("Stage 1: Children’s conference or Adults’ conference");
	expect(unknown.words).toMatchObject({ child: "person", difference: "escalation" });
	expect(unknown.letters.outcome?.text).toBe("[not recorded]");
});

test("what is said of one case is said anew of another", () => {
	const child = inCase(adult, { answers: { about: "child" } });
	expect(stageTitle(child, "talk")).toBe("Stage 1: Children’s conference");
	expect(child.words.difference).toBe("escalation");
	expect(inCase(adult, { way: unknownWay, answers: {} })).toEqual(protocol);
});
