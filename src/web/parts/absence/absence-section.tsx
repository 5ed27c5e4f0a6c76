import { isOfLowerLevel, mayStandIn } from "../../../domain/people/absence.ts";
import type { Absence } from "../../../store/absences.ts";
import type { Person } from "../../../store/people.ts";
import { checkboxesField, dateField, type FormState } from "../../kit/form.ts";
import { govukCheckboxes, govukDateInput, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate } from "../../kit/say.tsx";
import { Unseen } from "../../kit/text.tsx";

/** What is arranged for one person's absence, as its page shows it. */
export type Arranged = {
	person: Person;
	absences: Absence[];
	/** Who may stand in, and who does. */
	colleagues: Person[];
	deputies: string[];
	/** Whether colleagues are not offered, because of their level. */
	leftOut: boolean;
};

/**
 * When somebody is away, and who stands in for them: for their own page, and for that of whoever arranges it.
 *
 * @param whose "you" on one's own page, else the person's name
 */
export const AbsenceSection = ({
	frame,
	form,
	arranged: { person, absences, colleagues, deputies, leftOut },
	whose,
	actions,
}: {
	frame: PageFrame;
	form: FormState;
	arranged: Arranged;
	whose: string;
	actions: { away: string; back: string; deputies: string };
}): Html => {
	const isReader = whose === "you";
	return (
		<>
			<h2 class="govuk-heading-m" id="away">
				{isReader ? say`When you are away` : say`When ${whose} is away`}
			</h2>
			{absences.length > 0 && (
				<ul class="govuk-list">
					{absences.map(({ id, from, until }) => (
						<li class="govuk-!-margin-bottom-2">
							<PostForm frame={frame} action={actions.back}>
								<input type="hidden" name="absence" value={id} />
								<p class="govuk-body govuk-!-margin-bottom-2">
									{from === until ? sayDate(from) : say`${sayDate(from)} to ${sayDate(until)}`}
								</p>
								{secondaryButton({
									html: say`Take it back${<Unseen>: {sayDate(from)}</Unseen>}`,
								})}
							</PostForm>
						</li>
					))}
				</ul>
			)}
			<PostForm frame={frame} action={actions.away}>
				{govukDateInput({
					...dateField(form, "from"),
					fieldset: { legend: { text: say`First day away`, classes: "govuk-fieldset__legend--s" } },
				})}
				{govukDateInput({
					...dateField(form, "until"),
					fieldset: { legend: { text: say`Last day away`, classes: "govuk-fieldset__legend--s" } },
				})}
				{secondaryButton({ text: say`Save these days`, preventDoubleClick: true })}
			</PostForm>
			<h2 class="govuk-heading-m" id="deputies-heading">{say`Who stands in`}</h2>
			<p class="govuk-body">
				{isReader
					? say`While you are away they are asked as well, may read what you are asked about, and may do it. It ends by itself on the last day.`
					: say`While ${whose} is away they are asked as well, may read what ${whose} is asked about, and may do it. It ends by itself on the last day.`}
				{deputies.length === 0 && (
					<> {say`With nobody chosen, whoever answers in the same role is asked.`}</>
				)}
			</p>
			{colleagues.length === 0 ? (
				<p class="govuk-body">
					{leftOut
						? say`There is nobody of a level to do it to choose.`
						: say`There is nobody else to choose.`}
				</p>
			) : (
				<PostForm frame={frame} action={actions.deputies}>
					{govukCheckboxes({
						...checkboxesField(form, "deputies"),
						fieldset: {
							legend: {
								text: isReader ? say`Who stands in for you?` : say`Who stands in for ${whose}?`,
								classes: "govuk-fieldset__legend--s",
							},
						},
						classes: "govuk-checkboxes--small",
						...(leftOut && {
							hint: {
								text: say`Only managers and safeguarding leads are listed: practitioners do not sign off or answer for the agency.`,
							},
						}),
						items: colleagues.map((each) => ({
							value: each.id,
							text: `${each.name}, ${each.jobTitle}`,
							...(levelWarning(each, person) && { hint: { text: levelWarning(each, person) } }),
						})),
					})}
					{secondaryButton({ text: say`Save who stands in`, preventDoubleClick: true })}
				</PostForm>
			)}
		</>
	);
};

/** What whoever chooses must know of a level; undefined where it is no matter. */
function levelWarning(deputy: Person, person: Person): string | undefined {
	if (!mayStandIn(deputy, person)) return say`Not of a level to stand in: take them out`;
	return isOfLowerLevel(deputy, person)
		? say`Of a lower level than ${person.name}. While they stand in they may do what ${person.name} may.`
		: undefined;
}
