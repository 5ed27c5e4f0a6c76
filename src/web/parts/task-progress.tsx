import { sayNumber } from "../../domain/english.ts";
import type { Task, TaskKind } from "../../domain/task.ts";
import { counted } from "../kit/dates.ts";
import type { Html } from "../kit/html.ts";
import { say } from "../kit/say.tsx";
import { Link } from "../kit/text.tsx";

/** So often a page that shows a task asks again by itself, in seconds. */
export const looksAgainEvery = "2";

/** What a task does, in words. */
export const doing = (): Record<TaskKind, string> => ({
	"read-old-log": say`Reading the file`,
	"check-old-log": say`Trying the import`,
	"import-old-log": say`Importing`,
	"undo-old-log": say`Undoing the import`,
	"make-report": say`Counting the figures`,
	"check-report": say`Looking through the words`,
	"look-for-name": say`Looking through every text`,
	"make-download": say`Making your file`,
	"verify-record": say`Verifying the record`,
});

/** How far a task is; its page asks again by itself, and can be left. */
export const TaskProgress = ({
	task: { kind, state, done, whole },
	of,
	path,
	findAgain,
}: {
	task: Task;
	/** What is counted: "line". */
	of: string;
	/** The page’s own address. */
	path: string;
	/** Where it is found again: "you find the log again under “Old logs”". */
	findAgain: string;
}): Html => (
	<>
		<p class="govuk-body" role="status">
			{whole === null
				? state === "waiting"
					? say`This begins as soon as what others asked for before is done.`
					: say`Concord is looking through the whole first.`
				: say`${sayNumber(done)} of ${counted(whole, of)} done.`}
		</p>
		{whole !== null && (
			<p class="govuk-body">
				<progress max={whole} value={done} aria-label={doing()[kind]}>
					{Math.round((100 * done) / Math.max(1, whole))}%
				</progress>
			</p>
		)}
		<p class="govuk-body">{say`This page looks again every few seconds, or
			${<Link href={path}>{say`look again now`}</Link>}. You can leave it: ${findAgain}.`}</p>
	</>
);
