import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { differencePath, handOverPath } from "../../addresses.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayList, withArticle } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import type { HandingOver } from "../../parts/raising/handing-over.ts";

/** What this difference continues, what continues it, or where it can be begun under the protocol that it goes on under. */
export const GoesOn = ({
	opened: { linked, header },
	handing,
}: {
	opened: OpenedDifference;
	handing: HandingOver | undefined;
}): Html => {
	const { continues, continuedBy } = linked;
	return (
		<>
			{continues && (
				<p class="govuk-body">{say`It continues
					${<Link href={differencePath(continues.id)}>{continues.reference}</Link>}.`}</p>
			)}
			{continuedBy && (
				<p class="govuk-body">{say`It goes on as
					${<Link href={differencePath(continuedBy.id)}>{continuedBy.reference}</Link>}.`}</p>
			)}
			{handing &&
				(handing.offer ? (
					govukButton({
						text: say`Begin it under “${handing.title ?? ""}”`,
						href: handOverPath(header.id),
					})
				) : (
					<p class="govuk-body">
						{handing.title
							? say`It goes on under “${handing.title}”, begun by ${sayList(handing.begunBy.map(withArticle))}. Ask them to begin it.`
							: say`It goes on under another protocol, which is not in force in Concord here. Ask your partnership’s office how to go on.`}
					</p>
				))}
		</>
	);
};
