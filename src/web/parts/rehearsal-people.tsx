import {
	answersForAgency,
	atLeast,
	dataProtectionOfficer,
	levels,
	type Viewer,
} from "../../domain/people/viewer.ts";
import type { Person } from "../../store/people.ts";
import { rehearsalPaths } from "../addresses.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { PostForm } from "../kit/post-form.tsx";
import { say } from "../kit/say.tsx";
import { Unseen } from "../kit/text.tsx";

/** Everybody of a rehearsal by agency, each one click away. */
export function RehearsalPeople({
	frame,
	people,
	next,
}: {
	frame: PageFrame;
	people: readonly Person[];
	/** The page to go to as that person. */
	next: string;
}): Html {
	const agencies = Map.groupBy(people, ({ agencyName }) => agencyName);
	return (
		<PostForm frame={frame} action={rehearsalPaths.signIn}>
			<input type="hidden" name="next" value={next} />
			{inPairs([...agencies]).map((pair) => (
				<div class="govuk-grid-row">
					{pair.map(([agency, theirs]) => (
						<section class="govuk-grid-column-one-half">
							<h3 class="govuk-heading-s govuk-!-margin-bottom-1">{agency}</h3>
							<table class="govuk-table">
								<caption class="govuk-visually-hidden">{agency}</caption>
								<tbody class="govuk-table__body">
									{theirs.toSorted(lowestLevelFirst).map(PersonRow)}
								</tbody>
							</table>
						</section>
					))}
				</div>
			))}
		</PostForm>
	);
}

const PersonRow = (person: Person): Html => (
	<tr class="govuk-table__row">
		<th scope="row" class="govuk-table__header govuk-!-font-weight-regular govuk-!-text-break-word">
			<strong>{person.name}</strong>, {person.jobTitle}
			<br />
			<span class="govuk-hint">{canDo(person)}</span>
		</th>
		<td class="govuk-table__cell govuk-table__cell--numeric">
			<button
				type="submit"
				name="person"
				value={person.id}
				class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
				data-module="govuk-button"
			>
				{say`Sign in`}
				<Unseen> {say`as ${person.name}`}</Unseen>
			</button>
		</td>
	</tr>
);

const inPairs = <Each,>(all: Each[]): Each[][] =>
	all.flatMap((_, index) => (index % 2 === 0 ? [all.slice(index, index + 2)] : []));

const lowestLevelFirst = (one: Person, other: Person) =>
	levels.indexOf(one.level) - levels.indexOf(other.level);

/** What a person is there for, in a word or two, so that a newcomer finds who goes next. */
export function canDo(person: Viewer): string {
	if (person.offices.includes("executive")) return say`Decides at the last stage`;
	if (person.offices.includes("business-unit")) return say`Receives, forwards and follows up`;
	if (person.offices.includes("business-unit-head"))
		return say`Heads the office, and reads its desk`;
	if (person.offices.includes(dataProtectionOfficer)) return say`Sees to data breaches`;
	if (person.offices.includes("administrator")) return say`Looks after Concord`;
	if (atLeast(person.level, "senior-manager")) return say`Signs off and responds`;
	if (answersForAgency(person)) return say`Talks manager to manager`;
	return say`Raises and talks`;
}
