import { type Day, weekdayInWords } from "./dates.ts";
import { govukDetails } from "./govuk.ts";
import type { Child, Html } from "./html.ts";

/** Why something is due when it is: what began the count, the rule, the days it left out. */
export const WhyThisDate = ({
	start,
	rule,
	skipped,
	due,
	provisional = false,
	notes = [],
	summary = "Why this date?",
}: {
	/** "The form was sent to the Business Unit at 4:10pm on Thursday 2 April 2026" */
	start: string;
	/** "Within 2 working days, not counting the day it was sent" */
	rule: string;
	/** Days not counted, in order, each with its name: "Good Friday", "Saturday". */
	skipped: readonly { day: Day; name: string }[];
	/** As it reads to people: "11:59pm on Wednesday 8 April 2026". */
	due: string;
	provisional?: boolean;
	/** Anything else, such as an extension and who gave it. */
	notes?: readonly Child[];
	summary?: string;
}): Html =>
	govukDetails({
		summaryText: summary,
		classes: "concord-why",
		html: (
			<>
				<dl class="concord-why__list">
					<dt>Starts with</dt>
					<dd>{start}</dd>
					<dt>Rule</dt>
					<dd>{rule}</dd>
					<dt>Not counted</dt>
					<dd>
						{skipped.length === 0 ? (
							"No days were left out"
						) : (
							<ul class="govuk-list concord-why__skipped">
								{skipped.map(({ day, name }) => (
									<li>
										{weekdayInWords(day)}
										{!weekdayInWords(day).startsWith(name) && `, ${name}`}
									</li>
								))}
							</ul>
						)}
					</dd>
					<dt>Due</dt>
					<dd>
						<strong>{due}</strong>
						{provisional &&
							". This is provisional: bank holidays that far ahead are not known yet"}
					</dd>
				</dl>
				{notes.map((note) => (
					<p class="govuk-body">{note}</p>
				))}
			</>
		),
	});
