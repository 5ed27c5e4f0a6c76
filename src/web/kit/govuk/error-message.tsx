import type { Html } from "../html.ts";
import { say } from "../say.tsx";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { ErrorMessageOptions } from "./options.ts";

export function govukErrorMessage(error: ErrorMessageOptions): Html {
	const hidden = error.visuallyHiddenText ?? say`Error`;
	return (
		<p
			id={error.id || undefined}
			class={classList("govuk-error-message", error.classes)}
			{...attributesOf(error.attributes)}
		>
			{hidden && (
				<>
					<span class="govuk-visually-hidden">{hidden}:</span>{" "}
				</>
			)}
			{contentOf(error)}
		</p>
	);
}
