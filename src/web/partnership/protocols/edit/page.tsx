import type { Fault } from "../../../../domain/protocol/file/faults.ts";
import type { Change } from "../../../../domain/protocol/told/compare/compare.ts";
import { londonTime } from "../../../../domain/time.ts";
import { protocolPaths } from "../../../addresses.ts";
import type { FormErrors } from "../../../kit/form.ts";
import { govukDetails, govukInsetText, govukWarningText } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { TwoThirds } from "../../../kit/layout.tsx";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { say, sayMoment } from "../../../kit/say.tsx";
import { Link } from "../../../kit/text.tsx";
import { Changes } from "../../../parts/protocol/changes.tsx";
import { EditorForm, keptSince } from "../../../parts/protocol/editor.tsx";
import type { EditedText } from "../../../parts/protocol/received-text.ts";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";
import type { Visit } from "../../../parts/protocol/visit-version.ts";

type Draft = EditedText & {
	/** ISO instant of their own draft. */
	savedAt?: string | undefined;
};

/** The text of a draft version, to be changed. */
export const EditPage = ({
	frame,
	visit,
	edited,
	faults,
	warnings,
	errors,
	kept = false,
	changes,
}: {
	frame: PageFrame;
	visit: Visit;
	edited: Draft;
	faults?: readonly Fault[] | undefined;
	warnings?: readonly Fault[] | undefined;
	errors?: FormErrors | undefined;
	/** Whether their draft was kept just now. */
	kept?: boolean;
	/** What theirs changes beside the text that somebody saved meanwhile, as far as it can be said. */
	changes?: Change[] | undefined;
}): Html => {
	const { version } = visit;
	const overtaken = edited.revision !== version.revision;
	return (
		<VersionLayout
			frame={frame}
			visit={visit}
			title={say`Edit the text`}
			errors={errors}
			width="full"
		>
			<TwoThirds>
				{edited.savedAt &&
					govukInsetText({
						text: kept
							? say`Kept. You can close this page: your text will be as you left it. Nobody else can see it.`
							: keptSince(edited.savedAt),
					})}
				{overtaken && <Overtaken visit={visit} changes={changes} />}
			</TwoThirds>
			<EditorForm
				frame={frame}
				keepAt={protocolPaths.keep(version.id)}
				text={edited.text}
				faults={faults}
				warnings={warnings}
				save={{
					button: overtaken ? say`Save mine instead of theirs` : say`Save the version`,
					enter: say`Save the version`,
				}}
				overwrites={overtaken}
				mayDiscard={edited.savedAt !== undefined || overtaken}
			>
				<input type="hidden" name="_revision" value={edited.revision} />
				{overtaken && <input type="hidden" name="_over" value={version.revision} />}
			</EditorForm>
			<TwoThirds>
				<p class="govuk-body">{say`Only a text without faults can be saved.
					${<Link href={protocolPaths.file(version.id)}>{say`Download the saved text`}</Link>}
					to work on it elsewhere, and paste it back here.`}</p>
			</TwoThirds>
		</VersionLayout>
	);
};

/** Somebody saved another text since: who, when, what is different, and theirs to copy from. */
const Overtaken = ({ visit, changes }: { visit: Visit; changes: Change[] | undefined }): Html => {
	const { version, people } = visit;
	const last = version.history.at(-1);
	return (
		<>
			{govukWarningText({
				text: say`${people.get(last?.by ?? "")?.name ?? say`Somebody`} saved this version at ${last ? sayMoment(londonTime(last.at)) : say`some time`}, after you began. Your text is below, and nothing of it is lost. If you save it, it takes the place of theirs.`,
				iconFallbackText: say`Warning`,
			})}
			{changes && (
				<>
					<p class="govuk-body">{say`What yours changes beside theirs:`}</p>
					<Changes changes={changes} />
				</>
			)}
			{govukDetails({
				summaryText: say`Their text`,
				html: <pre class="concord-copy__text concord-editor__theirs">{version.source}</pre>,
			})}
		</>
	);
};
