import type { Protocol } from "../domain/protocol/protocol.ts";
import { sayProtocol } from "../language/protocol-words.ts";
import { speechKept } from "../language/say.ts";
import { speaking, speakingNow } from "../language/speaking.ts";
import type { Reading } from "../reports/log-of-forms.ts";

/**
 * What lists are read from, for whoever it is spoken to now: with the words of protocols in their language, whenever and for
 * whomever a row of them is read.
 */
export function inReadersWords({ db, protocols, calendars }: Reading): Reading {
	const to = { ...speakingNow() };
	const inWords = (protocol: Protocol) => speaking(to, () => sayProtocol(protocol));
	return {
		db,
		calendars,
		speech: speechKept(),
		protocols: {
			version: async (...asked) => inWords(await protocols.version(...asked)),
			listInForce: async (...asked) =>
				(await protocols.listInForce(...asked)).map((version) => ({
					...version,
					protocol: inWords(version.protocol),
				})),
			inForce: async (...asked) => {
				const version = await protocols.inForce(...asked);
				return version && { ...version, protocol: inWords(version.protocol) };
			},
		},
	};
}
