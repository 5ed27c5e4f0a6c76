import type { Fault } from "../../../../domain/protocol/file/faults.ts";
import { readPasted } from "../../../../domain/protocol/file/read-pasted.ts";
import { compareProtocols } from "../../../../domain/protocol/told/compare/compare.ts";
import { londonTime } from "../../../../domain/time.ts";
import { protocolPaths } from "../../../addresses.ts";
import { momentInWords } from "../../../kit/dates.ts";
import type { FormErrors } from "../../../kit/form.ts";
import { govukButton, govukDetails, govukInsetText, govukWarningText } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { TwoThirds } from "../../../kit/layout.tsx";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import { Editor } from "../../../parts/protocol/editor.tsx";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";
import type { Visit } from "../../../parts/protocol/visit-version.ts";
import { Changes } from "../compare/page.tsx";

/** The buttons of an editor, by what they ask for. */
export const buttons = {
	save: "send",
	check: "check",
	keep: "later",
	discard: "discard",
} as const;

/** A text as somebody left it. */
export type EditedText = {
	text: string;
	/** The revision that it was made from. */
	revision: number;
	/** ISO instant of their own draft. */
	savedAt?: string | undefined;
};

/** The text of a draft version, to be changed. */
export const EditPage = ({
	frame,
	visit,
	edited,
	faults,
	errors,
	kept = false,
}: {
	frame: PageFrame;
	visit: Visit;
	edited: EditedText;
	faults?: readonly Fault[] | undefined;
	errors?: FormErrors | undefined;
	/** Whether their draft was kept just now. */
	kept?: boolean;
}): Html => {
	const { version } = visit;
	const overtaken = edited.revision !== version.revision;
	return (
		<VersionLayout frame={frame} visit={visit} title="Edit the text" errors={errors} width="full">
			<TwoThirds>
				{edited.savedAt &&
					govukInsetText({
						text: kept
							? "Kept. You can close this page: your text will be as you left it. Nobody else can see it."
							: `This is your own draft, kept ${momentInWords(londonTime(edited.savedAt))}. Nobody else can see it before you save it.`,
					})}
				{overtaken && <Overtaken visit={visit} mine={edited.text} />}
			</TwoThirds>
			<PostForm frame={frame} autosave={protocolPaths.keep(version.id)}>
				<EnterSaves text="Save the version" />
				<input type="hidden" name="_revision" value={edited.revision} />
				{overtaken && <input type="hidden" name="_over" value={version.revision} />}
				<Editor text={edited.text} faults={faults} />
				<div class="govuk-button-group">
					{govukButton({
						text: overtaken ? "Save mine instead of theirs" : "Save the version",
						name: "_do",
						value: buttons.save,
						preventDoubleClick: true,
						...(overtaken && { classes: "govuk-button--warning" }),
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
					{(edited.savedAt || overtaken) &&
						govukButton({
							text: "Throw my text away",
							name: "_do",
							value: buttons.discard,
							classes: "govuk-button--secondary",
						})}
				</div>
			</PostForm>
			<TwoThirds>
				<p class="govuk-body">
					Only a text without faults can be saved.{" "}
					<a class="govuk-link" href={protocolPaths.file(version.id)}>
						Download the saved text
					</a>{" "}
					to work on it elsewhere, and paste it back here.
				</p>
			</TwoThirds>
		</VersionLayout>
	);
};

/** The Enter key presses the first button of a form: here it only ever saves. */
export const EnterSaves = ({ text }: { text: string }): Html => (
	// biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is out of the tab order, and a copy of the button below
	<button
		type="submit"
		name="_do"
		value={buttons.save}
		class="govuk-visually-hidden"
		tabindex={-1}
		aria-hidden="true"
	>
		{text}
	</button>
);

/** Somebody saved another text since: who, when, what is different, and theirs to copy from. */
const Overtaken = ({ visit, mine }: { visit: Visit; mine: string }): Html => {
	const { version, people, protocol } = visit;
	const last = version.history.at(-1);
	const { protocol: own } = readPasted(mine);
	return (
		<>
			{govukWarningText({
				text: `${people.get(last?.by ?? "")?.name ?? "Somebody"} saved this version at ${last ? momentInWords(londonTime(last.at)) : "some time"}, after you began. Your text is below, and nothing of it is lost. If you save it, it takes the place of theirs.`,
				iconFallbackText: "Warning",
			})}
			{own && protocol && (
				<>
					<p class="govuk-body">What yours changes beside theirs:</p>
					<Changes changes={compareProtocols(protocol, own)} />
				</>
			)}
			{govukDetails({
				summaryText: "Their text",
				html: <pre class="concord-copy__text concord-editor__theirs">{version.source}</pre>,
			})}
		</>
	);
};
