import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { sayBetween } from "../../../domain/difference/told/words.ts";
import type { Child, Html } from "../../kit/html.ts";
import { IdentityBar } from "../../kit/identity-bar.tsx";

/** Which difference it is, and between whom: across the top of each of its pages. */
export const Identity = ({
	opened: { header, agencies },
	actions,
}: {
	opened: Pick<OpenedDifference, "header" | "agencies">;
	actions?: Child;
}): Html => (
	<IdentityBar
		title={
			<>
				<strong>{header.reference}</strong> {sayBetween(agencies)}
			</>
		}
		actions={actions}
	/>
);
