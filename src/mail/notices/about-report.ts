import type { LearningAction } from "../../domain/learning/learning-action.ts";
import type { Period } from "../../domain/learning/period.ts";
import type { Protocol } from "../../domain/protocol/protocol.ts";
import { sayProtocol } from "../../language/protocol-words.ts";
import { sayText as say } from "../../language/say.ts";
import { emergencyNow, fromSender, type Sender } from "./about-difference.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import { mostListed, type Notice, notice, shortForMail } from "./notice.ts";

/** Where a report is read: links in mail lead here. */
const reportAddress = ({ address }: Sender, id: string): string => `${address}/reports/${id}`;

/** That somebody can read, or is to write, a report. */
export const reportNotice = (
	sender: Sender,
	protocol: Protocol,
	to: { name: string },
	is: (Notice & { kind: "report" })["is"],
	{ id, period }: { id: string; period: Period },
): Notice =>
	inBothLanguages(sender, () => {
		const spoken = sayProtocol(protocol);
		return notice.parse({
			kind: "report",
			to: { name: to.name },
			...fromSender(sender),
			emergency: emergencyNow(spoken),
			link: reportAddress(sender, id),
			is,
			on: shortForMail(spoken.title),
			firstDay: period.from,
			lastDay: period.until,
			presentedTo: shortForMail(spoken.report?.to ?? say`subgroup`),
		});
	});

/**
 * What somebody is to do that a report or a lesson asked for, soonest first.
 *
 * @param protocol whose emergency line it ends with
 * @param today ISO day
 */
export function actionsNotice(
	sender: Sender,
	protocol: Protocol,
	to: { name: string },
	actions: readonly Pick<LearningAction, "askedBy" | "dueOn">[],
	today: string,
	{ isNew = false, moved }: Pick<Notice & { kind: "actions-owed" }, "isNew" | "moved"> = {},
): Notice {
	const soonest = actions.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
	return inBothLanguages(sender, () =>
		notice.parse({
			kind: "actions-owed",
			to: { name: to.name },
			...fromSender(sender),
			emergency: emergencyNow(sayProtocol(protocol)),
			link: `${sender.address}/`,
			...(isNew && { isNew }),
			...(moved && { moved }),
			items: soonest.slice(0, mostListed).map(({ askedBy, dueOn }) => ({
				askedBy: "report" in askedBy ? "report" : "lesson",
				due: dueOn,
				...(dueOn < today && { overdue: true }),
			})),
			more: Math.max(0, actions.length - mostListed),
		}),
	);
}
