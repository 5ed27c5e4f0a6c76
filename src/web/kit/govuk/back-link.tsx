import type { Html } from "../html.ts";
import { say } from "../say.tsx";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { BackLinkOptions } from "./options.ts";

export const govukBackLink = (link: BackLinkOptions): Html => (
	<a
		href={link.href || "#"}
		class={classList("govuk-back-link", link.classes)}
		{...attributesOf(link.attributes)}
	>
		{contentOf(link) || say`Back`}
	</a>
);
