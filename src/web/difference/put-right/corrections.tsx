import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { sayDate } from "../../../domain/calendar/day-in-words.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { londonTime } from "../../../domain/time.ts";
import { putRightPaths } from "../../addresses.ts";
import { govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { typedRow } from "../../kit/text.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";

/** The answers that stand and that the reader may put right, each with the way there. */
export const CorrectionsPage = ({
	frame,
	opened,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
}): Html => {
	const { protocol, people, header, putRight } = opened;
	return (
		<DifferenceLayout frame={frame} opened={opened} title="Which answer is wrong?">
			<p class="govuk-body">
				These are the answers of your agency as they stand. What was written first stays on the
				record beside what you put right.
			</p>
			<p class="govuk-body">
				If it went to the wrong person or agency, go back and pass it on or recall it.
			</p>
			{govukSummaryList({
				rows: putRight.correct.map(({ field, given }) => {
					const label = withAgencyNames(protocol, opened, field.label);
					const on = sayDate(londonTime(given.at).toPlainDate().toString());
					return {
						...typedRow(label, `${sayAnswer(protocol, field, given.answer, people)}\n(${on})`),
						actions: {
							items: [
								{
									href: putRightPaths.correct(header.id, field.id),
									text: "Put right",
									visuallyHiddenText: label,
								},
							],
						},
					};
				}),
			})}
		</DifferenceLayout>
	);
};
