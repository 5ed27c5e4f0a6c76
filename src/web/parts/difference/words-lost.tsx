import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { WordsLost } from "../../../domain/difference/words-lost.ts";
import { govukInsetText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";

const says = (): Record<WordsLost, string> => ({
	disposed: say`What was written in this record has been disposed of, because it is kept for a limited time. Who did what, and when, is still here.`,
	closed: say`Some of what was written in this record cannot be opened. It has not been deleted. Who did what, and when, is still here. Tell whoever runs Concord for you.`,
});

/** Says that words are missing, at the head of each page of a difference in which some are: more quietly than that a child is not safe. */
export const WordsLostNotice = ({
	opened: { wordsLost },
}: {
	opened: Pick<OpenedDifference, "wordsLost">;
}): Html | null =>
	wordsLost ? (
		<div class="govuk-width-container">
			{govukInsetText({
				text: says()[wordsLost],
				classes: "govuk-!-margin-top-6 govuk-!-margin-bottom-0",
			})}
		</div>
	) : null;
