import type { Change } from "../../../../domain/protocol/told/compare/compare.ts";
import type { Part } from "../../../../domain/protocol/usual/place.ts";
import { protocolPaths } from "../../../addresses.ts";
import { govukButton, secondaryButton } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import { say } from "../../../kit/say.tsx";
import { Changes } from "../../../parts/protocol/changes.tsx";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";
import type { Visit } from "../../../parts/protocol/visit-version.ts";
import { SavedMeanwhile } from "./part-page.tsx";
import { asks, begunWith, type Sent } from "./sent.ts";

/** What a draft would say otherwise, before it does. */
export const CheckChangesPage = ({
	frame,
	visit,
	part,
	sent,
	changes,
	overtaken,
}: {
	frame: PageFrame;
	visit: Visit;
	part: Part;
	sent: Sent;
	/** Undefined where the comparison took too long. */
	changes: Change[] | undefined;
	/** Whether somebody saved the draft since its reader began. */
	overtaken: boolean;
}): Html => (
	<VersionLayout
		frame={frame}
		visit={visit}
		title={say`Check what changes`}
		back={protocolPaths.usualPart(visit.version.id, part.id)}
	>
		{overtaken && (
			<SavedMeanwhile
				visit={visit}
				then={say`What they saved stays, and what you changed is put into it.`}
			/>
		)}
		{changes ? (
			<Changes changes={changes} wording="open" />
		) : (
			<p class="govuk-body">{say`What changes could not be worked out in time. Compare the two texts yourself before
				you save.`}</p>
		)}
		<PostForm frame={frame}>
			<input type="hidden" name="_revision" value={visit.version.revision} />
			<input type="hidden" name="_was" value={begunWith(part)} />
			<input type="hidden" name="_typed" value={JSON.stringify(Object.fromEntries(sent.mine))} />
			<input type="hidden" name="_rows" value={sent.rows} />
			<div class="govuk-button-group">
				{govukButton({
					text: say`Save`,
					name: "_do",
					value: asks.save,
					preventDoubleClick: true,
				})}
				{secondaryButton({ text: say`Go back and change it`, name: "_do", value: asks.back })}
			</div>
		</PostForm>
	</VersionLayout>
);
