import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { FieldsetOptions } from "./options.ts";

export function govukFieldset(fieldset: FieldsetOptions): Html {
	const legend = contentOf(fieldset.legend);
	return (
		<fieldset
			class={classList("govuk-fieldset", fieldset.classes)}
			role={fieldset.role || undefined}
			aria-describedby={fieldset.describedBy || undefined}
			{...attributesOf(fieldset.attributes)}
		>
			{legend && (
				<legend class={classList("govuk-fieldset__legend", fieldset.legend?.classes)}>
					{fieldset.legend?.isPageHeading ? (
						<h1 class="govuk-fieldset__heading">{legend}</h1>
					) : (
						legend
					)}
				</legend>
			)}
			{fieldset.html}
		</fieldset>
	);
}
