import type { OpenedDifference } from "../../actions/open-difference.ts";
import { sayRole } from "../../domain/difference/words.ts";
import type { NamedPerson } from "../../domain/protocol/answers.ts";
import { fieldOf, type Step } from "../../domain/protocol/protocol.ts";
import { type Html, raw } from "../ui/html.ts";

/** Whom a step is with: a person and how to reach them where the record names one, else their role. */
export function Partner({
	opened,
	step,
}: {
	opened: OpenedDifference;
	step: Step;
}): Html {
	if (!step.with) return raw("");
	const named = partnerIn(opened, step);
	const person =
		named && "id" in named ? opened.people.get(named.id) : undefined;
	return (
		<p class="govuk-body">
			With:{" "}
			{person ? (
				<>
					<strong>{person.name}</strong>, {person.jobTitle}, {person.agencyName}
					,{" "}
					<a class="govuk-link" href={`mailto:${person.email}`}>
						{person.email}
					</a>
				</>
			) : named && "name" in named ? (
				<strong>{named.name}</strong>
			) : (
				sayRole(opened.protocol, opened, step.with)
			)}
		</p>
	);
}

/** Who takes the other part, as a field of the record names them. */
function partnerIn(
	{ protocol, difference }: OpenedDifference,
	step: Step,
): NamedPerson | undefined {
	const part = step.with && `${step.with.side} ${step.with.role}`;
	const named = Object.entries(difference.answers).find(([id]) => {
		const field = fieldOf(protocol, id);
		return field.type === "person" && field.of === part;
	});
	return named?.[1].answer as NamedPerson | undefined;
}
