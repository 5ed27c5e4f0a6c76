import type { LessonToWrite } from "../../../reports/lessons-to-write.ts";
import { differencePath, recordLessonPath } from "../../addresses.ts";
import { shortDay } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { AsTyped, Link, Unseen } from "../../kit/text.tsx";

/** What was learned and said in the difference alone: as a lesson it says what happened, and is followed. */
export const LessonsToWrite = ({
	lessons,
	readOnly,
}: {
	lessons: readonly LessonToWrite[];
	readOnly: boolean;
}): Html => (
	<>
		{lessons.length > 0 && (
			<div id="to-write">
				<SortableTable
					caption={say`Learned, and not written as a lesson`}
					columns={[{ text: say`Reference` }, { text: say`What was learned` }, { text: say`Said` }]}
					rows={lessons.map(({ id, reference, said, on }) => [
						<Link href={differencePath(id)}>{reference}</Link>,
						<>
							<AsTyped>{said}</AsTyped>
							{!readOnly && (
								<>
									<br />
									<Link
										href={recordLessonPath(id)}
									>{say`Write the lesson${<Unseen> {say`of ${reference}`}</Unseen>}`}</Link>
								</>
							)}
						</>,
						shortDay(on),
					])}
				/>
				<p class="govuk-body">{say`Until then the report cannot say what happened, and says nothing of what was
					learned as one ended. They stand here until the next report’s period is over.`}</p>
			</div>
		)}
	</>
);
