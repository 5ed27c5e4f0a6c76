import { startingLarge } from "../../../domain/english.ts";
import type { Task } from "../../../domain/task.ts";
import type { OldLog } from "../../../store/old-logs.ts";
import { oldLogPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Link } from "../../kit/text.tsx";

const doing: Record<Task["kind"], string> = {
	"read-old-log": "Reading the file",
	"check-old-log": "Trying the import",
	"import-old-log": "Importing",
};

/** How far a task is; the page asks again by itself, and can be left. */
export const ProgressPage = ({
	frame,
	log,
	task: { kind, state, done, whole },
}: {
	frame: PageFrame;
	log: OldLog;
	task: Task;
}): Html => (
	<Layout
		frame={frame}
		title={doing[kind]}
		caption={startingLarge(log.title)}
		back={{ text: "Old logs", href: oldLogPaths.list }}
	>
		<p class="govuk-body" role="status">
			{whole === null
				? state === "waiting"
					? "This begins in a moment."
					: "Concord is looking through the whole file first."
				: `${done.toLocaleString("en-GB")} of ${counted(whole, "line")} done.`}
		</p>
		{whole !== null && (
			<progress max={whole} value={done} aria-label={doing[kind]}>
				{Math.round((100 * done) / Math.max(1, whole))}%
			</progress>
		)}
		<p class="govuk-body">
			This page looks again every few seconds, or <Link href={frame.path}>look again now</Link>. You
			can leave it: you find the log again under “Old logs”.
		</p>
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
		back={{ text: "Old logs", href: oldLogPaths.list }}
	>
		<p class="govuk-body">{wrong}</p>
		<p class="govuk-body">
			<Link href={oldLogPaths.list}>Choose another file</Link>
		</p>
	</Layout>
);
