import { londonTime } from "../../../domain/time.ts";
import type { Undelivered } from "../../../store/messages.ts";
import type { Person } from "../../../store/people.ts";
import { colleaguePath } from "../../addresses.ts";
import { counted, shortDay } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { SortableTable } from "../../kit/sortable-table.tsx";

/** People whom mail does not reach, and people whose address nobody has confirmed for long: nothing when there are none. */
export const Unreached = ({
	undelivered,
	unconfirmed,
}: {
	undelivered: Undelivered[];
	unconfirmed: Person[];
}): Html => (
	<>
		{undelivered.length > 0 && (
			<div id="undelivered">
				<SortableTable
					caption="Mail that did not arrive"
					columns={[
						{ text: "To" },
						{ text: "Address" },
						{ text: "About" },
						{ text: "Since" },
						{ text: "Next" },
					]}
					rows={undelivered.map((each) => [
						`${each.name}, ${each.agencyName}`,
						<span class="concord-break">{each.email}</span>,
						each.references.join(", ") || "A message",
						shortDay(londonTime(each.since).toPlainDate()),
						<a class="govuk-link" href={colleaguePath(each.personId)}>
							Ring them, and put the address right
							<span class="govuk-visually-hidden">: {each.name}</span>
						</a>,
					])}
				/>
			</div>
		)}
		{unconfirmed.length > 0 && (
			<details class="govuk-details">
				<summary class="govuk-details__summary">
					<span class="govuk-details__summary-text">
						{counted(unconfirmed.length, "work address")} not confirmed for 6 months
					</span>
				</summary>
				<div class="govuk-details__text">
					<ul class="govuk-list">
						{unconfirmed.map(({ id, name, agencyName }) => (
							<li>
								<a class="govuk-link" href={colleaguePath(id)}>
									{name}
								</a>
								, {agencyName}
							</li>
						))}
					</ul>
				</div>
			</details>
		)}
	</>
);
