import { type Fault, sayFault } from "../domain/protocol/file/faults.ts";

/** A fault as editors and people find it: `FILE:LINE: where: what is wrong. mend`. */
export function faultInFile(file: string, fault: Fault): string {
	const { line, where } = fault;
	const [wrong, fix] = sayFault(fault);
	return `${[`${file}${line === undefined ? "" : `:${line}`}`, where, wrong]
		.filter(Boolean)
		.join(": ")} ${fix}`;
}
