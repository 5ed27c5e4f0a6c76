import { keepsSeals } from "../../../domain/difference/who/may-seal.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { londonTime } from "../../../domain/time.ts";
import type { OpeningNow } from "../../../store/seals.ts";
import { differencePath, sealPaths } from "../../addresses.ts";
import { govukInsetText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayMoment } from "../../kit/say.tsx";
import { Bullets, Link } from "../../kit/text.tsx";

/** Who reads what is sealed in an emergency at this moment, for those who may know of it; nothing where nobody does. */
export const OpeningsNow = ({
	viewer,
	openings,
}: {
	viewer: Pick<Viewer, "offices">;
	openings: readonly OpeningNow[];
}): Html | null =>
	openings.length === 0
		? null
		: govukInsetText({
				html: (
					<>
						<p class="govuk-body">{say`Opened in an emergency, and being read now:`}</p>
						<Bullets
							items={openings.map(
								({
									id,
									reference,
									name,
									jobTitle,
									agency,
									until,
								}) => say`${<Link href={keepsSeals(viewer) ? sealPaths.list : differencePath(id)}>{reference}</Link>},
									by ${name}, ${jobTitle}, ${agency}, until
									${sayMoment(londonTime(until).toPlainDateTime())}`,
							)}
						/>
					</>
				),
			});
