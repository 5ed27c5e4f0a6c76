import { type Fault, sayFault } from "../domain/protocol/file/faults.ts";

/**
 * A fault as editors and people find it: `FILE:LINE: where: what is wrong. mend`.
 *
 * @param kind such as `warning`, for what is no fault
 */
export function faultInFile(file: string, fault: Fault, kind?: string): string {
	const { line, where } = fault;
	const [wrong, fix] = sayFault(fault);
	return `${[`${file}${line === undefined ? "" : `:${line}`}`, kind, where, wrong]
		.filter(Boolean)
		.join(": ")} ${fix}`;
}
