import {
	answersForAgency,
	atLeast,
	levels,
	type Viewer,
} from "../../domain/access/viewer.ts";
import type { Person } from "../../store/people.ts";
import type { Html } from "../ui/html.ts";
import type { PageFrame } from "../ui/page-frame.ts";
import { PostForm } from "../ui/post-form.tsx";
import { rehearsalPaths } from "./paths.ts";

/** Everybody of a rehearsal by agency, each one click away. */
export function RehearsalPeople({
	frame,
	people,
	then,
}: {
	frame: PageFrame;
	people: readonly Person[];
	/** The page to go to as that person. */
	then: string;
}): Html {
	const agencies = Map.groupBy(people, ({ agencyName }) => agencyName);
	return (
		<PostForm frame={frame} action={rehearsalPaths.signIn}>
			<input type="hidden" name="then" value={then} />
			{[...agencies].map(([agency, theirs]) => (
				<section>
					<h3 class="govuk-heading-s govuk-!-margin-bottom-1">{agency}</h3>
					<dl class="govuk-summary-list">
						{theirs.toSorted(lowestLevelFirst).map((person) => (
							<div class="govuk-summary-list__row">
								<dt class="govuk-summary-list__key">{person.name}</dt>
								<dd class="govuk-summary-list__value">
									{person.jobTitle}
									<br />
									<span class="govuk-hint">{canDo(person)}</span>
								</dd>
								<dd class="govuk-summary-list__actions">
									<button
										type="submit"
										name="person"
										value={person.id}
										class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
										data-module="govuk-button"
									>
										Sign in
										<span class="govuk-visually-hidden"> as {person.name}</span>
									</button>
								</dd>
							</div>
						))}
					</dl>
				</section>
			))}
		</PostForm>
	);
}

const lowestLevelFirst = (one: Person, other: Person) =>
	levels.indexOf(one.level) - levels.indexOf(other.level);

/** What a person is there for, in a word or two, so that a newcomer finds who goes next. */
export function canDo(person: Viewer): string {
	if (person.offices.includes("executive")) return "Decides at the last stage";
	if (person.offices.includes("business-unit"))
		return "Receives, forwards and follows up";
	if (person.offices.includes("administrator")) return "Looks after Concord";
	if (atLeast(person.level, "senior-manager")) return "Signs off and responds";
	if (answersForAgency(person)) return "Talks manager to manager";
	return "Raises and talks";
}
