import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { DetailsOptions } from "./options.ts";

export const govukDetails = (details: DetailsOptions): Html => (
	<details
		id={details.id || undefined}
		class={classList("govuk-details", details.classes)}
		{...attributesOf(details.attributes)}
		open={details.open || undefined}
	>
		<summary class="govuk-details__summary">
			<span class="govuk-details__summary-text">{details.summaryHtml || details.summaryText}</span>
		</summary>
		<div class="govuk-details__text">{contentOf(details)}</div>
	</details>
);
