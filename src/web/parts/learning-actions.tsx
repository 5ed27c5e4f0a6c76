import { isLateAction, type LearningAction } from "../../domain/learning/learning-action.ts";
import { learningActionPaths } from "../addresses.ts";
import { shortDay } from "../kit/dates.ts";
import type { Html } from "../kit/html.ts";
import { say } from "../kit/say.tsx";
import { SortableTable } from "../kit/sortable-table.tsx";
import { StatusTag } from "../kit/status-tag.tsx";
import { AsTyped, Link } from "../kit/text.tsx";

const standing = (): Record<LearningAction["state"], string> => ({
	open: say`Open`,
	done: say`Done`,
	"not-done": say`Will not be done`,
});

/** Actions that a report or a lesson asked for, each with its page. @param today ISO day */
export const LearningActionsTable = ({
	caption,
	captionHidden = true,
	actions,
	today,
}: {
	caption: string;
	captionHidden?: boolean;
	actions: readonly LearningAction[];
	today: string;
}): Html => (
	<SortableTable
		caption={caption}
		captionHidden={captionHidden}
		columns={[
			{ text: say`Due` },
			{ text: say`What` },
			{ text: say`Who` },
			{ text: say`Where it stands` },
		]}
		rows={actions.map((action) => [
			shortDay(action.dueOn),
			<Link href={learningActionPaths.action(action.id)}>{action.what}</Link>,
			<>
				{action.person && (
					<>
						{action.person.name}
						<br />
					</>
				)}
				{action.agency.name}
			</>,
			<>
				{isLateAction(action, today) ? (
					<StatusTag text={say`Overdue`} tone="late" />
				) : (
					<StatusTag
						text={standing()[action.state]}
						tone={action.state === "done" ? "good" : action.state === "open" ? "running" : "quiet"}
					/>
				)}
				{action.result && (
					<>
						<br />
						<AsTyped>{action.result}</AsTyped>
					</>
				)}
			</>,
		])}
	/>
);
