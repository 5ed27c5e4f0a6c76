import type { Scanning } from "../../../domain/files.ts";
import type { Task } from "../../../domain/task.ts";
import type { OldLog } from "../../../store/old-logs.ts";
import { oldLogPaths } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayEach, startingLarge } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { doing, TaskProgress } from "../../parts/task-progress.tsx";

/** How far a task is; the page asks again by itself, and can be left. */
export const ProgressPage = ({
	frame,
	log,
	task,
}: {
	frame: PageFrame;
	log: OldLog;
	task: Task;
}): Html => (
	<Layout
		frame={frame}
		title={doing()[task.kind]}
		caption={startingLarge(log.title)}
		back={{ text: say`Old logs`, href: oldLogPaths.list }}
	>
		<TaskProgress
			task={task}
			of="line"
			path={frame.path}
			findAgain={say`you find the log again under “Old logs”`}
		/>
	</Layout>
);

/** What could not be done with a file: why, and what to do. */
export const FailedPage = ({
	frame,
	log,
	title,
	wrong,
}: {
	frame: PageFrame;
	log: OldLog;
	title: string;
	wrong: string;
}): Html => (
	<Layout
		frame={frame}
		title={title}
		caption={startingLarge(log.title)}
		back={{ text: say`Old logs`, href: oldLogPaths.list }}
	>
		<p class="govuk-body">{sayEach(wrong)}</p>
		<p class="govuk-body">
			<Link href={oldLogPaths.list}>{say`Choose another file`}</Link>
		</p>
	</Layout>
);

/** A file that was not read yet, because the virus scanner has not seen it. */
export const WaitsForScannerPage = ({
	frame,
	log,
	scanning,
}: {
	frame: PageFrame;
	log: OldLog;
	scanning: Scanning;
}): Html => (
	<Layout
		frame={frame}
		title={say`The file waits to be checked for viruses`}
		caption={startingLarge(log.title)}
		back={{ text: say`Old logs`, href: oldLogPaths.list }}
	>
		<p class="govuk-body">
			{scanning === "scanner"
				? say`The virus scanner cannot be reached just now. Concord tries again every minute, and reads the file once it has been checked.`
				: say`No virus scanner is set up, so Concord does not read this file. Ask whoever runs Concord to set one up.`}
		</p>
		<p class="govuk-body">{say`You can leave this page: you find the log again under “Old logs”. Or
			${<Link href={oldLogPaths.throwAway(log.id)}>{say`throw this file away`}</Link>}.`}</p>
	</Layout>
);
