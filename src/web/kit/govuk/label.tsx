import { type Html, raw } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { LabelOptions } from "./options.ts";

export function govukLabel(label: LabelOptions): Html {
	const content = contentOf(label);
	if (!content) return raw("");
	const element = (
		<label
			class={classList("govuk-label", label.classes)}
			{...attributesOf(label.attributes)}
			for={label.for || undefined}
		>
			{content}
		</label>
	);
	return label.isPageHeading ? <h1 class="govuk-label-wrapper">{element}</h1> : element;
}
