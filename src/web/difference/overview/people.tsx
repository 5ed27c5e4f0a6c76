import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { saySide } from "../../../domain/difference/told/words.ts";
import { startingLarge } from "../../../domain/english.ts";
import { stepOf } from "../../../domain/protocol/protocol.ts";
import { protocolPath } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";

/** Everybody who is named in it, acted or owes something, by side, with how to reach them. */
export const PeopleInIt = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, difference, people } = opened;
	const everybody = {
		...Object.fromEntries(
			difference.open.flatMap(({ step, person }) =>
				person ? [[person, stepOf(protocol, step).by.side]] : [],
			),
		),
		...difference.people,
	};
	const sides = [...new Set(Object.values(everybody))];
	return (
		<section aria-labelledby="people">
			<h2 class="govuk-heading-m" id="people">
				People
			</h2>
			{sides.map((side) => (
				<>
					<h3 class="govuk-heading-s">{startingLarge(saySide(protocol, opened, side))}</h3>
					<ul class="govuk-list govuk-list--spaced">
						{Object.entries(everybody).flatMap(([id, theirs]) => {
							const person = people.get(id);
							return person && theirs === side
								? [
										<li>
											{person.name}
											<br />
											{person.jobTitle}
											{person.left ? (
												", has left"
											) : (
												<>
													<br />
													<a class="govuk-link" href={`mailto:${person.email}`}>
														Send an email
														<span class="govuk-visually-hidden"> to {person.name}</span>
													</a>
												</>
											)}
										</li>,
									]
								: [];
						})}
					</ul>
				</>
			))}
			<p class="govuk-body">
				<a class="govuk-link" href={protocolPath}>
					How this works, and whom to ask
				</a>
			</p>
		</section>
	);
};
