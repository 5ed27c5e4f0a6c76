import type { Path } from "../file/edit-yaml.ts";
import { afterwards, beside } from "../protocol.ts";
import { type Draft, wordsUnder } from "./place.ts";

/** A step where the file has it: once, also where its stage repeats it for several roles. */
export type StepInFile = { stage: string; name: string; at: Path };

/** The steps of a stage, or of those that belong to none. */
export function stepsOf(draft: Draft, stage: string): StepInFile[] {
	const under = stage === beside || stage === afterwards ? [stage] : ["stages", stage, "steps"];
	return wordsUnder(draft, under).map((name) => ({ stage, name, at: [...under, name] }));
}
