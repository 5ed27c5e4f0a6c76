import { saidHolidays } from "../../../domain/calendar/say-holidays.ts";
import { type Protocol, sayParty } from "../../../domain/protocol/protocol.ts";
import type { DateThen, PossibleEvent } from "../../../domain/story/what-if.ts";
import type { ProtocolVersion } from "../../../store/protocols.ts";
import { protocolPath, whatIfPath } from "../../addresses.ts";
import { sayDue } from "../../kit/dates.ts";
import { dateField, type FormState, radiosField, textField } from "../../kit/form.ts";
import { govukButton, govukDateInput, govukInput, govukRadios } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayMoment, startingLarge } from "../../kit/say.tsx";
import { AnyOf } from "../../kit/text.tsx";
import { WhyThisDate } from "../../kit/why-this-date.tsx";

/** What would be due, and why, if something happened at a moment. */
export type Answered = {
	happening: PossibleEvent;
	at: Temporal.ZonedDateTime;
	dates: DateThen[];
};

/** For anybody: choose what happens and when, and read what is due by when, and why. */
export const WhatIfPage = ({
	frame,
	protocols,
	protocol,
	happenings,
	form,
	answered,
}: {
	frame: PageFrame;
	/** Those in force. */
	protocols: ProtocolVersion[];
	/** The one that is asked about. */
	protocol: Protocol;
	happenings: PossibleEvent[];
	form: FormState;
	answered?: Answered | undefined;
}): Html => (
	<Layout
		frame={frame}
		title={say`What if?`}
		caption={protocol.title}
		back={{ href: protocolPath }}
		errors={form.errors}
	>
		{answered ? (
			<Answer protocol={protocol} answered={answered} />
		) : (
			<p class="govuk-body">{say`Choose what happens and when, and see what is due by when, and why. Nothing is stored.`}</p>
		)}
		<form method="get" action={whatIfPath} novalidate>
			{protocols.length > 1 ? (
				<OtherProtocols protocols={protocols} protocol={protocol} />
			) : undefined}
			<input type="hidden" name="protocol" value={protocol.id} />
			{govukRadios({
				...radiosField(form, "happens"),
				fieldset: {
					legend: {
						text: say`What happens?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				items: happenings.map(({ id, title, say, stage }) => ({
					value: id,
					text: title,
					hint: {
						text: [stage, say && `“${say}”`].filter(Boolean).join(". "),
					},
				})),
			})}
			{govukDateInput({
				...dateField(form, "day"),
				fieldset: {
					legend: {
						text: say`On which day?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
			})}
			{govukInput({
				...textField(form, "time"),
				label: { text: say`At what time?`, classes: "govuk-label--s" },
				hint: { text: say`Such as 9:30am or 14:00` },
				classes: "govuk-input--width-5",
			})}
			{govukButton({ text: say`See what is due` })}
		</form>
	</Layout>
);

const OtherProtocols = ({
	protocols,
	protocol,
}: {
	protocols: ProtocolVersion[];
	protocol: Protocol;
}): Html => (
	<p class="govuk-body">{say`Or ask about
		${(
			<AnyOf
				items={protocols
					.filter((each) => each.protocol.id !== protocol.id)
					.map((each) => (
						<a
							class="govuk-link"
							href={`${whatIfPath}?protocol=${encodeURIComponent(each.protocol.id)}`}
						>
							{each.protocol.title}
						</a>
					))}
			/>
		)}.`}</p>
);

const Answer = ({
	protocol,
	answered: { happening, at, dates },
}: {
	protocol: Protocol;
	answered: Answered;
}): Html => {
	const start = happening.say
		? say`“${happening.title}” ends with “${happening.say}” at ${sayMoment(at)}`
		: say`“${happening.title}” is done at ${sayMoment(at)}`;
	return (
		<div class="govuk-inset-text" id="answer">
			<p class="govuk-body">{say`If ${start}:`}</p>
			{dates.map(({ clock, due }) => (
				<>
					<p class="govuk-body-l govuk-!-margin-bottom-2">
						{say`${clock.by ? startingLarge(sayParty(protocol, clock.by)) : say`Whoever’s turn it is`} must do “${clock.title}” by ${<strong>{sayDue(due)}</strong>}${saidHolidays(due)}.`}
					</p>
					<WhyThisDate
						start={start}
						rule={due.rule}
						wording={clock.wording}
						skipped={due.skipped}
						due={sayDue(due)}
						provisional={due.provisional}
					/>
				</>
			))}
		</div>
	);
};
