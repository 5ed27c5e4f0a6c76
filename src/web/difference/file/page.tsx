import type { OpenedFile } from "../../../actions/open-file.ts";
import { sayFileSize, sayFileState } from "../../../domain/files.ts";
import { differencePath } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayWhole } from "../../kit/say.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";

/** Said of a file that nobody may open yet, or ever. */
export const FileNotOpenPage = ({
	frame,
	found: { opened, file, state },
}: {
	frame: PageFrame;
	found: OpenedFile;
}): Html => (
	<DifferenceLayout
		frame={frame}
		opened={opened}
		title={say`This file cannot be opened`}
		back={{
			href: differencePath(opened.header.id),
			text: say`Back to ${opened.header.reference}`,
		}}
	>
		<p class="govuk-body">
			<strong class="concord-as-typed">{file.name}</strong> ({sayFileSize(file.size)})
		</p>
		<p class="govuk-body">{sayWhole(sayFileState(state, opened.scanning) ?? "")}</p>
		<p class="govuk-body">
			{state === "infected"
				? say`If you need what is in it, ask whoever sent it for a clean copy. They have been told.`
				: say`Come back later. If you need what is in it now, ask whoever sent it.`}
		</p>
	</DifferenceLayout>
);
