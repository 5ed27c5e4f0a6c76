import type { Protocol } from "../../domain/protocol/protocol.ts";
import type { SafetyContact } from "../kit/page-frame.ts";
import { say, sayProtocol } from "../kit/say.tsx";

/** Whom to ring, as the protocol of this difference says: it may be another version than the one in force. */
export const safetyOf = (protocol: Protocol): SafetyContact[] =>
	sayProtocol(protocol).safety.map((contact) => ({ ...contact, if: say`If ${contact.if}` }));
