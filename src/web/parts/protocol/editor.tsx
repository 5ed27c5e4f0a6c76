import type { Fault } from "../../../domain/protocol/file/faults.ts";
import { protocolPaths } from "../../addresses.ts";
import { govukTextarea } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Faults } from "./faults.tsx";

/**
 * The text of a protocol, to be typed, pasted or taken from a file: with numbered lines, and checked as it is typed
 * where scripts run.
 *
 * @param faults undefined before anybody asked
 */
export const Editor = ({
	text,
	faults,
	label = "The text of the protocol",
}: {
	text: string;
	faults: readonly Fault[] | undefined;
	label?: string;
}): Html => (
	<div data-module="concord-editor" data-check={protocolPaths.check}>
		<div class="govuk-form-group concord-editor__file" hidden>
			<label class="govuk-label" for="file">
				Take the text from a file
			</label>
			<div class="govuk-hint" id="file-hint">
				It replaces the text below. The version changes only when you save it.
			</div>
			<input type="file" id="file" accept=".yaml,.yml,.txt,text/*" aria-describedby="file-hint" />
		</div>
		{govukTextarea({
			id: "text",
			name: "text",
			label: { text: label, classes: "govuk-label--s" },
			value: text,
			rows: 28,
			classes: "concord-editor__text",
			spellcheck: false,
			attributes: { autocapitalize: "off" },
		})}
		<p class="govuk-body" data-check-status aria-live="polite" />
		<div id="faults" data-faults>
			{faults && <Faults faults={faults} text={text} />}
		</div>
	</div>
);
