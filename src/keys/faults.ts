/**
 * Why something sealed cannot be opened or closed:
 *
 * - `no-key`: the installation's key that it takes is not here;
 * - `disposed`: its key was destroyed, so that nobody ever opens it again;
 * - `damaged`: it was changed, stands where it was not put, or was closed under another key;
 * - `away`: the key service does not answer just now.
 */
export type SealFaultCode = "no-key" | "disposed" | "damaged" | "away";

/** Something sealed cannot be opened or closed. `message` names no value and no key. */
export class SealFault extends Error {
	override readonly name = "SealFault";
	readonly code: SealFaultCode;

	constructor(code: SealFaultCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

/** Whether what is sealed stays closed however often it is tried: no matter of a moment. */
export const staysClosed = (problem: unknown): problem is SealFault =>
	problem instanceof SealFault && problem.code !== "away";
