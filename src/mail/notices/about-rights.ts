import type { Protocol } from "../../domain/protocol/protocol.ts";
import { sayProtocol } from "../../language/protocol-words.ts";
import { emergencyNow, fromSender, type Sender } from "./about-difference.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import { type Notice, notice } from "./notice.ts";

/** Where what is due is reviewed, and where people’s requests are answered: links in mail lead here. */
export const retentionAddress = "/retention";
export const subjectAccessAddress = "/subject-access";

/** To whoever sees to people’s rights. @param protocol whose emergency line it ends with */
export const rightsNotice = (
	sender: Sender,
	protocol: Protocol,
	to: { name: string },
	said: Pick<Notice & { kind: "rights" }, "is" | "count" | "nobodyIs"> & { day: string },
): Notice =>
	inBothLanguages(sender, () =>
		notice.parse({
			kind: "rights",
			to: { name: to.name },
			...fromSender(sender),
			emergency: emergencyNow(sayProtocol(protocol)),
			// Whoever is told in another’s place may not open what that one would.
			link: `${sender.address}${said.nobodyIs ? "/" : said.is === "access-due" ? subjectAccessAddress : retentionAddress}`,
			is: said.is,
			count: said.count,
			day: said.day,
			nobodyIs: said.nobodyIs,
		}),
	);
