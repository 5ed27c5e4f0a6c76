import { expect, test } from "vitest";
import {
	type Briefing,
	briefingOnPaper,
	briefingsWith,
	checkMayApprove,
	checkMayWrite,
	draftFrom,
	mayApprove,
	sectionNames,
	wordsIn,
} from "./briefing.ts";

const text = draftFrom(
	[
		{ happened: "A referral was closed without a visit.", shouldDiffer: "Say why it is closed." },
		{ happened: "Minutes gave no reason.", shouldDiffer: "Say why it is closed." },
	],
	["Application of thresholds", "Quality of service provision"],
	[{ what: "Add a reason to the letter" }],
);
const whole = {
	...text,
	sections: { ...text.sections, matters: "A child who is not seen cannot say anything." },
};
const briefing = (given: Partial<Briefing> = {}): Briefing => ({
	...whole,
	id: "b1",
	state: "draft",
	revision: 3,
	writers: ["writer"],
	writtenAt: "2026-04-01T09:00:00Z",
	approvedAt: null,
	approvedBy: null,
	lessons: ["l1"],
	...given,
});
const person = (id: string, ...offices: string[]) => ({ id, offices });

test("a draft begins with what the lessons say, each thing once, and leaves the rest to be written", () => {
	expect(text.title).toBe("Application of thresholds; Quality of service provision");
	expect(text.sections.happened).toBe(
		"A referral was closed without a visit.\nMinutes gave no reason.",
	);
	expect(text.sections.learned).toBe("Say why it is closed.");
	expect(text.sections.differently).toBe("Add a reason to the letter");
	expect(text.sections.matters).toBe("");
	expect(wordsIn({ title: "Closed referrals", sections: text.sections })).toBe(
		wordsIn({ title: "", sections: text.sections }) + 2,
	);
});

test("somebody who wrote no word of it approves it, and nobody else", () => {
	const office = person("writer", "business-unit");
	expect(mayApprove(briefing(), office)).toBe(false);
	expect(() => checkMayApprove(briefing(), office, 3)).toThrow("Somebody else approves it");
	for (const other of ["business-unit", "business-unit-head", "learning-subgroup"])
		expect(() => checkMayApprove(briefing(), person("other", other), 3)).not.toThrow();
	expect(() => checkMayApprove(briefing(), person("other", "scrutineer"), 3)).toThrow();
	expect(() => checkMayApprove(briefing(), person("other"), 3)).toThrow();
});

test("nobody approves what they have not read, what is not whole, or what was approved already", () => {
	const head = person("other", "business-unit-head");
	expect(() => checkMayApprove(briefing({ revision: 4 }), head, 3)).toThrow("Read it again");
	expect(() => checkMayApprove(briefing(text), head, 3)).toThrow("“Why it matters”");
	expect(() => checkMayApprove(briefing({ state: "approved" }), head, 3)).toThrow("any more");
});

test("what was approved is not written in any more", () => {
	const office = person("another", "business-unit");
	expect(() => checkMayWrite(briefing(), office, 3)).not.toThrow();
	expect(() => checkMayWrite(briefing(), office, 2)).toThrow("Read it again");
	expect(() => checkMayWrite(briefing({ state: "approved" }), office, 3)).toThrow("stays as it is");
	expect(() => checkMayWrite(briefing(), person("x", "learning-subgroup"), 3)).toThrow();
});

test("those are found that have every word that is looked for", () => {
	const other = briefing({ id: "b2", title: "Transfers between schools" });
	const ids = (typed: string) => briefingsWith([briefing(), other], typed).map(({ id }) => id);
	expect(ids("TRANSFERS closed")).toEqual(["b2"]);
	expect(ids("referral")).toEqual(["b1", "b2"]);
	expect(ids("")).toEqual(["b1", "b2"]);
	expect(ids("unheard of")).toEqual([]);
});

test("on paper it has its sections as headings and its points as lists", () => {
	const { blocks, foot } = briefingOnPaper(briefing(), "Combe Partnership", "2026-04-01");
	expect(blocks.filter(({ is }) => is === "heading")).toHaveLength(1 + sectionNames.length);
	expect(blocks.filter(({ is }) => is === "list")).toHaveLength(2);
	expect(foot[0]).toBe("Draft, not yet approved");
});
