import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { sayAnyAgencyOfIt, sayRole } from "../../../domain/difference/told/words.ts";
import type { Step } from "../../../domain/protocol/protocol.ts";
import { sayAs } from "../../../domain/protocol/told/say-answer.ts";
import { counted } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayList, startingLarge } from "../../kit/say.tsx";
import { Bullets } from "../../kit/text.tsx";

/** Who must be at a meeting or on a panel, how many decide, and who chairs; nothing for any other step. */
export const WhoMustBeThere = ({
	opened,
	step,
}: {
	opened: OpenedDifference;
	step: Step;
}): Html => {
	const { protocol } = opened;
	const { attends, panel, chair } = step;
	const sentences = [
		attends.length > 0 &&
			say`${startingLarge(sayList(attends.map((party) => sayRole(protocol, opened, party))))} must be there.`,
		panel &&
			(panel.agencies > 1
				? say`At least ${counted(panel.quorum, "member")} who declared no interest must decide, from at least ${counted(panel.agencies, "agency", "agencies")}.`
				: say`At least ${counted(panel.quorum, "member")} who declared no interest must decide.`),
		panel &&
			panel.of.length > 0 &&
			say`Among them must be: ${sayList(panel.of.map((role) => sayAs(protocol, role)))}.`,
		panel &&
			!panel.mayBeInvolved &&
			say`Nobody may decide who had a part in this before, or who is of ${sayAnyAgencyOfIt(opened.header)}.`,
		chair && say`${startingLarge(sayRole(protocol, opened, chair))} chairs it.`,
	].filter((sentence) => typeof sentence === "string");
	return <Bullets items={sentences} />;
};
