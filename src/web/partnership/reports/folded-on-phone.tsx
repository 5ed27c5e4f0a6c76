import type { Child, Html } from "../../kit/html.ts";

/** What is folded away on a narrow screen; where there is room and on paper, it stands open. */
export const FoldedOnPhone = ({
	summary,
	children,
}: {
	/** What opens it: says what is in it. */
	summary: Child;
	children: Child;
}): Html => (
	<details class="govuk-details concord-folded">
		<summary class="govuk-details__summary">
			<span class="govuk-details__summary-text">{summary}</span>
		</summary>
		{children}
	</details>
);
