import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { lastDone } from "../../../domain/difference/difference.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import { londonTime } from "../../../domain/time.ts";
import { letterPath } from "../../addresses.ts";
import { dayInWords } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { Link, Section } from "../../kit/text.tsx";

/** The letters that were sent and that the reader may read. */
export const Letters = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, difference, header } = opened;
	const sent = Object.values(protocol.steps).flatMap((step) => {
		const done = lastDone(difference, step.id);
		const letter = protocol.letters[step.letter ?? ""];
		return done && letter ? [{ step, done, letter }] : [];
	});
	return (
		<>
			{sent.length > 0 && (
				<Section id="letters" title={say`Letters`}>
					<ul class="govuk-list">
						{sent.map(({ step, done, letter }) => (
							<li>
								<Link href={letterPath(header.id, step.id)}>
									{withAgencyNames(protocol, opened, letter.title)}
								</Link>
								, {dayInWords(londonTime(done.at).toPlainDate())}
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
};
