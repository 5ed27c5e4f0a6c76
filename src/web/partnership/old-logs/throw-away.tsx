import { startingLarge } from "../../../domain/english.ts";
import type { OldLog } from "../../../store/old-logs.ts";
import { oldLogPaths } from "../../addresses.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { Link } from "../../kit/text.tsx";

export const ThrowAway = ({ id }: { id: string }): Html => (
	<p class="govuk-body">
		<Link href={oldLogPaths.throwAway(id)}>Throw this file away</Link>
	</p>
);

/** Asks once more before what was read of a file is thrown away. */
export const ThrowAwayPage = ({ frame, log }: { frame: PageFrame; log: OldLog }): Html => (
	<Layout
		frame={frame}
		title="Throw this file away"
		caption={startingLarge(log.title)}
		back={{ href: oldLogPaths.one(log.id) }}
	>
		<p class="govuk-body">
			Nothing of {log.fileName} was imported. What Concord read of it is deleted, and what you said
			of its columns and words with it.
		</p>
		<PostForm frame={frame}>{govukButton({ text: "Throw it away" })}</PostForm>
	</Layout>
);
