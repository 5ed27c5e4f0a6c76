import type { Fault } from "../../../../domain/protocol/file/faults.ts";
import { protocolPaths } from "../../../addresses.ts";
import { newActKey } from "../../../kit/act-key.ts";
import type { FormErrors } from "../../../kit/form.ts";
import { govukInsetText } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { Layout, TwoThirds } from "../../../kit/layout.tsx";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { say } from "../../../kit/say.tsx";
import { EditorForm, keptSince } from "../../../parts/protocol/editor.tsx";

/** A protocol that the partnership has not had: its text, pasted, typed or from a file. */
export const NewProtocolPage = ({
	frame,
	text,
	savedAt,
	faults,
	warnings,
	errors,
}: {
	frame: PageFrame;
	text: string;
	/** ISO instant. */
	savedAt?: string | undefined;
	faults?: readonly Fault[] | undefined;
	warnings?: readonly Fault[] | undefined;
	errors?: FormErrors | undefined;
}): Html => (
	<Layout
		frame={frame}
		title={say`Add another protocol`}
		back={{ href: protocolPaths.list }}
		errors={errors}
		width="full"
	>
		<TwoThirds>
			<p class="govuk-body">{say`It becomes a draft. It runs beside your other protocols once a second administrator
				has approved it and its day has come.`}</p>
			{savedAt && govukInsetText({ text: keptSince(savedAt) })}
		</TwoThirds>
		<EditorForm
			frame={frame}
			keepAt={protocolPaths.keepNew}
			text={text}
			faults={faults}
			warnings={warnings}
			save={{ button: say`Save it as a draft`, enter: say`Save it as a draft` }}
		>
			<input type="hidden" name="_key" value={newActKey()} />
		</EditorForm>
	</Layout>
);
