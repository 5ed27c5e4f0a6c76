import { faultOfText, withPlainLineEnds } from "../file/plain-text.ts";
import { type ProtocolRead, readProtocol } from "./read-protocol.ts";

/**
 * Reads the text of a protocol that somebody pasted, typed or took from a file: anything at all.
 *
 * @returns the protocol, or what is wrong with the text, in the order of its lines
 */
export function readPasted(text: string): ProtocolRead {
	const fault = faultOfText(text);
	return fault ? { faults: [fault] } : readProtocol(withPlainLineEnds(text));
}
