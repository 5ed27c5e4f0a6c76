import type { Fault } from "../../../../domain/protocol/file/faults.ts";
import { londonTime } from "../../../../domain/time.ts";
import { protocolPaths } from "../../../addresses.ts";
import { newActKey } from "../../../kit/act-key.ts";
import { momentInWords } from "../../../kit/dates.ts";
import type { FormErrors } from "../../../kit/form.ts";
import { govukButton, govukInsetText } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { Layout, TwoThirds } from "../../../kit/layout.tsx";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import { Editor } from "../../../parts/protocol/editor.tsx";
import { buttons, EnterSaves } from "../edit/page.tsx";

/** A protocol that the partnership has not had: its text, pasted, typed or from a file. */
export const NewProtocolPage = ({
	frame,
	text,
	savedAt,
	faults,
	errors,
}: {
	frame: PageFrame;
	text: string;
	/** ISO instant. */
	savedAt?: string | undefined;
	faults?: readonly Fault[] | undefined;
	errors?: FormErrors | undefined;
}): Html => (
	<Layout
		frame={frame}
		title="Add another protocol"
		back={{ href: protocolPaths.list }}
		errors={errors}
		width="full"
	>
		<TwoThirds>
			<p class="govuk-body">
				It becomes a draft. It runs beside your other protocols once a second administrator has
				approved it and its day has come.
			</p>
			{savedAt &&
				govukInsetText({
					text: `This is your own draft, kept ${momentInWords(londonTime(savedAt))}. Nobody else can see it before you save it.`,
				})}
		</TwoThirds>
		<PostForm frame={frame} autosave={protocolPaths.keepNew}>
			<EnterSaves text="Save it as a draft" />
			<input type="hidden" name="_key" value={newActKey()} />
			<Editor text={text} faults={faults} />
			<div class="govuk-button-group">
				{govukButton({
					text: "Save it as a draft",
					name: "_do",
					value: buttons.save,
					preventDoubleClick: true,
				})}
				{govukButton({
					text: "Check it",
					name: "_do",
					value: buttons.check,
					classes: "govuk-button--secondary",
				})}
				{govukButton({
					text: "Keep my text and come back later",
					name: "_do",
					value: buttons.keep,
					classes: "govuk-button--secondary",
				})}
			</div>
		</PostForm>
	</Layout>
);
