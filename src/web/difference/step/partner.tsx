import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { OpenStep } from "../../../domain/difference/difference.ts";
import { sayRole } from "../../../domain/difference/told/words.ts";
import type { NamedPerson } from "../../../domain/protocol/answers.ts";
import { fieldOf, type Party, type Step, stepOf } from "../../../domain/protocol/protocol.ts";
import { type Html, raw } from "../../kit/html.ts";
import { Link } from "../../kit/text.tsx";

/** Whom a step is with, or whom it waits for: a person and how to reach them where the record names one, else their role. */
export function Partner({ opened, step }: { opened: OpenedDifference; step: Step }): Html {
	const late = lateStep(opened, step);
	if (late)
		return (
			<SomebodyInIt
				opened={opened}
				as="Waiting for"
				named={late.person ? { id: late.person } : undefined}
				role={stepOf(opened.protocol, late.step).by}
			/>
		);
	return step.with ? (
		<SomebodyInIt opened={opened} as="With" named={partnerIn(opened, step)} role={step.with} />
	) : (
		raw("")
	);
}

const SomebodyInIt = ({
	opened,
	as,
	named,
	role,
}: {
	opened: OpenedDifference;
	as: string;
	named: NamedPerson | undefined;
	role: Party;
}): Html => {
	const person = named && "id" in named ? opened.people.get(named.id) : undefined;
	return (
		<p class="govuk-body">
			{as}:{" "}
			{person ? (
				<>
					<strong>{person.name}</strong>, {person.jobTitle}, {person.agencyName},{" "}
					<Link href={`mailto:${person.email}`}>{person.email}</Link>
				</>
			) : named && "name" in named ? (
				<strong>{named.name}</strong>
			) : (
				sayRole(opened.protocol, opened, role)
			)}
		</p>
	);
};

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
	return sender && { id: sender.person };
}
