import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { HintOptions } from "./options.ts";

export const govukHint = (hint: HintOptions): Html => (
	<div
		id={hint.id || undefined}
		class={classList("govuk-hint", hint.classes)}
		{...attributesOf(hint.attributes)}
	>
		{contentOf(hint)}
	</div>
);
