import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { askedToRaise, fullestOf } from "../../../domain/protocol/protocol.ts";
import { govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { Section } from "../../kit/text.tsx";
import { answeredRow } from "../../parts/difference/answered-row.tsx";

/** What the difference is about, as far as the reader was told: what was asked when it was raised, as it was last answered. */
export const About = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, difference } = opened;
	const rows = askedToRaise(protocol).flatMap((ask) => {
		const field = fullestOf(protocol, difference.answers, ask);
		const given = difference.answers[field.id];
		return given && field.type !== "person" ? [answeredRow(opened, field, given.answer)] : [];
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
