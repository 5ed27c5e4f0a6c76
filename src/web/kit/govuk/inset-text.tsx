import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { InsetTextOptions } from "./options.ts";

export const govukInsetText = (inset: InsetTextOptions): Html => (
	<div
		id={inset.id || undefined}
		class={classList("govuk-inset-text", inset.classes)}
		{...attributesOf(inset.attributes)}
	>
		{contentOf(inset)}
	</div>
);
