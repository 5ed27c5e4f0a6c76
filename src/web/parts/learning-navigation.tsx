import { mayReadLessons } from "../../domain/learning/lesson.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { learningPaths } from "../addresses.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
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
				label="Learning"
				path={frame.path}
				items={[
					{ text: "Lessons", href: learningPaths.lessons },
					{ text: "Briefings", href: learningPaths.briefings },
				]}
			/>
		)}
	</>
);
