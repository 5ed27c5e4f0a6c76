import type { OwedAfterTheEnd } from "../../../reports/owed-after-the-end.ts";
import { differencePath } from "../../addresses.ts";
import { shortDay } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { StatusTag } from "../../kit/status-tag.tsx";
import { Link } from "../../kit/text.tsx";

/** Agencies that were asked what changed and have not said it yet. They are reminded by Concord. */
export const WhatChangedOwed = ({
	owed,
	today,
}: {
	owed: readonly OwedAfterTheEnd[];
	/** ISO day. */
	today: string;
}): Html => (
	<>
		{owed.length > 0 && (
			<div id="what-changed">
				<SortableTable
					caption={say`Asked what changed, and not answered yet`}
					columns={[
						{ text: say`Reference` },
						{ text: say`Asked of` },
						{ text: say`What` },
						{ text: say`Since` },
						{ text: say`By` },
					]}
					rows={owed.map(({ id, reference, agency, what, askedOn, dueOn }) => [
						<Link href={differencePath(id)}>{reference}</Link>,
						agency,
						what,
						shortDay(askedOn),
						dueOn === null ? (
							""
						) : dueOn < today ? (
							<StatusTag text={say`${shortDay(dueOn)}: overdue`} tone="late" />
						) : (
							shortDay(dueOn)
						),
					])}
				/>
				<p class="govuk-body">{say`Concord reminds whoever is asked. What they say stands in the difference and is
					counted in the report.`}</p>
			</div>
		)}
	</>
);
