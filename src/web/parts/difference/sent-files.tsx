import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { type AttachedFile, isOpenable, sayFileSize, sayFileState } from "../../../domain/files.ts";
import { filePath } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { sayWhole } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

/** Files that were sent with an act, for whoever may read its entry: the way to each, or why there is none. */
export const SentFiles = ({
	opened: { header, fileStates, scanning },
	files,
}: {
	opened: Pick<OpenedDifference, "header" | "fileStates" | "scanning">;
	files: readonly AttachedFile[];
}): Html => (
	<ul class="govuk-list">
		{files.map(({ id, name, size }) => {
			const state = fileStates.get(id) ?? "waiting";
			const says = sayFileState(state, scanning);
			const title = <span class="concord-as-typed">{name}</span>;
			return (
				<li>
					{isOpenable(state, scanning) ? (
						<Link href={filePath(header.id, id)}>{title}</Link>
					) : (
						title
					)}{" "}
					({sayFileSize(size)})
					{says && <div class="govuk-hint govuk-!-margin-bottom-0">{sayWhole(says)}</div>}
				</li>
			);
		})}
	</ul>
);
