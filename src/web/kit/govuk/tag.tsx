import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { TagOptions } from "./options.ts";

export const govukTag = (tag: TagOptions): Html => (
	<strong class={classList("govuk-tag", tag.classes)} {...attributesOf(tag.attributes)}>
		{contentOf(tag)}
	</strong>
);
