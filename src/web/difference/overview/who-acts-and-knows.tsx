import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { sentAndReceived } from "../../../domain/difference/told/sent-and-received.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import { mayDeclare } from "../../../domain/difference/who/conflicts.ts";
import { sealsFor } from "../../../domain/difference/who/may-seal.ts";
import { stepsToVouchFor } from "../../../domain/difference/who/may-vouch.ts";
import { mayExport } from "../../../domain/people/exporting.ts";
import { seesAllReading, seesOwnReading } from "../../../domain/people/record-watch.ts";
import { type StepId, stepOf } from "../../../domain/protocol/protocol.ts";
import {
	byLinkPaths,
	conflictPaths,
	evidencePaths,
	putRightPaths,
	receiptsPath,
	sealPaths,
	whoLookedAtPath,
} from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { type NamedLink, SmallLinks } from "./small-links.tsx";

/** Whom else it may fall to, who may know of it, who looked and what proves what was sent, as far as its reader may say or see. */
export const WhoActsAndKnows = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, difference, header, viewer, people, putRight } = opened;
	const { id } = header;
	// Nobody adds to what was disposed of; what it was and who looked stays.
	const isOver = opened.wordsLost === "disposed";
	const titleOf = (step: StepId) => withAgencyNames(protocol, opened, stepOf(protocol, step).title);
	return (
		<SmallLinks
			id="who-acts-and-knows"
			title={say`Who acts, and who knows`}
			links={[
				...putRight.passOn.map(
					({ step }): NamedLink => [
						say`Wrong person? Pass on “${titleOf(step)}”`,
						putRightPaths.passOn(id, step),
					],
				),
				...(isOver ? [] : stepsToVouchFor(protocol, difference, viewer)).map(
					({ step }): NamedLink => [
						viewer.onlyIn === undefined
							? say`No account? Let somebody answer “${titleOf(step)}” by a link`
							: say`Not for you? Pass “${titleOf(step)}” to a colleague who has no account`,
						byLinkPaths.vouch(id, step),
					],
				),
				viewer.onlyIn === undefined &&
					putRight.note &&
					!(viewer.id in difference.conflicts) && [
						say`Declare a conflict of interest`,
						conflictPaths.declare(id),
					],
				...Object.keys(difference.conflicts)
					.filter((person) => person !== viewer.id)
					.flatMap((person): NamedLink[] => {
						const of = people.get(person);
						return !isOver && of && mayDeclare(protocol, difference, opened.sides, viewer, of)
							? [[say`No conflict any more: ${of.name}`, conflictPaths.takeBack(id, person)]]
							: [];
					}),
				!isOver &&
					sealsFor(protocol, difference, viewer) !== undefined &&
					!difference.sealed && [
						say`Seal it, so that only some may know of it`,
						sealPaths.seal(id),
					],
				(seesOwnReading(viewer) || seesAllReading(viewer)) && [
					say`Who looked at this`,
					whoLookedAtPath(id),
				],
				!isOver &&
					mayExport(viewer) && [
						say`Make an evidence pack of it, for a court or an inspector`,
						evidencePaths.begin(header.reference),
					],
				sentAndReceived(opened).length > 0 && [say`Receipts of what was sent`, receiptsPath(id)],
			]}
		/>
	);
};
