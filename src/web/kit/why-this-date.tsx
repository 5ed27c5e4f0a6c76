import { saidRule } from "../../domain/calendar/rule-read-back.ts";
import { isWeekend } from "../../domain/calendar/say-holidays.ts";
import { type Day, shortDay, weekdayInWords } from "./dates.ts";
import { govukDetails } from "./govuk.ts";
import type { Child, Html } from "./html.ts";
import { say, sayIt, sayWhole } from "./say.tsx";

/** Why something is due when it is: what began the count, the rule, the days counted and left out, by which calendar. */
export const WhyThisDate = ({
	start,
	rule,
	wording,
	counted = [],
	skipped,
	calendar,
	due,
	provisional = false,
	before = [],
	notes = [],
	summary = say`Why this date?`,
}: {
	/** "The form was sent to the Business Unit at 4:10pm on Thursday 2 April 2026" */
	start: string;
	/** "Within 2 working days, not counting the day it was sent" */
	rule: string;
	/** How the protocol's own text says it, where that is more than the rule: "48 hours (two working days)" */
	wording?: string | undefined;
	/** Days counted, in order; none for hours. */
	counted?: readonly Day[];
	/** Days not counted, in order, each with its name: "Good Friday", "Saturday". */
	skipped: readonly { day: Day; name: string }[];
	/** Whose bank holidays count, and in which version: "England and Wales, version 2028.1". */
	calendar?: string;
	/** As it reads to people: "11:59pm on Wednesday 8 April 2026". */
	due: string;
	provisional?: boolean;
	/** Dates that it had before, each with until when and why it moved. */
	before?: readonly string[];
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
					<dt>{say`Starts with`}</dt>
					<dd>{start}</dd>
					<dt>{say`Rule`}</dt>
					<dd>{saidRule(rule).map(sayIt).join(" ")}</dd>
					{wording !== undefined && (
						<>
							<dt>{say`In the protocol’s own words`}</dt>
							<dd>{wording}</dd>
						</>
					)}
					{counted.length > 0 && (
						<>
							<dt>{say`Counted`}</dt>
							<dd>{counted.map(shortDay).join(", ")}</dd>
						</>
					)}
					<dt>{say`Not counted`}</dt>
					<dd>
						{skipped.length === 0 ? (
							say`No days were left out`
						) : (
							<ul class="govuk-list concord-why__skipped">
								{skipped.map(({ day, name }) => (
									<li>
										{weekdayInWords(day)}
										{!isWeekend(name) && `, ${sayWhole(name)}`}
									</li>
								))}
							</ul>
						)}
					</dd>
					{calendar && (
						<>
							<dt>{say`Calendar`}</dt>
							<dd>{calendar}</dd>
						</>
					)}
					{before.length > 0 && (
						<>
							<dt>{say`Due before`}</dt>
							<dd>
								<ul class="govuk-list concord-why__skipped">
									{before.map((date) => (
										<li>{date}</li>
									))}
								</ul>
							</dd>
						</>
					)}
					<dt>{say`Due`}</dt>
					<dd>
						<strong>{due}</strong>
						{provisional &&
							say`. This is provisional: bank holidays that far ahead are not known yet`}
					</dd>
				</dl>
				{notes.map((note) => (
					<p class="govuk-body">{note}</p>
				))}
			</>
		),
	});
