import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import { askedToRaise, fullestOf, readAs } from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { Section, typedRow } from "../../kit/text.tsx";

/** What the difference is about, as far as the reader was told: what was asked when it was raised, as it was last answered. */
export const About = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, difference } = opened;
	const rows = askedToRaise(protocol).flatMap((ask) => {
		const field = fullestOf(protocol, difference.answers, ask);
		const given = difference.answers[field.id];
		return given && field.type !== "person"
			? [
					typedRow(
						withAgencyNames(protocol, opened, readAs(field)),
						sayAnswer(protocol, field, given.answer, opened),
					),
				]
			: [];
	});
	return (
		<>
			{rows.length > 0 && (
				<Section id="about" title={say`What it is about`}>
					{govukSummaryList({ rows })}
				</Section>
			)}
		</>
	);
};
