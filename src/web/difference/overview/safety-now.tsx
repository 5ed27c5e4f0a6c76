import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { isNotSafe } from "../../../domain/difference/difference.ts";
import { sayDoer } from "../../../domain/difference/told/words.ts";
import { londonTime } from "../../../domain/time.ts";
import { safetyPath } from "../../addresses.ts";
import { govukWarningText } from "../../kit/govuk.ts";
import { type Html, raw } from "../../kit/html.ts";
import { say, sayMoment } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

/** Whether the child was said not to be safe, by whom and when, who was rung; and the way to say so, at any stage. */
export const SafetyNow = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, difference, header, maySaySafety } = opened;
	const { child } = protocol.words;
	const { safety, urgentContacts } = difference;
	const change = maySaySafety && (
		<Link href={safetyPath(header.id)}>
			{isNotSafe(difference)
				? say`Say whether the ${child} is safe now`
				: say`Say if the ${child} is not safe now`}
		</Link>
	);
	if (!isNotSafe(difference) || !safety)
		return <>{change && <p class="govuk-body concord-not-printed">{change}</p>}</>;
	const who = safety.by ? sayDoer(protocol, opened, safety.by) : "Concord";
	return (
		<div class="concord-not-safe" id="not-safe">
			{govukWarningText({
				iconFallbackText: say`Warning`,
				html: raw(say`The ${child} is not safe now.`),
			})}
			<p class="govuk-body">
				{say`${who} said so at ${sayMoment(londonTime(safety.at))}.`}{" "}
				{urgentContacts.length === 0
					? say`No call is recorded with its time.`
					: urgentContacts.map(({ call, madeAt }) => {
							const contact = protocol.safety.find((each) => each.call === call);
							const rung = contact ? `${contact.name} (${call})` : call;
							return (
								<>{say`${rung} was rung at ${sayMoment(Temporal.PlainDateTime.from(madeAt))}.`} </>
							);
						})}
			</p>
			{change && <p class="govuk-body concord-not-printed">{change}</p>}
		</div>
	);
};
