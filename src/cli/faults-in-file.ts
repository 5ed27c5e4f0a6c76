import type { Fault } from "../domain/protocol/faults.ts";

/** A fault as editors and people find it: `FILE:LINE: where: what is wrong. mend`. */
export const faultInFile = (
	file: string,
	{ line, where, wrong, mend }: Fault,
): string =>
	`${[`${file}${line === undefined ? "" : `:${line}`}`, where, sentence(wrong)]
		.filter(Boolean)
		.join(": ")} ${sentence(mend)}`;

const sentence = (said: string): string =>
	/[.?!]$/.test(said) ? said : `${said}.`;
