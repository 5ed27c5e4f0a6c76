import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { isNotSafe, whomItIsAbout } from "../../../domain/difference/difference.ts";
import { sayWhom } from "../../../domain/difference/told/whom.ts";
import { sayBetween } from "../../../domain/difference/told/words.ts";
import type { Child as Person } from "../../../domain/protocol/answers.ts";
import type { Child, Html } from "../../kit/html.ts";
import { IdentityBar } from "../../kit/identity-bar.tsx";
import { NotSafeTag } from "../../kit/status-tag.tsx";

/** Which difference it is, and between whom: across the top of each of its pages. */
export const Identity = ({
	opened: { header, agencies, protocol, difference, here },
	actions,
}: {
	opened: Pick<OpenedDifference, "header" | "agencies" | "protocol" | "difference" | "here">;
	actions?: Child;
}): Html => {
	const whom = sayWhom(
		(whomItIsAbout(protocol, difference)?.answer as Person[] | undefined) ?? [],
		here.partnership.peopleShownBy,
	);
	return (
		<IdentityBar
			title={
				<>
					<strong>{header.reference}</strong>{" "}
					{whom && (
						<>
							<strong>{whom}</strong>:{" "}
						</>
					)}
					{sayBetween(agencies)} {isNotSafe(difference) && <NotSafeTag />}
				</>
			}
			actions={actions}
		/>
	);
};
