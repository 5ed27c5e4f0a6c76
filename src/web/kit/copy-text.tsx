import type { Html } from "./html.ts";
import { saidByScripts } from "./said-by-scripts.ts";
import { say } from "./say.tsx";

/** Text to take elsewhere, such as into a child's record. The button comes with the script. */
export const CopyText = ({
	id,
	label,
	text,
}: {
	id: string;
	label: string;
	text: string;
}): Html => (
	<figure
		class="concord-copy"
		data-module="concord-copy"
		data-words={saidByScripts("Copied", "Not copied. Select the text and copy it yourself")}
	>
		<figcaption class="concord-copy__label">{label}</figcaption>
		<pre class="concord-copy__text" id={id}>
			{text}
		</pre>
		<button
			type="button"
			class="govuk-button govuk-button--secondary"
			data-copies={id}
			hidden
		>{say`Copy the text`}</button>
		<span class="concord-copy__done" aria-live="polite" />
	</figure>
);
