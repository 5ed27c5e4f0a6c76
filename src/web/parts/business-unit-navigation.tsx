import {
	colleaguesPath,
	dataBreachesPath,
	learningPaths,
	paths,
	reportPaths,
	runningPath,
	workingDaysPath,
} from "../addresses.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { SubNavigation } from "../kit/sub-navigation.tsx";

/** Between the desk and the log; to what the office alone arranges, for whoever holds it. */
export const Parts = ({
	frame,
	readOnly = false,
}: {
	frame: PageFrame;
	readOnly?: boolean;
}): Html => (
	<SubNavigation
		label="Business Unit"
		path={frame.path}
		items={[
			{ text: "Desk", href: paths.businessUnit },
			{ text: "Log of forms", href: paths.logOfForms },
			{ text: "Reports", href: reportPaths.start },
			{ text: "Lessons", href: learningPaths.lessons },
			...(readOnly
				? []
				: [
						{ text: "Working days", href: workingDaysPath },
						{ text: "Who is away", href: colleaguesPath },
						{ text: "Data breaches", href: dataBreachesPath },
						{ text: "Running", href: runningPath },
					]),
		]}
	/>
);
