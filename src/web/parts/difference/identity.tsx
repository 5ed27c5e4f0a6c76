import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { isNotSafe, whomItIsAbout } from "../../../domain/difference/difference.ts";
import { sayWhom } from "../../../domain/difference/told/whom.ts";
import { sayBetween } from "../../../domain/difference/told/words.ts";
import { nameLost } from "../../../domain/difference/words-lost.ts";
import type { Child as Person } from "../../../domain/protocol/answers.ts";
import type { Child, Html } from "../../kit/html.ts";
import { IdentityBar } from "../../kit/identity-bar.tsx";
import { speechNow } from "../../kit/say.tsx";
import { NotSafeTag } from "../../kit/status-tag.tsx";
import { WordsLostNotice } from "./words-lost.tsx";

/** Which difference it is, and between whom: across the top of each of its pages. */
export const Identity = ({
	opened,
	actions,
}: {
	opened: Pick<
		OpenedDifference,
		"header" | "agencies" | "protocol" | "difference" | "here" | "wordsLost"
	>;
	actions?: Child;
}): Html => {
	const { header, agencies, protocol, difference, here, wordsLost } = opened;
	const people = (whomItIsAbout(protocol, difference)?.answer as Person[] | undefined) ?? [];
	const whom = sayWhom(
		people.map(({ name }) =>
			wordsLost && name === nameLost("name", wordsLost) ? { name, lost: true } : { name },
		),
		here.partnership.peopleShownBy,
	);
	return (
		<>
			<IdentityBar
				title={
					<>
						<strong>{header.reference}</strong>{" "}
						{whom && (
							<>
								<strong>{whom}</strong>:{" "}
							</>
						)}
						{sayBetween(agencies, { speech: speechNow() })}{" "}
						{isNotSafe(difference) && <NotSafeTag />}
					</>
				}
				actions={actions}
			/>
			<WordsLostNotice opened={opened} />
		</>
	);
};
