import { type Finding, type FindingState, worstOf } from "../domain/running/finding.ts";
import { type ExitCode, exit, type Io } from "./command.ts";

/** Findings about one partnership, by its name, or about the installation. */
export type Found = { partnership?: string; findings: readonly Finding[] };

const marks: Record<FindingState, string> = {
	well: "well      ",
	told: "to know   ",
	look: "look      ",
	broken: "NOT WELL  ",
};

/** As monitoring expects it: 0 all is well, 1 something should be looked at, 2 something is broken. */
const codes: Record<FindingState, ExitCode> = {
	well: exit.ok,
	told: exit.ok,
	look: exit.faults,
	broken: exit.wrongCall,
};

/** Prints findings for people, or as JSON, and says how bad it is. */
export function tellFindings(
	io: Pick<Io, "out" | "now">,
	found: readonly Found[],
	{ json }: { json: boolean },
): ExitCode {
	const all = found.flatMap(({ findings }) => findings);
	const state = worstOf(all);
	io.out.write(
		json
			? `${JSON.stringify({ state, at: io.now().toString(), found }, null, "\t")}\n`
			: inWords(found),
	);
	return codes[state];
}

const inWords = (found: readonly Found[]): string =>
	found
		.flatMap(({ partnership, findings }) => [
			...(partnership === undefined ? [] : ["", partnership]),
			...findings.flatMap(({ title, state, says, fix }) => [
				`${marks[state]}${title}: ${says}`,
				...(fix ? [`          → ${fix}`] : []),
			]),
		])
		.map((line) => `${line}\n`)
		.join("");
