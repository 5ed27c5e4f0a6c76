import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { OpenStep } from "../../../domain/difference/difference.ts";
import { sayRole } from "../../../domain/difference/told/words.ts";
import { dutyOf } from "../../../domain/difference/who/duties.ts";
import { assigneesOf } from "../../../domain/people/who-answers.ts";
import type { NamedPerson } from "../../../domain/protocol/answers.ts";
import {
	fieldOf,
	type Party,
	roleOf,
	type Step,
	stepOf,
} from "../../../domain/protocol/protocol.ts";
import type { Person } from "../../../store/people.ts";
import { type Html, raw } from "../../kit/html.ts";
import { say, sayDate } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { hasPhone, PhoneLink, Phones } from "../../parts/phones.tsx";

/**
 * Whom a step is with, or whom it waits for: where the record names a person they and who stands in for them today, else who
 * does it there; each with how to reach them.
 *
 * @param directory the people of that side, with who is away today
 */
export function Partner({
	opened,
	step,
	directory,
}: {
	opened: OpenedDifference;
	step: Step;
	directory: readonly Person[];
}): Html {
	const other = otherOf(opened, step);
	if (!other) return raw("");
	const { as, party, named } = other;
	const person =
		named && "id" in named
			? (directory.find(({ id }) => id === named.id) ?? opened.people.get(named.id))
			: undefined;
	const people = person ? [person] : named ? [] : peopleIn(opened, party, directory);
	return (
		<>
			<p class="govuk-body govuk-!-margin-bottom-1">
				{as}:{" "}
				{person ? (
					<Somebody person={person} />
				) : named && "name" in named ? (
					<strong>{named.name}</strong>
				) : (
					sayRole(opened.protocol, opened, party)
				)}
			</p>
			<ul class="govuk-list">
				{people.map((one) => (
					<li>
						{one !== person && (
							<>
								<Somebody person={one} />
								<br />
							</>
						)}
						<Reach person={one} />
						<StandsIn person={one} directory={directory} />
					</li>
				))}
				<OutOfHours people={people.length > 0 ? people : directory} />
			</ul>
		</>
	);
}

const Somebody = ({ person }: { person: Person }): Html => (
	<>
		<strong>{person.name}</strong>, {person.jobTitle}, {person.agencyName}
	</>
);

const MailLink = ({ person: { email } }: { person: Person }): Html => (
	<Link href={`mailto:${email}`}>{email}</Link>
);

/** The numbers first: what is about a child is said, not sent. */
const Reach = ({ person }: { person: Person }): Html => (
	<>
		{hasPhone(person)
			? say`Ring ${<Phones person={person} />}, or write to ${<MailLink person={person} />}`
			: say`There is no telephone number for them in the directory, or write to ${<MailLink person={person} />}`}
	</>
);

/** Who stands in for somebody who is away today. */
const StandsIn = ({
	person: { away },
	directory,
}: {
	person: Person;
	directory: readonly Person[];
}): Html => (
	<>
		{away && (
			<>
				<br />
				{say`Away until ${sayDate(away.until)}.`}{" "}
				{directory
					.filter(({ id }) => away.deputies.includes(id))
					.map((deputy) => (
						<>
							{say`${<Somebody person={deputy} />} stands in.`} <Reach person={deputy} />.{" "}
						</>
					))}
			</>
		)}
	</>
);

const OutOfHours = ({ people }: { people: readonly Person[] }): Html => (
	<>
		{[
			...new Map(
				people.flatMap(({ agencyName, outOfHoursPhone }) =>
					outOfHoursPhone === undefined ? [] : [[agencyName, outOfHoursPhone] as const],
				),
			),
		].map(([agency, phone]) => (
			<li>{say`Out of hours, ${agency}: ${<PhoneLink phone={phone} />}`}</li>
		))}
	</>
);

/** More people than these are not a list of whom to ring. */
const mostListed = 6;

/** Who does it in a role today; nobody where they are many or where whoever knows the child is asked for. */
function peopleIn(
	{ protocol, difference }: OpenedDifference,
	party: Party,
	directory: readonly Person[],
): Person[] {
	const { level, office } = roleOf(protocol, party);
	if (office === undefined && level?.level === "practitioner") return [];
	const people = assigneesOf(dutyOf(protocol, difference, party), directory);
	return people.length > mostListed ? [] : people;
}

/** The other party of a step: its role, and who that is where the record says it. */
export function otherOf(
	opened: OpenedDifference,
	step: Step,
): { as: string; party: Party; named: NamedPerson | undefined } | undefined {
	const late = lateStep(opened, step);
	if (late)
		return {
			as: say`Waiting for`,
			party: stepOf(opened.protocol, late.step).by,
			named: late.person ? { id: late.person } : undefined,
		};
	return step.with && { as: say`With`, party: step.with, named: partnerIn(opened, step) };
}

/** The step whose lateness opened this one, while it is still owed. */
const lateStep = ({ protocol, difference }: OpenedDifference, { id }: Step): OpenStep | undefined =>
	difference.open.find(({ step: owed }) =>
		protocol.clocks.some(
			({ step, late }) =>
				step === owed && late.some((target) => target.go === "step" && target.step === id),
		),
	);

/** Who takes the other part, as a field of the record names them, else who last sent something from that side. */
function partnerIn(
	{ protocol, difference }: OpenedDifference,
	step: Step,
): NamedPerson | undefined {
	const part = step.with && `${step.with.side} ${step.with.role}`;
	const named = Object.entries(difference.answers).find(([id]) => {
		const field = fieldOf(protocol, id);
		return field.type === "person" && field.of === part;
	});
	if (named) return named[1].answer as NamedPerson;
	const sender = difference.sent.findLast(({ by }) => by?.side === step.with?.side)?.by;
	return sender && (sender.person === null ? { name: sender.name } : { id: sender.person });
}
