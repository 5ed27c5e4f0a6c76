import type { TimeToGrant } from "../../actions/time-to-grant.ts";
import { type PeopleShownBy, sayWhom } from "../../domain/difference/told/whom.ts";
import { londonTime } from "../../domain/time.ts";
import { differencePath } from "../addresses.ts";
import { shortDay } from "../kit/dates.ts";
import type { Html } from "../kit/html.ts";
import { say } from "../kit/say.tsx";
import { Bullets, Link, Section } from "../kit/text.tsx";

/** The requests for more time that wait for the reader's yes or no; nothing where there are none. */
export const TimeToGrantSection = ({
	requests,
	shownBy,
}: {
	requests: TimeToGrant[];
	shownBy: PeopleShownBy;
}): Html => (
	<>
		{requests.length > 0 && (
			<Section id="more-time" title={say`Requests for more time`}>
				<Bullets
					items={requests.map(({ differenceId, reference, about, what, askedAt }) => {
						const whom = sayWhom(about, shownBy);
						return (
							<>
								<Link
									href={`${differencePath(differenceId)}#to-be-answered`}
								>{say`Give more time or say no on ${reference}`}</Link>
								{whom && `, ${whom}`}
								{say`: for “${what}”, asked on ${shortDay(londonTime(askedAt).toPlainDate())}`}
							</>
						);
					})}
				/>
			</Section>
		)}
	</>
);
