import { mayReadLessons } from "../../domain/learning/lesson.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { learningPaths } from "../addresses.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { say } from "../kit/say.tsx";
import { SubNavigation } from "../kit/sub-navigation.tsx";

/** Between lessons and briefings, for whoever may read both. */
export const LearningParts = ({
	frame,
	viewer,
}: {
	frame: PageFrame;
	viewer: Pick<Viewer, "offices">;
}): Html => (
	<>
		{mayReadLessons(viewer) && (
			<SubNavigation
				label={say`Learning`}
				path={frame.path}
				items={[
					{ text: say`Lessons`, href: learningPaths.lessons },
					{ text: say`Briefings`, href: learningPaths.briefings },
				]}
			/>
		)}
	</>
);
