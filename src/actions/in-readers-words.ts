import { sayProtocol } from "../language/protocol-words.ts";
import { speechNow } from "../language/say.ts";
import type { Reading } from "../reports/log-of-forms.ts";

/** What lists are read from, for whoever it is spoken to now: with the words of protocols in their language. */
export function inReadersWords({ db, protocols, calendars }: Reading): Reading {
	return {
		db,
		calendars,
		speech: speechNow(),
		protocols: {
			version: async (...asked) => sayProtocol(await protocols.version(...asked)),
			listInForce: async (...asked) =>
				(await protocols.listInForce(...asked)).map((version) => ({
					...version,
					protocol: sayProtocol(version.protocol),
				})),
			inForce: async (...asked) => {
				const version = await protocols.inForce(...asked);
				return version && { ...version, protocol: sayProtocol(version.protocol) };
			},
		},
	};
}
