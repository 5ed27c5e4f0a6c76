import type { OldLog } from "../../../store/old-logs.ts";
import { oldLogPaths } from "../../addresses.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, startingLarge } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

export const ThrowAway = ({ id }: { id: string }): Html => (
	<p class="govuk-body">
		<Link href={oldLogPaths.throwAway(id)}>{say`Throw this file away`}</Link>
	</p>
);

/** Asks once more before what was read of a file is thrown away. */
export const ThrowAwayPage = ({ frame, log }: { frame: PageFrame; log: OldLog }): Html => (
	<Layout
		frame={frame}
		title={say`Throw this file away`}
		caption={startingLarge(log.title)}
		back={{ href: oldLogPaths.one(log.id) }}
	>
		<p class="govuk-body">{say`Nothing of ${log.fileName} was imported. What Concord read of it is deleted, and what
			you said of its columns and words with it.`}</p>
		<PostForm frame={frame}>{govukButton({ text: say`Throw it away` })}</PostForm>
	</Layout>
);
