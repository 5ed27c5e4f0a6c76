import { londonTime } from "../../../domain/time.ts";
import type { Undelivered } from "../../../store/messages.ts";
import type { Person } from "../../../store/people.ts";
import { byLinkPaths, colleaguePath } from "../../addresses.ts";
import { counted, shortDay } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Unseen } from "../../kit/text.tsx";

/** People whom mail does not reach, and people whose address nobody has confirmed for long: nothing when there are none. */
export const Unreached = ({
	undelivered,
	unconfirmed,
	readOnly,
}: {
	undelivered: Undelivered[];
	unconfirmed: Person[];
	/** For whoever reads it only: the office puts it right. */
	readOnly: boolean;
}): Html => (
	<>
		{undelivered.length > 0 && (
			<div id="undelivered">
				<SortableTable
					caption={say`Mail that did not arrive`}
					columns={[
						{ text: say`To` },
						{ text: say`Address` },
						{ text: say`About` },
						{ text: say`Since` },
						{ text: say`Next` },
					]}
					rows={undelivered.map((each) => [
						`${each.name}, ${each.agencyName}`,
						<span class="concord-break">{each.email}</span>,
						each.references.join(", ") || "A message",
						shortDay(londonTime(each.since).toPlainDate()),
						readOnly ? (
							say`The office rings them, and puts the address right`
						) : each.onlyIn !== null ? (
							// Another address would be another’s: whoever it is has to be vouched for.
							<Link
								href={byLinkPaths.takeBack(each.onlyIn, each.personId)}
							>{say`Ring them, take back their link, and send
								another${<Unseen>: {each.name}</Unseen>}`}</Link>
						) : (
							<Link
								href={colleaguePath(each.personId)}
							>{say`Ring them, and put the address right${<Unseen>: {each.name}</Unseen>}`}</Link>
						),
					])}
				/>
			</div>
		)}
		{unconfirmed.length > 0 && (
			<details class="govuk-details">
				<summary class="govuk-details__summary">
					<span class="govuk-details__summary-text">{say`${counted(unconfirmed.length, "work address", "work addresses")} not confirmed for 6 months`}</span>
				</summary>
				<div class="govuk-details__text">
					<ul class="govuk-list">
						{unconfirmed.map(({ id, name, agencyName }) => (
							<li>
								{readOnly ? name : <Link href={colleaguePath(id)}>{name}</Link>}, {agencyName}
							</li>
						))}
					</ul>
				</div>
			</details>
		)}
	</>
);
