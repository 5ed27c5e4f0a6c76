import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { lastDone } from "../../../domain/difference/difference.ts";
import { sayDone, sayEvent } from "../../../domain/difference/told/say-event.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import { fieldOf, readAs, type Step } from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { govukInsetText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";

/** Why a form that was filled in is open again: who asked for it to be changed, and what they said. */
export const CameBack = ({ opened, step }: { opened: OpenedDifference; step: Step }): Html => {
	const { protocol, difference } = opened;
	const filledIn = lastDone(difference, step.id);
	const notSigned = difference.done.findLast((done) => protocol.steps[done.step]?.of === step.id);
	const returned = difference.moves.findLast(({ move }) =>
		protocol.moves
			.find(({ id }) => id === move)
			?.leadsTo.some((target) => target.go === "step" && target.step === step.id),
	);
	const back =
		returned && returned.seq > (notSigned?.seq ?? 0)
			? {
					...returned,
					said: sayEvent(protocol, opened, { type: "move-made", audience: [], ...returned }),
				}
			: notSigned && { ...notSigned, said: sayDone(protocol, opened, notSigned) };
	return (
		<>
			{filledIn &&
				back &&
				back.seq > filledIn.seq &&
				govukInsetText({
					html: (
						<>
							<p class="govuk-body">{back.said}.</p>
							{Object.entries(back.answers).map(([id, answer]) => {
								const field = fieldOf(protocol, id);
								return (
									<>
										<p class="govuk-body govuk-!-margin-bottom-1">
											<strong>{withAgencyNames(protocol, opened, readAs(field))}</strong>
										</p>
										<p class="govuk-body concord-as-typed">
											{sayAnswer(protocol, field, answer, opened)}
										</p>
									</>
								);
							})}
						</>
					),
				})}
		</>
	);
};
